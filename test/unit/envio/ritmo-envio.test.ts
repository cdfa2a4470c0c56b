import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duracionEnPalabras, estimarMs } from '../../../shared/domain/ritmo-envio.ts'

const medidas = fc.array(fc.record({ alumnos: fc.integer({ min: 1, max: 2000 }), ms: fc.integer({ min: 1, max: 600_000 }) }), { maxLength: 30 })
const porHacer = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 20 })

describe('how long it will take', () => {
  it('more to do never takes less, and slower calls never promise a quicker end', () => {
    fc.assert(fc.property(porHacer, medidas, fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 1, max: 2000 }), (hacer, m, pausa, otra) => {
      const ms = estimarMs(hacer, m, pausa)
      expect(estimarMs([...hacer, otra], m, pausa)).toBeGreaterThanOrEqual(ms + pausa)
      expect(estimarMs(hacer, m.map((x) => ({ ...x, ms: x.ms * 2 })), pausa)).toBeGreaterThanOrEqual(ms)
    }))
  })
  it('calls like those measured take what those took', () => {
    expect(estimarMs([100, 100], [{ alumnos: 100, ms: 40_000 }, { alumnos: 100, ms: 60_000 }, { alumnos: 100, ms: 50_000 }], 5000)).toBe(105_000)
  })
  it('one that took ten minutes does not spoil it, nor do those of last month', () => {
    const normales = Array.from({ length: 9 }, () => ({ alumnos: 100, ms: 10_000 }))
    expect(estimarMs([100], [...normales, { alumnos: 100, ms: 600_000 }], 0)).toBe(10_000)
    expect(estimarMs([100], [...Array.from({ length: 40 }, () => ({ alumnos: 100, ms: 500_000 })), ...normales, ...normales, ...normales], 0)).toBe(10_000)
  })
  it('nothing to do takes nothing', () => { expect(estimarMs([], [], 5000)).toBe(0) })
})

it.each([[0, 'menos de un minuto'], [44_000, 'menos de un minuto'], [60_000, 'cerca de un minuto'], [61_000, 'unos 2 minutos'], [3_500_000, 'unos 59 minutos'], [3_600_000, 'cerca de 1 hora'], [4_700_000, 'cerca de 1 hora y 20 minutos'], [7_300_000, 'cerca de 2 horas y 5 minutos']])('%i ms is %s', (ms, palabras) => {
  expect(duracionEnPalabras(ms)).toBe(palabras)
})
