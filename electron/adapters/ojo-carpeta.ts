import { createHash } from 'node:crypto'
import { createReadStream, watch, type FSWatcher } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ArchivoVisto, OjoDeCarpeta } from '../services/puertos-vigia.ts'

/** Looks into folders of this computer and of the network. What cannot be read is said with null, never thrown. */
export const ojoDeCarpeta: OjoDeCarpeta = {
  mirar: async (carpeta) => {
    try {
      const entradas = await readdir(carpeta, { withFileTypes: true })
      const vistos = await Promise.all(entradas.filter((e) => e.isFile()).map(async (e): Promise<ArchivoVisto | null> => {
        const ruta = path.join(carpeta, e.name)
        // Gone between the two questions: a temporary file.
        try { const s = await stat(ruta); return { nombre: e.name, ruta, tamano: s.size, modificado: s.mtimeMs } } catch { return null }
      }))
      return vistos.filter((v) => v !== null).toSorted((a, b) => a.modificado - b.modificado || a.nombre.localeCompare(b.nombre))
    } catch { return null }
  },
  huella: async (ruta) => {
    try {
      const suma = createHash('sha256')
      await pipeline(createReadStream(ruta), suma)
      return suma.digest('hex')
    } catch { return null }
  },
  alCambiar: (carpeta, avisar) => {
    let vigilante: FSWatcher | null = null
    try {
      vigilante = watch(carpeta, { persistent: false }, () => { avisar() })
      // A network drive that goes: the slow look sees when it is back.
      vigilante.on('error', () => { vigilante?.close() })
    } catch { /* not every file system can be watched; the slow look can */ }
    return () => { vigilante?.close() }
  },
}
