/** Where a finding of the schemas stands: from a path of the tree to the cell that said it. */
import type { ColumnaKey } from './columnas.ts'
import { DE_ALUMNO, DE_MODULO, fallo, filaDe, type AlumnoArmado, type Lugar, type ModuloArmado } from './mesa-arbol.ts'
import { falloDe } from './mesa-tabla.ts'

const KEY_ALUMNO: ReadonlyMap<string, ColumnaKey> = new Map<string, ColumnaKey>([
  ['rutAlumno', 'alumno.rut'], ['dvAlumno', 'alumno.rut'], ['listaModulos', 'alumno.rut'], ...DE_ALUMNO.map(({ campo, key }) => [campo, key] as const),
])
const KEY_MODULO: ReadonlyMap<string, ColumnaKey> = new Map<string, ColumnaKey>([
  ['codigoModulo', 'modulo.codigoModulo'], ...DE_MODULO.map(({ campo, key }) => [campo, key] as const),
])

/**
 * null: the cell already has the error of its conversion (or, for a lack of activities, one of their cells has), or the
 * path names nothing of a row. Paths are those of AlumnoSchema.
 */
export function lugarDe(a: AlumnoArmado, path: readonly PropertyKey[]): Lugar | null {
  const [campo, i, campoModulo, j] = path
  if (campo !== 'listaModulos' || typeof i !== 'number') {
    const key = KEY_ALUMNO.get(String(campo))
    const fila = key && filaDe(a, key)
    return key && fila && !fallo(a, key) ? { fila, key } : null
  }
  const m = a.modulos[i]
  if (!m) return null
  if (campoModulo === 'listaActividades') return typeof j === 'number' ? (m.actividades[j] ?? null) : lugarDeLista(m)
  const key = KEY_MODULO.get(String(campoModulo))
  const fila = key && filaDe(m, key)
  return key && fila && !fallo(m, key) ? { fila, key } : null
}

/** Where a módulo without activities gets them: its list, or the activity column, or (they are in another sheet) its code. */
function lugarDeLista(m: ModuloArmado): Lugar | null {
  const fila = m.filas[0]
  if (!fila || m.filas.some(f => falloDe(f, 'modulo.actividades') || falloDe(f, 'actividad.codigoActividad'))) return null
  const key = (['modulo.actividades', 'actividad.codigoActividad'] as const).find(k => fila.tabla.col.has(k)) ?? 'modulo.codigoModulo'
  return { fila, key }
}
