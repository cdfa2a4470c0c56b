/** Whole numbers, percents and states. */
import type { Celda } from '../domain/celda.ts'
import { aPorcentaje, limpiarTexto, textoDeNumero } from './celda-texto.ts'
import { VACIA, convertida, esConTipo, rechazada, talCual, type ContextoColumna, type Conversion } from './conversion-base.ts'

const ENTERO = /^[+-]?\d+$/
const DECIMAL_COMA = /^[+-]?\d+,\d+$/
/** "85.5" and "1.234": in Chile the dot separates thousands, in the file's program it may be the decimal mark. */
const CON_PUNTO = /^[+-]?\d[\d.]*\.\d[\d.]*(,\d+)?$/

type Leido = { tipo: 'numero'; n: number } | { tipo: 'punto' } | { tipo: 'otro' }

/** A number typed in Chilean style. A dot is never interpreted: "85.5" read as thousands would become 855. */
export function leerNumero(texto: string): Leido {
  if (ENTERO.test(texto)) return { tipo: 'numero', n: Number(texto) }
  if (DECIMAL_COMA.test(texto)) return { tipo: 'numero', n: Number(texto.replace(',', '.')) }
  return CON_PUNTO.test(texto) ? { tipo: 'punto' } : { tipo: 'otro' }
}

/** Percent 0–100. The range is the schema's to judge; here only what was written. */
export function convertirPorcentaje(celda: Celda, contexto: ContextoColumna): Conversion {
  if (typeof celda === 'number') return porcentajeSinSigno(Number(celda.toPrecision(15)), celda, contexto)
  if (typeof celda === 'string') {
    const texto = limpiarTexto(celda)
    if (texto === '') return VACIA
    const sinSigno = texto.replace(/ ?%$/, '')
    const leido = leerNumero(sinSigno)
    if (leido.tipo === 'punto') return rechazada('porcentaje-ambiguo', celda)
    if (leido.tipo === 'otro') return rechazada('no-es-numero', celda)
    return sinSigno === texto ? porcentajeSinSigno(leido.n, celda, contexto) : cortado(leido.n, celda, 'convertido-porcentaje')
  }
  if (esConTipo(celda) && celda.tipo === 'porcentaje') return cortado(aPorcentaje(celda.valor), celda, 'convertido-porcentaje')
  return rechazada('no-es-numero', celda)
}

/** 0,45 without a percent sign may be 0.45 % or 45 %: asked, not guessed. So is a bare 1 among fractions. */
function porcentajeSinSigno(n: number, celda: Celda, contexto: ContextoColumna): Conversion {
  if (n > 0 && n < 1) return rechazada('porcentaje-ambiguo', celda)
  if (n === 1 && contexto.fracciones) return rechazada('porcentaje-ambiguo', celda)
  return cortado(n, celda, null)
}

function cortado(n: number, celda: Celda, siEntero: 'convertido-porcentaje' | null): Conversion {
  if (!Number.isInteger(n)) {
    const corto = Math.floor(n)
    return convertida('decimales-cortados', corto, celda, String(corto))
  }
  return siEntero === null ? comoEstaba(n, celda) : convertida(siEntero, n, celda, String(n))
}

/** The number itself; listed when blanks or signs around it had to go ("  45" → 45). */
function comoEstaba(n: number, celda: Celda): Conversion {
  return typeof celda === 'string' && celda !== String(n) ? convertida('convertido-blancos', n, celda, String(n)) : talCual(n)
}

/** A plain number. Decimals go through as they are: whether they may be sent is the schema's to judge. */
export function convertirNumero(celda: Celda): Conversion {
  if (typeof celda === 'number') return talCual(Number(celda.toPrecision(15)))
  if (typeof celda === 'string') {
    const texto = limpiarTexto(celda)
    if (texto === '') return VACIA
    const leido = leerNumero(texto.replace(/ ?%$/, ''))
    if (leido.tipo === 'punto') return rechazada('numero-ambiguo', celda)
    if (leido.tipo === 'otro') return rechazada('no-es-numero', celda)
    if (texto.endsWith('%')) return convertida('convertido-porcentaje', leido.n, celda, textoDeNumero(leido.n))
    return Number.isInteger(leido.n) ? comoEstaba(leido.n, celda) : talCual(leido.n)
  }
  if (esConTipo(celda) && celda.tipo === 'porcentaje') {
    const n = aPorcentaje(celda.valor)
    return convertida('convertido-porcentaje', n, celda, textoDeNumero(n))
  }
  return rechazada('no-es-numero', celda)
}

const ESTADOS: ReadonlyMap<string, number> = new Map([
  ['cursando', 1], ['en curso', 1], ['en proceso', 1],
  ['aprobado', 2], ['aprobada', 2],
  ['reprobado', 3], ['reprobada', 3],
])

/** State 1 cursando, 2 aprobado, 3 reprobado [I22]; by number, by word, or both when they agree ("2 - Aprobado"). */
export function convertirEstado(celda: Celda): Conversion {
  if (typeof celda === 'number') return talCual(celda)
  if (typeof celda !== 'string') return rechazada('estado-desconocido', celda)
  const texto = limpiarTexto(celda)
  if (texto === '') return VACIA
  if (ENTERO.test(texto)) return comoEstaba(Number(texto), celda)
  const simple = texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const partes = /^(?:([1-3]) ?[-.:=)]? ?)?([a-z ]+)$/.exec(simple)
  const estado = ESTADOS.get(partes?.[2]?.trim() ?? '')
  if (estado === undefined) return rechazada('estado-desconocido', celda)
  if (partes?.[1] !== undefined && Number(partes[1]) !== estado) return rechazada('estado-desconocido', celda)
  return convertida('convertido-estado', estado, celda, String(estado))
}
