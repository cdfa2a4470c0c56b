/** Shapes of the bridge for problems by cause, their fixes, and the list of changes. */
import { z } from 'zod'
import { NivelSchema } from '../domain/problema.ts'

const entero = z.int().min(0)

/** A column of a table where a cause is found. `columna` null: on the row as a whole. */
export const LugarCausaSchema = z.object({
  tabla: z.string(), hoja: z.string(), columna: z.string().nullable(), titulo: z.string(), letra: z.string(),
  cuantas: entero,
  /** Whether something can be offered for all of its cells at once ('borrador:arreglos'). */
  arreglable: z.boolean(),
})
export type LugarCausa = z.infer<typeof LugarCausaSchema>
export const GrupoCausaSchema = z.object({
  causa: z.string(), nivel: NivelSchema,
  /** "RUT sin dígito verificador", and what to do about all of them. */
  titulo: z.string(), queHacer: z.string(),
  cuantas: entero,
  lugares: z.array(LugarCausaSchema),
})
export type GrupoCausa = z.infer<typeof GrupoCausaSchema>

/** The cells of a fix. `texto`: only those that say exactly this, for causes that are asked text by text. */
export const AlcanceSchema = z.object({ causa: z.string().max(100), tabla: z.string().max(100), columna: z.string().max(100), texto: z.string().max(5000).optional() })
/** `valor`: what to write, for the options that ask for it. */
export const EleccionSchema = AlcanceSchema.extend({ opcion: z.string().max(50), valor: z.string().max(5000).optional() })
export type Eleccion = z.infer<typeof EleccionSchema>

export const OpcionVistaSchema = z.object({
  id: z.string(), titulo: z.string(), detalle: z.string().nullable(),
  /** What the person still has to say. */
  pide: z.enum(['nada', 'valor']),
  hace: z.enum(['cambiar', 'dejar-fuera']),
})
export const PropuestaSchema = z.object({
  /** Different texts of the cells, most frequent first, for causes that are asked text by text; else empty. */
  textos: z.array(z.object({ texto: z.string(), cuantas: entero })),
  /** How many cells the scope has. */
  cuantas: entero,
  /** Only those that would do something. */
  opciones: z.array(OpcionVistaSchema),
  /** What the option would do. null: none was asked for, or it still lacks its value. */
  vista: z.object({
    opcion: z.string(),
    /** Cells or rows that it changes, and cells of the scope that it does not. */
    cambian: entero, quedan: entero,
    /** Other errors and warnings of the rows that it leaves out: they would no longer count, and nobody corrected them. */
    callan: entero,
    ejemplos: z.array(z.object({ fila: z.int().nullable(), quien: z.string(), antes: z.string(), /** null: the row is left out. */ despues: z.string().nullable() })),
  }).nullable(),
  /** Why the value typed cannot be written in this column, in words. */
  objecion: z.string().nullable(),
})
export type Propuesta = z.infer<typeof PropuestaSchema>

/** A command of the session. `n` counts from 1, in the order of time. */
export const CambioVistaSchema = z.object({
  n: z.int().min(1), texto: z.string(),
  /** Where and what, when it fits in a line. */
  detalle: z.string().nullable(),
})
export type CambioVista = z.infer<typeof CambioVistaSchema>
/** `cambios` are the last ones only (MAXIMO_CAMBIOS); those with n > `aplicados` are undone and can be done again. */
export const CambiosSchema = z.object({ total: entero, aplicados: entero, cambios: z.array(CambioVistaSchema) })
export type Cambios = z.infer<typeof CambiosSchema>
