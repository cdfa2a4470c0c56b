/**
 * From a cell to the text that the person would have typed, each under ONE reading that the person chose. null: the cell
 * cannot be read that way, and stays as it is.
 */
import { codigoConservado } from '../domain/actividad.ts'
import type { Celda } from '../domain/celda.ts'
import { esFechaIso } from '../domain/fecha.ts'
import { calcularDv, formatRut } from '../domain/rut.ts'
import { aPorcentaje, limpiarTexto, textoDeCelda, textoDeNumero, textoDeSegundos } from './celda-texto.ts'

export type Lectura = (celda: Celda) => string | null

// ---------- RUT ----------
const numeroDeRut = (celda: Celda): number | null => {
  const texto = limpiarTexto(textoDeCelda(celda)).replace(/[.\s]/g, '')
  const n = Number(texto)
  return /^\d+$/.test(texto) && n >= 1 && n <= 99_999_999 ? n : null
}

/** 12345678 is the whole number: its digit is computed. */
export const agregarDv: Lectura = celda => {
  const numero = numeroDeRut(celda)
  return numero === null ? null : formatRut({ numero, dv: calcularDv(numero) })
}

/** 12345678 is 1234567 and its digit 8: only when that digit is the right one. */
export const separarDv: Lectura = celda => {
  const todo = numeroDeRut(celda)
  if (todo === null || todo < 10) return null
  const numero = Math.floor(todo / 10)
  const dv = String(todo % 10)
  return calcularDv(numero) === dv ? formatRut({ numero, dv }) : null
}

// ---------- percent ----------
/** A bare number, with a comma or one dot for its decimals. */
function numeroSuelto(celda: Celda): number | null {
  if (typeof celda === 'number') return Number(celda.toPrecision(15))
  if (typeof celda !== 'string') return null
  const texto = limpiarTexto(celda)
  return /^\d{1,3}(?:[.,]\d+)?$/.test(texto) ? Number(texto.replace(',', '.')) : null
}
const conSigno = (n: number): string => `${textoDeNumero(n)} %`

/** 0,45 is 45 %. */
export const comoFraccion: Lectura = celda => {
  const n = numeroSuelto(celda)
  return n !== null && n > 0 && n <= 1 ? conSigno(aPorcentaje(n)) : null
}

/** 0,45 is 0,45 %; 85.5 is 85,5 %. */
export const comoPorcentaje: Lectura = celda => {
  const texto = typeof celda === 'string' ? limpiarTexto(celda).replace(/ ?%$/, '') : celda
  const n = numeroSuelto(texto)
  return n !== null && n <= 100 ? conSigno(n) : null
}

// ---------- dates ----------
const TRES_NUMEROS = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?![\d])/
export type OrdenFecha = 'dia-mes' | 'mes-dia' | 'ano-mes'

/** The date as `YYYY-MM-DD`, which no column can make ambiguous again. Years of two digits are of that century; '19' reads only those that may be. */
export const leerFecha = (orden: OrdenFecha, siglo: '19' | '20' = '20'): Lectura => celda => {
  const [, a = '', b = '', c = ''] = TRES_NUMEROS.exec(typeof celda === 'string' ? limpiarTexto(celda) : '') ?? []
  const [ano, mes, dia] = orden === 'ano-mes' ? [a, b, c] : orden === 'dia-mes' ? [c, b, a] : [c, a, b]
  if (siglo === '19' && (ano.length !== 2 || Number(ano) < 50)) return null
  const entero = ano.length === 2 ? `${siglo}${ano}` : ano
  const fecha = `${entero}-${mes.padStart(2, '0')}-${dia.padStart(2, '0')}`
  return esFechaIso(fecha) ? fecha : null
}

// ---------- time ----------
const RELOJ_CORTO = /^(\d{1,5}):([0-5]?\d)$/
/** A number of units of `segundos` seconds, its decimals after a comma, or after a dot that cannot be of thousands; a fraction of a second is cut. */
const cantidad = (celda: Celda, segundos: number): string | null => {
  const texto = typeof celda === 'string' ? limpiarTexto(celda) : ''
  const n = typeof celda === 'number' ? celda : /^\d+(?:,\d+|\.\d{1,2})?$/.test(texto) ? Number(texto.replace(',', '.')) : null
  return n === null || n < 0 ? null : textoDeSegundos(Math.floor(Number((n * segundos).toPrecision(15))))
}

/** 01:30 is one hour and thirty minutes; 1,5 is one hour and a half. */
export const comoHoras: Lectura = celda => {
  const p = RELOJ_CORTO.exec(typeof celda === 'string' ? limpiarTexto(celda) : '')
  return p ? textoDeSegundos(Number(p[1]) * 3600 + Number(p[2]) * 60) : cantidad(celda, 3600)
}
/** 01:30 is one minute and thirty seconds; 90,5 are minutes. */
export const comoMinutos: Lectura = celda => {
  const p = RELOJ_CORTO.exec(typeof celda === 'string' ? limpiarTexto(celda) : '')
  return p ? textoDeSegundos(Number(p[1]) * 60 + Number(p[2])) : cantidad(celda, 60)
}
/** 5400,5 are seconds; the fraction is cut. */
export const comoSegundos: Lectura = celda => {
  if (typeof celda === 'number') return celda >= 0 ? String(Math.floor(celda)) : null
  return typeof celda === 'string' && /^\d+$/.test(limpiarTexto(celda)) ? limpiarTexto(celda) : null
}

// ---------- numbers with dots ----------
const textoSinSigno = (celda: Celda): string => (typeof celda === 'string' ? limpiarTexto(celda).replace(/ ?%$/, '') : '')
/** 85.5 is 85,5. */
export const comoDecimales: Lectura = celda => {
  const texto = textoSinSigno(celda)
  return /^[+-]?\d+\.\d+$/.test(texto) ? texto.replace('.', ',') : null
}
/** 5.400 is 5400. */
export const comoMiles: Lectura = celda => {
  const texto = textoSinSigno(celda)
  return /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(texto) ? texto.replaceAll('.', '') : null
}

// ---------- lists of activities ----------
const codigosDe = (celda: Celda): string[] => textoDeCelda(celda).split(';').map(limpiarTexto).filter(c => c !== '')

export const sinRepetidas: Lectura = celda => {
  const codigos = codigosDe(celda)
  const unicos = [...new Set(codigos)]
  return unicos.length === codigos.length ? null : unicos.join('; ')
}

/** Each code cut where SENCE cuts it; not when two would become one. */
export const recortadas: Lectura = celda => {
  const codigos = codigosDe(celda)
  const cortos = codigos.map(c => codigoConservado(c).trim())
  const distintos = (cs: readonly string[]): number => new Set(cs).size
  return distintos(cortos) < distintos(codigos) || cortos.every((c, i) => c === codigos[i]) ? null : cortos.join('; ')
}
