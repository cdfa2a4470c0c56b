/** What "Exportar con observaciones" says of a draft: its cells that differ from the file's, and what is wrong in each. */
import { mensajeDe, queHacerDe } from '../domain/causas.ts'
import type { Celda } from '../domain/celda.ts'
import { textoDeCelda } from './celda-texto.ts'
import type { ColumnaKey } from './columnas.ts'
import { mismaCelda } from './comandos.ts'
import { esAgregada, type Fila, type TablaMesa } from './mesa-tabla.ts'
import { datosDe, hallazgosDe } from './mesa-vista.ts'

/** Informations need nothing of the person: they are counted and not marked. */
export type NivelObservado = 'error' | 'aviso'
export interface Observacion {
  nivel: NivelObservado
  filaId: number
  /** 1-based row of the sheet; null for a row that the sheet lacks. */
  fila: number | null
  /** null: on the row as a whole. */
  columna: ColumnaKey | null
  titulo: string
  valor: string
  mensaje: string
  queHacer: string
}
export interface CeldaEditada { filaId: number; fila: number | null; columna: ColumnaKey; celda: Celda }
export interface TablaObservada {
  id: string
  hoja: string
  columnas: readonly { key: ColumnaKey; titulo: string; letra: string }[]
  /** Rows that the file lacks and that say something, in order: they go after its own. */
  agregadas: number[]
  /** Last row of the sheet with data of the draft; null: it has none. */
  ultimaFila: number | null
  editadas: CeldaEditada[]
  observaciones: Observacion[]
  informaciones: number
}

/** Errors before warnings within each row, in sheet order. Rows left out say nothing, and keep what was typed in them. */
export function observarTabla(t: TablaMesa): TablaObservada {
  const columnas = t.columnas.map(c => ({ ...c, key: c.key as ColumnaKey }))
  const agregadas = t.filas.filter(f => esAgregada(f) && !f.vacia).map(f => f.id)
  const ultimaFila = t.filas.reduce<number | null>((n, f) => (f.fila === null ? n : Math.max(n ?? 0, f.fila)), null)
  const o: TablaObservada = { id: t.id, hoja: t.hoja, columnas, agregadas, ultimaFila, editadas: [], observaciones: [], informaciones: t.informaciones }
  for (const f of t.filas) {
    columnas.forEach((c, col) => {
      const celda = f.celdas[col] ?? null
      if (!mismaCelda(celda, f.base[col] ?? null)) o.editadas.push({ filaId: f.id, fila: f.fila, columna: c.key, celda })
    })
    if (f.errores + f.avisos > 0) o.observaciones.push(...observarFila(f, columnas))
  }
  return o
}

function observarFila(f: Fila, columnas: TablaObservada['columnas']): Observacion[] {
  const lista: Observacion[] = []
  for (const h of hallazgosDe(f)) {
    if (h.nivel === 'informacion') continue
    const c = columnas[h.col]
    const datos = datosDe(f, h)
    lista.push({
      nivel: h.nivel, filaId: f.id, fila: f.fila, columna: c?.key ?? null, titulo: c?.titulo ?? '', valor: c ? textoDeCelda(f.celdas[h.col] ?? null) : '',
      mensaje: mensajeDe(h.causa, datos), queHacer: queHacerDe(h.causa, datos),
    })
  }
  return lista.sort((a, b) => ORDEN[a.nivel] - ORDEN[b.nivel])
}
const ORDEN: Readonly<Record<NivelObservado, number>> = { error: 0, aviso: 1 }
