import type { App } from 'electron'
import { URL_VENTANA, esNuestra } from './origen.ts'

/** No contents of any kind may go elsewhere, open a window or embed a webview. Links outside go through 'app:abrirEnlace'. */
export function prohibirNavegacion(app: Pick<App, 'on'>, desarrollo: string | null): void {
  app.on('web-contents-created', (_evento, contenidos) => {
    contenidos.setWindowOpenHandler(() => ({ action: 'deny' }))
    contenidos.on('will-attach-webview', (evento) => { evento.preventDefault() })
    contenidos.on('will-redirect', (evento) => { evento.preventDefault() })
    // Reloading the page that is already there is the one navigation of ours (and of the development server).
    contenidos.on('will-frame-navigate', (evento) => {
      if (!evento.isMainFrame || !esNuestra(evento.url, desarrollo)) evento.preventDefault()
    })
    // Chromium asks nobody about this one: it needs nothing from anywhere. The person would be left with a blank window.
    contenidos.on('did-navigate', (_llegada, url) => { if (url === 'about:blank') void contenidos.loadURL(desarrollo ?? URL_VENTANA) })
  })
}
