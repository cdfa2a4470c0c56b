import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTls } from 'node:https'
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net'
import { CERTIFICADO } from './certificado.ts'

export interface Recibido { metodo: string; url: string; cabeceras: IncomingMessage['headers']; cuerpo: string }
export interface ServidorDePrueba { url: string; recibidos: Recibido[]; cerrar(): Promise<void> }

async function escuchar(servidor: Server, esquema: string, recibidos: Recibido[]): Promise<ServidorDePrueba> {
  const conexiones = new Set<Socket>()
  servidor.on('connection', (s: Socket) => { conexiones.add(s); s.on('close', () => conexiones.delete(s)); s.on('error', () => undefined) })
  await new Promise<void>((listo) => { servidor.listen(0, '127.0.0.1', listo) })
  return {
    url: `${esquema}://127.0.0.1:${(servidor.address() as AddressInfo).port}/api`, recibidos,
    cerrar: () => new Promise((listo) => { servidor.close(() => { listo() }); for (const s of conexiones) s.destroy() }),
  }
}

/** HTTP on loopback: reads the whole request, keeps it, and answers as told. */
export function servidorHttp(responder: (res: ServerResponse, recibido: Recibido) => void, tls = false): Promise<ServidorDePrueba> {
  const recibidos: Recibido[] = []
  const atender = (req: IncomingMessage, res: ServerResponse): void => {
    const partes: Buffer[] = []
    req.on('error', () => undefined)
    req.on('data', (b: Buffer) => partes.push(b))
    req.on('end', () => {
      const recibido = { metodo: req.method ?? '', url: req.url ?? '', cabeceras: req.headers, cuerpo: Buffer.concat(partes).toString('utf8') }
      recibidos.push(recibido)
      responder(res, recibido)
    })
  }
  return escuchar(tls ? createTls(CERTIFICADO, atender) : createServer(atender), tls ? 'https' : 'http', recibidos)
}

/** Bare TCP on loopback, for manners that no HTTP library has. */
export const servidorTcp = (atender: (s: Socket) => void): Promise<ServidorDePrueba> => escuchar(createTcp(atender), 'http', [])

/** A port of this computer where nobody listens. */
export async function puertoLibre(): Promise<number> {
  const s = await servidorTcp(() => undefined)
  await s.cerrar()
  return Number(new URL(s.url).port)
}
