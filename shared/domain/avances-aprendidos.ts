import type { Alumno } from './alumno.ts'
import type { UltimoAvance } from './avance.ts'
import { avanceAnterior } from './codigos-sence.ts'
import type { Curso } from './curso.ts'
import type { VeredictoAlumno } from './respuesta.ts'

/**
 * What a call taught about the progress that SENCE holds: all that an accepted alumno carried, and the previous value
 * that a 025 names. @param curso as it was sent @param veredictos in the order of its alumnos
 */
export function avancesAprendidos(curso: Curso, veredictos: readonly VeredictoAlumno[]): UltimoAvance[] {
  const avances: UltimoAvance[] = []
  curso.listaAlumnos.forEach((alumno, i) => {
    const v = veredictos[i]
    if (v === undefined || v.rutAlumno !== alumno.rutAlumno) return
    const de = (codigoModulo: string, porcentaje: number): UltimoAvance =>
      ({ rutAlumno: alumno.rutAlumno, codigoModulo, codigoOferta: curso.codigoOferta, codigoGrupo: curso.codigoGrupo, porcentaje })
    if (v.resultado === 'aceptado') avances.push(...alumno.listaModulos.map((m) => de(m.codigoModulo, m.porcentajeAvance)))
    else if (v.resultado === 'rechazado' && v.mensaje !== null) {
      const anterior = avanceAnterior(v.mensaje)
      const codigoModulo = anterior === null ? null : moduloDe025(alumno, anterior)
      if (anterior !== null && codigoModulo !== null) avances.push(de(codigoModulo, anterior))
    }
  })
  return avances
}

/**
 * The message of a 025 names a value and no módulo. Only a módulo sent with no more than that value can be meant; when
 * several can, nothing is learnt: a wrong guess would block an alumno whose data is right.
 */
function moduloDe025(alumno: Alumno, anterior: number): string | null {
  const posibles = alumno.listaModulos.filter((m) => m.porcentajeAvance <= anterior)
  return posibles.length === 1 ? posibles[0]?.codigoModulo ?? null : null
}
