/** A table of the draft: the file's own rows, what they mean, and the count of what was found in them. */
import { CAUSAS, type Causa } from '../domain/causas.ts'
import type { Celda } from '../domain/celda.ts'
import type { Nivel } from '../domain/problema.ts'
import { COLUMNAS, columnaDeKey, type ClaseTabla, type ColumnaDef, type ColumnaKey } from './columnas.ts'
import { esVacia, textoDeCelda } from './celda-texto.ts'
import { mismaCelda, type FilaAgregada } from './comandos.ts'
import { convertirFila, tieneFracciones, tieneMesPrimero, type ColumnasConvertibles, type FilaConvertida, type HallazgoColumna } from './conversion.ts'
import type { Valor } from './conversion-base.ts'
import { unidadDeTitulo } from './conversion-tiempo.ts'
import { EN_DUDA, type IdLectura } from './lecturas.ts'
import type { Grupo } from './mesa-indices.ts'

export interface TablaBase { id: string; clase: ClaseTabla; hoja: string; columnas: ColumnaBase[] }
export interface ColumnaBase { key: string; titulo: string; letra: string; /** How the person had said, for the same headings, that it is read. */ lecturas?: readonly IdLectura[] | undefined }
/** `id` is unique within its table; `fila` is the 1-based row of the sheet, null for one that the sheet lacks. */
export interface FilaBase { id: number; fila: number | null; celdas: Celda[] }

export interface Fila {
  readonly id: number
  readonly fila: number | null
  readonly tabla: TablaMesa
  /** Place among the table's rows; moves when rows above come or go. */
  pos: number
  /** As the file had it: what undo and "editada" compare with. */
  readonly base: readonly Celda[]
  celdas: readonly Celda[]
  excluida: boolean
  /** Left out because what it hangs from (its alumno, its course) is left out, or because it was emptied. */
  arrastrada: boolean
  /** Every cell was emptied by the person: a blank row is not a row. */
  vacia: boolean
  convertida: FilaConvertida | null
  /** Keys of the course and alumno that the row belongs to; '' while unknown. */
  claveCurso: string
  claveRut: string
  grupo: Grupo | null
  /** Complete course of its own that the row counts for (see "one course in the file"). */
  aporte: string | null
  /** Findings that need more than the cell (col -1: on the row as a whole): those of its alumno… */
  hallazgos: HallazgoColumna[] | null
  /** …and those of its course, which are brought up to date apart. */
  deCurso: HallazgoColumna[] | null
  /** What SENCE refused of it, by cell and with the cell as it was then. */
  marcas: { col: number; celda: Celda; codigo: string | null; mensaje: string | null }[] | null
  busqueda: string | null
  errores: number; avisos: number; informaciones: number; fuera: number
}

export class TablaMesa {
  readonly id: string
  readonly clase: ClaseTabla
  readonly hoja: string
  readonly orden: number
  readonly columnas: { key: string; titulo: string; letra: string }[] = []
  readonly filas: Fila[] = []
  readonly porId = new Map<number, Fila>()
  readonly col = new Map<ColumnaKey, number>()
  errores = 0; avisos = 0; informaciones = 0; fuera = 0
  /** Grows when rows come or go. */
  estructura = 0
  private readonly defs: ColumnaDef[] = []
  private readonly lecturas = new Map<number, readonly IdLectura[]>()
  private convertibles: ColumnasConvertibles | null = null
  private proximo = 0

  /** Unknown or repeated keys are refused with an exception: the caller writes them from `detectarDisposicion`. */
  constructor(base: TablaBase, orden: number) {
    this.id = base.id
    this.clase = base.clase
    this.hoja = base.hoja
    this.orden = orden
    base.columnas.forEach((c, col) => {
      this.agregarColumna(c.key, c.titulo, c.letra)
      if (c.lecturas !== undefined && c.lecturas.length > 0) this.lecturas.set(col, c.lecturas)
    })
  }

  agregarColumna(key: string, titulo: string, letra: string): void {
    const def = columnaDeKey(key)
    if (!def || this.col.has(def.key)) throw new Error(`column ${key} of table ${this.id} is unknown or repeated`)
    this.col.set(def.key, this.columnas.length)
    this.columnas.push({ key, titulo, letra })
    this.defs.push(def)
    this.convertibles = null
  }

  /** Columns that the file lacked and the person may have to fill: they come last, with no letter. */
  completar(keys: ReadonlySet<ColumnaKey>): void {
    for (const def of COLUMNAS) if (keys.has(def.key) && !this.col.has(def.key)) this.agregarColumna(def.key, def.titulo, '')
  }

  /** Blank rows are not rows. */
  agregarFilas(filas: readonly FilaBase[]): void {
    for (const f of filas) {
      if (f.celdas.every(esVacia)) continue
      const fila = nuevaFila(this, f, f.celdas)
      fila.pos = this.filas.length
      this.filas.push(fila)
      this.porId.set(f.id, fila)
    }
    this.convertibles = null
  }

