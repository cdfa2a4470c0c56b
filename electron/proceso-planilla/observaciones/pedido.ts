/** What an export asks for, sheet by sheet, in the columns of the file. */
import type { ColumnaKey } from '../../../shared/planilla/columnas.ts'
import type { Celda } from '../../../shared/domain/celda.ts'
import type { NivelObservado, Observacion, TablaObservada } from '../../../shared/planilla/observaciones.ts'
import { columnaDe } from './texto-xml.ts'
import { TEXTOS_OBSERVACIONES as T } from './textos.ts'

/** A column of the file by its number (from 0), or one that the sheet has to be given, by its place among the new ones. */
export type Lugar = { columna: number } | { nueva: number }
export interface CeldaMarcada { fila: number; lugar: Lugar; nivel: NivelObservado; titulo: string; texto: string }
export interface PedidoHoja {
  hoja: string
  /** Headings of the columns that the file has, to find the row where they stand. */
  titulos: { columna: number; titulo: string }[]
  nuevas: { key: ColumnaKey; titulo: string }[]
  valores: { fila: number; lugar: Lugar; key: ColumnaKey; celda: Celda }[]
  marcas: CeldaMarcada[]
  observaciones: (Observacion & { lugar: Lugar | null })[]
  /** Typed in rows that the sheet lacks. */
  sinFila: number
}

export function pedidoDe(t: TablaObservada): PedidoHoja {
  const usadas = new Set([...t.editadas.map(e => e.columna), ...t.observaciones.map(o => o.columna)])
  const nuevas = t.columnas.filter(c => c.letra === '' && usadas.has(c.key)).map(({ key, titulo }) => ({ key, titulo }))
  const lugares = new Map<ColumnaKey, Lugar>()
  for (const c of t.columnas) if (c.letra !== '') lugares.set(c.key, { columna: columnaDe(c.letra) })
  nuevas.forEach((c, nueva) => lugares.set(c.key, { nueva }))
  const primera = t.columnas.find(c => c.letra !== '')
  const lugarDe = (key: ColumnaKey | null): Lugar | null => (key === null ? (primera ? { columna: columnaDe(primera.letra) } : null) : (lugares.get(key) ?? null))
  const observaciones = t.observaciones.map(o => ({ ...o, lugar: lugarDe(o.columna) }))
  return {
    hoja: t.hoja, nuevas, observaciones, marcas: marcasDe(observaciones),
    titulos: t.columnas.filter(c => c.letra !== '').map(c => ({ columna: columnaDe(c.letra), titulo: c.titulo })),
    valores: t.editadas.flatMap(({ fila, columna, celda }) => {
      const lugar = lugarDe(columna)
      return fila === null || lugar === null ? [] : [{ fila, lugar, key: columna, celda }]
    }),
    sinFila: t.editadas.filter(e => e.fila === null).length,
  }
}

/** One mark a cell, with the words of all that was found in it; errors come first. */
function marcasDe(observaciones: PedidoHoja['observaciones']): CeldaMarcada[] {
  const porCelda = new Map<string, CeldaMarcada>()
  for (const o of observaciones) {
    if (o.fila === null || o.lugar === null) continue
    const clave = `${o.fila} ${JSON.stringify(o.lugar)}`
    const texto = `${o.mensaje}\n${T.queHacer(o.queHacer)}`
    const otra = porCelda.get(clave)
    if (otra) otra.texto += `\n\n${T.nivel[o.nivel]}: ${texto}`
    else porCelda.set(clave, { fila: o.fila, lugar: o.lugar, nivel: o.nivel, titulo: T.nivel[o.nivel], texto })
  }
  return [...porCelda.values()]
}
