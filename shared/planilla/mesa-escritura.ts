/** Commands written into the tables: the cells, the rows left out, SENCE's words. What follows from it is judged by Revision. */
import type { Comando, Marcas } from './comandos.ts'
import { SIN_MARCAS } from './comandos.ts'
import { esDeIdentidad } from './mesa-revision.ts'
import type { Fila, TablaMesa } from './mesa-tabla.ts'

/** What a command touched, as Revision.cambiar takes it. `retiradas`: blank by now, to be taken away once judged so. */
export interface Escrito { filas: Set<Fila>; lugar: boolean; deCurso: boolean; retiradas: Set<Fila> }

type De<T extends Comando['tipo']> = Extract<Comando, { tipo: T }>

export class Escritura {
  private readonly tablas: readonly TablaMesa[]
  private puestas: Marcas = SIN_MARCAS

  constructor(tablas: readonly TablaMesa[]) {
    this.tablas = tablas
  }

  /** SENCE's words that stand on cells. */
  get marcas(): Marcas {
    return this.puestas
  }

  escribir(c: Comando): Escrito {
    switch (c.tipo) {
      case 'editar': return this.editar(c)
      case 'filas': return this.filas(c)
      case 'lote': return unir(c.partes.map(p => this.escribir(p)))
      case 'excluir': return { filas: new Set([{ tabla: c.tabla, filas: c.filas }, ...(c.otras ?? [])].flatMap(o => this.ponerFuera(o.tabla, o.filas, c.excluir))), lugar: true, deCurso: false, retiradas: new Set() }
      case 'leer': return { filas: this.leer(c), lugar: false, deCurso: false, retiradas: new Set() }
      case 'corregir': return { filas: this.corregir(c), lugar: true, deCurso: false, retiradas: new Set() }
      case 'traer': return this.traer(c)
    }
  }

  private tabla(id: string): TablaMesa | undefined {
    return this.tablas.find(t => t.id === id)
  }

  private editar(c: De<'editar'>): Escrito {
    const filas = new Set<Fila>()
    const t = this.tabla(c.tabla)
    let lugar = false
    let deCurso = false
    for (const { filaId, columna, despues } of c.cambios) {
      const fila = t?.porId.get(filaId)
      const col = t?.columnaDe(columna)
      if (!t || !fila || col === undefined) continue
      t.ponerCelda(fila, col, despues)
      filas.add(fila)
      lugar ||= esDeIdentidad(columna)
      deCurso ||= columna.startsWith('curso.')
    }
    return { filas, lugar, deCurso, retiradas: new Set() }
  }

  private leer(c: De<'leer'>): Set<Fila> {
    const t = this.tabla(c.tabla)
    const col = t?.columnaDe(c.columna)
    return new Set(col === undefined ? [] : t?.leerComo(col, c.despues))
  }

  /** A row that goes is emptied first: what hung from it is judged as from a blank row, and then nothing hangs from it. */
  private filas(c: De<'filas'>): Escrito {
    const t = this.tabla(c.tabla)
    if (!t) return { filas: new Set(), lugar: false, deCurso: false, retiradas: new Set() }
    if (c.agregar) return { filas: new Set(t.insertar(c.filas)), lugar: true, deCurso: true, retiradas: new Set() }
    const filas = new Set(t.buscar(c.filas.map(f => f.id)))
    for (const f of filas) {
      for (const col of t.columnas.keys()) if (f.celdas[col] != null) t.ponerCelda(f, col, null)
      f.excluida = false
      f.marcas = null
    }
    return { filas, lugar: true, deCurso: true, retiradas: new Set(filas) }
  }

  private traer(c: De<'traer'>): Escrito {
    const escrito = unir(c.partes.map(p => this.escribir(p)))
    for (const g of c.filas) for (const f of this.ponerFuera(g.tabla, g.filas, c.excluir)) escrito.filas.add(f)
    return { ...escrito, lugar: true, deCurso: true }
  }

  private ponerFuera(tabla: string, ids: readonly number[], excluir: boolean): Fila[] {
    const filas = this.tabla(tabla)?.buscar(ids) ?? []
    for (const f of filas) f.excluida = excluir
    return filas
  }

  private corregir(c: De<'corregir'>): Set<Fila> {
    const filas = new Set<Fila>()
    for (const [grupos, excluir] of [[c.excluir, true], [c.incluir, false]] as const) {
      for (const g of grupos) for (const f of this.ponerFuera(g.tabla, g.filas, excluir)) filas.add(f)
    }
    for (const m of this.puestas.celdas) for (const f of this.tabla(m.tabla)?.buscar([m.filaId]) ?? []) { f.marcas = null; filas.add(f) }
    this.puestas = c.marcas
    for (const { tabla, filaId, columna, celda, motivo } of c.marcas.celdas) {
      const t = this.tabla(tabla)
      const fila = t?.porId.get(filaId)
      const col = t?.columnaDe(columna)
      if (!fila || col === undefined) continue
      ;(fila.marcas ??= []).push({ col, celda, codigo: c.marcas.motivos[motivo]?.codigo ?? null, mensaje: c.marcas.motivos[motivo]?.mensaje ?? null })
      filas.add(fila)
    }
    return filas
  }
}

function unir(escritos: readonly Escrito[]): Escrito {
  return {
    filas: new Set(escritos.flatMap(e => [...e.filas])), retiradas: new Set(escritos.flatMap(e => [...e.retiradas])),
    lugar: escritos.some(e => e.lugar), deCurso: escritos.some(e => e.deCurso),
  }
}
