import { useEffect, useState } from 'react'
import type { NocheEstado } from '../../shared/ipc/modelos-noche.ts'
import { escuchar, pedir } from '../puente.ts'

/** What waits for the night, and what missed it; null until main answers. */
export function useNoche(): NocheEstado | null {
  const [noche, setNoche] = useState<NocheEstado | null>(null)
  useEffect(() => {
    let vigente = true
    const dejar = escuchar('noche:estado', setNoche)
    void pedir('noche:estado', {}).then(r => { if (vigente && r.ok) setNoche(antes => antes ?? r.valor) })
    return () => {
      vigente = false
      dejar()
    }
  }, [])
  return noche
}
