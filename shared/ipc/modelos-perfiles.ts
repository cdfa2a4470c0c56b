/** Shapes of the bridge for the OTECs that are kept. */
import { z } from 'zod'

const cuenta = z.int().min(0).nullable()

export const PerfilEnListaSchema = z.object({
  /** `11222333-4` */
  rutOtec: z.string(),
  nombre: z.string(),
  /** Whether a token is kept (sealed, or until the program closes). */
  conToken: z.boolean(),
})
export type PerfilEnLista = z.infer<typeof PerfilEnListaSchema>

/** What would be lost with an OTEC. null: it could not be counted. */
export const ContenidoPerfilSchema = z.object({ envios: cuenta, sinConfirmar: cuenta, borradores: cuenta })
export type ContenidoPerfil = z.infer<typeof ContenidoPerfilSchema>

export const RutPerfilSchema = z.object({ rutOtec: z.string().max(20) })
export const CredencialesEscritasSchema = z.object({ rutOtec: z.string().max(20), token: z.string().max(100), nombre: z.string().max(200) })
