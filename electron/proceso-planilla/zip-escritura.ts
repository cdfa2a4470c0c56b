/** Writes a package again: the parts that nobody touched go as they were stored, byte for byte. */
import { crc32, deflateRawSync } from 'node:zlib'
import type { ParteZip } from './zip.ts'

export type ParteAEscribir =
  /** `crudo`: as it stood in the other file, compressed or not. */
  | { tipo: 'copia'; parte: ParteZip; crudo: Buffer }
  | { tipo: 'nueva'; nombre: string; bytes: Buffer }

/** 1 January 1980, the first day that a zip knows: when a part was written says nothing to anybody. */
const FECHA = 0x21
const UTF8 = 0x800

/** @throws RangeError beyond 4 GB or 65,535 parts, which what an import accepts never reaches */
export function escribirZip(partes: readonly ParteAEscribir[]): Buffer {
  const piezas: Buffer[] = []
  const centrales: Buffer[] = []
  let posicion = 0
  for (const p of partes) {
    const { nombre, metodo, crc, inflado, crudo } = p.tipo === 'copia' ? { ...p.parte, crudo: p.crudo } : comprimir(p)
    const bytesNombre = Buffer.from(nombre)
    const comun = Buffer.alloc(26)
    comun.writeUInt16LE(20, 0)
    comun.writeUInt16LE(UTF8, 2)
    comun.writeUInt16LE(metodo, 4)
    comun.writeUInt16LE(FECHA, 8)
    comun.writeUInt32LE(crc, 10)
    comun.writeUInt32LE(crudo.length, 14)
    comun.writeUInt32LE(inflado, 18)
    comun.writeUInt16LE(bytesNombre.length, 22)
    const cola = Buffer.alloc(14)
    cola.writeUInt32LE(posicion, 10)
    piezas.push(Buffer.from('PK\x03\x04'), comun, bytesNombre, crudo)
    centrales.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), comun, cola, bytesNombre)
    posicion += 30 + bytesNombre.length + crudo.length
  }
  const directorio = Buffer.concat(centrales)
  const fin = Buffer.alloc(22)
  fin.write('PK\x05\x06', 'latin1')
  fin.writeUInt16LE(partes.length, 8)
  fin.writeUInt16LE(partes.length, 10)
  fin.writeUInt32LE(directorio.length, 12)
  fin.writeUInt32LE(posicion, 16)
  return Buffer.concat([...piezas, directorio, fin])
}

function comprimir({ nombre, bytes }: { nombre: string; bytes: Buffer }): { nombre: string; metodo: number; crc: number; inflado: number; crudo: Buffer } {
  return { nombre, metodo: 8, crc: crc32(bytes), inflado: bytes.length, crudo: deflateRawSync(bytes) }
}
