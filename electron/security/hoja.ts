/** The hidden window that makes a PDF or a print: even less than the main one. It is made of our own text, escaped, and does nothing. */
import type { Session, WebPreferences } from 'electron'
import { ESQUEMA } from './origen.ts'
import { denegarPermisos } from './permisos.ts'
import { preferenciasSeguras } from './preferencias.ts'

/** Not the window's: what is trusted for being `app://puente/` must not be this. */
const ANFITRION_HOJA = 'hoja'
/** No scripts, images, frames or forms: one stylesheet. */
export const CSP_HOJA = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export const urlDeHoja = (id: string): string => `${ESQUEMA}://${ANFITRION_HOJA}/${id}`

/** Those of the main window without its preload, and no JavaScript at all. */
export function preferenciasDeHoja(sesion: Session): WebPreferences {
  const { preload: _ninguno, ...seguras } = preferenciasSeguras('')
  return { ...seguras, session: sesion, javascript: false, images: false, webgl: false, plugins: false }
}

/** Serves what `leer` knows (by path, `/…`), and nothing else reaches anything. */
export function asegurarSesionDeHoja(sesion: Session, leer: (ruta: string) => { tipo: string; trozos: readonly string[] } | null): void {
  denegarPermisos(sesion)
  sesion.on('will-download', (evento) => { evento.preventDefault() })
  sesion.webRequest.onBeforeRequest(({ url }, responder) => { responder({ cancel: rutaDe(url) === null }) })
  sesion.protocol.handle(ESQUEMA, ({ method, url }) => {
    const ruta = rutaDe(url)
    const hallado = method === 'GET' && ruta !== null ? leer(ruta) : null
    if (hallado === null) return new Response(null, { status: 404 })
    return new Response(enTrozos(hallado.trozos), { headers: {
      'content-type': hallado.tipo, 'content-security-policy': CSP_HOJA, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store',
    } })
  })
}

function rutaDe(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, pathname } = new URL(url)
  return protocol === `${ESQUEMA}:` && host === ANFITRION_HOJA ? pathname : null
}

function enTrozos(trozos: readonly string[]): ReadableStream<Uint8Array> {
  const codificador = new TextEncoder()
  let i = 0
  return new ReadableStream({
    pull: (salida) => {
      const trozo = trozos[i]
      i += 1
      if (trozo === undefined) salida.close()
      else salida.enqueue(codificador.encode(trozo))
    },
  })
}
