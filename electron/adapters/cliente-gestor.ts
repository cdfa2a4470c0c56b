/**
 * The only file that talks to the Gestor Intermedio. The token enters here and leaves only towards the service: no URL,
 * header or error text of undici goes out of this file, because the history carries the token in its query string.
 */
import type { LookupFunction } from 'node:net'
import type { SecureContext } from 'node:tls'
import { ID_SISTEMA, MARCA_TOKEN } from '../../shared/domain/envio.ts'
import type { FiltroHistorial } from '../../shared/ipc/modelos.ts'
import type { CausaRed } from '../../shared/domain/causas-red.ts'
import type { ClienteGestor, CuerpoRecibido, RespuestaGestor } from '../services/puertos.ts'
import type { ClienteHistorial, OyenteDeHistorial } from '../services/puertos-historial.ts'
import type { ClaveProxy, RutaRed } from '../services/puertos-red.ts'
import { causaDe, causaDeCertificado } from './causa-red.ts'
import { LIMITE_RESPUESTA, decodificar, juntar, leerCuerpo } from './cuerpo-respuesta.ts'
import { LIMITE_HISTORIAL, leerPorTrozos } from './respuesta-corriente.ts'
import { abrirSocket, crearConector, type OpcionesConector } from './red/conector.ts'
import { mirarCertificado } from './red/diagnostico-tls.ts'
import { urlBasePermitida } from './url-base.ts'

export interface OpcionesCliente {
  urlBase(): string
  /** Whole call, from the first byte out to the last one in. [I23] advises 600 s. */
  esperaMs(): number
  /** Practice: refuses every address that is not this computer. */
  soloLocal: boolean
  limiteRespuesta?: number
  /** Bytes of a history that is read as it comes, uncompressed. */
  limiteHistorial?: number
  /** More certificate authorities to trust, PEM. Tests only: the system's are used otherwise. */
  ca?: string
  /** How to get out of this network. Never asked by the practice, which does not leave the computer. */
  red?: RedDelCliente
}
export interface RedDelCliente {
  rutas(origen: string): Promise<readonly RutaRed[]>
  clave(servidor: string): ClaveProxy | null
  alPedirClave(servidor: string): void
  contexto(): Promise<SecureContext>
  lookup?: LookupFunction
}
interface Llamada { metodo: 'GET' | 'POST'; ruta: string; cuerpo: string | null; token: string; senal: AbortSignal | undefined; oyente?: OyenteDeHistorial }
/** Making the connection takes seconds or does not happen: waiting ten minutes for it would tell the person nothing. */
const ESPERA_CONEXION_MS = 30_000

