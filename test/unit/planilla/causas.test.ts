/** The draft by cause: its counts are the problems', and any fix is undone in one step. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Causa } from '../../../shared/domain/causas.ts'
import { calcularDv } from '../../../shared/domain/rut.ts'
import type { Celda } from '../../../shared/domain/celda.ts'
import type { Mesa } from '../../../shared/planilla/mesa.ts'
import { ALUMNO, CURSO, MODULO, mesaDe, rut, todos, type FilaEscrita } from './mesa-soporte.ts'

const contar = (mesa: Mesa): Record<string, number> => {
  const cuentas: Record<string, number> = {}
  for (const p of todos(mesa)) cuentas[p.causa] = (cuentas[p.causa] ?? 0) + 1
  return cuentas
}
const foto = (mesa: Mesa): unknown => {
  const { version: _, ...resumen } = mesa.resumen('x')
  return { ...resumen, textoDeshacer: '', textoRehacer: '', puedeRehacer: false, puedeDeshacer: false, problemas: todos(mesa), filas: resumen.tablas.map(t => mesa.filas(t.id, [...mesa.indice(t.id, 'todas', '')])) }
}

const de = <T>(...valores: T[]): fc.Arbitrary<T> => fc.constantFrom(...valores)
const modulo: fc.Arbitrary<FilaEscrita> = fc.record({
  'alumno.rut': de(rut(12_345_678), '12345678', `1234567${calcularDv(1_234_567)}`, rut(9_000_000), null),
  'modulo.codigoModulo': de('MA01', 'MA02', 'MA03'),
  'modulo.tiempoConectividad': de<Celda>(100, '1:30', '1,5', 1.5, null),
  'modulo.estado': de<Celda>(1, 2, 'Pendiente', 'Retirado', 7),
  'modulo.porcentajeAvance': de<Celda>(60, 0.45, '85.5', '0,5', 100, null),
  'modulo.fechaInicio': de('2026-11-02', '03/04/26', '04-03-2026', '12/31/2026'),
  'modulo.actividades': de('A; B', 'A; A', null),
})
const libro = fc.array(modulo, { minLength: 1, maxLength: 8 }).map(ms => ({ cursos: [CURSO], alumnos: [ALUMNO, { ...ALUMNO, 'alumno.rut': rut(9_000_000), 'alumno.estado': 2 }], modulos: ms.map(m => ({ ...CURSO, ...MODULO, ...m })) }))

test('the counts by cause, the pages by cause and the rows by cause are those of the list of problems', () => {
  fc.assert(fc.property(libro, l => {
    const mesa = mesaDe(l)
    const causas = mesa.causas()
    expect(Object.fromEntries(causas.map(c => [c.causa, c.cuantas]))).toEqual(contar(mesa))
    for (const c of causas) {
      const suyos = todos(mesa).filter(p => p.causa === c.causa)
      expect(c.lugares.reduce((n, x) => n + x.cuantas, 0)).toBe(c.cuantas)
      expect(mesa.problemas('todos', 0, 1000, c.causa as Causa)).toEqual({ total: c.cuantas, problemas: suyos })
      expect(mesa.problemas('todos', 1, 1, c.causa as Causa).problemas).toEqual(suyos.slice(1, 2))
      for (const t of mesa.resumen('x').tablas) expect([...mesa.indice(t.id, 'todas', '', c.causa as Causa)]).toEqual([...new Set(suyos.filter(p => p.tabla === t.id).map(p => p.filaId))])
    }
  }), { numRuns: 60 })
})

test('any option of any cause does what its preview says, is one command, and undone is the original', () => {
  fc.assert(fc.property(libro, fc.nat(), fc.nat(), fc.nat(), (l, a, b, d) => {
    const mesa = mesaDe(l)
    const lugares = mesa.causas().flatMap(c => c.lugares.filter(x => x.arreglable).map(x => ({ causa: c.causa as Causa, tabla: x.tabla, columna: x.columna ?? '' })))
    const lugar = lugares[a % lugares.length]
    if (!lugar) return
    const propuesta = mesa.arreglos(lugar)
    const opcion = propuesta.opciones[b % propuesta.opciones.length]
    if (!opcion) return
    const texto = propuesta.textos[d % propuesta.textos.length]?.texto
    const p = { ...lugar, opcion: opcion.id, ...(texto === undefined ? {} : { texto }), ...(opcion.pide === 'valor' ? { valor: '27-11-2026' } : {}) }
    const { vista } = mesa.arreglos(p)
    const antes = foto(mesa)
    const comando = mesa.arreglar(p)
    expect(comando === null).toBe(vista === null || vista.cambian === 0)
    if (comando?.tipo !== 'editar' && comando?.tipo !== 'excluir' && comando?.tipo !== 'leer') return
    expect(comando.tipo === 'editar' ? comando.cambios.length : comando.tipo === 'leer' ? comando.celdas : comando.filas.length).toBe(vista?.cambian)
    expect(comando.causa).toBe(lugar.causa)
    mesa.deshacer()
    expect(foto(mesa)).toEqual(antes)
  }), { numRuns: 150 })
})

describe('the list of changes', () => {
  const editada = (): Mesa => {
    const mesa = mesaDe({ cursos: [CURSO], alumnos: [ALUMNO], modulos: [MODULO] })
    mesa.editar('modulos', [{ filaId: 0, columna: 'modulo.porcentajeAvance', texto: '70' }])
    mesa.editar('modulos', [{ filaId: 0, columna: 'modulo.porcentajeAvance', texto: '80' }, { filaId: 0, columna: 'modulo.estado', texto: '' }])
    mesa.excluir('modulos', [0], true)
    return mesa
  }
  test('says each one in the order of time, and which are undone', () => {
    const mesa = editada()
    mesa.deshacer()
    expect(mesa.listaDeCambios()).toEqual({
      total: 3, aplicados: 2,
      cambios: [
        { n: 1, texto: 'Editar 1 celda de Modulos', detalle: 'Fila 2 · modulo.porcentajeAvance: «60» → «70»' },
        { n: 2, texto: 'Editar 2 celdas de Modulos', detalle: 'modulo.porcentajeAvance, modulo.estado' },
        { n: 3, texto: 'Dejar fuera 1 fila de Modulos', detalle: 'Fila 2' },
      ],
    })
  })
  test('any point of it can be gone back to, and forward', () => {
    const mesa = editada()
    const fotos = [3, 2, 1, 0].map(n => { mesa.irA(n); return foto(mesa) })
    expect(fotos[3]).toEqual(foto(mesaDe({ cursos: [CURSO], alumnos: [ALUMNO], modulos: [MODULO] })))
    for (const n of [2, 0, 3, 1]) { expect(mesa.irA(n)).toBe(n); expect(foto(mesa)).toEqual(fotos[3 - n]) }
    expect(mesa.irA(99)).toBe(3)
  })
  test('only the last ones of a long session are told', () => {
    const mesa = editada()
    for (let i = 0; i < 600; i++) mesa.editar('modulos', [{ filaId: 0, columna: 'modulo.porcentajeAvance', texto: String(i % 90) }])
    const { total, aplicados, cambios } = mesa.listaDeCambios()
    expect([total, aplicados, cambios.length, cambios[0]?.n, cambios.at(-1)?.n]).toEqual([603, 603, 500, 104, 603])
  })
})
