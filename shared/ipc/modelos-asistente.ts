/** Shapes of the bridge for a workbook whose columns the person says: what is shown of it, what they answer, what is remembered. */
import { z } from 'zod'
import { ColumnaVistaSchema, FilaVistaSchema } from './modelos.ts'

const entero = z.int().min(0)
const id = z.string().min(1).max(100)
const key = z.string().min(1).max(100)

/** What the rows of a sheet are: all of it in each row, or one of the parts that a workbook keeps in sheets apart. */
export const ClaseHojaSchema = z.enum(['unica', 'cursos', 'alumnos', 'modulos', 'actividades'])
export type ClaseHoja = z.infer<typeof ClaseHojaSchema>

/** Which column of theirs each of ours is, and what is the same in all rows. A column of theirs may serve for two of ours. */
export const CorrespondenciaSchema = z.strictObject({
  hoja: z.string().max(300),
  /** Absent: 'unica'. */
  clase: ClaseHojaSchema.optional(),
  /** Row of the headings, counted from 1. */
  fila: z.int().min(1).max(1_048_576),
  columnas: z.array(z.strictObject({ key, /** Counted from 0. */ indice: z.int().min(0).max(16_383) })).max(50),
  fijos: z.array(z.strictObject({ key, valor: z.string().trim().min(1).max(500) })).max(50),
})
export type Correspondencia = z.infer<typeof CorrespondenciaSchema>

export const NombreCorrespondenciaSchema = z.string().trim().min(1).max(100)
/** A match that is used by itself for the same headings. */
export const CorrespondenciaGuardadaSchema = z.object({
  id: z.string(), nombre: z.string(), usadaEn: z.string(),
  /** Their headings, those that are used. */
  titulos: z.array(z.string()),
  /** How many columns were matched by the person; 0: only how to read some of them was said. */
  columnas: entero, fijos: entero, lecturas: entero,
})
export type CorrespondenciaGuardada = z.infer<typeof CorrespondenciaGuardadaSchema>

/** A workbook kept aside until the person says which columns are which. */
export const PreparacionSchema = z.object({
  id: z.string(), nombreArchivo: z.string(),
  /** Something in it looks like the progress of alumnos; false: it may well be another file. */
  parece: z.boolean(),
  hojas: z.array(z.object({
    nombre: z.string(), oculta: z.boolean(),
    /** Columns with something in the rows that were looked at. */
    columnas: entero,
    /** Row that is probably the headings'; null: none looks like it. `seguro`: there is no need to ask. */
    encabezado: z.object({ fila: z.int().min(1), seguro: z.boolean() }).nullable(),
    /** The first rows, cut to what fits on a screen. */
    filas: z.array(z.object({ fila: z.int().min(1), textos: z.array(z.string()) })),
  })),
  /** Sheet to begin with, by its place in `hojas`. */
  hoja: entero,
  /** Which sheet has each part, where the workbook seems to keep alumnos and módulos apart; null: it does not. */
  reparto: z.array(z.object({ clase: ClaseHojaSchema, hoja: entero })).nullable(),
})
export type Preparacion = z.infer<typeof PreparacionSchema>

export const SeguridadSchema = z.enum(['segura', 'parecida', 'contenido', 'recordada'])
/** The columns of a sheet under one row of headings, and what each probably is. */
export const ColumnasPreparadasSchema = z.object({
  hoja: z.string(), fila: z.int().min(1),
  columnas: z.array(z.object({ indice: entero, letra: z.string(), titulo: z.string(), ejemplos: z.array(z.string()) })),
  propuesta: z.array(z.object({ key: z.string(), indice: entero, seguridad: SeguridadSchema })),
  fijos: z.array(z.object({ key: z.string(), valor: z.string() })),
  /** Name of the match that is remembered for these headings. */
  recordada: z.string().nullable(),
  /** Other sheets with the same headings, which can be read together with this one; and whether they were the last time. */
  gemelas: z.array(z.string()), juntas: z.boolean(),
})
export type ColumnasPreparadas = z.infer<typeof ColumnasPreparadasSchema>

/** What would come of an answer: its first rows as the review would show them. */
export const VistaPreparadaSchema = z.object({
  /** Titles of ours without which no row can be placed, and of those that SENCE asks for too. */
  faltan: z.array(z.string()), vacias: z.array(z.string()),
  /** Headings of theirs that nothing uses. */
  sinUso: z.array(z.string()),
  columnas: z.array(ColumnaVistaSchema), filas: z.array(FilaVistaSchema),
})
export type VistaPreparada = z.infer<typeof VistaPreparadaSchema>

export const PedidoColumnasSchema = z.strictObject({ id, hoja: z.string().max(300), fila: z.int().min(1).max(1_048_576), clase: ClaseHojaSchema.optional() })
export const PedidoVistaSchema = z.strictObject({ id, correspondencia: CorrespondenciaSchema })
/**
 * `juntas`: sheets with the same headings, read with it as one. `mas`: the sheets with the other parts of what it holds.
 * `recordar`: name under which it is kept for the same headings; null: it is used once. `reemplaza`: draft of the same file that, untouched, gives way to the new one.
 */
export const PedidoPreparadaSchema = PedidoVistaSchema.extend({
  recordar: NombreCorrespondenciaSchema.nullable(), juntas: z.array(z.string().max(300)).max(300).optional(), mas: z.array(CorrespondenciaSchema).max(3).optional(),
})
