import type { RutaRed } from '../../services/puertos-red.ts'

/**
 * The answer of a PAC script, or of the system, as a list of ways out: `PROXY 10.0.0.1:8080; HTTPS p.example:443; DIRECT`.
 * What cannot be read is left out; a list with nothing readable means the direct way.
 */
export function leerListaProxy(texto: string): readonly RutaRed[] {
  const rutas = texto.split(';').flatMap((parte) => leerRuta(parte.trim()) ?? [])
  return rutas.length === 0 ? [{ tipo: 'directa' }] : rutas
}

function leerRuta(parte: string): RutaRed | null {
  const [clase = '', servidor = ''] = parte.split(/\s+/u)
  switch (clase.toUpperCase()) {
    case 'DIRECT': return { tipo: 'directa' }
    case 'PROXY': case 'HTTP': return proxyDe('http', servidor)
    case 'HTTPS': return proxyDe('https', servidor)
    case 'SOCKS': case 'SOCKS4': case 'SOCKS5': return { tipo: 'otra' }
    default: return null
  }
}

function proxyDe(esquema: 'http' | 'https', servidor: string): RutaRed | null {
  const texto = `${esquema}://${servidor}`
  if (servidor === '' || !URL.canParse(texto)) return null
  const { host, username, pathname } = new URL(texto)
  // Only a server: whatever else a script puts there is not for us to follow.
  return host === '' || username !== '' || pathname !== '/' ? null : { tipo: 'proxy', url: `${esquema}://${host}` }
}
