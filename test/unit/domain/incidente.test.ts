import { describe, expect, it } from 'vitest'
import { ES_INCIDENTE, nombreDeIncidente } from '../../../shared/domain/incidente.ts'

describe('the name of an incident', () => {
  it('is two groups of three signs that cannot be taken for one another', () => {
    for (let b = 0; b < 256; b++) {
      const nombre = nombreDeIncidente(new Uint8Array(6).fill(b))
      expect(nombre).toMatch(ES_INCIDENTE)
      expect(nombre).not.toMatch(/[01OILSZBVDTNQG58]/)
    }
  })
  it('gives every sign the same chance', () => {
    const cuentas = new Map<string, number>()
    for (let b = 0; b < 256; b++) { const s = nombreDeIncidente(Uint8Array.of(b, 0, 0, 0, 0, 0))[0] ?? ''; cuentas.set(s, (cuentas.get(s) ?? 0) + 1) }
    expect([...cuentas.values()]).toEqual(Array.from({ length: 16 }, () => 16))
  })
})
