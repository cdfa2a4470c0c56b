/**
 * What was found, by cause. Counted when asked for and kept while the draft does not change: it is asked for once per
 * change at most, while a verdict changes thousands of times during an import.
 */
import { CAUSAS, type Causa } from '../domain/causas.ts'
import { queHacerConTodas, tituloDeCausa } from '../domain/causas-titulos.ts'
import type { Nivel } from '../domain/problema.ts'
import type { GrupoCausa } from '../ipc/modelos-causas.ts'
import type { ProblemaVista } from '../ipc/modelos.ts'
import type { HallazgoColumna } from './conversion.ts'
import { opcionesDe } from './mesa-arreglos.ts'
import type { Fila, TablaMesa } from './mesa-tabla.ts'
import { hallazgosDe, problemaVista } from './mesa-vista.ts'

export interface Hallado { fila: Fila; hallazgo: HallazgoColumna }

const ORDEN: Readonly<Record<Nivel, number>> = { error: 0, aviso: 1, informacion: 2 }

export class PorCausa {
  private readonly tablas: readonly TablaMesa[]
  private version = -1
  private grupos: GrupoCausa[] | null = null
  private readonly listas = new Map<Causa, Hallado[]>()

  constructor(tablas: readonly TablaMesa[]) {
    this.tablas = tablas
  }

  /** Errors first, then warnings, then conversions; within a level, the most frequent first. */
  resumir(version: number): GrupoCausa[] {
    this.ponerAlDia(version)
    return (this.grupos ??= this.contar())
  }

  /** Its findings in sheet order. */
  lista(version: number, causa: Causa): readonly Hallado[] {
    this.ponerAlDia(version)
    let lista = this.listas.get(causa)
    if (!lista) this.listas.set(causa, (lista = this.reunir(causa)))
    return lista
  }

  problemas(version: number, causa: Causa, desde: number, cuantos: number): { total: number; problemas: ProblemaVista[] } {
    const lista = this.lista(version, causa)
    return { total: lista.length, problemas: lista.slice(desde, desde + cuantos).map(h => problemaVista(h.fila, h.hallazgo)) }
  }

  /** Ids of the rows of the table where it is found. */
  filas(version: number, causa: Causa, tabla: string): ReadonlySet<number> {
    return new Set(this.lista(version, causa).filter(h => h.fila.tabla.id === tabla).map(h => h.fila.id))
  }

  private ponerAlDia(version: number): void {
    if (version === this.version) return
    this.version = version
    this.grupos = null
    this.listas.clear()
  }

  private contar(): GrupoCausa[] {
    const grupos = new Map<Causa, GrupoCausa>()
    for (const t of this.tablas) {
      const enTabla = new Map<Causa, Map<number, number>>()
      for (const f of t.filas) {
        if (f.errores + f.avisos + f.informaciones === 0) continue
        for (const h of hallazgosDe(f)) {
          let cols = enTabla.get(h.causa)
          if (!cols) enTabla.set(h.causa, (cols = new Map()))
          cols.set(h.col, (cols.get(h.col) ?? 0) + 1)
        }
      }
      for (const [causa, cols] of enTabla) sumarTabla(grupos, t, causa, cols)
    }
    return [...grupos.values()].sort((a, b) => ORDEN[a.nivel] - ORDEN[b.nivel] || b.cuantas - a.cuantas || (a.causa < b.causa ? -1 : 1))
  }

  private reunir(causa: Causa): Hallado[] {
    const { nivel } = CAUSAS[causa]
    const cuenta = { error: 'errores', aviso: 'avisos', informacion: 'informaciones' } as const
    const lista: Hallado[] = []
    for (const t of this.tablas) {
      for (const fila of t.filas) {
        if (fila[cuenta[nivel]] === 0) continue
        const suyos = hallazgosDe(fila).filter(h => h.causa === causa).sort((a, b) => a.col - b.col)
        for (const hallazgo of suyos) lista.push({ fila, hallazgo })
      }
    }
    return lista
  }
}

function sumarTabla(grupos: Map<Causa, GrupoCausa>, t: TablaMesa, causa: Causa, cols: ReadonlyMap<number, number>): void {
  let g = grupos.get(causa)
  if (!g) grupos.set(causa, (g = { causa, nivel: CAUSAS[causa].nivel, titulo: tituloDeCausa(causa), queHacer: queHacerConTodas(causa), cuantas: 0, lugares: [] }))
  for (const [col, cuantas] of [...cols].sort(([a], [b]) => a - b)) {
    const c = t.columnas[col]
    g.cuantas += cuantas
    g.lugares.push({
      tabla: t.id, hoja: t.hoja, columna: c?.key ?? null, titulo: c?.titulo ?? '', letra: c?.letra ?? '', cuantas,
      arreglable: c !== undefined && opcionesDe(causa, t, c.key).length > 0,
    })
  }
}
