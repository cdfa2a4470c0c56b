/** Shapes of the bridge for the program's own updates. */
import { z } from 'zod'

/** What a version brings, a line each, in the person's words. */
export const NovedadesSchema = z.array(z.string().max(2000)).max(100)

export const ActualizacionSchema = z.object({
  /** The version that is running. */
  version: z.string(),
  paso: z.discriminatedUnion('tipo', [
    /** This copy does not update itself: development, a build without a feed, or a package that the system updates. */
    z.object({ tipo: z.literal('no-aplica'), motivo: z.enum(['desarrollo', 'sin-canal', 'paquete-del-sistema']) }),
    /** ISO 8601, UTC; null: not looked yet. */
    z.object({ tipo: z.literal('al-dia'), revisadoEn: z.string().nullable() }),
    z.object({ tipo: z.literal('buscando') }),
    /** `bytes` null: the feed does not say. */
    z.object({ tipo: z.literal('ofrecida'), nueva: z.string(), novedades: NovedadesSchema, bytes: z.int().nullable() }),
    z.object({ tipo: z.literal('descargando'), nueva: z.string(), novedades: NovedadesSchema, porcentaje: z.int().min(0).max(100) }),
    /** On this disk and verified: it takes its place when the program closes. */
    z.object({ tipo: z.literal('lista'), nueva: z.string(), novedades: NovedadesSchema }),
    z.object({ tipo: z.literal('falla'), titulo: z.string(), queHacer: z.string() }),
  ]),
  /** What this version brought, until the person has seen it after an update. */
  estrenada: NovedadesSchema.nullable(),
})
export type Actualizacion = z.infer<typeof ActualizacionSchema>
export type PasoActualizacion = Actualizacion['paso']
