import { describe, expect, test } from 'vitest'
import { UNICA, mesaDe, rut } from './mesa-soporte.ts'

const AVANCE = 'modulo.porcentajeAvance'
const mesa = mesaDe({
  unica: [
    { ...UNICA, 'alumno.nombre': 'María José Ñuñoa', 'alumno.rut': '12.345.678-5' },
    { ...UNICA, 'alumno.rut': null, 'alumno.nombre': null, 'modulo.codigoModulo': 'MA02', [AVANCE]: 150 },
    { ...UNICA, 'alumno.rut': '17118181-k', 'alumno.nombre': 'Eva', 'modulo.fechaFin': { tipo: 'fecha', valor: 46_360 } },
    { ...UNICA, 'alumno.rut': rut(9), 'alumno.nombre': 'Juan', 'alumno.tiempoConectividad': 0 },
    { ...UNICA, 'alumno.rut': rut(10), 'alumno.nombre': 'Luis', 'modulo.estado': 'Cursando' },
    { ...UNICA, 'alumno.rut': rut(11), 'alumno.nombre': 'Luis', [AVANCE]: 150 },
  ],
})
mesa.excluir('unica', [5], true)
const buscar = (texto: string): number[] => [...mesa.indice('unica', 'todas', texto)]

describe('text', () => {
  test.each<[string, number[]]>([
    ['', [0, 1, 2, 3, 4, 5]], ['maria jose', [0]], ['MARÍA', [0]], ['nunoa', [0]], ['ñuñoa', [0]], [' ma02 ', [1]], ['luis', [4, 5]], ['04-12-2026', [2]], ['cursando', [4]], ['zzz', []],
  ])('%j', (texto, ids) => { expect(buscar(texto)).toEqual(ids) })
})

describe('a RUT in any written form, also in the rows that take it from above', () => {
  test.each(['12.345.678-5', '12345678-5', '123456785', '12345678', '12.345', '345678-5'])('%s', texto => { expect(buscar(texto)).toEqual([0, 1]) })
  test.each(['17118181-K', '17.118.181-k', '17118181k'])('%s', texto => { expect(buscar(texto)).toEqual([2]) })
  test('no other number is taken for one', () => { expect(buscar('3.6-0')).toEqual([]) })
})

test('a cell that was edited is found by what it says now', () => {
  mesa.editar('unica', [{ filaId: 3, columna: 'alumno.nombre', texto: 'Ximena' }])
  expect(buscar('ximena')).toEqual([3])
  expect(buscar('juan')).toEqual([])
  mesa.deshacer()
  expect(buscar('juan')).toEqual([3])
})

test('filters, alone and with text', () => {
  const filtrar = (filtro: Parameters<typeof mesa.indice>[1], texto = ''): number[] => [...mesa.indice('unica', filtro, texto)]
  expect(filtrar('errores')).toEqual([1])
  expect(filtrar('avisos')).toEqual([3])
  expect(filtrar('problemas')).toEqual([1, 3])
  expect(filtrar('informaciones')).toEqual([2, 4])
  expect(filtrar('excluidas')).toEqual([5])
  expect(filtrar('excluidas', 'eva')).toEqual([])
  expect(filtrar('problemas', 'juan')).toEqual([3])
  expect([...mesa.indice('otra', 'todas', '')]).toEqual([])
})

test('problems in pages: errors, warnings, informations, each in sheet order', () => {
  const todas = mesa.problemas('todos', 0, 100)
  expect(todas.problemas.map(p => [p.nivel, p.fila])).toEqual([['error', 3], ['aviso', 5], ['informacion', 4], ['informacion', 6]])
  expect(todas.total).toBe(4)
  for (let desde = 0; desde < 5; desde++) {
    expect(mesa.problemas('todos', desde, 2)).toEqual({ total: 4, problemas: todas.problemas.slice(desde, desde + 2) })
  }
  expect(mesa.problemas('aviso', 0, 10)).toEqual({ total: 1, problemas: [todas.problemas[1]] })
})

test('a page may begin and end within a row', () => {
  const varias = mesaDe({ unica: [{ ...UNICA, 'alumno.estado': 9, 'modulo.estado': 9, [AVANCE]: 150 }, { ...UNICA, 'alumno.rut': rut(9), [AVANCE]: 150 }] })
  const todas = varias.problemas('todos', 0, 100).problemas
  expect(todas.map(p => [p.fila, p.columna])).toEqual([[2, 'alumno.estado'], [2, 'modulo.estado'], [2, AVANCE], [3, AVANCE]])
  for (let desde = 0; desde < 5; desde++) expect(varias.problemas('todos', desde, 2).problemas).toEqual(todas.slice(desde, desde + 2))
})

test('a row as the window sees it', () => {
  const [f] = mesa.filas('unica', [4])
  const col = mesa.resumen('x').tablas[0]?.columnas.findIndex(c => c.key === 'modulo.estado') ?? -1
  expect(f).toMatchObject({ id: 4, fila: 6, excluida: false, nivel: 'informacion', mensaje: null })
  expect(f?.celdas[col]).toEqual({ texto: 'Cursando', convertido: '1', nivel: 'informacion', mensaje: '«Cursando» se enviará como 1.', queHacer: expect.any(String), editada: false })
})
