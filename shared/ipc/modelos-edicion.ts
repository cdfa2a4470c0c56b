/** Shapes of the bridge for editing like a spreadsheet: ranges, rows that come and go, find and replace, order and filters. */
import { z } from 'zod'
import { MAX_CELDAS_RANGO, MAX_FILAS_NUEVAS, MAX_TEXTO_CELDA } from '../planilla/limites-edicion.ts'

const entero = z.int().min(0)
const texto = z.string().max(MAX_TEXTO_CELDA)
const clave = z.string().max(100)

/** Rows and columns that were chosen, in the order shown: whether the window has their content or not. */
export const RangoSchema = z.object({ tabla: clave, filas: z.instanceof(Int32Array).refine(f => f.length <= 500_000), columnas: z.array(clave).min(1).max(100) })
export type Rango = z.infer<typeof RangoSchema>
const cabe = (r: { filas: Int32Array; columnas: string[]; nuevas?: number }): boolean => (r.filas.length + (r.nuevas ?? 0)) * r.columnas.length <= MAX_CELDAS_RANGO

/** Texts put over a range, repeated where it is larger; `nuevas` rows are added for what comes after its last one. */
export const EscribirRangoSchema = RangoSchema.extend({
  accion: z.enum(['pegar', 'vaciar', 'cortar', 'rellenar']),
  celdas: z.array(z.array(texto).max(100)).min(1).max(MAX_CELDAS_RANGO),
  nuevas: entero.max(MAX_FILAS_NUEVAS),
}).refine(cabe)
/** The first row of the range, repeated in the others. */
export const RellenarAbajoSchema = RangoSchema.refine(cabe)
export const CopiarSchema = RangoSchema.refine(cabe)

export const PedidoBusquedaSchema = z.object({
  texto: z.string().max(200),
  /** true: tell capital from small letters; letters with accents from those without; match only cells that say nothing else. */
  mayusculas: z.boolean(), acentos: z.boolean(), completa: z.boolean(),
  /** null: in all of them. A column belongs to a table. */
  tabla: clave.nullable(), columna: clave.nullable(),
})
export type PedidoBusqueda = z.infer<typeof PedidoBusquedaSchema>
const celda = z.object({ tabla: clave, filaId: z.int(), columna: clave })
/** From where to look on; null: from the start. */
export const DesdeSchema = celda.extend({ columna: clave.nullable() }).nullable()
/** A cell that says what is looked for: the `n`th of them, counting from 1. */
export const HalladaSchema = celda.extend({ n: z.int().min(1) })
export type Hallada = z.infer<typeof HalladaSchema>
export const ReemplazosSchema = z.object({
  /** Cells found, and those that would say something else. */
  total: entero, cambian: entero,
  ejemplos: z.array(z.object({ hoja: z.string(), fila: z.int().nullable(), columna: z.string(), quien: z.string(), antes: z.string(), despues: z.string() })),
})
export type Reemplazos = z.infer<typeof ReemplazosSchema>
/** `solo`: that cell and no other. */
export const ReemplazarSchema = PedidoBusquedaSchema.extend({ por: texto, solo: celda.nullable() })

export const OrdenSchema = z.object({ columna: clave, sentido: z.enum(['asc', 'desc']) })
export type Orden = z.infer<typeof OrdenSchema>
/** What else decides which rows are shown, and their order; absent: sheet order. */
export const RecorteSchema = z.object({
  curso: z.object({ codigoOferta: z.string().max(200), codigoGrupo: z.string().max(200) }).optional(),
  /** A RUT in any written form, or part of a name. */
  alumno: z.string().max(200).optional(),
  orden: OrdenSchema.optional(),
})
export type Recorte = z.infer<typeof RecorteSchema>
