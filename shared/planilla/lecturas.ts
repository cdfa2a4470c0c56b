/**
 * How a column is to be read where a cell alone can be read in more than one way. The person says it once for the
 * column, seeing its own cells; what they said is a command of the draft, and every cell read so says it.
 */
import type { Causa } from '../domain/causas.ts'
import { comoDecimales, comoFraccion, comoHoras, comoMiles, comoMinutos, comoPorcentaje, comoSegundos, leerFecha, type Lectura } from './arreglos-celda.ts'

export const LECTURAS = {
  'fraccion': comoFraccion,
  'porcentaje': comoPorcentaje,
  'dia-mes': leerFecha('dia-mes', '20'),
  'mes-dia': leerFecha('mes-dia', '20'),
  'ano-mes': leerFecha('ano-mes', '20'),
  'dia-mes-1900': leerFecha('dia-mes', '19'),
  'mes-dia-1900': leerFecha('mes-dia', '19'),
  'horas': comoHoras,
  'minutos': comoMinutos,
  'segundos': comoSegundos,
  'decimales': comoDecimales,
  'miles': comoMiles,
} as const satisfies Readonly<Record<string, Lectura>>
export type IdLectura = keyof typeof LECTURAS

export const IDS_LECTURA = Object.keys(LECTURAS) as [IdLectura, ...IdLectura[]]
export const esLectura = (id: string): id is IdLectura => Object.hasOwn(LECTURAS, id)

/** What is asked about a column instead of being guessed. Only cells with one of these are read as the person said. */
export const EN_DUDA: ReadonlySet<Causa> = new Set<Causa>(['fecha-ambigua', 'porcentaje-ambiguo', 'numero-ambiguo', 'tiempo-ilegible', 'tiempo-sin-unidad'])
