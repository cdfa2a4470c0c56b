import { describe, expect, it } from 'vitest'
import { contar, type Informe } from '../../../build/test.ts'

const informe = (pasaron: number, fallaron: number, archivos: [string, string[]][]): Informe => ({
  numPassedTests: pasaron, numFailedTests: fallaron,
  testResults: archivos.map(([status, pruebas]) => ({ status, assertionResults: pruebas.map((s) => ({ status: s })) })),
})

describe('the closing sum', () => {
  it('adds what passed and failed', () => {
    expect(contar(informe(3, 0, [['passed', ['passed', 'passed', 'passed']]]), 0)).toEqual({ pasaron: 3, fallaron: 0 })
    expect(contar(informe(1, 1, [['failed', ['passed', 'failed']]]), 1)).toEqual({ pasaron: 1, fallaron: 1 })
  })
  it('counts a file that could not be loaded', () => {
    expect(contar(informe(2, 0, [['passed', ['passed', 'passed']], ['failed', []]]), 1)).toEqual({ pasaron: 2, fallaron: 1 })
  })
  it('counts an error outside any test, and a run without a report', () => {
    expect(contar(informe(2, 0, [['passed', ['passed', 'passed']]]), 1)).toEqual({ pasaron: 2, fallaron: 1 })
    expect(contar(null, 0)).toEqual({ pasaron: 0, fallaron: 1 })
  })
})
