/** The draft in memory: the file's rows, what the person did to them, and what is wrong at every moment. */
import { indexarAvances, type UltimoAvance } from '../domain/avance.ts'
import type { Causa } from '../domain/causas.ts'
import type { Curso } from '../domain/curso.ts'
import type { FechaIso } from '../domain/fecha.ts'
import type { Nivel } from '../domain/problema.ts'
import type { Cambios, GrupoCausa, Propuesta } from '../ipc/modelos-causas.ts'
import type { BorradorResumen, FilaVista, FiltroFilas, ProblemaVista, ResumenCurso } from '../ipc/modelos.ts'
import { HOJAS } from './columnas.ts'
import { invertir, textoDeComando, type Comando } from './comandos.ts'
import { Historia } from './historia.ts'
import type { Disposicion } from './layout.ts'
import { arreglar, proponer, type Pedido } from './mesa-arreglos.ts'
import { buscarFilas } from './mesa-busqueda.ts'
import { MAXIMO_CAMBIOS, describirCambios } from './mesa-cambios.ts'
import { PorCausa } from './mesa-causas.ts'
import { completarColumnas } from './mesa-columnas.ts'
import { prepararEdicion, prepararExclusion, type CambioDeCelda } from './mesa-edicion.ts'
import { Escritura } from './mesa-escritura.ts'
import type { Contexto } from './mesa-grupo.ts'
import { claveDeCurso } from './mesa-indices.ts'
import { prepararCorreccion } from './mesa-rechazos.ts'
import { Revision } from './mesa-revision.ts'
import { armarCurso, compararCursos, filasSinCambios, resumirCursos, type PrevioDeCurso } from './mesa-salida.ts'
import { TablaMesa, type FilaBase, type TablaBase } from './mesa-tabla.ts'
import type { AlumnoRechazado } from './rechazo.ts'
import { filaVista, listarProblemas, tablaVista } from './mesa-vista.ts'

export type { CambioDeCelda } from './mesa-edicion.ts'
export type { FilaBase, TablaBase } from './mesa-tabla.ts'

export class Mesa {
  private readonly nombreArchivo: string
  private readonly disposicion: Disposicion
  private readonly notas: string[]
  private readonly tablas: TablaMesa[]
  private readonly revision: Revision
  private readonly porCausa: PorCausa
  private readonly escritura: Escritura
  private ctx: Contexto
  private readonly historia = new Historia()
  private completa = false
  private validada = false
  private cambios = 0

  /** Throws on a table whose columns are unknown or repeated: the caller writes them from `detectarDisposicion`. */
  constructor(o: { nombreArchivo: string; disposicion: Disposicion; tablas: TablaBase[]; notas: string[]; hoy: FechaIso; previos: readonly UltimoAvance[] }) {
    this.nombreArchivo = o.nombreArchivo
    this.disposicion = o.disposicion
    this.notas = o.notas
    this.tablas = o.tablas.map((t, i) => new TablaMesa(t, i))
    this.ctx = { hoy: o.hoy, previos: indexarAvances(o.previos), hojas: { ...HOJAS, ...Object.fromEntries(this.tablas.map(t => [t.clase, t.hoja])) } }
    this.revision = new Revision(this.tablas, () => this.ctx)
    this.porCausa = new PorCausa(this.tablas)
    this.escritura = new Escritura(this.tablas)
  }

  /** Grows with each change. */
  get version(): number {
    return this.cambios
  }

  /** While importing. Blank rows are passed over; rows come in sheet order, with ids unique within their table. */
  agregarFilas(tabla: string, filas: readonly FilaBase[]): void {
    this.tabla(tabla)?.agregarFilas(filas)
  }

  /** After the last row. */
  validar(): void {
    for (const _ of this.validarPorPartes()) continue
  }

  /** The same in parts, so that the host can report progress and be cancelled; a draft half judged is to be thrown away. */
  *validarPorPartes(): Generator<{ hechas: number; total: number }> {
    this.completarColumnas()
    yield* this.revision.todo()
    this.validada = true
    this.cambios++
  }

