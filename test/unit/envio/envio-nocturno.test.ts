import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { cuandoEnPalabras, elegirMomento, nocheDe, nocheDelInstante, queToca } from '../../../shared/domain/envio-nocturno.ts'
import { dentroDeVentana } from '../../../shared/domain/ventana-envio.ts'

const HORA = 3_600_000
const zona = process.env['TZ']
afterEach(() => { if (zona === undefined) delete process.env['TZ']; else process.env['TZ'] = zona })

describe('the window of a day', () => {
  it.each([
    ['in summer, three hours behind UTC', '2026-11-24', '2026-11-25T01:00:00.000Z', 2],
    ['in winter, four', '2026-07-01', '2026-07-02T02:00:00.000Z', 2],
    ['when clocks go back at midnight: eleven to twelve happens twice', '2026-04-04', '2026-04-05T01:00:00.000Z', 3],
    ['when they go forward: that midnight does not exist', '2026-09-05', '2026-09-06T02:00:00.000Z', 2],
  ])('%s', (_que, dia, desde, horas) => {
    const noche = nocheDe(dia)
    expect(new Date(noche.desde).toISOString()).toBe(desde)
    expect((noche.hasta - noche.desde) / HORA).toBe(horas)
  })
})

/** Any instant of thirty years, and those around the changes of clocks far more often than by chance. */
const instantes = fc.oneof(
  fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2049, 11, 31) }),
  fc.tuple(fc.constantFrom(Date.UTC(2026, 3, 5, 3), Date.UTC(2026, 8, 6, 4), Date.UTC(2027, 3, 4, 3), Date.UTC(2027, 8, 5, 4)), fc.integer({ min: -5 * HORA, max: 5 * HORA })).map(([a, b]) => a + b),
).map((ms) => new Date(ms))
const azares = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const zonas = fc.constantFrom('UTC', 'America/Santiago', 'Pacific/Easter', 'Asia/Tokyo', 'Europe/Madrid', 'Pacific/Kiritimati', 'America/Punta_Arenas')

describe('the instant that a send gets', () => {
  it('lies ahead, in a window of Santiago, with time for the send to end, whatever zone the computer is in', () => {
    fc.assert(fc.property(instantes, azares, fc.integer({ min: 0, max: 100 * 60_000 }), zonas, (ahora, azar, duracion, tz) => {
      process.env['TZ'] = tz
      const m = elegirMomento(ahora, azar, duracion)
      expect(m.instante).toBeGreaterThan(ahora.getTime())
      expect(dentroDeVentana(new Date(m.instante))).toBe(true)
      expect(m.instante + duracion).toBeLessThanOrEqual(m.hasta)
      expect(nocheDelInstante(new Date(m.instante))).toEqual({ dia: m.dia, desde: m.desde, hasta: m.hasta })
      // Never further than the next night.
      expect(m.instante - ahora.getTime()).toBeLessThan(27 * HORA)
    }), { numRuns: 500 })
  })
  it('is spread over the window: not all at 22:00', () => {
    const ahora = new Date('2026-11-24T15:00:00Z')
    const minutos = Array.from({ length: 100 }, (_, i) => (elegirMomento(ahora, i / 100, 10 * 60_000).instante - nocheDe('2026-11-24').desde) / 60_000)
    expect(Math.min(...minutos)).toBe(0)
    expect(Math.max(...minutos)).toBeGreaterThan(105)
    expect(new Set(minutos.map((m) => Math.floor(m / 11))).size).toBe(10)
  })
  it('is tomorrow when tonight is too short for it, and the beginning of the window when any is', () => {
    expect(elegirMomento(new Date('2026-11-25T02:40:00Z'), 0.5, 30 * 60_000).dia).toBe('2026-11-25')
    expect(elegirMomento(new Date('2026-11-25T02:20:00Z'), 0.5, 30 * 60_000).dia).toBe('2026-11-24')
    const largo = elegirMomento(new Date('2026-11-24T15:00:00Z'), 0.9, 5 * HORA)
    expect(largo.instante - largo.desde).toBeLessThan(2 * 60_000)
    expect(elegirMomento(new Date('2026-11-25T01:30:00Z'), 0.9, 5 * HORA).dia).toBe('2026-11-25')
  })
})

describe('what an arranged send does', () => {
  it('waits, goes out inside its window, and never outside it', () => {
    fc.assert(fc.property(instantes, azares, instantes, (pedido, azar, ahora) => {
      const m = elegirMomento(pedido, azar, 0)
      const hace = queToca(ahora, new Date(m.instante))
      if (hace === 'toca') expect(dentroDeVentana(ahora)).toBe(true)
      expect(hace).toBe(ahora.getTime() < m.instante ? 'espera' : ahora.getTime() < m.hasta ? 'toca' : 'vencido')
    }))
  })
  it('an instant of the day, however it came to be kept, waits for the window of that day', () => {
    fc.assert(fc.property(instantes, instantes, (instante, ahora) => { if (queToca(ahora, instante) === 'toca') expect(dentroDeVentana(ahora)).toBe(true) }))
    expect(queToca(new Date('2026-11-24T13:05:00Z'), new Date('2026-11-24T13:00:00Z'))).toBe('espera')
    expect(queToca(new Date('2026-11-25T01:00:00Z'), new Date('2026-11-24T13:00:00Z'))).toBe('toca')
  })
  it('a clock that was set back makes it wait again; one set ahead past the window makes it miss it', () => {
    const instante = new Date('2026-11-25T01:41:00Z')
    expect(queToca(new Date('2026-11-25T01:41:00Z'), instante)).toBe('toca')
    expect(queToca(new Date('2026-11-25T01:40:59Z'), instante)).toBe('espera')
    expect(queToca(new Date('2026-11-25T02:59:59Z'), instante)).toBe('toca')
    expect(queToca(new Date('2026-11-25T03:00:00Z'), instante)).toBe('vencido')
  })
})

it('said as a person would', () => {
  const instante = new Date('2026-11-25T01:41:00Z')
  expect(cuandoEnPalabras(instante, new Date('2026-11-24T15:00:00Z'))).toBe('hoy a las 22:41')
  expect(cuandoEnPalabras(instante, new Date('2026-11-23T15:00:00Z'))).toBe('mañana a las 22:41')
  expect(cuandoEnPalabras(instante, new Date('2026-11-25T15:00:00Z'))).toBe('ayer a las 22:41')
  expect(cuandoEnPalabras(instante, new Date('2026-11-28T15:00:00Z'))).toBe('el 24-11-2026 a las 22:41')
})
