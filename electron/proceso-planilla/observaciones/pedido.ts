/** What an export asks for, sheet by sheet, in the columns of the file. */
import type { ColumnaKey } from '../../../shared/planilla/columnas.ts'
import type { Celda } from '../../../shared/domain/celda.ts'
import type { NivelObservado, Observacion, TablaObservada } from '../../../shared/planilla/observaciones.ts'
import { columnaDe } from './texto-xml.ts'
import { TEXTOS_OBSERVACIONES as T } from './textos.ts'

/** A column of the file by its number (from 0), or one that the sheet has to be given, by its place among the new ones. */
export type Lugar = { columna: number } | { nueva: number }
/** `nivel` null: nothing is wrong with it, it is only told. */
export interface CeldaMarcada { fila: number; lugar: Lugar; nivel: NivelObservado | null; titulo: string; texto: string }
/** Where a row that the file lacked was written. */
export interface FilaEscrita { tabla: string; filaId: number; fila: number }
export interface PedidoHoja {
  hoja: string
  /** Headings of the columns that the file has, to find the row where they stand. */
  titulos: { columna: number; titulo: string }[]
  nuevas: { key: ColumnaKey; titulo: string }[]
  valores: { fila: number; lugar: Lugar; key: ColumnaKey; celda: Celda }[]
  marcas: CeldaMarcada[]
  observaciones: (Observacion & { lugar: Lugar | null })[]
  /** Rows that the sheet is given, after its own, and the one whose looks they take. */
  agregadas: FilaEscrita[]
  comoFila: number | null
  /** Rows for which the sheet has no place. */
  sinLugar: number
}

/** Rows of a sheet of Excel. */
const ULTIMA_POSIBLE = 1_048_576

/** `libre`: first row of the sheet from which on nothing is written. */
export function pedidoDe(t: TablaObservada, libre: number): PedidoHoja {
  const usadas = new Set([...t.editadas.map(e => e.columna), ...t.observaciones.map(o => o.columna)])
  const nuevas = t.columnas.filter(c => c.letra === '' && usadas.has(c.key)).map(({ key, titulo }) => ({ key, titulo }))
  const lugares = new Map<ColumnaKey, Lugar>()
  for (const c of t.columnas) if (c.letra !== '') lugares.set(c.key, { columna: columnaDe(c.letra) })
  nuevas.forEach((c, nueva) => lugares.set(c.key, { nueva }))
  const primera = t.columnas.find(c => c.letra !== '')
  const lugarDe = (key: ColumnaKey | null): Lugar | null => (key === null ? (primera ? { columna: columnaDe(primera.letra) } : null) : (lugares.get(key) ?? null))
  const agregadas = t.agregadas.map((filaId, i) => ({ tabla: t.id, filaId, fila: libre + i })).filter(a => a.fila <= ULTIMA_POSIBLE)
  const suyas = new Map(agregadas.map(a => [a.filaId, a.fila]))
  const observaciones = t.observaciones.map(o => ({ ...o, fila: o.fila ?? suyas.get(o.filaId) ?? null, lugar: lugarDe(o.columna) }))
  // On the first cell that says something: a note on a blank one is easily missed.
  const iniciales = new Map(t.editadas.toReversed().map(e => [e.filaId, lugarDe(e.columna)]))
  const avisos = agregadas.flatMap((a): CeldaMarcada[] => {
    const lugar = iniciales.get(a.filaId) ?? null
    return lugar === null ? [] : [{ fila: a.fila, lugar, nivel: null, titulo: T.filaAgregada, texto: T.filaAgregadaDetalle }]
  })
  return {
    hoja: t.hoja, nuevas, observaciones, marcas: marcasDe(observaciones, avisos), agregadas, comoFila: t.ultimaFila,
    titulos: t.columnas.filter(c => c.letra !== '').map(c => ({ columna: columnaDe(c.letra), titulo: c.titulo })),
    valores: t.editadas.flatMap(({ filaId, fila: suya, columna, celda }) => {
      const fila = suya ?? suyas.get(filaId)
      const lugar = lugarDe(columna)
      return fila === undefined || lugar === null ? [] : [{ fila, lugar, key: columna, celda }]
    }),
    sinLugar: t.agregadas.length - agregadas.length,
  }
}

/** One mark a cell, with the words of all that was found in it; errors come first. */
function marcasDe(observaciones: PedidoHoja['observaciones'], avisos: readonly CeldaMarcada[]): CeldaMarcada[] {
  const porCelda = new Map<string, CeldaMarcada>()
  const claveDe = (fila: number, lugar: Lugar): string => `${fila} ${JSON.stringify(lugar)}`
  for (const o of observaciones) {
    if (o.fila === null || o.lugar === null) continue
    const clave = claveDe(o.fila, o.lugar)
    const texto = `${o.mensaje}\n${T.queHacer(o.queHacer)}`
    const otra = porCelda.get(clave)
    if (otra) otra.texto += `\n\n${T.nivel[o.nivel]}: ${texto}`
    else porCelda.set(clave, { fila: o.fila, lugar: o.lugar, nivel: o.nivel, titulo: T.nivel[o.nivel], texto })
  }
  for (const a of avisos) {
    const otra = porCelda.get(claveDe(a.fila, a.lugar))
    if (otra) otra.texto += `\n\n${a.titulo}: ${a.texto}`
    else porCelda.set(claveDe(a.fila, a.lugar), a)
  }
  return [...porCelda.values()]
}
