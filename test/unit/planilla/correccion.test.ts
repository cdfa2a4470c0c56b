/** A workbook that comes back: rows found again wherever they went, and only what changed is brought. */
import { describe, expect, test } from 'vitest'
import type { CeldaDistinta } from '../../../shared/planilla/correccion.ts'
import type { Mesa } from '../../../shared/planilla/mesa.ts'
import { ALUMNO, CURSO, MODULO, mesaDe, rut, unica, type FilaEscrita, type HojaEscrita } from './mesa-soporte.ts'

const ruts = [12_345_678, 11_111_111, 9_876_543, 7_654_321].map(rut)
const modulos = (n = 4): FilaEscrita[] => Array.from({ length: n }, (_, i) => ({ ...MODULO, 'alumno.rut': ruts[i % 4] ?? null, 'modulo.codigoModulo': `MA0${Math.floor(i / 4) + 1}`, 'modulo.porcentajeAvance': 10 + i }))
const libro = (m: HojaEscrita): Parameters<typeof mesaDe>[0] => ({ cursos: [CURSO], alumnos: ruts.map(r => ({ ...ALUMNO, 'alumno.rut': r })), modulos: m })
const con = (m: FilaEscrita[], i: number, cambio: FilaEscrita): FilaEscrita[] => m.with(i, { ...m[i], ...cambio })
const exportadas = (m: Mesa): CeldaDistinta[] => m.observaciones().flatMap(t => t.editadas.map(e => ({ tabla: t.id, filaId: e.filaId, columna: e.columna, celda: e.celda })))
const dichos = (c: ReturnType<Mesa['compararCon']>): string[] => c.celdas.map(x => `${x.tabla} ${x.filaId} ${x.columna}: ${JSON.stringify(x.antes)} → ${JSON.stringify(x.despues)}${x.pisada ? ' !' : ''}`)
const vista = (m: Mesa, tabla: string): unknown => m.filas(tabla, [...m.indice(tabla, 'todas', '')]).map(f => [f.excluida, f.celdas.map(c => c.texto)])

describe('cells', () => {
  test('only those that the file changed since it was exported; the edits of the draft are no changes', () => {
    const m = mesaDe(libro(modulos()))
    m.editar('modulos', [{ filaId: 0, columna: 'modulo.porcentajeAvance', texto: '50' }])
    const antes = exportadas(m)
    const archivo = con(con(modulos(), 0, { 'modulo.porcentajeAvance': 50 }), 2, { 'modulo.porcentajeAvance': 60 })
    expect(dichos(m.compararCon(mesaDe(libro(archivo)), antes))).toEqual(['modulos 2 modulo.porcentajeAvance: 12 → 60'])
  })

  test('the same said otherwise is no change', () => {
    const m = mesaDe(libro(modulos()))
    const archivo = modulos().map(f => ({ ...f, 'modulo.porcentajeAvance': { tipo: 'porcentaje' as const, valor: Number(f['modulo.porcentajeAvance']) / 100 }, 'modulo.fechaFin': '27-11-2026', 'modulo.tiempoConectividad': '0:30:00', 'modulo.actividades': 'ACT01;ACT02' }))
    expect(m.compararCon(mesaDe(libro(archivo)), [])).toEqual({ celdas: [], quitadas: [], nuevas: [], sinHoja: [] })
  })

  test('a cell changed on both sides says so; one that both changed to the same is done', () => {
    const m = mesaDe(libro(modulos()))
    m.editar('modulos', [{ filaId: 0, columna: 'modulo.porcentajeAvance', texto: '50' }, { filaId: 1, columna: 'modulo.porcentajeAvance', texto: '51' }])
    const archivo = con(con(modulos(), 0, { 'modulo.porcentajeAvance': 60 }), 1, { 'modulo.porcentajeAvance': 51 })
    expect(dichos(m.compararCon(mesaDe(libro(archivo)), []))).toEqual(['modulos 0 modulo.porcentajeAvance: "50" → 60 !'])
  })

  test('a cell back to what the first file said becomes that very cell', () => {
    const m = mesaDe(libro(modulos()))
    m.editar('modulos', [{ filaId: 0, columna: 'modulo.porcentajeAvance', texto: '50' }])
    const antes = exportadas(m)
    const c = m.compararCon(mesaDe(libro(modulos())), antes)
    m.traer('x.xlsx', c, false)
    expect(m.observaciones().flatMap(t => t.editadas)).toEqual([])
  })
})

