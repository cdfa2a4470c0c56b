/** One módulo of an alumno, and its warnings. */
import { z } from 'zod'
import { ActividadSchema, avisosDeActividades } from './actividad.ts'
import {
  CantidadSchema, CodigoSchema, EstadoSchema, FechaSchema, NotaSchema, PorcentajeSchema, TiempoSchema,
  SIEMPRE, avisosDeNota, avisosDeTiempo, inesperado, revisarFin, type Aviso, type PorRevisar,
} from './reglas.ts'

/** Fields and rules of [I22]; notaModulo and the counts of activities are of [I23] and go only when given. */
export const ModuloSchema = z.strictObject({
  codigoModulo: CodigoSchema,
  tiempoConectividad: TiempoSchema,
  estado: EstadoSchema,
  porcentajeAvance: PorcentajeSchema,
  fechaInicio: FechaSchema,
  fechaFin: FechaSchema,
  notaModulo: NotaSchema.optional(),
  cantActividadSincronica: CantidadSchema.optional(),
  cantActividadAsincronica: CantidadSchema.optional(),
  listaActividades: z.array(ActividadSchema, { error: 'sin-actividades' }).min(1, { error: 'sin-actividades' }),
}, inesperado).superRefine((m, ctx) => { revisarFin(ctx, m.fechaInicio, m.fechaFin) }, SIEMPRE)
export type Modulo = z.infer<typeof ModuloSchema>

/**
 * Time 0 [OBS], grade that looks like 1–7 [I23], activities (see avisosDeActividades), and a finished state with
 * activities left to do [I22: "en cualquier otro caso es 1"].
 */
export function avisosDeModulo(m: PorRevisar<Modulo>, actividades: readonly string[]): Aviso[] {
  const avisos = [...avisosDeTiempo(m.tiempoConectividad), ...avisosDeNota(m.notaModulo, 'notaModulo')]
  if ((m.estado === 2 || m.estado === 3) && typeof m.porcentajeAvance === 'number' && m.porcentajeAvance >= 0 && m.porcentajeAvance < 100) {
    avisos.push({ causa: 'estado-sin-terminar', path: ['estado'], datos: { estado: m.estado, avance: m.porcentajeAvance } })
  }
  for (const a of avisosDeActividades(actividades)) avisos.push({ ...a, path: ['listaActividades', ...a.path] })
  return avisos
}
