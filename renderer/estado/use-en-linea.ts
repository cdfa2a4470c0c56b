import { useSyncExternalStore } from 'react'

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
