/** Numbers and dates as the XML writes them. */

const NUMERO = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** A number in any of the ways of xsd:double (ECMA-376 part 1, 22.9.2 and 18.3.1.96 v); null when it is none, or has no end. */
export function numeroDe(texto: string): number | null {
  const n = NUMERO.test(texto) ? Number(texto) : Number.NaN
  return Number.isFinite(n) ? n : null
}

const MS_DIA = 86_400_000
const EPOCA = Date.UTC(1899, 11, 30)
const DIAS_1904 = 1462
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?$/

/**
 * Serial number, in the workbook's own system, of a date of the strict edition (18.18.11 ST_CellType, `d`), which Excel
 * writes as `2026-03-01T00:00:00`. null: written otherwise, or before March of 1900, where the serial numbers carry the
 * 29th of February that never was.
 */
export function serialDeIso(texto: string, es1904: boolean): number | null {
  const m = ISO.exec(texto)
  if (m === null) return null
  const [, anno, mes, dia, hora = '0', minuto = '0', segundo = '0', fraccion = ''] = m
  const ms = Number(`${fraccion}000`.slice(0, 3))
  const t = Date.UTC(Number(anno), Number(mes) - 1, Number(dia), Number(hora), Number(minuto), Number(segundo), ms)
  if (Number(mes) > 12 || Number(dia) > 31 || t < Date.UTC(es1904 ? 1904 : 1900, es1904 ? 0 : 2, 1)) return null
  const serial = (t - EPOCA) / MS_DIA
  return es1904 ? serial - DIAS_1904 : serial
}

/** How far a date of the 1904 system is from the same one in the 1900 system. */
export const aSistema1900 = (serial: number, es1904: boolean): number => (es1904 ? serial + DIAS_1904 : serial)

/** Powers of ten that a double holds exactly: a mantissa below 2^53 over one of them is rounded once, as it must be. */
export const POTENCIAS: readonly number[] = Array.from({ length: 16 }, (_, i) => 10 ** i)
