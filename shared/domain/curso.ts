/** One course (oferta + grupo): what one call sends, credentials and codigoEnvio aside. */
import { z } from 'zod'
import { AlumnoSchema } from './alumno.ts'
import { CantidadSchema, CodigoSchema, SIEMPRE, agregar, inesperado, type PorRevisar } from './reglas.ts'

const datos = {
  codigoOferta: CodigoSchema,
  codigoGrupo: CodigoSchema,
  cantActividadSincronica: CantidadSchema.optional(),
  cantActividadAsincronica: CantidadSchema.optional(),
}

/** The course's own data, without its alumnos: what its row of the workbook says. */
export const CursoDatosSchema = z.strictObject(datos, inesperado)
export type CursoDatos = z.infer<typeof CursoDatosSchema>

/** Fields and rules of [I22]; the counts of activities are of [I23] and go only when given. */
export const CursoSchema = z.strictObject({
  ...datos,
  listaAlumnos: z.array(AlumnoSchema, { error: 'sin-alumnos' }).min(1, { error: 'sin-alumnos' }),
}, inesperado).superRefine((curso, ctx) => { revisarAlumnosRepetidos(ctx, curso.listaAlumnos) }, SIEMPRE)
export type Curso = z.infer<typeof CursoSchema>

/** The service keeps one progress per alumno: two of the same in one call would overwrite each other. */
function revisarAlumnosRepetidos(ctx: z.core.$RefinementCtx, alumnos: unknown): void {
  if (!Array.isArray(alumnos)) return
  const vistos = new Set<unknown>()
  alumnos.forEach((alumno: PorRevisar<{ rutAlumno: number }> | null | undefined, i) => {
    const rut = alumno?.rutAlumno
    if (rut === undefined) return
    if (vistos.has(rut)) agregar(ctx, 'alumno-repetido', ['listaAlumnos', i, 'rutAlumno'])
    vistos.add(rut)
  })
}
