export interface Orden {
  /** Name of the case of the corpus that is mutated. */
  caso: string
  archivo: string
  semilla: number
  /** Where the mutant is written while it is tried. */
  carpeta: string
}
export type Respuesta =
  | { tipo: 'listo' }
  /** `salida`: 'borrador', or the code of the refusal. */
  | { tipo: 'bien'; salida: string }
  | { tipo: 'excepcion'; detalle: string }
