/** How a reading ends before its end: handed to the other reader, or refused in words. */
import type { Falla } from '../../../shared/ipc/result.ts'

/** `aparte`: this reader does not know something in the file; `razon` is for the log, never for the person. */
export type Interrupcion = { tipo: 'aparte'; razon: string } | { tipo: 'falla'; falla: Falla }

/**
 * The one exception of this reader. Rows are given out while the file is still being inflated, so what is wrong further
 * down shows when some rows are already out, and an iterator has no other channel to say it. Whoever walks the rows
 * discards them and starts again with the other reader (see con-respaldo.ts).
 */
export class LecturaInterrumpida extends Error {
  readonly causa: Interrupcion
  constructor(causa: Interrupcion) {
    super(causa.tipo === 'aparte' ? causa.razon : causa.falla.codigo)
    this.name = 'LecturaInterrumpida'
    this.causa = causa
  }
}

/** Stands aside: something that SheetJS may know and this reader does not. */
export function aparte(razon: string): never {
  throw new LecturaInterrumpida({ tipo: 'aparte', razon })
}

/** Refuses the file: SheetJS must not see it either. */
export function rehusar(falla: Falla): never {
  throw new LecturaInterrumpida({ tipo: 'falla', falla })
}
