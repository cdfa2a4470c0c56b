/** Which sheets, rows and columns of a workbook are read: what its headings say, what the person said of them, or both. */
import { ok, type Result } from '../../shared/ipc/result.ts'
import type { ClaseHoja, Correspondencia } from '../../shared/ipc/modelos-asistente.ts'
import type { Celda } from '../../shared/domain/celda.ts'
import { columnaDeKey, columnasDeHoja } from '../../shared/planilla/columnas.ts'
import { aMemoria, deMemoria, huellaDe, type Memoria } from '../../shared/planilla/correspondencia.ts'
import { faltantes } from '../../shared/planilla/correspondencia-faltas.ts'
import { titulosDeFila } from '../../shared/planilla/encabezado-probable.ts'
import type { IdLectura } from '../../shared/planilla/lecturas.ts'
import { detectarDisposicion, esDeAyuda, FILAS_DE_BUSQUEDA, type Disposicion, type TablaDetectada } from '../../shared/planilla/layout.ts'
import type { Recordada } from './almacen-correspondencias.ts'
import { fallarCon } from './fallas.ts'

export interface TablaPlaneada extends TablaDetectada {
  /** Of the draft's table: its class, or the class and a number where several sheets are read as one. */
  id: string
  /** The same in all rows, after the columns of the file. */
  fijos: readonly { key: string; valor: string }[]
  lecturas: ReadonlyMap<string, readonly IdLectura[]>
  /** What these headings are remembered by. */
  huella: string | null
}
export interface Plan {
  disposicion: Disposicion
  tablas: TablaPlaneada[]
  /** Sheets that are not used; those of them with the headings of one that is. */
  ignoradas: string[]
  gemelas: string[]
  /** The match that was used, when the person gave one. */
  usada: { id: string; nombre: string } | null
  /** How each table was matched, so that the same workbook is read alike when it comes back corrected. Empty: its headings say it. */
  partes: { tabla: string; memoria: Memoria }[]
}
export interface HojaMirada { nombre: string; primerasFilas: Celda[][] }
export type Memorias = (huella: string) => Recordada | null

/** What a workbook says by itself, with what is remembered of its headings. */
export function planear(nombre: string, hojas: readonly HojaMirada[], memorias: Memorias): Result<Plan> {
  const recordado = planRecordado(hojas, memorias)
  if (recordado) return ok(recordado)
  const d = detectarDisposicion([...hojas])
  if (!d.ok) return d.causa === 'faltan-columnas' ? fallarCon('faltan-columnas', { nombre, faltan: d.faltan }) : fallarCon('sin-encabezados', { nombre })
  const tablas = d.tablas.map((t) => {
    const huella = huellaDe(titulosDeFila(hojas.find(h => h.nombre === t.hoja)?.primerasFilas[t.filaEncabezado] ?? []))
    return { ...t, id: t.clase, fijos: [], huella, lecturas: lecturasDe(huella === null ? null : memorias(huella)) }
  })
  return ok({ disposicion: d.disposicion, tablas, ignoradas: d.ignoradas, gemelas: d.gemelas, usada: null, partes: [] })
}

const lecturasDe = (r: Recordada | null): TablaPlaneada['lecturas'] => new Map(r?.memoria.lecturas.map(l => [l.key, l.lecturas]) ?? [])

/**
 * The first headings that a match is remembered for, the sheet of the same name before the others; with them the other
 * sheets that were read together, or the ones with the other parts.
 */
function planRecordado(hojas: readonly HojaMirada[], memorias: Memorias): Plan | null {
  const hallados = hojas.filter(h => !esDeAyuda(h.nombre)).flatMap(hoja => hoja.primerasFilas.slice(0, FILAS_DE_BUSQUEDA).flatMap((celdas, i) => {
    const titulos = titulosDeFila(celdas)
    const huella = huellaDe(titulos)
    const recordada = huella === null ? null : memorias(huella)
    const c = recordada && deMemoria(recordada.memoria, hoja.nombre, i + 1, titulos)
    return recordada && c && faltantes(c, true).faltan.length === 0 ? [{ hoja, recordada, c }] : []
  }))
  const preferido = (clase: ClaseHoja): (typeof hallados)[number] | undefined => {
    const suyos = hallados.filter(x => (x.c.clase ?? 'unica') === clase)
    return suyos.find(x => x.hoja.nombre === x.recordada.memoria.hoja) ?? suyos[0]
  }
  const unica = preferido('unica')
  const alumnos = preferido('alumnos')
  const repartidas = alumnos && preferido('modulos') ? CLASES_REPARTIDAS.flatMap(c => preferido(c) ?? []) : []
  const principal = repartidas.length > 0 ? alumnos : unica
  if (!principal) return null
  const gemelas = hallados.filter((x, i) => x !== principal && x.recordada.id === principal.recordada.id && x.hoja !== principal.hoja && hallados.findIndex(y => y.hoja === x.hoja && y.recordada.id === x.recordada.id) === i)
  const juntas = principal === unica && principal.recordada.memoria.juntas === true
  const elegidos = repartidas.length > 0 ? repartidas : juntas ? hallados.filter(x => x === principal || gemelas.includes(x)) : [principal]
  if (repartidas.length > 0 && elegidos.some(x => faltantes(x.c, elegidos.some(y => y.c.clase === 'cursos')).faltan.length > 0)) return null
  const { id, nombre } = principal.recordada
  const plan = planDe(hojas, elegidos.map(({ c, recordada }) => ({ c, recordada })))
  return { ...plan, gemelas: juntas || repartidas.length > 0 ? [] : gemelas.map(x => x.hoja.nombre), usada: { id, nombre } }
}
/** In the order in which a workbook of ours has them. */
export const CLASES_REPARTIDAS = ['cursos', 'alumnos', 'modulos', 'actividades'] as const satisfies readonly ClaseHoja[]

