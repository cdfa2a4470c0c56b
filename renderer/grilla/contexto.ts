/** What rows and cells of the grid need and react-data-grid cannot pass down to them. */
import { createContext, use } from 'react'
import type { FilaVista } from '../../shared/ipc/modelos.ts'
import type { CacheFilas } from './cache-filas.ts'
import type { Franja, Seleccion } from './seleccion.ts'
import type { ColumnaGrilla } from './tipos.ts'

export interface ContextoGrilla {
  cache: CacheFilas
  columnas: readonly ColumnaGrilla[]
  seleccion: Seleccion
  /** The checkbox of a row was used; `rango`: with Shift, so it holds for all rows since the last one used. */
  alMarcar(filaId: number, incluir: boolean, rango: boolean): void
}

export const GrillaContext = createContext<ContextoGrilla | null>(null)
/** What of the row being drawn is within the range chosen. */
export const FranjaContext = createContext<Franja | null>(null)
/** The row being drawn; undefined while it is on its way. */
export const FilaContext = createContext<FilaVista | undefined>(undefined)

export function useGrilla(): ContextoGrilla {
  const valor = use(GrillaContext)
  if (!valor) throw new Error('a cell of the grid was drawn outside of it')
  return valor
}
