import type { Nivel } from '../../../shared/domain/problema.ts'
import type { ProblemaVista } from '../../../shared/ipc/modelos.ts'
import { pedir } from '../../puente.ts'

const POR_BLOQUE = 50

/** Reads the list of problems entry by entry, asking main for blocks of it, once each while the draft does not change. */
export function crearLector(id: string, version: number): { version: number; leer(nivel: Nivel, i: number): Promise<ProblemaVista | null> } {
  const bloques = new Map<string, Promise<readonly ProblemaVista[]>>()
  const bloque = (nivel: Nivel, desde: number): Promise<readonly ProblemaVista[]> => {
    const clave = `${nivel} ${desde}`
    let b = bloques.get(clave)
    if (!b) bloques.set(clave, (b = pedir('borrador:problemas', { id, nivel, desde, cuantos: POR_BLOQUE }).then(r => (r.ok ? r.valor.problemas : []))))
    return b
  }
  return {
    version,
    leer: async (nivel, i) => (await bloque(nivel, i - (i % POR_BLOQUE)))[i % POR_BLOQUE] ?? null,
  }
}
