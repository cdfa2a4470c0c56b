/** A practice course as rows of the template, and the same as the tree of the API. */
import type { Celda } from '../domain/celda.ts'
import { serialDeFecha, type FechaIso } from '../domain/fecha.ts'
import { formatRut } from '../domain/rut.ts'
import type { ClaseTabla, ColumnaKey } from '../planilla/columnas.ts'
import type { AvancePractica } from './avances.ts'
import type { CursoPractica, MatriculaPractica, ModuloPractica } from './cursos.ts'

export type FilaPractica = Partial<Record<ColumnaKey, Celda>>
/** Rows of the template's data sheets, in the order in which they are written. */
export type FilasPractica = Record<Exclude<ClaseTabla, 'unica'>, FilaPractica[]>

const fecha = (f: FechaIso): Celda => ({ tipo: 'fecha', valor: serialDeFecha(f) })
const suma = (ns: readonly number[]): number => ns.reduce((a, b) => a + b, 0)

interface ModuloDeAlumno { modulo: ModuloPractica; avance: AvancePractica }

/** The módulos in which the alumno is enrolled, with its progress. */
export function modulosDeAlumno(curso: CursoPractica, matricula: MatriculaPractica): ModuloDeAlumno[] {
  return curso.modulos.flatMap((modulo, i) => {
    const avance = matricula.avances[i]
    return avance ? [{ modulo, avance }] : []
  })
}

/** This week's progress of the course, typed as a person would: real dates, seconds, states as numbers. */
export function filasDeCurso(curso: CursoPractica, hoy: FechaIso): FilasPractica {
  const identidad: FilaPractica = { 'curso.codigoOferta': curso.codigoOferta, 'curso.codigoGrupo': curso.codigoGrupo }
  const filas: FilasPractica = {
    cursos: [{ ...identidad, 'curso.cantActividadSincronica': curso.cantActividadSincronica, 'curso.cantActividadAsincronica': curso.cantActividadAsincronica }],
    alumnos: [], modulos: [], actividades: [],
  }
  for (const matricula of curso.matriculas) {
    const rut = formatRut(matricula.persona.rut)
    const suyos = modulosDeAlumno(curso, matricula)
    filas.alumnos.push({
      ...identidad, 'alumno.rut': rut, 'alumno.nombre': matricula.persona.nombre,
      'alumno.tiempoConectividad': suma(suyos.map(m => m.avance.segundos)), 'alumno.estado': 1,
      'alumno.porcentajeAvance': Math.floor(suma(suyos.map(m => m.avance.actual)) / suyos.length),
      'alumno.fechaInicio': fecha(curso.fechaInicio), 'alumno.fechaFin': fecha(curso.fechaFin), 'alumno.fechaEjecucion': fecha(hoy),
    })
    for (const { modulo, avance } of suyos) {
      filas.modulos.push({
        ...identidad, 'alumno.rut': rut, 'modulo.codigoModulo': modulo.codigo, 'modulo.tiempoConectividad': avance.segundos,
        'modulo.estado': avance.estado, 'modulo.porcentajeAvance': avance.actual,
        'modulo.fechaInicio': fecha(modulo.fechaInicio), 'modulo.fechaFin': fecha(modulo.fechaFin),
        'modulo.notaModulo': avance.nota, 'modulo.actividades': modulo.actividades.join('; '),
      })
    }
  }
  return filas
}

/** Rows of several courses in one workbook, course after course. */
export function juntarFilas(...varias: FilasPractica[]): FilasPractica {
  return {
    cursos: varias.flatMap(v => v.cursos), alumnos: varias.flatMap(v => v.alumnos),
    modulos: varias.flatMap(v => v.modulos), actividades: varias.flatMap(v => v.actividades),
  }
}
