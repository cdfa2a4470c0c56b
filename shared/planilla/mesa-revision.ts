/** Keeps every verdict up to date: all of them after an import, those that an edit touches after it. */
import type { ColumnaKey } from './columnas.ts'
import { desmarcar, situarCurso, validarCurso } from './mesa-curso.ts'
import { validarGrupo, type Contexto } from './mesa-grupo.ts'
import { Indices, type CursoMesa, type Grupo } from './mesa-indices.ts'
import type { Fila, TablaMesa } from './mesa-tabla.ts'

/** Rows between two reports of progress: some milliseconds of work. */
const TANDA = 1000

/** Columns that say which alumno and course a row belongs to. */
const IDENTIDAD: ReadonlySet<string> = new Set<ColumnaKey>(['curso.codigoOferta', 'curso.codigoGrupo', 'alumno.rut', 'alumno.dv'])
export const esDeIdentidad = (columna: string): boolean => IDENTIDAD.has(columna)

export class Revision {
  private indices = new Indices([])
  private readonly tablas: readonly TablaMesa[]
  private readonly ctx: () => Contexto

  constructor(tablas: readonly TablaMesa[], ctx: () => Contexto) {
    this.tablas = tablas
    this.ctx = ctx
  }

  get cursos(): ReadonlyMap<string, CursoMesa> {
    return this.indices.cursos
  }

  get grupos(): Iterable<Grupo> {
    return this.indices.grupos.values()
  }

  /** Judges everything. Yields now and then, so that the caller may report or give up; `total` counts each row twice. */
  *todo(): Generator<{ hechas: number; total: number }> {
    const total = 2 * this.tablas.reduce((n, t) => n + t.filas.length, 0)
    let hechas = 0
    for (const t of this.tablas) {
      for (const f of t.filas) {
        t.convertir(f)
        if (++hechas % TANDA === 0) yield { hechas, total }
      }
    }
    for (const t of this.tablas) for (const f of t.filas) f.deCurso = null
    this.indices = new Indices(this.tablas)
    for (const c of this.indices.cursos.values()) situarCurso(c, this.indices)
    const ctx = this.ctx()
    for (const g of this.indices.grupos.values()) {
      validarGrupo(g, ctx)
      const antes = hechas
      hechas += g.filas.length
      if (Math.floor(antes / TANDA) !== Math.floor(hechas / TANDA)) yield { hechas, total }
    }
    for (const c of this.indices.cursos.values()) validarCurso(c)
    yield { hechas: total, total }
  }

  /** Judges everything at once. */
  rehacer(): void {
    for (const _ of this.todo()) continue
  }

  /** Judges the alumnos anew; for a change outside of the cells (today's date, what SENCE accepted). */
  revisarAlumnos(): void {
    const ctx = this.ctx()
    for (const g of this.indices.grupos.values()) validarGrupo(g, ctx)
    for (const c of this.indices.cursos.values()) { desmarcar(c); validarCurso(c) }
  }

  /**
   * Judges what hangs from the rows that changed. `lugar`: their cells of identity or their being left out changed.
   * `deCurso`: a course's own data may have changed.
   */
  cambiar(filas: ReadonlySet<Fila>, lugar: boolean, deCurso: boolean): void {
    const { indices } = this
    if (lugar) {
      for (const f of filas) indices.aportar(f)
      if (indices.cambioHojaCurso(this.tablas) || indices.cambioUnico()) { this.rehacer(); return }
    }
    const grupos = new Set<Grupo>()
    const cursos = new Set<CursoMesa>()
    const sumarCurso = (f: Fila): void => {
      const c = f.tabla.clase === 'cursos' ? indices.cursos.get(f.claveCurso) : undefined
      if (c) cursos.add(c)
    }
    for (const f of filas) {
      sumarCurso(f)
      if (f.grupo) grupos.add(f.grupo)
      if (lugar) indices.reubicar(f, grupos)
      sumarCurso(f)
    }
    for (const g of grupos) {
      if (lugar) indices.ordenar(g)
      indices.limpiar(g)
      cursos.add(g.curso)
    }
    for (const c of cursos) if (situarCurso(c, indices)) for (const g of c.grupos) grupos.add(g)
    const ctx = this.ctx()
    for (const g of grupos) validarGrupo(g, ctx)
    // A course told by the rows of its alumnos is as dear as all of them: only when they may have changed it.
    const porJuzgar = [...cursos].filter(c => c.filas.length > 0 || c.marcadas.length > 0 || lugar || deCurso)
    for (const c of porJuzgar) desmarcar(c)
    for (const c of porJuzgar) { validarCurso(c); indices.limpiarCurso(c) }
  }

  /** Rows that are about to leave their tables. They are blank, and were judged so. */
  olvidar(filas: ReadonlySet<Fila>): void {
    const cursos = this.indices.olvidar(filas)
    for (const c of cursos) this.indices.limpiarCurso(c)
  }
}
