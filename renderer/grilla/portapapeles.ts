/** Blocks of cells copied from a spreadsheet: tabs between columns, newlines between rows. */

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

export interface CambioCelda { filaId: number; columna: string; texto: string }
/** Limits of the contract ('borrador:editar'). */
export const MAX_CELDAS = 10_000
export const MAX_TEXTO = 5_000

export type Pegado =
  | { ok: true; cambios: CambioCelda[]; filasSinLugar: number; columnasSinLugar: number }
  | { ok: false; motivo: 'vacio' | 'demasiadas' | 'texto-largo' }

/**
 * What pasting `texto` at position `pos` (of the rows shown) and column `columna` changes. It falls on the rows that the
 * person sees, never on those that a filter hides; what does not fit below or to the right is counted, not pasted.
 */
export function cambiosDePegado(o: { texto: string; ids: ArrayLike<number>; pos: number; columnas: readonly string[]; columna: number }): Pegado {
  if (o.texto === '') return { ok: false, motivo: 'vacio' }
  const bloque = leerBloque(o.texto)
  const ancho = Math.max(...bloque.map(f => f.length))
  const cambios: CambioCelda[] = []
  for (const [i, celdas] of bloque.entries()) {
    const filaId = o.ids[o.pos + i]
    if (filaId === undefined) break
    for (const [j, texto] of celdas.entries()) {
      const columna = o.columnas[o.columna + j]
      if (columna === undefined) break
      if (texto.length > MAX_TEXTO) return { ok: false, motivo: 'texto-largo' }
      cambios.push({ filaId, columna, texto })
    }
    if (cambios.length > MAX_CELDAS) return { ok: false, motivo: 'demasiadas' }
  }
  if (cambios.length === 0) return { ok: false, motivo: 'vacio' }
  return {
    ok: true, cambios,
    filasSinLugar: Math.max(0, o.pos + bloque.length - o.ids.length),
    columnasSinLugar: Math.max(0, o.columna + ancho - o.columnas.length),
  }
}
