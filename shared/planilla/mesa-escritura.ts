/** Commands written into the tables: the cells, the rows left out, SENCE's words. What follows from it is judged by Revision. */
import type { Comando, Marcas } from './comandos.ts'
import { SIN_MARCAS } from './comandos.ts'
import { esDeIdentidad } from './mesa-revision.ts'
import type { Fila, TablaMesa } from './mesa-tabla.ts'

/** What a command touched, as Revision.cambiar takes it. */
export interface Escrito { filas: Set<Fila>; lugar: boolean; deCurso: boolean }

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
      case 'excluir': return { filas: new Set(this.ponerFuera(c.tabla, c.filas, c.excluir)), lugar: true, deCurso: false }
      case 'corregir': return { filas: this.corregir(c), lugar: true, deCurso: false }
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
    return { filas, lugar, deCurso }
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
