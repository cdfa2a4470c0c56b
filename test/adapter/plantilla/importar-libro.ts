import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { importar } from '../../../electron/proceso-planilla/importacion.ts'
import type { ProblemaVista } from '../../../shared/ipc/modelos.ts'
import type { Mesa } from '../../../shared/planilla/mesa.ts'

/** The workbook as the program opens it. */
export async function importarLibro(bytes: Uint8Array, hoy: string, nombreArchivo = 'libro.xlsx'): Promise<Mesa> {
  const carpeta = await mkdtemp(path.join(tmpdir(), 'plantilla-'))
  try {
    const ruta = path.join(carpeta, nombreArchivo)
    await writeFile(ruta, bytes)
    const r = await importar({ id: 'x', ruta, nombreArchivo, hoy, previos: [], senal: { cancelado: () => false }, avisar: () => undefined, anotar: () => undefined, ceder: () => Promise.resolve() })
    if (!r.ok) throw new Error(r.falla.titulo)
    return r.valor.mesa
  } finally {
    await rm(carpeta, { recursive: true, force: true })
  }
}

export const problemasDe = (mesa: Mesa, nivel: 'todos' | 'error' | 'aviso' | 'informacion' = 'todos'): ProblemaVista[] => mesa.problemas(nivel, 0, 500).problemas
