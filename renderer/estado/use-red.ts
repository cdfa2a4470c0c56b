import { useEffect, useState, useSyncExternalStore } from 'react'
import type { RedEstado } from '../../shared/ipc/modelos-red.ts'
import { escuchar, pedir } from '../puente.ts'

/** What is known of the way out of this network; null until main answers. */
export function useRed(): [RedEstado | null, (estado: RedEstado) => void] {
  const [red, setRed] = useState<RedEstado | null>(null)
  useEffect(() => {
    let vigente = true
    const dejar = escuchar('red:estado', setRed)
    void pedir('red:estado', {}).then(r => { if (vigente && r.ok) setRed(antes => antes ?? r.valor) })
    return () => {
      vigente = false
      dejar()
    }
  }, [])
  return [red, setRed]
}

function escucharLinea(alCambiar: () => void): () => void {
  window.addEventListener('online', alCambiar)
  window.addEventListener('offline', alCambiar)
  return () => {
    window.removeEventListener('online', alCambiar)
    window.removeEventListener('offline', alCambiar)
  }
}

/** Whether the computer has any network at all; that SENCE answers is another matter. */
export const useEnLinea = (): boolean => useSyncExternalStore(escucharLinea, () => navigator.onLine)
