import { describe, expect, it } from 'vitest'
import { interpretarHistorial } from '../../../shared/domain/historial.ts'
import { leerObservacion } from '../../../shared/domain/historial-lectura.ts'

/** The example of [I22], as printed there. */
const registro = {
  id_registro: '44', rut_otec: '77124930', dv_otec: '2', oferta_cod: 'AYSEN-20-03-11-0007', seccion_cod: 'C51737-O14-M2', rut_alumno: '9562011', dv_alumno: '6',
  tiempo_conectividad: '200', estado: '1', porcentaje_avance: '10.00000', fecha_inicio: '2021-04-01 00:00:00', fecha_fin: '2021-08-01 00:00:00',
  fecha_ejecucion: '2021-07-27 20:37:06', mod_cod: 'C51737-O14-M2', mod_tiempo_conectividad: '120', mod_estado: '1', mod_porcentaje_avance: '10.50000',
  mod_obligatorio: null, mod_notas: null, act_cod: null, act_estado: null, estado_registro: '3',
  obs_registro: '[010] modulo.porcentajeAvance debe ser mayor al anterior (20.00000)', id_proceso_externo: '30',
}
const proceso = {
  id_proceso_externo: '30', id_lms: '0', codigo_externo: 'qa-f-2', fecha: '2021-07-27 20:37:06', horario: null, observaciones: 'El proceso 30 ha finalizado correctamente ',
  observaciones_sic: null, status_code: '0', estado: '2', rut_otec: '77124930', listaregistros: [registro, { ...registro, estado_registro: '1', obs_registro: '' }],
}
const procesos = (valor: unknown) => {
  const h = interpretarHistorial(JSON.stringify(valor))
  if (h.tipo !== 'procesos') throw new Error(h.tipo)
  return h.procesos
}

describe('interpretarHistorial', () => {
  it('reads a process with its records', () => {
    const [p] = procesos([proceso])
    expect(p).toMatchObject({ idProceso: '30', codigoExterno: 'qa-f-2', fecha: '2021-07-27 20:37:06', estado: '2', observaciones: 'El proceso 30 ha finalizado correctamente', observacionesSic: null, rutOtec: '77124930' })
    expect(p?.registros[0]).toMatchObject({
      rut: '9.562.011-6', oferta: 'AYSEN-20-03-11-0007', grupo: 'C51737-O14-M2', modulo: 'C51737-O14-M2', avance: '10', moduloAvance: '10.5', estadoRegistro: '3', resultado: 'rechazado',
      fechaEjecucion: '2021-07-27 20:37:06',
    })
    expect(JSON.parse(p?.registros[0]?.crudo ?? '')).toEqual(registro)
    expect(p?.registros[1]).toMatchObject({ resultado: 'aceptado', observacion: null })
  })

  it('the message of obs_registro wins over its code', () => {
    expect(procesos([proceso])[0]?.registros[0]?.observacion).toBe('El avance de un módulo no supera al que SENCE ya tiene. Mensaje de SENCE: «modulo.porcentajeAvance debe ser mayor al anterior (20.00000)»')
    expect(leerObservacion('[010] modulo.porcentajeAvance debe ser mayor al anterior (20.00000)').codigo).toBe('025')
    expect(leerObservacion('[012] algo nuevo')).toEqual({ codigo: '012', mensaje: 'algo nuevo' })
    expect(leerObservacion('[7] algo nuevo').codigo).toBe('007')
    expect(leerObservacion('libre')).toEqual({ codigo: null, mensaje: 'libre' })
  })

  it('survives every field null, missing or of another kind, and keeps what came', () => {
    const nulos = Object.fromEntries(Object.keys(registro).map((k) => [k, null]))
    const [p] = procesos([{ ...Object.fromEntries(Object.keys(proceso).map((k) => [k, null])), listaregistros: [nulos, {}, 7, null, { rut_alumno: 9562011, estado_registro: 1, nuevo: true, mod_cod: ['x'] }] }])
    expect(p?.registros).toHaveLength(5)
    expect(p?.registros[1]).toMatchObject({ rut: null, resultado: 'otro', crudo: '{}' })
    expect(p?.registros[4]).toMatchObject({ rut: '9562011', resultado: 'aceptado', modulo: null })
    expect(JSON.parse(p?.registros[4]?.crudo ?? '')).toMatchObject({ nuevo: true })
    expect(procesos([{ id_proceso_externo: 5 }])[0]).toMatchObject({ idProceso: '5', registros: [] })
  })

  it('other states are shown raw', () => {
    expect(procesos([{ ...proceso, listaregistros: [{ ...registro, estado_registro: '2' }] }])[0]?.registros[0]).toMatchObject({ estadoRegistro: '2', resultado: 'otro' })
  })

  it('one bad element does not hide the others', () => {
    expect(procesos([proceso, 'x', null, { codigo: '002', mensaje: 'm' }])).toHaveLength(1)
  })

  it('an empty history is a history', () => { expect(procesos([])).toEqual([]) })

  it.each([
    [{ codigo: '001', mensaje: 'Token invalido' }, { codigo: '001', mensaje: 'Token invalido' }],
    [{ error: 'Token inválido' }, { codigo: '001', mensaje: 'Token inválido' }],
    [[{ codigo: 1, mensaje: 'Token invalido' }], { codigo: '001', mensaje: 'Token invalido' }],
    [{ codigo: '777' }, { codigo: '777', mensaje: null }],
  ])('an error body is an error: %j', (cuerpo, esperado) => {
    expect(interpretarHistorial(JSON.stringify(cuerpo))).toEqual({ tipo: 'error', ...esperado })
  })

  it.each([['<html></html>'], [''], ['{}'], ['{"a":1}'], ['[1,2]'], ['[{"id_proceso_externo":"30"']])('is unreadable: %s', (texto) => {
    expect(interpretarHistorial(texto).tipo).toBe('ilegible')
  })
})
