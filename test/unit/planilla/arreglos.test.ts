import { describe, expect, test } from 'vitest'
import { CAUSAS, type Causa } from '../../../shared/domain/causas.ts'
import type { Celda } from '../../../shared/domain/celda.ts'
import { ARREGLOS } from '../../../shared/planilla/arreglos.ts'
import { agregarDv, comoDecimales, comoFraccion, comoHoras, comoMiles, comoMinutos, comoPorcentaje, comoSegundos, leerFecha, recortadas, separarDv, sinRepetidas, type Lectura } from '../../../shared/planilla/arreglos-celda.ts'
import { Mesa } from '../../../shared/planilla/mesa.ts'
import { ALUMNO, CURSO, HOY, MODULO, mesaDe, porHojas, todos, unica, hallados, rut, type FilaEscrita } from './mesa-soporte.ts'

const casos: [string, Lectura, [Celda, string | null][]][] = [
  ['agregarDv', agregarDv, [['12345678', '12.345.678-5'], [12_345_678, '12.345.678-5'], ['12.345.678', '12.345.678-5'], ['hola', null], ['0', null]]],
  // 1.234.567-4: its eight characters without the hyphen.
  ['separarDv', separarDv, [['12345674', '1.234.567-4'], ['12345678', null], ['5', null], ['hola', null]]],
  ['comoFraccion', comoFraccion, [[0.45, '45 %'], ['0,455', '45,5 %'], ['0.45', '45 %'], [1, '100 %'], [0.29, '29 %'], ['85.5', null], ['0', null], ['1.234.5', null]]],
  ['comoPorcentaje', comoPorcentaje, [[0.45, '0,45 %'], ['85.5', '85,5 %'], ['85.5 %', '85,5 %'], ['0,45', '0,45 %'], ['1.234', '1,234 %'], ['850.5', null], ['12.345.6', null]]],
  ['día-mes', leerFecha('dia-mes'), [['03/04/26', '2026-04-03'], ['03/04/2026', '2026-04-03'], ['31-12-26', '2026-12-31'], ['12/31/2026', null], ['3.4.26 10:30', '2026-04-03'], ['hola', null], [46_000, null]]],
  ['mes-día', leerFecha('mes-dia'), [['03/04/26', '2026-03-04'], ['12/31/2026', '2026-12-31'], ['31/12/2026', null]]],
  ['año-mes', leerFecha('ano-mes'), [['26-04-03', '2026-04-03'], ['03/04/2026', null]]],
  ['horas', comoHoras, [['01:30', '1:30:00'], [1.5, '1:30:00'], ['1,5', '1:30:00'], ['1.5', '1:30:00'], ['1.500', null], [12, '12:00:00'], ['12', '12:00:00'], ['1:75', null], ['mucho', null]]],
  ['minutos', comoMinutos, [['01:30', '0:01:30'], ['90,5', '1:30:30'], [-1.5, null]]],
  ['segundos', comoSegundos, [[5400.9, '5400'], ['5400', '5400'], ['01:30', null]]],
  ['día-mes, siglo pasado', leerFecha('dia-mes', '19'), [['03/04/98', '1998-04-03'], ['03/04/26', null], ['03/04/1998', null]]],
  ['decimales', comoDecimales, [['85.5', '85,5'], ['5.400', '5,400'], ['1.234.567', null], ['1.234,5', null], [85.5, null]]],
  ['miles', comoMiles, [['5.400', '5400'], ['1.234.567', '1234567'], ['1.234,5', '1234,5'], ['85.5', null], [5400, null]]],
  ['sin repetidas', sinRepetidas, [['A; B;A', 'A; B'], ['A; B', null]]],
  ['recortadas', recortadas, [[`${'x'.repeat(60)}; B`, `${'x'.repeat(50)}; B`], [`${'x'.repeat(50)}1; ${'x'.repeat(50)}2`, null], ['A', null]]],
]
describe.each(casos)('%s', (_, leer, pares) => {
  test.each(pares)('%j → %j', (celda, texto) => { expect(leer(celda)).toBe(texto) })
})

test('every cause has its decision, and conversions need none', () => {
  expect(Object.keys(ARREGLOS).sort()).toEqual(Object.keys(CAUSAS).sort())
  for (const [causa, def] of Object.entries(CAUSAS)) if (def.nivel === 'informacion' && !['valor-por-defecto', 'leido-como-dijo'].includes(causa)) expect(ARREGLOS[causa as Causa]).toBeNull()
})

