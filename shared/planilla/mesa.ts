/** The draft in memory: the file's rows, what the person did to them, and what is wrong at every moment. */
import { indexarAvances, indexarFechas, type UltimoAvance } from '../domain/avance.ts'
import type { Causa } from '../domain/causas.ts'
import type { FechaIso } from '../domain/fecha.ts'
import type { PedidoBusqueda } from '../ipc/modelos-edicion.ts'
import { invertir, type Comando } from './comandos.ts'
import { prepararTraida, type Correccion } from './correccion.ts'
import { arreglar, type Pedido } from './mesa-arreglos.ts'
import { completarColumnas } from './mesa-columnas.ts'
import { prepararEdicion, prepararExclusion, type CambioDeCelda } from './mesa-edicion.ts'
import { claveDeCurso } from './mesa-indices.ts'
import { MesaLegible } from './mesa-lectura.ts'
import { prepararBloque, prepararFilas, prepararRelleno, prepararRetiro, type Bloque, type Rango } from './mesa-rangos.ts'
import { prepararCorreccion } from './mesa-rechazos.ts'
import type { Busquedas } from './mesa-reemplazo.ts'
import { filasSinCambios } from './mesa-salida.ts'
import type { Fila, FilaBase } from './mesa-tabla.ts'
import type { AlumnoRechazado } from './rechazo.ts'

export type { CambioDeCelda } from './mesa-edicion.ts'
export type { FilaBase, TablaBase } from './mesa-tabla.ts'

export class Mesa extends MesaLegible {
  private completa = false
  private validada = false

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

  /** Does it, as one command. null: nothing changed. */
  arreglar(p: Pedido): Comando | null {
    const a = arreglar(this.tabla(p.tabla), this.porCausa.lista(this.version, p.causa), p, this.ctx.hoy)
    if (a === null) return null
    if (a.tipo === 'lectura') return this.hacer({ tipo: 'leer', tabla: p.tabla, columna: a.columna, celdas: a.celdas, antes: [...a.antes], despues: a.despues, causa: p.causa })
    return a.tipo === 'celdas' ? this.editar(p.tabla, a.cambios, p.causa) : this.excluir(p.tabla, a.filas, true, p.causa)
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

  /** Puts texts over a range, with the new rows that they need. null: nothing changed. */
  escribirRango(tabla: string, rango: Rango, bloque: Bloque): Comando | null {
    const t = this.tabla(tabla)
    return t ? this.hacer(prepararBloque(t, rango, bloque)) : null
  }

  /** Repeats the range's first row in the others. null: nothing changed. */
  rellenarAbajo(tabla: string, rango: Rango): Comando | null {
    const t = this.tabla(tabla)
    return t ? this.hacer(prepararRelleno(t, rango)) : null
  }

  /** Blank rows at the end of the table, which the file lacks. null: there is no such table. */
  agregarEnBlanco(tabla: string, cuantas: number): Comando | null {
    const t = this.tabla(tabla)
    return t ? this.hacer(prepararFilas(t, cuantas)) : null
  }

  /** Takes away rows that were added here. null: none of them was. */
  quitarFilas(tabla: string, filas: readonly number[]): Comando | null {
    const t = this.tabla(tabla)
    return t ? this.hacer(prepararRetiro(t, filas)) : null
  }

  /** Replaces in all the cells found, or only in `solo`. null: nothing changed. */
  reemplazar(p: PedidoBusqueda, por: string, solo: Parameters<Busquedas['preparar']>[3]): Comando | null {
    return this.hacer(this.busquedas.preparar(this.version, p, por, solo))
  }

  /**
   * Leaves out the módulos whose progress is what SENCE last accepted [I22]. An alumno left with none is left out with
   * them; of one course only, with `curso`. null: there are none.
   */
  excluirSinCambios(curso?: { codigoOferta: string; codigoGrupo: string }): Comando | null {
    const grupos = curso === undefined ? this.revision.grupos : (this.revision.cursos.get(claveDeCurso(curso.codigoOferta, curso.codigoGrupo))?.grupos ?? [])
    const filas = filasSinCambios(grupos, this.ctx)
    const [primera, ...otras] = this.tablas.flatMap((t) => {
      const c = prepararExclusion(t, filas.filter(f => f.tabla === t).map(f => f.id), true)
      return c === null ? [] : [c]
    })
    return this.hacer(primera === undefined ? null : { ...primera, ...(otras.length > 0 ? { otras: otras.map(({ tabla, filas: suyas }) => ({ tabla, filas: suyas })) } : {}) })
  }

  /**
   * Leaves in only the alumnos that SENCE refused, its words on the cells that they may be about, as one command. null:
   * the draft has none of them.
   */
  corregir(rechazados: readonly AlumnoRechazado[]): Comando | null {
    const c = prepararCorreccion(this.tablas, this.revision.cursos, rechazados)
    return c.alumnos === 0 ? null : this.hacer({ tipo: 'corregir', ...c, marcasAntes: this.escritura.marcas })
  }

  /** Takes in what changed in the corrected workbook, as one command; `dejarFuera`: also the rows that it no longer has. null: nothing changed. */
  traer(archivo: string, c: Correccion, dejarFuera: boolean): Comando | null {
    return this.hacer(prepararTraida(this.tablas, archivo, c, dejarFuera))
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
    for (const c of this.historia.cargar(comandos, aplicados)) this.retirar(this.escritura.escribir(c).retiradas)
    if (this.validada) this.validar()
  }

  ponerPrevios(previos: readonly UltimoAvance[]): void {
    this.ctx = { ...this.ctx, previos: indexarAvances(previos), fechas: indexarFechas(previos) }
    this.reconsiderar()
  }

  /** Today's date, the default of fechaEjecucion [I22]. */
  ponerHoy(hoy: FechaIso): void {
    if (hoy === this.ctx.hoy) return
    this.ctx = { ...this.ctx, hoy }
    this.reconsiderar()
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
    const { filas, lugar, deCurso, retiradas } = this.escritura.escribir(c)
    this.cambios++
    if (this.validada) this.revision.cambiar(filas, lugar, deCurso)
    this.retirar(retiradas)
  }

  private retirar(filas: ReadonlySet<Fila>): void {
    if (filas.size === 0) return
    if (this.validada) this.revision.olvidar(filas)
    for (const t of this.tablas) t.retirar(filas)
  }
}
