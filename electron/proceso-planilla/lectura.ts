/** The rows of an open workbook: which sheets and columns are ours, and their rows, reduced to those columns. */
import { ok, type Result } from '../../shared/ipc/result.ts'
import type { ProgresoImportacion } from '../../shared/ipc/modelos.ts'
import { esVacia, textoDeCelda } from '../../shared/planilla/celda-texto.ts'
import { columnaDeKey } from '../../shared/planilla/columnas.ts'
import { esDeAyuda, type Disposicion } from '../../shared/planilla/layout.ts'
import type { FilaBase, TablaBase } from '../../shared/planilla/mesa-tabla.ts'
import { fallarCon } from './fallas.ts'
import { Sobrantes } from './filas-sobrantes.ts'
import { nombreCalza, type Inspeccion } from './inspeccion.ts'
import type { FilaLeida, HojaAbierta, LibroAbierto, Senal } from './lector.ts'
import { conMiles, type Limites } from './limites.ts'
import type { Plan, TablaPlaneada } from './plan.ts'
import { serializarTrozo, type Origen } from './serie-borrador.ts'
import { NOMBRE_FORMATO, NOTAS } from './textos.ts'

/** `avance`: how much of its sheet a reader has walked, 0 to 1, where it knows. */
type HojaConAvance = Omit<HojaAbierta, 'trozos'> & { trozos(senal: Senal): Iterable<FilaLeida[]> | AsyncIterable<FilaLeida[]>; avance?: () => number }
export interface LibroLegible { hojas: HojaConAvance[]; ocultas: LibroAbierto['ocultas'] }

export interface Lectura {
  disposicion: Disposicion
  tablas: TablaBase[]
  notas: string[]
  origen: Origen
  hojas: { tabla: string; filas: FilaBase[] }[]
  /** The same rows as they are written to the draft. */
  trozos: { tabla: string; datos: Buffer }[]
  filas: number
}
export interface PedidoLectura {
  nombre: string
  /** What is to be read of the workbook. */
  planear(libro: LibroLegible): Result<Plan>
  inspeccion: Inspeccion
  limites: Limites
  senal: Senal
  ceder(): Promise<void>
  /** Percent 0–100 and rows so far. */
  avanzar(porcentaje: number, filas: number, primeras?: PrimerasFilas): void
}
export type PrimerasFilas = NonNullable<ProgresoImportacion['primeras']>

/** May be called twice for one file (another reader took over): it starts from nothing each time. */
export async function reunir(libro: LibroLegible, p: PedidoLectura): Promise<Result<Lectura>> {
  const { nombre } = p
  if (libro.hojas.length === 0) return fallarCon('sin-datos', { nombre })
  const planeado = p.planear(libro)
  if (!planeado.ok) return planeado
  const plan = planeado.valor
  const notas = notasDe(nombre, p.inspeccion, libro, plan)
  const origen: Origen = { huellas: plan.tablas.map(t => ({ tabla: t.id, huella: t.huella })), correspondencia: plan.usada, ...(plan.partes.length > 0 ? { partes: plan.partes } : {}) }
  const lectura: Lectura = { disposicion: plan.disposicion, tablas: plan.tablas.map(tablaBaseDe), notas, origen, hojas: [], trozos: [], filas: 0 }
  p.avanzar(0, 0)
  for (const [i, d] of plan.tablas.entries()) {
    const hoja = libro.hojas.find(h => h.nombre === d.hoja)
    const aparte = { sobrantes: new Sobrantes(), ocultas: [] as number[] }
    for await (const filas of hoja ? filasDe(hoja, d, aparte, p.senal) : []) {
      const primeras = lectura.filas === 0 ? primerasDe(d, filas) : undefined
      lectura.filas += filas.length
      if (lectura.filas > p.limites.filas) return fallarCon('demasiadas-filas', { nombre, limite: conMiles(p.limites.filas) })
      lectura.hojas.push({ tabla: d.id, filas })
      lectura.trozos.push({ tabla: d.id, datos: serializarTrozo(filas) })
      p.avanzar((100 * (i + (hoja?.avance?.() ?? 0))) / plan.tablas.length, lectura.filas, primeras)
      await p.ceder()
      if (p.senal.cancelado()) return fallarCon('importacion-cancelada', { nombre })
    }
    if (p.senal.cancelado()) return fallarCon('importacion-cancelada', { nombre })
    notas.push(...notasDeFilas(d, hoja, aparte))
  }
  if (lectura.filas === 0) notas.push(NOTAS.sinFilas)
  return ok(lectura)
}

/** Columns of the file, and after them those that have one value for all rows. */
export const tablaBaseDe = (t: TablaPlaneada): TablaBase => ({
  id: t.id, clase: t.clase, hoja: t.hoja, columnas: [
    ...t.columnas.map(c => ({ key: c.key as string, titulo: c.titulo, letra: letraDe(c.indice) })),
    ...t.fijos.map(f => ({ key: f.key, titulo: columnaDeKey(f.key)?.titulo ?? f.key, letra: '' })),
  ].map(c => ({ ...c, ...(t.lecturas.has(c.key) ? { lecturas: t.lecturas.get(c.key) } : {}) })),
})

