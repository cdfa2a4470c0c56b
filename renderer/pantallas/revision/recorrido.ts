/** F8: which problem comes next. Pure; the list is read from main one entry at a time, because it may have 100,000. */
import type { Nivel } from '../../../shared/domain/problema.ts'
import type { ProblemaVista } from '../../../shared/ipc/modelos.ts'

/** Place of a cell in the order of the workbook: table, row, column (-1: the row as a whole). Row ids grow down the sheet. */
export interface Lugar { tabla: number; fila: number; columna: number }

export type Direccion = 'siguiente' | 'anterior'
export interface Destino {
  problema: ProblemaVista
  /** The search went past the end of the list and began again. */
  dioLaVuelta: boolean
}

export function compararLugares(a: Lugar, b: Lugar): number {
  return a.tabla - b.tabla || a.fila - b.fila || a.columna - b.columna
}

/**
 * Levels that F8 goes through, in order. Conversions are walked only by who asks for them: nothing is wrong there, and
 * there may be thousands.
 */
export function nivelesDe(filtro: Nivel | 'todos', totales: Readonly<Record<Nivel, number>>): Nivel[] {
  const pedidos: Nivel[] = filtro === 'todos' ? ['error', 'aviso'] : [filtro]
  return pedidos.filter(n => totales[n] > 0)
}

export interface Recorrido {
  direccion: Direccion
  niveles: readonly Nivel[]
  totales: Readonly<Record<Nivel, number>>
  /** Level being walked; one that is not in `niveles` (or null) starts with the first. */
  nivelActual: Nivel | null
  /** Cell in focus; null: start from the end where the walk begins. */
  foco: Lugar | null
  lugarDe(p: ProblemaVista): Lugar
  /** Problem `i` of a level, in sheet order; null: there is none, or it could not be read. */
  leer(nivel: Nivel, i: number): Promise<ProblemaVista | null>
}

/** The problem after (or before) the cell in focus: in its level, then in the next level, then from the start. */
export async function problemaVecino(r: Recorrido): Promise<Destino | null> {
  const primero = r.niveles[0]
  if (!primero) return null
  const nivel = r.nivelActual && r.niveles.includes(r.nivelActual) ? r.nivelActual : primero
  const paso = r.direccion === 'siguiente' ? 1 : -1
  const aqui = await posicionVecina(r, nivel)
  const problema = aqui === null ? null : await r.leer(nivel, aqui)
  if (problema) return { problema, dioLaVuelta: false }

  const donde = r.niveles.indexOf(nivel) + paso
  const otro = r.niveles.at(donde % r.niveles.length) ?? primero
  const punta = await r.leer(otro, paso === 1 ? 0 : r.totales[otro] - 1)
  return problemaODeNuevo(punta, donde < 0 || donde >= r.niveles.length)
}

const problemaODeNuevo = (problema: ProblemaVista | null, dioLaVuelta: boolean): Destino | null => (problema ? { problema, dioLaVuelta } : null)

/** Index of the nearest problem of `nivel` beyond the focus; null: none on that side. Binary search: some 17 reads of 100,000. */
async function posicionVecina(r: Recorrido, nivel: Nivel): Promise<number | null> {
  const total = r.totales[nivel]
  if (!r.foco) return r.direccion === 'siguiente' ? 0 : total - 1
  let desde = 0
  let hasta = total
  while (desde < hasta) {
    const medio = (desde + hasta) >> 1
    const p = await r.leer(nivel, medio)
    if (!p) return null
    const orden = compararLugares(r.lugarDe(p), r.foco)
    if (orden < 0 || (orden === 0 && r.direccion === 'siguiente')) desde = medio + 1
    else hasta = medio
  }
  if (r.direccion === 'siguiente') return desde < total ? desde : null
  return desde > 0 ? desde - 1 : null
}
