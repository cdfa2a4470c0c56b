import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Seleccion, celdasDe, filasDe, moverCabeza, type Caja } from '../../../renderer/grilla/seleccion.ts'

const DIMS = { filas: 20, columnas: 4 }
const T = (key: string, ctrl = false): { key: string; ctrl: boolean; pagina: number } => ({ key, ctrl, pagina: 10 })
function enCelda(fila: number, col: number): Seleccion {
  const s = new Seleccion()
  s.medir(DIMS, false)
  s.situar({ fila, col })
  return s
}

describe('Shift and a key', () => {
  it.each([
    [[T('ArrowDown'), T('ArrowDown'), T('ArrowRight')], { f0: 5, f1: 7, c0: 1, c1: 2 }],
    [[T('ArrowDown'), T('ArrowUp'), T('ArrowUp')], { f0: 4, f1: 5, c0: 1, c1: 1 }],
    [[T('ArrowDown', true)], { f0: 5, f1: 19, c0: 1, c1: 1 }],
    [[T('Home')], { f0: 5, f1: 5, c0: 0, c1: 1 }],
    [[T('Home', true)], { f0: 0, f1: 5, c0: 0, c1: 1 }],
    [[T('End', true)], { f0: 5, f1: 19, c0: 1, c1: 3 }],
    [[T('PageDown')], { f0: 5, f1: 15, c0: 1, c1: 1 }],
    [[T('ArrowRight'), T('ArrowLeft')], null],
    [[T('x')], null],
  ])('%j', (teclas, caja) => {
    const s = enCelda(5, 1)
    for (const t of teclas) s.tecla(t)
    expect(s.caja).toEqual(caja)
  })

  it('never leaves the grid, and always holds the cell where it began', () => {
    const tecla = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End')
    fc.assert(fc.property(fc.nat(19), fc.nat(3), fc.array(fc.tuple(tecla, fc.boolean())), (fila, col, teclas) => {
      const s = enCelda(fila, col)
      for (const [k, c] of teclas) s.tecla(T(k, c))
      const caja = s.actual
      expect(caja && caja.f0 >= 0 && caja.f1 < 20 && caja.c0 >= 0 && caja.c1 < 4).toBe(true)
      expect(caja && caja.f0 <= fila && fila <= caja.f1 && caja.c0 <= col && col <= caja.c1).toBe(true)
    }))
  })

  it('from the number of a row takes whole rows', () => {
    const s = enCelda(5, -1)
    expect(s.actual).toBeNull()
    s.tecla(T('ArrowDown'))
    expect(s.caja).toEqual({ f0: 5, f1: 6, c0: 0, c1: 3 })
  })

  it('in a grid without rows does nothing', () => {
    expect(moverCabeza({ fila: 0, col: 0 }, T('x'), DIMS)).toBeNull()
    const s = new Seleccion()
    expect(s.tecla(T('ArrowDown'))).toBeNull()
  })
})

it('Ctrl+A takes the column, and asked again everything', () => {
  const s = enCelda(5, 1)
  s.ampliar()
  expect(s.caja).toEqual({ f0: 0, f1: 19, c0: 1, c1: 1 })
  s.ampliar()
  expect(s.caja && celdasDe(s.caja)).toBe(80)
})

it('whoever watches is told once for each change, and a row only sees what is its own', () => {
  const s = enCelda(5, 1)
  let veces = 0
  s.observar(() => { veces++ })
  s.extender({ fila: 7, col: 2 })
  s.extender({ fila: 7, col: 2 })
  expect(veces).toBe(1)
  expect([4, 5, 6, 7, 8].map(f => s.franja(f))).toEqual([null, { c0: 1, c1: 2, primera: true, ultima: false }, { c0: 1, c1: 2, primera: false, ultima: false }, { c0: 1, c1: 2, primera: false, ultima: true }, null])
  const antes = s.franja(6)
  s.extender({ fila: 8, col: 2 })
  expect(s.franja(6)).toBe(antes)
})

it('other rows, or another cell, end the range', () => {
  const s = enCelda(5, 1)
  s.extender({ fila: 7, col: 2 })
  s.medir({ filas: 3, columnas: 4 }, false)
  expect(s.caja).toBeNull()
  s.situar({ fila: 1, col: 1 })
  s.extender({ fila: 2, col: 1 })
  expect(filasDe(s.caja as Caja)).toBe(2)
  s.situar({ fila: 0, col: 0 })
  expect(s.caja).toBeNull()
  s.situar(null)
  expect(s.actual).toBeNull()
})
