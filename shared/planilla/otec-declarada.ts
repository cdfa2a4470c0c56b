/** Which OTEC a workbook says it is of, when it says so: in a column of its own, or beside a label above the table. */
import type { Celda } from '../domain/celda.ts'
import { calcularDv, formatRut, parseRut } from '../domain/rut.ts'
import { normalizarEncabezado } from './encabezado.ts'

/** Headings and labels, reduced as `normalizarEncabezado` does ("RUT de la OTEC" → rutotec). */
const NOMBRES: ReadonlySet<string> = new Set(['rutotec', 'otecrut', 'rutotecejecutor', 'rutotecejecutora', 'rutotecdv', 'rutorganismotecnico', 'rutorganismotecnicocapacitacion'])

const esNombre = (c: Celda | undefined): boolean => typeof c === 'string' && NOMBRES.has(normalizarEncabezado(c))

/** `76123456-0` (K in upper case); null for what is not a RUT (a blank, a dash, "según contrato"): that names nobody. */
export function rutDeCelda(c: Celda | undefined): string | null {
  if (typeof c !== 'string' && typeof c !== 'number') return null
  const texto = String(c).trim()
  const leido = parseRut(texto)
  if (leido.ok) return formatRut(leido.rut, 'guion')
  // A number without its check digit still says who it is; seven digits are the least of a company in use.
  const solo = texto.replace(/\./g, '')
  return leido.causa === 'rut-sin-dv' && /^\d{7,8}$/.test(solo) ? formatRut({ numero: Number(solo), dv: calcularDv(Number(solo)) }, 'guion') : null
}

/** Where a sheet has the column: 0-based row of its heading, and column. null: it has none. */
export function columnaDeOtec(primerasFilas: readonly (readonly Celda[])[]): { fila: number; indice: number } | null {
  for (const [fila, celdas] of primerasFilas.entries()) {
    const indice = celdas.findIndex(esNombre)
    // With a RUT at its right it is a label, not a heading.
    if (indice !== -1 && rutDeCelda(celdas[indice + 1]) === null) return { fila, indice }
  }
  return null
}

/** RUTs that stand at the right of a label ("RUT OTEC: | 76.123.456-0"). */
export function otecsRotuladas(primerasFilas: readonly (readonly Celda[])[]): string[] {
  return primerasFilas.flatMap(celdas => celdas.flatMap((c, i) => (esNombre(c) ? rutDeCelda(celdas[i + 1]) ?? [] : [])))
}
