/** The preview alumno by alumno: what goes up, what stays, what goes down, and since when. */
import { describe, expect, test } from 'vitest'
import type { UltimoAvance } from '../../../shared/domain/avance.ts'
import type { FiltroCambio } from '../../../shared/ipc/modelos-previo.ts'
import type { Mesa } from '../../../shared/planilla/mesa.ts'
import { ALUMNO, CURSO, MODULO, mesaDe, rut } from './mesa-soporte.ts'

const A = 12_345_678, B = 11_111_111
const previo = (codigoModulo: string, porcentaje: number, aceptadoEn?: string): UltimoAvance => ({ rutAlumno: A, codigoModulo, codigoOferta: 'OF-1', codigoGrupo: 'GR-1', porcentaje, aceptadoEn })
const PREVIOS = [previo('MA01', 50, '2026-11-20T01:00:00Z'), previo('MA02', 60, ''), previo('MA03', 70, '2026-11-21T01:00:00Z'), previo('MA03', 65, '2026-11-23T01:00:00Z')]
const borrador = (): Mesa => mesaDe({
  cursos: [CURSO],
  alumnos: [{ ...ALUMNO, 'alumno.rut': rut(A), 'alumno.nombre': 'Ana Núñez' }, { ...ALUMNO, 'alumno.rut': rut(B), 'alumno.nombre': null, 'alumno.porcentajeAvance': 145 }],
  modulos: [...['MA01', 'MA02', 'MA03', 'MA04'].map(c => ({ ...MODULO, 'alumno.rut': rut(A), 'modulo.codigoModulo': c })), { ...MODULO, 'alumno.rut': rut(B) }],
}, { previos: PREVIOS })
const arbol = (m: Mesa, filtro: FiltroCambio = 'todos', buscar = '', desde = 0, cuantos = 10): ReturnType<Mesa['arbol']> => m.arbol({ codigoOferta: 'OF-1', codigoGrupo: 'GR-1', filtro, buscar, desde, cuantos })

describe('a course', () => {
  test('each módulo has both numbers and, where it is known, since when', () => {
    const { total, alumnos } = arbol(borrador())
    expect(total).toBe(2)
    expect([alumnos[0]?.rut, alumnos[0]?.nombre, alumnos[0]?.seEnvia, alumnos[0]?.avance]).toEqual([rut(A), 'Ana Núñez', false, 45])
    expect(alumnos[0]?.modulos).toEqual([
      { codigo: 'MA01', avance: 60, previo: 50, aceptadoEn: '2026-11-20T01:00:00Z', cambio: 'mas' },
      { codigo: 'MA02', avance: 60, previo: 60, aceptadoEn: null, cambio: 'igual' },
      { codigo: 'MA03', avance: 60, previo: 70, aceptadoEn: '2026-11-21T01:00:00Z', cambio: 'menos' },
      { codigo: 'MA04', avance: 60, previo: null, aceptadoEn: null, cambio: 'nuevo' },
    ])
    expect([alumnos[1]?.nombre, alumnos[1]?.seEnvia]).toEqual([null, false])
  })

  test('by change: only the alumnos and módulos that pass, and the counts of the preview agree', () => {
    const m = borrador()
    const [p] = m.previo()
    for (const [filtro, cuenta] of [['nuevo', p?.nuevos], ['mas', p?.mas], ['igual', p?.iguales], ['menos', p?.menos]] as const) {
      const { alumnos } = arbol(m, filtro)
      expect([filtro, alumnos.flatMap(a => a.modulos).length]).toEqual([filtro, cuenta])
      expect(alumnos.every(a => a.modulos.every(x => x.cambio === filtro))).toBe(true)
    }
  })

  test('by name without its accents, or RUT without its dots; in pages', () => {
    const m = borrador()
    expect([arbol(m, 'todos', 'nunez').total, arbol(m, 'todos', '11111111').total, arbol(m, 'todos', 'nadie').total]).toEqual([1, 1, 0])
    expect([arbol(m, 'todos', '', 1, 1).total, arbol(m, 'todos', '', 1, 1).alumnos[0]?.rut]).toEqual([2, rut(B)])
  })

  test('what is left out is not there; what did not change can be left out of one course alone', () => {
    const m = borrador()
    expect(m.excluirSinCambios({ codigoOferta: 'OF-9', codigoGrupo: 'GR-1' })).toBeNull()
    m.excluirSinCambios({ codigoOferta: 'OF-1', codigoGrupo: 'GR-1' })
    expect(arbol(m, 'igual').total).toBe(0)
    m.excluir('alumnos', [0], true)
    expect(arbol(m).alumnos.map(a => a.rut)).toEqual([rut(B)])
    expect(m.arbol({ codigoOferta: 'X', codigoGrupo: 'Y', filtro: 'todos', buscar: '', desde: 0, cuantos: 5 })).toEqual({ total: 0, alumnos: [] })
  })
})

test('names of the alumnos that the workbook names', () => {
  expect(borrador().nombres()).toEqual([{ rut: rut(A), nombre: 'Ana Núñez' }])
})