  resumen(id: string): BorradorResumen {
    const { hecho, porRehacer } = this.historia
    const sumar = (que: 'errores' | 'avisos' | 'informaciones'): number => this.tablas.reduce((n, t) => n + t[que], 0)
    return {
      id, nombreArchivo: this.nombreArchivo, disposicion: this.disposicion, version: this.version,
      tablas: this.tablas.map(tablaVista), cursos: this.cursos(),
      errores: sumar('errores'), avisos: sumar('avisos'), informaciones: sumar('informaciones'),
      puedeDeshacer: hecho !== null, puedeRehacer: porRehacer !== null,
      textoDeshacer: this.decir(hecho), textoRehacer: this.decir(porRehacer), notas: this.notas,
    }
  }

  /** Ids of the rows that pass, in sheet order; none for an unknown table. */
  indice(tabla: string, filtro: FiltroFilas, buscar: string, causa?: Causa): Int32Array {
    const t = this.tabla(tabla)
    return t ? buscarFilas(t, filtro, buscar, causa === undefined ? null : this.porCausa.filas(this.version, causa, tabla)) : new Int32Array()
  }

  /** In the order asked for; unknown ids are passed over. */
  filas(tabla: string, ids: readonly number[]): FilaVista[] {
    return this.tabla(tabla)?.buscar(ids).map(filaVista) ?? []
  }

  /** In sheet order; errors, then avisos, then informaciones. `desde` counts from 0. */
  problemas(nivel: Nivel | 'todos', desde: number, cuantos: number, causa?: Causa): { total: number; problemas: ProblemaVista[] } {
    return causa === undefined ? listarProblemas(this.tablas, nivel, desde, cuantos) : this.porCausa.problemas(this.version, causa, desde, cuantos)
  }

  /** What was found, by cause: errors, then avisos, then informaciones; the most frequent first. */
  causas(): GrupoCausa[] {
    return this.porCausa.resumir(this.version)
  }

  /** What can be done at once about the cells of a cause in one column, and what the chosen option would do. */
  arreglos(p: Pedido): Propuesta {
    return proponer(this.tabla(p.tabla), this.porCausa.lista(this.version, p.causa), p, this.ctx.hoy)
  }

  /** Does it, as one command. null: nothing changed. */
  arreglar(p: Pedido): Comando | null {
    const a = arreglar(this.tabla(p.tabla), this.porCausa.lista(this.version, p.causa), p, this.ctx.hoy)
    if (a === null) return null
    return a.tipo === 'celdas' ? this.editar(p.tabla, a.cambios, p.causa) : this.excluir(p.tabla, a.filas, true, p.causa)
  }

  /** The commands of the draft in words, in the order of time; those after `aplicados` are undone. */
  listaDeCambios(): Cambios {
    const { todos, aplicados } = this.historia
    const desde = Math.max(0, todos.length - MAXIMO_CAMBIOS)
    return { total: todos.length, aplicados, cambios: describirCambios(todos.slice(desde), desde, id => this.tabla(id)) }
  }

  /** Undoes or redoes until `aplicados` commands stand. Answers how many do. */
  irA(aplicados: number): number {
    while (this.historia.aplicados > aplicados && this.deshacer()) continue
    while (this.historia.aplicados < aplicados && this.rehacer()) continue
    return this.historia.aplicados
  }

  /** Types texts into cells (prepararEdicion). null: nothing changed. */
  editar(tabla: string, cambios: readonly CambioDeCelda[], causa?: Causa): Comando | null {
    const t = this.tabla(tabla)
    return t ? this.hacer(prepararEdicion(t, cambios, causa)) : null
  }

  /** Leaves rows out, or takes them in again. null: nothing changed. */
  excluir(tabla: string, filas: readonly number[], excluir: boolean, causa?: Causa): Comando | null {
    const t = this.tabla(tabla)
    return t ? this.hacer(prepararExclusion(t, filas, excluir, causa)) : null
  }

