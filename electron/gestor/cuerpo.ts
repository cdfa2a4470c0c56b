/** Reading a body as PHP would: nothing is trusted to be there or to be of a type, and nothing throws. */
import { esFechaIso } from '../../shared/domain/fecha.ts'

export type Objeto = Record<string, unknown>

export const comoObjeto = (v: unknown): Objeto => (typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Objeto) : {})
export const comoLista = (v: unknown): unknown[] => (Array.isArray(v) ? v : [])
/** A text, or a number as its text; '' for anything else. */
export const comoTexto = (v: unknown): string => (typeof v === 'string' ? v : typeof v === 'number' ? String(v) : '')
/** As `comoTexto`, but null when there is nothing. */
export const textoONulo = (v: unknown): string | null => (v === undefined || v === null ? null : comoTexto(v))
export const falta = (v: unknown): boolean => v === undefined || v === null

/** A whole number ≥ 0, also as text (PHP's is_numeric takes both); null when it is not one. */
export function enteroNoNegativo(v: unknown): number | null {
  const n = typeof v === 'string' && /^\d+$/.test(v) ? Number(v) : v
  return typeof n === 'number' && Number.isSafeInteger(n) && n >= 0 ? n : null
}

/** A whole number from 0 to 100 [I22 "El % de avance se debe enviar como número entero"]. */
export function enteroHastaCien(v: unknown): number | null {
  const n = enteroNoNegativo(v)
  return n !== null && n <= 100 ? n : null
}

export const estadoValido = (v: unknown): boolean => [1, 2, 3].includes(enteroNoNegativo(v) ?? 0)

/** `YYYY-MM-DD` of the calendar; null when it is not one. */
export const fechaValida = (v: unknown): string | null => (typeof v === 'string' && esFechaIso(v) ? v : null)
