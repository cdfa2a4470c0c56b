import { describe, expect, it } from 'vitest'
import { sumarLlamada, type AlumnoCurso, type AlumnoEnviado, type CabezaLlamada, type EstadoCurso } from '../../../shared/domain/estado-curso.ts'
import { porTerminar } from '../../../shared/domain/atraso.ts'
import { cursoHoy, enMarcha, sinReporteHoy, tareasDeHoy } from '../../../shared/domain/hoy.ts'

const HOY = '2026-11-24'
const llamada = (dia: string, o: Partial<CabezaLlamada> = {}): CabezaLlamada => ({ envioId: `e-${dia}`, nombreArchivo: 'avance.xlsx', en: `${dia}T15:00:00.000Z`, dia, fallida: false, ...o })
const fila = (rut: number, o: Partial<AlumnoEnviado> = {}): AlumnoEnviado => ({ rut, dv: '0', resultado: 'aceptado', avance: 50, segundos: 60, estado: 1, inicio: '2026-11-01', fin: '2026-11-30', ...o })
const plegar = (...llamadas: readonly [CabezaLlamada, readonly AlumnoEnviado[]][]): AlumnoCurso[] => {
  const alumnos = new Map<number, AlumnoCurso>()
  for (const [l, filas] of llamadas) sumarLlamada(alumnos, l, filas)
  return [...alumnos.values()]
}
const curso = (alumnos: AlumnoCurso[], grupo = 'GR-1'): EstadoCurso => ({ codigoOferta: 'OF', codigoGrupo: grupo, envioId: 'e', alumnos })

describe('where an alumno stands', () => {
  it('is the newest that was accepted, whatever was tried after it', () => {
    const [a] = plegar([llamada('2026-11-23'), [fila(1, { resultado: 'rechazado', avance: 90 })]], [llamada('2026-11-20'), [fila(1, { avance: 40, fin: '2026-12-10' })]], [llamada('2026-11-10'), [fila(1, { avance: 20 })]])
    expect(a).toMatchObject({ fin: '2026-12-10', ultimo: { resultado: 'rechazado', llamada: { dia: '2026-11-23' } }, aceptado: { avance: 40, llamada: { dia: '2026-11-20' } } })
  })
  it('a refusal that was accepted later is fixed', () => {
    expect(plegar([llamada('2026-11-23'), [fila(1)]], [llamada('2026-11-20'), [fila(1, { resultado: 'rechazado' })]])[0]).toMatchObject({ ultimo: { resultado: 'aceptado' } })
  })
  it('an unknown is neither accepted nor forgotten', () => {
    expect(plegar([llamada('2026-11-23'), [fila(1, { resultado: 'desconocido', avance: 90 })]])[0]).toMatchObject({ ultimo: { resultado: 'desconocido' }, aceptado: null })
  })
  it('what did not go out says nothing, unless its call failed', () => {
    expect(plegar([llamada('2026-11-23'), [fila(1, { resultado: 'no-enviado' })]])).toEqual([])
    expect(plegar([llamada('2026-11-23', { fallida: true }), [fila(1, { resultado: 'no-enviado' })]])[0]).toMatchObject({ ultimo: { resultado: 'no-llego' }, aceptado: null })
  })
})

it.each<[string, number, boolean]>([['2026-11-23', 10, false], [HOY, 10, true], ['2026-12-01', 99.99, true], ['2026-12-02', 10, false], [HOY, 100, false]])('ending %s at %d: ends soon %s', (fin, avance, si) => { expect(porTerminar({ fin, avance }, HOY)).toBe(si) })

describe('today', () => {
  it('a course runs from the first day of any of its alumnos to the last of any, both included', () => {
    const c = cursoHoy(curso(plegar([llamada('2026-11-17'), [fila(1, { inicio: '2026-11-10', fin: '2026-11-20' }), fila(2, { inicio: '2026-11-12', fin: HOY })]])), HOY)
    expect(c).toMatchObject({ inicio: '2026-11-10', fin: HOY, alumnos: 2, diasSinReporte: 7 })
    expect(enMarcha(c, HOY)).toBe(true)
    expect(enMarcha(c, '2026-11-25')).toBe(false)
    expect(enMarcha(c, '2026-11-09')).toBe(false)
    expect([6, 7, null].map((diasSinReporte) => sinReporteHoy({ diasSinReporte }))).toEqual([false, true, true])
  })
  it('what is refused and not fixed is told once a send, unless it is too old; unknown alumnos are not in it', () => {
    const mala = llamada('2026-11-20')
    const primero = curso(plegar([mala, [fila(1, { resultado: 'rechazado' }), fila(2), fila(3, { resultado: 'desconocido' })]]))
    const segundo = curso(plegar([mala, [fila(4, { resultado: 'rechazado' })]], [llamada('2026-11-01', { fallida: true }), [fila(5, { resultado: 'no-enviado' })]]), 'GR-2')
    expect(tareasDeHoy([primero, segundo], HOY).porCorregir).toEqual([{ resultado: 'rechazado', llamada: mala, alumnos: 2 }, { resultado: 'no-llego', llamada: llamada('2026-11-01', { fallida: true }), alumnos: 1 }])
    expect(tareasDeHoy([primero], '2027-01-19').porCorregir).toHaveLength(1)
    expect(tareasDeHoy([primero], '2027-01-20').porCorregir).toEqual([])
  })
  it('courses that end first and those longest without a report come first', () => {
    const a = curso(plegar([llamada('2026-11-23'), [fila(1), fila(2, { fin: '2026-11-28' })]]), 'A')
    const b = curso(plegar([llamada('2026-11-10'), [fila(1, { fin: '2026-11-26' })]]), 'B')
    const c = curso(plegar([llamada('2026-11-10'), [fila(1, { fin: '2026-11-23' })]]), 'C')
    const t = tareasDeHoy([a, b, c], HOY)
    expect(t.terminan).toEqual([{ codigoOferta: 'OF', codigoGrupo: 'B', alumnos: 1, fin: '2026-11-26' }, { codigoOferta: 'OF', codigoGrupo: 'A', alumnos: 2, fin: '2026-11-28' }])
    expect(t.enMarcha.map((x) => x.codigoGrupo)).toEqual(['B', 'A'])
  })
})
