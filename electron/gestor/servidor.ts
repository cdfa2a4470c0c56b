/** The simulated Gestor Intermedio as an HTTP service on this computer only. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as esperar } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import { crearAlmacen } from './almacen.ts'
import { ESTADO_VACIO } from './estado.ts'
import { tomarManeras, type Llamada, type MalasManeras, type ManerasDeLlamada } from './malas-maneras.ts'
import { consultarHistorial, procesarEnvio, rechazoGeneral } from './motor.ts'
import { padronDePractica, type Padron } from './padron.ts'
import { AVISO_PHP, AVISO_PHP_SIN_CUERPO, PAGINAS, jsonDePhp, numerosComoTexto } from './php.ts'
import { errorCon } from './reglas.ts'
import { estadoInicial } from './semilla.ts'

const BASE = '/gestor/API/avance-sic'
/** Twice the largest send measured (100,000 rows are 31 MB of JSON). */
const LIMITE_CUERPO = 64 * 1024 * 1024

export interface OpcionesGestor {
  /** Folder that keeps the state; absent: in memory. */
  carpeta?: string
  /** Absent: a free one. */
  puerto?: number
  malasManeras?: MalasManeras
  ahora?: () => Date
  /** Absent: that of practice mode, whose last days have been sent already. */
  padron?: Padron
  /** Largest body taken, in bytes. */
  limiteCuerpo?: number
}

export interface Gestor {
  /** `http://127.0.0.1:PUERTO/gestor/API/avance-sic` */
  urlBase: string
  credenciales: { rutOtec: string; token: string }
  /** May be changed while it runs. */
  malasManeras: MalasManeras
  /** Waits for the calls in progress to be kept, and drops the connections. */
  cerrar(): Promise<void>
}

/** Starts the service. Rejects with the system's error when the port is taken or the folder cannot be written. */
export async function iniciarGestor(o: OpcionesGestor = {}): Promise<Gestor> {
  const ahora = o.ahora ?? (() => new Date())
  const padron = o.padron ?? padronDePractica()
  const malasManeras = o.malasManeras ?? {}
  const almacen = crearAlmacen(o.carpeta)
  let estado = (await almacen.leer()) ?? (o.padron ? ESTADO_VACIO : estadoInicial(ahora()))
  /** Closing ends the delays: what was waiting must not be processed by a service that is no longer there. */
  const cierre = new AbortController()
  let cola: Promise<unknown> = Promise.resolve()
  /** One at a time, in order of arrival: two sends must not read the same last progress. */
  const enTurno = <T>(tarea: () => Promise<T>): Promise<T> => {
    const turno = cola.then(tarea)
    cola = turno.catch(() => undefined)
    return turno
  }
  await almacen.guardar(estado)

  const enviar = (cuerpo: unknown, rechazarIguales: boolean): Promise<unknown> => enTurno(async () => {
    const procesado = procesarEnvio(padron, estado, cuerpo, ahora(), { rechazarIguales })
    if (procesado.estado !== estado) await almacen.guardar(procesado.estado)
    estado = procesado.estado
    return procesado.respuesta
  })

  async function atender(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://127.0.0.1')
    const llamada = LLAMADAS.get(url.pathname)
    if (llamada === undefined) { responder(res, 404, PAGINAS.noEncontrada); return }
    if (req.method !== METODOS[llamada]) { responder(res, 405, PAGINAS.metodo); return }
    const cuerpo = llamada === 'enviarAvance' ? await leerCuerpo(req, o.limiteCuerpo ?? LIMITE_CUERPO) : ''
    if (cuerpo === null) { rechazarPorTamano(res); return }

    const maneras = tomarManeras(malasManeras, llamada)
    if (maneras.demoraMs > 0) await esperar(maneras.demoraMs, undefined, { signal: cierre.signal })
    if (maneras.cortarAntesDeProcesar) { res.destroy(); return }
    if (maneras.http500) { responder(res, 500, PAGINAS.errorInterno); return }

    const json = llamada === 'enviarAvance' ? interpretar(req, cuerpo) : null
    const valor = maneras.codigo002 ? sinAutenticacion(llamada)
      : llamada === 'enviarAvance' ? await enviar(json, maneras.rechazarIguales)
        : await enTurno(() => Promise.resolve(consultarHistorial(padron, estado, Object.fromEntries(url.searchParams))))
    contestar(res, valor, maneras, llamada === 'enviarAvance' && json === null)
  }

  const servidor = createServer((req, res) => {
    // The service's own clock: whoever waits for its night must not trust the computer's.
    res.setHeader('Date', ahora().toUTCString())
    atender(req, res).catch(() => { responder(res, 500, PAGINAS.errorInterno) })
  })
  await new Promise<void>((resolve, reject) => {
    servidor.once('error', reject)
    servidor.listen(o.puerto ?? 0, '127.0.0.1', () => { servidor.off('error', reject); resolve() })
  })
  return {
    urlBase: `http://127.0.0.1:${(servidor.address() as AddressInfo).port}${BASE}`,
    credenciales: { rutOtec: padron.otec.rut, token: padron.otec.token },
    malasManeras,
    async cerrar() {
      cierre.abort()
      const cerrado = new Promise<void>(resolve => { servidor.close(() => { resolve() }) })
      servidor.closeAllConnections()
      await cerrado
      await cola
    },
  }
}

