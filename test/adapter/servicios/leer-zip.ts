import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { desempacarZip } from '../../../build/zip.ts'

export interface Zip { nombres: string[]; de(nombre: string | undefined): Buffer }

/** Opens a .zip with other code than the one that writes it. */
export async function leerZip(ruta: string): Promise<Zip> {
  const carpeta = mkdtempSync(path.join(tmpdir(), 'puente-zip-'))
  try {
    const nombres: string[] = []
    await desempacarZip(ruta, (nombre) => { nombres.push(nombre); return path.join(carpeta, nombre) })
    const contenidos = new Map(nombres.map((n) => [n, readFileSync(path.join(carpeta, n))]))
    return { nombres, de: (nombre) => contenidos.get(nombre ?? '') ?? Buffer.from('(no está)') }
  } finally { rmSync(carpeta, { recursive: true, force: true }) }
}