  /**
   * Leaves out the módulos whose progress is what SENCE last accepted [I22]. An alumno left with none is left out with
   * them. null: there are none.
   */
  excluirSinCambios(): Comando | null {
    const filas = filasSinCambios(this.revision.grupos, this.ctx)
    const tabla = filas[0]?.tabla.id
    return tabla === undefined ? null : this.excluir(tabla, filas.map(f => f.id), true)
  }

  /**
   * Leaves in only the alumnos that SENCE refused, its words on the cells that they may be about, as one command. null:
   * the draft has none of them.
   */
  corregir(rechazados: readonly AlumnoRechazado[]): Comando | null {
    const c = prepararCorreccion(this.tablas, this.revision.cursos, rechazados)
    return c.alumnos === 0 ? null : this.hacer({ tipo: 'corregir', ...c, marcasAntes: this.escritura.marcas })
  }

  /** The command that was undone; null when there is none. */
  deshacer(): Comando | null {
    const c = this.historia.retroceder()
    if (c) this.aplicar(invertir(c))
    return c
  }

  /** The command that was done again; null when there is none. */
  rehacer(): Comando | null {
    const c = this.historia.avanzar()
    if (c) this.aplicar(c)
    return c
  }

  /**
   * Replay from disk onto the file's rows: the whole list of commands and how many of them stand. Cheapest before
   * `validar`; after it, everything is judged again.
   */
  rehacerDesde(comandos: readonly Comando[], aplicados: number): void {
    this.completarColumnas()
    for (const c of this.historia.cargar(comandos, aplicados)) this.escritura.escribir(c)
    if (this.validada) this.validar()
  }

  ponerPrevios(previos: readonly UltimoAvance[]): void {
    this.ctx = { ...this.ctx, previos: indexarAvances(previos) }
    this.reconsiderar()
  }

  /** Today's date, the default of fechaEjecucion [I22]. */
  ponerHoy(hoy: FechaIso): void {
    if (hoy === this.ctx.hoy) return
    this.ctx = { ...this.ctx, hoy }
    this.reconsiderar()
  }

  /** Courses with something to report, by code. */
  cursos(): ResumenCurso[] {
    return resumirCursos(this.revision.cursos)
  }

  /**
   * The course as it would be sent, with only the alumnos that can be, in sheet order; the defaults of [I22] filled in.
   * null: there is no such course, or nothing of it can be sent.
   */
  curso(codigoOferta: string, codigoGrupo: string): Curso | null {
    return this.parteDeCurso(codigoOferta, codigoGrupo, 0, Infinity)?.curso ?? null
  }

  /** The same with at most `cuantos` of its alumnos, from the one in place `desde`; `total` counts them all. */
  parteDeCurso(codigoOferta: string, codigoGrupo: string, desde: number, cuantos: number): { total: number; curso: Curso } | null {
    const c = this.revision.cursos.get(claveDeCurso(codigoOferta, codigoGrupo))
    return c ? armarCurso(c, this.ctx.hoy, desde, cuantos) : null
  }

  /** The módulos of each course that are not left out, against what SENCE last accepted. */
  previo(): PrevioDeCurso[] {
    return compararCursos(this.revision.cursos, this.ctx)
  }

  private tabla(id: string): TablaMesa | undefined {
    return this.tablas.find(t => t.id === id)
  }

  private decir(c: Comando | null): string | null {
    return c ? textoDeComando(c, c.tipo === 'corregir' ? undefined : this.tabla(c.tabla)?.hoja) : null
  }

  private completarColumnas(): void {
    if (this.completa) return
    completarColumnas(this.tablas)
    this.completa = true
  }

  private reconsiderar(): void {
    if (!this.validada) return
    this.revision.revisarAlumnos()
    this.cambios++
  }

  private hacer(c: Comando | null): Comando | null {
    if (c === null) return null
    this.historia.agregar(c)
    this.aplicar(c)
    return c
  }

  private aplicar(c: Comando): void {
    const { filas, lugar, deCurso } = this.escritura.escribir(c)
    this.cambios++
    if (this.validada) this.revision.cambiar(filas, lugar, deCurso)
  }
}
