/** The rows of an open workbook: which sheets and columns are ours, and their rows, reduced to those columns. */
import { ok, type Result } from '../../shared/ipc/result.ts'
import { esVacia } from '../../shared/planilla/celda-texto.ts'
import { detectarDisposicion, esDeAyuda, type Disposicion, type TablaDetectada } from '../../shared/planilla/layout.ts'
import type { FilaBase, TablaBase } from '../../shared/planilla/mesa-tabla.ts'
import { fallarCon } from './fallas.ts'
import { nombreCalza, type Inspeccion } from './inspeccion.ts'
import type { FilaLeida, HojaAbierta, LibroAbierto, Senal } from './lector.ts'
import { conMiles, type Limites } from './limites.ts'
import { serializarTrozo } from './serie-borrador.ts'
import { NOMBRE_FORMATO, NOTAS } from './textos.ts'

/** `avance`: how much of its sheet a reader has walked, 0 to 1, where it knows. */
type HojaConAvance = Omit<HojaAbierta, 'trozos'> & { trozos(senal: Senal): Iterable<FilaLeida[]> | AsyncIterable<FilaLeida[]>; avance?: () => number }
export interface LibroLegible { hojas: HojaConAvance[]; ocultas: LibroAbierto['ocultas'] }

export interface Lectura {
  disposicion: Disposicion
  tablas: TablaBase[]
  notas: string[]
  hojas: { tabla: string; filas: FilaBase[] }[]
  /** The same rows as they are written to the draft. */
  trozos: { tabla: string; datos: Buffer }[]
  filas: number
}
export interface PedidoLectura {
  nombre: string
  inspeccion: Inspeccion
  limites: Limites
  senal: Senal
  ceder(): Promise<void>
  /** Percent 0–100 and rows so far. */
  avanzar(porcentaje: number, filas: number): void
}

/** May be called twice for one file (another reader took over): it starts from nothing each time. */
export async function reunir(libro: LibroLegible, p: PedidoLectura): Promise<Result<Lectura>> {
  const { nombre } = p
  if (libro.hojas.length === 0) return fallarCon('sin-datos', { nombre })
  const deteccion = detectarDisposicion(libro.hojas)
  if (!deteccion.ok) {
    return deteccion.causa === 'faltan-columnas' ? fallarCon('faltan-columnas', { nombre, faltan: deteccion.faltan }) : fallarCon('sin-encabezados', { nombre })
  }
  const { disposicion } = deteccion
  const notas = notasDe(nombre, p.inspeccion, libro, deteccion.tablas, deteccion.ignoradas)
  const lectura: Lectura = { disposicion, tablas: deteccion.tablas.map(baseDe), notas, hojas: [], trozos: [], filas: 0 }
  p.avanzar(0, 0)
  for (const [i, d] of deteccion.tablas.entries()) {
    const hoja = libro.hojas.find(h => h.nombre === d.hoja)
    for await (const filas of hoja ? filasDe(hoja, d, p.senal) : []) {
      lectura.filas += filas.length
      if (lectura.filas > p.limites.filas) return fallarCon('demasiadas-filas', { nombre, limite: conMiles(p.limites.filas) })
      lectura.hojas.push({ tabla: d.clase, filas })
      lectura.trozos.push({ tabla: d.clase, datos: serializarTrozo(filas) })
      p.avanzar((100 * (i + (hoja?.avance?.() ?? 0))) / deteccion.tablas.length, lectura.filas)
      await p.ceder()
      if (p.senal.cancelado()) return fallarCon('importacion-cancelada', { nombre })
    }
    if (p.senal.cancelado()) return fallarCon('importacion-cancelada', { nombre })
  }
  if (lectura.filas === 0) notas.push(NOTAS.sinFilas)
  return ok(lectura)
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
async function* filasDe(hoja: HojaConAvance, t: TablaDetectada, senal: Senal): AsyncGenerator<FilaBase[]> {
  const indices = t.columnas.map(c => c.indice)
  const reducir = (f: FilaLeida): FilaBase => ({ id: f.fila, fila: f.fila, celdas: indices.map(i => f.celdas[i] ?? null) })
  for await (const trozo of hoja.trozos(senal)) {
    const filas = trozo.filter(f => f.fila > t.filaEncabezado + 1).map(reducir).filter(f => f.celdas.some(c => !esVacia(c)))
    if (filas.length > 0) yield filas
  }
}

function notasDe(nombre: string, i: Inspeccion, libro: LibroLegible, tablas: readonly TablaDetectada[], sinUso: readonly string[]): string[] {
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
