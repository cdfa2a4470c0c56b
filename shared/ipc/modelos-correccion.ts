/** The round trip: a draft exported with observations, and its file when it comes back corrected. */
import { z } from 'zod'

export const ExportacionSchema = z.object({
  /** `mismo`: the person's own workbook, with everything else that it holds. `nuevo`: another one with its values. */
  clase: z.enum(['mismo', 'nuevo']),
  /** Cells whose value was changed in the program and are written. */
  escritas: z.int().min(0),
  /** Places that could not be written, in words. */
  sinEscribir: z.array(z.string()),
  observaciones: z.int().min(0),
})
export type Exportacion = z.infer<typeof ExportacionSchema>

export const CambioTraidoSchema = z.object({
  hoja: z.string(), fila: z.int().nullable(), letra: z.string(), titulo: z.string(), antes: z.string(), despues: z.string(),
  /** The same cell was changed in the program too, since it was exported. */
  pisada: z.boolean(),
})
export type CambioTraido = z.infer<typeof CambioTraidoSchema>
/** What a corrected workbook would bring to the draft that it came from. */
export const CorreccionSchema = z.object({
  nombreArchivo: z.string(),
  celdas: z.int().min(0),
  /** The first of them. */
  cambios: z.array(CambioTraidoSchema),
  /** Rows that the file no longer has, and rows that only it has. */
  quitadas: z.int().min(0), nuevas: z.int().min(0),
  sinHoja: z.array(z.string()),
})
export type CorreccionVista = z.infer<typeof CorreccionSchema>
