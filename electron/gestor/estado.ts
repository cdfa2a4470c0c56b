/** What the simulated service remembers. Parsed when it comes from disk. */
import { z } from 'zod'

const entero = z.int().min(0)

/** One alumno × módulo × actividad of a process, as it was judged. Dates as sent (`YYYY-MM-DD`), or as it came when refused for it. */
export const RegistroSchema = z.object({
  id: entero,
  rutAlumno: z.string(), dvAlumno: z.string(),
  tiempoConectividad: z.string().nullable(), estado: z.string().nullable(), porcentajeAvance: z.string().nullable(),
  fechaInicio: z.string().nullable(), fechaFin: z.string().nullable(), fechaEjecucion: z.string(),
  modulo: z.string().nullable(),
  modTiempoConectividad: z.string().nullable(), modEstado: z.string().nullable(), modPorcentajeAvance: z.string().nullable(),
  modFechaInicio: z.string().nullable(), modFechaFin: z.string().nullable(), modNota: z.string().nullable(),
  actividad: z.string().nullable(),
  aceptado: z.boolean(),
  observacion: z.string(),
})
export type Registro = z.infer<typeof RegistroSchema>

export const ProcesoSchema = z.object({
  id: entero,
  /** The sender's `codigoEnvio`. */
  codigoExterno: z.string().nullable(),
  /** `YYYY-MM-DD HH:MM:SS`, America/Santiago. */
  fecha: z.string(),
  codigoOferta: z.string(), codigoGrupo: z.string(),
  registros: z.array(RegistroSchema),
})
export type Proceso = z.infer<typeof ProcesoSchema>

export const EstadoGestorSchema = z.object({
  version: z.literal(1),
  ultimoProceso: entero,
  ultimoRegistro: entero,
  procesos: z.array(ProcesoSchema),
  /** By `claveDeAvance`: what the last accepted send left. A later one overwrites it [I23]. */
  avances: z.record(z.string(), z.object({ porcentaje: z.number(), idProceso: entero })),
})
export type EstadoGestor = z.infer<typeof EstadoGestorSchema>

/** Numbers start where a service in use would be, so that nobody takes a process for a count of their own. */
export const ESTADO_VACIO: EstadoGestor = { version: 1, ultimoProceso: 4810, ultimoRegistro: 90_200, procesos: [], avances: {} }

export const claveDeAvance = (rutAlumno: number, codigoModulo: string, codigoOferta: string, codigoGrupo: string): string =>
  JSON.stringify([rutAlumno, codigoModulo, codigoOferta, codigoGrupo])
