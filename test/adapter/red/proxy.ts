/** A proxy of an office, on loopback: tunnels, and the ways in which it does not. */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createTls } from 'node:https'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { ParDePrueba } from './certificados.ts'

export interface ProxyDePrueba {
  /** `host:port` */
  servidor: string
  /** What it was asked to reach, and with which identification. */
  pedidos: { destino: string; identificacion: string | undefined }[]
  /** Bytes that went through towards the destination. */
  bytes(): number
  cerrar(): Promise<void>
}
export interface OpcionesProxy {
  /** It asks who one is, in these ways. */
  pide?: { usuario: string; clave: string; esquema?: string }
  /** Answers every CONNECT with this. */
  responde?: number
  tls?: ParDePrueba
  /** Where a tunnel really leads: names that exist in no DNS. */
  lleva?: string
}

export async function proxyDePrueba(o: OpcionesProxy = {}): Promise<ProxyDePrueba> {
  const pedidos: ProxyDePrueba['pedidos'] = []
  const sockets = new Set<Socket>()
  let bytes = 0
  const nada: RequestListener = (_req, res) => { res.writeHead(400).end() }
  const s = o.tls === undefined ? createServer(nada) : createTls(o.tls, nada)
  s.on('connection', (c: Socket) => { sockets.add(c); c.on('error', () => undefined); c.on('close', () => sockets.delete(c)) })
  s.on('connect', (req: IncomingMessage, cliente: Socket, cabeza: Buffer) => {
    cliente.on('error', () => undefined)
    const identificacion = req.headers['proxy-authorization']
    pedidos.push({ destino: req.url ?? '', identificacion })
    const esperada = o.pide === undefined ? undefined : `Basic ${Buffer.from(`${o.pide.usuario}:${o.pide.clave}`).toString('base64')}`
    if (o.pide !== undefined && identificacion !== esperada) {
      cliente.end(`HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ${o.pide.esquema ?? 'Basic realm="oficina"'}\r\ncontent-length: 4\r\n\r\nnope`)
      return
    }
    if (o.responde !== undefined) { cliente.end(`HTTP/1.1 ${o.responde} No\r\ncontent-length: 0\r\n\r\n`); return }
    const [host = '', puerto = ''] = (o.lleva ?? req.url ?? '').split(':')
    const alla = connect(Number(puerto), host)
    alla.on('error', () => { cliente.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n') })
    alla.once('connect', () => {
      cliente.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      if (cabeza.length > 0) alla.write(cabeza)
      cliente.on('data', (b: Buffer) => { bytes += b.length; alla.write(b) })
      cliente.on('end', () => alla.end())
      alla.pipe(cliente)
    })
    cliente.on('close', () => { alla.destroy() })
  })
  await new Promise<void>((listo) => { s.listen(0, '127.0.0.1', listo) })
  return {
    servidor: `127.0.0.1:${(s.address() as AddressInfo).port}`, pedidos, bytes: () => bytes,
    cerrar: () => new Promise((listo) => { s.close(() => { listo() }); for (const c of sockets) c.destroy() }),
  }
}
