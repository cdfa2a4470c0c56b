/**
 * Rows that the window holds: those on screen and the last ones seen, fetched in blocks of the index. A row that an
 * edit made stale stays on screen until its new content comes, so that nothing flickers.
 */
import type { FilaVista } from '../../shared/ipc/modelos.ts'
import { reusarFila } from './reusar-fila.ts'

export interface RespuestaFilas { version: number; filas: readonly FilaVista[] }
/** null: the request failed (the caller has told the person). At most `tamBloque` ids. */
export type PedirFilas = (ids: number[]) => Promise<RespuestaFilas | null>

interface Guardada {
  vista: FilaVista
  /** Version of the draft it was read at; -1: must be read again. */
  version: number
  /** Answers older than this are of before an edit that the screen already shows. */
  minimo: number
}
interface Observada { pos: number; oyentes: Set<() => void> }

const SIN_INDICE = new Int32Array(0)

export class CacheFilas {
  private readonly guardadas = new Map<number, Guardada>()
  private readonly observadas = new Map<number, Observada>()
  private readonly enVuelo = new Set<number>()
  /** Rows of a request that failed: asked for again when the draft changes or the row comes back into view. */
  private readonly fallidas = new Set<number>()
  private indice: Int32Array = SIN_INDICE
  private version = 0
  private pedidos = 0
  private bombeoPendiente = false
  private readonly pedir: PedirFilas
  private readonly tamBloque: number
  private readonly maxFilas: number
  private readonly maxPedidos: number

  constructor(pedir: PedirFilas, o: { tamBloque?: number; maxFilas?: number; maxPedidos?: number } = {}) {
    this.pedir = pedir
    this.tamBloque = o.tamBloque ?? 100
    this.maxFilas = o.maxFilas ?? 3000
    this.maxPedidos = o.maxPedidos ?? 3
  }

  /** Row ids in the order shown; blocks are cut from it. */
  ponerIndice(ids: Int32Array): void {
    this.indice = ids
  }

  /** Reads the first rows of the index, so that they are there when they are drawn for the first time. */
  async traerPrimeras(): Promise<void> {
    const id = this.indice[0]
    if (id !== undefined && this.falta(id)) await this.pedirBloque(id, 0)
  }

  fila(id: number): FilaVista | undefined {
    return this.guardadas.get(id)?.vista
  }

  /** The row came into view at `pos` of the index; `alCambiar` is called when its content changes. Answers the way out. */
  observar(id: number, pos: number, alCambiar: () => void): () => void {
    let o = this.observadas.get(id)
    if (!o) this.observadas.set(id, (o = { pos, oyentes: new Set() }))
    o.pos = pos
    o.oyentes.add(alCambiar)
    this.fallidas.delete(id)
    this.tocar(id)
    this.bombearPronto()
    return () => {
      o.oyentes.delete(alCambiar)
      if (o.oyentes.size === 0 && this.observadas.get(id) === o) this.observadas.delete(id)
    }
  }

  /** The draft is at `version`: what was read before is stale, and only what is on screen is read again now. */
  refrescar(version: number): void {
    if (version > this.version) this.version = version
    for (const g of this.guardadas.values()) {
      if (g.minimo === 0) continue
      g.minimo = 0
      g.version = -1
    }
    this.fallidas.clear()
    this.bombearPronto()
  }

  /** Shows the row as it will be before main has answered. `refrescar` must follow, whatever the answer. */
  anticipar(id: number, cambiar: (fila: FilaVista) => FilaVista): void {
    const g = this.guardadas.get(id)
    if (!g) return
    g.vista = cambiar(g.vista)
    g.minimo = this.version + 1
    this.avisar(id)
  }

  private avisar(id: number): void {
    for (const f of this.observadas.get(id)?.oyentes ?? []) f()
  }

  private tocar(id: number): void {
    const g = this.guardadas.get(id)
    if (!g) return
    this.guardadas.delete(id)
    this.guardadas.set(id, g)
  }

  /** Once per turn: a scroll brings forty rows into view at the same time. */
  private bombearPronto(): void {
    if (this.bombeoPendiente) return
    this.bombeoPendiente = true
    queueMicrotask(() => {
      this.bombeoPendiente = false
      this.bombear()
    })
  }

  private falta(id: number): boolean {
    if (this.enVuelo.has(id) || this.fallidas.has(id)) return false
    const g = this.guardadas.get(id)
    // A row with something just typed waits for `refrescar`: reading it before main has the edit would bring the old text.
    return !g || (g.version < this.version && g.minimo <= this.version)
  }

  /** Few requests at a time, chosen by what is on screen when one can go: a fling asks for where it stops. */
  private bombear(): void {
    for (const [id, { pos }] of this.observadas) {
      if (this.pedidos >= this.maxPedidos) return
      if (this.falta(id)) void this.pedirBloque(id, pos)
    }
  }

  private async pedirBloque(id: number, pos: number): Promise<void> {
    const inicio = pos - (pos % this.tamBloque)
    const bloque = [...this.indice.subarray(inicio, inicio + this.tamBloque)].filter(x => this.falta(x))
    const ids = bloque.includes(id) ? bloque : [id]
    for (const x of ids) this.enVuelo.add(x)
    this.pedidos++
    const respuesta = await this.pedir(ids)
    this.pedidos--
    for (const x of ids) this.enVuelo.delete(x)
    if (!respuesta) for (const x of ids) this.fallidas.add(x)
    else if (respuesta.version >= this.version) this.guardar(respuesta)
    this.bombear()
  }

  private guardar({ version, filas }: RespuestaFilas): void {
    for (const fila of filas) {
      const antes = this.guardadas.get(fila.id)
      if (antes && (version < antes.minimo || version < antes.version)) continue
      const vista = reusarFila(antes?.vista, fila)
      this.guardadas.delete(fila.id)
      this.guardadas.set(fila.id, { vista, version, minimo: 0 })
      if (vista !== antes?.vista) this.avisar(fila.id)
    }
    this.desalojar()
  }

  private desalojar(): void {
    if (this.guardadas.size <= this.maxFilas) return
    for (const id of this.guardadas.keys()) {
      if (this.guardadas.size <= this.maxFilas) return
      if (!this.observadas.has(id)) this.guardadas.delete(id)
    }
  }
}
