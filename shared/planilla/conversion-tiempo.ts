/** Connection time, always in seconds. */
import type { Celda } from '../domain/celda.ts'
import { limpiarTexto } from './celda-texto.ts'
import { VACIA, convertida, esConTipo, rechazada, talCual, type ContextoColumna, type Conversion } from './conversion-base.ts'

const SEGUNDOS_DE_DIA = 86_400
const UNIDADES: readonly [RegExp, number][] = [
  [/^(?:d|dias?)$/, SEGUNDOS_DE_DIA],
  [/^(?:h|hr|hrs|horas?)$/, 3600],
  [/^(?:m|min|mins|minutos?)$/, 60],
  [/^(?:s|seg|segs|segundos?)$/, 1],
]

/**
 * Seconds (5400), an Excel duration or time of day, `h:mm:ss`, or words ("1 hora 30 minutos", "1h 30m").
 * `01:30` alone is refused: hours and minutes, or minutes and seconds?
 */
export function convertirTiempo(celda: Celda, { unidad = null }: Pick<ContextoColumna, 'unidad'> = {}): Conversion {
  // A bare 12 under "Horas de conexión" is hardly twelve seconds. Zero is zero in any unit.
  if (unidad !== null && esNumeroSuelto(celda)) return rechazada('tiempo-sin-unidad', celda, { unidad })
  if (typeof celda === 'number') return talCual(Number(celda.toPrecision(15)))
  if (typeof celda === 'string') return desdeTexto(celda)
  if (esConTipo(celda) && (celda.tipo === 'duracion' || (celda.tipo === 'fecha' && celda.valor >= 0 && celda.valor < 1))) {
    // Excel keeps days in binary: 1 h 30 m 10 s is off by millionths of a second, which rounding takes away.
    const segundos = Math.round(celda.valor * SEGUNDOS_DE_DIA)
    return convertida('convertido-tiempo', segundos, celda, String(segundos))
  }
  return rechazada('tiempo-ilegible', celda)
}

const esNumeroSuelto = (celda: Celda): boolean =>
  typeof celda === 'number' ? celda > 0 : typeof celda === 'string' && /^\d+(?:[.,]\d+)?$/.test(limpiarTexto(celda)) && /[1-9]/.test(celda)

/** The unit that a heading says when it is not seconds: "Horas de conexión", "Tiempo (min)". null: it says none, or a clock's. */
export function unidadDeTitulo(titulo: string): string | null {
  const simple = titulo.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  if (/h+:m|segundo|\bseg\b/.test(simple)) return null
  if (/\b(?:horas?|hrs?)\b|\(h\)/.test(simple)) return 'horas'
  return /\b(?:minutos?|mins?)\b/.test(simple) ? 'minutos' : null
}

function desdeTexto(celda: string): Conversion {
  const texto = limpiarTexto(celda)
  if (texto === '') return VACIA
  if (/^[+-]?\d+$/.test(texto)) {
    const n = Number(texto)
    return celda === String(n) ? talCual(n) : convertida('convertido-blancos', n, celda, String(n))
  }
  if (/^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(texto)) return rechazada('numero-ambiguo', celda)
  const segundos = desdeReloj(texto) ?? desdePalabras(texto)
  return segundos === null ? rechazada('tiempo-ilegible', celda) : convertida('convertido-tiempo', segundos, celda, String(segundos))
}

function desdeReloj(texto: string): number | null {
  const p = /^(\d{1,5}):([0-5]?\d):([0-5]?\d)$/.exec(texto)
  return p ? Number(p[1]) * 3600 + Number(p[2]) * 60 + Number(p[3]) : null
}

/** Each unit once, from large to small. A decimal needs a comma ("1,5 horas") and must give whole seconds. */
function desdePalabras(texto: string): number | null {
  const simple = texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ y |, (?=\d)/g, ' ')
  if (!/^(?:\d+(?:,\d+)? ?[a-z]+\.? ?)+$/.test(simple)) return null
  let total = 0
  let anterior = Infinity
  for (const [, numero, unidad] of simple.matchAll(/(\d+(?:,\d+)?) ?([a-z]+)/g)) {
    const factor = UNIDADES.find(([forma]) => forma.test(unidad ?? ''))?.[1]
    if (factor === undefined || factor >= anterior) return null
    anterior = factor
    total += Number((numero ?? '').replace(',', '.')) * factor
  }
  const exacto = Number(total.toPrecision(15))
  return Number.isInteger(exacto) ? exacto : null
}
