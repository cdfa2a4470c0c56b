/** Where the headings of a sheet that nobody knows probably stand. */
import type { Celda } from '../domain/celda.ts'
import { esVacia } from './celda-texto.ts'
import { COLUMNAS } from './columnas.ts'
import { asignarColumnas, claveDeEncabezado } from './encabezado.ts'
import { FILAS_DE_BUSQUEDA } from './layout.ts'
import { palabrasDe, parecidoDePalabras } from './parecido.ts'

export interface EncabezadoProbable {
  /** 0-based row. */
  fila: number
  /** Several of its texts are known to us, or nearly: the person need not be asked. */
  seguro: boolean
}

/** Texts of a row as headings; what is not a text is no heading. */
export const titulosDeFila = (celdas: readonly Celda[]): string[] => celdas.map(c => (typeof c === 'string' ? c.trim() : ''))

const NOMBRES = [...new Set(COLUMNAS.flatMap(c => [c.titulo, ...c.sinonimos]))].map(palabrasDe)
const CASI = 0.7

/** null: no row has two texts with something below. */
export function encabezadoProbable(filas: readonly (readonly Celda[])[]): EncabezadoProbable | null {
  const ancho = Math.max(0, ...filas.map(llenas))
  let mejor: (EncabezadoProbable & { puntos: number }) | null = null
  filas.slice(0, FILAS_DE_BUSQUEDA).forEach((celdas, fila) => {
    const titulos = titulosDeFila(celdas)
    const textos = titulos.filter(t => t !== '' && t.length <= 100)
    const distintos = new Set(textos.map(claveDeEncabezado)).size
    if (distintos < 2 || !filas.slice(fila + 1).some(f => llenas(f) >= 2)) return
    const conocidos = asignarColumnas('unica', titulos).columnas.length
    const casi = conocidos >= 2 ? conocidos : textos.slice(0, 40).map(palabrasDe).filter(t => NOMBRES.some(n => parecidoDePalabras(t, n) >= CASI)).length
    // A row of words over rows of data: as wide as they are, none of its words twice, no number among them.
    const forma = distintos / Math.max(1, ancho) + (distintos === llenas(celdas) ? 0.5 : 0)
    const puntos = 3 * conocidos + 2 * casi + forma
    if (puntos > (mejor?.puntos ?? 0)) mejor = { fila, seguro: conocidos >= 2 || casi >= 3, puntos }
  })
  const hallado = mejor as EncabezadoProbable | null
  return hallado && { fila: hallado.fila, seguro: hallado.seguro }
}

const llenas = (celdas: readonly Celda[]): number => celdas.filter(c => !esVacia(c)).length
