import { z } from 'zod'

/**
 * Expected failures are values, never exceptions: a code the program acts on, and the words the person reads
 * (what happened, what it means, what to do next). Unexpected ones become `inesperado` with an incident id.
 */
export const FallaSchema = z.object({
  codigo: z.string(),
  titulo: z.string(),
  explicacion: z.string(),
  queHacer: z.string(),
  incidente: z.string().optional(),
  /** The workbook is kept aside under this id: the person may say which of its columns are which ('planilla:preparacion'). */
  preparacion: z.string().optional(),
})
export type Falla = z.infer<typeof FallaSchema>

export type Result<T> = { ok: true; valor: T } | { ok: false; falla: Falla }
export const resultSchema = <T extends z.ZodType>(valor: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), valor }),
    z.object({ ok: z.literal(false), falla: FallaSchema }),
  ])

export const ok = <T>(valor: T): Result<T> => ({ ok: true, valor })
export const fallar = (falla: Falla): Result<never> => ({ ok: false, falla })
