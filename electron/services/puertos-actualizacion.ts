/** What updating the program needs from outside. */
import type { Result } from '../../shared/ipc/result.ts'

/** A newer version that the feed offers to this computer, its signature verified. */
export interface Oferta {
  readonly version: string
  readonly novedades: readonly string[]
  /** null: the feed does not say. */
  readonly bytes: number | null
}
export interface Actualizador {
  /** null: there is none newer, or it is not this computer's turn yet (staged release). */
  buscar(): Promise<Result<Oferta | null>>
  /** Brings what `buscar` offered last. @param alAvanzar percent, 0–100 */
  descargar(alAvanzar: (porcentaje: number) => void): Promise<Result<Record<string, never>>>
  /** Puts what was brought in the program's place. Called when everything is closed. @param reabrir and opens it */
  instalar(reabrir: boolean): void
}
