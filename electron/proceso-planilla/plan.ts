/** Which sheets, rows and columns of a workbook are read: what its headings say, what the person said of them, or both. */
import { ok, type Result } from '../../shared/ipc/result.ts'
import type { Correspondencia } from '../../shared/ipc/modelos-asistente.ts'
import type { Celda } from '../../shared/domain/celda.ts'
import { columnaDeKey } from '../../shared/planilla/columnas.ts'
import { deMemoria, huellaDe } from '../../shared/planilla/correspondencia.ts'
import { faltantes } from '../../shared/planilla/correspondencia-faltas.ts'
import { titulosDeFila } from '../../shared/planilla/encabezado-probable.ts'
import type { IdLectura } from '../../shared/planilla/lecturas.ts'
import { detectarDisposicion, esDeAyuda, FILAS_DE_BUSQUEDA, type Disposicion, type TablaDetectada } from '../../shared/planilla/layout.ts'
import type { Recordada } from './almacen-correspondencias.ts'
import { fallarCon } from './fallas.ts'

export interface TablaPlaneada extends TablaDetectada {
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
    return { ...t, fijos: [], huella, lecturas: lecturasDe(huella === null ? null : memorias(huella)) }
  })
  return ok({ disposicion: d.disposicion, tablas, ignoradas: d.ignoradas, gemelas: d.gemelas, usada: null })
}

const lecturasDe = (r: Recordada | null): TablaPlaneada['lecturas'] => new Map(r?.memoria.lecturas.map(l => [l.key, l.lecturas]) ?? [])

/** The first headings that a match is remembered for; the sheet of the same name before the others. */
function planRecordado(hojas: readonly HojaMirada[], memorias: Memorias): Plan | null {
  const hallados = hojas.filter(h => !esDeAyuda(h.nombre)).flatMap(hoja => hoja.primerasFilas.slice(0, FILAS_DE_BUSQUEDA).flatMap((celdas, i) => {
    const titulos = titulosDeFila(celdas)
    const huella = huellaDe(titulos)
    const recordada = huella === null ? null : memorias(huella)
    const c = recordada && deMemoria(recordada.memoria, hoja.nombre, i + 1, titulos)
    return recordada && c && faltantes(c).faltan.length === 0 ? [{ hoja, recordada, c }] : []
  }))
  const elegido = hallados.find(x => x.hoja.nombre === x.recordada.memoria.hoja) ?? hallados[0]
  if (!elegido) return null
  const { recordada, c } = elegido
  const plan = planDe(hojas, c, recordada)
  return { ...plan, gemelas: [...new Set(hallados.map(x => x.hoja.nombre))].filter(n => n !== c.hoja), usada: { id: recordada.id, nombre: recordada.nombre } }
}

/** What the person said, over a workbook that has that sheet and that row. */
export function planDe(hojas: readonly HojaMirada[], c: Correspondencia, recordada: Recordada | null): Plan {
  const celdas = hojas.find(h => h.nombre === c.hoja)?.primerasFilas[c.fila - 1] ?? []
  const titulos = titulosDeFila(celdas)
  const usados = new Set(c.columnas.map(x => x.indice))
  const columnas = c.columnas.flatMap(({ key, indice }) => {
    const def = columnaDeKey(key)
    return def ? [{ key: def.key, indice, titulo: titulos[indice] || def.titulo }] : []
  })
  const tabla: TablaPlaneada = {
    hoja: c.hoja, clase: 'unica', filaEncabezado: c.fila - 1, columnas, fijos: c.fijos,
    ignoradas: titulos.filter((t, i) => t !== '' && !usados.has(i)), huella: huellaDe(titulos), lecturas: lecturasDe(recordada),
  }
  return { disposicion: 'hoja-unica', tablas: [tabla], ignoradas: hojas.map(h => h.nombre).filter(n => n !== c.hoja), gemelas: [], usada: recordada && { id: recordada.id, nombre: recordada.nombre } }
}
