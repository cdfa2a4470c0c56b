/** The window's only door to the rest of the program: no other file of renderer/ names `window.puente`. */
import type { EventName, Input, Output, Payload, Puente, RequestName } from '../shared/ipc/contract.ts'

declare global {
  interface Window {
    /** Put there by the preload, whose type is the contract's. */
    readonly puente: Puente
  }
}

/** Asks main for something. Expected failures come back as `{ ok: false, falla }`, never as an exception. */
export const pedir = <N extends RequestName>(nombre: N, entrada: Input<N>): Promise<Output<N>> =>
  window.puente.pedir(nombre, entrada)

/** Listens to an event of main; answers the function that stops listening. */
export const escuchar = <N extends EventName>(nombre: N, oyente: (dato: Payload<N>) => void): (() => void) =>
  window.puente.escuchar(nombre, oyente)

/** Imports a file that the person dropped. The page hands over the File; only the preload learns its path. */
export const abrirSoltado = (archivo: File): Promise<Output<'planilla:abrirSoltado'>> => window.puente.abrirSoltado(archivo)
