import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cambiosDePegado, leerBloque, MAX_CELDAS } from '../../../renderer/grilla/portapapeles.ts'

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

describe('cambiosDePegado', () => {
  const base = { ids: [10, 20, 30], pos: 1, columnas: ['a', 'b', 'c'], columna: 1 }

  it('cae sobre las filas que se ven', () => {
    expect(cambiosDePegado({ ...base, texto: '1\t2\r\n3\t4\r\n' })).toEqual({
      ok: true, filasSinLugar: 0, columnasSinLugar: 0,
      cambios: [
        { filaId: 20, columna: 'b', texto: '1' }, { filaId: 20, columna: 'c', texto: '2' },
        { filaId: 30, columna: 'b', texto: '3' }, { filaId: 30, columna: 'c', texto: '4' },
      ],
    })
  })

  it('cuenta lo que no cabe abajo ni a la derecha', () => {
    const p = cambiosDePegado({ ...base, texto: '1\t2\t3\r\n4\t5\t6\r\n7\t8\t9\r\n' })
    expect(p).toMatchObject({ ok: true, filasSinLugar: 1, columnasSinLugar: 1 })
    expect(p.ok && p.cambios.map(c => c.texto)).toEqual(['1', '2', '4', '5'])
  })

  it('no pega nada a medias cuando es demasiado', () => {
    const ids = Array.from({ length: MAX_CELDAS + 1 }, (_, i) => i)
    expect(cambiosDePegado({ ...base, ids, pos: 0, texto: 'x\n'.repeat(MAX_CELDAS + 1) })).toEqual({ ok: false, motivo: 'demasiadas' })
    expect(cambiosDePegado({ ...base, ids, pos: 0, texto: 'x\n'.repeat(MAX_CELDAS) })).toMatchObject({ ok: true })
    expect(cambiosDePegado({ ...base, texto: 'x'.repeat(5001) })).toEqual({ ok: false, motivo: 'texto-largo' })
    expect(cambiosDePegado({ ...base, texto: '' })).toEqual({ ok: false, motivo: 'vacio' })
  })
})
