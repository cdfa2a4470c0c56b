/** What a packed program weighs, and where. */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { TEXTOS } from './textos.ts'

export type ParteDelPaquete = keyof typeof TEXTOS.partes

const parteDe = (ruta: string): Exclude<ParteDelPaquete, 'total'> =>
  /(^|\/)app\.asar\.unpacked\//.test(ruta) ? 'nativos'
    : ruta.endsWith('/app.asar') ? 'programa'
      : /(^|\/)locales\/|\.lproj\//.test(ruta) ? 'idiomas'
        : /(^|\/)resources\//i.test(ruta) ? 'resto' : 'electron'

/** Folder of everything that is installed. On macOS the bundle, elsewhere where the program stands. */
export const carpetaInstalada = (programa: string): string => process.platform === 'darwin' ? path.resolve(path.dirname(programa), '..', '..') : path.dirname(programa)

/** Bytes of each part of the packed program. */
export function pesos(programa: string): Record<ParteDelPaquete, number> {
  const carpeta = carpetaInstalada(programa)
  const suma: Record<ParteDelPaquete, number> = { electron: 0, idiomas: 0, programa: 0, nativos: 0, resto: 0, total: 0 }
  for (const e of readdirSync(carpeta, { recursive: true, withFileTypes: true })) {
    if (!e.isFile()) continue
    const archivo = path.join(e.parentPath, e.name)
    const { size } = statSync(archivo)
    suma[parteDe(path.relative(carpeta, archivo).replaceAll(path.sep, '/'))] += size
    suma.total += size
  }
  return suma
}

/** The same for the eye, one line a part. */
export const tamanosDe = (programa: string): string => Object.entries(pesos(programa))
  .map(([parte, bytes]) => `  ${(bytes / 1024 / 1024).toLocaleString('es-CL', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).padStart(8)} MB  ${TEXTOS.partes[parte as ParteDelPaquete]}`).join('\n')
