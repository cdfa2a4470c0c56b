import { describe, expect, test } from 'vitest'
import type { Celda } from '../../../shared/domain/celda.ts'
import { COLUMNAS, HOJAS, columnaDeKey, columnasDeHoja, type ClaseTabla } from '../../../shared/planilla/columnas.ts'
import { asignarColumnas, normalizarEncabezado, significados } from '../../../shared/planilla/encabezado.ts'
import { detectarDisposicion, type HojaLeida } from '../../../shared/planilla/layout.ts'

const CLASES: ClaseTabla[] = ['cursos', 'alumnos', 'modulos', 'actividades']
const titulos = (clase: ClaseTabla): string[] => columnasDeHoja(clase).filter(c => c.enPlantilla).map(c => c.titulo)
const hoja = (nombre: string, ...primerasFilas: Celda[][]): HojaLeida => ({ nombre, primerasFilas })
const plantilla = CLASES.map(c => hoja(HOJAS[c], titulos(c)))

describe('the definition of the columns', () => {
  test('one key each, all of them found by key, with words', () => {
    expect(new Set(COLUMNAS.map(c => c.key)).size).toBe(COLUMNAS.length)
    for (const c of COLUMNAS) {
      expect(columnaDeKey(c.key)).toBe(c)
      expect(c.nota).not.toBe('')
      expect(c.ejemplo).not.toBe('')
    }
    expect(columnaDeKey('toString')).toBeUndefined()
  })
  test('no two columns of a sheet have the same title, and each title means its column', () => {
    for (const clase of [...CLASES, 'unica'] as const) {
      const suyos = columnasDeHoja(clase)
      expect(new Set(suyos.map(c => normalizarEncabezado(c.titulo))).size).toBe(suyos.length)
      for (const c of suyos) expect(significados(clase, c.titulo)).toEqual([c.key])
    }
  })
})

describe('headings', () => {
  test.each([['Porcentaje de Avance', 'porcentajeavance'], ['porcentajeAvance', 'porcentajeavance'], ['  FECHA  de término ', 'fechatermino'], ['RUT Nº', 'rutn']])('%s → %s', (a, b) => {
    expect(normalizarEncabezado(a)).toBe(b)
  })
  test('a plain name means the level of the sheet; alone in "hoja única", the módulo; twice, alumno and then módulo', () => {
    const keys = (clase: ClaseTabla, ...t: string[]): string[] => asignarColumnas(clase, t).columnas.map(c => c.key)
    expect(keys('alumnos', 'Avance')).toEqual(['alumno.porcentajeAvance'])
    expect(keys('modulos', 'Avance')).toEqual(['modulo.porcentajeAvance'])
    expect(keys('unica', 'Avance')).toEqual(['modulo.porcentajeAvance'])
    expect(keys('unica', 'Avance', 'Avance')).toEqual(['alumno.porcentajeAvance', 'modulo.porcentajeAvance'])
    expect(keys('unica', 'Avance alumno', 'Avance')).toEqual(['alumno.porcentajeAvance', 'modulo.porcentajeAvance'])
  })
  test('units in parentheses are dropped; what means nothing is said', () => {
    expect(asignarColumnas('alumnos', ['RUN', '', 'Tiempo (segundos)', 'Correo'])).toEqual({
      columnas: [{ indice: 0, key: 'alumno.rut', titulo: 'RUN' }, { indice: 2, key: 'alumno.tiempoConectividad', titulo: 'Tiempo (segundos)' }], ignoradas: ['Correo'],
    })
  })
  test('the names of the API are understood', () => {
    expect(asignarColumnas('alumnos', ['codigoOferta', 'codigoGrupo', 'rutAlumno', 'dvAlumno', 'tiempoConectividad', 'estado', 'porcentajeAvance', 'fechaInicio', 'fechaFin', 'fechaEjecucion', 'evaluacionFinal']).columnas).toHaveLength(11)
    expect(asignarColumnas('modulos', ['codigoModulo', 'notaModulo', 'cantActividadSincronica', 'cantActividadAsincronica', 'listaActividades']).columnas).toHaveLength(5)
  })
})

describe('layout', () => {
  test('the template is "por hojas", its help sheets and others passed over', () => {
    const d = detectarDisposicion([hoja('Instrucciones', titulos('alumnos')), ...plantilla, hoja('Ejemplo', titulos('modulos')), hoja('Otra', ['x', 'y'])])
    expect(d).toMatchObject({ ok: true, disposicion: 'por-hojas', ignoradas: ['Instrucciones', 'Ejemplo', 'Otra'] })
    expect(d.ok && d.tablas.map(t => [t.hoja, t.clase, t.columnas.length])).toEqual(CLASES.map(c => [HOJAS[c], c, titulos(c).length]))
  })
  test('a sheet of the person whose name begins like a help sheet is read', () => {
    expect(detectarDisposicion([hoja('Listas de participantes', ['Oferta', 'Grupo', 'RUT', 'Módulo'])])).toMatchObject({ ok: true, disposicion: 'hoja-unica' })
  })
  test('one sheet with alumno and módulo is "hoja única", with its headings below a title', () => {
    const d = detectarDisposicion([hoja('Informe', ['Informe de avance'], [null], ['Oferta', 'Grupo', 'RUT', 'Módulo', 'Avance', 'Correo'], ['O', 'G', '1-9', 'M', 5, 'x@y'])])
    expect(d).toMatchObject({ ok: true, disposicion: 'hoja-unica', tablas: [{ hoja: 'Informe', clase: 'unica', filaEncabezado: 2, ignoradas: ['Correo'] }] })
  })
  test('names the columns without which rows cannot be placed', () => {
    expect(detectarDisposicion([hoja('H', ['RUT', 'Avance'])])).toEqual({ ok: false, causa: 'faltan-columnas', faltan: ['Código de oferta', 'Código de grupo', 'Código del módulo'] })
  })
  test('nothing known', () => {
    expect(detectarDisposicion([hoja('H', ['a', 'b'], ['RUT'])])).toEqual({ ok: false, causa: 'sin-encabezados', faltan: [] })
    expect(detectarDisposicion([])).toEqual({ ok: false, causa: 'sin-encabezados', faltan: [] })
  })
})
