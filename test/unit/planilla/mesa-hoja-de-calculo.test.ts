/** Editing as in a spreadsheet: ranges, rows that come and go, find and replace, order and filters. */
import { describe, expect, test } from 'vitest'
import type { PedidoBusqueda } from '../../../shared/ipc/modelos-edicion.ts'
import { reemplazar } from '../../../shared/planilla/mesa-reemplazo.ts'
import { ALUMNO, CURSO, MODULO, hallados, mesaDe, porHojas, rut, type FilaEscrita, type Libro } from './mesa-soporte.ts'

const NOMBRES = ['Ana Núñez', 'Pedro Soto', 'ana maría ÑANCO']
const alumno = (i: number, mas: FilaEscrita = {}): FilaEscrita => ({ ...ALUMNO, 'alumno.rut': rut(12_000_000 + i), 'alumno.nombre': NOMBRES[i] ?? null, ...mas })
const modulo = (i: number): FilaEscrita => ({ ...MODULO, 'alumno.rut': rut(12_000_000 + i) })
const TRES: Libro = { cursos: [CURSO], alumnos: [0, 1, 2].map(i => alumno(i, { 'alumno.porcentajeAvance': [9, '100', '25 %'][i] ?? null })), modulos: [0, 1, 2].map(modulo) }
const buscar = (texto: string, mas: Partial<PedidoBusqueda> = {}): PedidoBusqueda => ({ texto, mayusculas: false, acentos: false, completa: false, tabla: null, columna: null, ...mas })
const textos = (mesa: ReturnType<typeof mesaDe>, tabla: string, columna: string): (string | undefined)[] => {
  const col = mesa.resumen('x').tablas.find(t => t.id === tabla)?.columnas.findIndex(c => c.key === columna) ?? -1
  return mesa.filas(tabla, [...mesa.indice(tabla, 'todas', '')]).map(f => f.celdas[col]?.texto)
}

describe('a block over a range', () => {
  test('is repeated over the rows in the order given, and undone as one', () => {
    const mesa = mesaDe(TRES)
    mesa.escribirRango('alumnos', { filas: [2, 0, 1], columnas: ['alumno.porcentajeAvance', 'alumno.nombre'] }, { accion: 'pegar', celdas: [['10', 'A'], ['20', 'B']], nuevas: 0 })
    expect(textos(mesa, 'alumnos', 'alumno.porcentajeAvance')).toEqual(['20', '10', '10'])
    expect(textos(mesa, 'alumnos', 'alumno.nombre')).toEqual(['B', 'A', 'A'])
    expect(mesa.resumen('x').textoDeshacer).toBe('Pegar 6 celdas en Alumnos')
    mesa.deshacer()
    expect(textos(mesa, 'alumnos', 'alumno.porcentajeAvance')).toEqual(['9', '100', '25 %'])
  })

  test('that ends below the last row brings rows of its own, which are judged like any other', () => {
    const mesa = mesaDe(TRES)
    mesa.escribirRango('alumnos', { filas: [2], columnas: ['alumno.rut'] }, { accion: 'pegar', celdas: [[rut(12_000_002)], [rut(12_000_000)], ['']], nuevas: 2 })
    expect(mesa.resumen('x')).toMatchObject({ textoDeshacer: 'Pegar 1 celda, con 2 filas nuevas', errores: 1 })
    expect(hallados(mesa)).toContain('alumno-repetido @ alumnos null alumno.rut')
    expect(mesa.filas('alumnos', [3, 4])).toMatchObject([{ fila: null, excluida: false, nivel: 'error' }, { fila: null, excluida: false, nivel: null }])
    mesa.deshacer()
    expect(mesa.resumen('x').tablas[1]).toMatchObject({ filas: 3, errores: 0 })
  })

  test('changes nothing when it says what is there', () => {
    expect(mesaDe(TRES).escribirRango('alumnos', { filas: [0], columnas: ['alumno.nombre'] }, { accion: 'pegar', celdas: [['Ana Núñez']], nuevas: 0 })).toBeNull()
  })

  test('fill down repeats the first row as it is, a date as a date', () => {
    const fecha = { tipo: 'fecha', valor: 46_000 } as const
    const mesa = mesaDe({ ...TRES, alumnos: [alumno(0, { 'alumno.fechaInicio': fecha }), alumno(1), alumno(2)] })
    expect(mesa.rellenarAbajo('alumnos', { filas: [0, 1, 2], columnas: ['alumno.fechaInicio'] })).toMatchObject({ accion: 'abajo', cambios: [{ filaId: 1, despues: fecha }, { filaId: 2, despues: fecha }] })
  })

  test('is copied as a spreadsheet takes it', () => {
    const mesa = mesaDe({ ...TRES, alumnos: [alumno(0, { 'alumno.nombre': 'uno\ndos' }), alumno(1, { 'alumno.nombre': 'dijo "sí"' }), alumno(2, { 'alumno.nombre': null })] })
    expect(mesa.copiar('alumnos', [2, 0, 1], ['alumno.nombre', 'alumno.estado'])).toBe('\t1\r\n"uno\ndos"\t1\r\n"dijo ""sí"""\t1')
  })
})

