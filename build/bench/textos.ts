/** What `npm run bench` says. */
export const TEXTOS_BENCH = {
  midiendo: (que: string) => `Midiendo ${que}…`,
  importacion: (n: number) => `importación de ${n.toLocaleString('es-CL')} filas`,
  validacion: 'validación',
  arranque: 'arranque en frío',
  sinMedida: (archivo: string) => `La lectura de referencia de ${archivo} no dio una medida.`,
  titulos: ['Medida', 'Puente SIC', 'Referencia', 'Razón', 'Qué es la referencia'] as const,
  pie: (rondas: number, equipo: string) => `\nMedianas de ${String(rondas)} rondas intercaladas en ${equipo}. La razón es Puente SIC ÷ referencia: menos es mejor en tiempo y memoria, más es mejor en filas por segundo.`,
  medidas: {
    importacion: (n: number) => `Importar ${n.toLocaleString('es-CL')} filas, hasta verlas revisadas`,
    detencion: (n: number) => `  tarea más larga de la ventana, ${n.toLocaleString('es-CL')} filas`,
    importador: (n: number) => `  memoria máxima del importador, ${n.toLocaleString('es-CL')} filas`,
    app: (n: number) => `  memoria máxima de los demás procesos, sumados, ${n.toLocaleString('es-CL')} filas`,
    validacion: (malas: number) => `Validar, ${String(malas)} % de filas malas`,
    arranque: 'Arranque en frío, hasta la primera pantalla útil',
  },
  referencias: {
    xlsx: 'XLSX.read({ dense }) del mismo archivo en un proceso igual',
    zod: 'CursoSchema.safeParse de los mismos datos ya convertidos',
    vacia: 'ventana vacía y endurecida, mismo Electron',
    limite: 'límite propuesto',
  },
} as const
