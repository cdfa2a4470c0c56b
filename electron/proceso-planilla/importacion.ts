/** From a file to a draft: read → interpret → validate. Between chunks it lets go, so that it can be cancelled. */
import { readFile, stat } from 'node:fs/promises'
import type { UltimoAvance } from '../../shared/domain/avance.ts'
import type { FechaIso } from '../../shared/domain/fecha.ts'
import type { ProgresoImportacion } from '../../shared/ipc/modelos.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import { esVacia } from '../../shared/planilla/celda-texto.ts'
import { detectarDisposicion, esDeAyuda, type TablaDetectada } from '../../shared/planilla/layout.ts'
import { Mesa } from '../../shared/planilla/mesa.ts'
import type { FilaBase, TablaBase } from '../../shared/planilla/mesa-tabla.ts'
import type { BorradorNuevo } from './almacen-borradores.ts'
import { fallarCon } from './fallas.ts'
import { inspeccionar, nombreCalza, type Formato, type Inspeccion } from './inspeccion.ts'
import { lectorCsv } from './lector-csv.ts'
import { lectorSheetjs } from './lector-sheetjs.ts'
import type { FilaLeida, HojaAbierta, LectorPlanilla, LibroAbierto, Senal } from './lector.ts'
import { LIMITES, conMiles, enMegas, type Limites } from './limites.ts'
import { serializarTrozo } from './serie-borrador.ts'
import { NOMBRE_FORMATO, NOTAS } from './textos.ts'

/** Who reads what. */
const LECTORES: Readonly<Record<Formato, LectorPlanilla>> = { xlsx: lectorSheetjs, xls: lectorSheetjs, ods: lectorSheetjs, csv: lectorCsv }

export interface PedidoImportacion {
  id: string
  ruta: string
  nombreArchivo: string
  hoy: FechaIso
  previos: readonly UltimoAvance[]
  senal: Senal
  avisar(p: ProgresoImportacion): void
  /** Resolves once other messages had their turn. */
  ceder(): Promise<void>
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
  const libro = await LECTORES[inspeccion.valor.formato].abrir(archivo.valor, nombre)
  if (!libro.ok) return libro
  if (libro.valor.hojas.length === 0) return fallarCon('sin-datos', { nombre })

  const deteccion = detectarDisposicion(libro.valor.hojas)
  if (!deteccion.ok) {
    return deteccion.causa === 'faltan-columnas' ? fallarCon('faltan-columnas', { nombre, faltan: deteccion.faltan }) : fallarCon('sin-encabezados', { nombre })
  }
  const tablas = deteccion.tablas.map(t => ({ deteccion: t, base: baseDe(t), hoja: libro.valor.hojas.find(h => h.nombre === t.hoja) }))
  const notas = notasDe(nombre, inspeccion.valor, libro.valor, deteccion.tablas, deteccion.ignoradas)
  const disposicion = deteccion.disposicion

  avisar('interpretando', 0, 0)
  const trozos: { tabla: string; datos: Buffer }[] = []
  const leidas: { tabla: string; filas: FilaBase[] }[] = []
  let filas = 0
  for (const [i, { deteccion: d, base, hoja }] of tablas.entries()) {
    for await (const trozo of hoja ? filasDe(hoja, d, p.senal) : []) {
      filas += trozo.length
      if (filas > limites.filas) return fallarCon('demasiadas-filas', { nombre, limite: conMiles(limites.filas) })
      leidas.push({ tabla: base.id, filas: trozo })
      trozos.push({ tabla: base.id, datos: serializarTrozo(trozo) })
      avisar('interpretando', (100 * i) / tablas.length, filas)
      await p.ceder()
      if (cancelada()) return fallarCon('importacion-cancelada', { nombre })
    }
    if (cancelada()) return fallarCon('importacion-cancelada', { nombre })
  }
  if (filas === 0) notas.push(NOTAS.sinFilas)

  const mesa = new Mesa({ nombreArchivo: nombre, disposicion, tablas: tablas.map(t => t.base), notas, hoy: p.hoy, previos: p.previos })
  for (const t of leidas) mesa.agregarFilas(t.tabla, t.filas)
  avisar('validando', 0, filas)
  for (const { hechas, total } of mesa.validarPorPartes()) {
    avisar('validando', total === 0 ? 100 : (100 * hechas) / total, filas)
    await p.ceder()
    if (cancelada()) return fallarCon('importacion-cancelada', { nombre })
  }
  const nuevo: BorradorNuevo = { id: p.id, nombreArchivo: nombre, disposicion, tablas: tablas.map(t => t.base), notas, previos: p.previos, trozos }
  return ok({ mesa, nuevo })
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

const baseDe = (t: TablaDetectada): TablaBase => ({
  id: t.clase, clase: t.clase, hoja: t.hoja, columnas: t.columnas.map(c => ({ key: c.key, titulo: c.titulo, letra: letraDe(c.indice) })),
})

/** 0 → A, 25 → Z, 26 → AA. */
export function letraDe(indice: number): string {
  const resto = String.fromCharCode(65 + (indice % 26))
  return indice < 26 ? resto : letraDe(Math.floor(indice / 26) - 1) + resto
}

/** Rows below the headings that have something in a column of ours, reduced to those columns. */
async function* filasDe(hoja: HojaAbierta, t: TablaDetectada, senal: Senal): AsyncGenerator<FilaBase[]> {
  const indices = t.columnas.map(c => c.indice)
  const reducir = (f: FilaLeida): FilaBase => ({ id: f.fila, fila: f.fila, celdas: indices.map(i => f.celdas[i] ?? null) })
  for await (const trozo of hoja.trozos(senal)) {
    const filas = trozo.filter(f => f.fila > t.filaEncabezado + 1).map(reducir).filter(f => f.celdas.some(c => !esVacia(c)))
    if (filas.length > 0) yield filas
  }
}

function notasDe(nombre: string, i: Inspeccion, libro: LibroAbierto, tablas: readonly TablaDetectada[], sinUso: readonly string[]): string[] {
  const deDatos = (nombres: readonly string[]): string[] => nombres.filter(n => !esDeAyuda(n))
  const ocultas = deDatos(libro.ocultas)
  const hojas = deDatos(sinUso)
  return [
    ...(nombreCalza(nombre, i.formato) ? [] : [NOTAS.otroFormato(NOMBRE_FORMATO[i.formato])]),
    ...(i.macros ? [NOTAS.macros] : []),
    ...(ocultas.length > 0 ? [NOTAS.hojasOcultas(ocultas)] : []),
    ...(hojas.length > 0 ? [NOTAS.hojasSinUso(hojas)] : []),
    ...tablas.filter(t => t.ignoradas.length > 0).map(t => NOTAS.columnasSinUso(t.hoja, t.ignoradas)),
  ]
}
