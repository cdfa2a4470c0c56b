import { describe, expect, it } from 'vitest'
import { describirCelda, describirFila } from '../../../renderer/grilla/descripcion.ts'
import type { CeldaVista, FilaVista } from '../../../shared/ipc/modelos.ts'

const celda = (c: Partial<CeldaVista> = {}): CeldaVista => ({ texto: 'x', convertido: null, nivel: null, mensaje: null, queHacer: null, editada: false, ...c })
const fila = (f: Partial<FilaVista> = {}): FilaVista => ({ id: 1, fila: 2, excluida: false, nivel: null, mensaje: null, queHacer: null, celdas: [], ...f })

describe('describirCelda', () => {
  it.each([
    ['sin nada que decir', celda(), undefined],
    ['error y qué hacer', celda({ nivel: 'error', mensaje: 'No es un RUT', queHacer: 'Corríjalo.' }), 'Error: No es un RUT. Corríjalo.'],
    ['aviso en una celda cambiada', celda({ nivel: 'aviso', mensaje: 'Es 0.', editada: true }), 'Aviso: Es 0. Cambiada aquí.'],
    ['conversión que su mensaje ya dice', celda({ nivel: 'informacion', mensaje: 'Se enviará 45.', convertido: '45' }), 'Conversión: Se enviará 45.'],
    ['conversión sin mensaje', celda({ convertido: '45' }), 'Se enviará 45.'],
  ])('%s', (_, c, esperado) => {
    expect(describirCelda(c)).toBe(esperado)
  })
})

describe('describirFila', () => {
  it.each([
    ['sin nada que decir', fila(), undefined],
    ['con un error en alguna celda', fila({ nivel: 'error' }), 'Error.'],
    ['con un error de la fila', fila({ nivel: 'error', mensaje: 'El alumno está repetido.', queHacer: 'Deje fuera una.' }), 'Error: El alumno está repetido. Deje fuera una.'],
    ['fuera del envío', fila({ excluida: true }), 'Fuera del envío.'],
  ])('%s', (_, f, esperado) => {
    expect(describirFila(f)).toBe(esperado)
  })
})
