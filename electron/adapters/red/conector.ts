/** How undici gets its connection: by the ways out of the list, in order, each only while nothing has gone through. */
import { connect as conectarTcp, type LookupFunction, type Socket } from 'node:net'
import { connect as conectarTls, type SecureContext } from 'node:tls'
import type { buildConnector } from 'undici'
import type { ClaveProxy, RutaRed } from '../../services/puertos-red.ts'
import { FalloProxy } from './fallo-red.ts'
import { abrirTunel } from './tunel.ts'

export interface OpcionesConector {
  rutas: readonly RutaRed[]
  clave(servidor: string): ClaveProxy | null
  /** The proxy's `host:port`, when it asks who one is. */
  alPedirClave(servidor: string): void
  esperaMs: number
  senal: AbortSignal
  contexto?: SecureContext | undefined
  ca?: string | undefined
  lookup?: LookupFunction | undefined
}

/**
 * An address may be tried for this long before the next one is begun beside it. Node's own 250 ms is less than many a
 * connection of a small town takes, and with it no address at all would ever answer.
 */
const ESPERA_POR_DIRECCION_MS = 2500
/** A proxy that is there answers at once; a list of dead ones must not take minutes. */
const ESPERA_PROXY_MS = 15_000

export interface Destino { readonly hostname: string; readonly port: number }

/** A plain connection to the destination by the first way out that gives one. */
export async function abrirSocket(o: OpcionesConector, destino: Destino): Promise<Socket> {
  let ultimo: unknown = new FalloProxy('PROXY_ESQUEMA')
  for (const ruta of o.rutas) {
    if (ruta.tipo === 'otra') continue
    try { return ruta.tipo === 'directa' ? await directo(o, destino) : await porProxy(o, ruta.url, destino) } catch (error) {
      ultimo = error
      if (!(error instanceof FalloProxy && error.inalcanzable)) break
    }
  }
  throw ultimo
}

async function porProxy(o: OpcionesConector, proxy: string, { hostname, port }: Destino): Promise<Socket> {
  const { host, port: puerto, protocol, hostname: servidorSolo } = new URL(proxy)
  const servidor = puerto === '' ? `${servidorSolo}:${protocol === 'https:' ? 443 : 80}` : host
  try {
    return await abrirTunel({ proxy, destino: `${hostname}:${port}`, clave: o.clave(servidor), esperaMs: Math.min(o.esperaMs, ESPERA_PROXY_MS), senal: o.senal, contexto: o.contexto })
  } catch (error) {
    if (error instanceof FalloProxy && error.code === 'PROXY_PIDE_CLAVE') o.alPedirClave(servidor)
    throw error
  }
}

function directo(o: OpcionesConector, { hostname, port }: Destino): Promise<Socket> {
  return new Promise((listo, rechazar) => {
    const socket = conectarTcp({
      host: hostname.replace(/^\[|\]$/gu, ''), port, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: ESPERA_POR_DIRECCION_MS,
      ...(o.lookup === undefined ? {} : { lookup: o.lookup }),
    })
    const dejar = (): void => { socket.destroy(Object.assign(new Error('abort'), { code: 'ABORT_ERR' })) }
    o.senal.addEventListener('abort', dejar, { once: true })
    const fin = (): void => { o.senal.removeEventListener('abort', dejar) }
    socket.once('connect', () => { fin(); socket.setNoDelay(true); socket.removeListener('error', rechazar); listo(socket) })
    socket.once('error', rechazar)
    socket.once('close', fin)
  })
}

/** TLS over an open connection, the certificate verified; resolves once it is safe to speak. */
function asegurar(o: OpcionesConector, socket: Socket, hostname: string): Promise<Socket> {
  const nombre = hostname.replace(/^\[|\]$/gu, '')
  return new Promise((listo, rechazar) => {
    const seguro = conectarTls({
      socket, host: nombre, ...(/^[\d.]+$|:/u.test(nombre) ? {} : { servername: nombre }), ALPNProtocols: ['http/1.1'],
      ...(o.contexto === undefined ? {} : { secureContext: o.contexto }), ...(o.ca === undefined ? {} : { ca: o.ca }),
    })
    seguro.once('secureConnect', () => { seguro.removeListener('error', rechazar); listo(seguro) })
    seguro.once('error', (error) => { socket.destroy(); rechazar(error) })
    seguro.once('close', () => { rechazar(Object.assign(new Error('closed'), { code: 'ECONNRESET' })) })
  })
}

export function crearConector(o: OpcionesConector): buildConnector.connector {
  return ({ hostname, protocol, port }, listo) => {
    const seguro = protocol === 'https:'
    const abrir = async (): Promise<Socket> => {
      const socket = await abrirSocket(o, { hostname, port: port === '' ? (seguro ? 443 : 80) : Number(port) })
      return seguro ? await asegurar(o, socket, hostname) : socket
    }
    let vencido = false
    const reloj = setTimeout(() => { vencido = true; listo(Object.assign(new Error('timeout'), { code: 'UND_ERR_CONNECT_TIMEOUT' }), null) }, o.esperaMs)
    abrir().then(
      (socket) => { clearTimeout(reloj); if (vencido) socket.destroy(); else listo(null, socket) },
      (error: unknown) => { clearTimeout(reloj); if (!vencido) listo(error instanceof Error ? error : new Error('socket'), null) },
    )
  }
}
