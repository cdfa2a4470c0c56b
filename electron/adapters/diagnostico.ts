/** What the diagnosis tells of the folder of the program's data: which files there are, and the log. */
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { ArchivoGuardado, FuentesDiagnostico } from '../services/puertos-diagnostico.ts'

/** Chromium's own caches: hundreds of files that say nothing. */
const DE_CHROMIUM = /^(?:[A-Z][\w ]*Cache|blob_storage|Cache|Code Cache|Dictionaries|IndexedDB|Network|Session Storage|Shared Dictionary|Local Storage|shared_proto_db|VideoDecodeStats|WebStorage)(?:\/|$)/u
const MAXIMO = 200

/** @param carpeta of the program's data @param registro folder of the log, inside it */
export function leerCarpeta(carpeta: string, registro: string): Pick<FuentesDiagnostico, 'archivos' | 'registros'> {
  return {
    async archivos() {
      const nombres = await readdir(carpeta, { recursive: true, withFileTypes: true })
      const rutas = nombres.filter((n) => n.isFile()).map((n) => path.relative(carpeta, path.join(n.parentPath, n.name)).replaceAll(path.sep, '/'))
      const propios = rutas.filter((r) => !DE_CHROMIUM.test(r)).toSorted().slice(0, MAXIMO)
      // A file may go while it is being looked at.
      const vistos = await Promise.all(propios.map(async (ruta): Promise<ArchivoGuardado | null> => {
        const s = await stat(path.join(carpeta, ruta)).catch(() => null)
        return s === null ? null : { ruta, bytes: s.size, modificadoEn: s.mtime }
      }))
      return vistos.filter((v) => v !== null)
    },
    async registros() {
      const nombres = await readdir(registro).catch(() => [])
      const logs = nombres.filter((n) => n.endsWith('.log')).toSorted((a, b) => edad(a) - edad(b))
      return await Promise.all(logs.map(async (nombre) => ({ nombre, texto: await readFile(path.join(registro, nombre), 'utf8').catch(() => '') })))
    },
  }
}

/** puente-sic.log is the newest, then .1.log, .2.log… */
const edad = (nombre: string): number => Number(/\.(\d+)\.log$/u.exec(nombre)?.[1] ?? 0)
