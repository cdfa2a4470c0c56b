/** Words of this layer that are not findings (those live in domain/causas.ts). */

const contar = (n: number, uno: string, varios: string): string => `${n} ${n === 1 ? uno : varios}`

const celdas = (n: number): string => contar(n, 'celda', 'celdas')
const filas = (n: number): string => contar(n, 'fila', 'filas')
const de = (hoja: string): string => (hoja === '' ? '' : ` de ${hoja}`)
const en = (hoja: string): string => (hoja === '' ? '' : ` en ${hoja}`)

export const TEXTOS_PLANILLA = {
  /** What was done to cells. `hoja` '': in several. */
  accion: {
    editar: (n: number, hoja: string) => `Editar ${celdas(n)}${de(hoja)}`,
    pegar: (n: number, hoja: string) => `Pegar ${celdas(n)}${en(hoja)}`,
    vaciar: (n: number, hoja: string) => `Vaciar ${celdas(n)}${de(hoja)}`,
    cortar: (n: number, hoja: string) => `Cortar ${celdas(n)}${de(hoja)}`,
    rellenar: (n: number, hoja: string) => `Escribir lo mismo en ${celdas(n)}${de(hoja)}`,
    abajo: (n: number, hoja: string) => `Rellenar hacia abajo ${celdas(n)}${de(hoja)}`,
    reemplazar: (n: number, hoja: string) => `Reemplazar en ${celdas(n)}${de(hoja)}`,
  },
  conFilas: (texto: string, n: number) => `${texto}, con ${contar(n, 'fila nueva', 'filas nuevas')}`,
  agregarFilas: (n: number, hoja: string) => `Agregar ${filas(n)} a ${hoja}`,
  quitarFilas: (n: number, hoja: string) => `Quitar ${filas(n)} de ${hoja}`,
  dejarFuera: (n: number, hoja: string) => `Dejar fuera ${filas(n)} de ${hoja}`,
  incluir: (n: number, hoja: string) => `Volver a incluir ${filas(n)} de ${hoja}`,
  corregir: (alumnos: number) => `Dejar solo ${contar(alumnos, 'alumno rechazado', 'alumnos rechazados')}`,
  arreglar: (n: number, hoja: string, causa: string) => `Corregir ${celdas(n)} de ${hoja}: ${causa}`,
  traer: (n: number, nuevas: number, quitadas: number, archivo: string) =>
    `Traer de «${archivo}»: ${[n > 0 && contar(n, 'celda corregida', 'celdas corregidas'), nuevas > 0 && contar(nuevas, 'fila nueva', 'filas nuevas'), quitadas > 0 && contar(quitadas, 'fila quitada', 'filas quitadas')].filter(t => t !== false).join(', ')}`,
  porCausa: (texto: string, causa: string) => `${texto}: ${causa}`,
  enFila: (fila: number | null) => (fila === null ? 'Fila nueva' : `Fila ${fila}`),
  deCelda: (fila: number | null, titulo: string, antes: string, despues: string) =>
    `${fila === null ? 'Fila nueva' : `Fila ${fila}`} · ${titulo}: ${antes === '' ? 'vacía' : `«${antes}»`} → ${despues === '' ? 'vacía' : `«${despues}»`}`,
  /** «Fecha de inicio»: Mes, día y año. */
  lectura: (titulo: string, lecturas: readonly string[]) => `${titulo}: ${lecturas.length === 0 ? 'sin decidir' : lecturas.join('; ')}`,
  /** Reading order of the words of one cell: each finding is a sentence of its own. */
  unir: (mensajes: readonly string[]) => mensajes.join(' '),
  verdadero: 'VERDADERO',
  falso: 'FALSO',
} as const

