/** The drafts that are open: in memory to be fast, on disk before anything is acknowledged. */
import type { UltimoAvance } from '../../shared/domain/avance.ts'
import { esCausa } from '../../shared/domain/causas.ts'
import type { Curso } from '../../shared/domain/curso.ts'
import type { FechaIso } from '../../shared/domain/fecha.ts'
import type { BorradorResumen } from '../../shared/ipc/modelos.ts'
import type { Respuesta } from '../../shared/ipc/modelos-preguntas.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import type { Comando } from '../../shared/planilla/comandos.ts'
import { Mesa } from '../../shared/planilla/mesa.ts'
import type { AlumnoRechazado } from '../../shared/planilla/rechazo.ts'
import type { AlmacenBorradores, BorradorNuevo, EnLista } from './almacen-borradores.ts'
import type { AlmacenCorrespondencias } from './almacen-correspondencias.ts'
import type { Diferencias } from './almacen-originales.ts'
import { fallarCon } from './fallas.ts'
import type { Origen } from './serie-borrador.ts'

/** Drafts kept in memory; an older one comes back from the disk when it is asked for. */
const ABIERTOS = 2

/**
 * A draft that comes back from the disk starts counting its changes again; the window takes a smaller version for a late
 * answer and drops it. So each time that a draft is opened it starts from here times the times it was opened.
 */
const VERSIONES_POR_APERTURA = 1_000_000_000

interface Abierto { mesa: Mesa; origen: Origen | null; tablas: ReadonlySet<string>; aplicados: number; hoy: FechaIso; aperturas: number }
const versionDe = (a: Abierto): number => a.aperturas * VERSIONES_POR_APERTURA + a.mesa.version

/** Methods throw AlmacenError when the disk refuses; what they would have changed then did not change. */
export class Sesion {
  private readonly almacen: AlmacenBorradores
  private readonly abiertos = new Map<string, Abierto>()

  constructor(almacen: AlmacenBorradores) {
    this.almacen = almacen
  }

  get correspondencias(): AlmacenCorrespondencias {
    return this.almacen.correspondencias
  }

  /** Takes in what an import made. */
  agregar(mesa: Mesa, nuevo: BorradorNuevo, hoy: FechaIso): BorradorResumen {
    this.almacen.crear(nuevo)
    const abierto = { mesa, origen: nuevo.origen ?? null, tablas: new Set<string>(nuevo.tablas.map(t => t.id)), aplicados: 0, hoy, aperturas: 0 }
    this.recordar(nuevo.id, abierto)
    return this.resumir(nuevo.id, abierto)
  }

  lista(): EnLista[] {
    return this.almacen.lista()
  }

  ultimoAbierto(): string | null {
    return this.almacen.lista().find(b => !b.enviado)?.id ?? null
  }

  descartar(id: string): void {
    this.almacen.descartar(id)
    this.abiertos.delete(id)
  }

  marcarEnviado(id: string): Result<Record<string, never>> {
    if (!this.almacen.existe(id)) return fallarCon('borrador-no-existe')
    this.almacen.marcarEnviado(id)
    return ok({})
  }

  resumen(id: string, hoy: FechaIso): Result<BorradorResumen> {
    return this.con(id, hoy, a => ok(this.resumir(id, a)))
  }

  /** Looks at the draft without changing it. `tabla`, when given, has to be one of its tables. */
  mirar<T>(id: string, hoy: FechaIso, tabla: string | null, mirar: (mesa: Mesa, version: number) => T): Result<T> {
    return this.con(id, hoy, a => (tabla !== null && !a.tablas.has(tabla) ? fallarCon('tabla-no-existe') : ok(mirar(a.mesa, versionDe(a)))))
  }

  curso(id: string, hoy: FechaIso, codigoOferta: string, codigoGrupo: string, desde: number, cuantos: number): Result<{ version: number; total: number; curso: Curso }> {
    return this.con(id, hoy, (a) => {
      const parte = a.mesa.parteDeCurso(codigoOferta, codigoGrupo, desde, cuantos)
      return parte === null ? fallarCon('curso-no-existe', { codigoOferta, codigoGrupo }) : ok({ version: versionDe(a), ...parte })
    })
  }

  /** The file as the person brought it. */
  original(id: string): ReturnType<AlmacenBorradores['original']> {
    return this.almacen.original(id)
  }

  /** How the draft of that export had been read, where the person had said it; null: its headings say it, or nothing is left of it. */
  partesDe(exportacion: string | null): NonNullable<Origen['partes']> | null {
    return exportacion === null ? null : this.almacen.partesDe(exportacion)
  }

  exportado(exportacion: string, id: string, diferencias: Diferencias): void {
    this.almacen.exportado(exportacion, id, diferencias)
  }

  correccionDe(id: string): ReturnType<AlmacenBorradores['correccionDe']> {
    return this.almacen.correccionDe(id)
  }

  independizar(id: string): void {
    this.almacen.independizar(id)
  }

  /** Leaves only the refused in the draft, which is being worked on again. */
  corregir(id: string, hoy: FechaIso, rechazados: readonly AlumnoRechazado[]): Result<BorradorResumen> {
    return this.con(id, hoy, (a) => {
      const comando = a.mesa.corregir(rechazados)
      if (comando === null) return fallarCon('rechazados-no-estan')
      this.escribir(id, () => { this.almacen.agregarComando(id, comando, ++a.aplicados); this.almacen.reabrir(id) })
      return ok(this.resumir(id, a))
    })
  }

