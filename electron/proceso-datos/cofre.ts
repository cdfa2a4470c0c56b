/**
 * The sealed file of a backup: a header in clear (what opens it, nothing personal), then chunks under AES-256-GCM. Each
 * chunk is authenticated with its number, the header and whether it is the last, so that a change, a swap or a cut
 * anywhere is noticed before a byte of that chunk is believed.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { z } from 'zod'

const FIRMA = Buffer.from('PUENTESR', 'latin1')
const VERSION = 1
const TROZO = 256 * 1024
const SELLO = 16
const MAXIMO_CABECERA = 4096
/** 128 MB and some tenths of a second for each guess. */
const COSTO = { N: 131_072, r: 8, p: 1 } as const

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`, 'u'))
const CabeceraSchema = z.object({
  /** What opens it: the person's words, or the key of the computer that made it. */
  cifra: z.enum(['frase', 'equipo']),
  /** Which computer made it: a random name, told nowhere else. */
  equipo: z.string().max(40),
  sal: hex(16), N: z.literal(COSTO.N), r: z.literal(COSTO.r), p: z.literal(COSTO.p),
  salArchivo: hex(32),
  /** Tells other words from a damaged file. */
  comprobante: hex(16),
})
export type Cabecera = z.infer<typeof CabeceraSchema>

/** `clave`: 32 bytes, hexadecimal: of the computer, or derived from the person's words with `sal`. */
export interface Llave { readonly cifra: Cabecera['cifra']; readonly equipo: string; readonly sal: string; readonly clave: string }

export class CofreError extends Error {
  override name = 'CofreError'
  readonly causa: 'no-es-respaldo' | 'version-nueva' | 'otra-clave' | 'danado'
  constructor(causa: CofreError['causa']) {
    super(causa)
    this.causa = causa
  }
}

/** Words → 32 bytes, hexadecimal. The same words typed in another computer give the same: accents are composed first. */
export const claveDeFrase = (frase: string, sal: string): string =>
  scryptSync(frase.normalize('NFC'), Buffer.from(sal, 'hex'), 32, { ...COSTO, maxmem: 256 * 1024 * 1024 }).toString('hex')

const claveDeArchivo = (clave: string, salArchivo: string): Buffer => Buffer.from(hkdfSync('sha256', Buffer.from(clave, 'hex'), Buffer.from(salArchivo, 'hex'), 'puente-sic respaldo v1', 32))
const comprobanteDe = (clave: string, salArchivo: string): Buffer => createHmac('sha256', Buffer.from(clave, 'hex')).update('comprobante').update(Buffer.from(salArchivo, 'hex')).digest().subarray(0, 16)
/** Never twice under one key: the key is of this file alone. */
const numeroUnico = (n: number, ultimo: boolean): Buffer => {
  const b = Buffer.alloc(12)
  b.writeUInt32BE(n, 4)
  b.writeUInt8(ultimo ? 1 : 0, 11)
  return b
}

/** Writes the whole file or none. @param partes what to seal, in order @returns its size @throws when the disk refuses */
export function sellarCofre(ruta: string, llave: Llave, partes: Iterable<Buffer>): number {
  const provisorio = `${ruta}.${randomBytes(4).toString('hex')}.tmp`
  const fd = openSync(provisorio, 'wx', 0o600)
  let abierto = true
  try {
    const salArchivo = randomBytes(32).toString('hex')
    const texto = Buffer.from(JSON.stringify({ cifra: llave.cifra, equipo: llave.equipo, sal: llave.sal, ...COSTO, salArchivo, comprobante: comprobanteDe(llave.clave, salArchivo).toString('hex') } satisfies Cabecera))
    const inicio = Buffer.alloc(FIRMA.length + 3)
    FIRMA.copy(inicio)
    inicio.writeUInt8(VERSION, FIRMA.length)
    inicio.writeUInt16BE(texto.length, FIRMA.length + 1)
    const cabecera = Buffer.concat([inicio, texto])
    const clave = claveDeArchivo(llave.clave, salArchivo)
    let bytes = escribir(fd, cabecera)
    let n = 0
    const poner = (trozo: Buffer, ultimo: boolean): void => {
      const cifrador = createCipheriv('aes-256-gcm', clave, numeroUnico(n++, ultimo)).setAAD(cabecera)
      bytes += escribir(fd, Buffer.concat([cifrador.update(trozo), cifrador.final(), cifrador.getAuthTag()]))
    }
    let pendiente = Buffer.alloc(0)
    for (const parte of partes) {
      pendiente = Buffer.concat([pendiente, parte])
      // The last chunk is known only at the end: one whole chunk is always held back.
      while (pendiente.length > TROZO) { poner(pendiente.subarray(0, TROZO), false); pendiente = pendiente.subarray(TROZO) }
    }
    poner(pendiente, true)
    fsyncSync(fd)
    closeSync(fd)
    abierto = false
    renameSync(provisorio, ruta)
    return bytes
  } catch (error) {
    if (abierto) closeSync(fd)
    rmSync(provisorio, { force: true })
    throw error
  }
}

function escribir(fd: number, b: Buffer): number {
  for (let hecho = 0; hecho < b.length;) hecho += writeSync(fd, b, hecho)
  return b.length
}

/** What the file says of itself, unproven until it is opened. @throws CofreError; or when it cannot be read */
export function mirarCofre(ruta: string): Cabecera {
  const fd = openSync(ruta, 'r')
  try { return leerCabecera(fd).cabecera } finally { closeSync(fd) }
}

function leerCabecera(fd: number): { cabecera: Cabecera; cruda: Buffer } {
  const inicio = leerHasta(fd, FIRMA.length + 3)
  if (inicio.length < FIRMA.length + 3 || !inicio.subarray(0, FIRMA.length).equals(FIRMA)) throw new CofreError('no-es-respaldo')
  if (inicio.readUInt8(FIRMA.length) > VERSION) throw new CofreError('version-nueva')
  const largo = inicio.readUInt16BE(FIRMA.length + 1)
  if (largo > MAXIMO_CABECERA) throw new CofreError('danado')
  const texto = leerHasta(fd, largo)
  let crudo: unknown
  try { crudo = JSON.parse(texto.toString('utf8')) } catch { throw new CofreError('danado') }
  const leida = CabeceraSchema.safeParse(crudo)
  if (!leida.success) throw new CofreError('danado')
  return { cabecera: leida.data, cruda: Buffer.concat([inicio, texto]) }
}

function leerHasta(fd: number, cuantos: number): Buffer {
  const b = Buffer.alloc(cuantos)
  let hecho = 0
  while (hecho < cuantos) {
    const n = readSync(fd, b, hecho, cuantos - hecho, null)
    if (n === 0) break
    hecho += n
  }
  return b.subarray(0, hecho)
}

/**
 * What was sealed, chunk by chunk, each one proven. To be drained before any of it is acted on: only the end proves that
 * nothing was cut off. @param claveDe the key for that header, hexadecimal; null: there is none @throws CofreError
 */
export function* abrirCofre(ruta: string, claveDe: (c: Cabecera) => string | null): Generator<Buffer> {
  const fd = openSync(ruta, 'r')
  try {
    const { cabecera, cruda } = leerCabecera(fd)
    const clave = claveDe(cabecera)
    if (clave === null || !timingSafeEqual(comprobanteDe(clave, cabecera.salArchivo), Buffer.from(cabecera.comprobante, 'hex'))) throw new CofreError('otra-clave')
    const suya = claveDeArchivo(clave, cabecera.salArchivo)
    let actual = leerHasta(fd, TROZO + SELLO)
    for (let n = 0; ; n++) {
      const siguiente = leerHasta(fd, TROZO + SELLO)
      const ultimo = siguiente.length === 0
      if (actual.length < SELLO) throw new CofreError('danado')
      const descifrador = createDecipheriv('aes-256-gcm', suya, numeroUnico(n, ultimo)).setAAD(cruda).setAuthTag(actual.subarray(-SELLO))
      let claro: Buffer
      try { claro = Buffer.concat([descifrador.update(actual.subarray(0, -SELLO)), descifrador.final()]) } catch { throw new CofreError('danado') }
      yield claro
      if (ultimo) return
      actual = siguiente
    }
  } finally { closeSync(fd) }
}
