/**
 * A list as it leaves to Excel, whatever it is of. For another one: a line in shared/ipc/modelos-salida.ts, and a
 * function that answers `listaDe(...)`, or `listaPorPaginas(...)`, with its columns, chosen in del-archivo.ts.
 */
import { ok, type Falla, type Result } from '../../../shared/ipc/result.ts'
import { ceder } from '../revision-final.ts'

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

type Declarada<F> = Omit<Lista, 'columnas' | 'tandas'> & { columnas: readonly Columna<F>[] }

/** @param o.filas read as they are written, a thousand at a time */
export function listaDe<F>(o: Declarada<F> & { filas: Iterable<F> }): Lista {
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

/** Of a query that answers a page at a time. */
export function listaPorPaginas<F>(o: Declarada<F> & { paginas: AsyncIterable<readonly F[]> }): Lista {
  const { columnas, paginas, ...resto } = o
  return {
    ...resto, columnas: columnas.map(({ titulo, tipo, ancho }) => ({ titulo, tipo, ancho })),
    tandas: (async function* tandas() { for await (const pagina of paginas) yield pagina.map((fila) => columnas.map((c) => finita(c.de(fila)))) })(),
  }
}

/** What a page that could not be read says; the file is then not written. */
export class ListaCortada extends Error { readonly falla: Falla; constructor(falla: Falla) { super(falla.codigo); this.falla = falla } }

/**
 * The first page is asked at once, so that a refusal comes before the person has chosen a place; the others while they
 * are written, with a rest between one and the next.
 */
export async function porPaginas<F>(pedir: (desde: number, cuantas: number) => Result<{ readonly total: number; readonly filas: readonly F[] }>, cuantas: number): Promise<Result<{ total: number; paginas: AsyncIterable<readonly F[]> }>> {
  const primera = pedir(0, cuantas)
  if (!primera.ok) return primera
  return ok({
    total: primera.valor.total,
    paginas: (async function* paginas() {
      let { filas } = primera.valor
      for (let desde = 0; filas.length > 0;) {
        yield filas
        desde += filas.length
        if (desde >= primera.valor.total) return
        await ceder()
        const otra = pedir(desde, cuantas)
        if (!otra.ok) throw new ListaCortada(otra.falla)
        filas = otra.valor.filas
      }
    })(),
  })
}
