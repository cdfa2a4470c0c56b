import { CursoSchema, type Curso } from '../../shared/domain/curso.ts'

/** Alumnos per slice: some milliseconds of Zod, so that the window's requests are served meanwhile. */
const PORCION = 50
export const ceder = (): Promise<void> => new Promise((resolver) => { setImmediate(resolver) })

/**
 * The last check before sending, with the same schema that the import used: what is about to go out has crossed a
 * process and a disk since then.
 * @param vistos RUTs of the parts before; those of this one are added
 * @returns the course as the schema gives it back, or where it breaks a rule (paths and rule names, no data)
 */
export async function revisarCurso(curso: Curso, vistos = new Set<number>()): Promise<{ ok: true; curso: Curso } | { ok: false; donde: string }> {
  const alumnos: Curso['listaAlumnos'] = []
  const total = Math.max(1, curso.listaAlumnos.length)
  for (let desde = 0; desde < total; desde += PORCION) {
    const porcion = CursoSchema.safeParse({ ...curso, listaAlumnos: curso.listaAlumnos.slice(desde, desde + PORCION) })
    if (!porcion.success) return { ok: false, donde: porcion.error.issues.slice(0, 5).map((i) => `${desde}+${i.path.map(String).join('.')} ${i.message}`).join(', ') }
    for (const alumno of porcion.data.listaAlumnos) {
      // Each slice sees only its own alumnos: the same RUT in two of them is looked for here.
      if (vistos.has(alumno.rutAlumno)) return { ok: false, donde: `${desde} alumno-repetido` }
      vistos.add(alumno.rutAlumno)
      alumnos.push(alumno)
    }
    await ceder()
  }
  return { ok: true, curso: { ...curso, listaAlumnos: alumnos } }
}
