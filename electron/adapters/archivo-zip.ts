/** Writes a .zip that any system opens by itself. */
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

export interface EntradaZip { readonly nombre: string; readonly octetos: Uint8Array }
const comprimir = promisify(deflateRaw) as (b: Uint8Array) => Promise<Buffer>
/** Names in UTF-8 [APPNOTE 4.4.4, bit 11]. */
const UTF8 = 0x0800
const DEFLATE = 8

/**
 * All of it or nothing: an interrupted write leaves the file that was there. No zip64: a send stays far below its limits.
 * @param fecha shown as the date of each file, in the computer's time @throws when the disk refuses
 */
export async function escribirZip(ruta: string, entradas: readonly EntradaZip[], fecha: Date): Promise<void> {
  const provisorio = `${ruta}.${randomUUID().slice(0, 8)}.tmp`
  try {
    const archivo = await open(provisorio, 'wx')
    try {
      const directorio: Buffer[] = []
      let posicion = 0
      for (const e of entradas) {
        const comprimidos = await comprimir(e.octetos)
        const nombre = Buffer.from(e.nombre, 'utf8')
        const comun = cabeceraComun(e.octetos, comprimidos.length, nombre.length, fecha)
        const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), comun, nombre])
        await archivo.writeFile(local)
        await archivo.writeFile(comprimidos)
        const entrada = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), comun, Buffer.alloc(14), nombre])
        entrada.writeUInt32LE(posicion, 42)
        directorio.push(entrada)
        posicion += local.length + comprimidos.length
      }
      const indice = Buffer.concat(directorio)
      const fin = Buffer.alloc(22)
      fin.writeUInt32LE(0x06054b50, 0)
      fin.writeUInt16LE(entradas.length, 8)
      fin.writeUInt16LE(entradas.length, 10)
      fin.writeUInt32LE(indice.length, 12)
      fin.writeUInt32LE(posicion, 16)
      await archivo.writeFile(Buffer.concat([indice, fin]))
      await archivo.sync()
    } finally { await archivo.close() }
    await rename(provisorio, ruta)
  } catch (error) {
    await rm(provisorio, { force: true })
    throw error
  }
}

/** What the local header and the directory say alike: version, flags, method, time, sum, sizes, length of the name. */
function cabeceraComun(octetos: Uint8Array, comprimido: number, nombre: number, f: Date): Buffer {
  const b = Buffer.alloc(26)
  b.writeUInt16LE(20, 0)
  b.writeUInt16LE(UTF8, 2)
  b.writeUInt16LE(DEFLATE, 4)
  b.writeUInt16LE((f.getHours() << 11) | (f.getMinutes() << 5) | (f.getSeconds() >> 1), 6)
  b.writeUInt16LE(((f.getFullYear() - 1980) << 9) | ((f.getMonth() + 1) << 5) | f.getDate(), 8)
  b.writeUInt32LE(crc32(octetos), 10)
  b.writeUInt32LE(comprimido, 14)
  b.writeUInt32LE(octetos.byteLength, 18)
  b.writeUInt16LE(nombre, 22)
  return b
}
