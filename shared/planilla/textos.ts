/** Words of this layer that are not findings (those live in domain/causas.ts). */

const contar = (n: number, uno: string, varios: string): string => `${n} ${n === 1 ? uno : varios}`

export const TEXTOS_PLANILLA = {
  editar: (celdas: number, hoja: string) => `Editar ${contar(celdas, 'celda', 'celdas')} de ${hoja}`,
  dejarFuera: (filas: number, hoja: string) => `Dejar fuera ${contar(filas, 'fila', 'filas')} de ${hoja}`,
  incluir: (filas: number, hoja: string) => `Volver a incluir ${contar(filas, 'fila', 'filas')} de ${hoja}`,
  corregir: (alumnos: number) => `Dejar solo ${contar(alumnos, 'alumno rechazado', 'alumnos rechazados')}`,
  arreglar: (celdas: number, hoja: string, causa: string) => `Corregir ${contar(celdas, 'celda', 'celdas')} de ${hoja}: ${causa}`,
  porCausa: (texto: string, causa: string) => `${texto}: ${causa}`,
  enFila: (fila: number | null) => (fila === null ? 'Fila nueva' : `Fila ${fila}`),
  deCelda: (fila: number | null, titulo: string, antes: string, despues: string) =>
    `${fila === null ? 'Fila nueva' : `Fila ${fila}`} · ${titulo}: ${antes === '' ? 'vacía' : `«${antes}»`} → ${despues === '' ? 'vacía' : `«${despues}»`}`,
  /** Reading order of the words of one cell: each finding is a sentence of its own. */
  unir: (mensajes: readonly string[]) => mensajes.join(' '),
  verdadero: 'VERDADERO',
  falso: 'FALSO',
} as const

