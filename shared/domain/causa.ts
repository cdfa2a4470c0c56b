/** Shape of an entry of the catalogue of findings. */
import type { Nivel } from './problema.ts'

/**
 * What the words of a finding are made of: `valor` (as written), `columna` (its heading), `original`, `convertido`, and
 * what each cause adds. A missing one reads as ''.
 */
export type Datos = Readonly<Record<string, string | number>>

/** Where the rule comes from: an edition of SENCE's instructions, what was seen in the live service, or this product. */
export type Fuente = 'I22' | 'I23' | 'OBS' | 'producto'

export interface DefCausa {
  nivel: Nivel
  fuente: Fuente
  /** What happened and what it means, as one or two sentences. */
  mensaje: (d: Datos) => string
  /** What the person does next. */
  queHacer: (d: Datos) => string
}

/** A datum as text. */
export const dato = (d: Datos, clave: string): string => String(d[clave] ?? '')

/** «as it was written», or the words for an empty cell. */
export function citar(d: Datos, clave = 'valor'): string {
  const texto = dato(d, clave)
  return texto === '' ? 'La celda vacía' : `«${texto}»`
}

/** `en la fila 12` when the datum is known; rows are those of the sheet, which is named when it is another one. */
export function enFila(d: Datos, clave = 'otraFila'): string {
  const fila = Number(d[clave] ?? 0)
  const hoja = dato(d, 'otraHoja')
  return fila > 0 ? ` en la fila ${fila}${hoja === '' ? '' : ` de la hoja «${hoja}»`}` : ''
}
