import { describe, expect, it } from 'vitest'
import { interpretarRespuesta, numeroDeRut, EcoAlumnoSchema, type AlumnoEnviado } from '../../../shared/domain/respuesta.ts'
import { calcularDv } from '../../../shared/domain/rut.ts'

const A = 15943354, B = 11111111, C = 9562011
const enviados: AlumnoEnviado[] = [A, B, C].map((rutAlumno) => ({ rutAlumno, dvAlumno: calcularDv(rutAlumno) }))
const leer = (valor: unknown, http = 200, de = enviados) => interpretarRespuesta(typeof valor === 'string' ? valor : JSON.stringify(valor), http, de)
const resultados = (valor: unknown, http?: number): string[] | null => leer(valor, http)?.veredictos.map((v) => v.resultado[0] ?? '') ?? null
const eco = (rutAlumno: number | string) => ({ rutAlumno, dvAlumno: '4', fechaInicio: '2021-04-01 00:00:00', campoNuevo: 1 })

describe('interpretarRespuesta', () => {
  it('all accepted', () => {
    const r = leer({ id_proceso: 25, envio: [eco(A), eco(B), eco(C)], errores: [], respuesta_SIC: ' El proceso 25 ha finalizado ' })
    expect(r).toMatchObject({ idProceso: '25', respuestaSic: 'El proceso 25 ha finalizado', rechazoTotal: null })
    expect(r?.veredictos.map((v) => v.resultado)).toEqual(['aceptado', 'aceptado', 'aceptado'])
  })

  it('something refused: those not in datosError are processed, though datosEnviados is empty [I22 012]', () => {
    const r = leer({ id_proceso: 31, datosEnviados: [], datosError: [{ alumno: eco(String(B)), codigo: '012', mensaje: `El alumno ${B}-1 no se encuentra registrado.` }], respuesta_SIC: ' ' })
    expect(r?.respuestaSic).toBeNull()
    expect(r?.veredictos).toMatchObject([{ resultado: 'aceptado' }, { resultado: 'rechazado', codigo: '012', mensaje: `El alumno ${B}-1 no se encuentra registrado.` }, { resultado: 'aceptado' }])
  })

  it.each([
    ['001', 'Token invalido'], ['002', 'sin servicio'], ['003', 'El curso OF-1 no se encuentra registrado'],
  ])('%s without alumno refuses the whole call', (codigo, mensaje) => {
    for (const cuerpo of [
      { id_proceso: 0, datosEnviados: [], datosError: [{ codigo, mensaje }], respuesta_SIC: ' ' },
      { datosError: [{ codigo: Number(codigo), mensaje, alumno: null }] },
      { codigo, mensaje },
      [{ codigo, mensaje }],
    ]) {
      expect(resultados(cuerpo), (JSON.stringify(cuerpo))).toEqual(['r', 'r', 'r'])
      expect(leer(cuerpo)).toMatchObject({ idProceso: null, rechazoTotal: { codigo, mensaje } })
    }
  })

  it('places a refusal without alumno by the RUT that its message names', () => {
    for (const escrito of [`${B}-${calcularDv(B)}`, String(B), '11.111.111-1', `${B}${calcularDv(B)}`]) {
      expect(resultados({ id_proceso: 1, datosError: [{ codigo: '011', mensaje: `El alumno ${escrito} no se encuentra registrado en este curso.` }] }), escrito).toEqual(['a', 'r', 'a'])
    }
  })

  it('a refusal that cannot be placed leaves nobody accepted on silence', () => {
    expect(resultados({ id_proceso: 1, datosError: [{ codigo: '022', mensaje: 'alumno.porcentajeAvance invalido' }] })).toEqual(['d', 'd', 'd'])
    expect(resultados({ id_proceso: 1, datosEnviados: [eco(A)], datosError: [{ codigo: '022', mensaje: 'x' }, 7] })).toEqual(['a', 'd', 'd'])
    expect(resultados({ id_proceso: 1, datosError: [{ alumno: eco(12345678), codigo: '012', mensaje: 'x' }] })).toEqual(['d', 'd', 'd'])
  })

  it('with one alumno sent, the refusal is its own', () => {
    expect(leer({ id_proceso: 1, datosError: [{ codigo: '999', mensaje: 'raro' }] }, 200, enviados.slice(0, 1))?.veredictos).toMatchObject([{ resultado: 'rechazado', codigo: '999', mensaje: 'raro' }])
  })

  it('reads text numbers, codes without zeros, refusals as text, an object for a list, and `errores` like `datosError`', () => {
    expect(resultados({ id_proceso: '31', datosError: [{ alumno: eco(`${B}.00000`), codigo: 12, mensaje: null }] })).toEqual(['a', 'r', 'a'])
    expect(leer({ id_proceso: '31', datosError: [{ alumno: eco(B), codigo: 12 }] })?.veredictos[1]?.codigo).toBe('012')
    expect(resultados({ id_proceso: 1, errores: [`El alumno ${C} no se encuentra registrado.`] })).toEqual(['a', 'a', 'r'])
    expect(resultados({ id_proceso: 1, datosError: { alumno: eco(A), codigo: '024', mensaje: 'm' } })).toEqual(['r', 'a', 'a'])
  })

  it('several refusals of one alumno: last code, all messages', () => {
    expect(leer({ id_proceso: 1, datosError: [{ alumno: eco(A), codigo: '023', mensaje: 'uno' }, { alumno: eco(A), codigo: '025', mensaje: 'dos' }] })?.veredictos[0]).toMatchObject({ codigo: '025', mensaje: 'uno\ndos' })
  })

  it('refused wins over an echo of the same alumno', () => {
    expect(resultados({ id_proceso: 1, datosEnviados: [eco(A)], datosError: [{ alumno: eco(A), codigo: '025', mensaje: 'x' }] })).toEqual(['r', 'a', 'a'])
  })

  it('an answer that contradicts itself is not believed', () => {
    expect(resultados({ id_proceso: 1, datosEnviados: [eco(A)], datosError: [{ codigo: '001', mensaje: 'Token invalido' }] })).toEqual(['d', 'r', 'r'])
  })

  it('without process number only those named as sent are accepted', () => {
    expect(resultados({ envio: [eco(A)], errores: [] })).toEqual(['a', 'd', 'd'])
  })

  it('an HTTP error accepts nobody, but its refusals are refusals', () => {
    expect(resultados({ id_proceso: 5, envio: [eco(A), eco(B), eco(C)], datosError: [{ alumno: eco(B), codigo: '012', mensaje: 'x' }] }, 500)).toEqual(['d', 'r', 'd'])
  })

  it.each([['<html>Sitio en mantención</html>'], ['{}'], ['[]'], ['{"ok":true}'], ['{"id_proceso":25,"envio":[{"rutAlumno":1'], ['']])('is no answer: %s', (texto) => {
    expect(leer(texto)).toBeNull()
  })

  it('keeps the answer behind HTML', () => {
    expect(resultados(`<b>Warning</b>: $x[1]<br />\n${JSON.stringify({ id_proceso: 9, envio: [], errores: [] })}`)).toEqual(['a', 'a', 'a'])
  })
})

describe('numeroDeRut', () => {
  it.each([[15943354, 15943354], ['11111111', 11111111], ['11111111-1', 11111111], ['11.111.111-1', 11111111], ['9562011.0', 9562011], [' 9562011 ', 9562011]])('%s', (v, n) => {
    expect(numeroDeRut(v)).toBe(n)
  })
  it.each([[null], [undefined], ['x'], [1.5], [0], [-3], [{}], ['11111111-']])('not a RUT: %s', (v) => {
    expect(numeroDeRut(v)).toBeNull()
  })
})

it('the echo spells fechalnicio or fechaInicio', () => {
  expect(EcoAlumnoSchema.parse({ rutAlumno: 1, fechalnicio: '2021-04-01' })).toMatchObject({ fechaInicio: '2021-04-01' })
  expect(EcoAlumnoSchema.parse({ rutAlumno: 1, fechaInicio: '2021-04-02', fechalnicio: 'x', otro: 1 })).toMatchObject({ fechaInicio: '2021-04-02', otro: 1 })
})
