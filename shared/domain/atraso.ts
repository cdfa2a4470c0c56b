/** Who is behind, who has not been reported and whose course ends: days of Santiago, both ends of a course included. */
import { hoyEnSantiago, type FechaIso } from './fecha.ts'

const MS_DE_DIA = 86_400_000
const MARGEN_PUNTOS = 1

/** Calendar days from one day to another, negative when it is earlier. By the calendar, so that a change of clocks adds none. */
export const diasEntre = (desde: FechaIso, hasta: FechaIso): number => Math.round((Date.parse(`${hasta}T00:00:00Z`) - Date.parse(`${desde}T00:00:00Z`)) / MS_DE_DIA)

/**
 * Progress that one would expect today, 0 to 100: the share of the course's days that are over, today not counted
 * because it is still going on. 0 on the first day, 100 from the day after the last one.
 * null: the dates are missing or the wrong way round.
 */
export function avanceEsperado(inicio: FechaIso | null, fin: FechaIso | null, hoy: FechaIso): number | null {
  if (inicio === null || fin === null || fin < inicio) return null
  const dias = diasEntre(inicio, fin) + 1
  return (Math.min(dias, Math.max(0, diasEntre(inicio, hoy))) / dias) * 100
}

/** Whole points that are missing to what one would expect; 0: none, or it cannot be told. */
export function puntosDeAtraso(a: { avance: number | null; inicio: FechaIso | null; fin: FechaIso | null }, hoy: FechaIso): number {
  const esperado = avanceEsperado(a.inicio, a.fin, hoy)
  if (esperado === null) return 0
  const falta = Math.floor(esperado - (a.avance ?? 0))
  return falta >= MARGEN_PUNTOS ? falta : 0
}

/** Days of Santiago since an instant (ISO 8601); null: never, or it is no instant. */
export function diasSinInformar(ultimo: string | null, hoy: FechaIso): number | null {
  const instante = ultimo === null ? null : new Date(ultimo)
  return instante === null || Number.isNaN(instante.getTime()) ? null : Math.max(0, diasEntre(hoyEnSantiago(instante), hoy))
}

/** Ends so soon: today and that many days more. */
export const DIAS_POR_TERMINAR = 7
/** Whether the last day is today, or one of the next DIAS_POR_TERMINAR, and 100 has not been reached; nothing accepted counts as 0. */
export const porTerminar = (a: { avance: number | null; fin: FechaIso | null }, hoy: FechaIso): boolean =>
  a.fin !== null && a.fin >= hoy && diasEntre(hoy, a.fin) <= DIAS_POR_TERMINAR && (a.avance ?? 0) < 100

/** In tenths: 0 to 9.99… in the first, 90 to 99.99… in the last but one, and those at 100 apart. Without a number: in none. */
export function porTramos(avances: readonly (number | null)[]): number[] {
  const tramos = Array.from({ length: 11 }, () => 0)
  for (const a of avances) {
    if (a === null) continue
    const cual = Math.min(10, Math.max(0, Math.floor(a / 10)))
    tramos[cual] = (tramos[cual] ?? 0) + 1
  }
  return tramos
}
