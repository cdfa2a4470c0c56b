/** The command line as "Abrir con" fills it. */
import path from 'node:path'
import { esNombreDePlanilla } from '../shared/planilla/extensiones.ts'

/** Workbooks named on the command line, as absolute paths. Switches and the program's own folder (unpackaged) are not. */
export function archivosDe(argumentos: readonly string[]): string[] {
  return argumentos.slice(1).filter((a) => !a.startsWith('-') && esNombreDePlanilla(a)).map((a) => path.resolve(a))
}
