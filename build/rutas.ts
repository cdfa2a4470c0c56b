/** Folders that the build scripts share. */
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

export const RAIZ = path.resolve(import.meta.dirname, '..')
export const SALIDA = path.join(RAIZ, 'out')

/**
 * The person's cache folder by the habit of the system, so that clones share what is dear to fetch; `.cache/` of the
 * repository where that one cannot be written (a container without a home).
 */
export function carpetaCache(): string {
  const delSistema = process.platform === 'win32' ? process.env['LOCALAPPDATA']
    : process.platform === 'darwin' ? path.join(homedir(), 'Library', 'Caches')
      : process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache')
  for (const base of [delSistema, path.join(RAIZ, '.cache')]) {
    if (base === undefined || base === '') continue
    const carpeta = path.join(base, 'puente-sic')
    try {
      mkdirSync(carpeta, { recursive: true })
      return carpeta
    } catch { /* read-only or not a folder: the next one */ }
  }
  return path.join(RAIZ, '.cache')
}

/** First of the given commands that stands in PATH, or null. */
export function comandoEnPath(...nombres: string[]): string | null {
  const extensiones = process.platform === 'win32' ? ['.exe', '.cmd', ''] : ['']
  for (const nombre of nombres) {
    for (const carpeta of (process.env['PATH'] ?? '').split(path.delimiter)) {
      for (const extension of extensiones) {
        const ruta = path.join(carpeta, nombre + extension)
        if (carpeta !== '' && existsSync(ruta)) return ruta
      }
    }
  }
  return null
}
