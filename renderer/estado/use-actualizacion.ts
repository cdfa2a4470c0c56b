import { useEffect, useState } from 'react'
import type { Actualizacion } from '../../shared/ipc/modelos-actualizacion.ts'
import { escuchar, pedir } from '../puente.ts'

/** How the updates of the program stand; null until main answers. */
export function useActualizacion(): Actualizacion | null {
  const [actualizacion, setActualizacion] = useState<Actualizacion | null>(null)
  useEffect(() => {
    let vigente = true
    const dejar = escuchar('actualizacion:estado', setActualizacion)
    void pedir('actualizacion:estado', {}).then(r => { if (vigente && r.ok) setActualizacion(antes => antes ?? r.valor) })
    return () => {
      vigente = false
      dejar()
    }
  }, [])
  return actualizacion
}
