/** A backup becomes an OTEC's folder. It is made beside, whole, and takes its place by renames that a next start can finish. */
import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { desconfiarDeLoAbierto } from '../adapters/diario-restaurado.ts'
import { migrar } from '../adapters/diario-esquema.ts'
import { estaSano } from '../adapters/diario-revision.ts'
import { PREPARANDO, ponerEnSuLugar, RESTAURADO } from '../adapters/perfiles-restaurados.ts'
import { tomarCandado } from '../adapters/candado.ts'
import { abrirBase, contar, copiarBase } from './base.ts'
import { CofreError } from './cofre.ts'
import { leerRespaldo, type Manifiesto, type Secretos } from './respaldo.ts'

export interface PedidoRestaurar {
  archivo: string
  secretos: Secretos
  /** Folder of the OTECs. */
  carpetaReal: string
  /** Of this computer; null: what is restored lies in clear. */
  clave: string | null
  ahora: string
  /** As it was looked at: another file may have its name by now. */
  rutOtec: string
  creadoEn: string
}
export interface Restaurado { manifiesto: Manifiesto; desconocidas: number; vencidas: number }

/** Of this computer, not of the copy: who has a token here keeps it. */
const DE_ESTE_EQUIPO = ['credenciales.json', 'perfil.json', 'vigilada.json']

export class EnUsoError extends Error { override name = 'EnUsoError' }

/**
 * @param renombrar the disk's own; a test stops it half way
 * @throws CofreError, EnUsoError, or what the disk throws; then what there was stands as it was
 */
export function restaurar(p: PedidoRestaurar, renombrar: typeof renameSync = renameSync): Restaurado {
  const marca = `${p.rutOtec}-${randomBytes(4).toString('hex')}`
  const preparando = path.join(p.carpetaReal, `${PREPARANDO}${marca}`)
  const lugar = path.join(p.carpetaReal, p.rutOtec)
  mkdirSync(preparando, { recursive: true, mode: 0o700 })
  try {
    const copias = path.join(preparando, 'copias')
    mkdirSync(copias)
    const manifiesto = leerRespaldo(p.archivo, p.secretos, copias)
    if (manifiesto.rutOtec !== p.rutOtec || manifiesto.creadoEn !== p.creadoEn) throw new CofreError('danado')
    for (const { nombre } of manifiesto.archivos) copiarBase(path.join(copias, nombre), manifiesto.clave, path.join(preparando, nombre), p.clave)
    rmSync(copias, { recursive: true })
    const abiertas = prepararDiario(path.join(preparando, 'diario.db'), p)
    revisarBorradores(path.join(preparando, 'borradores.db'), p.clave)
    for (const nombre of DE_ESTE_EQUIPO) if (existsSync(path.join(lugar, nombre))) copyFileSync(path.join(lugar, nombre), path.join(preparando, nombre))
    if (!existsSync(path.join(preparando, 'credenciales.json'))) {
      writeFileSync(path.join(preparando, 'credenciales.json'), JSON.stringify({ perfil: { rutOtec: p.rutOtec, nombre: manifiesto.nombre, sellado: null } }), { mode: 0o600 })
    }
    const listo = path.join(p.carpetaReal, `${RESTAURADO}${marca}`)
    if (existsSync(lugar)) {
      // Windows renames no folder with an open file in it; and another program may be working there.
      const candado = tomarCandado(path.join(lugar, 'diario.db'))
      if (candado === null) throw new EnUsoError()
      candado.soltar()
    }
    renombrar(preparando, listo)
    ponerEnSuLugar(p.carpetaReal, p.rutOtec, listo, renombrar)
    return { manifiesto, ...abiertas }
  } catch (error) {
    rmSync(preparando, { recursive: true, force: true })
    throw error
  }
}

function prepararDiario(archivo: string, p: PedidoRestaurar): { desconocidas: number; vencidas: number } {
  if (!existsSync(archivo)) return { desconocidas: 0, vencidas: 0 }
  const db = abrirBase(archivo, p.clave)
  try {
    if (!estaSano(db, 0)) throw new CofreError('danado')
    try { migrar(db) } catch { throw new CofreError('version-nueva') }
    return db.transaction(() => desconfiarDeLoAbierto(db, p.ahora)).immediate()
  } finally { db.close() }
}

function revisarBorradores(archivo: string, clave: string | null): void {
  if (!existsSync(archivo)) return
  const db = abrirBase(archivo, clave)
  try { contar(db, 'SELECT count(*) AS n FROM borradores') } finally { db.close() }
}
