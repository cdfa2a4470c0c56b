/** Which rows are shown, and in which order. */
import type { Causa } from '../domain/causas.ts'
import type { Recorte } from '../ipc/modelos-edicion.ts'
import type { FiltroFilas } from '../ipc/modelos.ts'
import { limpiarTexto } from './celda-texto.ts'
import { filasQuePasan, normalizarBusqueda, rutBuscable } from './mesa-busqueda.ts'
import { claveDeCurso, type CursoMesa, type Grupo } from './mesa-indices.ts'
import { ordenarFilas } from './mesa-orden.ts'
import { vistaDe, type Fila, type TablaMesa } from './mesa-tabla.ts'

/** `causa`: rows where it is found. */
export interface Consulta extends Recorte { filtro: FiltroFilas; buscar: string; causa?: Causa | undefined }

/** Ids of the rows that pass all of it, in sheet order unless another is asked for. `solo`: ids to choose from. */
export function indiceDe(t: TablaMesa, c: Consulta, cursos: ReadonlyMap<string, CursoMesa>, solo: ReadonlySet<number> | null): Int32Array {
  let filas = filasQuePasan(t, c.filtro, c.buscar, solo)
  if (c.curso) {
    const clave = claveDeCurso(c.curso.codigoOferta, c.curso.codigoGrupo)
    filas = filas.filter(f => f.claveCurso === clave)
  }
  if (c.alumno !== undefined && limpiarTexto(c.alumno) !== '') filas = filas.filter(deAlumno(c.alumno, cursos))
  return c.orden ? ordenarFilas(t, filas, c.orden) : Int32Array.from(filas, f => f.id)
}

/** By RUT in any written form, or by part of the name, in whatever sheet the name is. A course's row passes with its alumnos. */
function deAlumno(texto: string, cursos: ReadonlyMap<string, CursoMesa>): (f: Fila) => boolean {
  const nombre = normalizarBusqueda(texto)
  const rut = /^[\d.\-k ]+$/.test(nombre) ? nombre.replace(/[^\dk]/g, '') : ''
  const vistos = new Map<Grupo, boolean>()
  const esSuyo = (g: Grupo): boolean => {
    let es = vistos.get(g)
    if (es === undefined) {
      const [primera] = g.filas
      es = primera !== undefined && ((rut !== '' && rutBuscable(primera).includes(rut)) || g.filas.some(f => normalizarBusqueda(vistaDe(f, 'alumno.nombre')).includes(nombre)))
      vistos.set(g, es)
    }
    return es
  }
  return f => (f.grupo ? esSuyo(f.grupo) : [...(cursos.get(f.claveCurso)?.grupos ?? [])].some(esSuyo))
}
