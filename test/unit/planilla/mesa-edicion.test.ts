import { describe, expect, test } from 'vitest'
import { mesaDe, mesaSinValidar, ALUMNO, CURSO, MODULO, UNICA, hallados, porHojas, rut, todos, unica } from './mesa-soporte.ts'

const celda = (mesa: ReturnType<typeof mesaDe>, tabla: string, fila: number, key: string): unknown => {
  const col = mesa.resumen('x').tablas.find(t => t.id === tabla)?.columnas.findIndex(c => c.key === key) ?? -1
  return mesa.filas(tabla, [fila])[0]?.celdas[col]
}
const AVANCE = 'modulo.porcentajeAvance'

describe('editing', () => {
  test('is judged at once, is counted, is undone and done again', () => {
    const mesa = mesaDe(porHojas())
    const limpio = mesa.resumen('x')
    const c = mesa.editar('modulos', [{ filaId: 0, columna: AVANCE, texto: '150' }])
    expect(c).toEqual({ tipo: 'editar', tabla: 'modulos', cambios: [{ filaId: 0, columna: AVANCE, antes: 60, despues: '150' }] })
    expect(mesa.resumen('x')).toMatchObject({ errores: 1, puedeDeshacer: true, puedeRehacer: false, textoDeshacer: 'Editar 1 celda de Modulos' })
    expect(mesa.resumen('x').cursos).toMatchObject([{ enviables: 0, conError: 1 }])
    expect(mesa.resumen('x').version).toBeGreaterThan(limpio.version)
    expect(mesa.curso('OF-1', 'GR-1')).toBeNull()
    expect(mesa.deshacer()).toEqual(c)
    expect(mesa.resumen('x')).toMatchObject({ errores: 0, puedeDeshacer: false, puedeRehacer: true, textoRehacer: 'Editar 1 celda de Modulos' })
    expect(celda(mesa, 'modulos', 0, AVANCE)).toMatchObject({ texto: '60', editada: false })
    expect(mesa.rehacer()).toEqual(c)
    expect(hallados(mesa)).toEqual([`porcentaje-fuera-de-rango @ modulos 2 ${AVANCE}`])
    expect(mesa.rehacer()).toBeNull()
  })
  test('what changes nothing is no command; unknown rows, columns and tables are passed over', () => {
    const mesa = mesaDe(porHojas())
    expect(mesa.editar('modulos', [{ filaId: 0, columna: AVANCE, texto: '60' }])).toBeNull()
    expect(mesa.editar('modulos', [{ filaId: 99, columna: AVANCE, texto: '1' }, { filaId: 0, columna: 'nada', texto: '1' }])).toBeNull()
    expect(mesa.editar('nada', [{ filaId: 0, columna: AVANCE, texto: '1' }])).toBeNull()
    expect(mesa.deshacer()).toBeNull()
  })
  test('of one cell twice in a batch, the last stands', () => {
    const mesa = mesaDe(porHojas())
    expect(mesa.editar('modulos', [{ filaId: 0, columna: AVANCE, texto: '1' }, { filaId: 0, columna: AVANCE, texto: '70' }])).toMatchObject({ cambios: [{ antes: 60, despues: '70' }] })
    expect(mesa.editar('modulos', [{ filaId: 0, columna: AVANCE, texto: '1' }, { filaId: 0, columna: AVANCE, texto: '70' }])).toBeNull()
  })
  test('writing back what the file showed gives its own cell back', () => {
    const fecha = { tipo: 'fecha' as const, valor: 46_360 }
    const mesa = mesaDe(porHojas({}, { 'modulo.fechaFin': fecha }))
    mesa.editar('modulos', [{ filaId: 0, columna: 'modulo.fechaFin', texto: '' }])
    expect(celda(mesa, 'modulos', 0, 'modulo.fechaFin')).toMatchObject({ texto: '', editada: true, nivel: 'error' })
    expect(mesa.editar('modulos', [{ filaId: 0, columna: 'modulo.fechaFin', texto: '04-12-2026' }])).toMatchObject({ cambios: [{ antes: null, despues: fecha }] })
    expect(celda(mesa, 'modulos', 0, 'modulo.fechaFin')).toMatchObject({ texto: '04-12-2026', editada: false, nivel: null })
  })
  test('a new command forgets what was undone', () => {
    const mesa = mesaDe(porHojas())
    mesa.editar('modulos', [{ filaId: 0, columna: AVANCE, texto: '70' }])
    mesa.deshacer()
    mesa.editar('modulos', [{ filaId: 0, columna: AVANCE, texto: '80' }])
    expect(mesa.rehacer()).toBeNull()
  })
  test('correcting the RUT joins the alumno of the other sheet', () => {
    const mesa = mesaDe(porHojas({}, { 'alumno.rut': rut(9) }))
    expect(hallados(mesa)).toEqual(['sin-modulos @ alumnos 2 alumno.rut', 'fila-huerfana @ modulos 2 alumno.rut'])
    mesa.editar('modulos', [{ filaId: 0, columna: 'alumno.rut', texto: '123456785' }])
    expect(hallados(mesa)).toEqual([])
    expect(mesa.cursos()).toMatchObject([{ alumnos: 1, modulos: 1, enviables: 1 }])
  })
  test('in "hoja única" the rows below follow the RUT they take from above', () => {
    const mesa = mesaDe(unica({}, { 'alumno.rut': null, 'modulo.codigoModulo': 'MA02' }, { 'alumno.rut': rut(9) }))
    mesa.editar('unica', [{ filaId: 0, columna: 'alumno.rut', texto: rut(9) }])
    expect(mesa.cursos()).toMatchObject([{ alumnos: 1, modulos: 3 }])
    expect(hallados(mesa)).toEqual(['modulo-repetido @ unica 4 modulo.codigoModulo'])
    mesa.deshacer()
    expect(hallados(mesa)).toEqual([])
  })
  test('a course that is no longer the only one leaves the blanks without course', () => {
    const mesa = mesaDe({ alumnos: [ALUMNO, { ...ALUMNO, 'alumno.rut': rut(9) }], modulos: [{ ...MODULO, 'curso.codigoOferta': null, 'curso.codigoGrupo': null }, { ...MODULO, 'alumno.rut': rut(9) }] })
    expect(hallados(mesa)).toEqual([])
    mesa.editar('alumnos', [{ filaId: 1, columna: 'curso.codigoOferta', texto: 'OF-2' }])
    expect(hallados(mesa)).toEqual(expect.arrayContaining(['requerido @ modulos 2 curso.codigoOferta', 'requerido @ modulos 2 curso.codigoGrupo']))
    mesa.deshacer()
    expect(hallados(mesa)).toEqual([])
  })
  test('a row that was emptied is not a row', () => {
    const mesa = mesaDe(unica({}, { 'modulo.codigoModulo': 'MA02' }))
    mesa.editar('unica', Object.keys(UNICA).map(columna => ({ filaId: 1, columna, texto: '' })))
    expect(hallados(mesa, true)).toEqual([])
    expect(mesa.filas('unica', [1])[0]).toMatchObject({ excluida: true, nivel: null })
    expect(mesa.cursos()).toMatchObject([{ alumnos: 1, modulos: 1 }])
  })
  test('what the file as a whole made unclear, the person can say', () => {
    const mesa = mesaDe(unica({ [AVANCE]: 1 }, { 'modulo.codigoModulo': 'MA02', [AVANCE]: 0.45 }))
    expect(hallados(mesa)).toEqual([`porcentaje-ambiguo @ unica 2 ${AVANCE}`, `porcentaje-ambiguo @ unica 3 ${AVANCE}`])
    mesa.editar('unica', [{ filaId: 0, columna: AVANCE, texto: '2' }])
    mesa.editar('unica', [{ filaId: 0, columna: AVANCE, texto: ' 1' }])
    expect(hallados(mesa)).toEqual([`porcentaje-ambiguo @ unica 3 ${AVANCE}`])
  })
})

