/** What waiting for the night needs of the computer. */

/** Says, at most a minute apart and right after the computer wakes or its clock changes, that time has passed. */
export interface Despertador {
  /** @returns the function that stops listening */
  escuchar(oyente: () => void): () => void
}

/** Whether the computer has any network. */
export interface Linea {
  enLinea(): boolean
  /** Resolves at once when there is one, else when it is back, when `maximoMs` have passed or when `senal` says so. */
  esperar(maximoMs: number, senal: AbortSignal): Promise<void>
  /** Called each time that it is back. @returns the function that stops listening */
  alVolver(oyente: () => void): () => void
}

/** Whether the program starts, hidden, when the person's session does. */
export interface InicioSesion {
  /** null: the system does not say. */
  activo(): boolean | null
  /** @returns whether the system took it */
  poner(activo: boolean): boolean
}