const A = { tabla: 'alumnos', columna: 'alumno.rut' }
const M = (columna: string): { tabla: string; columna: string } => ({ tabla: 'modulos', columna })
const modulos = (...ms: FilaEscrita[]) => mesaDe({ cursos: [CURSO], alumnos: [ALUMNO], modulos: ms.map((m, i) => ({ ...MODULO, 'modulo.codigoModulo': `M${i}`, 'modulo.tiempoConectividad': 100, ...m })) })

describe('over a draft', () => {
  test('a number without its digit is never completed without being asked, and both readings are offered where both hold', () => {
    const mesa = mesaDe(porHojas({ 'alumno.rut': '12345674' }, { 'alumno.rut': '12345674' }))
    const p = mesa.arreglos({ causa: 'rut-sin-dv', ...A })
    expect(p.opciones.map(o => o.id)).toEqual(['agregar-dv', 'separar-dv'])
    expect(p.vista).toBeNull()
    expect(mesa.arreglos({ causa: 'rut-sin-dv', ...A, opcion: 'separar-dv' }).vista).toMatchObject({ cambian: 1, quedan: 0, ejemplos: [{ fila: 2, antes: '12345674', despues: '1.234.567-4' }] })
    mesa.arreglar({ causa: 'rut-sin-dv', ...A, opcion: 'separar-dv' })
    mesa.arreglar({ causa: 'rut-sin-dv', tabla: 'modulos', columna: 'alumno.rut', opcion: 'separar-dv' })
    expect(hallados(mesa)).toEqual([])
    expect(mesa.resumen('x').textoDeshacer).toBe('Corregir 1 celda de Modulos: RUT sin dígito verificador')
  })
  test('what an option cannot read stays, and is counted', () => {
    const mesa = modulos({ 'modulo.porcentajeAvance': 0.45 }, { 'modulo.porcentajeAvance': '85.5' }, { 'modulo.porcentajeAvance': 70 })
    const p = { causa: 'porcentaje-ambiguo' as const, ...M('modulo.porcentajeAvance'), opcion: 'fraccion' }
    expect(mesa.arreglos(p).vista).toMatchObject({ cambian: 1, quedan: 1 })
    mesa.arreglar(p)
    expect(hallados(mesa)).toEqual(['porcentaje-ambiguo @ modulos 3 modulo.porcentajeAvance'])
    expect(mesa.arreglos(p).opciones.map(o => [o.id, o.titulo])).toEqual([['porcentaje', 'Ya están en porcentaje: «85.5» es 85,5 %']])
    expect(mesa.arreglar(p)).toBeNull()
  })
  test('how a column is read is said once: the cells keep what the file says, each tells what it became, and it can be said otherwise', () => {
    const mesa = modulos({ 'modulo.fechaInicio': '03-04-2026' }, { 'modulo.fechaInicio': '12-31-2025' })
    const p = { causa: 'fecha-ambigua' as const, ...M('modulo.fechaInicio') }
    expect(mesa.causas().find(c => c.causa === 'fecha-ambigua')?.cuantas).toBe(2)
    mesa.arreglar({ ...p, opcion: 'mes-dia' })
    expect(mesa.causas().some(c => c.causa === 'fecha-ambigua')).toBe(false)
    const fechas = (): unknown[] => mesa.filas('modulos', [0, 1]).map(f => f.celdas.filter(c => /^\d\d-\d\d-/.test(c.texto)).map(c => [c.texto, c.convertido, c.editada])[0])
    expect(fechas()).toEqual([['03-04-2026', '2026-03-04', false], ['12-31-2025', '2025-12-31', false]])
    expect(hallados(mesa, true).filter(h => h.startsWith('leido'))).toEqual(['leido-como-dijo @ modulos 2 modulo.fechaInicio', 'leido-como-dijo @ modulos 3 modulo.fechaInicio'])
    expect(mesa.listaDeCambios().cambios).toEqual([{ n: 1, texto: 'Corregir 2 celdas de Modulos: Fecha que se puede leer de dos maneras', detalle: 'modulo.fechaInicio: Mes, día y año' }])

    const dicho = { causa: 'leido-como-dijo' as const, ...M('modulo.fechaInicio') }
    expect(mesa.arreglos(dicho).opciones.map(o => o.id)).toEqual(['dia-mes', 'sin-leer'])
    mesa.arreglar({ ...dicho, opcion: 'dia-mes' })
    // 12-31 can only be month-first: what had been said stands for it.
    expect(fechas()).toEqual([['03-04-2026', '2026-04-03', false], ['12-31-2025', '2025-12-31', false]])
    mesa.arreglar({ ...dicho, opcion: 'sin-leer' })
    expect(mesa.causas().find(c => c.causa === 'fecha-ambigua')?.cuantas).toBe(2)
    mesa.irA(1)
    expect(fechas()).toEqual([['03-04-2026', '2026-03-04', false], ['12-31-2025', '2025-12-31', false]])
  })
  test('a cell written after the column was said is read the same way where it is in doubt, and believed where it is not', () => {
    const mesa = modulos({ 'modulo.fechaInicio': '03/04/26' }, { 'modulo.fechaInicio': '05-06-2026' })
    mesa.arreglar({ causa: 'fecha-ambigua', ...M('modulo.fechaInicio'), opcion: 'mes-dia' })
    mesa.editar('modulos', [{ filaId: 0, columna: 'modulo.fechaInicio', texto: '5/6/26' }, { filaId: 1, columna: 'modulo.fechaInicio', texto: '01/02/2026' }])
    expect(mesa.filas('modulos', [0, 1]).map(f => f.celdas.find(c => c.editada)?.convertido)).toEqual(['2026-05-06', '2026-02-01'])
  })
  test('a bare number under a heading of hours is asked about, zero and a clock are not', () => {
    const mesa = new Mesa({
      nombreArchivo: 'a', disposicion: 'hoja-unica', notas: [], hoy: HOY, previos: [],
      tablas: [{ id: 'unica', clase: 'unica', hoja: 'H', columnas: [{ key: 'alumno.rut', titulo: 'RUT', letra: 'A' }, { key: 'modulo.tiempoConectividad', titulo: 'Horas de conexión', letra: 'B' }] }],
    })
    mesa.agregarFilas('unica', [12, '1,5', '1:30:00', 0, '0'].map((v, i) => ({ id: i, fila: i + 2, celdas: [rut(1_000_000 + i), v] })))
    mesa.validar()
    const p = { causa: 'tiempo-sin-unidad' as const, tabla: 'unica', columna: 'modulo.tiempoConectividad' }
    expect(mesa.arreglos(p)).toMatchObject({ cuantas: 2, opciones: [{ id: 'horas' }, { id: 'minutos' }, { id: 'segundos' }] })
    mesa.arreglar({ ...p, opcion: 'horas' })
    expect(mesa.filas('unica', [0, 1, 2, 3]).map(f => f.celdas[1]?.convertido)).toEqual(['43200', '5400', '5400', null])
  })
  test('unknown states are asked text by text', () => {
    const mesa = modulos({ 'modulo.estado': 'Pendiente' }, { 'modulo.estado': 'Pendiente ' }, { 'modulo.estado': 'Retirado' })
    const p = { causa: 'estado-desconocido' as const, ...M('modulo.estado') }
    expect(mesa.arreglos(p).textos).toEqual([{ texto: 'Pendiente', cuantas: 2 }, { texto: 'Retirado', cuantas: 1 }])
    mesa.arreglar({ ...p, texto: 'Pendiente', opcion: 'estado-1' })
    expect(hallados(mesa)).toEqual(['estado-desconocido @ modulos 4 modulo.estado'])
  })
  test('one value for all empty cells, read as the column reads it before it is written', () => {
    const mesa = modulos({ 'modulo.fechaFin': null }, { 'modulo.fechaFin': null }, {})
    const p = { causa: 'requerido' as const, ...M('modulo.fechaFin'), opcion: 'valor' }
    expect(mesa.arreglos(p)).toMatchObject({ vista: null, objecion: null, cuantas: 2 })
    expect(mesa.arreglos({ ...p, valor: 'mañana' }).objecion).toContain('«mañana»')
    expect(mesa.arreglar({ ...p, valor: 'mañana' })).toBeNull()
    expect(mesa.arreglos({ ...p, valor: '27-11-2026' }).vista).toMatchObject({ cambian: 2, ejemplos: [{ antes: '', despues: '27-11-2026' }, {}] })
    mesa.arreglar({ ...p, valor: '27-11-2026' })
    expect(hallados(mesa)).toEqual([])
  })
  test('a RUT is never one for all', () => {
    const mesa = mesaDe(porHojas({ 'alumno.rut': null }))
    expect(mesa.arreglos({ causa: 'requerido', ...A }).opciones).toEqual([])
    expect(mesa.arreglar({ causa: 'requerido', ...A, opcion: 'valor', valor: rut(1_000_000) })).toBeNull()
    expect(mesa.causas().find(c => c.causa === 'requerido')?.lugares.map(l => l.arreglable)).toEqual([false])
  })
  test('later repeats are left out; the first stays', () => {
    const mesa = modulos({}, { 'modulo.codigoModulo': 'M0' }, { 'modulo.codigoModulo': 'M0' })
    const p = { causa: 'modulo-repetido' as const, ...M('modulo.codigoModulo'), opcion: 'dejar-fuera' }
    expect(mesa.arreglos(p).vista).toMatchObject({ cambian: 2, ejemplos: [{ fila: 3 }, { fila: 4 }] })
    mesa.arreglar(p)
    expect([...mesa.indice('modulos', 'excluidas', '')]).toEqual([1, 2])
    expect(hallados(mesa)).toEqual([])
  })
  test('a módulo that takes several rows is left out whole', () => {
    const previo = { rutAlumno: 12_345_678, codigoModulo: 'MA01', codigoOferta: 'OF-1', codigoGrupo: 'GR-1', porcentaje: 90 }
    const mesa = mesaDe(unica({ 'actividad.codigoActividad': 'A1' }, { 'actividad.codigoActividad': 'A2' }, { 'modulo.codigoModulo': 'MA02', 'actividad.codigoActividad': 'A3' }), { previos: [previo] })
    mesa.arreglar({ causa: 'avance-menor', tabla: 'unica', columna: 'modulo.porcentajeAvance', opcion: 'dejar-fuera' })
    expect([...mesa.indice('unica', 'excluidas', '')]).toEqual([0, 1])
    expect(hallados(mesa)).toEqual([])
  })
  test('ten thousand cells are one command', () => {
    const n = 10_000
    const mesa = mesaDe({ unica: Array.from({ length: n }, (_, i) => ({ ...ALUMNO, ...MODULO, 'alumno.rut': rut(1_000_000 + i), 'modulo.porcentajeAvance': 0.5 })) })
    const antes = todos(mesa)
    mesa.arreglar({ causa: 'porcentaje-ambiguo', tabla: 'unica', columna: 'modulo.porcentajeAvance', opcion: 'fraccion' })
    expect(mesa.resumen('x').errores).toBe(0)
    expect(mesa.listaDeCambios().cambios.map(c => c.texto)).toEqual([`Corregir ${n} celdas de Hoja única: Porcentaje que se puede leer de dos maneras`])
    mesa.deshacer()
    expect(todos(mesa)).toEqual(antes)
  })
})

