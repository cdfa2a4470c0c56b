import type { AvanceFechado } from '../../shared/domain/avances-aprendidos.ts'
import type { Diario } from './puertos-diario.ts'
import { ceder } from './revision-final.ts'

/** Values per write: few enough for the window's requests to be served in between, enough for the disk's own wait to be worth it. */
const PORCION = 2000

/**
 * Writes progress that SENCE accepted, in slices. Each is true by itself, so a stop between two loses nothing that a later
 * look at the history does not bring back. @returns how many say something new
 */
export async function aprenderPorPartes(diario: Diario, rutOtec: string, avances: readonly AvanceFechado[]): Promise<number> {
  let nuevos = 0
  for (let desde = 0; desde < avances.length; desde += PORCION) {
    nuevos += diario.aprenderAvances(rutOtec, avances.slice(desde, desde + PORCION))
    await ceder()
  }
  return nuevos
}
