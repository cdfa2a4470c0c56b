import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calcularDv, formatRut, parseRut } from '../../../shared/domain/rut.ts'

describe('calcularDv', () => {
  test.each([
    [12_345_678, '5'], [17_118_181, 'k'], [11_222_333, '9'], [11_111_111, '1'], [1, '9'], [13_456_791, '0'], [76_086_428, '5'],
  ])('%i → %s', (numero, dv) => { expect(calcularDv(numero)).toBe(dv) })

  // The definition, written another way: the weighted sum with the check digit is a multiple of 11.
  test('any number: the weighted sum is a multiple of 11', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), numero => {
      const dv = calcularDv(numero)
      const cifras = [...String(numero)].reverse().map(Number)
      const suma = cifras.reduce((t, c, i) => t + c * (2 + (i % 6)), 0)
      expect((suma + (dv === 'k' ? 10 : Number(dv))) % 11).toBe(0)
    }))
  })
})

describe('parseRut', () => {
  test.each([
    '12.345.678-5', '12345678-5', '123456785', ' 12.345.678 - 5 ', '12.345.6785', '012345678-5', '12\u00A0345\u00A0678-5', '12345678\u20135',
  ])('reads %j', texto => {
    expect(parseRut(texto)).toEqual({ ok: true, rut: { numero: 12_345_678, dv: '5' } })
  })
  test.each(['17.118.181-K', '17118181-k', '17118181K', '17118181k'])('reads %j with its K', texto => {
    expect(parseRut(texto)).toEqual({ ok: true, rut: { numero: 17_118_181, dv: 'k' } })
  })
  test('number and check digit apart', () => {
    expect(parseRut('12345678', '5')).toEqual({ ok: true, rut: { numero: 12_345_678, dv: '5' } })
    expect(parseRut('17.118.181', ' K ')).toEqual({ ok: true, rut: { numero: 17_118_181, dv: 'k' } })
    expect(parseRut('12345678-5', '5')).toEqual({ ok: true, rut: { numero: 12_345_678, dv: '5' } })
    expect(parseRut('12345678', '')).toEqual({ ok: false, causa: 'rut-sin-dv', dvEsperado: '5' })
  })
  test('a wrong check digit says which one the number needs', () => {
    expect(parseRut('12.345.678-9')).toEqual({ ok: false, causa: 'rut-dv', dvEsperado: '5' })
    expect(parseRut('12345678', 'k')).toEqual({ ok: false, causa: 'rut-dv', dvEsperado: '5' })
    expect(parseRut('12345678-5', '4')).toEqual({ ok: false, causa: 'rut-dv', dvEsperado: '5' })
    expect(parseRut('123456789')).toEqual({ ok: false, causa: 'rut-dv', dvEsperado: '5' })
  })
  test.each(['12345678', '12.345.678', '1234567', '98765439'])('does not guess whether %j carries its check digit', texto => {
    expect(parseRut(texto)).toMatchObject({ ok: false, causa: 'rut-sin-dv' })
  })
  test('eight digits that would pass as seven and a check digit are asked about too', () => {
    expect(parseRut(`9876543${calcularDv(9_876_543)}`)).toMatchObject({ ok: false, causa: 'rut-sin-dv' })
  })
  test.each(['', '-', 'abc', '12.34.5678-5', '1.2345678-5', '12345678-55', '12345678-x', '-5', '100000000-1', '0-0', '12-345-678-5', '1234567890'])('refuses %j', texto => {
    expect(parseRut(texto)).toEqual({ ok: false, causa: 'rut-formato' })
  })
  test('what formatRut writes, parseRut reads', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.constantFrom('puntos' as const, 'guion' as const), (numero, forma) => {
      const rut = { numero, dv: calcularDv(numero) }
      expect(parseRut(formatRut(rut, forma))).toEqual({ ok: true, rut })
    }))
  })
})

test('formatRut', () => {
  expect(formatRut({ numero: 12_345_678, dv: '5' })).toBe('12.345.678-5')
  expect(formatRut({ numero: 17_118_181, dv: 'k' }, 'guion')).toBe('17118181-K')
  expect(formatRut({ numero: 999, dv: '3' })).toBe('999-3')
})
