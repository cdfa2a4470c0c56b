/** From the cells of a row to what they mean. Nothing is converted in silence and nothing ambiguous is guessed. */
import type { Celda } from '../domain/celda.ts'
import type { ColumnaDef } from './columnas.ts'
import { esVacia } from './celda-texto.ts'
import { VACIA, convertida, esConTipo, rechazada, type ContextoColumna, type Conversion, type HallazgoCelda, type Valor } from './conversion-base.ts'
import { convertirFecha } from './conversion-fecha.ts'
import { convertirEstado, convertirNumero, convertirPorcentaje } from './conversion-numero.ts'
import { convertirRut } from './conversion-rut.ts'
import { convertirLista, convertirNombre, convertirTexto } from './conversion-texto.ts'
import { convertirTiempo } from './conversion-tiempo.ts'
import { EN_DUDA, LECTURAS, type IdLectura } from './lecturas.ts'

const SIN_CONTEXTO: ContextoColumna = { fracciones: false, mesPrimero: false }

/**
 * One cell of one column. RUT and check digit need each other: a lone RUT cell is read without one; see convertirFila.
 * An error cell (#N/A) is an error in any column.
 */
export function convertirCelda(def: ColumnaDef, celda: Celda, contexto: ContextoColumna = SIN_CONTEXTO): Conversion {
  const sola = convertirSola(def, celda, contexto)
  if (sola.hallazgo === null || contexto.lecturas === undefined || !EN_DUDA.has(sola.hallazgo.causa)) return sola
  return leerComoDijo(def, celda, contexto.lecturas) ?? sola
}

/** A cell in doubt, by what the person said of its column. null: none of it can read this cell. */
function leerComoDijo(def: ColumnaDef, celda: Celda, lecturas: readonly IdLectura[]): Conversion | null {
  for (const lectura of lecturas) {
    const texto = LECTURAS[lectura](celda)
    const { valor, hallazgo } = texto === null ? VACIA : convertirSola(def, texto, SIN_CONTEXTO)
    if (valor === undefined) continue
    const { hallazgo: dicho } = convertida('leido-como-dijo', valor, celda, String(hallazgo?.datos['convertido'] ?? texto))
    return { valor, hallazgo: dicho && { ...dicho, datos: { ...dicho.datos, lectura } } }
  }
  return null
}

function convertirSola(def: ColumnaDef, celda: Celda, contexto: ContextoColumna): Conversion {
  if (celda === null) return VACIA
  if (esConTipo(celda) && celda.tipo === 'error') return rechazada('celda-error', celda)
  switch (def.tipo) {
    case 'texto': return def.key === 'alumno.nombre' ? convertirNombre(celda) : convertirTexto(celda)
    case 'lista': return convertirLista(celda)
    case 'fecha': return convertirFecha(celda, contexto)
    case 'segundos': return convertirTiempo(celda, contexto)
    case 'porcentaje': return convertirPorcentaje(celda, contexto)
    case 'estado': return convertirEstado(celda)
    case 'entero': return convertirNumero(celda)
    case 'rut': return convertirRut(celda, null).rut
    case 'dv': return convertirTexto(celda)
  }
}

/** The columns of a table as conversion needs them. */
export interface ColumnasConvertibles {
  defs: readonly ColumnaDef[]
  contextos: readonly ContextoColumna[]
  /** The same for a cell that the person has written since: only what they said of the column. */
  dichos: readonly ContextoColumna[]
  /** Position of the RUT and check-digit columns; -1 when absent. */
  rut: number
  dv: number
  /** By column, what the file's texts and numbers turned out to mean: a workbook says the same things over and over. */
  sabidas: readonly Map<string | number, Conversion>[]
}

/** Distinct cells kept by column: one that never repeats gains nothing from being kept. */
const MAXIMO_SABIDAS = 2000

export interface HallazgoColumna extends HallazgoCelda { col: number }

/** A row converted: values by column, findings by column (null: none), and which columns failed (bit mask). */
export interface FilaConvertida {
  valores: (Valor | undefined)[]
  hallazgos: HallazgoColumna[] | null
  malas: number
}

/**
 * `base` is the row as the file had it: what the column says as a whole explains the file's cells, not one that the
 * person has written since, who must be able to say "1" or "03-02-2026" and be believed.
 */
export function convertirFila(columnas: ColumnasConvertibles, celdas: readonly Celda[], base: readonly Celda[] = celdas): FilaConvertida {
  const { defs, contextos, dichos, rut, dv, sabidas } = columnas
  const fila: FilaConvertida = { valores: new Array<Valor | undefined>(defs.length).fill(undefined), hallazgos: null, malas: 0 }
  for (let col = 0; col < defs.length; col++) {
    if (col === rut || col === dv) continue
    const def = defs[col]
    const celda = celdas[col]
    if (!def || celda === null || celda === undefined) continue
    anotar(fila, col, celda === base[col] ? convertirDelArchivo(def, celda, contextos[col], sabidas[col]) : convertirCelda(def, celda, dichos[col]))
  }
  if (rut !== -1) {
    const ambas = convertirRut(celdas[rut] ?? null, dv === -1 ? null : (celdas[dv] ?? null))
    anotar(fila, rut, ambas.rut)
    if (dv !== -1) anotar(fila, dv, ambas.dv)
  }
  return fila
}

function convertirDelArchivo(def: ColumnaDef, celda: Celda, contexto: ContextoColumna | undefined, sabidas: Map<string | number, Conversion> | undefined): Conversion {
  if (typeof celda !== 'string' && typeof celda !== 'number') return convertirCelda(def, celda, contexto)
  const sabida = sabidas?.get(celda)
  if (sabida) return sabida
  const c = convertirCelda(def, celda, contexto)
  if (sabidas && sabidas.size < MAXIMO_SABIDAS) sabidas.set(celda, c)
  return c
}

function anotar(fila: FilaConvertida, col: number, c: Conversion): void {
  fila.valores[col] = c.valor
  if (!c.hallazgo) return
  ;(fila.hallazgos ??= []).push({ col, ...c.hallazgo })
  if (c.hallazgo.nivel === 'error') fila.malas |= 1 << col
}

/** Whether some cell of the column is a bare fraction, so that a bare 1 in it is not clear either. */
export function tieneFracciones(def: ColumnaDef, celda: Celda): boolean {
  if (def.tipo !== 'porcentaje') return false
  if (typeof celda === 'number') return celda > 0 && celda < 1
  return typeof celda === 'string' && !esVacia(celda) && /^\s*0,0*[1-9]\d*\s*$/.test(celda)
}

/** Whether some cell is a date that only exists with the month first: the program that wrote the file may do so throughout. */
export function tieneMesPrimero(def: ColumnaDef, celda: Celda): boolean {
  return def.tipo === 'fecha' && typeof celda === 'string' && /^\s*(?:0?[1-9]|1[0-2])([-/.])(?:1[3-9]|2\d|3[01])\1\d{4}/.test(celda)
}