describe('leaving rows out', () => {
  test('takes their problems with them, and back', () => {
    const mesa = mesaDe(unica({ [AVANCE]: 150 }, { 'alumno.rut': rut(9) }))
    expect(mesa.excluir('unica', [0, 0, 77], true)).toEqual({ tipo: 'excluir', tabla: 'unica', filas: [0], excluir: true })
    expect(mesa.resumen('x')).toMatchObject({ errores: 0, textoDeshacer: 'Dejar fuera 1 fila de Hoja única' })
    expect(mesa.resumen('x').tablas).toMatchObject([{ filas: 2, excluidas: 1 }])
    expect(mesa.filas('unica', [0])[0]).toMatchObject({ excluida: true, nivel: null })
    expect(mesa.excluir('unica', [0], true)).toBeNull()
    mesa.excluir('unica', [0], false)
    expect(mesa.resumen('x')).toMatchObject({ errores: 1, textoDeshacer: 'Volver a incluir 1 fila de Hoja única' })
  })
  test('an alumno takes its módulos; all módulos take their alumno; a course takes everything', () => {
    const fueras = (tabla: string): number[] => {
      const mesa = mesaDe({ ...porHojas({}, { 'modulo.estado': null }), actividades: [{ ...CURSO, 'alumno.rut': rut(12_345_678), 'modulo.codigoModulo': 'MA01', 'actividad.codigoActividad': 'A' }] })
      mesa.excluir(tabla, [0], true)
      expect(hallados(mesa).filter(h => !h.startsWith('curso-sin-alumnos'))).toEqual([])
      expect(mesa.curso('OF-1', 'GR-1')).toBeNull()
      return mesa.resumen('x').tablas.map(t => t.excluidas)
    }
    expect(fueras('alumnos')).toEqual([0, 1, 1, 1])
    expect(fueras('modulos')).toEqual([0, 1, 1, 1])
    expect(fueras('cursos')).toEqual([1, 1, 1, 1])
  })
  test('in "hoja única" what a left-out row said still holds for the blanks below', () => {
    const mesa = mesaDe(unica({}, { 'modulo.codigoModulo': 'MA02', 'alumno.rut': null, 'alumno.porcentajeAvance': null, 'alumno.fechaInicio': null }))
    mesa.excluir('unica', [0], true)
    expect(hallados(mesa)).toEqual([])
    expect(mesa.curso('OF-1', 'GR-1')?.listaAlumnos).toMatchObject([{ rutAlumno: 12_345_678, porcentajeAvance: 45, listaModulos: [{ codigoModulo: 'MA02' }] }])
  })
  test('one of two that contradict each other', () => {
    const mesa = mesaDe({ ...porHojas(), alumnos: [ALUMNO, { ...ALUMNO, 'alumno.porcentajeAvance': 50 }] })
    mesa.excluir('alumnos', [0], true)
    expect(hallados(mesa)).toEqual([])
    expect(mesa.curso('OF-1', 'GR-1')?.listaAlumnos).toMatchObject([{ porcentajeAvance: 50 }])
  })
})

