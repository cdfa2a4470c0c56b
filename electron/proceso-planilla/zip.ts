/**
 * Zip as workbooks use it, read by its central directory. Ours and not SheetJS's because that one inflates every part
 * whole and believes the sizes that the file declares: here no byte beyond the declared size is ever inflated.
 */
import { crc32, inflateRawSync } from 'node:zlib'

export interface ParteZip {
  nombre: string
  cifrada: boolean
  metodo: number
  crc: number
  comprimido: number
  inflado: number
  /** Where its local header stands. */
  posicion: number
}

const FIN = 0x06054b50
const FIN64 = 0x06064b50
const UBICACION64 = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

export const pareceZip = (b: Buffer): boolean => b.length >= 4 && b.readUInt32LE(0) === LOCAL

/** The parts that the file says it has; null when the directory is missing or cut: the file is damaged. */
export function leerDirectorio(b: Buffer, maximo: number): { partes: ParteZip[]; total: number } | null {
  try {
    return recorrer(b, maximo)
  } catch (e) {
    // A read beyond the end: some offset points nowhere.
    if (e instanceof RangeError) return null
    throw e
  }
}

function recorrer(b: Buffer, maximo: number): { partes: ParteZip[]; total: number } | null {
  const fin = buscarFin(b)
  if (fin === -1) return null
  let total = b.readUInt16LE(fin + 10)
  let p = b.readUInt32LE(fin + 16)
  if (fin >= 20 && b.readUInt32LE(fin - 20) === UBICACION64) {
    const fin64 = Number(b.readBigUInt64LE(fin - 12))
    if (b.readUInt32LE(fin64) !== FIN64) return null
    total = Number(b.readBigUInt64LE(fin64 + 32))
    p = Number(b.readBigUInt64LE(fin64 + 48))
  }
  const partes: ParteZip[] = []
  for (let i = 0; i < Math.min(total, maximo); i++) {
    if (b.readUInt32LE(p) !== CENTRAL) return null
    const nombre = b.readUInt16LE(p + 28), extra = b.readUInt16LE(p + 30), comentario = b.readUInt16LE(p + 32)
    const parte: ParteZip = {
      nombre: b.toString('utf8', p + 46, p + 46 + nombre).replaceAll('\\', '/'),
      cifrada: (b.readUInt16LE(p + 8) & 1) !== 0,
      metodo: b.readUInt16LE(p + 10),
      crc: b.readUInt32LE(p + 16),
      comprimido: b.readUInt32LE(p + 20),
      inflado: b.readUInt32LE(p + 24),
      posicion: b.readUInt32LE(p + 42),
    }
    completar64(parte, b.subarray(p + 46 + nombre, p + 46 + nombre + extra))
    partes.push(parte)
    p += 46 + nombre + extra + comentario
  }
  return { partes, total }
}

/** The end record is followed by a comment of at most 65,535 bytes. */
function buscarFin(b: Buffer): number {
  for (let i = b.length - 22; i >= Math.max(0, b.length - 22 - 65_535); i--) {
    if (b.readUInt32LE(i) === FIN) return i
  }
  return -1
}

/** Sizes of 4 GB or more, or of a writer that did not know them beforehand, stand in the extra field. */
function completar64(parte: ParteZip, extra: Buffer): void {
  for (let i = 0; i + 4 <= extra.length; i += 4 + extra.readUInt16LE(i + 2)) {
    if (extra.readUInt16LE(i) !== 1) continue
    let p = i + 4
    const tomar = (valor: number): number => {
      if (valor !== 0xffffffff) return valor
      const n = Number(extra.readBigUInt64LE(p))
      p += 8
      return n
    }
    parte.inflado = tomar(parte.inflado)
    parte.comprimido = tomar(parte.comprimido)
    parte.posicion = tomar(parte.posicion)
  }
}

/** The part's bytes; 'crecio': it holds more than it declares (a bomb); 'danada': it cannot be read whole. */
export function inflar(b: Buffer, parte: ParteZip): { ok: true; bytes: Buffer } | { ok: false; causa: 'crecio' | 'danada' } {
  const danada = { ok: false, causa: 'danada' } as const
  const { posicion } = parte
  if (posicion + 30 > b.length || b.readUInt32LE(posicion) !== LOCAL) return danada
  const inicio = posicion + 30 + b.readUInt16LE(posicion + 26) + b.readUInt16LE(posicion + 28)
  const crudo = b.subarray(inicio, inicio + parte.comprimido)
  if (crudo.length !== parte.comprimido) return danada
  let bytes = crudo
  if (parte.metodo === 8) {
    try {
      bytes = inflateRawSync(crudo, { maxOutputLength: Math.max(1, parte.inflado) })
    } catch (e) {
      return e instanceof RangeError ? { ok: false, causa: 'crecio' } : danada
    }
  } else if (parte.metodo !== 0) return danada
  // A flipped bit may inflate without complaint and turn a 45 into a 46: the sum is what tells.
  return bytes.length === parte.inflado && crc32(bytes) === parte.crc ? { ok: true, bytes } : danada
}
