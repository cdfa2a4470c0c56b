import { expect, it } from 'vitest'
import { Cinta } from '../../../electron/proceso-planilla/xlsx/cinta.ts'
import { LectorTexto } from '../../../electron/proceso-planilla/xlsx/lector-texto.ts'

it('a text is the one that is there now, when the window moved on', () => {
  const cinta = new Cinta()
  const texto = new LectorTexto(cinta, false)
  cinta.agregar(Buffer.from('abc<'))
  expect(texto.hastaEtiqueta(0)).toBe(3)
  expect(texto.valor).toBe('abc')
  cinta.p = cinta.n
  cinta.agregar(Buffer.concat([Buffer.from('xyz<'), Buffer.alloc(cinta.b.length - 5)]))
  texto.olvidar()
  expect(cinta.p).toBe(0)
  texto.hastaEtiqueta(0)
  expect(texto.valor).toBe('xyz')
})

it('finds where the last whole row ends, however the pieces fall', () => {
  const xml = Buffer.from('<row r="1"></row><row r="2"/><row\tr="3"></row><rowBreaks/>')
  for (let largo = 1; largo <= xml.length; largo++) {
    const cinta = new Cinta()
    let corte = -1
    for (let p = 0; p < xml.length; p += largo) {
      cinta.agregar(xml.subarray(p, p + largo))
      corte = Math.max(corte, cinta.corte(Buffer.from('<row')))
    }
    expect(corte).toBe(xml.lastIndexOf('<row\t'))
  }
})
