/** What every conversion answers, and the few ways to answer it. */
import type { Causa } from '../domain/causas.ts'
import type { Celda } from '../domain/celda.ts'
import type { Nivel } from '../domain/problema.ts'
import type { Rut } from '../domain/rut.ts'
import { textoDeCelda } from './celda-texto.ts'
import type { IdLectura } from './lecturas.ts'

/** What a cell means: a text, a number (seconds, percent 0–100, state 1–3), an ISO date, a list of codes, or a RUT. */
export type Valor = string | number | readonly string[] | Rut

export interface HallazgoCelda { causa: Causa; nivel: Nivel; datos: Record<string, string | number> }
/** `valor` undefined: the cell is empty, or could not be understood (then `hallazgo` is an error). */
export interface Conversion { valor: Valor | undefined; hallazgo: HallazgoCelda | null }

/** What the cell's column says as a whole and the cell alone cannot. */
export interface ContextoColumna {
  /** The file's column holds plain fractions (0.45), so a bare 1 may be 1 % or 100 %. */
  fracciones: boolean
  /** The table holds dates that only exist with the month first (12/31/2026), so 03/02/2026 may be March. */
  mesPrimero: boolean
  /** The heading says a unit of time that is not seconds: 'horas' or 'minutos'. */
  unidad?: string | null
  /** How the person said that the column is read, the first that can wins. */
  lecturas?: readonly IdLectura[]
}

export const VACIA: Conversion = { valor: undefined, hallazgo: null }

/** The cell already says its value as the API wants it. */
export const talCual = (valor: Valor): Conversion => ({ valor, hallazgo: null })

/** Converted, and said so: `original` as written, `convertido` as it will be sent. */
export function convertida(causa: Causa, valor: Valor, celda: Celda, convertido: string): Conversion {
  return { valor, hallazgo: { causa, nivel: 'informacion', datos: { original: textoDeCelda(celda), convertido } } }
}

/** Not understood, or not clear enough to decide for the person. */
export function rechazada(causa: Causa, celda: Celda, datos: Record<string, string | number> = {}): Conversion {
  const original = textoDeCelda(celda)
  return { valor: undefined, hallazgo: { causa, nivel: 'error', datos: { original, valor: original, ...datos } } }
}

export type CeldaConTipo = Extract<Celda, { tipo: string }>
export const esConTipo = (celda: Celda): celda is CeldaConTipo => typeof celda === 'object' && celda !== null
