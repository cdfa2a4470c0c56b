/** What leaves the program for others to read: lists to Excel. */
import { z } from 'zod'

const id = z.string().min(1).max(100)

/** A list that is on view, and which of it. A new list is a line here, and its columns in services/listas. */
export const ListaExportableSchema = z.discriminatedUnion('lista', [
  /** Those sends, in that order. */
  z.object({ lista: z.literal('envios'), ids: z.array(id).min(1).max(20_000) }),
  /** The alumnos of a send, with what was sent of each and what SENCE said. */
  z.object({ lista: z.literal('alumnos'), envioId: id }),
])
export type ListaExportable = z.infer<typeof ListaExportableSchema>
