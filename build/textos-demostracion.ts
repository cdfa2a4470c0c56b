/** What the guided demonstration says at each step. */
export const DEMOSTRACION = {
  abierta: 'Se abrió Puente SIC por primera vez y ofrece probar sin credenciales.',
  practica: 'Entró al modo de práctica: el SENCE que responde es simulado y nada sale de este equipo.',
  muestra: 'Abrió la planilla de muestra con problemas y la revisó celda por celda.',
  corregida: (n: number) => `Corrigió los ${String(n)} errores en la misma grilla.`,
  hecho: (texto: string) => `se escribió «${texto}»`,
  fuera: 'la fila quedó fuera del envío',
  previo: (total: string) => `Vista previa del envío: ${total}.`,
  respuesta: (resumen: string) => `Envió y llegó la respuesta: ${resumen}. Rechazados, con su explicación:`,
  pasado: (titulo: string) => `Quedó guardado: ${titulo}, con lo enviado y lo respondido letra por letra.`,
  historial: 'El historial del SENCE simulado muestra los mismos procesos.',
  reabierto: 'Cerró el programa, lo abrió otra vez y el envío sigue ahí.',
  fin: (carpeta: string) => `\nTodo se cumplió. Las imágenes de cada paso están en ${carpeta}.`,
  fallo: (paso: number, carpeta: string) => `\nNo se completó el paso ${String(paso)}. La última imagen está en ${carpeta}.`,
} as const
