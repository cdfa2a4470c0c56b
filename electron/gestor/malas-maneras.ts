/** The real service's known bad manners, to be switched on while the simulated one runs. */

export type Llamada = 'enviarAvance' | 'historialEnvios'

/** `true`: every call. With `proximas`, only the next that many; with `solo`, only that call. */
export type Manera = boolean | { proximas?: number; solo?: Llamada }
/** Milliseconds of delay; as an object, with the limits of `Manera`. */
export type ManeraDemora = number | { ms: number; proximas?: number; solo?: Llamada }

export interface MalasManeras {
  /** Answers late. */
  demoraMs?: ManeraDemora
  /** Status 500 with a page; nothing is processed. */
  http500?: Manera
  /** Processes, and prints a PHP warning as HTML before the JSON. */
  htmlAntesDelJson?: Manera
  /** The connection drops; nothing was processed. */
  cortarAntesDeProcesar?: Manera
  /** The connection drops after everything was processed and kept: the outcome that only the history can tell. */
  cortarDespuesDeProcesar?: Manera
  /** Numbers come as text. */
  numerosComoTexto?: Manera
  /** The authentication service fails (code 002); nothing is processed. */
  codigo002?: Manera
  /** Processes, and answers 200 with a page and no JSON at all. */
  soloHtml?: Manera
  /** Processes, and the JSON ends half way. */
  jsonTruncado?: Manera
  /** Refuses (025) a progress equal to the last one, as I22's rule 1 says to the letter. */
  rechazarIguales?: Manera
}
export type NombreManera = keyof MalasManeras

export const NOMBRES_MANERAS = [
  'demoraMs', 'http500', 'htmlAntesDelJson', 'cortarAntesDeProcesar', 'cortarDespuesDeProcesar', 'numerosComoTexto', 'codigo002', 'soloHtml',
  'jsonTruncado', 'rechazarIguales',
] as const satisfies readonly NombreManera[]

/** The manners that hold for one call. */
export type ManerasDeLlamada = Record<Exclude<NombreManera, 'demoraMs'>, boolean> & { demoraMs: number }

/** Reads what holds for this call and uses up one of those set for the next few (`maneras` is changed). */
export function tomarManeras(maneras: MalasManeras, llamada: Llamada): ManerasDeLlamada {
  const demora = maneras.demoraMs
  const ms = typeof demora === 'object' ? demora.ms : (demora ?? 0)
  const tomadas = Object.fromEntries(NOMBRES_MANERAS.map(n => [n, tomar(maneras, n, llamada)])) as Record<NombreManera, boolean>
  return { ...tomadas, demoraMs: tomadas.demoraMs ? ms : 0 }
}

function tomar(maneras: MalasManeras, nombre: NombreManera, llamada: Llamada): boolean {
  const manera = maneras[nombre]
  if (typeof manera !== 'object') return manera === undefined ? false : Boolean(manera)
  if (manera.solo !== undefined && manera.solo !== llamada) return false
  if (manera.proximas === undefined) return true
  manera.proximas--
  if (manera.proximas <= 0) delete maneras[nombre]
  return true
}