describe('progress against what SENCE accepted', () => {
  const PREVIO = { rutAlumno: 12_345_678, codigoOferta: 'OF-1', codigoGrupo: 'GR-1' }
  const previos = [{ ...PREVIO, codigoModulo: 'MA01', porcentaje: 60 }, { ...PREVIO, codigoModulo: 'MA02', porcentaje: 50 }, { ...PREVIO, codigoModulo: 'MA03', porcentaje: 90 }]
  const modulos = ['MA01', 'MA02', 'MA03', 'MA04'].map(c => ({ ...MODULO, 'modulo.codigoModulo': c, 'modulo.tiempoConectividad': 60 }))

  test('is counted by course', () => {
    const mesa = mesaDe({ ...porHojas(), modulos })
    expect(mesa.previo()).toEqual([{ codigoOferta: 'OF-1', codigoGrupo: 'GR-1', nuevos: 4, mas: 0, iguales: 0, menos: 0 }])
    mesa.ponerPrevios(previos)
    expect(mesa.previo()).toEqual([{ codigoOferta: 'OF-1', codigoGrupo: 'GR-1', nuevos: 1, mas: 1, iguales: 1, menos: 1 }])
    expect(mesa.resumen('x')).toMatchObject({ errores: 1, avisos: 1 })
    mesa.ponerPrevios([])
    expect(mesa.resumen('x')).toMatchObject({ errores: 0, avisos: 0 })
  })
  test.each([{ libro: { ...porHojas(), modulos: modulos.slice(0, 2) }, tabla: 'modulos' }, { libro: unica({}, { 'modulo.codigoModulo': 'MA02' }), tabla: 'unica' }])('the unchanged are left out in one action ($tabla)', ({ libro, tabla }) => {
    const mesa = mesaDe(libro, { previos })
    expect(mesa.excluirSinCambios()).toEqual({ tipo: 'excluir', tabla, filas: [0], excluir: true })
    expect(hallados(mesa)).toEqual([])
    expect(mesa.curso('OF-1', 'GR-1')?.listaAlumnos[0]?.listaModulos.map(m => m.codigoModulo)).toEqual(['MA02'])
    expect(mesa.excluirSinCambios()).toBeNull()
    mesa.deshacer()
    expect(hallados(mesa)).toEqual([`avance-igual @ ${tabla} 2 ${AVANCE}`])
  })
  test('an alumno left with none goes too', () => {
    const mesa = mesaDe(porHojas(), { previos })
    mesa.excluirSinCambios()
    expect(mesa.resumen('x').tablas.map(t => t.excluidas)).toEqual([0, 1, 1])
    expect(mesa.cursos()).toMatchObject([{ alumnos: 0, enviables: 0 }])
  })
})

