/** The file as it is on the disk, inspected, and who reads each format. */
import { readFile, stat } from 'node:fs/promises'
import { ok, type Result } from '../../shared/ipc/result.ts'
import { fallarCon } from './fallas.ts'
import { inspeccionar, type Formato, type Inspeccion } from './inspeccion.ts'
import { lectorCsv } from './lector-csv.ts'
import { lectorHtml } from './lector-html.ts'
import { lectorSheetjs } from './lector-sheetjs.ts'
import type { LectorPlanilla, OpcionesLector } from './lector.ts'
import type { LibroLegible } from './lectura.ts'
import { LIMITES, enMegas, type Limites } from './limites.ts'
import { leerConRespaldo } from './xlsx/con-respaldo.ts'

export interface Archivo { nombre: string; bytes: Buffer; inspeccion: Inspeccion }

/** Who reads what. A .xlsx has its own quick reader, with SheetJS behind it for what that one does not know. */
export const LECTORES: Readonly<Record<Exclude<Formato, 'xlsx'>, LectorPlanilla>> = { xls: lectorSheetjs, ods: lectorSheetjs, csv: lectorCsv, html: lectorHtml, xml: lectorSheetjs }

export async function leerArchivo(ruta: string, nombre: string, limites: Limites = LIMITES): Promise<Result<Archivo>> {
  const bytes = await leerBytes(ruta, nombre, limites)
  if (!bytes.ok) return bytes
  const inspeccion = await inspeccionar(bytes.valor, nombre, limites)
  return inspeccion.ok ? ok({ nombre, bytes: bytes.valor, inspeccion: inspeccion.valor }) : inspeccion
}

/** Opens the workbook for `usar`, which may be called twice: what the first call gathered must be let go. */
export async function abrirLibro<T>(
  { nombre, bytes, inspeccion: { formato } }: Archivo, o: { limites?: Limites; opciones?: OpcionesLector; anotar(linea: string): void }, usar: (libro: LibroLegible) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { limites = LIMITES, opciones = {}, anotar } = o
  if (formato === 'xlsx') return leerConRespaldo({ bytes, nombre, respaldo: lectorSheetjs, limites, opciones, anotar }, usar)
  const libro = await LECTORES[formato].abrir(bytes, nombre, opciones)
  return libro.ok ? usar(libro.valor) : libro
}

async function leerBytes(ruta: string, nombre: string, limites: Limites): Promise<Result<Buffer>> {
  try {
    const datos = await stat(ruta)
    if (!datos.isFile()) return fallarCon('no-es-planilla', { nombre })
    // Asked before reading: a file of gigabytes must not enter memory to be refused.
    if (datos.size > limites.archivo) return fallarCon('archivo-grande', { nombre, tamano: enMegas(datos.size), limite: enMegas(limites.archivo) })
    return ok(await readFile(ruta))
  } catch (e) {
    const codigo = e instanceof Error && 'code' in e ? String(e.code) : ''
    if (codigo === 'ENOENT' || codigo === 'ENOTDIR') return fallarCon('archivo-no-existe', { nombre })
    return fallarCon(['EACCES', 'EPERM', 'EBUSY'].includes(codigo) ? 'archivo-ocupado' : 'archivo-ilegible', { nombre })
  }
}
