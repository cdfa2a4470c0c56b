/** "Exportar diagnóstico", in Ajustes and in Ayuda. */
export const DIAGNOSTICO = {
  titulo: 'Si necesita ayuda',
  que: 'El diagnóstico es un archivo de texto con lo que el programa anotó de su funcionamiento. No lleva su token, ni RUT, ni lo que dicen sus planillas. Lo ve completo antes de guardarlo, y usted decide a quién se lo entrega.',
  exportar: 'Exportar diagnóstico…',
  dialogo: 'Esto es lo que contiene el diagnóstico',
  intro: (partes: number, tamano: string): string => `Un solo archivo de texto (${tamano}) con estas ${String(partes)} partes. Abra cualquiera para leerla.`,
  preparando: 'Reuniendo los datos…',
  contenido: (parte: string): string => `Contenido de «${parte}»`,
  lineas: (n: string): string => `${n} líneas`,
  unaLinea: '1 línea',
  guardar: 'Guardar como texto…',
  guardado: 'Diagnóstico guardado',
  mostrar: 'Mostrar en la carpeta',
  kilobytes: (n: string): string => `${n} KB`,
} as const
