/** What leaves the draft: the courses as they would be sent, and how they stand against what SENCE last accepted. */
import { AlumnoSchema } from '../domain/alumno.ts'
import type { Cambio } from '../domain/avance.ts'
import type { Curso } from '../domain/curso.ts'
import type { FechaIso } from '../domain/fecha.ts'
import type { ResumenCurso } from '../ipc/modelos.ts'
import { armarAlumno } from './mesa-arbol.ts'
import { datosDeCurso } from './mesa-curso.ts'
import { cambioDe, type Contexto } from './mesa-grupo.ts'
import { porOrden, type CursoMesa, type Grupo } from './mesa-indices.ts'
import type { Fila } from './mesa-tabla.ts'

/** Counts of módulos: new, with more progress, with the same, with less. */
export interface PrevioDeCurso { codigoOferta: string; codigoGrupo: string; nuevos: number; mas: number; iguales: number; menos: number }
const CONTADOR: Readonly<Record<Cambio, 'nuevos' | 'mas' | 'iguales' | 'menos'>> = { nuevo: 'nuevos', mas: 'mas', igual: 'iguales', menos: 'menos' }

const comparar = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Those with something to report, by code. */
function cursosVivos(cursos: ReadonlyMap<string, CursoMesa>): CursoMesa[] {
  return [...cursos.values()].filter(c => c.existe && !c.fuera && (c.alumnos > 0 || c.filas.length > 0))
    .sort((a, b) => comparar(a.codigoOferta, b.codigoOferta) || comparar(a.codigoGrupo, b.codigoGrupo))
}

export function resumirCursos(cursos: ReadonlyMap<string, CursoMesa>): ResumenCurso[] {
  return cursosVivos(cursos).map(({ codigoOferta, codigoGrupo, alumnos, modulos, conError, bloqueado }) => ({
    codigoOferta, codigoGrupo, alumnos, modulos, enviables: bloqueado ? 0 : alumnos - conError, conError: bloqueado ? alumnos : conError,
  }))
}

/** Only alumnos that can be sent, in sheet order, `cuantos` from place `desde`; null when there are none. `total` counts them all. */
export function armarCurso(c: CursoMesa, hoy: FechaIso, desde: number, cuantos: number): { total: number; curso: Curso } | null {
  if (c.bloqueado || !c.existe) return null
  const listaAlumnos: Curso['listaAlumnos'] = []
  const enviables = [...c.grupos].filter(x => x.estado === 'enviable').sort(porPrimeraFila)
  for (const g of enviables.slice(desde, desde + cuantos)) {
    const leido = AlumnoSchema.safeParse(armarAlumno(g, hoy).valores)
    if (leido.success) listaAlumnos.push(leido.data)
  }
  const { codigoOferta, codigoGrupo } = c
  return listaAlumnos.length === 0 ? null : { total: enviables.length, curso: { ...datosDeCurso(c), codigoOferta, codigoGrupo, listaAlumnos } }
}

const porPrimeraFila = (a: Grupo, b: Grupo): number => {
  const [x] = a.filas
  const [y] = b.filas
  return x && y ? porOrden(x, y) : 0
}

export function compararCursos(cursos: ReadonlyMap<string, CursoMesa>, ctx: Contexto): PrevioDeCurso[] {
  return cursosVivos(cursos).map(c => {
    const p: PrevioDeCurso = { codigoOferta: c.codigoOferta, codigoGrupo: c.codigoGrupo, nuevos: 0, mas: 0, iguales: 0, menos: 0 }
    for (const g of c.grupos) for (const { cambio } of comparados(g, ctx)) p[CONTADOR[cambio]]++
    return p
  })
}

/** Rows of the módulos whose progress is what SENCE last accepted, in sheet order. */
export function filasSinCambios(grupos: Iterable<Grupo>, ctx: Contexto): Fila[] {
  const filas: Fila[] = []
  for (const g of grupos) for (const m of comparados(g, ctx)) if (m.cambio === 'igual') filas.push(...m.filas)
  return filas.sort(porOrden)
}

/** The módulos of an alumno that is not left out, with their change where it can be known. */
function comparados(g: Grupo, ctx: Contexto): { cambio: Cambio; filas: Fila[] }[] {
  if (g.alumnos === 0) return []
  const a = armarAlumno(g, ctx.hoy)
  return a.modulos.flatMap(m => {
    const c = cambioDe(g, a, m, ctx.previos)
    return c ? [{ cambio: c.cambio, filas: m.filas }] : []
  })
}
