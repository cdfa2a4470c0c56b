/** What a match of columns leaves out, and whether it can be done at all. */
import type { Correspondencia } from '../ipc/modelos-asistente.ts'
import { COLUMNAS, IDENTIDAD_DE_CLASE, columnaDeKey, columnasDeHoja, type ClaseTabla, type ColumnaKey } from './columnas.ts'

/** Whether the key may be filled with one value for all: a RUT never. */
export const admiteFijo = (key: string): boolean => !['rut', 'dv'].includes(columnaDeKey(key)?.tipo ?? 'rut')

const presentes = (c: Pick<Correspondencia, 'columnas' | 'fijos'>): ReadonlySet<string> => new Set([...c.columnas, ...c.fijos].map(x => x.key))

const DE_CURSO: readonly ColumnaKey[] = ['curso.codigoOferta', 'curso.codigoGrupo']

/** Ours without which no row of that sheet can be placed. `conCursos`: another sheet says the course. */
export function obligatoriasDe(clase: ClaseTabla, conCursos: boolean): readonly ColumnaKey[] {
  return clase === 'alumnos' && !conCursos ? [...DE_CURSO, ...IDENTIDAD_DE_CLASE.alumnos] : IDENTIDAD_DE_CLASE[clase]
}

/**
 * Ours without which no row can be placed, and the others that SENCE asks for, of those that the match leaves out; by their
 * titles. `conCursos`: the workbook has a sheet of courses, which says them where this one does not.
 */
export function faltantes(c: Pick<Correspondencia, 'columnas' | 'fijos' | 'clase'>, conCursos = false): { faltan: string[]; vacias: string[] } {
  const estan = presentes(c)
  const { clase = 'unica' } = c
  const deFila = obligatoriasDe(clase, conCursos)
  const deClase = new Set(columnasDeHoja(clase).map(d => d.key))
  const titulos = (acepta: (key: ColumnaKey) => boolean): string[] => COLUMNAS.filter(d => !estan.has(d.key) && acepta(d.key)).map(d => d.titulo)
  const unaBasta = estan.has('modulo.actividades') || estan.has('actividad.codigoActividad')
  return {
    faltan: titulos(k => deFila.includes(k)),
    vacias: titulos(k => deClase.has(k) && (clase === 'unica' || !DE_CURSO.includes(k)) && !deFila.includes(k) && columnaDeKey(k)?.requerida === true && k !== 'actividad.codigoActividad' && !(k === 'modulo.actividades' && unaBasta)),
  }
}

/** Whether it says something that can be done: keys of ours, each once, and no RUT for all. */
export function esCorrecta(c: Correspondencia): boolean {
  const keys = [...c.columnas, ...c.fijos].map(x => x.key)
  const deClase: readonly string[] = columnasDeHoja(c.clase ?? 'unica').map(d => d.key)
  return keys.every(k => deClase.includes(k)) && new Set(keys).size === keys.length && c.fijos.every(f => admiteFijo(f.key))
}

/** Whether those sheets, each with another name, make one workbook: rows with everything, or alumnos and módulos apart with, perhaps, courses and activities. */
export function hacenLibro(cs: readonly Pick<Correspondencia, 'hoja' | 'clase'>[]): boolean {
  const clases = cs.map(c => c.clase ?? 'unica')
  if (new Set(cs.map(c => c.hoja)).size < cs.length) return false
  if (clases.every(c => c === 'unica')) return true
  return new Set(clases).size === clases.length && !clases.includes('unica') && clases.includes('alumnos') && clases.includes('modulos')
}
