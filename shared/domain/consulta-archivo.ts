/** What a person types to find a past send, taken apart: words that must all be there, some of which may be a RUT. */
import { calcularDv } from './rut.ts'

/** Numbers of RUT, both ends included. */
export interface RangoRut { readonly desde: number; readonly hasta: number }
export interface Termino {
  /** Plain text to look for; null: it can only be a RUT. */
  readonly texto: string | null
  /** RUT that it may be, whole or its beginning; []: it is none. */
  readonly ruts: readonly RangoRut[]
}

/** Lower case without accents, blanks made one: "Módulo  Ñuñoa" → "modulo nunoa". Both what is kept and what is typed go through it. */
export const plano = (texto: string): string => texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()

const MAXIMO_TERMINOS = 12
const CIFRAS_MAXIMAS = 8
/** With fewer, too many people begin with them for it to be of use. */
const CIFRAS_MINIMAS = 5
const GUIONES = /[\u2010-\u2015\u2212]/gu
const COMILLAS = /[“”«»]/gu

/** Words apart by blanks; what is between quotes goes together. Never fails: any text is a search. */
export function terminosDe(escrito: string): Termino[] {
  const partes = plano(escrito.replace(COMILLAS, '"').replace(GUIONES, '-')).match(/"[^"]*"?|[^\s"]+/gu) ?? []
  const vistos = new Map<string, Termino>()
  for (const parte of partes) {
    const entreComillas = parte.startsWith('"')
    const texto = parte.replaceAll('"', '').trim()
    if (texto !== '') vistos.set(parte, entreComillas ? { texto, ruts: [] } : termino(texto))
  }
  return [...vistos.values()].slice(0, MAXIMO_TERMINOS)
}

/** `12.345.678-5`, `12.345.6` and the like can be nothing but a RUT, or the beginning of one; nor can `12345678-5` when its check digit is right. */
const CON_PUNTOS = /^\d{1,3}(?:\.\d{3})*\.\d{1,3}(?:-[\dk]?)?$/u
const CON_GUION = /^\d{5,8}-[\dk]?$/u

function termino(texto: string): Termino {
  if (CON_PUNTOS.test(texto) || CON_GUION.test(texto)) {
    const [numero = '', dv] = texto.replaceAll('.', '').split('-')
    const ruts = dv === undefined ? comienzosCon(numero) : exacto(numero)
    if (ruts.length > 0) return { texto: CON_PUNTOS.test(texto) || dv === calcularDv(Number(numero)) ? null : texto, ruts }
  }
  const pegado = /^(\d{5,8})k$/u.exec(texto)?.[1]
  if (pegado !== undefined && calcularDv(Number(pegado)) === 'k') return { texto, ruts: exacto(pegado) }
  return { texto, ruts: /^\d+$/u.test(texto) ? comienzosCon(texto) : [] }
}

function exacto(numero: string): RangoRut[] {
  const n = numero.replace(/^0+/u, '')
  return n.length >= CIFRAS_MINIMAS && n.length <= CIFRAS_MAXIMAS ? [{ desde: Number(n), hasta: Number(n) }] : []
}

/** A run of digits: a number whole, its beginning, or a number with its check digit where that digit is right. */
function comienzosCon(cifras: string): RangoRut[] {
  const rangos: RangoRut[] = []
  if (cifras.startsWith('0')) return rangos
  const sinDv = cifras.slice(0, -1)
  if (sinDv.length >= CIFRAS_MINIMAS && sinDv.length <= CIFRAS_MAXIMAS && calcularDv(Number(sinDv)) === cifras.slice(-1)) rangos.push(...exacto(sinDv))
  if (cifras.length < CIFRAS_MINIMAS) return rangos
  for (let faltan = 0; cifras.length + faltan <= CIFRAS_MAXIMAS; faltan++) {
    const base = Number(cifras) * 10 ** faltan
    rangos.push({ desde: base, hasta: base + 10 ** faltan - 1 })
  }
  return rangos
}

/** The alumno that the search names, where it can be only one; null otherwise. */
export function rutUnico(terminos: readonly Termino[]): number | null {
  const rangos = terminos.flatMap((t) => t.ruts)
  const primero = rangos[0]
  return primero !== undefined && rangos.every((r) => r.desde === primero.desde && r.hasta === primero.desde) ? primero.desde : null
}
