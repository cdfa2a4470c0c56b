import { expect, test } from 'vitest'
import { CAUSAS, esCausa, mensajeDe, queHacerDe, type Causa } from '../../../shared/domain/causas.ts'
import { queHacerConTodas, tituloDeCausa } from '../../../shared/domain/causas-titulos.ts'

const claves = Object.keys(CAUSAS) as Causa[]

const TODO = {
  valor: 'X', columna: 'Avance', original: 'X', convertido: 'Y', otraFila: 12, otro: 'Z', otra: 'W', dvEsperado: 'k', codigo: 'A', conserva: 'B', largo: 51,
  previo: 40, hoja: 'Alumnos', inicio: '01-11-2026', fin: '30-11-2026', ejecucion: '01-12-2026', estado: 2, avance: 60, porDefecto: 1, cuantos: 2, fecha: '01-01-2026', suma: 5400, tiempo: 3600,
}

test.each(claves)('%s has whole sentences', causa => {
  for (const texto of [mensajeDe(causa, TODO), queHacerDe(causa, TODO)]) {
    expect(texto).toMatch(/^[A-ZÁÉÍÓÚ«].*[.]$/s)
    expect(texto).not.toMatch(/ {2}|[.]{2}/)
  }
  for (const texto of [mensajeDe(causa), queHacerDe(causa)]) expect(texto).not.toMatch(/undefined|null|NaN/)
})

test.each(claves)('%s has a name for all of its findings, and what to do about them', causa => {
  expect(tituloDeCausa(causa)).toMatch(/^[A-ZÁÉÍÓÚ].*[^.]$/)
  expect(queHacerConTodas(causa)).toMatch(/^[A-ZÁÉÍÓÚ].*[.]$/s)
  // Words made of one finding's data have holes without it.
  expect(queHacerConTodas(causa)).not.toMatch(/ [,.;:]| {2}|«»|-;|undefined/)
})

test('what was written and where the other one is are said', () => {
  expect(mensajeDe('no-es-numero', { valor: 'doce' })).toBe('«doce» no es un número.')
  expect(mensajeDe('modulo-repetido', { codigo: 'MA01', otraFila: 7 })).toContain('en la fila 7')
  expect(mensajeDe('dato-contradictorio', { valor: 'a', otro: 'b', otraFila: 0 })).toContain('en esta misma fila')
  expect(mensajeDe('rut-dv', { valor: '12.345.678-9', dvEsperado: 'k' })).toContain('K')
  expect(mensajeDe('requerido', { columna: 'Avance del módulo (%)' })).toContain('Avance del módulo (%)')
})

test('only its own keys are causes', () => {
  expect(esCausa('requerido')).toBe(true)
  expect(esCausa('toString')).toBe(false)
  expect(esCausa('Invalid input')).toBe(false)
})