describe('rows that the file lacks', () => {
  test('wait while blank, count once they say something, and go and come back with what they said', () => {
    const mesa = mesaDe(porHojas())
    mesa.agregarEnBlanco('modulos', 2)
    expect(mesa.resumen('x')).toMatchObject({ errores: 0, textoDeshacer: 'Agregar 2 filas a Modulos' })
    mesa.editar('modulos', [{ filaId: 1, columna: 'modulo.codigoModulo', texto: 'MA09' }])
    expect(hallados(mesa)).toContain('requerido @ modulos null alumno.rut')
    const visto = mesa.filas('modulos', [1])
    expect(mesa.quitarFilas('modulos', [0, 1])).toMatchObject({ filas: [{ id: 1, celdas: { 'modulo.codigoModulo': 'MA09' } }] })
    expect([...mesa.indice('modulos', 'todas', '')]).toEqual([0, 2])
    expect(hallados(mesa)).toEqual([])
    mesa.deshacer()
    expect(mesa.filas('modulos', [1])).toEqual(visto)
    expect([...mesa.indice('modulos', 'todas', '')]).toEqual([0, 1, 2])
  })

  test('those of the file are never taken away', () => {
    expect(mesaDe(porHojas()).quitarFilas('alumnos', [0])).toBeNull()
  })

  test('a blank row in an empty sheet of courses is not a course yet', () => {
    const mesa = mesaDe({ ...porHojas(), cursos: [{ 'curso.codigoOferta': null, 'curso.codigoGrupo': null }] })
    mesa.agregarEnBlanco('cursos', 1)
    expect(hallados(mesa)).toEqual([])
    mesa.editar('cursos', [{ filaId: 0, columna: 'curso.codigoOferta', texto: 'OTRO' }])
    expect(hallados(mesa)).not.toEqual([])
  })
})

