/** What a person did to the draft, in a form that can be undone, redone, written to disk and said in words. */
import { z } from 'zod'
import { tituloDeCausa } from '../domain/causas-titulos.ts'
import { esCausa } from '../domain/causas.ts'
import type { Celda } from '../domain/celda.ts'
import { HOJAS, type ClaseTabla } from './columnas.ts'
import { TEXTOS_PLANILLA } from './textos.ts'

export const CeldaSchema = z.union([
  z.null(), z.string(), z.number(), z.boolean(),
  z.object({ tipo: z.enum(['fecha', 'duracion', 'porcentaje']), valor: z.number() }),
  z.object({ tipo: z.literal('error'), valor: z.string() }),
])

/** SENCE's words on a cell, which hold while the cell says what it said then. */
const MarcaSchema = z.object({ tabla: z.string(), filaId: z.int(), columna: z.string(), celda: CeldaSchema, motivo: z.int() })
const MarcasSchema = z.object({ motivos: z.array(z.object({ codigo: z.string().nullable(), mensaje: z.string().nullable() })), celdas: z.array(MarcaSchema) })
export type Marcas = z.infer<typeof MarcasSchema>
export const SIN_MARCAS: Marcas = { motivos: [], celdas: [] }
const FilasDeTablaSchema = z.array(z.object({ tabla: z.string(), filas: z.array(z.int()).min(1) }))

/** `antes` and `despues` are both kept, so that a command can be undone without the base it was made on. */
export const ComandoSchema = z.discriminatedUnion('tipo', [
  z.object({
    tipo: z.literal('editar'), tabla: z.string(),
    cambios: z.array(z.object({ filaId: z.int(), columna: z.string(), antes: CeldaSchema, despues: CeldaSchema })).min(1),
    /** The cause that was fixed for all its cells at once, for the words. */
    causa: z.string().optional(),
  }),
  /** `filas` are only those whose state the command changed. */
  z.object({ tipo: z.literal('excluir'), tabla: z.string(), filas: z.array(z.int()).min(1), excluir: z.boolean(), causa: z.string().optional() }),
  /** Leaves in the alumnos that SENCE refused and nobody else, in every table at once. `alumnos`: how many. */
  z.object({
    tipo: z.literal('corregir'), alumnos: z.int(), excluir: FilasDeTablaSchema, incluir: FilasDeTablaSchema, marcasAntes: MarcasSchema, marcas: MarcasSchema,
  }),
])
export type Comando = z.infer<typeof ComandoSchema>

/** "Editar 3 celdas de Alumnos". `hoja` is the sheet's own name; without it, the table's id is shown as its class. */
export function textoDeComando(c: Comando, hoja?: string): string {
  if (c.tipo === 'corregir') return TEXTOS_PLANILLA.corregir(c.alumnos)
  const nombre = hoja ?? (c.tabla in HOJAS ? HOJAS[c.tabla as ClaseTabla] : c.tabla)
  const causa = c.causa !== undefined && esCausa(c.causa) ? tituloDeCausa(c.causa) : null
  if (c.tipo === 'editar') return causa === null ? TEXTOS_PLANILLA.editar(c.cambios.length, nombre) : TEXTOS_PLANILLA.arreglar(c.cambios.length, nombre, causa)
  const texto = c.excluir ? TEXTOS_PLANILLA.dejarFuera(c.filas.length, nombre) : TEXTOS_PLANILLA.incluir(c.filas.length, nombre)
  return causa === null ? texto : TEXTOS_PLANILLA.porCausa(texto, causa)
}

/** The command that puts things back. */
export function invertir(c: Comando): Comando {
  if (c.tipo === 'corregir') return { ...c, excluir: c.incluir, incluir: c.excluir, marcas: c.marcasAntes, marcasAntes: c.marcas }
  if (c.tipo === 'excluir') return { ...c, excluir: !c.excluir }
  return { ...c, cambios: c.cambios.map(x => ({ ...x, antes: x.despues, despues: x.antes })) }
}

/** Whether two cells say the same, wherever their objects come from (the file, the disk). */
export function mismaCelda(a: Celda, b: Celda): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  return a.tipo === b.tipo && a.valor === b.valor
}
