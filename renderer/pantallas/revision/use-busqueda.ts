/** How many cells say what is looked for, and the way from one to the next. */
import { useEffect, useRef, useState } from 'react'
import type { Hallada, PedidoBusqueda } from '../../../shared/ipc/modelos-edicion.ts'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'
import { pedir } from '../../puente.ts'
import type { LugarFoco } from './use-recorrido.ts'

const ESPERA_MS = 180

interface UsoBusqueda {
  resumen: BorradorResumen
  pedido: PedidoBusqueda
  /** Cell from which the search goes on. */
  foco: LugarFoco | null
  irACelda(lugar: LugarFoco, o: { enfocar: boolean }): void
  alFallar(f: Falla): void
}

/** `total` null: not known yet. `actual`: the match on which the focus stands. */
export function useBusqueda(o: UsoBusqueda): { total: number | null; actual: Hallada | null; ir(haciaAtras: boolean): Promise<void> } {
  const [total, setTotal] = useState<number | null>(null)
  const [hallada, setHallada] = useState<Hallada | null>(null)
  const ultimo = useRef(o)
  useEffect(() => { ultimo.current = o })
  const clave = JSON.stringify(o.pedido)
  const { version } = o.resumen

  useEffect(() => {
    const { resumen, pedido } = ultimo.current
    setHallada(null)
    setTotal(null)
    if (pedido.texto === '') return
    let vigente = true
    const espera = setTimeout(() => {
      void pedir('borrador:encontrar', { id: resumen.id, ...pedido, desde: null, haciaAtras: false }).then(r => {
        if (!vigente) return
        if (r.ok) setTotal(r.valor.total)
        else ultimo.current.alFallar(r.falla)
      })
    }, ESPERA_MS)
    return () => { vigente = false; clearTimeout(espera) }
  }, [clave, version])

  const ir = async (haciaAtras: boolean): Promise<void> => {
    const { resumen, pedido, foco, irACelda, alFallar } = ultimo.current
    if (pedido.texto === '') return
    const r = await pedir('borrador:encontrar', { id: resumen.id, ...pedido, desde: foco, haciaAtras })
    if (!r.ok) return alFallar(r.falla)
    setTotal(r.valor.total)
    setHallada(r.valor.hallada)
    // The keyboard stays in the field, so that Enter goes on to the next.
    if (r.valor.hallada) irACelda(r.valor.hallada, { enfocar: false })
  }
  const { foco } = o
  const actual = hallada && foco && hallada.tabla === foco.tabla && hallada.filaId === foco.filaId && hallada.columna === foco.columna ? hallada : null
  return { total, actual, ir }
}
