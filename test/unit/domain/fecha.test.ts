import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  esFechaIso, fechaDeSerial, formatFecha, formatInstante, horaEnSantiago, hoyEnSantiago, serialDeFecha, sumarDias,
} from '../../../shared/domain/fecha.ts'

describe('esFechaIso', () => {
  test.each(['2026-12-31', '2024-02-29', '2000-02-29', '1900-01-01'])('%s exists', f => { expect(esFechaIso(f)).toBe(true) })
  test.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-01-00', '2026-1-1', '31-12-2026', '0000-01-01', '2026-12-31 ', ''])('%j does not', f => {
    expect(esFechaIso(f)).toBe(false)
  })
})

describe('serial numbers of the 1900 system', () => {
  test.each([[1, '1900-01-01'], [59, '1900-02-28'], [61, '1900-03-01'], [45_292, '2024-01-01'], [46_387.75, '2026-12-31'], [2_958_465, '9999-12-31']])('%d → %s', (n, f) => {
    expect(fechaDeSerial(n)).toBe(f)
  })
  test.each([0, 0.5, -3, 60, 60.4, 2_958_466, NaN, Infinity])('%d is no day', n => { expect(fechaDeSerial(n)).toBeNull() })
  test('there and back', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2_958_465 }).filter(n => n !== 60), n => {
      const f = fechaDeSerial(n)
      expect(f).not.toBeNull()
      expect(esFechaIso(f ?? '')).toBe(true)
      expect(serialDeFecha(f ?? '')).toBe(n)
    }))
  })
})

test('written as in Chile', () => { expect(formatFecha('2026-12-31')).toBe('31-12-2026') })

test('adding days crosses months, years and the change of hour', () => {
  expect(sumarDias('2026-12-31', 1)).toBe('2027-01-01')
  expect(sumarDias('2024-03-01', -1)).toBe('2024-02-29')
  expect(sumarDias('2026-09-05', 2)).toBe('2026-09-07')
})

describe('America/Santiago', () => {
  test('summer is three hours behind UTC, winter four', () => {
    expect(hoyEnSantiago(new Date('2026-01-15T02:30:00Z'))).toBe('2026-01-14')
    expect(horaEnSantiago(new Date('2026-01-15T02:30:00Z'))).toEqual({ hora: 23, minuto: 30 })
    expect(horaEnSantiago(new Date('2026-07-15T02:30:00Z'))).toEqual({ hora: 22, minuto: 30 })
  })
  test('midnight is hour 0 of the new day', () => {
    expect(horaEnSantiago(new Date('2026-01-15T03:00:00Z'))).toEqual({ hora: 0, minuto: 0 })
    expect(hoyEnSantiago(new Date('2026-01-15T03:00:00Z'))).toBe('2026-01-15')
  })
  test('an instant in words', () => {
    expect(formatInstante('2026-01-15T02:05:00.000Z')).toBe('14-01-2026 23:05')
    expect(formatInstante('nada')).toBe('nada')
  })
})
