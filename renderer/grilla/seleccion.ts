/**
 * The range of cells that is chosen. react-data-grid knows one active cell; this is the block that starts in it. Positions
 * are of the rows shown and of the workbook's columns, so a range holds whether its rows have been read or not.
 */
export interface Punto { fila: number; col: number }
/** Both ends included. */
export interface Caja { f0: number; f1: number; c0: number; c1: number }
export interface Dimensiones { filas: number; columnas: number }

export const cajaDe = (a: Punto, b: Punto): Caja => ({ f0: Math.min(a.fila, b.fila), f1: Math.max(a.fila, b.fila), c0: Math.min(a.col, b.col), c1: Math.max(a.col, b.col) })
export const filasDe = (c: Caja): number => c.f1 - c.f0 + 1
export const columnasDe = (c: Caja): number => c.c1 - c.c0 + 1
export const celdasDe = (c: Caja): number => filasDe(c) * columnasDe(c)

export interface Tecla { key: string; ctrl: boolean; /** Rows that fit on view. */ pagina: number }

/** Where the far end of the range goes with Shift and that key; null: the key moves nothing. */
export function moverCabeza(p: Punto, { key, ctrl, pagina }: Tecla, d: Dimensiones): Punto | null {
  const fila = (n: number): Punto => ({ fila: Math.max(0, Math.min(d.filas - 1, n)), col: p.col })
  const col = (n: number): Punto => ({ fila: p.fila, col: Math.max(0, Math.min(d.columnas - 1, n)) })
  switch (key) {
    case 'ArrowUp': return fila(ctrl ? 0 : p.fila - 1)
    case 'ArrowDown': return fila(ctrl ? d.filas - 1 : p.fila + 1)
    case 'ArrowLeft': return col(ctrl ? 0 : p.col - 1)
    case 'ArrowRight': return col(ctrl ? d.columnas - 1 : p.col + 1)
    case 'PageUp': return fila(p.fila - pagina)
    case 'PageDown': return fila(p.fila + pagina)
    case 'Home': return ctrl ? { fila: 0, col: 0 } : col(0)
    case 'End': return ctrl ? { fila: d.filas - 1, col: d.columnas - 1 } : col(d.columnas - 1)
    default: return null
  }
}

/** What of a row is within the range, as columns; null: nothing. */
export interface Franja { c0: number; c1: number; primera: boolean; ultima: boolean }

export class Seleccion {
  private ancla: Punto | null = null
  private cabeza: Punto | null = null
  private dims: Dimensiones = { filas: 0, columnas: 0 }
  private readonly oyentes = new Set<() => void>()
  private vista: Caja | null = null
  private franjas = new Map<string, Franja>()

  /** The range; null while it is one cell or none. */
  get caja(): Caja | null {
    return this.vista
  }

  /** The range, or the active cell as a range of one; null: the focus is on no cell of the workbook. */
  get actual(): Caja | null {
    return this.vista ?? (this.ancla && this.ancla.col >= 0 ? cajaDe(this.ancla, this.ancla) : null)
  }

  get dimensiones(): Dimensiones {
    return this.dims
  }

  /** The rows or columns shown are others: what was chosen is no longer there. */
  medir(d: Dimensiones, conservar: boolean): void {
    this.dims = d
    if (!conservar) this.poner(this.ancla, this.ancla)
  }

  /** The active cell moved: the range is that cell. `col` -1: on the row's number or its checkbox. null: on no row. */
  situar(p: Punto | null): void {
    this.poner(p, p)
  }

  /** The active cell's row is now in another place; the range goes with it. */
  extender(hasta: Punto): void {
    if (this.ancla && this.ancla.col < 0) this.elegirFilas(hasta.fila)
    else if (this.ancla) this.poner(this.ancla, hasta)
  }

  /** Shift and a key. Answers the far end, to bring it on view; null: the key moves nothing. */
  tecla(t: Tecla): Punto | null {
    if (!this.ancla || this.dims.filas === 0) return null
    const enFilas = this.ancla.col < 0
    const desde = this.cabeza ?? this.ancla
    const a = moverCabeza({ fila: desde.fila, col: Math.max(0, desde.col) }, t, this.dims)
    if (a === null) return null
    if (enFilas) this.elegirFilas(a.fila)
    else this.poner(this.ancla, a)
    return a
  }

  /** Whole rows, from the one of the active cell. */
  elegirFilas(hasta: number): void {
    const desde = this.ancla?.fila ?? hasta
    this.ancla = { fila: desde, col: -1 }
    this.cabeza = { fila: hasta, col: this.dims.columnas - 1 }
    this.mostrar({ f0: Math.min(desde, hasta), f1: Math.max(desde, hasta), c0: 0, c1: this.dims.columnas - 1 })
  }

  /** A block that starts in the active cell; another is not chosen. */
  elegir(c: Caja): void {
    if (this.ancla?.fila === c.f0 && this.ancla.col === c.c0) this.poner(this.ancla, { fila: c.f1, col: c.c1 })
  }

  elegirColumna(col: number): void {
    if (this.dims.filas > 0) this.mostrar({ f0: 0, f1: this.dims.filas - 1, c0: col, c1: col })
  }

  elegirTodo(): void {
    if (this.dims.filas > 0) this.mostrar({ f0: 0, f1: this.dims.filas - 1, c0: 0, c1: this.dims.columnas - 1 })
  }

  /** Ctrl+A: the column of the active cell; asked again, everything. */
  ampliar(): void {
    const c = this.actual
    if (!c) return
    const todaLaColumna = filasDe(c) === this.dims.filas
    if (todaLaColumna) this.elegirTodo()
    else this.mostrar({ ...c, f0: 0, f1: this.dims.filas - 1 })
  }

  readonly observar = (f: () => void): (() => void) => {
    this.oyentes.add(f)
    return () => { this.oyentes.delete(f) }
  }

  /** Same object while it says the same, so that only the rows that changed are drawn. */
  franja(fila: number): Franja | null {
    const c = this.vista
    if (!c || fila < c.f0 || fila > c.f1) return null
    const primera = fila === c.f0
    const ultima = fila === c.f1
    const clave = `${c.c0} ${c.c1} ${primera ? 1 : 0} ${ultima ? 1 : 0}`
    let f = this.franjas.get(clave)
    if (!f) this.franjas.set(clave, (f = { c0: c.c0, c1: c.c1, primera, ultima }))
    return f
  }

  private poner(ancla: Punto | null, cabeza: Punto | null): void {
    this.ancla = ancla
    this.cabeza = cabeza
    this.mostrar(ancla && cabeza && ancla.col >= 0 && (ancla.fila !== cabeza.fila || ancla.col !== cabeza.col) ? cajaDe(ancla, cabeza) : null)
  }

  private mostrar(caja: Caja | null): void {
    const antes = this.vista
    if (antes === caja || (antes && caja && antes.f0 === caja.f0 && antes.f1 === caja.f1 && antes.c0 === caja.c0 && antes.c1 === caja.c1)) return
    this.vista = caja
    if (this.franjas.size > 500) this.franjas = new Map()
    for (const f of this.oyentes) f()
  }
}
