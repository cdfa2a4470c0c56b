/** What a match of columns leaves out, and whether it can be done at all. */
import type { Correspondencia } from '../ipc/modelos-asistente.ts'
import { COLUMNAS, IDENTIDAD_DE_CLASE, columnaDeKey, type ColumnaKey } from './columnas.ts'

/** Whether the key may be filled with one value for all: a RUT never. */
export const admiteFijo = (key: string): boolean => !['rut', 'dv'].includes(columnaDeKey(key)?.tipo ?? 'rut')

const presentes = (c: Pick<Correspondencia, 'columnas' | 'fijos'>): ReadonlySet<string> => new Set([...c.columnas, ...c.fijos].map(x => x.key))

/** Ours without which no row can be placed, and the others that SENCE asks for, of those that the match leaves out; by their titles. */
export function faltantes(c: Pick<Correspondencia, 'columnas' | 'fijos'>): { faltan: string[]; vacias: string[] } {
  const estan = presentes(c)
  const deFila: readonly ColumnaKey[] = IDENTIDAD_DE_CLASE.unica
  const titulos = (acepta: (key: ColumnaKey) => boolean): string[] => COLUMNAS.filter(d => !estan.has(d.key) && acepta(d.key)).map(d => d.titulo)
  const unaBasta = estan.has('modulo.actividades') || estan.has('actividad.codigoActividad')
  return {
    faltan: titulos(k => deFila.includes(k)),
    vacias: titulos(k => !deFila.includes(k) && columnaDeKey(k)?.requerida === true && k !== 'actividad.codigoActividad' && !(k === 'modulo.actividades' && unaBasta)),
  }
}

/** Whether it says something that can be done: keys of ours, each once, and no RUT for all. */
export function esCorrecta(c: Correspondencia): boolean {
  const keys = [...c.columnas, ...c.fijos].map(x => x.key)
  return keys.every(k => columnaDeKey(k) !== undefined) && new Set(keys).size === keys.length && c.fijos.every(f => admiteFijo(f.key))
}
