import type { AlumnoSinConfirmar } from './puertos.ts'

const clave = (codigoOferta: string, codigoGrupo: string): string => JSON.stringify([codigoOferta, codigoGrupo])

/** Tells whether an alumno of a course may be in SENCE's hands already, by a call whose end is not known. */
export function enDuda(lista: readonly AlumnoSinConfirmar[]): (codigoOferta: string, codigoGrupo: string, rutAlumno: number) => boolean {
  const porCurso = new Map<string, Set<number>>()
  for (const a of lista) {
    const ruts = porCurso.get(clave(a.codigoOferta, a.codigoGrupo)) ?? new Set()
    porCurso.set(clave(a.codigoOferta, a.codigoGrupo), ruts.add(a.rutAlumno))
  }
  return (codigoOferta, codigoGrupo, rutAlumno) => porCurso.get(clave(codigoOferta, codigoGrupo))?.has(rutAlumno) ?? false
}
