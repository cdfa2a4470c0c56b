import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Protocol } from 'electron'
import { ANFITRION, ESQUEMA } from './origen.ts'

const TIPOS: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.json': 'application/json',
}

/** Only what the window is made of; no inline code, no eval, no network (`connect-src` falls back to 'none'). */
export const CSP = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "object-src 'none'",
].join('; ')

/** Before `ready`: a standard, secure origin without the privileges of `file:` (which can read any file). */
export function registrarEsquema(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: ESQUEMA, privileges: { standard: true, secure: true, codeCache: true } }])
}

/** The file of `raiz` that the URL names, or null when it names none or climbs out. */
export function archivoDe(raiz: string, url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, pathname } = new URL(url)
  if (protocol !== `${ESQUEMA}:` || host !== ANFITRION) return null
  let nombre: string
  try { nombre = decodeURIComponent(pathname) } catch { return null }
  if (nombre.includes('\0')) return null
  const archivo = path.resolve(raiz, `.${nombre}`)
  return archivo.startsWith(path.resolve(raiz) + path.sep) && path.extname(archivo) in TIPOS ? archivo : null
}

/** Serves the window's files at `app://puente/`, each with the CSP. */
export function servirVentana(protocol: Pick<Protocol, 'handle'>, raiz: string): void {
  protocol.handle(ESQUEMA, async (solicitud) => {
    const archivo = solicitud.method === 'GET' ? archivoDe(raiz, solicitud.url) : null
    if (archivo === null) return new Response(null, { status: 404 })
    try {
      const cuerpo = await readFile(archivo)
      return new Response(new Uint8Array(cuerpo), { headers: {
        'content-type': TIPOS[path.extname(archivo)] ?? 'application/octet-stream', 'content-security-policy': CSP,
        'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin',
      } })
    } catch { return new Response(null, { status: 404 }) }
  })
}
