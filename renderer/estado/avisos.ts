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

export function avisarFalla(falla: Falla): void {
  avisar({ tono: 'error', titulo: falla.titulo, detalle: `${falla.explicacion} ${falla.queHacer}` })
}
