/** Whatever a person does, in whatever order, the counts kept by parts are those of a draft judged from scratch. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ComandoSchema, type Comando } from '../../../shared/planilla/comandos.ts'
import type { Mesa } from '../../../shared/planilla/mesa.ts'
import { ALUMNO, CURSO, MODULO, UNICA, mesaDe, mesaSinValidar, rut, todos, type FilaEscrita, type Libro } from './mesa-soporte.ts'

const R = [rut(12_345_678), rut(9_000_000), rut(17_118_181)]
const vacios = (keys: readonly string[]): FilaEscrita => Object.fromEntries(keys.map(k => [k, null]))
const REPETIDOS = ['curso.codigoOferta', 'curso.codigoGrupo', 'alumno.rut', 'alumno.porcentajeAvance', 'alumno.fechaInicio']
const actividad = (r: string | undefined, m: string, a: string): FilaEscrita => ({ ...CURSO, 'alumno.rut': r ?? null, 'modulo.codigoModulo': m, 'actividad.codigoActividad': a })

const LIBROS: Record<string, Libro> = {
  'por hojas': {
    cursos: [{ ...CURSO, 'curso.cantActividadSincronica': 3 }, { ...CURSO, 'curso.codigoGrupo': 'GR-2' }],
    alumnos: [{ ...ALUMNO, 'alumno.nombre': 'Ana' }, { ...ALUMNO, 'alumno.rut': R[1] ?? null }, { ...ALUMNO, 'curso.codigoGrupo': 'GR-2' }],
    modulos: [MODULO, { ...MODULO, 'modulo.codigoModulo': 'MA02' }, { ...MODULO, 'alumno.rut': R[1] ?? null, 'modulo.actividades': null }, { ...MODULO, 'curso.codigoGrupo': 'GR-2' }],
    actividades: [actividad(R[1], 'MA01', 'A1'), actividad(R[0], 'MA01', 'A2')],
  },
  'un curso, celdas de curso vacías': {
    alumnos: [ALUMNO, { ...ALUMNO, 'alumno.rut': R[1] ?? null }],
    modulos: [{ ...MODULO, 'curso.codigoOferta': null }, { ...MODULO, ...vacios(['curso.codigoOferta', 'curso.codigoGrupo']), 'alumno.rut': R[1] ?? null }, { ...MODULO, 'alumno.rut': R[2] ?? null }],
  },
  'hoja única': {
    unica: [
      { ...UNICA, 'curso.cantActividadSincronica': 3, 'alumno.nombre': 'Ana' }, { ...UNICA, ...vacios(REPETIDOS), 'modulo.codigoModulo': 'MA02' },
      { ...UNICA, 'alumno.rut': R[1] ?? null, 'curso.cantActividadSincronica': 3 }, { ...UNICA, ...vacios(REPETIDOS), 'modulo.codigoModulo': 'MA02' }, { ...UNICA, 'alumno.rut': R[2] ?? null, 'curso.codigoGrupo': 'GR-2' },
    ],
  },
  'hoja única por actividad': {
    unica: [
      { ...UNICA, 'actividad.codigoActividad': 'A1', 'modulo.actividades': null }, { ...UNICA, ...vacios([...REPETIDOS, 'modulo.codigoModulo', 'modulo.estado']), 'modulo.actividades': null, 'actividad.codigoActividad': 'A2' },
      { ...UNICA, 'alumno.rut': R[1] ?? null, 'actividad.codigoActividad': null, 'modulo.actividades': 'A; B' }, { ...UNICA, 'alumno.rut': R[1] ?? null, 'modulo.codigoModulo': 'MA02', 'actividad.codigoActividad': 'C' },
    ],
  },
}
const PREVIOS = [{ rutAlumno: 12_345_678, codigoModulo: 'MA01', codigoOferta: 'OF-1', codigoGrupo: 'GR-1', porcentaje: 60 }, { rutAlumno: 9_000_000, codigoModulo: 'MA01', codigoOferta: 'OF-1', codigoGrupo: 'GR-1', porcentaje: 70 }]

const TEXTOS = ['', ' ', 'OF-1', 'OF-2', 'GR-1', 'GR-2', ...R, '12345678', 'x', '0', '1', '60', '70', '150', '45,5', '2026-11-02', '31-12-2026', '2026-01-01', 'MA01', 'MA02', 'A1; A1', 'Cursando', 'Eva', '03/04/26', '12/31/2026', '0,5', '01:30']
const LECTURAS = [['fecha-ambigua', 'mes-dia'], ['fecha-ambigua', 'dia-mes'], ['porcentaje-ambiguo', 'fraccion'], ['tiempo-ilegible', 'horas'], ['leido-como-dijo', 'dia-mes'], ['leido-como-dijo', 'sin-leer']] as const
type Accion =
  | { tipo: 'bloque'; tabla: number; filas: number[]; columnas: number[]; textos: number[][]; nuevas: number } | { tipo: 'abajo'; tabla: number; filas: number[]; columnas: number[] }
  | { tipo: 'agregar'; tabla: number; cuantas: number } | { tipo: 'quitar'; tabla: number; filas: number[] } | { tipo: 'reemplazar'; texto: number; por: number; completa: boolean; deTabla: boolean; tabla: number }
  | { tipo: 'editar'; celdas: [number, number, number][]; tabla: number } | { tipo: 'excluir'; filas: number[]; tabla: number; excluir: boolean } | { tipo: 'vaciar'; fila: number; tabla: number } | { tipo: 'leer'; tabla: number; columna: number; cual: number } | { tipo: 'historia'; que: 'deshacer' | 'rehacer' | 'excluirSinCambios' }
const n = fc.nat(99)
const accion: fc.Arbitrary<Accion> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ tipo: fc.constant('editar' as const), tabla: n, celdas: fc.array(fc.tuple(n, n, n), { minLength: 1, maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ tipo: fc.constant('excluir' as const), tabla: n, filas: fc.array(n, { minLength: 1, maxLength: 3 }), excluir: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ tipo: fc.constant('leer' as const), tabla: n, columna: n, cual: n }) },
  { weight: 1, arbitrary: fc.record({ tipo: fc.constant('vaciar' as const), tabla: n, fila: n }) },
  { weight: 3, arbitrary: fc.record({ tipo: fc.constant('bloque' as const), tabla: n, filas: fc.array(n, { minLength: 1, maxLength: 3 }), columnas: fc.array(n, { minLength: 1, maxLength: 3 }), textos: fc.array(fc.array(n, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), nuevas: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ tipo: fc.constant('abajo' as const), tabla: n, filas: fc.array(n, { minLength: 1, maxLength: 4 }), columnas: fc.array(n, { minLength: 1, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ tipo: fc.constant('agregar' as const), tabla: n, cuantas: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ tipo: fc.constant('quitar' as const), tabla: n, filas: fc.array(n, { minLength: 1, maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ tipo: fc.constant('reemplazar' as const), texto: n, por: n, completa: fc.boolean(), deTabla: fc.boolean(), tabla: n }) },
  { weight: 2, arbitrary: fc.record({ tipo: fc.constant('historia' as const), que: fc.constantFrom('deshacer' as const, 'rehacer' as const, 'excluirSinCambios' as const) }) },
)

/** Carries the action out, with its numbers taken modulo what the draft has. */
function actuar(mesa: Mesa, a: Accion): void {
  if (a.tipo === 'historia') mesa[a.que]()
  else {
    const tablas = mesa.resumen('x').tablas
    const t = tablas[a.tabla % tablas.length]
    if (!t) return
    const ids = mesa.indice(t.id, 'todas', '')
    const fila = (i: number): number => ids[i % ids.length] ?? -1
    // Those that were added stand last: counted from the end, they are met often.
    const delFinal = (i: number): number => ids[ids.length - 1 - (i % Math.min(ids.length, 5))] ?? -1
    const columna = (i: number): string => t.columnas[i % t.columnas.length]?.key ?? ''
    const texto = (i: number): string => TEXTOS[i % TEXTOS.length] ?? ''
    if (a.tipo === 'leer') {
      const [causa, opcion] = LECTURAS[a.cual % LECTURAS.length] ?? LECTURAS[0]
      mesa.arreglar({ causa, opcion, tabla: t.id, columna: columna(a.columna) })
    } else if (a.tipo === 'bloque') mesa.escribirRango(t.id, { filas: a.filas.map(delFinal), columnas: [...new Set(a.columnas.map(columna))] }, { accion: 'pegar', celdas: a.textos.map(f => f.map(texto)), nuevas: a.nuevas })
    else if (a.tipo === 'abajo') mesa.rellenarAbajo(t.id, { filas: a.filas.map(fila), columnas: a.columnas.map(columna) })
    else if (a.tipo === 'agregar') mesa.agregarEnBlanco(t.id, a.cuantas)
    else if (a.tipo === 'quitar') mesa.quitarFilas(t.id, a.filas.map(delFinal))
    else if (a.tipo === 'reemplazar') mesa.reemplazar({ texto: texto(a.texto), mayusculas: false, acentos: false, completa: a.completa, tabla: a.deTabla ? t.id : null, columna: null }, texto(a.por), null)
    else if (a.tipo === 'excluir') mesa.excluir(t.id, a.filas.map(fila), a.excluir)
    else if (a.tipo === 'vaciar') mesa.editar(t.id, t.columnas.map(c => ({ filaId: fila(a.fila), columna: c.key, texto: '' })))
    else mesa.editar(t.id, a.celdas.map(([f, c, x]) => ({ filaId: fila(f), columna: t.columnas[c % t.columnas.length]?.key ?? '', texto: TEXTOS[x % TEXTOS.length] ?? '' })))
  }
}

