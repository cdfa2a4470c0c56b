/** .xls, and the encrypted .xlsx that Excel wraps in the same container. */
import { ok, type Result } from '../../shared/ipc/result.ts'
import { fallarCon } from './fallas.ts'
import type { Inspeccion } from './inspeccion.ts'

const FIRMA = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const REGISTRO_FILEPASS = 0x2f
const REGISTRO_FIN = 0x0a

export const pareceOle = (b: Buffer): boolean => b.subarray(0, 8).equals(FIRMA)

interface Contenedor { FullPaths: string[]; FileIndex: { content?: ArrayLike<number> }[] }

export async function inspeccionarOle(bytes: Buffer, nombre: string): Promise<Result<Inspeccion>> {
  const { CFB } = await import('xlsx')
  let contenedor: Contenedor
  try {
    contenedor = CFB.read(bytes, { type: 'buffer' }) as Contenedor
  } catch {
    return fallarCon('danada', { nombre })
  }
  const nombres = contenedor.FullPaths.map(p => p.replace(/^[^/]*\//, '').replace(/\/$/, ''))
  if (nombres.some(n => /^(EncryptedPackage|EncryptionInfo)$/i.test(n))) return fallarCon('cifrada', { nombre })
  const libro = nombres.findIndex(n => /^(Workbook|Book)$/i.test(n))
  const contenido = contenedor.FileIndex[libro]?.content
  if (libro === -1) return fallarCon('no-es-planilla', { nombre })
  if (contenido === undefined || contenido.length < 8) return fallarCon('danada', { nombre })
  if (tieneFilePass(Buffer.from(contenido))) return fallarCon('cifrada', { nombre })
  return ok({ formato: 'xls', macros: nombres.some(n => /^(_VBA_PROJECT_CUR|VBA)(\/|$)/i.test(n)) })
}

/** BIFF: the record FilePass among the globals says that what follows is encrypted. */
function tieneFilePass(libro: Buffer): boolean {
  for (let p = 0; p + 4 <= libro.length; p += 4 + libro.readUInt16LE(p + 2)) {
    const tipo = libro.readUInt16LE(p)
    if (tipo === REGISTRO_FILEPASS) return true
    if (tipo === REGISTRO_FIN) return false
  }
  return false
}
