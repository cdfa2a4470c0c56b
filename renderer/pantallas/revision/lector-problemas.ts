import type { Causa } from '../../../shared/domain/causas.ts'
import type { Nivel } from '../../../shared/domain/problema.ts'
import type { ProblemaVista } from '../../../shared/ipc/modelos.ts'
import { pedir } from '../../puente.ts'

const POR_BLOQUE = 50

/** Reads the list of problems entry by entry, asking main for blocks of it, once each while the draft does not change. */
interface Lector {
  version: number
  causa: Causa | null
  leer(nivel: Nivel, i: number): Promise<ProblemaVista | null>
  /** How many the list has of that level; of the cause, when there is one. */
  total(nivel: Nivel): Promise<number>
}
interface Bloque { total: number; problemas: readonly ProblemaVista[] }
const SIN_PROBLEMAS: Bloque = { total: 0, problemas: [] }

/** `causa`: only its problems. */
export function crearLector(id: string, version: number, causa: Causa | null): Lector {
  const bloques = new Map<string, Promise<Bloque>>()
  const bloque = (nivel: Nivel, desde: number): Promise<Bloque> => {
    const clave = `${nivel} ${desde}`
    let b = bloques.get(clave)
    if (!b) bloques.set(clave, (b = pedir('borrador:problemas', { id, nivel, desde, cuantos: POR_BLOQUE, ...(causa === null ? {} : { causa }) }).then(r => (r.ok ? r.valor : SIN_PROBLEMAS))))
    return b
  }
  return {
    version, causa,
    leer: async (nivel, i) => (await bloque(nivel, i - (i % POR_BLOQUE))).problemas[i % POR_BLOQUE] ?? null,
    total: async nivel => (await bloque(nivel, 0)).total,
  }
}