describe('rows', () => {
  test('deleted above, the others are found; the one that is gone is offered', () => {
    const m = mesaDe(libro(modulos(8)))
    const archivo = con(modulos(8), 5, { 'modulo.porcentajeAvance': 99 }).toSpliced(1, 1)
    const c = m.compararCon(mesaDe(libro(archivo)), [])
    expect([dichos(c), c.quitadas, c.nuevas]).toEqual([['modulos 5 modulo.porcentajeAvance: 15 → 99'], [{ tabla: 'modulos', filas: [1] }], []])
  })

  test('a sheet that was sorted is the same sheet', () => {
    const m = mesaDe(libro(modulos(8)))
    const c = m.compararCon(mesaDe(libro(con(modulos(8), 2, { 'modulo.porcentajeAvance': 77 }).toReversed())), [])
    expect([dichos(c), c.quitadas, c.nuevas]).toEqual([['modulos 2 modulo.porcentajeAvance: 12 → 77'], [], []])
  })

  test('a corrected RUT is a change of its row, also below a deleted one', () => {
    const malo = '12.345.678-9'
    const m = mesaDe(libro(con(modulos(8), 6, { 'alumno.rut': malo })))
    const c = m.compararCon(mesaDe(libro(con(modulos(8), 6, { 'alumno.rut': ruts[0] ?? '' }).toSpliced(1, 1))), [])
    expect(c.celdas.map(x => [x.filaId, x.columna, x.despues])).toEqual([[6, 'alumno.rut', ruts[0]]])
    expect(c.quitadas).toEqual([{ tabla: 'modulos', filas: [1] }])
  })

  test('new rows are said with what they hold', () => {
    const m = mesaDe(libro(modulos()))
    const c = m.compararCon(mesaDe(libro([...modulos(), { ...MODULO, 'alumno.rut': ruts[0] ?? '', 'modulo.codigoModulo': 'MA09' }])), [])
    expect([c.celdas, c.quitadas, c.nuevas.map(n => [n.tabla, n.fila, n.celdas['modulo.codigoModulo']])]).toEqual([[], [], [['modulos', 6, 'MA09']]])
    m.traer('x.xlsx', c, true)
    expect(m.resumen('x').textoDeshacer).toBe('Traer de «x.xlsx»: 1 fila nueva')
    expect(m.resumen('x').tablas.find(t => t.id === 'modulos')?.filas).toBe(5)
    m.deshacer()
    expect(m.resumen('x').tablas.find(t => t.id === 'modulos')?.filas).toBe(4)
  })

  test('one sheet for all: blank cells that repeat what stands above keep their row', () => {
    const filas = ['MA01', 'MA02', 'MA03'].flatMap(codigo => [ruts[0], ruts[1]].map(r => ({ 'alumno.rut': r ?? '', 'modulo.codigoModulo': codigo }))).sort((a, b) => (a['alumno.rut'] < b['alumno.rut'] ? -1 : 1))
    const blancas = (f: FilaEscrita[]): FilaEscrita[] => f.map((x, i) => (i % 3 === 0 ? x : { ...x, 'alumno.rut': null }))
    const m = mesaDe(unica(...blancas(filas)))
    const c = m.compararCon(mesaDe(unica(...con(blancas(filas), 4, { 'modulo.porcentajeAvance': 88 }).toSpliced(2, 1))), [])
    expect([c.celdas.map(x => [x.filaId, x.despues]), c.quitadas]).toEqual([[[4, 88]], [{ tabla: 'unica', filas: [2] }]])
  })

  test('a sheet that is gone takes no rows with it', () => {
    const m = mesaDe(libro(modulos()))
    const { modulos: _, ...sin } = libro(modulos())
    const c = m.compararCon(mesaDe(sin), [])
    expect([c.quitadas, c.sinHoja]).toEqual([[], ['Modulos']])
  })
})

test('it is one command, which is undone and done again as one', () => {
  const m = mesaDe(libro(modulos()))
  const antes = [vista(m, 'modulos'), m.resumen('x').errores]
  const c = m.compararCon(mesaDe(libro(con(modulos(), 0, { 'modulo.porcentajeAvance': 60 }).toSpliced(3, 1))), [])
  expect(m.traer('corregida.xlsx', c, true)?.tipo).toBe('traer')
  const despues = [vista(m, 'modulos'), m.resumen('x').errores]
  expect(m.resumen('x').textoDeshacer).toBe('Traer de «corregida.xlsx»: 1 celda corregida, 1 fila quitada')
  expect(despues).not.toEqual(antes)
  m.deshacer()
  expect([vista(m, 'modulos'), m.resumen('x').errores]).toEqual(antes)
  m.rehacer()
  expect([vista(m, 'modulos'), m.resumen('x').errores]).toEqual(despues)
})
