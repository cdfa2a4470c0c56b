/** The draft as it can be looked at: its rows, its problems, its courses. What changes it is in mesa.ts. */
import { indexarAvances, indexarFechas, type UltimoAvance } from '../domain/avance.ts'
import type { Causa } from '../domain/causas.ts'
import type { Curso } from '../domain/curso.ts'
import type { FechaIso } from '../domain/fecha.ts'
import type { Nivel } from '../domain/problema.ts'
import type { Cambios, GrupoCausa, Propuesta } from '../ipc/modelos-causas.ts'
import type { Hallada, PedidoBusqueda, Recorte, Reemplazos } from '../ipc/modelos-edicion.ts'
import type { Pregunta } from '../ipc/modelos-preguntas.ts'
import type { BorradorResumen, FilaVista, FiltroFilas, ProblemaVista, ResumenCurso } from '../ipc/modelos.ts'
import type { AlumnoPrevio, PedidoArbol } from '../ipc/modelos-previo.ts'
import { HOJAS } from './columnas.ts'
import { textoDeComando, type Comando } from './comandos.ts'
import { compararCorregida, type CeldaDistinta, type Correccion } from './correccion.ts'
import { Historia } from './historia.ts'
import type { Disposicion } from './layout.ts'
import type { IdLectura } from './lecturas.ts'
import { arbolDeCurso, nombresDe } from './mesa-arbol-previo.ts'
import { proponer, type Pedido } from './mesa-arreglos.ts'
import { MAXIMO_CAMBIOS, describirCambios } from './mesa-cambios.ts'
import { PorCausa } from './mesa-causas.ts'
import { Escritura } from './mesa-escritura.ts'
import { indiceDe } from './mesa-filtro.ts'
import type { Contexto } from './mesa-grupo.ts'
import { claveDeCurso } from './mesa-indices.ts'
import { preguntasDe } from './mesa-preguntas.ts'
import { textoDeRango } from './mesa-rangos.ts'
import { contarSinCambios } from './mesa-rechazos.ts'
import { Busquedas } from './mesa-reemplazo.ts'
import { Revision } from './mesa-revision.ts'
import { armarCurso, compararCursos, resumirCursos, type PrevioDeCurso } from './mesa-salida.ts'
import { TablaMesa, type TablaBase } from './mesa-tabla.ts'
import { filaVista, listarProblemas, tablaVista } from './mesa-vista.ts'
import { observarTabla, type TablaObservada } from './observaciones.ts'

export interface MesaNueva { nombreArchivo: string; disposicion: Disposicion; tablas: TablaBase[]; notas: string[]; hoy: FechaIso; previos: readonly UltimoAvance[] }

export abstract class MesaLegible {
  private readonly nombreArchivo: string
  private readonly disposicion: Disposicion
  private readonly notas: string[]
  protected readonly tablas: TablaMesa[]
  protected readonly revision: Revision
  protected readonly porCausa: PorCausa
  protected readonly busquedas: Busquedas
  protected readonly escritura: Escritura
  protected ctx: Contexto
  protected readonly historia = new Historia()
  protected cambios = 0

  /** Throws on a table whose columns are unknown or repeated: the caller writes them from `detectarDisposicion`. */
  constructor(o: MesaNueva) {
    this.nombreArchivo = o.nombreArchivo
    this.disposicion = o.disposicion
    this.notas = o.notas
    this.tablas = o.tablas.map((t, i) => new TablaMesa(t, i))
    this.ctx = { hoy: o.hoy, previos: indexarAvances(o.previos), fechas: indexarFechas(o.previos), hojas: { ...HOJAS, ...Object.fromEntries(this.tablas.map(t => [t.clase, t.hoja])) } }
    this.revision = new Revision(this.tablas, () => this.ctx)
    this.porCausa = new PorCausa(this.tablas)
    this.busquedas = new Busquedas(this.tablas)
    this.escritura = new Escritura(this.tablas)
  }

  /** Grows with each change. */
  get version(): number {
    return this.cambios
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
      sinCambiosTrasRechazo: contarSinCambios(this.escritura.marcas, this.tablas, this.revision.cursos),
    }
  }

  /** Ids of the rows that pass, in the order asked for; none for an unknown table. */
  indice(tabla: string, filtro: FiltroFilas, buscar: string, causa?: Causa, recorte: Recorte = {}): Int32Array {
    const t = this.tabla(tabla)
    return t ? indiceDe(t, { filtro, buscar, ...recorte }, this.revision.cursos, causa === undefined ? null : this.porCausa.filas(this.version, causa, tabla)) : new Int32Array()
  }

  /** The match after (or before) a cell, in the order of the workbook, going round at the end; and how many there are. */
  encontrar(p: PedidoBusqueda, desde: Parameters<Busquedas['vecina']>[2], haciaAtras: boolean): { total: number; hallada: Hallada | null } {
    return this.busquedas.vecina(this.version, p, desde, haciaAtras)
  }

  /** What replacing would do. */
  reemplazos(p: PedidoBusqueda, por: string): Reemplazos {
    return this.busquedas.proponer(this.version, p, por)
  }

  /** The cells as a spreadsheet takes them from the clipboard: tabs between columns, newlines between rows. */
  copiar(tabla: string, filas: ArrayLike<number>, columnas: readonly string[]): string {
    const t = this.tabla(tabla)
    return t ? textoDeRango(t, { filas, columnas }) : ''
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

  /** What the cells of each column alone do not say: which is the month, what the dot separates. */
  preguntas(): Pregunta[] {
    return preguntasDe(this.causas(), p => this.arreglos(p))
  }

  /** How the columns of a table are read, of those of which it was said. */
  lecturas(tabla: string): { nombreArchivo: string; hoja: string; lecturas: { key: string; lecturas: IdLectura[] }[] } {
    const t = this.tabla(tabla)
    const lecturas = t?.columnas.map((c, col) => ({ key: c.key, lecturas: [...t.lecturasDe(col)] })).filter(l => l.lecturas.length > 0) ?? []
    return { nombreArchivo: this.nombreArchivo, hoja: t?.hoja ?? '', lecturas }
  }

  /** The commands of the draft in words, in the order of time; those after `aplicados` are undone. */
  listaDeCambios(): Cambios {
    const { todos, aplicados } = this.historia
    const desde = Math.max(0, todos.length - MAXIMO_CAMBIOS)
    return { total: todos.length, aplicados, cambios: describirCambios(todos.slice(desde), desde, id => this.tabla(id)) }
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

  /** A course alumno by alumno, against what SENCE last accepted. */
  arbol(p: PedidoArbol): { total: number; alumnos: AlumnoPrevio[] } {
    return arbolDeCurso(this.revision.cursos.get(claveDeCurso(p.codigoOferta, p.codigoGrupo)), this.ctx, p)
  }

  nombres(): { rut: string; nombre: string }[] {
    return nombresDe(this.tablas)
  }

  /** What the workbook with observations says, sheet by sheet. */
  observaciones(): TablaObservada[] {
    return this.tablas.map(observarTabla)
  }

  /** What the same workbook says now that it did not when it was exported, `distintas` being its cells that were not the file's. */
  compararCon(corregida: MesaLegible, distintas: readonly CeldaDistinta[]): Correccion {
    return compararCorregida(this.tablas, corregida.tablas, distintas)
  }

  protected tabla(id: string): TablaMesa | undefined {
    return this.tablas.find(t => t.id === id)
  }

  private decir(c: Comando | null): string | null {
    return c ? textoDeComando(c, id => this.tabla(id)?.hoja) : null
  }
}
