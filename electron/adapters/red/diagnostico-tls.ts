/**
 * Who answered instead of SENCE. The certificate was already refused and nothing was sent; this looks at it once more,
 * only to tell the person what is wrong with it. It asks for nothing but a date (HEAD /), with no token, RUT or data.
 */
import { request } from 'node:http'
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls'
import type { Socket } from 'node:net'

export interface CertificadoVisto {
  /** Organisation, or name, of who signed it. */
  readonly emisor: string
  readonly desde: number
  readonly hasta: number
  /** The server's own clock; null: it did not say. */
  readonly horaServidor: number | null
}
const ESPERA_MS = 5000
const LARGO_NOMBRE = 80

/** @param abrir a new plain connection to the same place, by the same way out */
export async function mirarCertificado(abrir: () => Promise<Socket>, nombre: string): Promise<CertificadoVisto | null> {
  let tls: TLSSocket | null = null
  try {
    const socket = await abrir()
    const visto = connect({ socket, ...(/^[\d.]+$|:/u.test(nombre) ? {} : { servername: nombre }), ALPNProtocols: ['http/1.1'], rejectUnauthorized: false })
    tls = visto
    await new Promise<void>((listo, rechazar) => {
      visto.setTimeout(ESPERA_MS, () => { rechazar(new Error('timeout')) })
      visto.once('secureConnect', listo)
      visto.once('error', rechazar)
      visto.once('close', () => { rechazar(new Error('closed')) })
    })
    const c = visto.getPeerCertificate()
    return { emisor: nombreDe(c.issuer), desde: Date.parse(c.valid_from), hasta: Date.parse(c.valid_to), horaServidor: await preguntarHora(visto, nombre) }
  } catch { return null } finally { tls?.destroy() }
}

/** What a stranger wrote: bounded, and one line. */
function nombreDe(emisor: PeerCertificate['issuer']): string {
  // oxlint-disable-next-line typescript/no-unnecessary-condition -- a certificate without an issuer's name leaves it out
  const texto = [emisor?.O ?? emisor?.CN ?? ''].flat().join(' ')
  return texto.replace(/[\p{C}\s]+/gu, ' ').trim().slice(0, LARGO_NOMBRE)
}

function preguntarHora(tls: TLSSocket, nombre: string): Promise<number | null> {
  return new Promise((listo) => {
    const pedido = request({ method: 'HEAD', path: '/', headers: { host: nombre, connection: 'close' }, createConnection: () => tls, timeout: ESPERA_MS })
    const nada = (): void => { pedido.destroy(); listo(null) }
    pedido.once('timeout', nada)
    pedido.once('error', nada)
    tls.once('close', nada)
    pedido.once('response', (r) => {
      r.resume()
      const hora = Date.parse(r.headers.date ?? '')
      listo(Number.isNaN(hora) ? null : hora)
    })
    pedido.end()
  })
}
