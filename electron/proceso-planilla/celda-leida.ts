/** From what a file holds to a Celda. */
import type { Celda } from '../../shared/domain/celda.ts'
import { claseDeFormato } from './formato-celda.ts'

/** Days between the 1900 and the 1904 systems. */
const DIAS_1904 = 1462

/** Excel's error words, in English and as its Spanish edition writes them into text files. */
const ERRORES = new Set([
  '#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!', '#FIELD!', '#GETTING_DATA',
  '#¡NULO!', '#¡DIV/0!', '#¡VALOR!', '#¡REF!', '#¿NOMBRE?', '#¡NUM!', '#N/D', '#¡DESBORDAMIENTO!', '#¡CALC!',
])
const ERROR_POR_CODIGO: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'], [0x07, '#DIV/0!'], [0x0f, '#VALUE!'], [0x17, '#REF!'], [0x1d, '#NAME?'], [0x24, '#NUM!'], [0x2a, '#N/A'], [0x2b, '#GETTING_DATA'],
])

/** A text cell; the words of an error are an error, also where a text file carries them. */
export function celdaDeTexto(texto: string): Celda {
  if (texto === '') return null
  return texto.charCodeAt(0) === 35 && ERRORES.has(texto.trim()) ? { tipo: 'error', valor: texto.trim() } : texto
}

/** An error newer than the code table (#SPILL!) arrives without a known code. */
export const celdaDeError = (codigo: unknown): Celda => ({ tipo: 'error', valor: ERROR_POR_CODIGO.get(codigo) ?? '#ERROR!' })

/** A number with the kind that its format gives it. Only dates move with the 1904 system: durations and times do not. */
export function celdaDeNumero(n: number, formato: string | undefined, es1904: boolean): Celda {
  if (!Number.isFinite(n)) return { tipo: 'error', valor: '#NUM!' }
  const clase = claseDeFormato(formato)
  if (clase === 'numero') return n
  return { tipo: clase, valor: clase === 'fecha' && es1904 ? n + DIAS_1904 : n }
}
