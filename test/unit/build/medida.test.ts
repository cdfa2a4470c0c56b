import { describe, expect, it } from 'vitest'
import { mediana, razon, tabla, type Medida } from '../../../build/bench/medida.ts'

const medida: Medida = { id: 'x', titulo: 'Importar', unidad: 'ms', nuestra: 50, referencia: { nombre: 'la otra', valor: 200 }, rondas: 3 }

describe('what a benchmark tells', () => {
  it('takes the middle, not the mean, and leaves its input alone', () => {
    const valores = [900, 1, 2]
    expect(mediana(valores)).toBe(2)
    expect(mediana([1, 2, 3, 900])).toBe(2.5)
    expect(valores).toEqual([900, 1, 2])
    expect(mediana([])).toBeNaN()
  })
  it('divides ours by the reference', () => {
    expect(razon(medida)).toBe(0.25)
    expect(razon({ ...medida, referencia: null })).toBeNull()
  })
  it('prints one line a measure under its headings', () => {
    expect(tabla([medida], ['Medida', 'Nuestra', 'Ref.', 'Razón', 'Cuál']).split('\n')).toEqual([
      'Medida    Nuestra    Ref.  Razón  Cuál',
      'Importar    50 ms  200 ms  0.25×  la otra',
    ])
  })
})
