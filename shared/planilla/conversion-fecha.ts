/** Dates: to `YYYY-MM-DD`, never by guessing which number is the month. */
import type { Celda } from '../domain/celda.ts'
import { esFechaIso, fechaDeSerial } from '../domain/fecha.ts'
import { limpiarTexto } from './celda-texto.ts'
import { VACIA, convertida, esConTipo, rechazada, talCual, type ContextoColumna, type Conversion } from './conversion-base.ts'

const HORA = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.? ?m\.?)?(?:Z|[+-]\d{2}:?\d{2})?)?`
const DIA_MES_ANO = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${HORA}$`, 'i')
const ANO_MES_DIA = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${HORA}$`, 'i')
const ANO_CORTO = new RegExp(String.raw`^\d{1,2}([-/.])\d{1,2}\1\d{2}${HORA}$`, 'i')
const CON_PALABRA = new RegExp(String.raw`^(\d{1,2})[- /]*(?:de )?([a-zñ]{3,10})\.?[- /]*(?:del? )?(\d{4})${HORA}$`, 'i')
const MESES = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre']

/**
 * A real date cell, or a text that is day-month-year or year-month-day with the whole year; a time after it is cut.
 * Two-digit years and month-first are asked about ('fecha-ambigua').
 */
export function convertirFecha(celda: Celda, contexto: ContextoColumna): Conversion {
  if (typeof celda === 'string') return desdeTexto(celda, contexto)
  if (!esConTipo(celda) || celda.tipo !== 'fecha') return rechazada('fecha-ilegible', celda)
  const dia = fechaDeSerial(Math.floor(celda.valor))
  if (dia === null || celda.valor < 1) return rechazada('fecha-ilegible', celda)
  return Number.isInteger(celda.valor) ? talCual(dia) : convertida('convertido-fecha', dia, celda, dia)
}

function desdeTexto(celda: string, contexto: ContextoColumna): Conversion {
  const texto = limpiarTexto(celda)
  if (texto === '') return VACIA
  if (celda === texto && /^\d{4}-\d\d-\d\d$/.test(celda) && esFechaIso(celda)) return talCual(celda)
  const chilena = DIA_MES_ANO.exec(texto)
  if (chilena && contexto.mesPrimero && leeDosVeces(chilena[1], chilena[3])) return rechazada('fecha-ambigua', celda)
  if (chilena) return armar(celda, chilena[4], chilena[3], chilena[1])
  const iso = ANO_MES_DIA.exec(texto)
  if (iso) return armar(celda, iso[1], iso[3], iso[4])
  const palabra = CON_PALABRA.exec(texto)
  if (palabra) return armar(celda, palabra[3], mesDePalabra(palabra[2] ?? ''), palabra[1])
  return rechazada(ANO_CORTO.test(texto) ? 'fecha-ambigua' : 'fecha-ilegible', celda)
}

/** Day and month may change places and give another date. */
const leeDosVeces = (dia: string | undefined, mes: string | undefined): boolean => Number(dia) <= 12 && Number(mes) <= 12 && Number(dia) !== Number(mes)

function armar(celda: string, ano: string | undefined, mes: string | null | undefined, dia: string | undefined): Conversion {
  const dos = (s: string): string => s.padStart(2, '0')
  const fecha = `${ano ?? ''}-${dos(mes ?? '')}-${dos(dia ?? '')}`
  if (esFechaIso(fecha)) return convertida('convertido-fecha', fecha, celda, fecha)
  // 12/31/2026 exists only with the month first: the file may be written that way throughout.
  const alReves = `${ano ?? ''}-${dos(dia ?? '')}-${dos(mes ?? '')}`
  return rechazada(esFechaIso(alReves) ? 'fecha-ambigua' : 'fecha-ilegible', celda)
}

function mesDePalabra(palabra: string): string | null {
  const simple = palabra.toLowerCase().replace('setiembre', 'septiembre').replace(/^sept$/, 'sep').replace(/^set$/, 'sep')
  const n = MESES.findIndex(m => m === simple || m.slice(0, 3) === simple)
  return n === -1 ? null : String(n + 1)
}