export function crearClienteGestor(o: OpcionesCliente): ClienteGestor & ClienteHistorial {
  const limite = o.limiteRespuesta ?? LIMITE_RESPUESTA

  async function llamar({ metodo, ruta, cuerpo, token, senal, oyente }: Llamada): Promise<RespuestaGestor> {
    const base = urlBasePermitida(o.urlBase(), o.soloLocal)
    if (base === null) return falla('direccion', false, null, 'url-base')
    if (senal?.aborted === true) return falla('detenido', false, null, 'abort')
    const esperaMs = o.esperaMs()
    const corte = new AbortController()
    let vencido = false
    const reloj = setTimeout(() => { vencido = true; corte.abort() }, esperaMs)
    const detener = (): void => { corte.abort() }
    senal?.addEventListener('abort', detener, { once: true })
    // A client of its own for each call: a connection kept open may be closed by the server just as the body goes out,
    // and that would turn a sound call into an unknown outcome. It also tells for sure whether the connection was made.
    const { Client } = await import('undici') // not before the first call: start-up does not pay for it
    const red = o.soloLocal ? undefined : o.red
    let pide = ''
    const salida: OpcionesConector = {
      rutas: await red?.rutas(base.origin) ?? SOLO_DIRECTA, clave: (servidor) => red?.clave(servidor) ?? null,
      alPedirClave: (servidor) => { pide = servidor; red?.alPedirClave(servidor) },
      esperaMs: Math.min(esperaMs, ESPERA_CONEXION_MS), senal: corte.signal, lookup: red?.lookup, ca: o.ca,
      contexto: o.ca === undefined && base.protocol === 'https:' ? await red?.contexto() : undefined,
    }
    const cliente = new Client(base.origin, { headersTimeout: 0, bodyTimeout: 0, pipelining: 1, maxHeaderSize: 64 * 1024, connect: crearConector(salida) })
    let conectado = false
    let httpEstado: number | null = null
    const partes: Uint8Array[] = []
    let codificacion = '', tipoContenido = ''
    /** What came before the fault. Compressed, it could hide the token, and a beginning alone cannot be opened. */
    const parcial = (): CuerpoRecibido | null => partes.length === 0 || codificacion !== '' ? null : { octetos: sinToken(Buffer.concat(partes), token), tipoContenido }
    cliente.on('connect', () => { conectado = true })
    try {
      // Redirects are not followed: the body and the token go to the address of the settings or nowhere.
      const r = await cliente.request({
        method: metodo, path: `${base.pathname === '/' ? '' : base.pathname}${ruta}`, body: cuerpo, signal: corte.signal,
        headers: { accept: 'application/json', 'accept-encoding': 'gzip', ...(cuerpo === null ? {} : { 'content-type': 'application/json' }) },
      })
      httpEstado = r.statusCode
      codificacion = texto(r.headers['content-encoding'])
      tipoContenido = texto(r.headers['content-type'])
      if (oyente !== undefined && httpEstado === 200) {
        const leida = await leerPorTrozos(r.body, { codificacion, tipoContenido, token, limite: o.limiteHistorial ?? LIMITE_HISTORIAL }, oyente)
        if (leida !== 'entera') return falla(leida === 'cortada' ? 'cortada' : 'demasiado-grande', true, httpEstado, leida)
        return { tipo: 'respuesta', httpEstado, texto: '', cuerpo: { octetos: new Uint8Array(), tipoContenido }, fecha: fechaDe(texto(r.headers.date)) }
      }
      const bytes = await juntar(r.body, limite, partes)
      if (bytes === null) return falla('demasiado-grande', true, httpEstado, 'limite', parcial())
      // Answered by something on the way, not by SENCE: it asks for its own credentials, or for its welcome page.
      if (httpEstado === 407) return falla('proxy', true, httpEstado, String(httpEstado), parcial())
      if (httpEstado === 511) return falla('portal', true, httpEstado, String(httpEstado), parcial())
      const leido = await leerCuerpo(bytes, codificacion, limite)
      if (leido.tipo !== 'octetos') return falla(leido.tipo, true, httpEstado, leido.tipo)
      const octetos = sinToken(leido.octetos, token)
      return { tipo: 'respuesta', httpEstado, texto: decodificar(octetos, tipoContenido), cuerpo: { octetos, tipoContenido }, fecha: fechaDe(texto(r.headers.date)) }
    } catch (error) {
      if (corte.signal.aborted) return falla(vencido ? 'tiempo' : 'detenido', conectado, httpEstado, 'abort', parcial())
      const { causa, detalle } = causaDe(error, conectado)
      if (conectado) return falla(causa, true, httpEstado, detalle, parcial())
      return { ...falla(causa, false, httpEstado, detalle), ...await explicar(causa, salida, base, pide) }
    } finally {
      clearTimeout(reloj)
      senal?.removeEventListener('abort', detener)
      await cliente.destroy().catch(() => undefined)
    }
  }

  return {
    enviarAvance: (cuerpo, token, senal) => llamar({ metodo: 'POST', ruta: '/enviarAvance', cuerpo: ponerToken(cuerpo, token), token, senal }),
    historialEnvios: (credenciales, filtro, senal) =>
      llamar({ metodo: 'GET', ruta: `/historialEnvios?${consulta(credenciales, filtro)}`, cuerpo: null, token: credenciales.token, senal }),
    leerHistorial: (credenciales, filtro, oyente, senal) =>
      llamar({ metodo: 'GET', ruta: `/historialEnvios?${consulta(credenciales, filtro)}`, cuerpo: null, token: credenciales.token, senal, oyente }),
  }
}

