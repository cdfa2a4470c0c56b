import { describe, expect, test } from 'vitest'
import { avisosDeActividades, codigoConservado } from '../../../shared/domain/actividad.ts'
import { AlumnoSchema, avisosDeAlumno, type Alumno } from '../../../shared/domain/alumno.ts'
import { CursoDatosSchema, CursoSchema } from '../../../shared/domain/curso.ts'
import { ModuloSchema, avisosDeModulo, type Modulo } from '../../../shared/domain/modulo.ts'

const MODULO: Modulo = {
  codigoModulo: 'MA01', tiempoConectividad: 60, estado: 1, porcentajeAvance: 55, fechaInicio: '2026-11-02', fechaFin: '2026-11-27',
  listaActividades: [{ codigoActividad: 'Tarea 1' }],
}
const ALUMNO: Alumno = {
  rutAlumno: 17_118_181, dvAlumno: 'k', tiempoConectividad: 45, estado: 1, porcentajeAvance: 1, fechaInicio: '2026-11-02', fechaFin: '2026-12-18',
  fechaEjecucion: '2026-11-24', listaModulos: [MODULO],
}

interface Esquema { safeParse(v: unknown): { success: boolean; error?: { issues: { message: string; path: PropertyKey[] }[] } | undefined } }
const hallar = (esquema: Esquema, valor: unknown): string[] => (esquema.safeParse(valor).error?.issues ?? []).map(i => `${i.path.join('.')}: ${i.message}`)
const enAlumno = (cambio: object): string[] => hallar(AlumnoSchema, { ...ALUMNO, ...cambio })
const enModulo = (cambio: object): string[] => hallar(ModuloSchema, { ...MODULO, ...cambio })

test('the good ones pass, with and without the optional fields', () => {
  expect(enAlumno({})).toEqual([])
  expect(enAlumno({ evaluacionFinal: 85.5 })).toEqual([])
  expect(enModulo({ notaModulo: 0, cantActividadSincronica: 0, cantActividadAsincronica: 12 })).toEqual([])
  expect(hallar(CursoSchema, { codigoOferta: 'O', codigoGrupo: 'G', listaAlumnos: [ALUMNO] })).toEqual([])
  expect(hallar(CursoDatosSchema, { codigoOferta: 'O', codigoGrupo: 'G', cantActividadSincronica: 3 })).toEqual([])
})

describe('each field of the alumno', () => {
  test.each([
    [{ rutAlumno: undefined }, ['rutAlumno: requerido']],
    [{ rutAlumno: '17118181' }, ['rutAlumno: rut-fuera-de-rango']],
    [{ rutAlumno: 0 }, ['rutAlumno: rut-fuera-de-rango']],
    [{ rutAlumno: 100_000_000 }, ['rutAlumno: rut-fuera-de-rango']],
    [{ dvAlumno: undefined }, ['dvAlumno: requerido']],
    [{ dvAlumno: 'K' }, ['dvAlumno: rut-formato']],
    [{ dvAlumno: '1' }, ['dvAlumno: rut-dv']],
    [{ tiempoConectividad: undefined }, ['tiempoConectividad: requerido']],
    [{ tiempoConectividad: -1 }, ['tiempoConectividad: tiempo-negativo']],
    [{ tiempoConectividad: 1.5 }, ['tiempoConectividad: tiempo-no-entero']],
    [{ tiempoConectividad: -1.5 }, ['tiempoConectividad: tiempo-no-entero']],
    [{ tiempoConectividad: '45' }, ['tiempoConectividad: tiempo-no-entero']],
    [{ tiempoConectividad: 0 }, []],
    [{ estado: undefined }, ['estado: requerido']],
    [{ estado: 0 }, ['estado: estado-fuera-de-rango']],
    [{ estado: 4 }, ['estado: estado-fuera-de-rango']],
    [{ porcentajeAvance: undefined }, ['porcentajeAvance: requerido']],
    [{ porcentajeAvance: 45.5 }, ['porcentajeAvance: porcentaje-no-entero']],
    [{ porcentajeAvance: -1 }, ['porcentajeAvance: porcentaje-fuera-de-rango']],
    [{ porcentajeAvance: 101 }, ['porcentajeAvance: porcentaje-fuera-de-rango']],
    [{ porcentajeAvance: 0 }, []],
    [{ porcentajeAvance: 100 }, []],
    [{ evaluacionFinal: 101 }, ['evaluacionFinal: nota-fuera-de-rango']],
    [{ evaluacionFinal: -0.5 }, ['evaluacionFinal: nota-fuera-de-rango']],
    [{ evaluacionFinal: '85' }, ['evaluacionFinal: nota-fuera-de-rango']],
    [{ listaModulos: [] }, ['listaModulos: sin-modulos']],
    [{ listaModulos: undefined }, ['listaModulos: sin-modulos']],
    [{ otroCampo: 1 }, [': dato-inesperado']],
  ])('%j', (cambio, esperado) => { expect(enAlumno(cambio)).toEqual(esperado) })
})

