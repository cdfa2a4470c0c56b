/**
 * The only file that talks to the Gestor Intermedio. The token enters here and leaves only towards the service: no URL,
 * header or error text of undici goes out of this file, because the history carries the token in its query string.
 */
import { ID_SISTEMA, MARCA_TOKEN } from '../../shared/domain/envio.ts'
import type { FiltroHistorial } from '../../shared/ipc/modelos.ts'
import type { CausaRed, ClienteGestor, CuerpoRecibido, RespuestaGestor } from '../services/puertos.ts'
import { causaDe } from './causa-red.ts'
import { LIMITE_RESPUESTA, decodificar, juntar, leerCuerpo } from './cuerpo-respuesta.ts'
import { urlBasePermitida } from './url-base.ts'

export interface OpcionesCliente {
  urlBase(): string
  /** Whole call, from the first byte out to the last one in. [I23] advises 600 s. */
  esperaMs(): number
  /** Practice: refuses every address that is not this computer. */
  soloLocal: boolean
  limiteRespuesta?: number
  /** More certificate authorities to trust, PEM. Tests only: the system's are used otherwise. */
  ca?: string
}
interface Llamada { metodo: 'GET' | 'POST'; ruta: string; cuerpo: string | null; token: string; senal: AbortSignal | undefined }
/** Making the connection takes seconds or does not happen: waiting ten minutes for it would tell the person nothing. */
const ESPERA_CONEXION_MS = 30_000

export function crearClienteGestor(o: OpcionesCliente): ClienteGestor {
  const limite = o.limiteRespuesta ?? LIMITE_RESPUESTA

  async function llamar({ metodo, ruta, cuerpo, token, senal }: Llamada): Promise<RespuestaGestor> {
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
    const cliente = new Client(base.origin, {
      headersTimeout: 0, bodyTimeout: 0, pipelining: 1, maxHeaderSize: 64 * 1024,
      connect: { timeout: Math.min(esperaMs, ESPERA_CONEXION_MS), ...(o.ca === undefined ? {} : { ca: o.ca }) },
    })
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
      const bytes = await juntar(r.body, limite, partes)
      if (bytes === null) return falla('demasiado-grande', true, httpEstado, 'limite', parcial())
      // Answered by something on the way, not by SENCE: a proxy asks for its own credentials (407, 511).
      if (httpEstado === 407 || httpEstado === 511) return falla('proxy', true, httpEstado, String(httpEstado), parcial())
      const leido = await leerCuerpo(bytes, codificacion, limite)
      if (leido.tipo !== 'octetos') return falla(leido.tipo, true, httpEstado, leido.tipo)
      const octetos = sinToken(leido.octetos, token)
      return { tipo: 'respuesta', httpEstado, texto: decodificar(octetos, tipoContenido), cuerpo: { octetos, tipoContenido } }
    } catch (error) {
      if (corte.signal.aborted) return falla(vencido ? 'tiempo' : 'detenido', conectado, httpEstado, 'abort', parcial())
      const { causa, detalle } = causaDe(error, conectado)
      return falla(causa, conectado, httpEstado, detalle, parcial())
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
  }
}

const falla = (causa: CausaRed, pudoLeerse: boolean, httpEstado: number | null, detalle: string, cuerpo: CuerpoRecibido | null = null): RespuestaGestor =>
  ({ tipo: 'falla', causa, pudoLeerse, httpEstado, detalle, cuerpo })
const texto = (cabecera: string | string[] | undefined): string => (Array.isArray(cabecera) ? cabecera.join(',') : cabecera ?? '')

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
