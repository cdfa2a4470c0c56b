/** A tunnel through an HTTP proxy (CONNECT): the proxy sees where to, and nothing of what goes through. */
import { request as pedirHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as pedirHttps } from 'node:https'
import type { Socket } from 'node:net'
import type { SecureContext } from 'node:tls'
import type { ClaveProxy } from '../../services/puertos-red.ts'
import { FalloProxy } from './fallo-red.ts'

export interface OpcionesTunel {
  /** `http://10.0.0.1:8080` */
  proxy: string
  /** `host:port` of who is to be reached. */
  destino: string
  clave: ClaveProxy | null
  esperaMs: number
  senal: AbortSignal
  contexto: SecureContext | undefined
}

/** Basic is the one way of saying who one is that needs nothing of the system. */
const sabeBasic = (r: IncomingMessage): boolean => /(?:^|,)\s*basic\b/iu.test([r.headers['proxy-authenticate'] ?? ''].flat().join(','))

/** The open tunnel. Rejects with FalloProxy; before that nothing has gone towards the destination. */
export function abrirTunel(o: OpcionesTunel): Promise<Socket> {
  const { hostname, port, protocol } = new URL(o.proxy)
  const cabeceras = { host: o.destino, ...(o.clave === null ? {} : { 'proxy-authorization': `Basic ${Buffer.from(`${o.clave.usuario}:${o.clave.clave}`, 'utf8').toString('base64')}` }) }
  const seguro = protocol === 'https:'
  const opciones = {
    host: hostname.replace(/^\[|\]$/gu, ''), port: port === '' ? (seguro ? 443 : 80) : Number(port), method: 'CONNECT', path: o.destino, headers: cabeceras,
    agent: false, signal: o.senal, timeout: o.esperaMs, ...(o.contexto === undefined ? {} : { secureContext: o.contexto }),
  }
  return new Promise((listo, rechazar) => {
    const pedido: ClientRequest = seguro ? pedirHttps(opciones) : pedirHttp(opciones)
    pedido.once('timeout', () => { pedido.destroy(new FalloProxy('PROXY_CAIDO', true)) })
    pedido.once('error', (error) => { rechazar(error instanceof FalloProxy ? error : new FalloProxy('PROXY_CAIDO', true)) })
    // The answer to a CONNECT that was refused may come as any other answer.
    pedido.once('response', (r: IncomingMessage) => { r.resume(); r.destroy(); rechazar(falloDe(r)) })
    pedido.once('connect', (r: IncomingMessage, socket: Socket, sobrante: Buffer) => {
      socket.removeAllListeners('timeout')
      socket.setTimeout(0)
      if (r.statusCode === 200) {
        if (sobrante.length > 0) socket.unshift(sobrante)
        listo(socket)
        return
      }
      socket.destroy()
      rechazar(falloDe(r))
    })
    pedido.end()
  })
}

function falloDe(r: IncomingMessage): FalloProxy {
  if (r.statusCode === 407) return new FalloProxy(sabeBasic(r) ? 'PROXY_PIDE_CLAVE' : 'PROXY_ESQUEMA')
  return new FalloProxy((r.statusCode ?? 0) >= 500 ? 'PROXY_CAIDO' : 'PROXY_RECHAZA')
}
