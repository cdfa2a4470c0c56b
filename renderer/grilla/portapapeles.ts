/** Blocks of cells copied from a spreadsheet: tabs between columns, newlines between rows. */
import type { FilaVista } from '../../shared/ipc/modelos.ts'
import { MAX_CELDAS_RANGO, MAX_FILAS_NUEVAS, MAX_TEXTO_CELDA } from '../../shared/planilla/limites-edicion.ts'
import { columnasDe, filasDe, type Caja, type Dimensiones } from './seleccion.ts'

/**
 * Cells of a copied block. Excel quotes a cell only when it holds a tab or a newline; a cell that merely starts with a
 * quote comes as it is, so quotes around anything else are the person's own text.
 */
export function leerBloque(texto: string): string[][] {
  const filas: string[][] = [[]]
  let i = 0
  while (i < texto.length || filas.at(-1)?.length === 0) {
    const citada = leerCitada(texto, i)
    const fin = citada?.fin ?? finDeCelda(texto, i)
    filas.at(-1)?.push(citada?.valor ?? texto.slice(i, fin))
    if (fin >= texto.length) break
    i = fin + 1
    if (texto[fin] === '\t') {
      if (i === texto.length) filas.at(-1)?.push('')
      continue
    }
    if (texto[fin] === '\r' && texto[i] === '\n') i++
    // The newline that ends the block starts no row.
    if (i < texto.length) filas.push([])
    else break
  }
  return filas
}

const esBorde = (c: string | undefined): boolean => c === undefined || c === '\t' || c === '\n' || c === '\r'

function finDeCelda(texto: string, desde: number): number {
  let i = desde
  while (!esBorde(texto[i])) i++
  return i
}

function leerCitada(texto: string, desde: number): { valor: string; fin: number } | null {
  if (texto[desde] !== '"') return null
  let valor = ''
  for (let i = desde + 1; i < texto.length; i++) {
    if (texto[i] !== '"') valor += texto[i]
    else if (texto[i + 1] === '"') { valor += '"'; i++ }
    else return esBorde(texto[i + 1]) && /[\t\n\r]/.test(valor) ? { valor, fin: i + 1 } : null
  }
  return null
}

/** Rows and columns that a paste takes, from the top left of what was chosen. */
export interface Plan {
  ok: true
  celdas: string[][]
  /** Where it starts, and how many rows and columns of those shown it takes. */
  f0: number; c0: number; filas: number; columnas: number
  /** What finds no place below and to the right. */
  filasSinLugar: number; columnasSinLugar: number
}
export type Pegado = Plan | { ok: false; motivo: 'vacio' | 'demasiadas' | 'texto-largo' }

/**
 * What pasting `texto` over a range takes. It falls on the rows that the person sees, never on those that a filter hides.
 * One that the range is a multiple of is repeated over it, as in Excel; any other keeps its own size.
 */
export function planDePegado(texto: string, caja: Caja, { filas: totalFilas, columnas: totalColumnas }: Dimensiones): Pegado {
  if (texto === '') return { ok: false, motivo: 'vacio' }
  const bloque = leerBloque(texto)
  const alto = bloque.length
  const ancho = bloque.reduce((n, f) => Math.max(n, f.length), 0)
  if (bloque.some(f => f.some(c => c.length > MAX_TEXTO_CELDA))) return { ok: false, motivo: 'texto-largo' }
  const repetido = filasDe(caja) % alto === 0 && columnasDe(caja) % ancho === 0
  const filas = repetido ? filasDe(caja) : alto
  const columnas = repetido ? columnasDe(caja) : ancho
  const caben = Math.min(columnas, totalColumnas - caja.c0)
  const filasSinLugar = Math.max(0, caja.f0 + filas - totalFilas)
  if (filas * caben > MAX_CELDAS_RANGO || filasSinLugar > MAX_FILAS_NUEVAS) return { ok: false, motivo: 'demasiadas' }
  return {
    ok: true, f0: caja.f0, c0: caja.c0, filas: filas - filasSinLugar, columnas: caben, filasSinLugar, columnasSinLugar: columnas - caben,
    celdas: repetido || caben === ancho ? bloque : bloque.map(f => f.slice(0, caben)),
  }
}

/** The cells of rows that the window has, as a spreadsheet takes them; null: some of them it has not. */
export function copiarDe(filas: readonly (FilaVista | undefined)[], { c0, c1 }: Caja): string | null {
  const lineas: string[] = []
  for (const f of filas) {
    if (!f) return null
    lineas.push(f.celdas.slice(c0, c1 + 1).map(c => citar(c.texto)).join('\t'))
  }
  return lineas.join('\r\n')
}

const citar = (texto: string): string => (/[\t\r\n"]/.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto)
