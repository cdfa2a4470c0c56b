/** The grid's own vocabulary: nothing outside renderer/grilla knows react-data-grid's. */
import type { Caja } from './seleccion.ts'

export interface ColumnaGrilla {
  key: string
  titulo: string
  /** Column letter in the workbook; '' when the workbook lacks it. */
  letra: string
  /** px */
  ancho: number
}

/** Cell in focus. `filaId: null`: a heading. `columna: null`: the row's number or its checkbox. */
export interface Foco { filaId: number | null; columna: string | null }

export interface GrillaRef {
  /** Moves the focus to a cell (`columna: null`: to the row's number), scrolling it into view. */
  irA(pos: number, columna: string | null, o?: { enfocar?: boolean }): void
  /** Gives the keyboard back to the cell in focus. */
  enfocar(): void
}

/** What can be done to a range. */
export interface AccionesRango {
  vaciar(caja: Caja): void
  rellenarAbajo(caja: Caja): void
  escribirEnTodas(caja: Caja, texto: string): void
  /** `portapapeles`: of the event under way; null: there is none, and the copy is by itself. */
  copiar(caja: Caja, portapapeles: DataTransfer | null, cortar: boolean): void
  pegar(caja: Caja, texto: string): void
}

/** Where the menu of a cell opens, px of the window. */
export interface LugarMenu { x: number; y: number }
/** null: as in the sheet. */
export type OrdenGrilla = { columna: string; sentido: 'asc' | 'desc' } | null

/** What react-data-grid takes for a row: its id, or while it is edited, the text so far. */
export type FilaRdg = number | { id: number; texto: string }
export const idDe = (fila: FilaRdg): number => (typeof fila === 'number' ? fila : fila.id)

export const COL_INCLUIR = '#incluir'
export const COL_FILA = '#fila'
/** Columns of the grid's own, before those of the workbook. */
export const COLUMNAS_PROPIAS = 2
export const ALTO_FILA = 34
export const ALTO_ENCABEZADO = 52
