/** A block of cells changed at once: what is pasted, emptied or repeated over the rows and columns that the person chose. */
import type { Celda } from '../domain/celda.ts'
import { textoDeCelda } from './celda-texto.ts'
import { mismaCelda, type Accion, type Comando, type FilaAgregada, type Parte } from './comandos.ts'
import { celdaEscrita } from './mesa-edicion.ts'
import { esAgregada, type Fila, type TablaMesa } from './mesa-tabla.ts'

/** Ids of rows in the order that the person sees them, and keys of columns. Unknown ones are passed over. */
export interface Rango { filas: ArrayLike<number>; columnas: readonly string[] }
/** `celdas` are texts by row and column, repeated over the range; `nuevas` rows are added to take what comes after its last one. */
export interface Bloque { accion: Accion; celdas: readonly (readonly string[])[]; nuevas: number }

type Cambios = Extract<Parte, { tipo: 'editar' }>['cambios']

/** null: nothing would change. */
export function prepararBloque(t: TablaMesa, rango: Rango, { accion, celdas, nuevas }: Bloque): Comando | null {
  if (celdas.length === 0) return null
  const ancho = celdas.reduce((n, f) => Math.max(n, f.length), 0)
  /** undefined: a row of the block that is shorter than the others says nothing there. */
  const textoEn = (i: number, j: number): string | undefined => celdas[i % celdas.length]?.[j % ancho]
  const cambios: Cambios = []
  recorrer(t, rango, (fila, columna, col, i, j) => {
    const texto = textoEn(i, j)
    const antes = fila.celdas[col] ?? null
    if (texto !== undefined) anotar(cambios, fila, columna, antes, celdaEscrita(texto, antes, fila.base[col] ?? null))
  })
  const agregadas = nuevas === 0 ? [] : filasNuevas(t, rango, textoEn, nuevas)
  const editar: Parte[] = cambios.length === 0 ? [] : [{ tipo: 'editar', tabla: t.id, cambios, accion }]
  if (agregadas.length === 0) return editar[0] ?? null
  return { tipo: 'lote', accion, partes: [...editar, { tipo: 'filas', tabla: t.id, agregar: true, filas: agregadas }] }
}

/** The cells of the range's first row, repeated in those below: a date stays a date. */
export function prepararRelleno(t: TablaMesa, rango: Rango): Comando | null {
  const primera = t.porId.get(rango.filas[0] ?? -1)
  if (!primera) return null
  const cambios: Cambios = []
  recorrer(t, rango, (fila, columna, col) => { anotar(cambios, fila, columna, fila.celdas[col] ?? null, primera.celdas[col] ?? null) })
  return cambios.length === 0 ? null : { tipo: 'editar', tabla: t.id, cambios, accion: 'abajo' }
}

/** Blank rows at the end of the table. */
export function prepararFilas(t: TablaMesa, cuantas: number): Comando {
  return { tipo: 'filas', tabla: t.id, agregar: true, filas: Array.from({ length: cuantas }, (_, i) => ({ id: t.idLibre + i, celdas: {}, excluida: false })) }
}

/** Takes away rows that were added; those of the file are left out of the send instead, and are passed over here. */
export function prepararRetiro(t: TablaMesa, ids: readonly number[]): Comando | null {
  const filas = [...new Set(t.buscar(ids))].filter(esAgregada).map((f): FilaAgregada => ({
    id: f.id, excluida: f.excluida,
    celdas: Object.fromEntries(t.columnas.map((c, col) => [c.key, f.celdas[col] ?? null] as const).filter(([, celda]) => celda !== null)),
  }))
  return filas.length === 0 ? null : { tipo: 'filas', tabla: t.id, agregar: false, filas }
}

/** A cell with a tab, a newline or a quote goes between quotes, as spreadsheets do. */
export function textoDeRango(t: TablaMesa, { filas, columnas }: Rango): string {
  const cols = columnas.map(key => t.columnaDe(key))
  const lineas: string[] = []
  for (let i = 0; i < filas.length; i++) {
    const fila = t.porId.get(filas[i] ?? -1)
    if (fila) lineas.push(cols.map(col => citar(col === undefined ? '' : textoDeCelda(fila.celdas[col]))).join('\t'))
  }
  return lineas.join('\r\n')
}

export const citar = (texto: string): string => (/[\t\r\n"]/.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto)

function recorrer(t: TablaMesa, { filas, columnas }: Rango, hacer: (fila: Fila, columna: string, col: number, i: number, j: number) => void): void {
  const cols = columnas.map(key => t.columnaDe(key))
  for (let i = 0; i < filas.length; i++) {
    const fila = t.porId.get(filas[i] ?? -1)
    if (!fila) continue
    for (const [j, col] of cols.entries()) if (col !== undefined) hacer(fila, columnas[j] ?? '', col, i, j)
  }
}

function anotar(cambios: Cambios, fila: Fila, columna: string, antes: Celda, despues: Celda): void {
  if (!mismaCelda(antes, despues)) cambios.push({ filaId: fila.id, columna, antes, despues })
}

function filasNuevas(t: TablaMesa, { filas, columnas }: Rango, textoEn: (i: number, j: number) => string | undefined, nuevas: number): FilaAgregada[] {
  return Array.from({ length: nuevas }, (_, n) => {
    const suyas = columnas.map((key, j) => [key, celdaEscrita(textoEn(filas.length + n, j) ?? '', null, null)] as const)
    return { id: t.idLibre + n, excluida: false, celdas: Object.fromEntries(suyas.filter(([key, celda]) => celda !== null && t.columnaDe(key) !== undefined)) }
  })
}
