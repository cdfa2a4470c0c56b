import { expect, test } from 'vitest'
import { claveDeAvance, compararAvance, indexarAvances } from '../../../shared/domain/avance.ts'

const DE = { rutAlumno: 12_345_678, codigoModulo: 'M', codigoOferta: 'O', codigoGrupo: 'G' }

test('against the last accepted progress', () => {
  expect(compararAvance(undefined, 0)).toBe('nuevo')
  expect(compararAvance(20, 21)).toBe('mas')
  expect(compararAvance(20, 20)).toBe('igual')
  expect(compararAvance(20, 19)).toBe('menos')
  expect(compararAvance(0, 0)).toBe('igual')
})

test('one progress per alumno, módulo, oferta and grupo; the greatest of several', () => {
  const indice = indexarAvances([{ ...DE, porcentaje: 30 }, { ...DE, porcentaje: 20 }, { ...DE, codigoGrupo: 'G2', porcentaje: 5 }])
  expect(indice.size).toBe(2)
  expect(indice.get(claveDeAvance(DE))).toBe(30)
  expect(indice.get(claveDeAvance({ ...DE, codigoGrupo: 'G2' }))).toBe(5)
  expect(indice.get(claveDeAvance({ ...DE, rutAlumno: 1 }))).toBeUndefined()
})
