import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calcularDv, formatRut, parseRut } from '../../../shared/domain/rut.ts'
import { juzgarToken, lugarDelCursor, rutMientrasSeEscribe, tokenMientrasSeEscribe } from '../../../renderer/pantallas/credenciales/formato.ts'

describe('RUT while it is typed', () => {
  it.each([
    ['', ''], ['7', '7'], ['76', '7-6'], ['7612345', '761.234-5'], ['761234560', '76.123.456-0'], ['76.123.456-0', '76.123.456-0'],
    ['76 123 456 - k', '76.123.456-K'], ['7k6', '7-6'], ['7612345601', '76.123.456-0'], ['abc', ''],
  ])('%j → %j', (escrito, visto) => { expect(rutMientrasSeEscribe(escrito)).toBe(visto) })

  it('any RUT typed without dots ends as the product writes it, and is read back', () => {
    fc.assert(fc.property(fc.integer({ min: 1_000_000, max: 99_999_999 }), numero => {
      const rut = { numero, dv: calcularDv(numero) }
      const visto = rutMientrasSeEscribe(`${numero}${rut.dv}`)
      expect(visto).toBe(formatRut(rut))
      expect(parseRut(visto)).toEqual({ ok: true, rut })
    }))
  })
})

describe('token while it is typed', () => {
  const TOKEN = '9B1DEB4D-3B7D-4BAD-9BDD-2B0D7B3DCB6D'

  it.each([
    [TOKEN.toLowerCase(), TOKEN], [TOKEN.replaceAll('-', ''), TOKEN], [`  {${TOKEN}}\n`, TOKEN], ['9b1deb4d', '9B1DEB4D'], ['9b1deb4d3', '9B1DEB4D-3'], ['', ''],
  ])('%j → %j', (escrito, visto) => { expect(tokenMientrasSeEscribe(escrito)).toBe(visto) })

  it('says what is missing, what does not belong, and what is too much', () => {
    expect(juzgarToken('')).toEqual({ estado: 'vacio' })
    expect(juzgarToken(TOKEN.slice(0, -4))).toEqual({ estado: 'faltan', cuantos: 4 })
    expect(juzgarToken('9B1Z')).toEqual({ estado: 'ajeno', caracter: 'Z' })
    expect(juzgarToken(tokenMientrasSeEscribe(`${TOKEN}A`))).toEqual({ estado: 'sobran' })
    expect(juzgarToken(TOKEN)).toEqual({ estado: 'bien' })
  })

  it('formatting what is already formatted changes nothing', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), t => {
      const una = tokenMientrasSeEscribe(t)
      expect(tokenMientrasSeEscribe(una)).toBe(una)
    }))
  })
})

describe('caret', () => {
  it('stays behind the same character when separators come and go', () => {
    // "76123|456-0" typed in the middle: the caret belongs behind the third 3.
    expect(lugarDelCursor('76.1293.456-0', 6, '761.293.456-0', /[^\dkK]/g)).toBe(6)
    expect(lugarDelCursor('761234560', 9, '76.123.456-0', /[^\dkK]/g)).toBe(12)
    expect(lugarDelCursor('', 0, '', /-/g)).toBe(0)
  })
})
