/** Nothing of one OTEC goes out with another's token: the checks that the use cases share, and the last one. */
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { falla } from './fallas.ts'
import type { ClienteHistorial } from './puertos-historial.ts'
import type { AlmacenCredenciales, ClienteGestor, Registro, RespuestaGestor } from './puertos.ts'

/** @param deQuien whose the data is; null or absent (nobody's) is not to be sent either */
export const esDeLaOtec = (deQuien: string | null | undefined, rutOtec: string): Result<Record<string, never>> =>
  deQuien === rutOtec ? ok({}) : fallar(falla('otec-ajena'))

const AJENA: Extract<RespuestaGestor, { tipo: 'falla' }> = { tipo: 'falla', causa: 'otec-ajena', pudoLeerse: false, httpEstado: null, detalle: 'guard', cuerpo: null }

/**
 * The client as one OTEC may use it: the last look before the network, on the very bytes that would go. The token must
 * be the one kept for that OTEC now, and the body must name her. What does not fit never leaves, and is logged.
 * @param rutOtec whose space it is; null: nobody's, and nothing goes out
 */
export function conGuardia(cliente: ClienteGestor, p: { rutOtec: string | null; credenciales: AlmacenCredenciales; registro: Registro }): ClienteGestor {
  const suyo = (rutOtec: string | null, token: string): boolean => esSuyo(p, rutOtec, token)
  return {
    enviarAvance: (cuerpo, token, senal) => (suyo(rutDelCuerpo(cuerpo), token) ? cliente.enviarAvance(cuerpo, token, senal) : Promise.resolve(AJENA)),
    historialEnvios: (credenciales, filtro, senal) => (suyo(credenciales.rutOtec, credenciales.token) ? cliente.historialEnvios(credenciales, filtro, senal) : Promise.resolve(AJENA)),
  }
}

/** The only `rutOtec` of the text, at its beginning, and no key that could be spelt in another way: as every body of ours begins. */
function rutAlComienzo(cuerpo: string): string | null {
  const hallado = /^\{"rutOtec":"([0-9kK-]{1,12})",/u.exec(cuerpo)?.[1] ?? null
  return hallado !== null && cuerpo.lastIndexOf('"rutOtec"') === 1 && !cuerpo.includes('\\u') ? hallado : null
}

function esSuyo(p: { rutOtec: string | null; credenciales: AlmacenCredenciales; registro: Registro }, rutOtec: string | null, token: string): boolean {
  const c = p.credenciales.leer()
  const bien = p.rutOtec !== null && rutOtec === p.rutOtec && c?.rutOtec === p.rutOtec && c.token === token
  if (!bien) p.registro.error('guard: data and token of different OTECs, nothing was sent')
  return bien
}

/** The same for a history that is read as it comes. */
export function conGuardiaDeHistorial(cliente: ClienteHistorial, p: { rutOtec: string | null; credenciales: AlmacenCredenciales; registro: Registro }): ClienteHistorial {
  return {
    leerHistorial: (credenciales, filtro, oyente, senal) => (esSuyo(p, credenciales.rutOtec, credenciales.token) ? cliente.leerHistorial(credenciales, filtro, oyente, senal) : Promise.resolve(AJENA)),
  }
}

/** Read as the service reads it: of a key that comes twice, the last one counts. null: it names nobody. */
function rutDelCuerpo(cuerpo: string): string | null {
  const alComienzo = rutAlComienzo(cuerpo)
  // Whole, the megabytes of a large part would be read once more only for this.
  if (alComienzo !== null) return alComienzo
  try {
    const leido: unknown = JSON.parse(cuerpo)
    const rut = typeof leido === 'object' && leido !== null && 'rutOtec' in leido ? leido.rutOtec : null
    return typeof rut === 'string' ? rut : null
  } catch { return null }
}
