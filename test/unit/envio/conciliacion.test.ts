import { describe, expect, it } from 'vitest'
import { avancesDelHistorial } from '../../../shared/domain/avances-aprendidos.ts'
import { HORAS_DE_PACIENCIA, conciliar, type AlumnoIncierto, type LlamadaIncierta } from '../../../shared/domain/conciliacion.ts'
import { instanteDeSantiago } from '../../../shared/domain/fecha.ts'
import { interpretarHistorial, type ProcesoLeido } from '../../../shared/domain/historial.ts'

const AHORA = '2026-11-25T12:00:00.000Z'
const horas = (n: number): string => new Date(Date.parse(AHORA) + n * 3_600_000).toISOString()
const incierto = (rutAlumno: number, mas: Partial<AlumnoIncierto> = {}): AlumnoIncierto => ({ rutAlumno, dvAlumno: '5', resultado: 'desconocido', codigo: null, mensaje: null, ...mas })
const llamada = (mas: Partial<LlamadaIncierta> = {}): LlamadaIncierta => ({ codigoEnvio: 'PSIC-1', alumnos: [incierto(12345678), incierto(9562011)], ausenteDesde: null, ...mas })
const registro = (rut: number, mas: Record<string, unknown> = {}) => ({
  rut_alumno: String(rut), dv_alumno: '5', oferta_cod: 'OF-1', seccion_cod: 'GR-1', mod_cod: 'M1', mod_porcentaje_avance: '30.00000', estado_registro: '1', obs_registro: '', ...mas,
})
function procesos(...lista: { codigo?: string; fecha?: string | null; rut_otec?: string; registros: unknown[] }[]): ProcesoLeido[] {
  const h = interpretarHistorial(JSON.stringify(lista.map((p, i) => ({ id_proceso_externo: String(i + 7), codigo_externo: p.codigo ?? 'PSIC-1', fecha: p.fecha === undefined ? '2026-11-24 22:30:00' : p.fecha, rut_otec: p.rut_otec, listaregistros: p.registros }))))
  if (h.tipo !== 'procesos') throw new Error(h.tipo)
  return [...h.procesos]
}

describe('a call that the history shows', () => {
  it('has its answer there: one refused record refuses the alumno, with the code of the message', () => {
    const r = conciliar(llamada(), procesos({ registros: [
      registro(12345678), registro(12345678, { mod_cod: 'M2' }),
      registro(9562011), registro(9562011, { estado_registro: '3', obs_registro: '[010] modulo.porcentajeAvance debe ser mayor al anterior (20.00000)' }),
    ] }), AHORA)
    expect(r).toMatchObject({ tipo: 'hallada', estado: 'aceptado-con-rechazos', idProceso: '7', veredictos: [
      { rutAlumno: 12345678, resultado: 'aceptado', codigo: null }, { rutAlumno: 9562011, resultado: 'rechazado', codigo: '025', mensaje: 'modulo.porcentajeAvance debe ser mayor al anterior (20.00000)' },
    ] })
  })

  it.each([
    ['has no record', []], ['has a record in a state that is not known', [registro(9562011, { estado_registro: '2' })]],
    ['has one accepted and one not known', [registro(9562011), registro(9562011, { estado_registro: null })]],
  ])('stays unknown while an alumno %s', (_que, suyos) => {
    const r = conciliar(llamada({ ausenteDesde: horas(-100) }), procesos({ registros: [registro(12345678), ...suyos] }), AHORA)
    expect(r).toMatchObject({ tipo: 'hallada', estado: 'desconocido', veredictos: [{ resultado: 'aceptado' }, { resultado: 'desconocido' }] })
  })

  it('what an answer already said is not asked again', () => {
    const alumnos = [incierto(12345678, { resultado: 'rechazado', codigo: '012', mensaje: 'x' }), incierto(9562011)]
    expect(conciliar(llamada({ alumnos }), procesos({ registros: [registro(12345678), registro(9562011)] }), AHORA)).toMatchObject({ estado: 'aceptado-con-rechazos', veredictos: [{ codigo: '012' }, { resultado: 'aceptado' }] })
  })
})

describe('a call that the history does not show', () => {
  const otros = procesos({ codigo: 'PSIC-2', registros: [registro(12345678)] })
  it('waits: the first absence only starts the clock, and others\' processes are not its own', () => {
    expect(conciliar(llamada(), otros, AHORA)).toEqual({ tipo: 'ausente', ausenteDesde: AHORA })
    expect(conciliar(llamada(), [], AHORA)).toEqual({ tipo: 'ausente', ausenteDesde: AHORA })
  })
  it('counts as not received only after the whole of patience, which holds a whole overnight load', () => {
    const con = (h: number) => conciliar(llamada({ ausenteDesde: horas(-h) }), [], AHORA).tipo
    expect(HORAS_DE_PACIENCIA).toBeGreaterThanOrEqual(29)
    expect([con(0), con(HORAS_DE_PACIENCIA - 0.01), con(HORAS_DE_PACIENCIA)]).toEqual(['ausente', 'ausente', 'perdida'])
    // A clock that went back proves nothing.
    expect(con(-500)).toBe('ausente')
  })
  it('never counts as not received when an answer had named some of its alumnos', () => {
    const alumnos = [incierto(12345678, { resultado: 'aceptado' }), incierto(9562011)]
    expect(conciliar(llamada({ alumnos, ausenteDesde: horas(-900) }), [], AHORA).tipo).toBe('ausente')
  })
})

describe('what the history teaches', () => {
  it('the accepted progress of the latest process, whatever the order; refused and incomplete records teach nothing', () => {
    const r = avancesDelHistorial(procesos(
      { fecha: '2026-11-20 22:10:00', registros: [registro(12345678, { mod_porcentaje_avance: '50.00000' }), registro(9562011, { estado_registro: '3' })] },
      { fecha: '2026-11-10 22:10:00', registros: [registro(12345678, { mod_porcentaje_avance: '20' }), registro(12345678, { mod_cod: null }), registro(12345678, { mod_cod: 'M2', mod_porcentaje_avance: 'x' })] },
      { fecha: null, registros: [registro(12345678, { mod_porcentaje_avance: '99' }), registro(12345678, { mod_cod: 'M3', mod_porcentaje_avance: '5' })] },
      { fecha: '2026-11-22 22:10:00', rut_otec: '77124930', registros: [registro(12345678, { mod_porcentaje_avance: '80' })] },
      { fecha: '2026-11-23 22:10:00', registros: [registro(12345678, { mod_porcentaje_avance: '90', rut_otec: '77124930' })] },
    ), '76123456-0')
    expect(r.map((a) => [a.codigoModulo, a.porcentaje, a.aceptadoEn])).toEqual([['M1', 50, '2026-11-21T01:10:00.000Z'], ['M3', 5, '']])
  })
  it.each([
    ['2026-11-24 22:30:05', '2026-11-25T01:30:05.000Z'], ['2026-07-01 22:30:05', '2026-07-02T02:30:05.000Z'], ['2026-09-06 01:30:00', '2026-09-06T04:30:00.000Z'],
    ['2026-02-30 10:00:00', null], ['ayer', null],
  ])('%s of Santiago is %s', (texto, instante) => { expect(instanteDeSantiago(texto)).toBe(instante) })
})
