import { expect, test } from 'vitest'
import { ComandoSchema, invertir, mismaCelda, textoDeComando, type Comando } from '../../../shared/planilla/comandos.ts'

const EDITAR: Comando = {
  tipo: 'editar', tabla: 'alumnos', cambios: [{ filaId: 3, columna: 'alumno.estado', antes: { tipo: 'fecha', valor: 46_000 }, despues: 'Cursando' }, { filaId: 4, columna: 'alumno.estado', antes: null, despues: '2' }],
}
const EXCLUIR: Comando = { tipo: 'excluir', tabla: 'modulos', filas: [1], excluir: true }

test('survive the disk', () => {
  for (const c of [EDITAR, EXCLUIR]) expect(ComandoSchema.parse(JSON.parse(JSON.stringify(c)))).toEqual(c)
  expect(ComandoSchema.safeParse({ ...EXCLUIR, filas: [] }).success).toBe(false)
})

test('the inverse of the inverse is the command', () => {
  for (const c of [EDITAR, EXCLUIR]) {
    expect(invertir(c)).not.toEqual(c)
    expect(invertir(invertir(c))).toEqual(c)
  }
})

test('in words', () => {
  expect(textoDeComando(EDITAR)).toBe('Editar 2 celdas de Alumnos')
  expect(textoDeComando(EXCLUIR, () => 'Hoja 1')).toBe('Dejar fuera 1 fila de Hoja 1')
  expect(textoDeComando(invertir(EXCLUIR))).toBe('Volver a incluir 1 fila de Modulos')
})

test('cells are compared by what they say', () => {
  expect(mismaCelda({ tipo: 'fecha', valor: 1 }, { tipo: 'fecha', valor: 1 })).toBe(true)
  expect(mismaCelda({ tipo: 'fecha', valor: 1 }, { tipo: 'duracion', valor: 1 })).toBe(false)
  expect(mismaCelda('1', 1)).toBe(false)
  expect(mismaCelda(null, '')).toBe(false)
})
