/**
 * An OTEC's folder that was made whole elsewhere takes the place of the one that there is. Each step is a rename: after a
 * crash at any of them, the next start finds either the old one or the new one in its place, whole.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { formatRut, parseRut } from '../../shared/domain/rut.ts'

type Renombrar = (de: string, a: string) => void

/** It may lack something: worth nothing. */
export const PREPARANDO = '.preparando-'
/** Whole, and on its way to its place. */
export const RESTAURADO = '.restaurado-'
/** What was in that place. */
const REEMPLAZADO = '.reemplazado-'

/** `listo`: the folder, already whole under its RESTAURADO name. @throws when the disk refuses; a next start decides */
export function ponerEnSuLugar(carpetaReal: string, rutOtec: string, listo: string, renombrar: Renombrar = renameSync): void {
  const lugar = path.join(carpetaReal, rutOtec)
  const viejo = path.join(carpetaReal, `${REEMPLAZADO}${path.basename(listo).slice(RESTAURADO.length)}`)
  const habia = existsSync(lugar)
  if (habia) {
    try { renombrar(lugar, viejo) } catch (error) { borrar(listo); throw error }
  }
  try { renombrar(listo, lugar) } catch (error) {
    if (habia) renombrar(viejo, lugar)
    borrar(listo)
    throw error
  }
  borrar(viejo)
}

/** At the start, with nothing open. */
export function terminarDeRestaurar(carpetaReal: string, renombrar: Renombrar = renameSync): void {
  for (const nombre of readdirSync(carpetaReal)) if (nombre.startsWith(PREPARANDO)) borrar(path.join(carpetaReal, nombre))
  for (const prefijo of [RESTAURADO, REEMPLAZADO]) {
    for (const nombre of readdirSync(carpetaReal)) {
      const rut = nombre.startsWith(prefijo) ? rutDe(nombre.slice(prefijo.length)) : null
      if (rut === null) continue
      const lugar = path.join(carpetaReal, rut)
      if (existsSync(lugar)) borrar(path.join(carpetaReal, nombre))
      else renombrar(path.join(carpetaReal, nombre), lugar)
    }
  }
}

/** `11222333-4-ab12cd34` → `11222333-4` */
function rutDe(resto: string): string | null {
  const texto = resto.replace(/-[0-9a-f]{8}$/u, '')
  const leido = parseRut(texto)
  return leido.ok && formatRut(leido.rut, 'guion') === texto ? texto : null
}

function borrar(ruta: string): void {
  // A file that another program holds open (an antivirus) goes at the next start.
  try { rmSync(ruta, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 }) } catch { /* it is in no list */ }
}
