import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { Input, Output, RequestName, Valor } from '../../shared/ipc/contract.ts'
import type { Falla } from '../../shared/ipc/result.ts'
import { pedir } from '../puente.ts'

export interface Consulta<T> {
  /** Last good answer; kept while a newer one is on its way, so that the screen does not blink. */
  datos: T | null
  falla: Falla | null
  cargando: boolean
  recargar: () => void
}

/**
 * Asks main when it appears and again when `entrada` or `vez` change; a late answer to an older question is dropped.
 * `entrada` null: do not ask yet.
 */
export function useConsulta<N extends RequestName>(nombre: N, entrada: Input<N> | null, vez: unknown = null): Consulta<Valor<N>> {
  const [estado, setEstado] = useState<{ datos: Valor<N> | null; falla: Falla | null; cargando: boolean }>({ datos: null, falla: null, cargando: entrada !== null })
  const [recargas, setRecargas] = useState(0)
  const clave = JSON.stringify([nombre, entrada, vez])

  const preguntar = useEffectEvent(() => entrada === null ? null : pedir(nombre, entrada))

  useEffect(() => {
    const respuesta = preguntar()
    if (respuesta === null) return
    let vigente = true
    setEstado(e => ({ ...e, cargando: true }))
    respuesta.then((r: Output<N>) => {
      if (!vigente) return
      if (r.ok) setEstado({ datos: r.valor as Valor<N>, falla: null, cargando: false })
      else setEstado(e => ({ ...e, falla: r.falla, cargando: false }))
      // Only a defect rejects: let the error boundary say so instead of waiting for ever.
    }, (error: unknown) => { setEstado(() => { throw error }) })
    return () => { vigente = false }
  }, [clave, recargas])

  return { ...estado, recargar: useCallback(() => { setRecargas(n => n + 1) }, []) }
}
