/** From what a person asks to the command that does it, with what was there before. null: nothing would change. */
import type { Causa } from '../domain/causas.ts'
import type { Celda } from '../domain/celda.ts'
import { textoDeCelda } from './celda-texto.ts'
import { mismaCelda, type Comando } from './comandos.ts'
import type { TablaMesa } from './mesa-tabla.ts'

export interface CambioDeCelda { filaId: number; columna: string; texto: string }

/**
 * The cell that a typed text means: the text that a file's own cell shows gives that cell back (its date, its number),
 * not a text that looks like it.
 */
export function celdaEscrita(texto: string, antes: Celda, base: Celda): Celda {
  if (texto === textoDeCelda(antes)) return antes
  if (texto === textoDeCelda(base)) return base
  return texto === '' ? null : texto
}

/** Texts typed into cells; unknown rows and columns are passed over, and of two for one cell the last holds. */
export function prepararEdicion(t: TablaMesa, cambios: readonly CambioDeCelda[], causa?: Causa): Comando | null {
  const porCelda = new Map<string, { filaId: number; columna: string; antes: Celda; despues: Celda }>()
  for (const { filaId, columna, texto } of cambios) {
    const fila = t.porId.get(filaId)
    const col = t.columnaDe(columna)
    if (!fila || col === undefined) continue
    const antes = fila.celdas[col] ?? null
    const despues = celdaEscrita(texto, antes, fila.base[col] ?? null)
    const clave = `${filaId} ${columna}`
    if (mismaCelda(antes, despues)) porCelda.delete(clave)
    else porCelda.set(clave, { filaId, columna, antes, despues })
  }
  return porCelda.size === 0 ? null : { tipo: 'editar', tabla: t.id, cambios: [...porCelda.values()], ...(causa === undefined ? {} : { causa }) }
}

/** Rows to leave out, or to take in again. */
export function prepararExclusion(t: TablaMesa, filas: readonly number[], excluir: boolean, causa?: Causa): Extract<Comando, { tipo: 'excluir' }> | null {
  const cambian = [...new Set(t.buscar(filas))].filter(f => f.excluida !== excluir).map(f => f.id)
  return cambian.length === 0 ? null : { tipo: 'excluir', tabla: t.id, filas: cambian, excluir, ...(causa === undefined ? {} : { causa }) }
}
