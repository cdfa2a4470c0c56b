/** From a file to a draft: read → interpret → validate. Between chunks it lets go, so that it can be cancelled. */
import { readFile, stat } from 'node:fs/promises'
import type { UltimoAvance } from '../../shared/domain/avance.ts'
import type { FechaIso } from '../../shared/domain/fecha.ts'
import type { ProgresoImportacion } from '../../shared/ipc/modelos.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import { Mesa } from '../../shared/planilla/mesa.ts'
import type { BorradorNuevo } from './almacen-borradores.ts'
import { fallarCon } from './fallas.ts'
import { inspeccionar, type Formato } from './inspeccion.ts'
import { lectorCsv } from './lector-csv.ts'
import { lectorSheetjs } from './lector-sheetjs.ts'
import type { LectorPlanilla, LibroAbierto, Senal } from './lector.ts'
import { reunir, type Lectura, type LibroLegible } from './lectura.ts'
import { LIMITES, enMegas, type Limites } from './limites.ts'
import { vigilarOtec } from './otec-del-libro.ts'
import { leerConRespaldo } from './xlsx/con-respaldo.ts'

/** Who reads what. A .xlsx has its own quick reader, with SheetJS behind it for what that one does not know. */
const LECTORES: Readonly<Record<Exclude<Formato, 'xlsx'>, LectorPlanilla>> = { xls: lectorSheetjs, ods: lectorSheetjs, csv: lectorCsv }

export interface PedidoImportacion {
  id: string
  ruta: string
  nombreArchivo: string
  hoy: FechaIso
  previos: readonly UltimoAvance[]
  /** Whose draft it will be: a workbook that says to be of another OTEC is refused. Absent or null: nobody's yet. */
  rutOtec?: string | null
  senal: Senal
  avisar(p: ProgresoImportacion): void
  /** Resolves once other messages had their turn. */
  ceder(): Promise<void>
  /** A line for the program's log. */
  anotar(linea: string): void
  limites?: Limites
}

/** The draft in memory, validated, and what of it has to be written. Nothing was written yet. */
export async function importar(p: PedidoImportacion): Promise<Result<{ mesa: Mesa; nuevo: BorradorNuevo }>> {
  const nombre = p.nombreArchivo
  const limites = p.limites ?? LIMITES
  const cancelada = (): boolean => p.senal.cancelado()
  const avisar = (etapa: ProgresoImportacion['etapa'], porcentaje: number | null, filas: number): void => {
    p.avisar({ etapa, porcentaje: porcentaje === null ? null : Math.min(100, Math.floor(porcentaje)), filas, nombreArchivo: nombre })
  }

  avisar('leyendo', null, 0)
  await p.ceder()
  if (cancelada()) return fallarCon('importacion-cancelada', { nombre })
  const archivo = await leerArchivo(p.ruta, nombre, limites)
  if (!archivo.ok) return archivo
  const inspeccion = await inspeccionar(archivo.valor, nombre, limites)
  if (!inspeccion.ok) return inspeccion
  const { formato } = inspeccion.valor
  const usar = async (crudo: LibroLegible): Promise<Result<Lectura>> => {
    const { libro, ajena } = vigilarOtec(crudo, p.rutOtec ?? null)
    const leida = await reunir(libro, {
      nombre, inspeccion: inspeccion.valor, limites, senal: p.senal, ceder: p.ceder, avanzar: (porcentaje, filas) => { avisar('interpretando', porcentaje, filas) },
    })
    const otra = ajena()
    return leida.ok && otra !== null ? fallarCon('otec-ajena', { nombre, ...otra, propia: p.rutOtec ?? '' }) : leida
  }
  const leida = formato === 'xlsx'
    ? await leerConRespaldo({ bytes: archivo.valor, nombre, respaldo: lectorSheetjs, limites, anotar: p.anotar }, usar)
    : await leerCon(LECTORES[formato], archivo.valor, nombre, usar)
  if (!leida.ok) return leida
  const { disposicion, tablas, notas, hojas, trozos, filas } = leida.valor

  const mesa = new Mesa({ nombreArchivo: nombre, disposicion, tablas, notas, hoy: p.hoy, previos: p.previos })
  for (const t of hojas) mesa.agregarFilas(t.tabla, t.filas)
  avisar('validando', 0, filas)
  for (const { hechas, total } of mesa.validarPorPartes()) {
    avisar('validando', total === 0 ? 100 : (100 * hechas) / total, filas)
    await p.ceder()
    if (cancelada()) return fallarCon('importacion-cancelada', { nombre })
  }
  return ok({ mesa, nuevo: { id: p.id, nombreArchivo: nombre, disposicion, tablas, notas, previos: p.previos, trozos } })
}

async function leerCon<T>(lector: LectorPlanilla, bytes: Buffer, nombre: string, usar: (libro: LibroAbierto) => Promise<Result<T>>): Promise<Result<T>> {
  const libro = await lector.abrir(bytes, nombre)
  return libro.ok ? usar(libro.valor) : libro
}

async function leerArchivo(ruta: string, nombre: string, limites: Limites): Promise<Result<Buffer>> {
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
