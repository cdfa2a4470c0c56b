/** What a person did to the draft, in a form that can be undone, redone, written to disk and said in words. */
import { z } from 'zod'
import type { Celda } from '../domain/celda.ts'
import { HOJAS, type ClaseTabla } from './columnas.ts'
import { TEXTOS_PLANILLA } from './textos.ts'

export const CeldaSchema = z.union([
  z.null(), z.string(), z.number(), z.boolean(),
  z.object({ tipo: z.enum(['fecha', 'duracion', 'porcentaje']), valor: z.number() }),
  z.object({ tipo: z.literal('error'), valor: z.string() }),
])

/** `antes` and `despues` are both kept, so that a command can be undone without the base it was made on. */
export const ComandoSchema = z.discriminatedUnion('tipo', [
  z.object({
    tipo: z.literal('editar'), tabla: z.string(),
    cambios: z.array(z.object({ filaId: z.int(), columna: z.string(), antes: CeldaSchema, despues: CeldaSchema })).min(1),
  }),
  /** `filas` are only those whose state the command changed. */
  z.object({ tipo: z.literal('excluir'), tabla: z.string(), filas: z.array(z.int()).min(1), excluir: z.boolean() }),
])
export type Comando = z.infer<typeof ComandoSchema>

/** "Editar 3 celdas de Alumnos". `hoja` is the sheet's own name; without it, the table's id is shown as its class. */
export function textoDeComando(c: Comando, hoja?: string): string {
  const nombre = hoja ?? (c.tabla in HOJAS ? HOJAS[c.tabla as ClaseTabla] : c.tabla)
  if (c.tipo === 'editar') return TEXTOS_PLANILLA.editar(c.cambios.length, nombre)
  return c.excluir ? TEXTOS_PLANILLA.dejarFuera(c.filas.length, nombre) : TEXTOS_PLANILLA.incluir(c.filas.length, nombre)
}

/** The command that puts things back. */
export function invertir(c: Comando): Comando {
  if (c.tipo === 'excluir') return { ...c, excluir: !c.excluir }
  return { ...c, cambios: c.cambios.map(x => ({ ...x, antes: x.despues, despues: x.antes })) }
}

/** Whether two cells say the same, wherever their objects come from (the file, the disk). */
export function mismaCelda(a: Celda, b: Celda): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  return a.tipo === b.tipo && a.valor === b.valor
}
