/** The simulated service's memory on disk. */
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { EstadoGestorSchema, type EstadoGestor } from './estado.ts'

const ARCHIVO = 'gestor.json'

export interface Almacen {
  /** null: there is none yet, or it could not be understood (then it is kept aside, for whoever wants to look). */
  leer(): Promise<EstadoGestor | null>
  /** The file is the old state or the new one, whole, whatever happens in between. */
  guardar(estado: EstadoGestor): Promise<void>
}

/** Without a folder nothing is kept. */
export function crearAlmacen(carpeta: string | undefined): Almacen {
  if (carpeta === undefined) return { leer: () => Promise.resolve(null), guardar: () => Promise.resolve() }
  const archivo = path.join(carpeta, ARCHIVO)
  return {
    async leer() {
      const texto = await readFile(archivo, 'utf8').catch((e: NodeJS.ErrnoException) => {
        if (e.code === 'ENOENT') return null
        throw e
      })
      if (texto === null) return null
      const leido = EstadoGestorSchema.safeParse(interpretar(texto))
      if (leido.success) return leido.data
      await rename(archivo, `${archivo}.ilegible`)
      return null
    },
    async guardar(estado) {
      await mkdir(carpeta, { recursive: true })
      const provisorio = `${archivo}.nuevo`
      const f = await open(provisorio, 'w')
      try {
        await f.writeFile(JSON.stringify(estado))
        await f.sync()
      } finally {
        await f.close()
      }
      await rename(provisorio, archivo)
    },
  }
}

function interpretar(texto: string): unknown {
  try { return JSON.parse(texto) } catch { return null }
}
