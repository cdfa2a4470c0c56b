/** Merged areas (ECMA-376 part 1, 18.3.1.55 mergeCells): only the top left cell has a value; some writers leave old ones underneath, which nobody sees. */
import type { FilaLeida } from '../lector.ts'
import { aparte } from './interrupcion.ts'

/** Rows and columns from 0, both ends included. */
export interface Area { fila: number; columna: number; ultimaFila: number; ultimaColumna: number }

const AREA = /^([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})$/
/** Rows that all areas together may ask to look at: thousands of areas as tall as the sheet are nobody's workbook. */
const MAXIMO_TRABAJO = 4_000_000

export function areaDe(ref: string): Area {
  const m = AREA.exec(ref) ?? aparte('área combinada escrita de otra manera')
  const area = { fila: Number(m[2]) - 1, columna: columnaDe(m[1] ?? ''), ultimaFila: Number(m[4]) - 1, ultimaColumna: columnaDe(m[3] ?? '') }
  return area.fila > area.ultimaFila || area.columna > area.ultimaColumna ? aparte('área combinada al revés') : area
}

const columnaDe = (letras: string): number => [...letras].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1

/** Which columns of each row have a value, as far as merged areas need it: a bit for each of the first 31, one for all the others. */
export class Ocupacion {
  #bits = new Uint32Array(4096)

  anotar(fila: number, bits: number): void {
    if (fila >= this.#bits.length) {
      const mayor = new Uint32Array(Math.max(fila + 1, 2 * this.#bits.length))
      mayor.set(this.#bits)
      this.#bits = mayor
    }
    this.#bits[fila] = bits
  }

  /** Whether some area may hide a value: never a false no. */
  tapada(areas: readonly Area[]): boolean {
    let trabajo = 0
    for (const area of areas) {
      const bits = bitsEntre(area.columna, area.ultimaColumna)
      const resto = bitsEntre(area.columna + 1, area.ultimaColumna)
      const ultima = Math.min(area.ultimaFila, this.#bits.length - 1)
      trabajo += Math.max(0, ultima - area.fila)
      if (trabajo > MAXIMO_TRABAJO) aparte('demasiadas áreas combinadas')
      for (let fila = area.fila; fila <= ultima; fila++) if (((this.#bits[fila] ?? 0) & (fila === area.fila ? resto : bits)) !== 0) return true
    }
    return false
  }
}

/** The bit of a column (from 0) in Ocupacion. */
export const bitDe = (columna: number): number => 1 << (columna < 31 ? columna : 31)

function bitsEntre(desde: number, hasta: number): number {
  let bits = 0
  for (let c = desde; c <= Math.min(hasta, 31); c++) bits |= bitDe(c)
  return hasta > 31 && desde <= hasta ? bits | bitDe(31) : bits
}

/** Blanks what the areas hide, in rows that are all in memory and in order. */
export function vaciarTapadas(filas: readonly FilaLeida[], areas: readonly Area[]): void {
  if (areas.length === 0) return
  const porNumero = new Map(filas.map(f => [f.fila - 1, f.celdas]))
  let trabajo = 0
  for (const area of areas) {
    trabajo += area.ultimaFila - area.fila
    if (trabajo > MAXIMO_TRABAJO) aparte('demasiadas áreas combinadas')
    for (let fila = area.fila; fila <= area.ultimaFila; fila++) {
      const celdas = porNumero.get(fila)
      if (celdas === undefined) continue
      for (let c = area.columna; c <= Math.min(area.ultimaColumna, celdas.length - 1); c++) if (fila !== area.fila || c !== area.columna) celdas[c] = null
    }
  }
}
