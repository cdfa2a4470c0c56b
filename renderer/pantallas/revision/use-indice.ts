/** The rows that the grid shows: their ids, in order, for the table, filters and search chosen. */
import { startTransition, useEffect, useRef, useState } from 'react'
import type { Causa } from '../../../shared/domain/causas.ts'
import type { Recorte } from '../../../shared/ipc/modelos-edicion.ts'
import type { FiltroFilas } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import type { CacheFilas } from '../../grilla/cache-filas.ts'
import { conservarFila, conservarOrden } from '../../grilla/indice.ts'
import type { OrdenGrilla } from '../../grilla/tipos.ts'
import { pedir } from '../../puente.ts'

export interface Consulta {
  id: string; tabla: string; filtro: FiltroFilas; buscar: string
  /** Only the rows where it is found. */
  causa: Causa | null
  curso: { codigoOferta: string; codigoGrupo: string } | null
  /** RUT or part of a name. */
  alumno: string
  orden: OrdenGrilla
}
export interface Indice {
  /** The question that `ids` answers. */
  consulta: Consulta
  ids: readonly number[]
  /** The table's, when it was asked. */
  estructura: number
}
interface UsoIndice {
  consulta: Consulta
  version: number
  /** Changes when rows are added or taken away. */
  estructura: number
  cache: CacheFilas
  /** Row in focus, kept on screen when an edit takes it out of the filter. */
  filaEnFoco(): number | null
  alFallar(falla: Falla): void
}

/** Whether some rows may be hidden. */
export const estaFiltrada = (c: Consulta): boolean => c.filtro !== 'todas' || c.buscar !== '' || c.causa !== null || c.curso !== null || c.alumno !== ''
const iguales = (a: Int32Array, b: Int32Array): boolean => a.length === b.length && a.every((x, i) => x === b[i])

/** null: the first answer is on its way, or the table is another. */
export function useIndice(o: UsoIndice): Indice | null {
  const [indice, setIndice] = useState<Indice | null>(null)
  const leido = useRef<{ clave: string; ids: Int32Array; estructura: number } | null>(null)
  const ultimo = useRef(o)
  useEffect(() => { ultimo.current = o })

  // Without a filter an edit cannot change which rows there are.
  const version = estaFiltrada(o.consulta) ? o.version : null
  const { estructura } = o
  const clave = JSON.stringify(o.consulta)
  useEffect(() => {
    let vigente = true
    const { consulta } = ultimo.current
    const { id, tabla, filtro, buscar, causa, curso, alumno, orden } = consulta
    const otraVez = leido.current?.clave === clave ? leido.current : null
    const recorte: Recorte = { ...(curso === null ? {} : { curso }), ...(alumno === '' ? {} : { alumno }), ...(orden === null || otraVez ? {} : { orden }) }
    void pedir('borrador:indice', { id, tabla, filtro, buscar, recorte, ...(causa === null ? {} : { causa }) }).then(async r => {
      if (!vigente) return
      const { cache, filaEnFoco, alFallar } = ultimo.current
      if (!r.ok) return alFallar(r.falla)
      const foco = filaEnFoco()
      const ids = !otraVez ? r.valor.ids
        : orden !== null ? conservarOrden(r.valor.ids, otraVez.ids, otraVez.estructura === estructura ? foco : null)
          : foco !== null && otraVez.estructura === estructura ? conservarFila(r.valor.ids, otraVez.ids, foco) : r.valor.ids
      cache.ponerIndice(ids)
      if (leido.current === null) await cache.traerPrimeras()
      if (!vigente) return
      leido.current = { clave, ids, estructura }
      if (otraVez && otraVez.estructura === estructura && iguales(otraVez.ids, ids)) return
      startTransition(() => { setIndice({ consulta, ids: Array.from(ids), estructura }) })
    })
    return () => { vigente = false }
  }, [clave, version, estructura])

  return indice && indice.consulta.id === o.consulta.id && indice.consulta.tabla === o.consulta.tabla ? indice : null
}
