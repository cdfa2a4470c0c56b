import { z } from 'zod'

/** The texts of one call, which may be megabytes: asked for when they are looked at. */
export const CuerpoLlamadaSchema = z.object({
  /** Exact text sent, token hidden. */
  solicitud: z.string(),
  /** As it came; null: none did. */
  respuesta: z.string().nullable(),
  /** The words with which SENCE's history showed the call; null: it has not, or was not asked. */
  constancia: z.string().nullable(),
})
export type CuerpoLlamada = z.infer<typeof CuerpoLlamadaSchema>
