/** One alumno of a course with its módulos, and its warnings. */
import { z } from 'zod'
import { avisosCruzados } from './avisos-cruzados.ts'
import { formatFecha } from './fecha.ts'
import { ModuloSchema } from './modulo.ts'
import {
  DvSchema, EstadoSchema, FechaSchema, NotaSchema, PorcentajeSchema, RutAlumnoSchema, SIEMPRE, TiempoSchema,
  agregar, avisosDeNota, avisosDeTiempo, esFecha, inesperado, revisarFin, type Aviso, type PorRevisar,
} from './reglas.ts'
import { calcularDv } from './rut.ts'

/**
 * Fields and rules of [I22]; evaluacionFinal is of [I23] and goes only when given. The defaults of [I22] (estado 1,
 * fechaEjecucion today) are filled in before: what is sent always says them.
 */
export const AlumnoSchema = z.strictObject({
  rutAlumno: RutAlumnoSchema,
  dvAlumno: DvSchema,
  tiempoConectividad: TiempoSchema,
  estado: EstadoSchema,
  porcentajeAvance: PorcentajeSchema,
  fechaInicio: FechaSchema,
  fechaFin: FechaSchema,
  fechaEjecucion: FechaSchema,
  evaluacionFinal: NotaSchema.optional(),
  listaModulos: z.array(ModuloSchema, { error: 'sin-modulos' }).min(1, { error: 'sin-modulos' }),
}, inesperado).superRefine((a, ctx) => {
  revisarDv(ctx, a)
  revisarFin(ctx, a.fechaInicio, a.fechaFin)
  revisarEjecucion(ctx, a)
  revisarModulosRepetidos(ctx, a.listaModulos)
}, SIEMPRE)
export type Alumno = z.infer<typeof AlumnoSchema>

/** Modulus 11 [I22: "se valida si coincide con formato de rut"]. */
function revisarDv(ctx: z.core.$RefinementCtx, { rutAlumno, dvAlumno }: { rutAlumno: unknown; dvAlumno: unknown }): void {
  const rut = RutAlumnoSchema.safeParse(rutAlumno)
  if (!rut.success || !DvSchema.safeParse(dvAlumno).success) return
  const dvEsperado = calcularDv(rut.data)
  if (dvAlumno !== dvEsperado) agregar(ctx, 'rut-dv', ['dvAlumno'], { dvEsperado })
}

/** inicio ≤ ejecución ≤ fin [I22: "se valida que la fecha de ejecución está entre la fecha de inicio y fin"]. */
function revisarEjecucion(ctx: z.core.$RefinementCtx, a: { fechaInicio: unknown; fechaFin: unknown; fechaEjecucion: unknown }): void {
  const { fechaInicio, fechaFin, fechaEjecucion } = a
  if (!esFecha(fechaInicio) || !esFecha(fechaFin) || !esFecha(fechaEjecucion) || fechaFin < fechaInicio) return
  if (fechaEjecucion >= fechaInicio && fechaEjecucion <= fechaFin) return
  agregar(ctx, 'ejecucion-fuera-de-rango', ['fechaEjecucion'], {
    inicio: formatFecha(fechaInicio), ejecucion: formatFecha(fechaEjecucion), fin: formatFecha(fechaFin),
  })
}

/** Twice the same módulo in one alumno: two progresses for one thing, and [I22] says nothing about which one counts. */
function revisarModulosRepetidos(ctx: z.core.$RefinementCtx, modulos: unknown): void {
  if (!Array.isArray(modulos)) return
  const primero = new Map<string, number>()
  modulos.forEach((modulo: PorRevisar<{ codigoModulo: string }> | null | undefined, i) => {
    const codigo = modulo?.codigoModulo
    if (typeof codigo !== 'string' || codigo === '') return
    const otro = primero.get(codigo)
    if (otro === undefined) primero.set(codigo, i)
    else agregar(ctx, 'modulo-repetido', ['listaModulos', i, 'codigoModulo'], { codigo, otro })
  })
}

/** The alumno's own warnings (its módulos have theirs): time 0 [OBS], a grade that looks like 1–7 [I23], and itself against its módulos. */
export function avisosDeAlumno(a: PorRevisar<Alumno>): Aviso[] {
  return [...avisosDeTiempo(a.tiempoConectividad), ...avisosDeNota(a.evaluacionFinal, 'evaluacionFinal'), ...avisosCruzados(a)]
}
