/** What "Exportar diagnóstico" shows, which is to the letter what it saves. */
import { z } from 'zod'

export const ParteDiagnosticoSchema = z.object({ titulo: z.string().max(200), explicacion: z.string().max(1000), texto: z.string().max(4_000_000) })
export type ParteDiagnostico = z.infer<typeof ParteDiagnosticoSchema>

export const DiagnosticoSchema = z.object({
  /** Names what was shown, so that nothing else is saved. */
  id: z.string(),
  partes: z.array(ParteDiagnosticoSchema),
  /** Of the file that would be written. */
  bytes: z.int().min(0),
})
export type Diagnostico = z.infer<typeof DiagnosticoSchema>
