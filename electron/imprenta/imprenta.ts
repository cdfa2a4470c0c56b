/** Paper: a PDF or a print of a page of ours, by Chromium, in a hidden window that lives for as long as that takes. */
import { randomUUID } from 'node:crypto'
import { BrowserWindow, session, type Session } from 'electron'
import { asegurarSesionDeHoja, preferenciasDeHoja, urlDeHoja } from '../security/hoja.ts'
import { RUTA_ESTILO } from '../services/comprobante/comprobante.ts'
import { html } from '../services/html-seguro.ts'
import type { Hoja, Imprenta } from '../services/puertos-hoja.ts'
import { TEXTOS_NATIVOS } from '../textos.ts'
import { ESTILO_HOJA } from './estilo.ts'

/** Inches. Chile prints on Letter. */
const MARGENES = { top: 0.8, bottom: 0.75, left: 0.6, right: 0.6 }
const T = TEXTOS_NATIVOS.hoja

export function crearImprenta(): Imprenta {
  const hojas = new Map<string, Hoja>()
  let sesion: Session | null = null

  /** Its own session, in memory: nothing of the window's is reachable from it, nor the other way round. */
  function abrirSesion(): Session {
    const nueva = session.fromPartition('hoja', { cache: false })
    asegurarSesionDeHoja(nueva, (ruta) => {
      if (ruta === RUTA_ESTILO) return { tipo: 'text/css; charset=utf-8', trozos: [ESTILO_HOJA] }
      const hoja = hojas.get(ruta.slice(1))
      return hoja === undefined ? null : { tipo: 'text/html; charset=utf-8', trozos: hoja.trozos }
    })
    return nueva
  }

  async function conVentana<T>(hoja: Hoja, hacer: (ventana: BrowserWindow) => Promise<T>): Promise<T> {
    const id = randomUUID()
    sesion ??= abrirSesion()
    hojas.set(id, hoja)
    const ventana = new BrowserWindow({ show: false, title: hoja.titulo, webPreferences: preferenciasDeHoja(sesion) })
    try {
      return await Promise.race([seAcaba(ventana), ventana.loadURL(urlDeHoja(id)).then(() => hacer(ventana))])
    } finally {
      hojas.delete(id)
      if (!ventana.isDestroyed()) ventana.destroy()
    }
  }

  return {
    pdf: (hoja) => conVentana(hoja, ({ webContents }) => webContents.printToPDF({
      pageSize: 'Letter', margins: MARGENES, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true,
      displayHeaderFooter: true, headerTemplate: cabeza(hoja), footerTemplate: pie(hoja),
    })),
    imprimir: (hoja) => conVentana(hoja, async ({ webContents }) => {
      if ((await webContents.getPrintersAsync()).length === 0) return 'sin-impresora'
      return new Promise<'impreso' | 'cancelado'>((resolver, rechazar) => {
        // The dialog's own head and foot: page numbers of Chromium, and what must stand on each page.
        webContents.print({ silent: false, printBackground: true, pageSize: 'Letter', header: hoja.marca ?? hoja.encabezado, footer: hoja.pie }, (impreso, motivo) => {
          if (impreso) resolver('impreso')
          else if (/cancel/iu.test(motivo)) resolver('cancelado')
          else rechazar(new Error(`print: ${motivo}`))
        })
      })
    }),
  }
}

/** Rejects when the window ends before its work: Chromium then answers nothing. */
const seAcaba = (ventana: BrowserWindow): Promise<never> => new Promise((_resolver, rechazar) => {
  ventana.webContents.once('render-process-gone', (_evento, { reason }) => { rechazar(new Error(`sheet: ${reason}`)) })
  ventana.once('closed', () => { rechazar(new Error('sheet: closed')) })
})

/**
 * Chromium 130 has no margin boxes in CSS (`@bottom-right`, from 131 on), so these are its own templates: a document of
 * their own, which sees no stylesheet and must say its size.
 */
const LINEA = 'width:100%;margin:0 0.6in;display:flex;justify-content:space-between;gap:12pt;font:7.5pt system-ui,Arial,sans-serif;color:#4a4f59'
const cabeza = ({ encabezado, marca }: Hoja): string =>
  html`<div style="${LINEA}"><span>${encabezado}</span>${marca === null ? null : html`<strong style="color:#6b2fa0">${marca}</strong>`}</div>`.texto
const pie = (hoja: Hoja): string =>
  html`<div style="${LINEA}"><span>${hoja.pie}</span><span>${T.pagina} <span class="pageNumber"></span> ${T.de} <span class="totalPages"></span></span></div>`.texto
