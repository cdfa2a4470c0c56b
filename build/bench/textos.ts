/** What `npm run bench` says. */
export const TEXTOS_BENCH = {
  midiendo: (que: string) => `Midiendo ${que}…`,
  importacion: (n: number) => `importación de ${n.toLocaleString('es-CL')} filas`,
  validacion: 'validación',
  arranque: 'arranque en frío',
  edicion: (n: number) => `la edición con ${n.toLocaleString('es-CL')} filas`,
  sinMedida: (archivo: string) => `La lectura de referencia de ${archivo} no dio una medida.`,
  titulos: ['Medida', 'Puente SIC', 'Referencia', 'Razón', 'Qué es la referencia'] as const,
  pie: (rondas: number, equipo: string) => `\nMedianas de ${String(rondas)} rondas intercaladas en ${equipo}. La razón es Puente SIC ÷ referencia: menos es mejor en tiempo y memoria, más es mejor en filas por segundo.`,
  medidas: {
    primeras: (n: number) => `Importar ${n.toLocaleString('es-CL')} filas, hasta ver las primeras`,
    importacion: (n: number) => `  hasta verlas todas revisadas, ${n.toLocaleString('es-CL')} filas`,
    detencion: (n: number) => `  tarea más larga de la ventana, ${n.toLocaleString('es-CL')} filas`,
    importador: (n: number) => `  memoria máxima del importador, ${n.toLocaleString('es-CL')} filas`,
    app: (n: number) => `  memoria máxima de los demás procesos, sumados, ${n.toLocaleString('es-CL')} filas`,
    validacion: (malas: number) => `Validar, ${String(malas)} % de filas malas`,
    mano: {
      edicion: 'Corregir una celda, hasta verla revisada (la razón son cuadros)',
      problema: '  F8, hasta el problema siguiente',
      deshacer: '  deshacer un cambio de 10.000 celdas',
    },
    desliza: (n: number) => `Deslizar ${n.toLocaleString('es-CL')} filas, cuadro del percentil 95`,
    arranque: 'Arranque en frío, hasta la primera pantalla útil',
  },
  referencias: {
    xlsx: 'XLSX.read({ dense }) del mismo archivo en un proceso igual',
    zod: 'CursoSchema.safeParse de los mismos datos ya convertidos',
    vacia: 'ventana vacía y endurecida, mismo Electron',
    limite: 'límite propuesto',
    cuadro: 'un cuadro de la misma ventana en reposo',
    vacia34: 'lista virtual desnuda, mismas filas y columnas',
  },
} as const
