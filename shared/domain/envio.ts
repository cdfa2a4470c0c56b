/** A send: one call per course, each with its own code, its exact bytes and its outcome. */
import { CAUSAS_RED } from './causas-red.ts'
import type { Curso } from './curso.ts'
import type { EstadoLlamada, FinDeLlamada } from './llamada.ts'

/** Stands where the token goes in every body that is kept or shown. */
export const MARCA_TOKEN = '[token]'
/** [I22] "siempre se envía el valor 1350". */
export const ID_SISTEMA = 1350

/**
 * The exact text of a call, MARCA_TOKEN in the token's place. Authentication comes first, so that the first mark of
 * the text is the token's, whatever the data holds.
 * @param rutOtec `11222333-4`
 */
export function armarCuerpo(rutOtec: string, curso: Curso, codigoEnvio: string, sangria?: number): string {
  return JSON.stringify({ rutOtec, idSistema: ID_SISTEMA, token: MARCA_TOKEN, ...curso, codigoEnvio }, null, sangria)
}

/**
 * The sender's own id of a call: it comes back as `codigo_externo`, and it is how an unknown outcome is resolved.
 * @param fecha YYYY-MM-DD, Santiago @param azar at least six characters of [0-9a-z]
 * @returns `PSIC-20261124-153012-ab12cd`
 */
export const codigoDeEnvio = (fecha: string, hora: { hora: number; minuto: number; segundo: number }, azar: string): string =>
  `PSIC-${fecha.replaceAll('-', '')}-${[hora.hora, hora.minuto, hora.segundo].map((n) => String(n).padStart(2, '0')).join('')}-${azar.slice(0, 6)}`

/** Why a call ended as it did, when its alumnos' own verdicts do not say it. */
export const CAUSAS_LLAMADA = [
  ...CAUSAS_RED,
  'respuesta-ilegible', 'respuesta-incompleta', 'http', 'interrumpida', 'diario',
  'cancelada-por-persona', 'cancelada-por-credenciales', 'cancelada-por-red', 'cancelada-por-sence', 'cancelada-por-cierre', 'cancelada-por-diario', 'desprogramada', 'hora-perdida',
  'codigo-001', 'codigo-002', 'codigo-003', 'codigo-otro', 'por-historial', 'no-recibida',
] as const
export type CausaLlamada = (typeof CAUSAS_LLAMADA)[number]

/** State of a call from what is known of each alumno. One unknown makes the call unknown: nobody may think it done. */
export function estadoDeLlamada(resultados: readonly ('aceptado' | 'rechazado' | 'desconocido')[]): Exclude<FinDeLlamada, 'fallido'> {
  if (resultados.length === 0 || resultados.includes('desconocido')) return 'desconocido'
  const aceptados = resultados.filter((r) => r === 'aceptado').length
  if (aceptados === resultados.length) return 'aceptado'
  return aceptados === 0 ? 'rechazado' : 'aceptado-con-rechazos'
}

/**
 * The course in parts of at most `porParte` alumnos, in their order: SENCE judges each alumno by itself, so that nothing
 * changes for them, and a cut connection leaves fewer in doubt.
 */
export const cuantasPartes = (alumnos: number, porParte: number): number => Math.max(1, Math.ceil(alumnos / Math.max(1, porParte)))

/** State of the whole send: what is going on first, then what needs the person's attention most. */
export function estadoDeEnvio(llamadas: readonly EstadoLlamada[]): EstadoLlamada {
  const hay = (...estados: EstadoLlamada[]): boolean => estados.some((e) => llamadas.includes(e))
  const primero = llamadas[0]
  if (primero === undefined) return 'cancelado'
  if (llamadas.every((e) => e === primero)) return primero
  if (hay('enviando', 'reintentando', 'listo', 'borrador')) return 'enviando'
  if (hay('desconocido')) return 'desconocido'
  if (hay('conciliando')) return 'conciliando'
  if (hay('programado')) return 'programado'
  if (hay('vencido')) return 'vencido'
  if (hay('fallido')) return 'fallido'
  const algunoAceptado = hay('aceptado', 'aceptado-con-rechazos')
  if (!algunoAceptado) return 'rechazado'
  return hay('cancelado') ? 'cancelado' : 'aceptado-con-rechazos'
}

/** Causes after which the remaining calls would meet the same wall; null: go on with the next. */
export function causaQueDetiene(estado: EstadoLlamada, causa: CausaLlamada | null): Extract<CausaLlamada, `cancelada-por-${string}`> | 'otec-ajena' | null {
  if (causa === 'otec-ajena') return causa
  if (causa === 'codigo-001') return 'cancelada-por-credenciales'
  if (causa === 'codigo-002') return 'cancelada-por-sence'
  return estado === 'fallido' ? 'cancelada-por-red' : null
}