describe('from disk', () => {
  test('commands done again before or after judging give the same draft, with its undo', () => {
    const original = mesaDe(porHojas())
    const comandos = [
      original.editar('modulos', [{ filaId: 0, columna: AVANCE, texto: '150' }]), original.excluir('alumnos', [0], true), original.editar('alumnos', [{ filaId: 0, columna: 'alumno.estado', texto: '3' }]),
    ].filter(c => c !== null)
    original.deshacer()
    const copia: typeof comandos = JSON.parse(JSON.stringify(comandos)) as typeof comandos
    const antes = mesaSinValidar(porHojas())
    antes.rehacerDesde(copia, 2)
    antes.validar()
    const despues = mesaDe(porHojas())
    despues.rehacerDesde(copia, 2)
    for (const mesa of [antes, despues]) {
      expect({ ...mesa.resumen('x'), version: 0 }).toEqual({ ...original.resumen('x'), version: 0 })
      expect(todos(mesa)).toEqual(todos(original))
      expect(mesa.rehacer()).toEqual(comandos[2])
      mesa.deshacer(); mesa.deshacer(); mesa.deshacer()
      expect(hallados(mesa)).toEqual([])
    }
  })
  test('in parts: progress grows up to the whole', () => {
    const mesa = mesaSinValidar({ unica: Array.from({ length: 2500 }, (_, i) => ({ ...UNICA, 'alumno.rut': rut(1000 + i) })) })
    const partes = [...mesa.validarPorPartes()]
    expect(partes.length).toBeGreaterThan(3)
    expect(partes.map(p => p.hechas)).toEqual(partes.map(p => p.hechas).toSorted((a, b) => a - b))
    expect(partes.at(-1)).toEqual({ hechas: 5000, total: 5000 })
    expect(mesa.cursos()).toMatchObject([{ alumnos: 2500, enviables: 2500 }])
  })
})
