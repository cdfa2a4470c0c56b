import { describe, expect, it } from 'vitest'
import { conservarFila, conservarOrden, idsEntre } from '../../../renderer/grilla/indice.ts'

const ids = (...x: number[]): Int32Array => Int32Array.from(x)

describe('conservarFila', () => {
  it.each([
    ['al medio', ids(1, 3), ids(1, 2, 3), 2, ids(1, 2, 3)],
    ['al principio', ids(2, 3), ids(1, 2, 3), 1, ids(1, 2, 3)],
    ['al final', ids(1, 2), ids(1, 2, 3), 3, ids(1, 2, 3)],
    ['cuando las de antes también salieron', ids(4), ids(1, 2, 3, 4), 3, ids(3, 4)],
    ['sola', ids(), ids(7), 7, ids(7)],
    ['si sigue estando, nada cambia', ids(1, 2), ids(1, 2, 3), 2, ids(1, 2)],
    ['si no estaba, no aparece', ids(1, 2), ids(1, 2), 9, ids(1, 2)],
  ])('%s', (_, nuevo, anterior, id, esperado) => {
    expect([...conservarFila(nuevo, anterior, id)]).toEqual([...esperado])
  })
})

describe('idsEntre', () => {
  it('toma las dos puntas, en cualquier sentido', () => {
    expect(idsEntre([5, 6, 7, 8], 6, 8)).toEqual([6, 7, 8])
    expect(idsEntre([5, 6, 7, 8], 8, 6)).toEqual([6, 7, 8])
    expect(idsEntre([5, 6], 99, 6)).toEqual([6])
    expect(idsEntre([5, 6], 5, 99)).toEqual([])
  })
})

describe('conservarOrden', () => {
  const o = (nuevo: number[], anterior: number[], foco: number | null): number[] => [...conservarOrden(Int32Array.from(nuevo), Int32Array.from(anterior), foco)]
  it('deja las filas donde estaban, con la del foco, y pone las nuevas al final', () => {
    expect(o([1, 2, 3, 4], [3, 1, 2], null)).toEqual([3, 1, 2, 4])
    expect(o([1, 3], [3, 1, 2], 2)).toEqual([3, 1, 2])
    expect(o([1, 3], [3, 1, 2], null)).toEqual([3, 1])
    expect(o([1], [1], 9)).toEqual([1])
  })
})
