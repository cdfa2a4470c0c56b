/** What to do today, as the window gets it. Rules: shared/domain/hoy.ts. */
import { z } from 'zod'
import { FechaIsoSchema, InstanteSchema } from './modelos.ts'

const entero = z.int().min(0)
const CursoClaveSchema = z.object({ codigoOferta: z.string(), codigoGrupo: z.string() })

export const HoyResumenSchema = z.object({
  /** Sends with something to resolve, newest first of each kind. `en`: when it went out. */
  envios: z.array(z.object({ clase: z.enum(['desconocido', 'rechazado', 'no-llego']), envioId: z.string(), nombreArchivo: z.string(), en: InstanteSchema, alumnos: entero })),
  /** Courses with alumnos that end soon below 100; `fin`: the first of them. */
  terminan: z.array(CursoClaveSchema.extend({ alumnos: entero, fin: FechaIsoSchema })),
  /** Courses within their dates. `reporte`: when SENCE last accepted something of it. */
  enMarcha: z.array(CursoClaveSchema.extend({ alumnos: entero, fin: FechaIsoSchema.nullable(), reporte: InstanteSchema.nullable(), diasSinReporte: z.int().nullable() })),
})
export type HoyResumen = z.infer<typeof HoyResumenSchema>
