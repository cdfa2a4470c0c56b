import { describe, expect, test } from 'vitest'
import { ALUMNO, CURSO, MODULO, UNICA, hallados, mesaDe, porHojas, rut, sin, unica, type FilaEscrita } from './mesa-soporte.ts'

const VACIO_ALUMNO: FilaEscrita = {
  'curso.codigoOferta': null, 'curso.codigoGrupo': null, 'alumno.rut': null, 'alumno.tiempoConectividad': null, 'alumno.estado': null, 'alumno.porcentajeAvance': null,
  'alumno.fechaInicio': null, 'alumno.fechaFin': null, 'alumno.fechaEjecucion': null,
}
const ARBOL = {
  codigoOferta: 'OF-1', codigoGrupo: 'GR-1',
  listaAlumnos: [{
    rutAlumno: 12_345_678, dvAlumno: '5', tiempoConectividad: 3600, estado: 1, porcentajeAvance: 45,
    fechaInicio: '2026-11-02', fechaFin: '2026-12-18', fechaEjecucion: '2026-11-24',
    listaModulos: [{
      codigoModulo: 'MA01', tiempoConectividad: 1800, estado: 1, porcentajeAvance: 60, fechaInicio: '2026-11-02', fechaFin: '2026-11-27',
      listaActividades: [{ codigoActividad: 'ACT01' }, { codigoActividad: 'ACT02' }],
    }],
  }],
}

test('both layouts give the same tree, with the names of the API and nothing that was not given', () => {
  expect(mesaDe(porHojas()).curso('OF-1', 'GR-1')).toEqual(ARBOL)
  expect(mesaDe(unica({})).curso('OF-1', 'GR-1')).toEqual(ARBOL)
  expect(mesaDe(unica({})).curso('OF-1', 'OTRO')).toBeNull()
})

test('the optional fields go when given', () => {
  const libro = {
    cursos: [{ ...CURSO, 'curso.cantActividadSincronica': 4 }], alumnos: [{ ...ALUMNO, 'alumno.evaluacionFinal': 85 }],
    modulos: [{ ...MODULO, 'modulo.notaModulo': 90, 'modulo.cantActividadAsincronica': 0 }],
  }
  const curso = mesaDe(libro).curso('OF-1', 'GR-1')
  expect(curso).toMatchObject({ cantActividadSincronica: 4, listaAlumnos: [{ evaluacionFinal: 85, listaModulos: [{ notaModulo: 90, cantActividadAsincronica: 0 }] }] })
  expect(curso).not.toHaveProperty('cantActividadAsincronica')
})

test('activities from the sheet Actividades, beside those of the list', () => {
  const actividad = (codigo: string): FilaEscrita => ({ ...CURSO, 'alumno.rut': rut(12_345_678), 'modulo.codigoModulo': 'MA01', 'actividad.codigoActividad': codigo })
  const codigos = (modulo: FilaEscrita): unknown => mesaDe({ ...porHojas({}, modulo), actividades: [actividad('S1'), actividad('S2')] })
    .curso('OF-1', 'GR-1')?.listaAlumnos[0]?.listaModulos[0]?.listaActividades.map(a => a.codigoActividad)
  expect(codigos({ 'modulo.actividades': null })).toEqual(['S1', 'S2'])
  expect(codigos({})).toEqual(['ACT01', 'ACT02', 'S1', 'S2'])
  const mesa = mesaDe({ cursos: [CURSO], alumnos: [ALUMNO], modulos: [sin(MODULO, 'modulo.actividades')], actividades: [{ ...actividad('S1'), 'modulo.codigoModulo': null }] })
  expect(hallados(mesa)).toEqual(['sin-actividades @ modulos 2 modulo.codigoModulo', 'requerido @ actividades 2 modulo.codigoModulo'])
})

test('alumnos in sheet order, those with errors aside; several courses', () => {
  const otro = { 'curso.codigoGrupo': 'GR-2' }
  const mesa = mesaDe({
    unica: [
      { ...UNICA, 'alumno.rut': rut(9) }, { ...UNICA, ...otro }, { ...UNICA, 'alumno.rut': rut(8), 'alumno.estado': 9 }, { ...UNICA, 'alumno.rut': rut(7) }, UNICA,
    ],
  })
  expect(mesa.curso('OF-1', 'GR-1')?.listaAlumnos.map(a => a.rutAlumno)).toEqual([9, 7, 12_345_678])
  expect(mesa.curso('OF-1', 'GR-2')?.listaAlumnos.map(a => a.rutAlumno)).toEqual([12_345_678])
  expect(mesa.cursos()).toEqual([
    { codigoOferta: 'OF-1', codigoGrupo: 'GR-1', alumnos: 4, modulos: 4, enviables: 3, conError: 1 },
    { codigoOferta: 'OF-1', codigoGrupo: 'GR-2', alumnos: 1, modulos: 1, enviables: 1, conError: 0 },
  ])
})