/** All that can be seen of a draft, its version and its undo aside. */
function foto(mesa: Mesa): unknown {
  const { tablas, cursos, errores, avisos, informaciones } = mesa.resumen('x')
  return {
    tablas: tablas.map(t => ({ ...t, estructura: 0 })), cursos, errores, avisos, informaciones, problemas: todos(mesa), previo: mesa.previo(),
    filas: tablas.map(t => mesa.filas(t.id, [...mesa.indice(t.id, 'todas', '')])),
    problematicas: tablas.map(t => [...mesa.indice(t.id, 'problemas', '')]),
    arboles: cursos.map(c => mesa.curso(c.codigoOferta, c.codigoGrupo)),
  }
}

describe.each(Object.entries(LIBROS))('%s', (_, libro) => {
  test('after any sequence, the draft kept by parts is the draft judged from scratch, and its totals are its problems', () => {
    fc.assert(fc.property(fc.array(accion, { minLength: 1, maxLength: 12 }), acciones => {
      const mesa = mesaDe(libro, { previos: PREVIOS })
      const hechos: Comando[] = []
      const registrar = (c: Comando | null): void => { if (c) hechos.push(c) }
      for (const a of acciones) actuar(mesa, a)
      const { total } = mesa.problemas('todos', 0, 1)
      const r = mesa.resumen('x')
      expect(todos(mesa).length).toBe(total)
      expect(total).toBe(r.errores + r.avisos + r.informaciones)
      const visto = foto(mesa)
      while (mesa.resumen('x').puedeDeshacer) registrar(mesa.deshacer())
      const fresca = mesaSinValidar(libro, { previos: PREVIOS })
      // As they come from the disk.
      fresca.rehacerDesde(hechos.toReversed().map(c => ComandoSchema.parse(JSON.parse(JSON.stringify(c)))), hechos.length)
      fresca.validar()
      expect(visto).toEqual(foto(fresca))
    }), { numRuns: 100 })
  })

  test('any sequence, then undo of everything, is the original; redo of everything is what was', () => {
    fc.assert(fc.property(fc.array(accion, { minLength: 1, maxLength: 12 }), acciones => {
      const mesa = mesaDe(libro, { previos: PREVIOS })
      const original = foto(mesa)
      for (const a of acciones) actuar(mesa, a)
      while (mesa.rehacer()) continue
      const hecho = foto(mesa)
      while (mesa.deshacer()) continue
      expect(foto(mesa)).toEqual(original)
      while (mesa.rehacer()) continue
      expect(foto(mesa)).toEqual(hecho)
    }), { numRuns: 40 })
  })
})
