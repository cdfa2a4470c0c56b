import { cursosDePractica } from '../../shared/practica/cursos.ts'
import { OTEC_PRACTICA, PERSONAS } from '../../shared/practica/personas.ts'

/** What the simulated service knows before anything is sent: the OTEC, who exists, and who is enrolled where. */
export interface Padron {
  otec: { rut: string; token: string }
  /** RUT without check digit → check digit. */
  personas: ReadonlyMap<number, string>
  /** By `claveDeCurso`: RUT → módulos in which the alumno is enrolled. */
  cursos: ReadonlyMap<string, ReadonlyMap<number, ReadonlySet<string>>>
}

export const claveDeCurso = (codigoOferta: string, codigoGrupo: string): string => JSON.stringify([codigoOferta, codigoGrupo])

/** The OTEC, people and courses of practice mode. Enrolment has no dates, so any day gives the same. */
export function padronDePractica(): Padron {
  const cursos = Object.values(cursosDePractica('2026-01-01')).map(curso => {
    const alumnos = curso.matriculas.map(({ persona, avances }) => {
      const modulos = curso.modulos.filter((_, i) => avances[i] != null).map(m => m.codigo)
      return [persona.rut.numero, new Set(modulos)] as const
    })
    return [claveDeCurso(curso.codigoOferta, curso.codigoGrupo), new Map(alumnos)] as const
  })
  return {
    otec: { rut: OTEC_PRACTICA.rut, token: OTEC_PRACTICA.token },
    personas: new Map(Object.values(PERSONAS).map(p => [p.rut.numero, p.rut.dv])),
    cursos: new Map(cursos),
  }
}