const SOLO_DIRECTA: readonly RutaRed[] = [{ tipo: 'directa' }]

/** What may be told of a fault that came before the connection. Looking at the certificate once more sends nothing. */
async function explicar(causa: CausaRed, salida: OpcionesConector, base: URL, pide: string): Promise<{ causa: CausaRed; dato?: string }> {
  if (causa === 'proxy') return { causa, dato: pide }
  if (!['tls-emisor', 'tls-cadena', 'tls-vencido', 'reloj'].includes(causa)) return { causa }
  const nombre = base.hostname.replace(/^\[|\]$/gu, '')
  const visto = await mirarCertificado(() => abrirSocket(salida, { hostname: base.hostname, port: base.port === '' ? 443 : Number(base.port) }), nombre)
  const cierta = causaDeCertificado(causa, visto, Date.now())
  if (visto === null || cierta === 'tls-vencido') return { causa: cierta }
  if (cierta === 'reloj') return visto.horaServidor === null ? { causa: cierta } : { causa: cierta, dato: new Date(visto.horaServidor).toISOString() }
  return { causa: cierta, dato: visto.emisor }
}

const falla = (causa: CausaRed, pudoLeerse: boolean, httpEstado: number | null, detalle: string, cuerpo: CuerpoRecibido | null = null): Extract<RespuestaGestor, { tipo: 'falla' }> =>
  ({ tipo: 'falla', causa, pudoLeerse, httpEstado, detalle, cuerpo })
const texto = (cabecera: string | string[] | undefined): string => (Array.isArray(cabecera) ? cabecera.join(',') : cabecera ?? '')

function fechaDe(cabecera: string): string | null {
  const instante = Date.parse(cabecera)
  return Number.isNaN(instante) ? null : new Date(instante).toISOString()
}

/** Only the first mark: by construction (armarCuerpo) it is the token's, and the data may hold the same text. */
function ponerToken(cuerpo: string, token: string): string {
  const marca = JSON.stringify(MARCA_TOKEN)
  const lugar = cuerpo.indexOf(marca)
  return lugar === -1 ? cuerpo : cuerpo.slice(0, lugar) + JSON.stringify(token) + cuerpo.slice(lugar + marca.length)
}

/** A service in trouble prints what it received, token included; what is kept or shown must not carry it. No other byte changes. */
function sinToken(respuesta: Uint8Array, token: string): Uint8Array {
  if (token === '') return respuesta
  // Latin-1 gives each byte a character of its own, and takes it back.
  const crudo = Buffer.from(respuesta.buffer, respuesta.byteOffset, respuesta.byteLength).toString('latin1')
  const limpio = crudo.replace(new RegExp(token.replace(/[^0-9a-z-]/giu, '\\$&'), 'gi'), () => MARCA_TOKEN)
  return limpio === crudo ? respuesta : Buffer.from(limpio, 'latin1')
}

function consulta(c: { rutOtec: string; token: string }, f: FiltroHistorial): string {
  const q = new URLSearchParams({ rutOtec: c.rutOtec, idSistema: String(ID_SISTEMA), token: c.token })
  if (f.fechaDesde !== undefined) q.set('fechaDesde', f.fechaDesde)
  if (f.codigoExterno !== undefined && f.codigoExterno !== '') q.set('codigo_externo', f.codigoExterno)
  if (f.idProceso !== undefined && f.idProceso !== '') q.set('id_proceso', f.idProceso)
  return q.toString()
}
