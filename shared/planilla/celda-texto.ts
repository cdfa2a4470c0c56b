/** Cells as text: as the person would type them, and cleaned of what cannot be seen. */
import type { Celda } from '../domain/celda.ts'
import { fechaDeSerial, formatFecha } from '../domain/fecha.ts'
import { TEXTOS_PLANILLA } from './textos.ts'

// What cannot be seen (zero-width and direction marks, BOM, control characters), and blanks that are not the plain one.
const INVISIBLE = /\uFEFF|(?!\s)[\p{Cc}\p{Cf}]/gu
const BLANCO = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g
const TEXTO_SIMPLE = /^[!-~]+(?: [!-~]+)*$/

/** Digits, letters and signs as wide as an ideogram, which an East Asian keyboard writes. */
const ANCHO_DOBLE = /[\uFF01-\uFF5E]/g
const angostas = (texto: string): string => texto.replace(ANCHO_DOBLE, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/** No invisible marks, no letters of double width, one plain blank where there were several or odd ones, none at the ends. */
export function limpiarTexto(texto: string): string {
  if (TEXTO_SIMPLE.test(texto)) return texto
  return angostas(texto).replace(INVISIBLE, '').replace(BLANCO, ' ').trim()
}

export function esVacia(celda: Celda | undefined): boolean {
  return celda === null || celda === undefined || (typeof celda === 'string' && limpiarTexto(celda) === '')
}

/** A number as typed in Chile: decimal comma, no thousands separator. Fifteen digits, as many as Excel keeps. */
export function textoDeNumero(n: number): string {
  const texto = String(Number.isInteger(n) ? n : Number(n.toPrecision(15)))
  return texto.replace('.', ',')
}

/** Seconds as `h:mm:ss`; the hours do not turn into days. */
export function textoDeSegundos(segundos: number): string {
  const total = Math.abs(Math.round(segundos))
  const dos = (n: number): string => String(n).padStart(2, '0')
  return `${segundos < 0 ? '-' : ''}${Math.floor(total / 3600)}:${dos(Math.floor(total / 60) % 60)}:${dos(total % 60)}`
}

/**
 * A fraction (0.45) as percent (45), moved in decimal: 0.29 * 100 is 28.999… in binary and would be cut down to 28.
 */
export function aPorcentaje(fraccion: number): number {
  const texto = String(Number(fraccion.toPrecision(15)))
  return texto.includes('e') ? fraccion * 100 : Number(`${texto}e2`)
}

/** The cell as the person would type it. A date that does not exist (a broken serial) shows its number. */
export function textoDeCelda(celda: Celda | undefined): string {
  if (celda === null || celda === undefined) return ''
  if (typeof celda === 'string') return celda
  if (typeof celda === 'number') return textoDeNumero(celda)
  if (typeof celda === 'boolean') return celda ? TEXTOS_PLANILLA.verdadero : TEXTOS_PLANILLA.falso
  switch (celda.tipo) {
    case 'error': return celda.valor
    case 'porcentaje': return `${textoDeNumero(aPorcentaje(celda.valor))} %`
    case 'duracion': return textoDeSegundos(celda.valor * 86_400)
    case 'fecha': return textoDeFecha(celda.valor)
  }
}

function textoDeFecha(serial: number): string {
  if (serial >= 0 && serial < 1) return textoDeSegundos(serial * 86_400)
  const dia = fechaDeSerial(Math.floor(serial))
  if (dia === null) return textoDeNumero(serial)
  const segundos = Math.round((serial - Math.floor(serial)) * 86_400)
  return segundos === 0 ? formatFecha(dia) : `${formatFecha(dia)} ${textoDeSegundos(segundos).padStart(8, '0')}`
}
