/** The command line as "Abrir con" fills it. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { esNombreDePlanilla } from '../shared/planilla/extensiones.ts'

/**
 * Workbooks named on the command line, as absolute paths. Switches and the program's own folder (unpackaged) are not.
 * @param carpeta where the command was given: a second instance may come from another folder than ours
 */
export function archivosDe(argumentos: readonly string[], carpeta: string): string[] {
  return argumentos.slice(1)
    .filter((a) => !a.startsWith('-'))
    .flatMap((a) => rutaDe(a, carpeta) ?? [])
    .filter(esNombreDePlanilla)
}

/** Linux desktops hand files over as URIs (`Exec=… %U`). null: a URI of another computer. */
function rutaDe(palabra: string, carpeta: string): string | null {
  if (!palabra.startsWith('file:')) return path.resolve(carpeta, palabra)
  try { return fileURLToPath(palabra) } catch { return null }
}