  /** First id that no row has or had: what an export said of a row that is gone must not be taken for another one's. */
  get idLibre(): number {
    return Math.max(this.proximo, (this.filas.at(-1)?.id ?? -1) + 1)
  }

  /** Rows that the file lacks, which may be blank. They stand after the file's, by id, so that one that comes back finds its place. */
  insertar(filas: readonly FilaAgregada[]): Fila[] {
    const nuevas = filas.map(({ id, celdas, excluida }) => {
      const f = nuevaFila(this, { id, fila: null, celdas: [] }, this.columnas.map(c => celdas[c.key] ?? null))
      f.excluida = excluida
      f.vacia = f.arrastrada = f.celdas.every(esVacia)
      return f
    })
    let enOrden = true
    for (const f of nuevas) {
      enOrden &&= f.id > (this.filas.at(-1)?.id ?? -1)
      this.filas.push(f)
      this.porId.set(f.id, f)
      this.proximo = Math.max(this.proximo, f.id + 1)
    }
    if (!enOrden) this.filas.sort((a, b) => a.id - b.id)
    this.renumerar()
    return nuevas
  }

  /** Takes away its own of those rows; what hung from them is no concern of the table. */
  retirar(filas: ReadonlySet<Fila>): void {
    const suyas = [...filas].filter(f => f.tabla === this && this.porId.delete(f.id))
    if (suyas.length === 0) return
    for (const f of suyas) {
      this.errores -= f.errores
      this.avisos -= f.avisos
      this.informaciones -= f.informaciones
      this.fuera -= f.fuera
    }
    let n = 0
    for (const f of this.filas) if (!filas.has(f)) this.filas[n++] = f
    this.filas.length = n
    this.renumerar()
  }

  private renumerar(): void {
    for (const [i, f] of this.filas.entries()) f.pos = i
    this.estructura++
  }

  /** Position of the column; undefined for one that the table lacks. */
  columnaDe(key: string): number | undefined {
    return this.col.get(key as ColumnaKey)
  }

  /** In the order asked for; unknown ids are passed over. */
  buscar(ids: readonly number[]): Fila[] {
    return ids.map(id => this.porId.get(id)).filter(f => f !== undefined)
  }

  /** Meaning of the row's cells, computed once per content. */
  convertir(fila: Fila): FilaConvertida {
    return (fila.convertida ??= convertirFila((this.convertibles ??= this.prepararColumnas()), fila.celdas, fila.base))
  }

  /** How a column is read where its cells alone are in doubt; none: nobody has said it. */
  lecturasDe(col: number): readonly IdLectura[] {
    return this.lecturas.get(col) ?? []
  }

  /** Reads the column in another way; answers the rows whose meaning that may change. */
  leerComo(col: number, lecturas: readonly IdLectura[]): Fila[] {
    this.lecturas.set(col, lecturas)
    this.convertibles = null
    const cambian = this.filas.filter(f => f.convertida === null || (f.convertida.hallazgos?.some(h => h.col === col && (h.causa === 'leido-como-dijo' || EN_DUDA.has(h.causa))) ?? false))
    for (const f of cambian) f.convertida = null
    return cambian
  }

  ponerCelda(fila: Fila, col: number, celda: Celda): void {
    const celdas = this.columnas.map((_, i) => fila.celdas[i] ?? null)
    celdas[col] = celda
    fila.celdas = celdas
    fila.convertida = null
    fila.busqueda = null
    fila.vacia = celdas.every(esVacia)
  }

  /** The context comes from the file, not from the edits: an edited cell must not change the meaning of others. */
  private prepararColumnas(): ColumnasConvertibles {
    const alguna = (prueba: typeof tieneFracciones, def: ColumnaDef, i: number): boolean => this.filas.some(f => prueba(def, f.base[i] ?? null))
    const mesPrimero = this.defs.some((def, i) => def.tipo === 'fecha' && alguna(tieneMesPrimero, def, i))
    const dichos = this.defs.map((_, i) => ({ mesPrimero: false, fracciones: false, lecturas: this.lecturasDe(i) }))
    const contextos = this.defs.map((def, i) => ({
      mesPrimero, fracciones: def.tipo === 'porcentaje' && alguna(tieneFracciones, def, i), lecturas: this.lecturasDe(i),
      unidad: def.tipo === 'segundos' ? unidadDeTitulo(this.columnas[i]?.titulo ?? '') : null,
    }))
    return { defs: this.defs, contextos, dichos, rut: this.col.get('alumno.rut') ?? -1, dv: this.col.get('alumno.dv') ?? -1, sabidas: this.defs.map(() => new Map()) }
  }
}