  /** A change of the person's: in memory, then on disk, then acknowledged. null from `hacer`: nothing changed. */
  cambiar(id: string, hoy: FechaIso, tabla: string | null, hacer: (mesa: Mesa) => Comando | null): Result<BorradorResumen> {
    return this.con(id, hoy, (a) => {
      if (tabla !== null && !a.tablas.has(tabla)) return fallarCon('tabla-no-existe')
      const comando = hacer(a.mesa)
      if (comando !== null) this.escribir(id, () => { this.almacen.agregarComando(id, comando, ++a.aplicados) })
      return ok(this.resumir(id, a))
    })
  }

  /** Says how some columns are read, one change each; with `recordar`, also for other files with the same headings. */
  responder(id: string, hoy: FechaIso, respuestas: readonly Respuesta[], recordar: boolean): Result<BorradorResumen> {
    return this.con(id, hoy, (a) => {
      for (const r of respuestas) {
        if (!a.tablas.has(r.tabla) || !esCausa(r.causa)) continue
        const comando = a.mesa.arreglar({ ...r, causa: r.causa })
        if (comando !== null) this.escribir(id, () => { this.almacen.agregarComando(id, comando, ++a.aplicados) })
      }
      if (recordar) this.recordarLecturas(a, respuestas)
      return ok(this.resumir(id, a))
    })
  }

  private recordarLecturas({ mesa, origen }: Abierto, respuestas: readonly Respuesta[]): void {
    for (const { tabla, huella } of origen?.huellas ?? []) {
      const { nombreArchivo, hoja, lecturas } = mesa.lecturas(tabla)
      const dichas = lecturas.filter(l => respuestas.some(r => r.tabla === tabla && r.columna === l.key))
      if (huella !== null && dichas.length > 0) this.almacen.correspondencias.guardarLecturas(huella, nombreArchivo, hoja, dichas)
    }
  }

  deshacer(id: string, hoy: FechaIso): Result<BorradorResumen> {
    return this.mover(id, hoy, -1, mesa => mesa.deshacer())
  }

  rehacer(id: string, hoy: FechaIso): Result<BorradorResumen> {
    return this.mover(id, hoy, 1, mesa => mesa.rehacer())
  }

  /** Undoes or redoes until `aplicados` commands stand: one write, however many they are. */
  irA(id: string, hoy: FechaIso, aplicados: number): Result<BorradorResumen> {
    return this.con(id, hoy, (a) => {
      const quedan = a.mesa.irA(aplicados)
      if (quedan !== a.aplicados) this.escribir(id, () => { this.almacen.moverCursor(id, a.aplicados = quedan) })
      return ok(this.resumir(id, a))
    })
  }

  ponerPrevios(id: string, hoy: FechaIso, previos: readonly UltimoAvance[]): Result<BorradorResumen> {
    return this.con(id, hoy, (a) => {
      this.almacen.ponerPrevios(id, previos)
      a.mesa.ponerPrevios(previos)
      return ok(this.resumir(id, a))
    })
  }

  private resumir(id: string, a: Abierto): BorradorResumen {
    const correspondencia = a.origen?.correspondencia ?? null
    return { ...a.mesa.resumen(id), version: versionDe(a), rutOtec: this.almacen.otecDe(id), ...(correspondencia === null ? {} : { correspondencia }) }
  }

  private mover(id: string, hoy: FechaIso, paso: 1 | -1, hacer: (mesa: Mesa) => Comando | null): Result<BorradorResumen> {
    return this.con(id, hoy, (a) => {
      if (hacer(a.mesa) !== null) this.escribir(id, () => { this.almacen.moverCursor(id, a.aplicados += paso) })
      return ok(this.resumir(id, a))
    })
  }

  /** When the disk refuses, memory is thrown away: the next call reads again what is really kept. */
  private escribir(id: string, hacer: () => void): void {
    try {
      hacer()
    } catch (e) {
      this.abiertos.delete(id)
      throw e
    }
  }

  private con<T>(id: string, hoy: FechaIso, hacer: (a: Abierto) => Result<T>): Result<T> {
    const abierto = this.abiertos.get(id) ?? this.cargar(id, hoy)
    if (abierto === null) return fallarCon('borrador-no-existe')
    this.recordar(id, abierto)
    if (abierto.hoy !== hoy) {
      abierto.mesa.ponerHoy(hoy)
      abierto.hoy = hoy
    }
    return hacer(abierto)
  }

  private cargar(id: string, hoy: FechaIso): Abierto | null {
    const guardado = this.almacen.leer(id)
    if (guardado === null) return null
    const { nombreArchivo, disposicion, tablas, notas, origen = null } = guardado.meta
    const mesa = new Mesa({ nombreArchivo, disposicion, tablas, notas, hoy, previos: guardado.previos })
    for (const t of guardado.trozos) mesa.agregarFilas(t.tabla, t.filas)
    mesa.rehacerDesde(guardado.comandos, guardado.aplicados)
    mesa.validar()
    return { mesa, origen, tablas: new Set(tablas.map(t => t.id)), aplicados: guardado.aplicados, hoy, aperturas: this.almacen.contarApertura(id) }
  }

  /** Puts it last, and lets go of the one that was not asked for in longest. */
  private recordar(id: string, abierto: Abierto): void {
    this.abiertos.delete(id)
    this.abiertos.set(id, abierto)
    const [masAntiguo] = this.abiertos.keys()
    if (this.abiertos.size > ABIERTOS && masAntiguo !== undefined) this.abiertos.delete(masAntiguo)
  }
}
