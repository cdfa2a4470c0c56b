import { randomBytes } from 'node:crypto'
import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Sellador } from '../services/puertos.ts'
import { abrirAlmacen, type Almacen } from './almacen.ts'

export interface ClaveDatos {
  /** 64 hexadecimal digits for libsql; null: the system offers no encryption and the files are in clear. */
  readonly clave: string | null
  /** A key was kept and could not be opened (another keyring, another user): files encrypted with it cannot be read. */
  readonly anteriorIlegible: boolean
}
const ClaveSchema = z.string().regex(/^[0-9a-f]{64}$/u)

/**
 * The key of the databases in `carpeta`: random, sealed by the system, made the first time. A sealed key that cannot be
 * opened is never thrown away: with its keyring back, it opens the files that were set aside.
 */
export async function obtenerClaveDatos(carpeta: string, sellador: Sellador): Promise<ClaveDatos> {
  const { almacen, danado } = abrir(carpeta)
  const sellada = almacen.leer('clave')
  if (typeof sellada === 'string') {
    const abierta = ClaveSchema.safeParse(await sellador.abrir(sellada))
    if (abierta.success) return { clave: abierta.data, anteriorIlegible: false }
  }
  const habiaOtra = sellada !== undefined || danado
  const nueva = randomBytes(32).toString('hex')
  const nuevaSellada = await sellador.sellar(nueva)
  // The sealed key stays in its place: the keyring may only be locked today.
  if (nuevaSellada === null) return { clave: null, anteriorIlegible: habiaOtra }
  if (sellada !== undefined) {
    const viejas = almacen.leer('anteriores')
    almacen.poner('anteriores', [...(Array.isArray(viejas) ? viejas as unknown[] : []), sellada])
  }
  almacen.poner('clave', nuevaSellada)
  return { clave: nueva, anteriorIlegible: habiaOtra }
}

/** A damaged file is kept under another name: a person with a backup may still need it. */
function abrir(carpeta: string): { almacen: Almacen; danado: boolean } {
  try {
    return { almacen: abrirAlmacen(carpeta, 'clave-datos', false), danado: false }
  } catch (error) {
    const archivo = path.join(carpeta, 'clave-datos.json')
    if (!existsSync(archivo)) throw error
    renameSync(archivo, `${archivo}.danado-${Date.now()}`)
    return { almacen: abrirAlmacen(carpeta, 'clave-datos', false), danado: true }
  }
}
