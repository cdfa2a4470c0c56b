/** What the window may know of the way out of this network. */
import { z } from 'zod'

export const RedEstadoSchema = z.object({
  /** `host:port` of the proxy that asked who one is and has not been answered; null: none. */
  pideClave: z.string().max(300).nullable(),
  /** Whose identification is kept. The password never crosses back. */
  identificacion: z.object({ servidor: z.string(), usuario: z.string(), guardada: z.boolean() }).nullable(),
  /** The certificate that the person chose for the office's network; `hasta`: YYYY-MM-DD. */
  certificado: z.object({ nombre: z.string(), hasta: z.string() }).nullable(),
})
export type RedEstado = z.infer<typeof RedEstadoSchema>

export const IdentificacionSchema = z.object({ servidor: z.string().min(1).max(300), usuario: z.string().max(200), clave: z.string().max(500) })
