/** Shapes of the bridge for backups. */
import { z } from 'zod'
import { FallaSchema } from './result.ts'

export const MINIMO_FRASE = 12

export const RespaldoEstadoSchema = z.object({
  carpeta: z.string(),
  /** It is the program's own, on the same disk as the data. */
  esLaPropia: z.boolean(),
  /** Words were set: what is made from then on opens in any computer. */
  conFrase: z.boolean(),
  /** Where nothing can be sealed no key can be kept, and so no backup is made by itself. */
  puedeSellar: z.boolean(),
  /** Of the OTEC on screen; null: in practice, or before one is connected. */
  rutOtec: z.string().nullable(),
  ultimo: z.object({ en: z.string(), archivo: z.string() }).nullable(),
  /** How many files of this OTEC the folder holds; null: it cannot be read now. */
  copias: z.int().min(0).nullable(),
  /** Why the last automatic one was not made. */
  falla: FallaSchema.nullable(),
})
export type RespaldoEstado = z.infer<typeof RespaldoEstadoSchema>

export const RespaldoElegidoSchema = z.object({
  id: z.string(), archivo: z.string(),
  /** Whether the person's words are needed to open it. */
  pideFrase: z.boolean(),
})
export type RespaldoElegido = z.infer<typeof RespaldoElegidoSchema>

const cuenta = z.int().min(0).nullable()
const ContenidoSchema = z.object({ envios: cuenta, borradores: cuenta, ultimoEnvio: z.string().nullable() })
export const RespaldoVistoSchema = ContenidoSchema.extend({
  rutOtec: z.string(), nombre: z.string(), creadoEn: z.string(),
  /** What this computer holds of that OTEC; null: nothing. */
  aqui: ContenidoSchema.nullable(),
})
export type RespaldoVisto = z.infer<typeof RespaldoVistoSchema>
