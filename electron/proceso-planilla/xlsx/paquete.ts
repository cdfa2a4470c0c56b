/** The zip as a package of parts: which ones it has, and their bytes whole or in pieces. */
import { createInflateRaw, crc32, type ZlibOptions } from 'node:zlib'
import { falla } from '../fallas.ts'
import { enMegas, type Limites } from '../limites.ts'
import { inflar, leerDirectorio, type ParteZip } from '../zip.ts'
import { aparte, rehusar } from './interrupcion.ts'

/** Bytes of a piece: big enough to keep the calls few, small enough to stay in the processor's cache. */
const PIEZA = 256 * 1024
/** How far inflating may run ahead of who reads. It happens in another thread, so that both go at the same time. */
const ADELANTO = 4 * PIEZA
/** Content types, relationships, workbook and styles are held whole; more than this is nobody's workbook. */
const MAXIMO_CHICA = 32 * 1024 * 1024
const LOCAL = 0x04034b50

export class Paquete {
  readonly nombre: string
  readonly limites: Limites
  readonly #bytes: Buffer
  readonly #partes = new Map<string, ParteZip>()

  /** `nombre`: the file's, for the words of a failure. Throws LecturaInterrumpida, as everything in this folder. */
  constructor(bytes: Buffer, nombre: string, limites: Limites) {
    this.nombre = nombre
    this.limites = limites
    this.#bytes = bytes
    const directorio = leerDirectorio(bytes, limites.partes)
    if (directorio === null || directorio.total > directorio.partes.length) aparte('directorio del zip ilegible o con demasiadas partes')
    for (const parte of directorio.partes) {
      const clave = parte.nombre.toLowerCase()
      if (this.#partes.has(clave)) aparte('zip con partes repetidas')
      if (parte.cifrada) aparte('zip cifrado')
      if (parte.metodo !== 0 && parte.metodo !== 8) aparte(`zip con compresión ${parte.metodo}`)
      this.#partes.set(clave, parte)
    }
  }

  /** Part names do not tell capitals from small letters (ECMA-376 part 2, 6.2.2.3). `ruta` may start with a slash. */
  parte(ruta: string): ParteZip | undefined {
    return this.#partes.get(ruta.replace(/^\//, '').toLowerCase())
  }

  /** A small part, whole. */
  leer(parte: ParteZip): Buffer {
    if (parte.inflado > MAXIMO_CHICA) aparte(`parte ${parte.nombre} demasiado grande`)
    const r = inflar(this.#bytes, parte)
    if (!r.ok) return this.#rehusarPor(r.causa === 'crecio' ? 'bomba-zip' : 'danada')
    return r.bytes
  }

  /**
   * A part in pieces, in order. Never more bytes than it declares; when it ends, its length and its checksum are those
   * that it declared. Each piece is the caller's to keep.
   */
  async *piezas(parte: ParteZip): AsyncGenerator<Buffer> {
    if (parte.inflado > this.limites.inflado) rehusar(falla('contenido-grande', { nombre: this.nombre, limite: enMegas(this.limites.inflado) }))
    let total = 0
    let suma = 0
    const crudo = this.#crudo(parte)
    try {
      for await (const pieza of parte.metodo === 0 ? rebanadas(crudo) : infladas(crudo)) {
        total += pieza.length
        // A trap declares little and holds much: nothing beyond what was declared is ever handed on.
        if (total > parte.inflado) this.#rehusarPor('bomba-zip')
        suma = crc32(pieza, suma)
        yield pieza
      }
    } catch (e) {
      if (esDeZlib(e)) this.#rehusarPor('danada')
      throw e
    }
    // A file that was altered on its way may still inflate: a digit of somebody's RUT would change in silence.
    if (total !== parte.inflado || suma !== parte.crc) this.#rehusarPor('danada')
  }

  /** Bytes as stored, after the local header, whose extra field may have another length than the directory's. */
  #crudo(parte: ParteZip): Buffer {
    const b = this.#bytes
    const p = parte.posicion
    if (p + 30 > b.length || b.readUInt32LE(p) !== LOCAL) this.#rehusarPor('danada')
    const inicio = p + 30 + b.readUInt16LE(p + 26) + b.readUInt16LE(p + 28)
    const crudo = b.subarray(inicio, inicio + parte.comprimido)
    return crudo.length === parte.comprimido ? crudo : this.#rehusarPor('danada')
  }

  #rehusarPor(codigo: 'bomba-zip' | 'danada'): never {
    return rehusar(falla(codigo, { nombre: this.nombre }))
  }
}

async function* rebanadas(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let p = 0; p < bytes.length; p += PIEZA) yield bytes.subarray(p, p + PIEZA)
}

async function* infladas(crudo: Buffer): AsyncGenerator<Buffer> {
  const opciones: ZlibOptions & { readableHighWaterMark: number } = { chunkSize: PIEZA, readableHighWaterMark: ADELANTO }
  const flujo = createInflateRaw(opciones)
  flujo.end(crudo)
  try {
    for await (const pieza of flujo) yield pieza as Buffer
  } finally {
    flujo.destroy()
  }
}

const esDeZlib = (e: unknown): boolean => e instanceof Error && 'code' in e && typeof e.code === 'string' && e.code.startsWith('Z_')
