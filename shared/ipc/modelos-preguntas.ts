/** Shapes of the bridge for what is asked about a column instead of being guessed. */
import { z } from 'zod'

const entero = z.int().min(0)
export const OpcionPreguntaSchema = z.object({
  /** Option of the fix of the same cause ('borrador:arreglar'). */
  opcion: z.string(), titulo: z.string(), detalle: z.string().nullable(),
  /** Cells that it can read, and cells in doubt that it cannot. */
  cambian: entero, quedan: entero,
  /** Cells of the column, and what each would be. */
  ejemplos: z.array(z.object({ fila: z.int().nullable(), antes: z.string(), despues: z.string() })),
})
/** Cells of one column that can be read in more than one way. */
export const PreguntaSchema = z.object({
  causa: z.string(), tabla: z.string(), columna: z.string(), hoja: z.string(), titulo: z.string(), letra: z.string(),
  cuantas: entero,
  opciones: z.array(OpcionPreguntaSchema),
})
export type Pregunta = z.infer<typeof PreguntaSchema>

export const RespuestaSchema = z.object({ causa: z.string().max(100), tabla: z.string().max(100), columna: z.string().max(100), opcion: z.string().max(50) })
export type Respuesta = z.infer<typeof RespuestaSchema>
