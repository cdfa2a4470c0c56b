import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calcularDv } from '../../../shared/domain/rut.ts'
import { columnaDeOtec, otecsRotuladas, rutDeCelda } from '../../../shared/planilla/otec-declarada.ts'

describe('the OTEC that a workbook names', () => {
  it.each([
    ['76.123.456-0', '76123456-0'], ['76123456-0', '76123456-0'], [' 761234560 ', '76123456-0'], [76_123_456, '76123456-0'], ['76.123.456', '76123456-0'],
    ['', null], ['—', null], ['no aplica', null], [null, null], ['2026', null], ['76.123.456-1', null], [45, null],
  ])('%j says %s', (celda, rut) => { expect(rutDeCelda(celda)).toBe(rut) })

  it('every RUT of a company, in every form', () => {
    fc.assert(fc.property(fc.integer({ min: 50_000_000, max: 99_999_999 }), fc.constantFrom('puntos', 'guion', 'numero'), (numero, forma) => {
      const dv = calcularDv(numero)
      const texto = forma === 'puntos' ? `${numero.toLocaleString('de-DE')}-${dv.toUpperCase()}` : forma === 'guion' ? `${numero}-${dv}` : numero
      expect(rutDeCelda(texto)).toBe(`${numero}-${dv.toUpperCase()}`)
    }))
  })

  it.each(['RUT OTEC', 'Rut de la OTEC', 'rutOtec', 'rut_otec', 'OTEC RUT', 'RUT Organismo Técnico'])('the heading "%s" is found below a title', (titulo) => {
    expect(columnaDeOtec([['Avance de noviembre'], [], ['RUT alumno', titulo, 'Avance'], ['1-9', '76123456-0', 5]])).toEqual({ fila: 2, indice: 1 })
  })

  it('no heading of another column is taken for it', () => {
    expect(columnaDeOtec([['RUT', 'RUT del alumno', 'DV', 'Código de oferta', 'OTEC', 'Nombre OTEC', 'RUT empresa']])).toBeNull()
  })

  it('beside a label above the table', () => {
    const filas = [['RUT OTEC:', '76.123.456-0', '', 'Rut OTEC', 77_654_308], ['RUT alumno', 'Avance']]
    expect(otecsRotuladas(filas)).toEqual(['76123456-0', '77654308-K'])
    expect(columnaDeOtec(filas)).toBeNull()
  })
})
