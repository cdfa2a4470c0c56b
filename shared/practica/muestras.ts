/** The two sample workbooks as rows: one that can be sent as it is, and one with each class of problem sown in it. */
import type { Causa } from '../domain/causas.ts'
import type { Celda } from '../domain/celda.ts'
import { formatFecha, serialDeFecha, sumarDias, type FechaIso } from '../domain/fecha.ts'
import type { Nivel } from '../domain/problema.ts'
import { formatRut } from '../domain/rut.ts'
import type { ColumnaKey } from '../planilla/columnas.ts'
import type { ClaveCurso } from './avances.ts'
import { cursosDePractica, type CursoPractica } from './cursos.ts'
import { PERSONAS, PERSONA_NO_REGISTRADA, type ClavePersona, type PersonaPractica } from './personas.ts'
import { filasDeCurso, juntarFilas, type FilaPractica, type FilasPractica } from './planilla.ts'

/** A course of six alumnos that nobody has sent yet: no errors, and the simulated Gestor accepts all of it. */
export function filasSinProblemas(hoy: FechaIso): FilasPractica {
  return filasDeCurso(cursosDePractica(hoy).planillas, hoy)
}

/** How an error of the sample is put right: by typing in its cell, or by leaving its row out. */
export type Arreglo = { texto: string } | 'dejar-fuera'

export interface ProblemaSembrado {
  clase: 'alumnos' | 'modulos'
  /** 1-based row of the sheet: the template's headings are row 1. */
  fila: number
  columna: ColumnaKey
  causa: Causa
  nivel: Nivel
  /** null for what needs no fixing (avisos and informaciones). */
  arreglo: Arreglo | null
}

export interface MuestraConProblemas { filas: FilasPractica; sembrados: ProblemaSembrado[] }

interface Siembra {
  clase: 'alumnos' | 'modulos'
  curso: ClaveCurso
  quien: ClavePersona
  /** Position of the módulo in its course. */
  modulo?: number
  columna: ColumnaKey
  celda: Celda
  causa: Causa
  nivel: Nivel
  arreglo: Arreglo | null
}

const NBSP = '\u00A0'
const enCelda = (texto: string): Arreglo => ({ texto })

function siembras(hoy: FechaIso): Siembra[] {
  const { administrativo: adm, alimentos: ali } = cursosDePractica(hoy)
  const inicioDe = (curso: CursoPractica, i: number): FechaIso => curso.modulos[i]?.fechaInicio ?? hoy
  const finDe = (curso: CursoPractica, i: number): FechaIso => curso.modulos[i]?.fechaFin ?? hoy
  const rut = (quien: ClavePersona): string => formatRut(PERSONAS[quien].rut)
  const A = { curso: 'administrativo' } as const
  const B = { curso: 'alimentos' } as const
  return [
    // Errors, each with the way out of it.
    { ...A, clase: 'alumnos', quien: 'diego', columna: 'alumno.porcentajeAvance', celda: { tipo: 'error', valor: '#N/A' }, causa: 'celda-error', nivel: 'error', arreglo: enCelda('58') },
    { ...A, clase: 'alumnos', quien: 'hector', columna: 'alumno.tiempoConectividad', celda: null, causa: 'requerido', nivel: 'error', arreglo: enCelda('24000') },
    { ...A, clase: 'modulos', quien: 'camila', modulo: 2, columna: 'alumno.rut', celda: '19.191.919-1', causa: 'rut-dv', nivel: 'error', arreglo: enCelda(rut('camila')) },
    { ...A, clase: 'modulos', quien: 'matias', modulo: 1, columna: 'alumno.rut', celda: '18181818', causa: 'rut-sin-dv', nivel: 'error', arreglo: enCelda(rut('matias')) },
    { ...A, clase: 'modulos', quien: 'diego', modulo: 1, columna: 'modulo.estado', celda: 'Pendiente', causa: 'estado-desconocido', nivel: 'error', arreglo: enCelda('Cursando') },
    { ...A, clase: 'modulos', quien: 'hector', modulo: 0, columna: 'modulo.porcentajeAvance', celda: 0.7, causa: 'porcentaje-ambiguo', nivel: 'error', arreglo: enCelda('70') },
    { ...A, clase: 'modulos', quien: 'javiera', modulo: 1, columna: 'modulo.fechaFin', celda: { tipo: 'fecha', valor: serialDeFecha(sumarDias(inicioDe(adm, 1), -3)) }, causa: 'fin-antes-de-inicio', nivel: 'error', arreglo: enCelda(formatFecha(finDe(adm, 1))) },
    { ...A, clase: 'modulos', quien: 'cristian', modulo: 0, columna: 'modulo.fechaInicio', celda: '03/04/26', causa: 'fecha-ambigua', nivel: 'error', arreglo: enCelda(formatFecha(inicioDe(adm, 0))) },
    { ...B, clase: 'modulos', quien: 'marisol', modulo: 1, columna: 'modulo.tiempoConectividad', celda: -120, causa: 'tiempo-negativo', nivel: 'error', arreglo: enCelda('8100') },
    // Warning and conversions: nothing to fix.
    { ...A, clase: 'modulos', quien: 'camila', modulo: 0, columna: 'modulo.actividades', celda: 'Lectura inicial: normas de convivencia y reglamento interno del curso; Prueba 1', causa: 'actividad-larga', nivel: 'aviso', arreglo: null },
    { ...A, clase: 'alumnos', quien: 'matias', columna: 'alumno.estado', celda: 'Cursando', causa: 'convertido-estado', nivel: 'informacion', arreglo: null },
    { ...A, clase: 'modulos', quien: 'matias', modulo: 0, columna: 'modulo.porcentajeAvance', celda: { tipo: 'porcentaje', valor: 1 }, causa: 'convertido-porcentaje', nivel: 'informacion', arreglo: null },
    { ...A, clase: 'modulos', quien: 'rosa', modulo: 0, columna: 'modulo.porcentajeAvance', celda: '85,5', causa: 'decimales-cortados', nivel: 'informacion', arreglo: null },
    { ...A, clase: 'modulos', quien: 'rosa', modulo: 1, columna: 'modulo.codigoModulo', celda: `${NBSP}${adm.modulos[1]?.codigo ?? ''}${NBSP}`, causa: 'convertido-blancos', nivel: 'informacion', arreglo: null },
    { ...B, clase: 'modulos', quien: 'luis', modulo: 0, columna: 'modulo.tiempoConectividad', celda: '1 hora 30 minutos', causa: 'convertido-tiempo', nivel: 'informacion', arreglo: null },
    { ...B, clase: 'modulos', quien: 'fernanda', modulo: 0, columna: 'modulo.tiempoConectividad', celda: { tipo: 'duracion', valor: 4 / 24 }, causa: 'convertido-tiempo', nivel: 'informacion', arreglo: null },
    { ...B, clase: 'modulos', quien: 'luis', modulo: 1, columna: 'modulo.fechaInicio', celda: formatFecha(inicioDe(ali, 1)).replaceAll('-', '/'), causa: 'convertido-fecha', nivel: 'informacion', arreglo: null },
  ]
}

