import type { Session } from 'electron'
import { esNuestra } from './origen.ts'

/** The page has no network: whatever is not its own files is cancelled. Talking to SENCE is main's work. */
export function cerrarRed(sesion: Session, desarrollo: string | null): void {
  sesion.webRequest.onBeforeRequest((detalles, responder) => {
    const { url } = detalles
    const propia = esNuestra(url, desarrollo) || url.startsWith('devtools://') || (desarrollo !== null && esNuestra(url.replace(/^ws:/, 'http:'), desarrollo))
    // `data:` images are the drop-down arrows of the stylesheet; anything that could run is stopped by the CSP.
    responder({ cancel: !propia && !url.startsWith('data:image/') })
  })
  sesion.on('will-download', (evento) => { evento.preventDefault() })
}
