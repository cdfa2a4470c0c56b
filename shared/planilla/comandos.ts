/** What a person did to the draft, in a form that can be undone, redone, written to disk and said in words. */
import { z } from 'zod'
import { tituloDeCausa } from '../domain/causas-titulos.ts'
import { esCausa } from '../domain/causas.ts'
import type { Celda } from '../domain/celda.ts'
import { HOJAS, type ClaseTabla } from './columnas.ts'
import { IDS_LECTURA } from './lecturas.ts'
import { TEXTOS_PLANILLA as T } from './textos.ts'

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

/** How the cells came to change, for the words. Drafts of before have none: they were typed or pasted. */
export const AccionSchema = z.enum(['pegar', 'vaciar', 'cortar', 'rellenar', 'abajo', 'reemplazar'])
export type Accion = z.infer<typeof AccionSchema>

/** `antes` and `despues` are both kept, so that a command can be undone without the base it was made on. */
const EditarSchema = z.object({
  tipo: z.literal('editar'), tabla: z.string(),
  cambios: z.array(z.object({ filaId: z.int(), columna: z.string(), antes: CeldaSchema, despues: CeldaSchema })).min(1),
  /** The cause that was fixed for all its cells at once, for the words. */
  causa: z.string().optional(),
  accion: AccionSchema.optional(),
})
/** Rows that the file lacks come (`agregar`) or go, with what they say: their cells by column, those that say something. */
const FilasSchema = z.object({
  tipo: z.literal('filas'), tabla: z.string(), agregar: z.boolean(),
  filas: z.array(z.object({ id: z.int(), celdas: z.record(z.string(), CeldaSchema), excluida: z.boolean() })).min(1),
})
export type FilaAgregada = z.infer<typeof FilasSchema>['filas'][number]
const ParteSchema = z.discriminatedUnion('tipo', [EditarSchema, FilasSchema])
export type Parte = z.infer<typeof ParteSchema>

export const ComandoSchema = z.discriminatedUnion('tipo', [
  EditarSchema,
  FilasSchema,
  /** One thing that the person did in several tables, or that took new rows. */
  z.object({ tipo: z.literal('lote'), accion: AccionSchema, partes: z.array(ParteSchema).min(1) }),
  /** `filas` are only those whose state the command changed; `otras`: those of more tables. */
  z.object({ tipo: z.literal('excluir'), tabla: z.string(), filas: z.array(z.int()).min(1), excluir: z.boolean(), causa: z.string().optional(), otras: FilasDeTablaSchema.optional() }),
  /** Says how a column is read where its cells alone are in doubt. `celdas`: how many it was said for. */
  z.object({
    tipo: z.literal('leer'), tabla: z.string(), columna: z.string(), celdas: z.int(), antes: z.array(z.enum(IDS_LECTURA)), despues: z.array(z.enum(IDS_LECTURA)), causa: z.string().optional(),
  }),
  /** Leaves in the alumnos that SENCE refused and nobody else, in every table at once. `alumnos`: how many. */
  z.object({
    tipo: z.literal('corregir'), alumnos: z.int(), excluir: FilasDeTablaSchema, incluir: FilasDeTablaSchema, marcasAntes: MarcasSchema, marcas: MarcasSchema,
  }),
  /** What changed in the person's own workbook, corrected in another program: cells, new rows, and the `filas` that it no longer has. */
  z.object({ tipo: z.literal('traer'), archivo: z.string(), partes: z.array(ParteSchema), filas: FilasDeTablaSchema, excluir: z.boolean() }),
])
export type Comando = z.infer<typeof ComandoSchema>

/** The sheet's own name for a table; without one, the table's id is shown as its class. */
export type HojaDe = (tabla: string) => string | undefined

/** "Editar 3 celdas de Alumnos". */
export function textoDeComando(c: Comando, hojaDe: HojaDe = () => undefined): string {
  if (c.tipo === 'corregir') return T.corregir(c.alumnos)
  if (c.tipo === 'traer') return textoDeTraer(c)
  if (c.tipo === 'lote') return textoDeLote(c.accion, c.partes)
  const hoja = hojaDe(c.tabla) ?? (c.tabla in HOJAS ? HOJAS[c.tabla as ClaseTabla] : c.tabla)
  if (c.tipo === 'filas') return c.agregar ? T.agregarFilas(c.filas.length, hoja) : T.quitarFilas(c.filas.length, hoja)
  const causa = c.causa !== undefined && esCausa(c.causa) ? tituloDeCausa(c.causa) : null
  if (c.tipo === 'leer') return T.arreglar(c.celdas, hoja, causa ?? '')
  if (c.tipo === 'editar') return causa === null ? T.accion[c.accion ?? 'editar'](c.cambios.length, hoja) : T.arreglar(c.cambios.length, hoja, causa)
  const hojas = [hoja, ...(c.otras ?? []).map(o => hojaDe(o.tabla) ?? o.tabla)].join(', ')
  const cuantas = (c.otras ?? []).reduce((n, o) => n + o.filas.length, c.filas.length)
  const texto = c.excluir ? T.dejarFuera(cuantas, hojas) : T.incluir(cuantas, hojas)
  return causa === null ? texto : T.porCausa(texto, causa)
}

function textoDeTraer(c: Extract<Comando, { tipo: 'traer' }>): string {
  const sumar = (ns: readonly number[]): number => ns.reduce((a, b) => a + b, 0)
  return T.traer(
    sumar(c.partes.map(p => (p.tipo === 'editar' ? p.cambios.length : 0))), sumar(c.partes.map(p => (p.tipo === 'filas' ? p.filas.length : 0))), sumar(c.filas.map(f => f.filas.length)), c.archivo,
  )
}

function textoDeLote(accion: Accion, partes: readonly Parte[]): string {
  let celdas = 0
  let filas = 0
  for (const p of partes) {
    if (p.tipo === 'editar') celdas += p.cambios.length
    else {
      filas += p.filas.length
      for (const f of p.filas) celdas += Object.keys(f.celdas).length
    }
  }
  const texto = T.accion[accion](celdas, '')
  return filas === 0 ? texto : T.conFilas(texto, filas)
}

/** The command that puts things back. */
export function invertir<C extends Comando>(c: C): C
export function invertir(c: Comando): Comando {
  switch (c.tipo) {
    case 'corregir': return { ...c, excluir: c.incluir, incluir: c.excluir, marcas: c.marcasAntes, marcasAntes: c.marcas }
    case 'excluir': return { ...c, excluir: !c.excluir }
    case 'filas': return { ...c, agregar: !c.agregar }
    case 'leer': return { ...c, antes: c.despues, despues: c.antes }
    case 'traer': return { ...c, excluir: !c.excluir, partes: c.partes.map(invertir).toReversed() }
    case 'lote': return { ...c, partes: c.partes.map(invertir).toReversed() }
    case 'editar': return { ...c, cambios: c.cambios.map(x => ({ ...x, antes: x.despues, despues: x.antes })) }
  }
}

/** Whether two cells say the same, wherever their objects come from (the file, the disk). */
export function mismaCelda(a: Celda, b: Celda): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  return a.tipo === b.tipo && a.valor === b.valor
}
