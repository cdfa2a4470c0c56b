import { MarcaSchema, type Marca } from '../../../shared/ipc/modelos-archivo.ts'

/** Of a column that the reading of the history wrote; what is not a list is none, and what in it is no mark of ours is passed over. */
export function leerMarcas(json: string | null): Marca[] {
  try {
    const leidas: unknown = JSON.parse(json ?? '[]')
    return Array.isArray(leidas) ? leidas.flatMap((m) => MarcaSchema.safeParse(m).data ?? []) : []
  } catch { return [] }
}
