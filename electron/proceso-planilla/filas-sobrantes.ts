/** Rows under the headings that are nobody's progress: totals, and the headings again. Left out, and always said. */
import type { Celda } from '../../shared/domain/celda.ts'
import { esVacia, limpiarTexto } from '../../shared/planilla/celda-texto.ts'
import { IDENTIDAD_DE_CLASE } from '../../shared/planilla/columnas.ts'
import { normalizarEncabezado } from '../../shared/planilla/encabezado.ts'
import type { TablaDetectada } from '../../shared/planilla/layout.ts'
import type { FilaLeida } from './lector.ts'

export type Sobrante = 'total' | 'encabezado'

const ES_TOTAL = /^(?:sub ?total(?:es)?|total(?:es)?|suma|sumatoria|promedios?|media)\b/

/** null: a row of data. */
export function esSobrante(f: FilaLeida, t: TablaDetectada): Sobrante | null {
  if (repiteEncabezados(f.celdas, t)) return 'encabezado'
  return esTotal(f.celdas, t) ? 'total' : null
}

function repiteEncabezados(celdas: readonly Celda[], { columnas }: TablaDetectada): boolean {
  let iguales = 0
  for (const { indice, titulo } of columnas) {
    const celda = celdas[indice] ?? null
    if (esVacia(celda)) continue
    if (typeof celda !== 'string' || normalizarEncabezado(celda) !== normalizarEncabezado(titulo)) return false
    iguales++
  }
  return iguales >= 2
}

/** Says "Total" first, and says nobody: what places a row in the tree is blank, or is that very word. */
function esTotal(celdas: readonly Celda[], { clase, columnas }: TablaDetectada): boolean {
  const primera = celdas.findIndex(c => !esVacia(c))
  const texto = celdas[primera]
  if (typeof texto !== 'string') return false
  if (!ES_TOTAL.test(limpiarTexto(texto).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase())) return false
  const deQuien = clase === 'cursos' ? IDENTIDAD_DE_CLASE.cursos : IDENTIDAD_DE_CLASE[clase].filter(k => !k.startsWith('curso.'))
  return columnas.filter(c => deQuien.includes(c.key)).every(c => c.indice === primera || esVacia(celdas[c.indice]))
}

/** Which rows were left out, and why, while a sheet is walked. */
export class Sobrantes {
  readonly totales: number[] = []
  readonly encabezados: number[] = []

  /** Whether the row is data; one that is not is noted. */
  esDeDatos(f: FilaLeida, t: TablaDetectada): boolean {
    const que = esSobrante(f, t)
    if (que !== null) (que === 'total' ? this.totales : this.encabezados).push(f.fila)
    return que === null
  }
}
