import fc from 'fast-check'
import { expect, it } from 'vitest'
import { avanceEsperado, diasEntre, diasSinInformar, porTerminar, porTramos, puntosDeAtraso } from '../../../shared/domain/atraso.ts'
import { sumarDias } from '../../../shared/domain/fecha.ts'

const dia = fc.integer({ min: 0, max: 4000 }).map((n) => sumarDias('2020-01-01', n))

it('counts days by the calendar, also across a change of clocks', () => {
  expect(diasEntre('2026-09-05', '2026-09-07')).toBe(2)
  fc.assert(fc.property(dia, fc.integer({ min: -900, max: 900 }), (d, n) => { expect(diasEntre(d, sumarDias(d, n))).toBe(n) }))
})

it('expects the share of the days that are over, the first and the last day included', () => {
  expect(avanceEsperado('2026-11-01', '2026-11-10', '2026-11-01')).toBe(0)
  expect(avanceEsperado('2026-11-01', '2026-11-10', '2026-11-06')).toBe(50)
  expect(avanceEsperado('2026-11-01', '2026-11-10', '2026-11-10')).toBe(90)
  expect(avanceEsperado('2026-11-01', '2026-11-10', '2026-11-11')).toBe(100)
  expect(avanceEsperado('2026-11-01', '2026-11-01', '2026-11-01')).toBe(0)
  expect([avanceEsperado(null, '2026-11-10', '2026-11-06'), avanceEsperado('2026-11-10', '2026-11-01', '2026-11-06')]).toEqual([null, null])
})

it('never goes down as days pass, and stays from 0 to 100', () => {
  fc.assert(fc.property(dia, fc.nat(400), dia, (inicio, largo, hoy) => {
    const fin = sumarDias(inicio, largo)
    const [uno, otro] = [avanceEsperado(inicio, fin, hoy) ?? -1, avanceEsperado(inicio, fin, sumarDias(hoy, 1)) ?? -1]
    expect(uno >= 0 && uno <= otro && otro <= 100).toBe(true)
  }))
})

it('is behind by whole points; who was never accepted is behind by all of it', () => {
  const plazo = { inicio: '2026-11-01', fin: '2026-11-10' }
  expect(puntosDeAtraso({ ...plazo, avance: 20 }, '2026-11-06')).toBe(30)
  expect(puntosDeAtraso({ ...plazo, avance: null }, '2026-11-06')).toBe(50)
  expect(puntosDeAtraso({ ...plazo, avance: 49.5 }, '2026-11-06')).toBe(0)
  expect(puntosDeAtraso({ inicio: null, fin: null, avance: 0 }, '2026-11-06')).toBe(0)
})

it('days without a report are those of Santiago, where the clocks may differ from UTC', () => {
  // 02:30 UTC of the 25th is the evening of the 24th.
  expect(diasSinInformar('2026-11-25T02:30:00.000Z', '2026-11-25')).toBe(1)
  expect(diasSinInformar('2026-11-25T03:30:00.000Z', '2026-11-25')).toBe(0)
  expect([diasSinInformar(null, '2026-11-25'), diasSinInformar('2021-04-0', '2026-11-25')]).toEqual([null, null])
})

it('ends soon: today and seven days more, below 100, nothing accepted counting as 0', () => {
  const fin = (f: string | null, avance: number | null = 50): boolean => porTerminar({ avance, fin: f }, '2026-11-25')
  expect(['2026-11-24', '2026-11-25', '2026-12-02', '2026-12-03', null].map((f) => fin(f))).toEqual([false, true, true, false, false])
  expect([null, 0, 99.9, 100].map((a) => fin('2026-11-30', a))).toEqual([true, true, true, false])
})

it('puts each in one tenth, and those at 100 apart', () => {
  expect(porTramos([0, 9.99, 10, 99.9, 100, null])).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1])
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true })), (a) => { expect(porTramos(a).reduce((x, y) => x + y, 0)).toBe(a.length) }))
})
