/** The rows that the grid shows: their ids, in sheet order, for the table, filter and search chosen. */
import { startTransition, useEffect, useRef, useState } from 'react'
import type { Causa } from '../../../shared/domain/causas.ts'
import type { FiltroFilas } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import type { CacheFilas } from '../../grilla/cache-filas.ts'
import { conservarFila } from '../../grilla/indice.ts'
import { pedir } from '../../puente.ts'

export interface Consulta { id: string; tabla: string; filtro: FiltroFilas; buscar: string; /** Only the rows where it is found. */ causa: Causa | null }
export interface Indice {
  /** The question that `ids` answers. */
  consulta: Consulta
  ids: readonly number[]
}
interface UsoIndice {
  consulta: Consulta
  version: number
  cache: CacheFilas
  /** Row in focus, kept on screen when an edit takes it out of the filter. */
  filaEnFoco(): number | null
  alFallar(falla: Falla): void
}

const misma = (a: Consulta, b: Consulta): boolean => a.id === b.id && a.tabla === b.tabla && a.filtro === b.filtro && a.buscar === b.buscar && a.causa === b.causa
const iguales = (a: Int32Array, b: Int32Array): boolean => a.length === b.length && a.every((x, i) => x === b[i])

/** null: the first answer is on its way, or the table is another. */
export function useIndice(o: UsoIndice): Indice | null {
  const { id, tabla, filtro, buscar, causa } = o.consulta
  const [indice, setIndice] = useState<Indice | null>(null)
  const leido = useRef<{ consulta: Consulta; ids: Int32Array } | null>(null)
  const ultimo = useRef(o)
  useEffect(() => { ultimo.current = o })

  // Rows are neither added nor removed here: without filter or search an edit cannot change the index.
  const version = filtro === 'todas' && buscar === '' && causa === null ? 0 : o.version
  useEffect(() => {
    let vigente = true
    const consulta = { id, tabla, filtro, buscar, causa }
    void pedir('borrador:indice', { id, tabla, filtro, buscar, ...(causa === null ? {} : { causa }) }).then(async r => {
      if (!vigente) return
      const { cache, filaEnFoco, alFallar } = ultimo.current
      if (!r.ok) return alFallar(r.falla)
      const antes = leido.current
      const foco = filaEnFoco()
      const ids = antes && foco !== null && misma(antes.consulta, consulta) ? conservarFila(r.valor.ids, antes.ids, foco) : r.valor.ids
      cache.ponerIndice(ids)
      if (antes && misma(antes.consulta, consulta) && iguales(antes.ids, ids)) return
      if (antes === null) await cache.traerPrimeras()
      if (!vigente) return
      leido.current = { consulta, ids }
      startTransition(() => { setIndice({ consulta, ids: Array.from(ids) }) })
    })
    return () => { vigente = false }
  }, [id, tabla, filtro, buscar, causa, version])

  return indice && indice.consulta.id === id && indice.consulta.tabla === tabla ? indice : null
}
