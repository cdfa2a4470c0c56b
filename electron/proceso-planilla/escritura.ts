/** Writes a workbook where the person said. */
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { ok, type Result } from '../../shared/ipc/result.ts'
import { fallarCon } from './fallas.ts'

/** All of it or nothing: an interrupted write leaves the file that was there. */
export async function escribirArchivo(ruta: string, bytes: Uint8Array): Promise<Result<Record<string, never>>> {
  const temporal = `${ruta}.${randomUUID().slice(0, 8)}.tmp`
  try {
    const archivo = await open(temporal, 'wx')
    try {
      await archivo.writeFile(bytes)
      await archivo.sync()
    } finally {
      await archivo.close()
    }
    await rename(temporal, ruta)
    return ok({})
  } catch (e) {
    await rm(temporal, { force: true }).catch(() => undefined)
    const codigo = e instanceof Error && 'code' in e ? String(e.code) : ''
    const nombre = path.basename(ruta)
    return fallarCon(['EACCES', 'EPERM', 'EBUSY'].includes(codigo) ? 'destino-ocupado' : 'destino-ilegible', { nombre })
  }
}
