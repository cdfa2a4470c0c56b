/**
 * The OTECs that are kept, each in a folder of its own: `carpeta`/<rut>/ with its credentials, journal, drafts and
 * whatever else is only hers. The folder's name is the RUT, and it is the one that counts.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { formatRut, parseRut } from '../../shared/domain/rut.ts'
import { abrirAlmacen } from './almacen.ts'
import { PerfilGuardadoSchema } from './credenciales.ts'
import { terminarDeRestaurar } from './perfiles-restaurados.ts'

export interface PerfilEnDisco {
  /** `11222333-4` */
  readonly rutOtec: string
  readonly nombre: string
  /** A sealed token lies there; whether it can be opened is another matter. */
  readonly conToken: boolean
  /** ISO 8601; null: never used since it is kept here. */
  readonly usadoEn: string | null
}
export interface AlmacenPerfiles {
  /** Last used first. */
  lista(): PerfilEnDisco[]
  existe(rutOtec: string): boolean
  /** @throws for what is not a RUT in its canonical form: it becomes a path */
  carpetaDe(rutOtec: string): string
  /** Where one works before any OTEC is connected; its drafts go to the first that is. */
  readonly carpetaSinOtec: string
  /** Name of a folder left by an earlier program whose place was taken; null: none. */
  readonly repetido: string | null
  anotarUso(rutOtec: string, ahora: Date): void
  renombrar(rutOtec: string, nombre: string): void
  /** What was made without OTEC becomes of this one, which must not exist yet. */
  adoptar(rutOtec: string): void
  /** Deletes everything of the OTEC. From the first moment on it is in no list; what a crash leaves goes at the next start. */
  eliminar(rutOtec: string): void
}
type Renombrar = (de: string, a: string) => void

const SIN_OTEC = 'sin-otec'
const MIGRANDO = '.migrando-'
const BORRANDO = '.borrando-'
/** Any of them straight in the folder: a program of before there were several OTECs kept its one there. */
const DE_ANTES = ['credenciales.json', 'diario.db', 'borradores.db']

export const esRutCanonico = (texto: string): boolean => {
  const leido = parseRut(texto)
  return leido.ok && formatRut(leido.rut, 'guion') === texto
}

/**
 * @param carpeta `<userData>/real`
 * @param renombrar the disk's own; a test stops it half way
 * @throws when the disk refuses
 */
export function abrirPerfiles(carpeta: string, renombrar: Renombrar = renameSync): AlmacenPerfiles {
  mkdirSync(carpeta, { recursive: true, mode: 0o700 })
  const repetido = migrar(carpeta, renombrar)
  terminarDeBorrar(carpeta)
  terminarDeRestaurar(carpeta, renombrar)
  terminarDeAdoptar(carpeta, renombrar)

  const carpetaDe = (rutOtec: string): string => {
    if (!esRutCanonico(rutOtec)) throw new Error('profiles: not a RUT')
    return path.join(carpeta, rutOtec)
  }
  const existe = (rutOtec: string): boolean => esRutCanonico(rutOtec) && existsSync(carpetaDe(rutOtec))
  const leer = (rutOtec: string): PerfilEnDisco => {
    const guardado = PerfilGuardadoSchema.safeParse(abrirAlmacen(carpetaDe(rutOtec), 'credenciales', true).leer('perfil'))
    const usadoEn = z.iso.datetime().safeParse(abrirAlmacen(carpetaDe(rutOtec), 'perfil', true).leer('usadoEn'))
    const suyo = guardado.success && guardado.data.rutOtec === rutOtec ? guardado.data : null
    return { rutOtec, nombre: suyo?.nombre ?? '', conToken: (suyo?.sellado ?? null) !== null, usadoEn: usadoEn.success ? usadoEn.data : null }
  }
  return {
    repetido, existe, carpetaDe,
    carpetaSinOtec: path.join(carpeta, SIN_OTEC),
    lista: () => readdirSync(carpeta, { withFileTypes: true }).filter((e) => e.isDirectory() && esRutCanonico(e.name)).map((e) => leer(e.name))
      .sort((a, b) => (b.usadoEn ?? '').localeCompare(a.usadoEn ?? '') || a.nombre.localeCompare(b.nombre, 'es') || a.rutOtec.localeCompare(b.rutOtec)),
    anotarUso: (rutOtec, ahora) => { abrirAlmacen(carpetaDe(rutOtec), 'perfil', true).poner('usadoEn', ahora.toISOString()) },
    renombrar: (rutOtec, nombre) => {
      const almacen = abrirAlmacen(carpetaDe(rutOtec), 'credenciales', true)
      const guardado = PerfilGuardadoSchema.safeParse(almacen.leer('perfil'))
      almacen.poner('perfil', { rutOtec, sellado: guardado.success && guardado.data.rutOtec === rutOtec ? guardado.data.sellado : null, nombre })
    },
    adoptar: (rutOtec) => {
      if (existe(rutOtec)) throw new Error('profiles: it exists already')
      renombrar(path.join(carpeta, SIN_OTEC), carpetaDe(rutOtec))
    },
    eliminar: (rutOtec) => {
      const yaNoEsta = path.join(carpeta, `${BORRANDO}${rutOtec}-${randomUUID().slice(0, 8)}`)
      renombrar(carpetaDe(rutOtec), yaNoEsta)
      borrar(yaNoEsta)
    },
  }
}

