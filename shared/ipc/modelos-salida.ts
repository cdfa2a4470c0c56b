/** What leaves the program for others to read: lists to Excel. */
import { z } from 'zod'
import { ConsultaArchivoSchema } from './modelos-archivo.ts'

const id = z.string().min(1).max(100)

/** A list that is on view, and which of it. A new list is a line here, and its columns in services/listas. */
export const ListaExportableSchema = z.discriminatedUnion('lista', [
  /** Past sends and SENCE's processes, as the list shows them. */
  z.object({ lista: z.literal('envios'), consulta: ConsultaArchivoSchema }),
  /** Of the alumnos whose RUT is looked for. */
  z.object({ lista: z.literal('registros'), consulta: ConsultaArchivoSchema }),
  /** The records of a process of SENCE. */
  z.object({ lista: z.literal('proceso'), pk: z.int().min(0) }),
  /** All that is known of an alumno. `rut`: without the check digit. */
  z.object({ lista: z.literal('alumno'), rut: z.int().min(1).max(99_999_999) }),
  /** Those alumnos of a course, in that order. */
  z.object({ lista: z.literal('curso'), oferta: z.string().max(200), grupo: z.string().max(200), ruts: z.array(z.int()).min(1).max(50_000) }),
  /** The alumnos of a send, with what was sent of each and what SENCE said. */
  z.object({ lista: z.literal('alumnos'), envioId: id }),
])
export type ListaExportable = z.infer<typeof ListaExportableSchema>
