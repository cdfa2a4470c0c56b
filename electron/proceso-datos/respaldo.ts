/** One OTEC's data in one sealed file, and what such a file holds. */
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { contarPerfil } from '../adapters/contenido-perfil.ts'
import { copiarBase } from './base.ts'
import { abrirCofre, claveDeFrase, CofreError, sellarCofre, type Cabecera, type Llave } from './cofre.ts'

/** Not the token, which is of this computer's store, nor what is made again from these (archivo.db). */
export const BASES = ['diario.db', 'borradores.db'] as const
const COPIANDO = '.copiando-'
const LEER = 256 * 1024
const MAXIMO_MANIFIESTO = 64 * 1024

const cuenta = z.int().min(0).nullable()
export const ManifiestoSchema = z.object({
  version: z.literal(1),
  rutOtec: z.string(), nombre: z.string().max(200), creadoEn: z.string(), programa: z.string(),
  envios: cuenta, borradores: cuenta, ultimoEnvio: z.string().nullable(),
  ajustes: z.object({ retencionAnos: z.int().nullable() }),
  /** Of the copies within, which no other file is under. */
  clave: z.string().regex(/^[0-9a-f]{64}$/u),
  archivos: z.array(z.object({ nombre: z.enum(BASES), bytes: z.int().min(0) })),
})
export type Manifiesto = z.infer<typeof ManifiestoSchema>

export interface PedidoRespaldo {
  /** The OTEC's folder. */
  carpeta: string
  /** Of her data; null: they lie in clear. */
  clave: string | null
  destino: string
  llave: Llave
  quien: Pick<Manifiesto, 'rutOtec' | 'nombre' | 'creadoEn' | 'programa' | 'ajustes'>
}

/** Works while the OTEC is open and being written. @throws when the disk refuses; then `destino` is as it was */
export function hacerRespaldo(p: PedidoRespaldo): { bytes: number; manifiesto: Manifiesto } {
  for (const viejo of readdirSync(p.carpeta)) if (viejo.startsWith(COPIANDO)) rmSync(path.join(p.carpeta, viejo), { recursive: true, force: true })
  const copias = path.join(p.carpeta, `${COPIANDO}${randomBytes(4).toString('hex')}`)
  mkdirSync(copias, { mode: 0o700 })
  try {
    const clave = randomBytes(32).toString('hex')
    const archivos = BASES.filter((b) => existsSync(path.join(p.carpeta, b))).map((nombre) => {
      copiarBase(path.join(p.carpeta, nombre), p.clave, path.join(copias, nombre), clave)
      return { nombre, bytes: statSync(path.join(copias, nombre)).size }
    })
    const { envios, borradores, ultimoEnvio } = contarPerfil(copias, clave)
    const manifiesto: Manifiesto = { version: 1, ...p.quien, envios, borradores, ultimoEnvio, clave, archivos }
    const texto = Buffer.from(JSON.stringify(manifiesto))
    const largo = Buffer.alloc(4)
    largo.writeUInt32BE(texto.length)
    const bytes = sellarCofre(p.destino, p.llave, (function* partes() {
      yield Buffer.concat([largo, texto])
      for (const a of archivos) yield* leerArchivo(path.join(copias, a.nombre))
    })())
    return { bytes, manifiesto }
  } finally { rmSync(copias, { recursive: true, force: true }) }
}

function* leerArchivo(ruta: string): Generator<Buffer> {
  const fd = openSync(ruta, 'r')
  try {
    for (;;) {
      const b = Buffer.alloc(LEER)
      const n = readSync(fd, b, 0, LEER, null)
      if (n === 0) return
      yield b.subarray(0, n)
    }
  } finally { closeSync(fd) }
}

/** What may open a file: the words that the person typed, and the keys that this computer keeps. */
export interface Secretos { frase: string | null; llaves: readonly Llave[] }
export const claveCon = (s: Secretos) => (c: Cabecera): string | null => {
  if (c.cifra === 'frase' && s.frase !== null) return claveDeFrase(s.frase, c.sal)
  return s.llaves.find((l) => l.cifra === c.cifra && l.sal === c.sal && (c.cifra === 'frase' || l.equipo === c.equipo))?.clave ?? null
}

/**
 * Reads it whole, so that what it answers is proven. @param hacia folder for the copies within; null: they are only looked
 * at @throws CofreError; or when it cannot be read
 */
export function leerRespaldo(ruta: string, secretos: Secretos, hacia: string | null): Manifiesto {
  const trozos = abrirCofre(ruta, claveCon(secretos))
  let pendiente = Buffer.alloc(0)
  const tomar = (cuantos: number): Buffer => {
    while (pendiente.length < cuantos) {
      const { value, done } = trozos.next()
      if (done === true) throw new CofreError('danado')
      pendiente = Buffer.concat([pendiente, value])
    }
    const tomado = pendiente.subarray(0, cuantos)
    pendiente = pendiente.subarray(cuantos)
    return tomado
  }
  try {
    const largo = tomar(4).readUInt32BE()
    if (largo > MAXIMO_MANIFIESTO) throw new CofreError('danado')
    const manifiesto = leerManifiesto(tomar(largo))
    for (const a of manifiesto.archivos) {
      const fd = hacia === null ? null : openSync(path.join(hacia, a.nombre), 'wx', 0o600)
      try {
        for (let quedan = a.bytes; quedan > 0;) {
          const b = tomar(Math.min(quedan, LEER))
          if (fd !== null) for (let hecho = 0; hecho < b.length;) hecho += writeSync(fd, b, hecho)
          quedan -= b.length
        }
        if (fd !== null) fsyncSync(fd)
      } finally { if (fd !== null) closeSync(fd) }
    }
    if (pendiente.length > 0 || trozos.next().done !== true) throw new CofreError('danado')
    return manifiesto
  } finally { trozos.return(undefined) }
}

function leerManifiesto(texto: Buffer): Manifiesto {
  let crudo: unknown
  try { crudo = JSON.parse(texto.toString('utf8')) } catch { throw new CofreError('danado') }
  const { version } = z.looseObject({ version: z.number() }).catch({ version: 0 }).parse(crudo)
  if (version > 1) throw new CofreError('version-nueva')
  const leido = ManifiestoSchema.safeParse(crudo)
  if (!leido.success) throw new CofreError('danado')
  return leido.data
}
