/**
 * A list as it leaves to Excel, whatever it is of. For another one: a line in shared/ipc/modelos-salida.ts, and a
 * function that answers `listaDe(...)` with its columns in services/listas, chosen in services/salidas.ts.
 */

/**
 * What a cell holds, and in what it is given: `porcentaje` 0–100; `duracion` seconds; `fecha` YYYY-MM-DD; `instante`
 * ISO 8601, shown in Santiago's time. What is not of its kind is written as the text that it is.
 */
export type TipoCelda = 'texto' | 'entero' | 'porcentaje' | 'duracion' | 'fecha' | 'instante'
export type CeldaLista = string | number | null
export interface ColumnaLista { readonly titulo: string; readonly tipo: TipoCelda; /** Characters, more or less. */ readonly ancho: number }

export interface Lista {
  /** With its extension. */
  readonly nombreArchivo: string
  /** Name of the sheet: at most 31 characters. */
  readonly hoja: string
  /** What the workbook says of itself: names and values, in a sheet after the list's. */
  readonly acerca: readonly (readonly [string, string])[]
  readonly columnas: readonly ColumnaLista[]
  /** Rows in batches: a large list never lies whole in memory. Each in the order of the columns. */
  readonly tandas: Iterable<readonly (readonly CeldaLista[])[]> | AsyncIterable<readonly (readonly CeldaLista[])[]>
}

export interface Columna<F> extends ColumnaLista { readonly de: (fila: F) => CeldaLista }
export const columna = <F>(titulo: string, tipo: TipoCelda, ancho: number, de: (fila: F) => CeldaLista): Columna<F> => ({ titulo, tipo, ancho, de })

const POR_TANDA = 1000

/** A number that is none has no cell. */
const finita = (v: CeldaLista): CeldaLista => (typeof v === 'number' && !Number.isFinite(v) ? null : v)

/** @param filas read as they are written, a thousand at a time */
export function listaDe<F>(o: Omit<Lista, 'columnas' | 'tandas'> & { columnas: readonly Columna<F>[]; filas: Iterable<F> }): Lista {
  const { columnas, filas, ...resto } = o
  return {
    ...resto, columnas: columnas.map(({ titulo, tipo, ancho }) => ({ titulo, tipo, ancho })),
    tandas: (function* tandas() {
      let tanda: CeldaLista[][] = []
      for (const fila of filas) {
        if (tanda.push(columnas.map((c) => finita(c.de(fila)))) < POR_TANDA) continue
        yield tanda
        tanda = []
      }
      if (tanda.length > 0) yield tanda
    })(),
  }
}
