/** The queue of toasts. Module level, so that whatever happens anywhere can be told. */
import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'
import type { Tono } from '../componentes/mensaje.tsx'
import type { Falla } from '../../shared/ipc/result.ts'

export interface Aviso {
  tono: Tono
  titulo: string
  detalle?: string
  accion?: { texto: string; hacer: () => void }
}

export const colaDeAvisos = new ToastQueue<Aviso>({ maxVisibleToasts: 3 })

/** Good news leave by themselves; bad news stay until they are read. */
const DURACION_MS = 6_000

export function avisar(aviso: Aviso): void {
  colaDeAvisos.add(aviso, aviso.tono === 'error' || aviso.tono === 'aviso' ? {} : { timeout: DURACION_MS })
}

/** Leaving a screen takes its good news along; what has to be read, and what is still in the queue, stays. */
export function cerrarExitos(): void {
  const exitos = colaDeAvisos.visibleToasts.filter(t => t.content.tono === 'exito')
  for (const { key } of exitos) colaDeAvisos.close(key)
}

/** What they told was of another OTEC. */
export function cerrarTodos(): void {
  colaDeAvisos.clear()
}

export function avisarFalla(falla: Falla): void {
  avisar({ tono: 'error', titulo: falla.titulo, detalle: `${falla.explicacion} ${falla.queHacer}` })
}
