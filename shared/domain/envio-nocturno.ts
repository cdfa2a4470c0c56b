/**
 * When a send that waits for the night goes out. SENCE asks for the data between 22:00 and 00:00 of Santiago [I23]; all
 * users at 22:00:00 would bring its service down, so each takes an instant of its own inside the window, early enough
 * for its send to end. Pure: the clock and the chance arrive as arguments, and the computer's own time zone is not asked.
 */
import { formatFecha, hoyEnSantiago, horaEnSantiago, instanteDeSantiago, sumarDias, type FechaIso } from './fecha.ts'
import { VENTANA_ENVIO, dentroDeVentana } from './ventana-envio.ts'

/** Instants, in ms since 1970. `hasta` is the first instant that is no longer in the window. */
export interface Noche { readonly dia: FechaIso; readonly desde: number; readonly hasta: number }
export interface MomentoNocturno extends Noche { readonly instante: number }

const MINUTO = 60_000
/** Zones change by whole quarters of an hour. */
const PASO = 15 * MINUTO
/** Between asking for it and its beginning the person has time to read what was arranged. */
const PREVIO_MS = MINUTO
/** What is left of the window must hold at least this much of the spread, or the next night is taken. */
export const MARGEN_MS = 2 * MINUTO

/** The window of a day. It lasts three hours on the night in April when clocks go back; and in September midnight does not exist. */
export function nocheDe(dia: FechaIso): Noche {
  const desde = Date.parse(instanteDeSantiago(`${dia} ${String(VENTANA_ENVIO.desdeHora)}:00:00`) ?? '')
  let hasta = desde
  while (dentroDeVentana(new Date(hasta))) hasta += PASO
  return { dia, desde, hasta }
}

/**
 * An instant of the first window in which the send can still begin and end.
 * @param azar 0 ≤ azar < 1
 * @param duracionMs how long the send is thought to take; when no window holds it, it begins as soon as the window does
 */
export function elegirMomento(ahora: Date, azar: number, duracionMs: number): MomentoNocturno {
  const hoy = nocheDe(hoyEnSantiago(ahora))
  const primero = Math.max(hoy.desde, ahora.getTime() + PREVIO_MS)
  const ultimo = hoy.hasta - duracionMs
  if (primero + MARGEN_MS <= ultimo) return { ...hoy, instante: entre(primero, ultimo, azar) }
  // Longer than the whole window, and the window has not begun: the best that can be done is its beginning.
  if (primero === hoy.desde) return { ...hoy, instante: entre(hoy.desde, hoy.desde + MARGEN_MS, azar) }
  const otra = nocheDe(sumarDias(hoy.dia, 1))
  return { ...otra, instante: entre(otra.desde, Math.max(otra.desde + MARGEN_MS, otra.hasta - duracionMs), azar) }
}

/** In whole seconds: it is shown and kept as text. */
const entre = (desde: number, hasta: number, azar: number): number => desde + Math.floor((azar * (hasta - desde)) / 1000) * 1000

/** The window whose send was arranged for that instant. */
export const nocheDelInstante = (instante: Date): Noche => nocheDe(hoyEnSantiago(instante))

/**
 * What to do with an arranged send. `toca`: its time has come (or passed while the computer slept) and the window is open;
 * an instant before its window, however it came to be kept, waits for the window. `vencido`: the window closed before it could begin; it never goes out by itself after that.
 */
export function queToca(ahora: Date, instante: Date): 'espera' | 'toca' | 'vencido' {
  const noche = nocheDelInstante(instante)
  if (ahora.getTime() < Math.max(instante.getTime(), noche.desde)) return 'espera'
  return ahora.getTime() < noche.hasta ? 'toca' : 'vencido'
}

/** "22:41", of Santiago. */
export function horaDe(instante: Date): string {
  const { hora, minuto } = horaEnSantiago(instante)
  return `${String(hora).padStart(2, '0')}:${String(minuto).padStart(2, '0')}`
}

/** "hoy a las 22:41", "mañana a las 22:41", "el 25-11-2026 a las 22:41". */
export function cuandoEnPalabras(instante: Date, ahora: Date): string {
  const hoy = hoyEnSantiago(ahora)
  const dia = hoyEnSantiago(instante)
  const cual = dia === hoy ? 'hoy' : dia === sumarDias(hoy, 1) ? 'mañana' : dia === sumarDias(hoy, -1) ? 'ayer' : `el ${formatFecha(dia)}`
  return `${cual} a las ${horaDe(instante)}`
}
