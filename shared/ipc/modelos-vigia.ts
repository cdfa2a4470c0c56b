/** Shapes of the bridge for the watched folder of an OTEC. */
import { z } from 'zod'

export const QueHacerSchema = z.enum(['abrir', 'enviar'])
export type QueHacer = z.infer<typeof QueHacerSchema>

/** What became of a file that appeared. */
export const NovedadSchema = z.object({
  /** SHA-256 of the file. */
  id: z.string(), archivo: z.string(), cuando: z.string().max(40),
  resultado: z.enum(['abierta', 'con-errores', 'programada', 'no-abierta', 'no-programada']),
  /** In words; '' when the result says it all. */
  detalle: z.string(),
  borradorId: z.string().nullable(), envioId: z.string().nullable(),
})
export type Novedad = z.infer<typeof NovedadSchema>

export const VigiaSchema = z.object({
  /** null: none is watched. */
  carpeta: z.string().nullable(),
  queHacer: QueHacerSchema,
  /** false: the folder cannot be read now (a network drive that went); it is tried again. */
  alcanzable: z.boolean(),
  /** Newest first. */
  novedades: z.array(NovedadSchema),
})
export type Vigia = z.infer<typeof VigiaSchema>