export function nuevaFila(tabla: TablaMesa, { id, fila, celdas: base }: FilaBase, celdas: readonly Celda[]): Fila {
  return {
    id, fila, tabla, pos: -1, base, celdas, excluida: false, arrastrada: false, vacia: false,
    convertida: null, claveCurso: '', claveRut: '', grupo: null, aporte: null, hallazgos: null, deCurso: null, marcas: null, busqueda: null,
    errores: 0, avisos: 0, informaciones: 0, fuera: 0,
  }
}

export function valorDe(fila: Fila, key: ColumnaKey): Valor | undefined {
  const col = fila.tabla.col.get(key)
  return col === undefined ? undefined : fila.tabla.convertir(fila).valores[col]
}

/** Whether the cell failed to convert: it already has its error, and no other finding about its lack of value helps. */
export function falloDe(fila: Fila, key: ColumnaKey): boolean {
  const col = fila.tabla.col.get(key)
  return col !== undefined && (fila.tabla.convertir(fila).malas & (1 << col)) !== 0
}

export const textoDe = (fila: Fila, key: ColumnaKey): string => {
  const v = valorDe(fila, key)
  return typeof v === 'string' ? v : ''
}

export const codigoDeModulo = (fila: Fila): string => textoDe(fila, 'modulo.codigoModulo')

/** The cell's text as the person sees it; '' for a column that the table lacks. */
export function vistaDe(fila: Fila, key: ColumnaKey): string {
  const col = fila.tabla.col.get(key)
  return col === undefined ? '' : textoDeCelda(fila.celdas[col])
}

/** Data of a finding about another row, whose sheet is named when it is not the row's own. */
export function enOtra(fila: Fila, otra: Fila | undefined): Record<string, string | number> {
  return { otraFila: otra?.fila ?? 0, ...(otra && otra.tabla !== fila.tabla ? { otraHoja: otra.tabla.hoja } : {}) }
}

/** A finding on the cell of `key`, or on the row as a whole when the table lacks that column. */
export function hallazgoEn(fila: Fila, key: ColumnaKey, causa: Causa, datos: Record<string, string | number> = {}): HallazgoColumna {
  return { col: fila.tabla.col.get(key) ?? -1, causa, nivel: CAUSAS[causa].nivel, datos: { valor: vistaDe(fila, key), ...datos } }
}

/** Places a finding of the row's alumno, once per cell and cause. */
export function anotar(fila: Fila, key: ColumnaKey, causa: Causa, datos: Record<string, string | number> = {}): void {
  const h = hallazgoEn(fila, key, causa, datos)
  if (fila.hallazgos?.some(otro => otro.col === h.col && otro.causa === causa)) return
  ;(fila.hallazgos ??= []).push(h)
}

/** SENCE's words stand until the cell says something else; what it said comes back with it. */
export function rechazosDe(fila: Fila): HallazgoColumna[] {
  if (fila.marcas === null) return []
  return fila.marcas.filter(m => mismaCelda(fila.celdas[m.col] ?? null, m.celda)).map(({ col, codigo, mensaje }) => ({
    col, causa: 'rechazo-sence', nivel: CAUSAS['rechazo-sence'].nivel, datos: { codigo: codigo ?? '', mensaje: mensaje ?? '', valor: textoDeCelda(fila.celdas[col] ?? null) },
  }))
}

export const cuenta = (fila: Fila): boolean => !fila.excluida && !fila.arrastrada
export const esAgregada = (fila: Fila): boolean => fila.fila === null
/** Left out of the send. A row just added that says nothing yet is waiting, not left out. */
export const estaFuera = (fila: Fila): boolean => !cuenta(fila) && (fila.excluida || !esAgregada(fila) || !fila.vacia)

/** Brings the row's counts, and its table's totals, up to date with its findings. */
export function recontar(fila: Fila): void {
  const { tabla } = fila
  let errores = 0, avisos = 0, informaciones = 0
  const sumar = (nivel: Nivel): void => {
    if (nivel === 'error') errores++
    else if (nivel === 'aviso') avisos++
    else informaciones++
  }
  if (cuenta(fila)) {
    for (const h of tabla.convertir(fila).hallazgos ?? []) sumar(h.nivel)
    for (const h of fila.hallazgos ?? []) sumar(h.nivel)
    for (const h of fila.deCurso ?? []) sumar(h.nivel)
    for (const h of rechazosDe(fila)) sumar(h.nivel)
  }
  const fuera = estaFuera(fila) ? 1 : 0
  tabla.errores += errores - fila.errores
  tabla.avisos += avisos - fila.avisos
  tabla.informaciones += informaciones - fila.informaciones
  tabla.fuera += fuera - fila.fuera
  fila.errores = errores
  fila.avisos = avisos
  fila.informaciones = informaciones
  fila.fuera = fuera
}
