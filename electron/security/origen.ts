/** The page's only origin. URLs are parsed, never matched by substring. */
export const ESQUEMA = 'app'
export const ANFITRION = 'puente'
export const URL_VENTANA = `${ESQUEMA}://${ANFITRION}/index.html`

/** The development server's origin, or null. Never in a packaged program, and loopback only. */
export function origenDeDesarrollo(url: string | undefined, empaquetada: boolean): string | null {
  if (empaquetada || url === undefined || !URL.canParse(url)) return null
  const { protocol, hostname, origin } = new URL(url)
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? origin : null
}

/** Whether the URL is a page of ours (`app://puente/…`, or the development server's). */
export function esNuestra(url: string, desarrollo: string | null): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, origin } = new URL(url)
  return (protocol === `${ESQUEMA}:` && host === ANFITRION) || (desarrollo !== null && origin === desarrollo)
}
