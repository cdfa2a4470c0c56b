/** Columns that the file lacked and its rows need: they appear empty, so that they can be filled in. */
import { COLUMNAS, columnasDeHoja, type ColumnaKey } from './columnas.ts'
import { limpiarTexto, textoDeCelda } from './celda-texto.ts'
import type { TablaMesa } from './mesa-tabla.ts'

/** Not required, but with a default that the person must be able to see and change [I22]. */
const CON_DEFECTO: ReadonlySet<ColumnaKey> = new Set(['alumno.estado', 'alumno.fechaEjecucion'])
const DE_CURSO: ReadonlySet<ColumnaKey> = new Set(['curso.codigoOferta', 'curso.codigoGrupo'])

/** Depends only on the file, so that a draft read from disk gets the same columns. */
export function completarColumnas(tablas: readonly TablaMesa[]): void {
  const unCurso = cursosEscritos(tablas) === 1
  const hayActividades = tablas.some(t => t.clase === 'actividades')
  for (const t of tablas) {
    const keys = new Set(columnasDeHoja(t.clase).filter(c => c.requerida || CON_DEFECTO.has(c.key)).map(c => c.key))
    if (unCurso) for (const key of DE_CURSO) keys.delete(key)
    if (t.clase === 'modulos' && hayActividades) keys.delete('modulo.actividades')
    if (t.clase === 'unica') keys.delete(t.col.has('actividad.codigoActividad') ? 'modulo.actividades' : 'actividad.codigoActividad')
    t.completar(keys)
  }
}

/** Different courses that the file names; with one only, a blank means it and no column is missed. */
function cursosEscritos(tablas: readonly TablaMesa[]): number {
  const deCurso = tablas.filter(t => t.clase === 'cursos' && t.filas.length > 0)
  const vistos = new Set<string>()
  for (const t of deCurso.length > 0 ? deCurso : tablas.filter(x => x.clase === 'alumnos' || x.clase === 'unica')) {
    const cols = COLUMNAS.filter(c => DE_CURSO.has(c.key)).map(c => t.col.get(c.key))
    for (const f of t.filas) {
      const codigos = cols.map(col => (col === undefined ? '' : limpiarTexto(textoDeCelda(f.base[col]))))
      if (codigos.every(c => c !== '')) vistos.add(codigos.join('\u0001'))
    }
  }
  return vistos.size
}