describe('dates of the alumno', () => {
  test.each([
    [{ fechaInicio: undefined }, ['fechaInicio: requerido']],
    [{ fechaInicio: '02-11-2026' }, ['fechaInicio: fecha-invalida']],
    [{ fechaFin: '2026-02-30' }, ['fechaFin: fecha-invalida']],
    [{ fechaFin: '2026-11-01', fechaEjecucion: '2026-11-01' }, ['fechaFin: fin-antes-de-inicio']],
    [{ fechaFin: '2026-11-02', fechaEjecucion: '2026-11-02' }, []],
    [{ fechaEjecucion: '2026-11-01' }, ['fechaEjecucion: ejecucion-fuera-de-rango']],
    [{ fechaEjecucion: '2026-12-19' }, ['fechaEjecucion: ejecucion-fuera-de-rango']],
    [{ fechaEjecucion: '2026-11-02' }, []],
    [{ fechaEjecucion: '2026-12-18' }, []],
  ])('%j', (cambio, esperado) => { expect(enAlumno(cambio)).toEqual(esperado) })

  test('a rule between fields adds nothing when one of them failed, and runs when others did', () => {
    expect(enAlumno({ fechaInicio: '2026-99-99', fechaFin: '2026-01-01' })).toEqual(['fechaInicio: fecha-invalida'])
    expect(enAlumno({ rutAlumno: -5, dvAlumno: '1' })).toEqual(['rutAlumno: rut-fuera-de-rango'])
    expect(enAlumno({ tiempoConectividad: undefined, porcentajeAvance: 1.5, fechaEjecucion: '2027-01-01' }))
      .toEqual(['tiempoConectividad: requerido', 'porcentajeAvance: porcentaje-no-entero', 'fechaEjecucion: ejecucion-fuera-de-rango'])
    expect(enAlumno({ fechaEjecucion: '2027-01-01', listaModulos: [{ ...MODULO, estado: undefined }] }))
      .toEqual(['listaModulos.0.estado: requerido', 'fechaEjecucion: ejecucion-fuera-de-rango'])
  })
})

describe('the módulo', () => {
  test.each([
    [{ codigoModulo: undefined }, ['codigoModulo: requerido']],
    [{ codigoModulo: ' ' }, ['codigoModulo: requerido']],
    [{ codigoModulo: ' MA01' }, ['codigoModulo: dato-inesperado']],
    [{ codigoModulo: 7 }, ['codigoModulo: dato-inesperado']],
    [{ estado: 1.5 }, ['estado: estado-fuera-de-rango']],
    [{ fechaFin: '2026-11-01' }, ['fechaFin: fin-antes-de-inicio']],
    [{ notaModulo: 100.5 }, ['notaModulo: nota-fuera-de-rango']],
    [{ cantActividadSincronica: -1 }, ['cantActividadSincronica: cantidad-invalida']],
    [{ cantActividadAsincronica: 1.5 }, ['cantActividadAsincronica: cantidad-invalida']],
    [{ listaActividades: [] }, ['listaActividades: sin-actividades']],
    [{ listaActividades: [{ codigoActividad: '' }] }, ['listaActividades.0.codigoActividad: requerido']],
    [{ listaActividades: [{ codigoActividad: 'A', otro: 1 }] }, ['listaActividades.0: dato-inesperado']],
  ])('%j', (cambio, esperado) => { expect(enModulo(cambio)).toEqual(esperado) })

  test('twice in one alumno', () => {
    expect(enAlumno({ listaModulos: [MODULO, { ...MODULO, codigoModulo: 'MA02' }, MODULO] })).toEqual(['listaModulos.2.codigoModulo: modulo-repetido'])
  })
})

