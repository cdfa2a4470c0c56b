import { describe, expect, it } from 'vitest'
import { avancesAprendidos } from '../../../shared/domain/avances-aprendidos.ts'
import { MARCA_TOKEN, armarCuerpo, causaQueDetiene, codigoDeEnvio, estadoDeEnvio, estadoDeLlamada } from '../../../shared/domain/envio.ts'
import type { VeredictoAlumno } from '../../../shared/domain/respuesta.ts'
import { dentroDeVentana } from '../../../shared/domain/ventana-envio.ts'
import { cursoDePrueba } from './curso-de-prueba.ts'

describe('states', () => {
  it.each([
    [['aceptado', 'aceptado'], 'aceptado'], [['aceptado', 'rechazado'], 'aceptado-con-rechazos'], [['rechazado'], 'rechazado'],
    [['aceptado', 'desconocido'], 'desconocido'], [['rechazado', 'desconocido'], 'desconocido'], [[], 'desconocido'],
  ] as const)('call of %j is %s', (resultados, estado) => { expect(estadoDeLlamada(resultados)).toBe(estado) })

  it.each([
    [['aceptado', 'aceptado'], 'aceptado'], [['aceptado', 'enviando'], 'enviando'], [['aceptado', 'listo'], 'enviando'], [['listo', 'listo'], 'listo'],
    [['aceptado', 'desconocido', 'fallido'], 'desconocido'], [['aceptado', 'fallido', 'cancelado'], 'fallido'], [['rechazado', 'cancelado'], 'rechazado'],
    [['aceptado', 'cancelado'], 'cancelado'], [['aceptado', 'rechazado'], 'aceptado-con-rechazos'], [['aceptado-con-rechazos', 'aceptado'], 'aceptado-con-rechazos'],
    [['cancelado'], 'cancelado'], [[], 'cancelado'],
    [['aceptado', 'reintentando', 'listo'], 'enviando'], [['aceptado', 'programado'], 'programado'], [['desconocido', 'programado'], 'desconocido'], [['conciliando', 'aceptado'], 'conciliando'],
    [['conciliando', 'desconocido'], 'desconocido'], [['aceptado', 'vencido'], 'vencido'], [['vencido', 'vencido'], 'vencido'], [['borrador', 'borrador'], 'borrador'],
  ] as const)('send of %j is %s', (llamadas, estado) => { expect(estadoDeEnvio(llamadas)).toBe(estado) })

  it('what would meet the same wall is not tried', () => {
    expect(causaQueDetiene('rechazado', 'codigo-001')).toBe('cancelada-por-credenciales')
    expect(causaQueDetiene('fallido', 'dns')).toBe('cancelada-por-red')
    expect(causaQueDetiene('rechazado', 'codigo-002')).toBe('cancelada-por-sence')
    expect(causaQueDetiene('desconocido', 'tiempo')).toBeNull()
    expect(causaQueDetiene('rechazado', 'codigo-003')).toBeNull()
    expect(causaQueDetiene('aceptado', null)).toBeNull()
  })
})

describe('body of a call', () => {
  it('carries authentication, course and code, and the first mark is the token’s even when the data holds the mark', () => {
    const curso = cursoDePrueba([{ rut: 12345678, modulos: { [MARCA_TOKEN]: 10 } }], { oferta: MARCA_TOKEN })
    const cuerpo = armarCuerpo('76123456-0', curso, 'PSIC-1')
    expect(JSON.parse(cuerpo)).toEqual({ rutOtec: '76123456-0', idSistema: 1350, token: MARCA_TOKEN, ...curso, codigoEnvio: 'PSIC-1' })
    expect(cuerpo.indexOf(JSON.stringify(MARCA_TOKEN))).toBe(cuerpo.indexOf('"token":') + '"token":'.length)
  })
  it('has a readable code', () => {
    expect(codigoDeEnvio('2026-11-24', { hora: 15, minuto: 3, segundo: 9 }, 'ab12cdxyz')).toBe('PSIC-20261124-150309-ab12cd')
  })
})

describe('dentroDeVentana', () => {
  it.each([
    ['2026-11-25T00:59:59Z', false], ['2026-11-25T01:00:00Z', true], ['2026-11-25T02:59:59Z', true], ['2026-11-25T03:00:00Z', false], // summer, UTC-3
    ['2026-07-01T01:59:59Z', false], ['2026-07-01T02:00:00Z', true], ['2026-07-01T03:59:59Z', true], ['2026-07-01T04:00:00Z', false], // winter, UTC-4
  ])('%s: %s', (instante, dentro) => { expect(dentroDeVentana(new Date(instante))).toBe(dentro) })
})

describe('avancesAprendidos', () => {
  const v = (rutAlumno: number, resto: Partial<VeredictoAlumno>): VeredictoAlumno => ({ rutAlumno, dvAlumno: '1', resultado: 'aceptado', codigo: null, mensaje: null, ...resto })
  const mensaje = 'modulo.porcentajeAvance debe ser mayor al anterior (40.00000)'
  it('learns all of the accepted, and nothing of the rest', () => {
    const curso = cursoDePrueba([{ rut: 1, modulos: { M1: 10, M2: 20 } }, { rut: 2, modulos: { M1: 30 } }, { rut: 3, modulos: { M1: 5 } }])
    expect(avancesAprendidos(curso, [v(1, {}), v(2, { resultado: 'desconocido' }), v(3, { resultado: 'rechazado', codigo: '012', mensaje: 'x' })])).toEqual([
      { rutAlumno: 1, codigoModulo: 'M1', codigoOferta: 'OF-1', codigoGrupo: 'GR-1', porcentaje: 10 },
      { rutAlumno: 1, codigoModulo: 'M2', codigoOferta: 'OF-1', codigoGrupo: 'GR-1', porcentaje: 20 },
    ])
  })
  it('learns the previous value of a 025 only where one módulo alone can be meant', () => {
    const de = (modulos: Record<string, number>) => avancesAprendidos(cursoDePrueba([{ rut: 1, modulos }]), [v(1, { resultado: 'rechazado', codigo: '025', mensaje })]).map((a) => `${a.codigoModulo} ${a.porcentaje}`)
    expect(de({ M1: 30 })).toEqual(['M1 40'])
    expect(de({ M1: 40, M2: 80 })).toEqual(['M1 40'])
    expect(de({ M1: 30, M2: 10 })).toEqual([])
    expect(de({ M1: 50 })).toEqual([])
  })
})