/**
 * Files of before there were several OTECs go, one by one, to a folder that says where it will end, and that folder then
 * gets its name: each step is a rename, so that after a crash at any of them the next start goes on. No file is open yet.
 * @returns the name of the folder where they ended when the place of their OTEC was taken
 */
function migrar(carpeta: string, renombrar: Renombrar): string | null {
  const entradas = readdirSync(carpeta, { withFileTypes: true })
  const aMedias = entradas.find((e) => e.isDirectory() && e.name.startsWith(MIGRANDO))?.name
  const sueltos = entradas.filter((e) => e.isFile()).map((e) => e.name)
  if (aMedias === undefined && !sueltos.some((n) => DE_ANTES.includes(n))) return null
  const destino = aMedias?.slice(MIGRANDO.length) ?? rutGuardadoEn(carpeta) ?? SIN_OTEC
  const paso = path.join(carpeta, `${MIGRANDO}${destino}`)
  mkdirSync(paso, { recursive: true, mode: 0o700 })
  for (const nombre of sueltos) renombrar(path.join(carpeta, nombre), path.join(paso, nombre))
  // Taken: an old program was used again after a new one. Two journals cannot be made one, and neither is thrown away.
  const final = existsSync(path.join(carpeta, destino)) ? `${destino}.anterior-${randomUUID().slice(0, 8)}` : destino
  renombrar(paso, path.join(carpeta, final))
  return final === destino ? null : final
}

function rutGuardadoEn(carpeta: string): string | null {
  const guardado = PerfilGuardadoSchema.safeParse(abrirAlmacen(carpeta, 'credenciales', true).leer('perfil'))
  return guardado.success && esRutCanonico(guardado.data.rutOtec) ? guardado.data.rutOtec : null
}

/** The program ended between keeping the credentials of the first OTEC and giving the folder her name. */
function terminarDeAdoptar(carpeta: string, renombrar: Renombrar): void {
  const sinOtec = path.join(carpeta, SIN_OTEC)
  if (!existsSync(path.join(sinOtec, 'credenciales.json'))) return
  const rut = rutGuardadoEn(sinOtec)
  if (rut !== null && !existsSync(path.join(carpeta, rut))) renombrar(sinOtec, path.join(carpeta, rut))
}

function terminarDeBorrar(carpeta: string): void {
  for (const nombre of readdirSync(carpeta)) if (nombre.startsWith(BORRANDO)) borrar(path.join(carpeta, nombre))
}

function borrar(ruta: string): void {
  // A file that another program holds open (an antivirus) is deleted at the next start.
  try { rmSync(ruta, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 }) } catch { /* it is in no list any more */ }
}
