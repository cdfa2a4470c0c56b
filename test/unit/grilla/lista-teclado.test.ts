import { expect, test } from 'vitest'
import { destino } from '../../../renderer/pantallas/revision/lista-teclado.ts'

test('arrows, pages and ends walk the list and stop at its ends', () => {
  const desde = (tecla: string, i: number): number | null => destino(tecla, i, 25)
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map(t => desde(t, 12))).toEqual([13, 11, 22, 2, 0, 24])
  expect(['ArrowUp', 'PageUp'].map(t => desde(t, 0))).toEqual([0, 0])
  expect(['ArrowDown', 'PageDown'].map(t => desde(t, 24))).toEqual([24, 24])
})

test('other keys are not of the list', () => {
  expect(['Tab', 'a', 'Escape', 'F8', 'ArrowLeft'].map(t => destino(t, 3, 10))).toEqual([null, null, null, null, null])
})
