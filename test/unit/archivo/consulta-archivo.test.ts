import { describe, expect, it } from 'vitest'
import { plano, rutUnico, terminosDe } from '../../../shared/domain/consulta-archivo.ts'

/** Whether the number is among those that the text may mean. */
const alcanza = (texto: string, rut: number): boolean => terminosDe(texto).some((t) => t.ruts.some((r) => rut >= r.desde && rut <= r.hasta))

describe('RUT as typed', () => {
  it.each(['12.345.678-5', '12345678-5', '123456785', '12345678', '12.345.678', '12.345.678-', '12.345.67', '12345', '12.345', '1234567', ' 12345678–5 ', '012.345.678-5', '12.345.678-9'])('%s finds 12345678', (texto) => {
    expect(alcanza(texto, 12345678)).toBe(true)
  })
  it.each(['7654321-k', '7654321-K', '7.654.321-K'])('%s finds 7654321', (texto) => { expect(alcanza(texto, 7654321)).toBe(true) })
  it.each(['12.345.678-5', '12345678-5', '123456785'])('%s is only that one', (texto) => {
    expect(terminosDe(texto).flatMap((t) => t.ruts)).toEqual([{ desde: 12345678, hasta: 12345678 }])
    expect(rutUnico(terminosDe(texto))).toBe(12345678)
  })
  it.each(['1234', '12.3', 'ab12345', '2026-11-24', '24-11-2026', '1234567890', '"12345678"', ''])('%s is no RUT', (texto) => { expect(terminosDe(texto).flatMap((t) => t.ruts)).toEqual([]) })
  it('eight digits are the number, and also a shorter one with its check digit where that is right', () => {
    // 9562011-6
    expect(terminosDe('95620116')[0]?.ruts).toEqual([{ desde: 9562011, hasta: 9562011 }, { desde: 95620116, hasta: 95620116 }])
    expect(terminosDe('95620117')[0]?.ruts).toEqual([{ desde: 95620117, hasta: 95620117 }])
  })
  it('two of them are nobody in particular', () => { expect(rutUnico(terminosDe('12.345.678-5 9.562.011-6'))).toBeNull() })
})

describe('words', () => {
  it('lose accents, capitals and spare blanks', () => { expect(plano('  MÓDULO \u00a0 Ñuñoa ')).toBe('modulo nunoa') })
  it('are apart by blanks, and together between quotes of any kind', () => {
    expect(terminosDe('curso "Módulo uno" «dos tres» final').map((t) => t.texto)).toEqual(['curso', 'modulo uno', 'dos tres', 'final'])
  })
  it('with dots are only a RUT, with a hyphen may be something else unless the check digit is right', () => {
    expect(terminosDe('12.345.678-5').map((t) => t.texto)).toEqual([null])
    expect(terminosDe('12345678-5').map((t) => t.texto)).toEqual([null])
    expect(terminosDe('12345678-9').map((t) => t.texto)).toEqual(['12345678-9'])
  })
  it.each(['"', '""', '«', '" "', '%_\\', 'a*b', 'NEAR(', '🙂'])('%s is a search like any other', (texto) => { expect(() => terminosDe(texto)).not.toThrow() })
  it('repeated count once, and a book is not a search', () => {
    expect(terminosDe('a a a')).toHaveLength(1)
    expect(terminosDe(Array.from({ length: 400 }, (_v, i) => `p${i}`).join(' '))).toHaveLength(12)
  })
})
