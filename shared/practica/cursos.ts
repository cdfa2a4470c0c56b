/** Courses, módulos, enrolment and progress of practice mode; dates hang from `hoy`, so that they never expire. */
import { sumarDias, type FechaIso } from '../domain/fecha.ts'
import { AVANCES, type AvancesDeAlumno, type ClaveCurso } from './avances.ts'
import { PERSONAS, type ClavePersona, type PersonaPractica } from './personas.ts'

export interface ModuloPractica {
  codigo: string
  nombre: string
  fechaInicio: FechaIso
  fechaFin: FechaIso
  actividades: readonly string[]
}

/** An enrolment: the alumno, and per módulo the progress of a week ago (null: not begun) and of now. */
export interface MatriculaPractica { persona: PersonaPractica; avances: AvancesDeAlumno }

export interface CursoPractica {
  codigoOferta: string
  codigoGrupo: string
  nombre: string
  fechaInicio: FechaIso
  fechaFin: FechaIso
  cantActividadSincronica: number | null
  cantActividadAsincronica: number | null
  modulos: readonly ModuloPractica[]
  matriculas: readonly MatriculaPractica[]
}

/** Days from `hoy` to a start and an end. */
type Plazo = readonly [desde: number, hasta: number]
interface PlanModulo { codigo: string; nombre: string; plazo: Plazo; actividades: readonly string[] }
interface PlanCurso {
  clave: ClaveCurso
  codigoOferta: string
  codigoGrupo: string
  nombre: string
  plazo: Plazo
  sincronicas: number | null
  asincronicas: number | null
  modulos: readonly PlanModulo[]
}

const PLANES: readonly PlanCurso[] = [
  {
    clave: 'administrativo', codigoOferta: 'RLAB-26-02-13-0418', codigoGrupo: 'RLAB-26-02-13-0418-1',
    nombre: 'Asistente administrativo con herramientas digitales', plazo: [-40, 35], sincronicas: null, asincronicas: null,
    modulos: [
      { codigo: 'C61204-O11-M1', nombre: 'Atención de público', plazo: [-40, -9], actividades: ['Lectura inicial', 'Foro de presentación', 'Prueba 1'] },
      { codigo: 'C61204-O11-M2', nombre: 'Planillas y documentos', plazo: [-22, 10], actividades: ['Video planillas', 'Tarea planillas'] },
      { codigo: 'C61204-O11-M3', nombre: 'Archivo y correspondencia', plazo: [-8, 35], actividades: ['Lectura archivo', 'Tarea archivo'] },
    ],
  },
  {
    clave: 'alimentos', codigoOferta: 'RLAB-26-02-05-0127', codigoGrupo: 'RLAB-26-02-05-0127-2',
    nombre: 'Manipulación e higiene de alimentos', plazo: [-30, 20], sincronicas: 2, asincronicas: 6,
    modulos: [
      { codigo: 'C58833-O07-M1', nombre: 'Higiene personal', plazo: [-30, -5], actividades: ['Video higiene', 'Cuestionario higiene'] },
      { codigo: 'C58833-O07-M2', nombre: 'Cadena de frío', plazo: [-12, 20], actividades: ['Video cadena de frío', 'Caso práctico'] },
    ],
  },
  {
    clave: 'planillas', codigoOferta: 'FC-26-13-0092', codigoGrupo: 'FC-26-13-0092-1',
    nombre: 'Excel intermedio para la gestión', plazo: [-20, 25], sincronicas: 2, asincronicas: 8,
    modulos: [
      { codigo: 'C63377-O02-M1', nombre: 'Fórmulas y funciones', plazo: [-20, 4], actividades: ['Guía fórmulas', 'Ejercicio 1', 'Ejercicio 2'] },
      { codigo: 'C63377-O02-M2', nombre: 'Tablas dinámicas', plazo: [-6, 25], actividades: ['Guía tablas', 'Ejercicio 3'] },
    ],
  },
]

/** The three courses as they stand on `hoy`. */
export function cursosDePractica(hoy: FechaIso): Readonly<Record<ClaveCurso, CursoPractica>> {
  const armados = PLANES.map(p => [p.clave, armar(p, hoy)] as const)
  return Object.fromEntries(armados) as Record<ClaveCurso, CursoPractica>
}

function armar(plan: PlanCurso, hoy: FechaIso): CursoPractica {
  const matriculas = Object.entries(AVANCES[plan.clave]) as [ClavePersona, AvancesDeAlumno][]
  return {
    codigoOferta: plan.codigoOferta, codigoGrupo: plan.codigoGrupo, nombre: plan.nombre,
    fechaInicio: sumarDias(hoy, plan.plazo[0]), fechaFin: sumarDias(hoy, plan.plazo[1]),
    cantActividadSincronica: plan.sincronicas, cantActividadAsincronica: plan.asincronicas,
    modulos: plan.modulos.map(m => ({
      codigo: m.codigo, nombre: m.nombre, fechaInicio: sumarDias(hoy, m.plazo[0]), fechaFin: sumarDias(hoy, m.plazo[1]), actividades: m.actividades,
    })),
    matriculas: matriculas.map(([clave, avances]) => ({ persona: PERSONAS[clave], avances })),
  }
}
