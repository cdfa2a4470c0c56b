/** From a file to a draft: read → interpret → validate. Between chunks it lets go, so that it can be cancelled. */
import type { UltimoAvance } from '../../shared/domain/avance.ts'
import type { FechaIso } from '../../shared/domain/fecha.ts'
import type { ProgresoImportacion } from '../../shared/ipc/modelos.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import { Mesa } from '../../shared/planilla/mesa.ts'
import { abrirLibro, leerArchivo, type Archivo } from './archivo.ts'
import type { BorradorNuevo } from './almacen-borradores.ts'
import { fallarCon } from './fallas.ts'
import type { Senal } from './lector.ts'
import { reunir, type LibroLegible, type PrimerasFilas } from './lectura.ts'
import { LIMITES, type Limites } from './limites.ts'
import { planear, type Plan } from './plan.ts'
import { vigilarOtec } from './otec-del-libro.ts'
import { exportacionDe } from './observaciones/marca.ts'

export interface PedidoImportacion {
  id: string
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
export interface Importado { mesa: Mesa; nuevo: BorradorNuevo }
/** What of the workbook is read, and whether its hidden sheets are opened for it. */
export interface ComoLeer { planear(libro: LibroLegible): Result<Plan>; ocultas: boolean }

/** The file of a path, looked at before anything parses it. Tells the window that reading has begun. */
export async function traerArchivo(ruta: string, p: PedidoImportacion): Promise<Result<Archivo>> {
  const { nombreArchivo: nombre } = p
  p.avisar({ etapa: 'leyendo', porcentaje: null, filas: 0, nombreArchivo: nombre })
  await p.ceder()
  return p.senal.cancelado() ? fallarCon('importacion-cancelada', { nombre }) : leerArchivo(ruta, nombre, p.limites)
}

/** A file by what its headings themselves say, and nothing else. */
export async function importar(p: PedidoImportacion & { ruta: string }): Promise<Result<Importado>> {
  const archivo = await traerArchivo(p.ruta, p)
  return archivo.ok ? importarArchivo(archivo.valor, p, { planear: libro => planear(p.nombreArchivo, libro.hojas, () => null), ocultas: false }) : archivo
}

/** The draft in memory, validated, and what of it has to be written. Nothing was written yet. */
export async function importarArchivo(archivo: Archivo, p: PedidoImportacion, como: ComoLeer): Promise<Result<Importado>> {
  const nombre = p.nombreArchivo
  const limites = p.limites ?? LIMITES
  const cancelada = (): boolean => p.senal.cancelado()
  const avisar = (etapa: ProgresoImportacion['etapa'], porcentaje: number, filas: number, primeras?: PrimerasFilas): void => {
    p.avisar({ etapa, porcentaje: Math.min(100, Math.floor(porcentaje)), filas, nombreArchivo: nombre, ...(primeras === undefined ? {} : { primeras }) })
  }
  let exportacion: string | null = null
  const leida = await abrirLibro(archivo, { limites, opciones: { ocultas: como.ocultas }, anotar: p.anotar }, async (crudo) => {
    exportacion = exportacionDe(archivo.bytes, crudo.hojas)
    const { libro, ajena } = vigilarOtec(crudo, p.rutOtec ?? null)
    const reunida = await reunir(libro, {
      nombre, planear: como.planear, inspeccion: archivo.inspeccion, limites, senal: p.senal, ceder: p.ceder, avanzar: (porcentaje, filas, primeras) => { avisar('interpretando', porcentaje, filas, primeras) },
    })
    const otra = ajena()
    return reunida.ok && otra !== null ? fallarCon('otec-ajena', { nombre, ...otra, propia: p.rutOtec ?? '' }) : reunida
  })
  if (!leida.ok) return leida
  const { disposicion, tablas, notas, origen, hojas, trozos, filas } = leida.valor

  const mesa = new Mesa({ nombreArchivo: nombre, disposicion, tablas, notas, hoy: p.hoy, previos: p.previos })
  for (const t of hojas) mesa.agregarFilas(t.tabla, t.filas)
  avisar('validando', 0, filas)
  for (const { hechas, total } of mesa.validarPorPartes()) {
    avisar('validando', total === 0 ? 100 : (100 * hechas) / total, filas)
    await p.ceder()
    if (cancelada()) return fallarCon('importacion-cancelada', { nombre })
  }
  return ok({ mesa, nuevo: { id: p.id, nombreArchivo: nombre, disposicion, tablas, notas, origen, previos: p.previos, trozos, original: { formato: archivo.inspeccion.formato, bytes: archivo.bytes, exportacion } } })
}
