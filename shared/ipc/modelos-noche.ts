/** Sends that wait for SENCE's window, as the window shows them. */
import { z } from 'zod'
import { EstadoEnvioSchema } from './modelos.ts'
import { FallaSchema } from './result.ts'

const instante = z.string().max(40)
const entero = z.int().min(0)

export const EnvioNocturnoSchema = z.object({
  envioId: z.string(), nombreArchivo: z.string(), alumnos: entero, cursos: entero,
  /** When it is to go out, or was. */
  para: instante,
})
export const ProgramadoSchema = EnvioNocturnoSchema.extend({
  /** What it waits for. `problema`: it could not go out when its time came, and `falla` says why. */
  espera: z.enum(['hora', 'red', 'otro-envio', 'problema']),
  falla: FallaSchema.nullable(),
})
export type Programado = z.infer<typeof ProgramadoSchema>

export const NocheEstadoSchema = z.object({
  programados: z.array(ProgramadoSchema),
  /** Their window closed before they could go out; SENCE did not get them. */
  vencidos: z.array(EnvioNocturnoSchema),
})
export type NocheEstado = z.infer<typeof NocheEstadoSchema>

/** A send of the night ended. */
export const NocheTerminoSchema = z.object({
  envioId: z.string(), nombreArchivo: z.string(), estado: EstadoEnvioSchema,
  alumnos: entero, aceptados: entero, rechazados: entero, desconocidos: entero,
})
export type NocheTermino = z.infer<typeof NocheTerminoSchema>

/** Whether the program starts with the session; null: this system cannot be asked. */
export const InicioSesionSchema = z.object({ activo: z.boolean().nullable() })
