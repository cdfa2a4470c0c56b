/** Rows in the order of a column: what it means, not how it is written. What cannot be read comes after, blanks last. */
import type { Orden } from '../ipc/modelos-edicion.ts'
import { textoDeCelda, esVacia } from './celda-texto.ts'
import type { Fila, TablaMesa } from './mesa-tabla.ts'

const COLACION = new Intl.Collator('es', { numeric: true, sensitivity: 'base' })
const LEIDA = 0, ILEGIBLE = 1, VACIA = 2

interface Clave { id: number; clase: 0 | 1 | 2; valor: number | string }

/** Equal ones stay in sheet order, whichever the direction. An unknown column orders nothing. */
export function ordenarFilas(t: TablaMesa, filas: readonly Fila[], { columna, sentido }: Orden): Int32Array {
  const col = t.columnaDe(columna)
  if (col === undefined) return Int32Array.from(filas, f => f.id)
  const signo = sentido === 'asc' ? 1 : -1
  const claves = filas.map(f => claveDe(t, f, col))
  claves.sort((a, b) => a.clase - b.clase || (a.clase === VACIA ? 0 : signo * comparar(a.valor, b.valor)))
  return Int32Array.from(claves, c => c.id)
}

function claveDe(t: TablaMesa, f: Fila, col: number): Clave {
  if (esVacia(f.celdas[col])) return { id: f.id, clase: VACIA, valor: '' }
  const v = t.convertir(f).valores[col]
  if (typeof v === 'number' || typeof v === 'string') return { id: f.id, clase: LEIDA, valor: v }
  if (typeof v === 'object' && 'numero' in v) return { id: f.id, clase: LEIDA, valor: v.numero }
  if (Array.isArray(v)) return { id: f.id, clase: LEIDA, valor: v.join('; ') }
  return { id: f.id, clase: ILEGIBLE, valor: textoDeCelda(f.celdas[col]) }
}

function comparar(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : COLACION.compare(String(a), String(b))
}