test('the course: codes, counts, a non-empty list, each alumno once', () => {
  expect(hallar(CursoSchema, { codigoOferta: '', codigoGrupo: 'G', cantActividadSincronica: -2, listaAlumnos: [] }))
    .toEqual(['codigoOferta: requerido', 'cantActividadSincronica: cantidad-invalida', 'listaAlumnos: sin-alumnos'])
  expect(hallar(CursoSchema, { codigoOferta: 'O', codigoGrupo: 'G', listaAlumnos: [ALUMNO, ALUMNO] })).toEqual(['listaAlumnos.1.rutAlumno: alumno-repetido'])
  expect(hallar(CursoSchema, { codigoOferta: 'O', codigoGrupo: 'G', codigoEnvio: 'X', listaAlumnos: [ALUMNO] })).toEqual([': dato-inesperado'])
})

describe('warnings', () => {
  const causas = (avisos: { causa: string; path: (string | number)[] }[]): string[] => avisos.map(a => `${a.path.join('.')}: ${a.causa}`)
  test('a good one has none', () => {
    expect(avisosDeAlumno({ ...ALUMNO, tiempoConectividad: 60 })).toEqual([])
    expect(avisosDeModulo(MODULO, ['Tarea 1'])).toEqual([])
  })
  test('time 0, and only 0', () => {
    expect(causas(avisosDeAlumno({ tiempoConectividad: 0 }))).toEqual(['tiempoConectividad: tiempo-cero'])
    expect(causas(avisosDeModulo({ tiempoConectividad: 0 }, []))).toEqual(['tiempoConectividad: tiempo-cero'])
    expect(avisosDeAlumno({ tiempoConectividad: -1 })).toEqual([])
  })
  test('a grade of the scale 1–7', () => {
    expect(causas(avisosDeAlumno({ evaluacionFinal: 5.5 }))).toEqual(['evaluacionFinal: nota-escala'])
    expect(causas(avisosDeModulo({ notaModulo: 7 }, []))).toEqual(['notaModulo: nota-escala'])
    expect(avisosDeModulo({ notaModulo: 0 }, [])).toEqual([])
    expect(avisosDeModulo({ notaModulo: 7.5 }, [])).toEqual([])
  })
  test('finished with activities left to do', () => {
    expect(causas(avisosDeModulo({ estado: 2, porcentajeAvance: 99 }, []))).toEqual(['estado: estado-sin-terminar'])
    expect(causas(avisosDeModulo({ estado: 3, porcentajeAvance: 0 }, []))).toEqual(['estado: estado-sin-terminar'])
    expect(avisosDeModulo({ estado: 2, porcentajeAvance: 100 }, [])).toEqual([])
    expect(avisosDeModulo({ estado: 1, porcentajeAvance: 10 }, [])).toEqual([])
  })
  test('activities: 50 characters are kept, and what the cut makes equal is named', () => {
    const cincuenta = 'x'.repeat(50)
    expect(avisosDeActividades([cincuenta])).toEqual([])
    expect(avisosDeActividades([`${cincuenta}1`, `${cincuenta}2`])).toEqual([
      { causa: 'actividad-larga', path: [0, 'codigoActividad'], datos: { codigo: `${cincuenta}1`, conserva: cincuenta, largo: 51 } },
      { causa: 'actividad-larga', path: [1, 'codigoActividad'], datos: { codigo: `${cincuenta}2`, conserva: cincuenta, largo: 51 } },
      { causa: 'actividades-iguales-tras-corte', path: [1, 'codigoActividad'], datos: { codigo: `${cincuenta}2`, otra: `${cincuenta}1` } },
    ])
    expect(causas(avisosDeActividades(['Tarea 1', 'Tarea 2', 'Tarea 1']))).toEqual(['2.codigoActividad: actividad-repetida'])
  })
  test('whole characters, not halves of one', () => {
    expect(codigoConservado('😀'.repeat(51))).toBe('😀'.repeat(50))
    expect(codigoConservado('😀'.repeat(50))).toBe('😀'.repeat(50))
  })
})