/**
 * Two courses, thirteen enrolments and one alumno whom nobody enrolled. Once the errors are fixed as `sembrados` says,
 * the simulated Gestor refuses two alumnos of the first course (012 Valentina, 025 Paola) and accepts all the others.
 */
export function filasConProblemas(hoy: FechaIso): MuestraConProblemas {
  const cursos = cursosDePractica(hoy)
  const filas = juntarFilas(filasDeCurso(conNoRegistrada(cursos.administrativo), hoy), filasDeCurso(cursos.alimentos, hoy))
  const sembrados = siembras(hoy).map(s => {
    const i = buscar(filas[s.clase], cursos[s.curso], PERSONAS[s.quien], s.modulo)
    return { ...s, indice: i, fila: i + 2 }
  })
  // Sown after all were found: a row is found by its RUT and módulo, which a problem may hide.
  for (const { clase, indice, columna, celda } of sembrados) filas[clase][indice] = { ...filas[clase][indice], [columna]: celda }
  const repetida = buscar(filas.modulos, cursos.alimentos, PERSONAS.cristian, 0)
  filas.modulos.push({ ...filas.modulos[repetida], 'modulo.porcentajeAvance': 95, 'modulo.estado': 1, 'modulo.notaModulo': null })
  return {
    filas,
    sembrados: [
      ...sembrados.map(({ clase, fila, columna, causa, nivel, arreglo }) => ({ clase, fila, columna, causa, nivel, arreglo })),
      { clase: 'modulos', fila: filas.modulos.length + 1, columna: 'modulo.codigoModulo', causa: 'modulo-repetido', nivel: 'error', arreglo: 'dejar-fuera' },
    ],
  }
}

function conNoRegistrada(curso: CursoPractica): CursoPractica {
  const avances = [{ anterior: null, actual: 50, segundos: 9_000, estado: 1, nota: null }, { anterior: null, actual: 20, segundos: 3_600, estado: 1, nota: null }] as const
  return { ...curso, matriculas: [...curso.matriculas, { persona: PERSONA_NO_REGISTRADA, avances }] }
}

function buscar(filas: readonly FilaPractica[], curso: CursoPractica, persona: PersonaPractica, modulo: number | undefined): number {
  const codigo = modulo === undefined ? undefined : curso.modulos[modulo]?.codigo
  const rut = formatRut(persona.rut)
  const i = filas.findIndex(f => f['curso.codigoOferta'] === curso.codigoOferta && f['alumno.rut'] === rut && f['modulo.codigoModulo'] === codigo)
  if (i === -1) throw new Error(`the sample has no row of ${rut} in ${curso.codigoOferta}`)
  return i
}
