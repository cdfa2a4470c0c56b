/** What the simulated Gestor had accepted before the person came: sends of the last days, as the API receives them. */
import { sumarDias, type FechaIso } from '../domain/fecha.ts'
import { cursosDePractica, type CursoPractica, type MatriculaPractica } from './cursos.ts'
import { PERSONAS } from './personas.ts'
import { modulosDeAlumno } from './planilla.ts'

interface ModuloEnviado {
  codigoModulo: string; tiempoConectividad: number; porcentajeAvance: number; estado: number
  fechaInicio: FechaIso; fechaFin: FechaIso; listaActividades: { codigoActividad: string }[]
}
interface AlumnoEnviado {
  rutAlumno: number; dvAlumno: string; tiempoConectividad: number; estado: number; porcentajeAvance: number
  fechaInicio: FechaIso; fechaFin: FechaIso; fechaEjecucion: FechaIso; listaModulos: ModuloEnviado[]
}
/** One past call, without the credentials. `dia` is the day on which it was sent. */
export interface EnvioAnterior {
  dia: FechaIso
  codigoEnvio: string
  codigoOferta: string
  codigoGrupo: string
  listaAlumnos: AlumnoEnviado[]
}

/**
 * Two sends of a week ago (the second with an alumno of another course: 011) and one of three days ago whose only
 * alumno went backwards (025), so that the history has both outcomes to show.
 */
export function enviosAnteriores(hoy: FechaIso): EnvioAnterior[] {
  const { administrativo, alimentos, planillas } = cursosDePractica(hoy)
  const haceUnaSemana = sumarDias(hoy, -7)
  const haceTresDias = sumarDias(hoy, -3)
  const deOtroCurso = planillas.matriculas.filter(m => m.persona === PERSONAS.nicolas).map(m => enviado(alimentos, { ...m, avances: [{ anterior: 30, actual: 30, segundos: 3_600, estado: 1, nota: null }] }, haceUnaSemana))
  const retrocede = administrativo.matriculas.filter(m => m.persona === PERSONAS.matias)
    .map(m => enviado(administrativo, { ...m, avances: m.avances.map(a => a && (a.anterior === null ? a : { ...a, anterior: a.anterior - 15 })) }, haceTresDias))
  return [
    envio('PRACTICA-ADM-01', administrativo, haceUnaSemana, administrativo.matriculas.map(m => enviado(administrativo, m, haceUnaSemana))),
    envio('PRACTICA-ALI-01', alimentos, haceUnaSemana, [...alimentos.matriculas.map(m => enviado(alimentos, m, haceUnaSemana)), ...deOtroCurso]),
    envio('PRACTICA-ADM-02', administrativo, haceTresDias, retrocede),
  ]
}

const envio = (codigoEnvio: string, curso: CursoPractica, dia: FechaIso, listaAlumnos: AlumnoEnviado[]): EnvioAnterior =>
  ({ dia, codigoEnvio, codigoOferta: curso.codigoOferta, codigoGrupo: curso.codigoGrupo, listaAlumnos })

/** Half of this week's time and last week's percents; only the módulos already begun then. */
function enviado(curso: CursoPractica, matricula: MatriculaPractica, dia: FechaIso): AlumnoEnviado {
  const suyos = modulosDeAlumno(curso, matricula).flatMap(({ modulo, avance }) => (avance.anterior === null ? [] : [{
    codigoModulo: modulo.codigo, tiempoConectividad: Math.floor(avance.segundos / 2), porcentajeAvance: avance.anterior, estado: 1,
    fechaInicio: modulo.fechaInicio, fechaFin: modulo.fechaFin, listaActividades: modulo.actividades.map(codigoActividad => ({ codigoActividad })),
  }]))
  const { rut } = matricula.persona
  return {
    rutAlumno: rut.numero, dvAlumno: rut.dv,
    tiempoConectividad: suyos.reduce((total, m) => total + m.tiempoConectividad, 0), estado: 1,
    porcentajeAvance: Math.floor(suyos.reduce((total, m) => total + m.porcentajeAvance, 0) / Math.max(suyos.length, 1)),
    fechaInicio: curso.fechaInicio, fechaFin: curso.fechaFin, fechaEjecucion: dia, listaModulos: suyos,
  }
}