describe('hoja única', () => {
  test('blank repeated cells take the value above within the same alumno', () => {
    const mesa = mesaDe({ unica: [UNICA, { ...UNICA, ...VACIO_ALUMNO, 'modulo.codigoModulo': 'MA02' }, { ...UNICA, 'alumno.rut': rut(9) }] })
    expect(hallados(mesa, true)).toEqual([])
    expect(mesa.curso('OF-1', 'GR-1')?.listaAlumnos.map(a => [a.rutAlumno, a.listaModulos.map(m => m.codigoModulo)])).toEqual([[12_345_678, ['MA01', 'MA02']], [9, ['MA01']]])
  })
  test('but not from another alumno', () => {
    const mesa = mesaDe({ unica: [UNICA, { ...UNICA, ...VACIO_ALUMNO, ...CURSO, 'alumno.rut': rut(9) }] })
    expect(hallados(mesa)).toEqual(['alumno.tiempoConectividad', 'alumno.porcentajeAvance', 'alumno.fechaInicio', 'alumno.fechaFin'].map(c => `requerido @ unica 3 ${c}`))
  })
  test('a blank RUT in the first row is nobody', () => {
    expect(hallados(mesaDe({ unica: [{ ...UNICA, 'alumno.rut': null }, UNICA] }))).toEqual(['requerido @ unica 2 alumno.rut'])
  })
  test('contradictory repeats are errors on the cell; the same said in another form is not', () => {
    const mesa = mesaDe({ unica: [UNICA, { ...UNICA, 'modulo.codigoModulo': 'MA02', 'alumno.porcentajeAvance': 50, 'alumno.tiempoConectividad': '1:00:00' }] })
    expect(hallados(mesa)).toEqual(['dato-contradictorio @ unica 3 alumno.porcentajeAvance'])
    expect(mesa.problemas('error', 0, 1).problemas[0]?.mensaje).toBe('«50» contradice a «45», que está en la fila 2: es el mismo dato y debe decir lo mismo.')
  })
  test('two names under one RUT are a warning', () => {
    const fila = (codigo: string, nombre: string): FilaEscrita => ({ ...UNICA, 'modulo.codigoModulo': codigo, 'modulo.tiempoConectividad': 1200, 'alumno.nombre': nombre })
    expect(hallados(mesaDe({ unica: [fila('A', 'José Pérez'), fila('B', 'JOSE  PEREZ'), fila('C', 'Ana Soto')] }))).toEqual(['nombre-distinto @ unica 4 alumno.nombre'])
  })
  test('one row per activity: rows of a módulo are one, a blank módulo is the one above', () => {
    const base = sin(UNICA, 'modulo.actividades')
    const vacioModulo: FilaEscrita = { 'modulo.tiempoConectividad': null, 'modulo.estado': null, 'modulo.porcentajeAvance': null, 'modulo.fechaInicio': null, 'modulo.fechaFin': null }
    const mesa = mesaDe({
      unica: [
        { ...base, 'actividad.codigoActividad': 'A1' }, { ...base, ...VACIO_ALUMNO, ...vacioModulo, 'modulo.codigoModulo': null, 'actividad.codigoActividad': 'A2' },
        { ...base, 'modulo.codigoModulo': 'MA02', 'actividad.codigoActividad': 'B1' }, { ...base, ...vacioModulo, 'actividad.codigoActividad': 'A3' },
      ],
    })
    expect(hallados(mesa, true)).toEqual([])
    expect(mesa.curso('OF-1', 'GR-1')?.listaAlumnos[0]?.listaModulos.map(m => [m.codigoModulo, m.listaActividades.map(a => a.codigoActividad)]))
      .toEqual([['MA01', ['A1', 'A2', 'A3']], ['MA02', ['B1']]])
    expect(mesa.resumen('x').tablas[0]?.columnas.map(c => c.key)).not.toContain('modulo.actividades')
  })
  test('without that column, the same módulo twice is an error', () => {
    expect(hallados(mesaDe(unica({}, {})))).toEqual(['modulo-repetido @ unica 3 modulo.codigoModulo'])
  })
  test('a módulo contradicted by another row of its activities', () => {
    const base = sin(UNICA, 'modulo.actividades')
    const mesa = mesaDe({ unica: [{ ...base, 'actividad.codigoActividad': 'A1' }, { ...base, 'actividad.codigoActividad': 'A2', 'modulo.porcentajeAvance': 70 }] })
    expect(hallados(mesa)).toEqual(['dato-contradictorio @ unica 3 modulo.porcentajeAvance'])
  })
  test('no activity at all is said once, where it goes', () => {
    const base = { ...sin(UNICA, 'modulo.actividades'), 'actividad.codigoActividad': null }
    expect(hallados(mesaDe({ unica: [base, { ...base, 'modulo.codigoModulo': 'MA02', 'actividad.codigoActividad': 'B' }] }))).toEqual(['sin-actividades @ unica 2 actividad.codigoActividad'])
  })
})

test('blank rows are not rows', () => {
  const mesa = mesaDe({ unica: [UNICA, {}, { 'alumno.rut': ' \u00A0 ' }, { ...UNICA, ...VACIO_ALUMNO, 'modulo.codigoModulo': 'MA02' }] })
  expect(mesa.resumen('x').tablas[0]).toMatchObject({ filas: 2, errores: 0 })
  expect([...mesa.indice('unica', 'todas', '')]).toEqual([0, 3])
})