/** What the person said, sheet by sheet, over a workbook that has those sheets and those rows. */
export function planDe(hojas: readonly HojaMirada[], dichas: readonly { c: Correspondencia; recordada: Recordada | null; tabla?: string }[]): Plan {
  const veces = new Map<ClaseHoja, number>()
  const tablas = dichas.map(({ c, recordada, tabla }): TablaPlaneada => {
    const { clase = 'unica' } = c
    const n = (veces.get(clase) ?? 0) + 1
    veces.set(clase, n)
    const titulos = titulosDe(hojas, c)
    const usados = new Set(c.columnas.map(x => x.indice))
    const columnas = c.columnas.flatMap(({ key, indice }) => {
      const def = columnaDeKey(key)
      return def ? [{ key: def.key, indice, titulo: titulos[indice] || def.titulo }] : []
    })
    return {
      id: tabla ?? (n === 1 ? clase : `${clase}-${n}`), hoja: c.hoja, clase, filaEncabezado: c.fila - 1, columnas, fijos: c.fijos,
      ignoradas: titulos.filter((t, i) => t !== '' && !usados.has(i)), huella: huellaDe(titulos), lecturas: lecturasDe(recordada),
    }
  })
  const usadas = new Set(tablas.map(t => t.hoja))
  return {
    disposicion: tablas.every(t => t.clase === 'unica') ? 'hoja-unica' : 'por-hojas', tablas, ignoradas: hojas.map(h => h.nombre).filter(n => !usadas.has(n)), gemelas: [], usada: null,
    partes: tablas.flatMap((t, i) => { const c = dichas[i]?.c; return c ? [{ tabla: t.id, memoria: aMemoria(c, titulosDe(hojas, c)) }] : [] }),
  }
}

const titulosDe = (hojas: readonly HojaMirada[], c: Correspondencia): string[] => titulosDeFila(hojas.find(h => h.nombre === c.hoja)?.primerasFilas[c.fila - 1] ?? [])

/** The same answer over the other sheets with the same headings, in any order: their names with their match. */
export function gemelasDe(hojas: readonly HojaMirada[], c: Correspondencia): Correspondencia[] {
  const titulos = titulosDe(hojas, c)
  const huella = huellaDe(titulos)
  const memoria = aMemoria(c, titulos)
  return huella === null ? [] : hojas.filter(h => h.nombre !== c.hoja && !esDeAyuda(h.nombre)).flatMap((h) => {
    const fila = h.primerasFilas.slice(0, FILAS_DE_BUSQUEDA).findIndex(f => huellaDe(titulosDeFila(f)) === huella)
    const suya = fila === -1 ? null : deMemoria(memoria, h.nombre, fila + 1, titulosDeFila(h.primerasFilas[fila] ?? []))
    return suya ? [suya] : []
  })
}

/**
 * A workbook that comes back, by how the draft that it was exported from had been read: its sheets by their names, its
 * headings wherever they are now, and the columns that the export added under our own titles. null: none of it is there.
 */
export function planDeVuelta(hojas: readonly HojaMirada[], partes: Plan['partes'], memorias: Memorias): Plan | null {
  const halladas = partes.flatMap(({ tabla, memoria }) => {
    const filas = hojas.find(h => h.nombre === memoria.hoja)?.primerasFilas.slice(0, FILAS_DE_BUSQUEDA) ?? []
    for (const [i, celdas] of filas.entries()) {
      const titulos = titulosDeFila(celdas)
      const c = deMemoria(memoria, memoria.hoja, i + 1, titulos)
      if (c) return [{ tabla, c: conAgregadas(c, titulos), recordada: memorias(huellaDe(titulos) ?? '') }]
    }
    return []
  })
  return halladas.length === 0 ? null : planDe(hojas, halladas)
}

function conAgregadas(c: Correspondencia, titulos: readonly string[]): Correspondencia {
  const estan = new Set([...c.columnas, ...c.fijos].map(x => x.key))
  const usados = new Set(c.columnas.map(x => x.indice))
  const desde = Math.max(-1, ...usados)
  const agregadas = columnasDeHoja(c.clase ?? 'unica').flatMap((def) => {
    const indice = titulos.findIndex((t, i) => i > desde && !usados.has(i) && t === def.titulo)
    return estan.has(def.key) || indice === -1 ? [] : [{ key: def.key, indice }]
  })
  return { ...c, columnas: [...c.columnas, ...agregadas] }
}