describe('find and replace', () => {
  test('goes round the workbook in its order, both ways', () => {
    const mesa = mesaDe(TRES)
    const ir = (desde: { tabla: string; filaId: number; columna: string } | null, atras = false): unknown => mesa.encontrar(buscar('ana'), desde, atras).hallada
    expect(ir(null)).toMatchObject({ n: 1, tabla: 'alumnos', filaId: 0 })
    expect(ir({ tabla: 'alumnos', filaId: 0, columna: 'alumno.nombre' })).toMatchObject({ n: 2, filaId: 2 })
    expect(ir({ tabla: 'modulos', filaId: 0, columna: 'alumno.rut' })).toMatchObject({ n: 1 })
    expect(ir({ tabla: 'alumnos', filaId: 0, columna: 'alumno.nombre' }, true)).toMatchObject({ n: 2 })
    expect(mesa.encontrar(buscar('no está'), null, false)).toEqual({ total: 0, hallada: null })
  })

  test.each([
    ['nunez', {}, 1], ['nunez', { acentos: true }, 0], ['ANA', { mayusculas: true }, 0], ['ana', {}, 2], ['ñanco', {}, 1],
    ['Ana', { completa: true }, 0], ['pedro soto', { completa: true }, 1], ['soto', { tabla: 'modulos' }, 0], ['soto', { tabla: 'alumnos', columna: 'alumno.rut' }, 0],
  ])('"%s" with %o: %i', (texto, mas, total) => {
    expect(mesaDe(TRES).encontrar(buscar(texto, mas), null, false).total).toBe(total)
  })

  test.each([
    ['Ana Núñez', 'nu', 'X', 'Ana Xñez'], ['ÁÁ', 'a', '-', '--'], ['a.b', '.', '', 'ab'], ['aaa', 'aa', 'b', 'ba'], ['İx', 'x', 'y', 'İy'], ['nada', 'z', 'y', 'nada'],
  ])('%s, %s → %s', (antes, que, por, despues) => {
    expect(reemplazar(antes, buscar(que), por)).toBe(despues)
  })

  test('replaces everywhere as one change, or one cell only, having shown what it would do', () => {
    const mesa = mesaDe(TRES)
    const p = buscar('OF-1')
    expect(mesa.reemplazos(p, 'OF-2')).toMatchObject({ total: 7, cambian: 7 })
    expect(mesa.reemplazar(p, 'OF-2', { tabla: 'alumnos', filaId: 1, columna: 'curso.codigoOferta' })).toMatchObject({ tipo: 'editar', cambios: [{ filaId: 1 }] })
    mesa.deshacer()
    expect(mesa.reemplazar(p, 'OF-2', null)).toMatchObject({ tipo: 'lote', partes: [{ tabla: 'cursos' }, { tabla: 'alumnos' }, { tabla: 'modulos' }] })
    expect(mesa.resumen('x')).toMatchObject({ textoDeshacer: 'Reemplazar en 7 celdas', cursos: [{ codigoOferta: 'OF-2', enviables: 3 }] })
    mesa.deshacer()
    expect(mesa.resumen('x').cursos).toMatchObject([{ codigoOferta: 'OF-1' }])
    expect(mesa.reemplazar(p, 'of-1', null)).not.toBeNull()
    expect(mesa.reemplazar(buscar('of-1', { mayusculas: true }), 'of-1', null)).toBeNull()
  })
})

describe('order and filters', () => {
  const orden = (columna: string, sentido: 'asc' | 'desc'): number[] => [...mesaDe(TRES).indice('alumnos', 'todas', '', undefined, { orden: { columna, sentido } })]
  test('by what the cell means, blanks last', () => {
    expect(orden('alumno.porcentajeAvance', 'asc')).toEqual([0, 2, 1])
    expect(orden('alumno.porcentajeAvance', 'desc')).toEqual([1, 2, 0])
    const mesa = mesaDe({ ...TRES, alumnos: [alumno(0, { 'alumno.porcentajeAvance': null }), alumno(1, { 'alumno.porcentajeAvance': 'mucho' }), alumno(2)] })
    for (const sentido of ['asc', 'desc'] as const) expect([...mesa.indice('alumnos', 'todas', '', undefined, { orden: { columna: 'alumno.porcentajeAvance', sentido } })]).toEqual([2, 1, 0])
  })

  test.each([
    ['modulos', { alumno: 'ñanco' }, [2]], ['modulos', { alumno: 'ana' }, [0, 2]], ['modulos', { alumno: '12.000.001' }, [1]], ['cursos', { alumno: 'pedro' }, [0]], ['cursos', { alumno: 'nadie' }, []],
    ['alumnos', { curso: { codigoOferta: 'OF-1', codigoGrupo: 'GR-1' } }, [0, 1, 2]], ['alumnos', { curso: { codigoOferta: 'OF-1', codigoGrupo: 'GR-2' } }, []],
  ])('%s of %o', (tabla, recorte, ids) => {
    expect([...mesaDe(TRES).indice(tabla, 'todas', '', undefined, recorte)]).toEqual(ids)
  })
})

test('a refused alumno that would go again as it was is counted until its cell changes', () => {
  const mesa = mesaDe(TRES)
  mesa.corregir([0, 1].map(i => ({ rutAlumno: 12_000_000 + i, codigoOferta: 'OF-1', codigoGrupo: 'GR-1', codigo: '022', mensaje: null })))
  expect(mesa.resumen('x').sinCambiosTrasRechazo).toBe(2)
  mesa.editar('alumnos', [{ filaId: 0, columna: 'alumno.porcentajeAvance', texto: '50' }])
  expect(mesa.resumen('x').sinCambiosTrasRechazo).toBe(1)
  mesa.excluir('alumnos', [1], true)
  expect(mesa.resumen('x').sinCambiosTrasRechazo).toBe(0)
})
