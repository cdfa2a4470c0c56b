/** Between the program and SENCE, at the level of answers: SENCE does its work, and what it says arrives changed. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { numerosComoTexto } from '../../electron/gestor/php.ts'

type Json = Record<string, unknown>
export interface Variante {
  nombre: string
  /** The answer is whole for who reads tolerantly: nothing has to be asked afterwards. */
  inofensiva: boolean
  responder(res: ServerResponse, cuerpo: string): void
  /** Answers without passing the call on to SENCE. */
  sinProcesar?: boolean
}
const con = (nombre: string, inofensiva: boolean, responder: Variante['responder']): Variante => ({ nombre, inofensiva, responder })
const json = (res: ServerResponse, texto: string | Buffer, mas: Record<string, string> = {}, estado = 200): void => { res.writeHead(estado, { 'content-type': 'application/json; charset=utf-8', ...mas }).end(texto) }
const pagina = '<!DOCTYPE html><html><body><h1>Sitio en mantenci&oacute;n</h1></body></html>'
const cambiar = (texto: string, f: (v: Json) => Json): string => JSON.stringify(f(JSON.parse(texto) as Json))
const doblar = (v: unknown): unknown => (Array.isArray(v) ? [...(v as unknown[]), ...(v as unknown[])] : v)
const sin = (v: Json, ...claves: string[]): Json => Object.fromEntries(Object.entries(v).filter(([k]) => !claves.includes(k)))

export const VARIANTES: readonly Variante[] = [
  con('HTML antes del JSON', true, (res, c) => { res.writeHead(200, { 'content-type': 'text/html' }).end(`<br />\n<b>Warning</b>: Undefined array key "x" in <b>a.php</b> on line <b>2</b><br />\n${c}`) }),
  con('solo HTML', false, (res) => { res.writeHead(200, { 'content-type': 'text/html' }).end(pagina) }),
  con('JSON truncado', false, (res, c) => { json(res, c.slice(0, Math.floor(c.length / 2))) }),
  con('cuerpo vacío', false, (res) => { json(res, '') }),
  ...[500, 502, 503, 429].map((estado): Variante => con(`HTTP ${estado} después de procesar`, false, (res) => { res.writeHead(estado, { 'content-type': 'text/html', 'retry-after': '1' }).end(pagina) })),
  ...[500, 502, 503, 429].map((estado): Variante => ({ ...con(`HTTP ${estado} sin procesar`, false, (res) => { res.writeHead(estado, { 'content-type': 'text/html' }).end(pagina) }), sinProcesar: true })),
  con('HTTP 500 con el JSON entero', false, (res, c) => { json(res, c, {}, 500) }),
  con('tipo de contenido equivocado', true, (res, c) => { res.writeHead(200, { 'content-type': 'image/png' }).end(c) }),
  con('sin tipo de contenido', true, (res, c) => { res.writeHead(200).end(c) }),
  con('gzip', true, (res, c) => { json(res, gzipSync(c), { 'content-encoding': 'gzip' }) }),
  con('gzip cortado', false, (res, c) => { const z = gzipSync(c); json(res, z.subarray(0, z.length - 9), { 'content-encoding': 'gzip' }) }),
  con('dice gzip y no lo es', true, (res, c) => { json(res, c, { 'content-encoding': 'gzip' }) }),
  con('por trozos', true, (res, c) => { res.writeHead(200, { 'content-type': 'application/json' }); for (const t of c.match(/[\s\S]{1,7}/gu) ?? []) res.write(t); res.end() }),
  con('marca de orden de bytes', true, (res, c) => { json(res, `\uFEFF${c}`) }),
  con('números como texto', true, (res, c) => { json(res, JSON.stringify(numerosComoTexto(JSON.parse(c)))) }),
  con('códigos desconocidos', false, (res, c) => { json(res, cambiar(c, (v) => ({ id_proceso: v['id_proceso'], datosEnviados: [], datosError: [{ alumno: { rutAlumno: primero(v) }, codigo: '947', mensaje: 'algo nuevo' }] }))) }),
  con('un error que no es de nadie', false, (res, c) => { json(res, cambiar(c, (v) => ({ ...v, datosError: [{ codigo: '948', mensaje: 'algo nuevo' }] }))) }),
  con('entradas repetidas', true, (res, c) => { json(res, cambiar(c, (v) => ({ ...v, envio: doblar(v['envio']) }))) }),
  con('faltan las listas', true, (res, c) => { json(res, cambiar(c, (v) => sin(v, 'envio', 'errores'))) }),
  con('faltan las listas y el proceso', false, (res, c) => { json(res, cambiar(c, (v) => sin(v, 'envio', 'errores', 'id_proceso'))) }),
  con('listas que no son listas', true, (res, c) => { json(res, cambiar(c, (v) => ({ ...v, errores: null, envio: 'x' }))) }),
]
const primero = (v: Json): unknown => ((Array.isArray(v['envio']) ? v['envio'][0] : undefined) as Json | undefined)?.['rutAlumno']

/** Only the answers of a send are changed; what is asked of the history passes as it is. */
export async function crearRespondedor(urlBase: string, variante: Variante, cuantas: number): Promise<{ urlBase: string; cerrar(): Promise<void> }> {
  let quedan = cuantas
  const destino = new URL(urlBase)
  const pasar = (req: IncomingMessage, res: ServerResponse, alResponder: (r: IncomingMessage, cuerpo: Buffer) => void): void => {
    const ida = request({ host: destino.hostname, port: destino.port, path: req.url, method: req.method, headers: req.headers }, (r) => {
      const partes: Buffer[] = []
      r.on('data', (b: Buffer) => partes.push(b)).on('end', () => { alResponder(r, Buffer.concat(partes)) })
    })
    ida.on('error', () => { res.destroy() })
    req.pipe(ida)
  }
  const servidor = createServer((req, res) => {
    const toca = req.method === 'POST' && quedan > 0
    if (toca) quedan--
    if (toca && variante.sinProcesar === true) { req.resume().on('end', () => { variante.responder(res, '') }); return }
    pasar(req, res, (r, cuerpo) => {
      if (toca) variante.responder(res, cuerpo.toString('utf8'))
      else res.writeHead(r.statusCode ?? 502, r.headers).end(cuerpo)
    })
  })
  await new Promise<void>((listo) => { servidor.listen(0, '127.0.0.1', listo) })
  return {
    urlBase: `http://127.0.0.1:${(servidor.address() as AddressInfo).port}${destino.pathname}`,
    cerrar: () => new Promise((listo) => { servidor.close(() => { listo() }); servidor.closeAllConnections() }),
  }
}