describe('what is asked about a column', () => {
  test('each column and cause in doubt once, with the readings that its own cells admit and what each would be', () => {
    const mesa = modulos({ 'modulo.fechaInicio': '03/04/2026', 'modulo.porcentajeAvance': '85.5' }, { 'modulo.fechaInicio': '12/31/2026' }, { 'modulo.fechaInicio': '2/11/26', 'modulo.porcentajeAvance': 'mucho' })
    expect(mesa.preguntas().map(p => [p.causa, p.columna, p.cuantas, p.opciones.map(o => [o.opcion, o.cambian, o.quedan])])).toEqual([
      ['fecha-ambigua', 'modulo.fechaInicio', 3, [['dia-mes', 2, 1], ['mes-dia', 3, 0]]],
      ['porcentaje-ambiguo', 'modulo.porcentajeAvance', 1, [['porcentaje', 1, 0]]],
    ])
    expect(mesa.preguntas()[0]?.opciones[1]?.ejemplos).toEqual([
      { fila: 2, antes: '03/04/2026', despues: '2026-03-04' }, { fila: 3, antes: '12/31/2026', despues: '2026-12-31' }, { fila: 4, antes: '2/11/26', despues: '2026-02-11' },
    ])
  })
  test('nothing when the column is day-first throughout, and nothing more once it was said', () => {
    const mesa = modulos({ 'modulo.fechaInicio': '03/04/2026' }, { 'modulo.fechaInicio': '31/12/2025' })
    expect(mesa.preguntas()).toEqual([])
    const otra = modulos({ 'modulo.fechaInicio': '3/4/26' })
    otra.arreglar({ causa: 'fecha-ambigua', ...M('modulo.fechaInicio'), opcion: 'dia-mes' })
    expect(otra.preguntas()).toEqual([])
  })
})