const PRIMERAS = { filas: 8, columnas: 12, texto: 60 } as const
const primerasDe = (t: TablaPlaneada, filas: readonly FilaBase[]): PrimerasFilas => ({
  hoja: t.hoja, titulos: t.columnas.slice(0, PRIMERAS.columnas).map(c => c.titulo.slice(0, PRIMERAS.texto)),
  filas: filas.slice(0, PRIMERAS.filas).map(f => ({ fila: f.fila ?? 0, textos: f.celdas.slice(0, Math.min(PRIMERAS.columnas, t.columnas.length)).map(c => textoDeCelda(c).slice(0, PRIMERAS.texto)) })),
})

/** 0 → A, 25 → Z, 26 → AA. */
export function letraDe(indice: number): string {
  const resto = String.fromCharCode(65 + (indice % 26))
  return indice < 26 ? resto : letraDe(Math.floor(indice / 26) - 1) + resto
}

/** Rows below the headings that have something in a column of ours, reduced to those columns; totals and repeated headings apart. */
async function* filasDe(hoja: HojaConAvance, t: TablaPlaneada, aparte: { sobrantes: Sobrantes; ocultas: number[] }, senal: Senal): AsyncGenerator<FilaBase[]> {
  const indices = t.columnas.map(c => c.indice)
  const fijos = t.fijos.map(f => f.valor)
  const tieneAlgo = (f: FilaLeida): boolean => indices.some(i => !esVacia(f.celdas[i]))
  for await (const trozo of hoja.trozos(senal)) {
    const filas: FilaBase[] = []
    for (const f of trozo) {
      if (f.fila <= t.filaEncabezado + 1 || !tieneAlgo(f) || !aparte.sobrantes.esDeDatos(f, t)) continue
      if (f.oculta === true) aparte.ocultas.push(f.fila)
      filas.push({ id: f.fila, fila: f.fila, celdas: [...indices.map(i => f.celdas[i] ?? null), ...fijos] })
    }
    if (filas.length > 0) yield filas
  }
}

function notasDeFilas(t: TablaPlaneada, hoja: HojaConAvance | undefined, { sobrantes, ocultas }: { sobrantes: Sobrantes; ocultas: number[] }): string[] {
  const columnas = t.columnas.filter(c => hoja?.columnasOcultas?.some(([desde, hasta]) => c.indice >= desde && c.indice <= hasta))
  return [
    ...(sobrantes.totales.length > 0 ? [NOTAS.totales(t.hoja, sobrantes.totales)] : []),
    ...(sobrantes.encabezados.length > 0 ? [NOTAS.encabezadosRepetidos(t.hoja, sobrantes.encabezados)] : []),
    ...(ocultas.length > 0 ? [NOTAS.filasOcultas(t.hoja, ocultas)] : []),
    ...(columnas.length > 0 ? [NOTAS.columnasOcultas(t.hoja, columnas.map(c => c.titulo))] : []),
  ]
}

function notasDe(nombre: string, i: Inspeccion, libro: LibroLegible, plan: Plan): string[] {
  const deDatos = (nombres: readonly string[]): string[] => nombres.filter(n => !esDeAyuda(n))
  const usadas = new Set(plan.tablas.map(t => t.hoja))
  const ocultas = deDatos(libro.ocultas).filter(n => !usadas.has(n))
  const hojas = deDatos(plan.ignoradas).filter(n => !plan.gemelas.includes(n) && !libro.ocultas.includes(n))
  const fijos = [...new Set(plan.tablas.flatMap(t => t.fijos.map(f => `${columnaDeKey(f.key)?.titulo ?? f.key}: ${f.valor}`)))]
  const leidas = [...new Set(plan.tablas.flatMap(t => t.columnas.filter(c => (t.lecturas.get(c.key)?.length ?? 0) > 0).map(c => c.titulo)))]
  return [
    ...(nombreCalza(nombre, i.formato) ? [] : [NOTAS.otroFormato(NOMBRE_FORMATO[i.formato])]),
    ...(i.macros ? [NOTAS.macros] : []),
    ...(plan.usada === null ? [] : [NOTAS.correspondencia(plan.usada.nombre)]),
    ...(fijos.length > 0 ? [NOTAS.fijos(fijos)] : []),
    ...(leidas.length > 0 ? [NOTAS.lecturas(leidas)] : []),
    ...[...usadas].filter(n => libro.ocultas.includes(n)).map(NOTAS.hojaOcultaLeida),
    ...(ocultas.length > 0 ? [NOTAS.hojasOcultas(ocultas)] : []),
    ...(plan.disposicion === 'hoja-unica' && plan.tablas.length > 1 ? [NOTAS.hojasJuntas(plan.tablas.map(t => t.hoja))] : []),
    ...(plan.gemelas.length > 0 ? [NOTAS.hojasGemelas(plan.gemelas)] : []),
    ...(hojas.length > 0 ? [NOTAS.hojasSinUso(hojas)] : []),
    ...plan.tablas.filter(t => t.ignoradas.length > 0).map(t => NOTAS.columnasSinUso(t.hoja, t.ignoradas)),
  ]
}
