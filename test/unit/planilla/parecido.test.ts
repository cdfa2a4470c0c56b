/** Proposals for headings that nobody knows: by their words, by what the cells hold, and never two for one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Celda } from '../../../shared/domain/celda.ts'
import { COLUMNAS, columnaDeKey } from '../../../shared/planilla/columnas.ts'
import { admiteFijo, esCorrecta, faltantes } from '../../../shared/planilla/correspondencia-faltas.ts'
import { aMemoria, deMemoria, huellaDe } from '../../../shared/planilla/correspondencia.ts'
import { encabezadoProbable } from '../../../shared/planilla/encabezado-probable.ts'
import { palabrasDe, parecido, proponerColumnas } from '../../../shared/planilla/parecido.ts'

const SEMILLA = { seed: 20_261_124, numRuns: 200 }
const titulo = fc.constantFrom(...COLUMNAS.flatMap(c => [c.titulo, ...c.sinonimos]))

describe('likeness', () => {
  test.each([['porcentajeAvance', ['porcentaje', 'avance']], ['mod_porcentaje_avance', ['mod', 'porcentaje', 'avance']], ['Fechas de los Módulos', ['fecha', 'modulo']], ['أ', []]])('%s → %j', (t, palabras) => { expect(palabrasDe(t)).toEqual(palabras) })
  test.each([
    ['FECHA  inicio (alumno)', 'Fecha de inicio del alumno', 1], ['alumno inicio fecha', 'Fecha inicio alumno', 0.95], ['Cod. Módulo', 'Código del módulo', 0.95], ['Avanse', 'Avance', 0.95], ['Fruta', 'Avance', 0],
  ])('%s ~ %s: %d', (a, b, cuanto) => { expect(parecido(a, b)).toBeCloseTo(cuanto, 2) })
  test('accents, case, blanks and signs say nothing; it is the same from both sides, and between 0 and 1', () => {
    fc.assert(fc.property(titulo, fc.boolean(), fc.constantFrom('  ', '-', '_', '/', '\u00a0'), (t, mayusculas, signo) => {
      const otro = (mayusculas ? t.toUpperCase() : t.toLowerCase()).normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', signo)
      // A capital separates words, and in capitals it can no longer.
      if (!/[a-z][A-Z]/.test(t)) expect(parecido(t, otro)).toBe(1)
    }), SEMILLA)
    fc.assert(fc.property(fc.string(), fc.oneof(titulo, fc.string()), (a, b) => {
      expect(parecido(a, b)).toBeGreaterThanOrEqual(0)
      expect(parecido(a, b)).toBeLessThanOrEqual(1)
    }), SEMILLA)
  })
})

describe('proposal', () => {
  const keys = (titulos: string[], ...filas: Celda[][]): Record<string, string> => Object.fromEntries(proponerColumnas(titulos, filas).map(p => [titulos[p.indice] ?? '', `${p.key} ${p.seguridad}`]))
  test('what a heading says by itself is sure; what it resembles, said so; a column of RUTs, by its cells', () => {
    expect(keys(['RUT', 'Avance', 'Fecha de matrícula'])).toEqual({ 'RUT': 'alumno.rut segura', 'Avance': 'modulo.porcentajeAvance segura', 'Fecha de matrícula': 'alumno.fechaInicio parecida' })
    expect(keys(['Quién', 'Correo'], ['11.111.111-1', 'a@b'], ['12.345.678-5', 'c@d'], [null, null])).toEqual({ 'Quién': 'alumno.rut contenido' })
  })
  test('cells that are no date keep a heading of dates from being one, and no RUT from being a RUT', () => {
    expect(keys(['Fecha de cierre', 'Usuario'], ['sí', 'ana'], ['no', 'eva'], ['sí', 'leo'])).toEqual({ Usuario: 'alumno.nombre parecida' })
    expect(keys(['Fecha de cierre', 'Usuario'], ['03/04/26', '1-9'], ['04/05/26', '2-7'])).toMatchObject({ 'Fecha de cierre': 'alumno.fechaFin parecida', 'Usuario': 'alumno.rut parecida' })
  })
  test('each of theirs and each of ours once, whatever the headings and the cells', () => {
    const celda = fc.oneof(fc.string(), fc.integer(), fc.constantFrom<Celda>(null, true, '11.111.111-1', '45 %', '03/04/2026', { tipo: 'fecha', valor: 46_000 }, { tipo: 'error', valor: '#N/A' }))
    fc.assert(fc.property(fc.array(fc.oneof(titulo, fc.string(), fc.constant('__proto__')), { maxLength: 30 }), fc.array(fc.array(celda, { maxLength: 30 }), { maxLength: 5 }), (titulos, filas) => {
      const propuestas = proponerColumnas(titulos, filas)
      expect(new Set(propuestas.map(p => p.key)).size).toBe(propuestas.length)
      expect(new Set(propuestas.map(p => p.indice)).size).toBe(propuestas.length)
      for (const p of propuestas) expect([columnaDeKey(p.key) !== undefined, p.indice >= 0 && p.indice < titulos.length]).toEqual([true, true])
    }), SEMILLA)
  })
})

describe('where the headings are', () => {
  const datos: Celda[][] = [['11.111.111-1', 'MA01', 45], ['12.345.678-5', 'MA01', 50]]
  test.each<[string, Celda[][], unknown]>([
    ['known ones, under a title', [['Informe'], [], ['RUT', 'Módulo', 'Avance'], ...datos], { fila: 2, seguro: true }],
    ['unknown ones, by their shape', [['Informe', null, null], ['Quién', 'Qué', 'Cuánto'], ...datos], { fila: 1, seguro: false }],
    ['in row 60', [...Array.from({ length: 59 }, () => []), ['RUT', 'Módulo', 'Avance'], ...datos], { fila: 59, seguro: true }],
    ['nothing below', [['RUT', 'Módulo', 'Avance']], null],
    ['one column', [['Título'], ['a'], ['b']], null],
    ['empty', [], null],
  ])('%s', (_, filas, esperado) => { expect(encabezadoProbable(filas)).toEqual(esperado) })
})

describe('what is remembered of a match', () => {
  test('the set of headings is the same in any order and guise, and another with one more', () => {
    fc.assert(fc.property(fc.shuffledSubarray(['RUT', 'Módulo', 'Progreso', 'Tiempo', 'الاسم'], { minLength: 2 }), (ts) => {
      expect(huellaDe(ts.map(t => ` ${t.toUpperCase()} `))).toBe(huellaDe(ts.toReversed()))
      expect(huellaDe([...ts, 'Otra'])).not.toBe(huellaDe(ts))
    }), SEMILLA)
    expect([huellaDe(['RUT']), huellaDe(['', ' '])]).toEqual([null, null])
  })
  test('comes back over the same headings in another order, each column under its own, equal ones by their turn', () => {
    const titulos = ['Nota', 'RUT', 'Nota', 'Módulo', 'Correo']
    fc.assert(fc.property(fc.shuffledSubarray([0, 1, 3, 4], { minLength: 4, maxLength: 4 }), (orden) => {
      const c = { hoja: 'A', fila: 3, columnas: [{ key: 'alumno.rut', indice: 1 }, { key: 'modulo.notaModulo', indice: 2 }, { key: 'modulo.codigoModulo', indice: 3 }], fijos: [{ key: 'curso.codigoOferta', valor: 'X' }] }
      // The second «Nota» stays the second wherever the others go.
      const otros = [...orden.map(i => titulos[i] ?? ''), 'Nota']
      const vuelta = deMemoria(aMemoria(c, titulos), 'B', 7, otros)
      expect(vuelta).toMatchObject({ hoja: 'B', fila: 7, fijos: c.fijos })
      expect(vuelta?.columnas.map(x => [x.key, otros[x.indice]])).toEqual([['alumno.rut', 'RUT'], ['modulo.notaModulo', 'Nota'], ['modulo.codigoModulo', 'Módulo']])
      expect(vuelta?.columnas[1]?.indice).toBe(4)
      expect(deMemoria(aMemoria(c, titulos), 'B', 7, otros.slice(0, -1))).toBeNull()
    }), SEMILLA)
  })
  test('what is missing is said by our titles; a list of activities or an activity in each row, either will do', () => {
    const con = (...keys: string[]) => ({ hoja: 'A', fila: 1, columnas: keys.map((key, indice) => ({ key, indice })), fijos: [] })
    expect(faltantes(con('alumno.rut')).faltan).toEqual(['Código de oferta', 'Código de grupo', 'Código del módulo'])
    expect(faltantes(con()).vacias).toContain('Actividades del módulo')
    expect(faltantes(con('actividad.codigoActividad')).vacias).not.toContain('Actividades del módulo')
    expect([esCorrecta(con('alumno.rut')), esCorrecta(con('alumno.rut', 'alumno.rut')), esCorrecta(con('toString')), esCorrecta({ ...con(), fijos: [{ key: 'alumno.rut', valor: '1-9' }] })]).toEqual([true, false, false, false])
    expect(COLUMNAS.filter(c => !admiteFijo(c.key)).map(c => c.key)).toEqual(['alumno.rut', 'alumno.dv'])
  })
})
