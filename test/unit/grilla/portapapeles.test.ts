import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leerBloque, planDePegado } from '../../../renderer/grilla/portapapeles.ts'
import type { Caja } from '../../../renderer/grilla/seleccion.ts'
import { MAX_CELDAS_RANGO, MAX_FILAS_NUEVAS } from '../../../shared/planilla/limites-edicion.ts'

describe('leerBloque', () => {
  it.each([
    ['una celda', 'hola', [['hola']]],
    ['una celda, con el salto que agrega Excel', 'hola\r\n', [['hola']]],
    ['dos por dos', 'a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['saltos de Mac y de Linux', 'a\rb\nc', [['a'], ['b'], ['c']]],
    ['celdas vacías, también al final de la fila', '\ta\t\r\n\t\t\r\n', [['', 'a', ''], ['', '', '']]],
    ['fila vacía en medio', 'a\r\n\r\nb\r\n', [['a'], [''], ['b']]],
    ['celda con salto adentro', '"uno\ndos"\tb\r\n', [['uno\ndos', 'b']]],
    ['celda con salto y comillas adentro', '"dijo ""sí""\nayer"\r\n', [['dijo "sí"\nayer']]],
    ['comillas que son del texto', '"hola"\tel "otro"\r\n', [['"hola"', 'el "otro"']]],
    ['comilla que no cierra', '"hola\tb', [['"hola', 'b']]],
    ['acaba en tabulador', 'a\t', [['a', '']]],
  ])('%s', (_, texto, bloque) => {
    expect(leerBloque(texto)).toEqual(bloque)
  })

  it('devuelve lo que Excel copió', () => {
    const celda = fc.string({ unit: fc.constantFrom('a', 'ñ', ' ', '"', '\t', '\n', '1'), maxLength: 6 })
      // Excel cannot tell a quoted cell from a text that reads the same.
      .filter(c => !(c.startsWith('"') && !/[\t\n]/.test(c)))
    const citar = (c: string): string => (/[\t\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }).chain(n => fc.array(fc.array(celda, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 4 })), filas => {
      expect(leerBloque(filas.map(f => `${f.map(citar).join('\t')}\r\n`).join(''))).toEqual(filas)
    }))
  })
})

describe('planDePegado', () => {
  const dims = { filas: 5, columnas: 3 }
  const caja = (f0: number, c0: number, f1 = f0, c1 = c0): Caja => ({ f0, f1, c0, c1 })

  it.each([
    ['desde una celda, con su propio tamaño', '1\t2\r\n3\t4\r\n', caja(1, 1), { f0: 1, c0: 1, filas: 2, columnas: 2, filasSinLugar: 0, columnasSinLugar: 0 }],
    ['un valor en todo el rango', 'x', caja(0, 0, 3, 1), { filas: 4, columnas: 2 }],
    ['repetido en un rango que es múltiplo', 'a\r\nb\r\n', caja(0, 0, 3, 1), { filas: 4, columnas: 2 }],
    ['sin repetir en uno que no lo es', 'a\r\nb\r\n', caja(0, 0, 2, 1), { filas: 2, columnas: 1 }],
    ['lo que no cabe se cuenta', '1\t2\t3\r\n4\t5\t6\r\n7\t8\t9\r\n', caja(3, 1), { filas: 2, columnas: 2, filasSinLugar: 1, columnasSinLugar: 1, celdas: [['1', '2'], ['4', '5'], ['7', '8']] }],
  ])('%s', (_, texto, donde, esperado) => {
    expect(planDePegado(texto, donde, dims)).toMatchObject({ ok: true, ...esperado })
  })

  it('no pega nada a medias cuando es demasiado', () => {
    expect(planDePegado('x\n'.repeat(MAX_FILAS_NUEVAS + 6), caja(0, 0), dims)).toEqual({ ok: false, motivo: 'demasiadas' })
    expect(planDePegado('x\n'.repeat(MAX_FILAS_NUEVAS + 5), caja(0, 0), dims)).toMatchObject({ ok: true, filasSinLugar: MAX_FILAS_NUEVAS })
    expect(planDePegado('x', caja(0, 0, MAX_CELDAS_RANGO, 0), { filas: MAX_CELDAS_RANGO + 1, columnas: 1 })).toEqual({ ok: false, motivo: 'demasiadas' })
    expect(planDePegado('x'.repeat(5001), caja(0, 0), dims)).toEqual({ ok: false, motivo: 'texto-largo' })
    expect(planDePegado('', caja(0, 0), dims)).toEqual({ ok: false, motivo: 'vacio' })
  })
})
