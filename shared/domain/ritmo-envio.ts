/** How long calls take, learnt from those that were made: SENCE's service is slow, and slower some nights than others. */

/** One call that got an answer. */
export interface LlamadaMedida { readonly alumnos: number; readonly ms: number }

/** Before anything was measured: SENCE takes minutes for a course of hundreds [I23 advises to wait ten]. */
const BASE_MS = 30_000
const POR_ALUMNO_MS = 200
/** Only the last ones count: tonight is more like tonight than like last month. */
const CUANTAS = 20

/**
 * Milliseconds that the calls will take, one after another with the pause between them. Each call is thought to last what
 * the measured ones lasted at their middle, in proportion to its alumnos.
 * @param porHacer alumnos of each call
 */
export function estimarMs(porHacer: readonly number[], medidas: readonly LlamadaMedida[], pausaMs: number): number {
  if (porHacer.length === 0) return 0
  const llamadas = porHacer.reduce((total, alumnos) => total + unaLlamada(alumnos, medidas.slice(-CUANTAS)), 0)
  return Math.round(llamadas + pausaMs * (porHacer.length - 1))
}

function unaLlamada(alumnos: number, medidas: readonly LlamadaMedida[]): number {
  if (medidas.length === 0) return BASE_MS + POR_ALUMNO_MS * alumnos
  // Half of what a call takes does not depend on how many go in it: a small one is not as quick as its size.
  const medio = mediana(medidas.map((m) => m.ms / (1 + proporcion(m.alumnos))))
  return medio * (1 + proporcion(alumnos))
}

const ALUMNOS_DE_REFERENCIA = 100
const proporcion = (alumnos: number): number => alumnos / ALUMNOS_DE_REFERENCIA

function mediana(valores: readonly number[]): number {
  const orden = [...valores].sort((a, b) => a - b)
  const medio = orden.length >> 1
  const alto = orden[medio] ?? 0
  return orden.length % 2 === 1 ? alto : ((orden[medio - 1] ?? 0) + alto) / 2
}

/** "menos de un minuto", "unos 4 minutos", "cerca de 1 hora y 20 minutos". Rounded up: nobody minds being early. */
export function duracionEnPalabras(ms: number): string {
  const minutos = Math.ceil(ms / 60_000)
  if (minutos < 1 || ms < 45_000) return 'menos de un minuto'
  if (minutos === 1) return 'cerca de un minuto'
  if (minutos < 60) return `unos ${minutos} minutos`
  const redondos = Math.ceil(minutos / 5) * 5
  const horas = Math.floor(redondos / 60)
  const resto = redondos % 60
  return `cerca de ${horas} ${horas === 1 ? 'hora' : 'horas'}${resto === 0 ? '' : ` y ${resto} minutos`}`
}
