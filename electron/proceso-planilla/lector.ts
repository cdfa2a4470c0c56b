/**
 * The reader port: a workbook as sheets, a sheet as rows in chunks. A faster reader takes SheetJS's place for a format
 * by implementing it; nothing else of the import knows who reads.
 */
import type { Celda } from '../../shared/domain/celda.ts'
import type { Result } from '../../shared/ipc/result.ts'

/** Lets go between chunks: a reader that sees it answered true stops and yields no more. */
export interface Senal { cancelado(): boolean }

/** `fila`: 1-based row of the sheet. `celdas[0]` is column A; trailing blanks may be missing. Rows without data are not yielded. */
export interface FilaLeida { fila: number; celdas: Celda[]; /** Hidden in the workbook, where the reader knows. */ oculta?: true }

/** From and to, both counted from 0 and included. */
export type Tramo = readonly [desde: number, hasta: number]

export interface HojaAbierta {
  nombre: string
  /** Only when the hidden ones were asked for: this is one. */
  oculta?: boolean
  /** Columns that the workbook hides, where the reader knows. */
  columnasOcultas?: readonly Tramo[]
  /** The first rows of the sheet by position (PRIMERAS_FILAS), blank ones included as []. */
  primerasFilas: Celda[][]
  /** Rows from the first on, in chunks of some 2,000. Can be walked once: what was yielded is let go. */
  trozos(senal: Senal): Iterable<FilaLeida[]> | AsyncIterable<FilaLeida[]>
}

export interface LibroAbierto {
  /** Visible sheets that have cells, in the workbook's order; the hidden ones too when they were asked for. */
  hojas: HojaAbierta[]
  /** Names of the hidden ones, which are passed over unless asked for. */
  ocultas: string[]
}

export interface OpcionesLector { /** Hidden sheets are opened too. */ ocultas?: boolean }
export interface LectorPlanilla {
  /** `bytes` passed inspection. A file that inspection could not see through answers its failure in words. */
  abrir(bytes: Buffer, nombre: string, opciones?: OpcionesLector): Promise<Result<LibroAbierto>>
}

export const FILAS_POR_TROZO = 2000
/** Enough for headings under a long introduction, and for some rows of data below them. */
export const PRIMERAS_FILAS = 100