const LLAMADAS: ReadonlyMap<string, Llamada> = new Map([[`${BASE}/enviarAvance`, 'enviarAvance'], [`${BASE}/historialEnvios`, 'historialEnvios']])
const METODOS: Readonly<Record<Llamada, string>> = { enviarAvance: 'POST', historialEnvios: 'GET' }

/** null: larger than the limit; the rest is not read. */
async function leerCuerpo(req: IncomingMessage, limite: number): Promise<string | null> {
  if (Number(req.headers['content-length'] ?? 0) > limite) return null
  const trozos: Buffer[] = []
  let largo = 0
  // The stream must outlive an early return: the refusal still has to be written to its socket.
  for await (const trozo of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    largo += trozo.length
    if (largo > limite) return null
    trozos.push(trozo)
  }
  return Buffer.concat(trozos).toString('utf8')
}

/** null: not JSON, or not declared as such [I22 asks for the header]. PHP then finds no fields at all. */
function interpretar(req: IncomingMessage, cuerpo: string): unknown {
  if (!/^application\/json\b/i.test(req.headers['content-type'] ?? '')) return null
  try { return JSON.parse(cuerpo) } catch { return null }
}

const sinAutenticacion = (llamada: Llamada): unknown => (llamada === 'enviarAvance' ? rechazoGeneral(errorCon('002')) : errorCon('002'))

function contestar(res: ServerResponse, valor: unknown, maneras: ManerasDeLlamada, sinCuerpo: boolean): void {
  if (maneras.cortarDespuesDeProcesar) { res.destroy(); return }
  if (maneras.soloHtml) { responder(res, 200, PAGINAS.enMantenimiento); return }
  const json = jsonDePhp(maneras.numerosComoTexto ? numerosComoTexto(valor) : valor)
  const aviso = (sinCuerpo ? AVISO_PHP_SIN_CUERPO : '') + (maneras.htmlAntesDelJson ? AVISO_PHP : '')
  if (maneras.jsonTruncado) { responder(res, 200, aviso + json.slice(0, Math.floor(json.length / 2)), 'application/json'); return }
  // PHP that has printed a warning has also sent its default type.
  responder(res, 200, aviso + json, aviso === '' ? 'application/json' : 'text/html')
}

function rechazarPorTamano(res: ServerResponse): void {
  res.shouldKeepAlive = false
  responder(res, 413, PAGINAS.demasiadoGrande)
}

function responder(res: ServerResponse, estado: number, texto: string, tipo = 'text/html'): void {
  if (res.headersSent || res.destroyed) return
  res.writeHead(estado, { 'Content-Type': `${tipo}; charset=utf-8`, 'Cache-Control': 'no-store' })
  res.end(texto)
}
