import { describe, expect, it } from 'vitest'
import { Comparador, esIgual, normalizar } from '../../../shared/domain/diferencias.ts'

const cuerpo = JSON.stringify({ codigoOferta: 'OF-1', listaAlumnos: [
  { rutAlumno: 9562011, dvAlumno: '6', tiempoConectividad: 200, estado: 1, porcentajeAvance: 10, fechaInicio: '2021-04-01', fechaFin: '2021-08-01', fechaEjecucion: '2021-07-27',
    listaModulos: [{ codigoModulo: 'M1', tiempoConectividad: 120, estado: 1, porcentajeAvance: 10, fechaInicio: '2021-04-01', fechaFin: '2021-08-01', notaModulo: 55 }, { codigoModulo: 'M2', porcentajeAvance: 5 }] },
  { rutAlumno: 12345678, porcentajeAvance: 30, listaModulos: [{ codigoModulo: 'M1', porcentajeAvance: 30 }] },
] })
const registro = {
  rut_alumno: '9562011', dv_alumno: '6', tiempo_conectividad: '200', estado: '1', porcentaje_avance: '10.00000', fecha_inicio: '2021-04-01 00:00:00', fecha_fin: '2021-08-01 00:00:00', fecha_ejecucion: '2021-07-27 20:37:06',
  mod_cod: 'M1', mod_tiempo_conectividad: '120', mod_estado: '1', mod_porcentaje_avance: '10.00000', mod_fecha_inicio: '2021-04-01 00:00:00', mod_fecha_fin: '2021-08-01 00:00:00', mod_notas: '55.0', mod_nota: null, act_cod: 'A1',
}
const comparar = (...registros: unknown[]) => {
  const c = new Comparador(cuerpo)
  for (const r of registros) c.registro(JSON.stringify(r), (r as { estado_registro?: string } | null)?.estado_registro === '3')
  return [...c.filas()]
}

describe('what was sent against what SENCE recorded', () => {
  it.each([['avance', '10.00000', '10'], ['avance', '10.5', '10.5'], ['tiempo', '-0', '0'], ['avance', 'diez', 'diez'], ['inicio', '2021-04-01 00:00:00', '2021-04-01'], ['inicio', '2021-04-0', '2021-04-0'], ['ejecucion', '2021-07-27 20:37:06', '2021-07-27'], ['nota', null, null]] as const)('%s %s is %s', (campo, texto, esperado) => {
    expect(normalizar(campo, texto)).toBe(esperado)
  })

  it('finds nothing where only the writing differs, however many activities there are', () => {
    const filas = comparar(registro, { ...registro, act_cod: 'A2' })
    expect(filas.filter(esIgual).map((f) => [f.rut, f.modulo])).toEqual([['9.562.011-6', null], ['9.562.011-6', 'M1']])
  })

  it('names each field that differs, with both values', () => {
    const filas = comparar({ ...registro, mod_porcentaje_avance: '9.00000', mod_notas: null, fecha_fin: '2021-04-0' })
    expect(filas.filter((f) => f.donde === 'ambos').map((f) => [f.modulo, f.campos.filter((c) => !c.igual)])).toEqual([
      [null, [{ campo: 'fin', enviado: '2021-08-01', registrado: '2021-04-0', igual: false }]],
      ['M1', [{ campo: 'avance', enviado: '10', registrado: '9', igual: false }, { campo: 'nota', enviado: '55', registrado: null, igual: false }]],
    ])
  })

  it('says what is missing there, and what is only there', () => {
    const filas = comparar(registro, { rut_alumno: '17118181', mod_cod: 'M9', mod_porcentaje_avance: '7.0', estado_registro: '3' }, { rut_alumno: 'x', mod_cod: null }, null)
    expect(filas.map((f) => `${f.donde} ${f.rut} ${f.modulo ?? '-'}${f.rechazado ? ' !' : ''}`)).toEqual([
      'ambos 9.562.011-6 -', 'ambos 9.562.011-6 M1', 'solo-enviado 9.562.011-6 M2', 'solo-enviado 12.345.678-5 -', 'solo-enviado 12.345.678-5 M1',
      'solo-sence 17.118.181-K - !', 'solo-sence 17.118.181-K M9 !', 'solo-sence x -', 'solo-sence x ', 'solo-sence  -', 'solo-sence  ',
    ])
    expect(filas[6]?.campos).toEqual([{ campo: 'avance', enviado: null, registrado: '7', igual: false }])
  })

  it('shows together the values on which the records of one módulo disagree', () => {
    expect(comparar(registro, { ...registro, mod_estado: '2' })[1]?.campos.find((c) => c.campo === 'estado')).toEqual({ campo: 'estado', enviado: '1', registrado: '1 / 2', igual: false })
  })

  it('reads any body', () => {
    expect([...new Comparador('no es JSON').filas()]).toEqual([])
    expect([...new Comparador('{"listaAlumnos":[null,{"rutAlumno":"x"},{"rutAlumno":5,"listaModulos":7}]}').filas()]).toHaveLength(1)
  })
})
