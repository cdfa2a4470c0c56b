/** Zip files written byte by byte, lies included. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface Parte {
  nombre: string
  datos: Uint8Array | string
  /** Stored instead of compressed. */
  guardada?: boolean
  /** Sizes only behind the data, as programs that write while they compress do. */
  descriptor?: boolean
  cifrada?: boolean
  /** What is declared instead of the truth. */
  inflado?: number
  /** Declares the place of another part, by its number. */
  posicionDe?: number
}

export function zip(partes: readonly Parte[]): Buffer {
  const locales: Buffer[] = []
  const centrales: Buffer[] = []
  const posiciones: number[] = []
  let p = 0
  for (const parte of partes) {
    const datos = Buffer.from(parte.datos as string)
    const crudo = parte.guardada === true ? datos : deflateRawSync(datos)
    const nombre = Buffer.from(parte.nombre)
    const banderas = (parte.cifrada === true ? 1 : 0) | (parte.descriptor === true ? 8 : 0) | 0x800
    const medidas = enteros(4, [crc32(datos), crudo.length, parte.inflado ?? datos.length])
    const comun = enteros(2, [20, banderas, parte.guardada === true ? 0 : 8, 0, 0x21])
    const largos = enteros(2, [nombre.length, 0])
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04'), comun, parte.descriptor === true ? Buffer.alloc(12) : medidas, largos, nombre, crudo,
      ...(parte.descriptor === true ? [Buffer.from('PK\x07\x08'), medidas] : []),
    ])
    posiciones.push(p)
    const posicion = parte.posicionDe === undefined ? p : (posiciones[parte.posicionDe] ?? 0)
    centrales.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), comun, medidas, largos, Buffer.alloc(10), enteros(4, [posicion]), nombre]))
    locales.push(local)
    p += local.length
  }
  const directorio = Buffer.concat(centrales)
  const fin = Buffer.concat([Buffer.from('PK\x05\x06'), enteros(2, [0, 0, partes.length, partes.length]), enteros(4, [directorio.length, p]), enteros(2, [0])])
  return Buffer.concat([...locales, directorio, fin])
}

function enteros(bytes: 2 | 4, valores: readonly number[]): Buffer {
  const b = Buffer.alloc(bytes * valores.length)
  valores.forEach((v, i) => { b.writeUIntLE(v, i * bytes, bytes) })
  return b
}
