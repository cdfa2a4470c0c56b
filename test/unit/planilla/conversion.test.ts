import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Celda } from '../../../shared/domain/celda.ts'
import { serialDeFecha } from '../../../shared/domain/fecha.ts'
import { columnaDeKey, type ColumnaKey } from '../../../shared/planilla/columnas.ts'
import { convertirCelda } from '../../../shared/planilla/conversion.ts'
import type { ContextoColumna } from '../../../shared/planilla/conversion-base.ts'
import { convertirRut } from '../../../shared/planilla/conversion-rut.ts'
import { aPorcentaje, limpiarTexto, textoDeCelda } from '../../../shared/planilla/celda-texto.ts'

/** value → finding, as "45 convertido-porcentaje" or "— no-es-numero". */
function leer(key: ColumnaKey, celda: Celda, contexto: Partial<ContextoColumna> = {}): string {
  const def = columnaDeKey(key)
  if (!def) throw new Error(key)
  const { valor, hallazgo } = convertirCelda(def, celda, { fracciones: false, mesPrimero: false, ...contexto })
  const texto = valor === undefined ? '—' : typeof valor === 'object' ? JSON.stringify(valor) : String(valor)
  return hallazgo ? `${texto} ${hallazgo.causa}` : texto
}

const FECHA = serialDeFecha('2026-12-31')
const es = (tipo: 'fecha' | 'duracion' | 'porcentaje', valor: number): Celda => ({ tipo, valor })

describe('percent', () => {
  test.each<[Celda, string]>([
    [45, '45'], ['45', '45'], ['45 %', '45 convertido-porcentaje'], ['45%', '45 convertido-porcentaje'], [es('porcentaje', 0.45), '45 convertido-porcentaje'],
    ['45,5', '45 decimales-cortados'], [45.99, '45 decimales-cortados'], [es('porcentaje', 0.459), '45 decimales-cortados'], ['99,9 %', '99 decimales-cortados'],
    [es('porcentaje', 0.29), '29 convertido-porcentaje'], [es('porcentaje', 1), '100 convertido-porcentaje'], [0, '0'], [1, '1'], [100, '100'], [120, '120'],
    [-3, '-3'], [-0.5, '-1 decimales-cortados'],
    [' 45 ', '45 convertido-blancos'], ['\u00A045\u00A0%', '45 convertido-porcentaje'], ['', '—'], ['   ', '—'], [null, '—'],
    ['85.5', '— porcentaje-ambiguo'], ['85.5%', '— porcentaje-ambiguo'], ['1.234', '— porcentaje-ambiguo'], [0.45, '— porcentaje-ambiguo'], ['0,45', '— porcentaje-ambiguo'],
    ['cuarenta', '— no-es-numero'], [true, '— no-es-numero'], [es('fecha', FECHA), '— no-es-numero'], [{ tipo: 'error', valor: '#N/A' }, '— celda-error'],
  ])('%j → %s', (celda, esperado) => { expect(leer('modulo.porcentajeAvance', celda)).toBe(esperado) })

  test('a bare 1 is not clear where the column has fractions', () => {
    expect(leer('modulo.porcentajeAvance', 1, { fracciones: true })).toBe('— porcentaje-ambiguo')
    expect(leer('modulo.porcentajeAvance', 0, { fracciones: true })).toBe('0')
  })
  test('every whole percent survives its fraction', () => {
    for (let p = 0; p <= 100; p++) expect(aPorcentaje(p / 100)).toBe(p)
  })
  test('decimals are cut down, never up', () => {
    fc.assert(fc.property(fc.double({ min: 1.0001, max: 99.9999, noNaN: true }), n => {
      const { valor } = convertirCelda(columnaDeKey('alumno.porcentajeAvance') as never, n)
      expect(valor).toBe(Math.floor(Number(n.toPrecision(15))))
    }))
  })
})

describe('time', () => {
  test.each<[Celda, string]>([
    [5400, '5400'], ['5400', '5400'], [0, '0'], [-5, '-5'], [1.5, '1.5'],
    [es('duracion', 0.0625), '5400 convertido-tiempo'], [es('duracion', 1.5), '129600 convertido-tiempo'], [es('fecha', 0.0625), '5400 convertido-tiempo'],
    ['01:30:00', '5400 convertido-tiempo'], ['100:00:01', '360001 convertido-tiempo'], ['1 hora 30 minutos', '5400 convertido-tiempo'], ['1h 30m', '5400 convertido-tiempo'],
    ['1h30m', '5400 convertido-tiempo'], ['2 horas y 5 segundos', '7205 convertido-tiempo'], ['1,5 horas', '5400 convertido-tiempo'], ['90 min', '5400 convertido-tiempo'],
    ['1 día 2 horas', '93600 convertido-tiempo'], [' 5400 ', '5400 convertido-blancos'],
    ['01:30', '— tiempo-ilegible'], ['30 minutos 1 hora', '— tiempo-ilegible'], ['1,00001 horas', '— tiempo-ilegible'], ['mucho', '— tiempo-ilegible'], ['1:75:00', '— tiempo-ilegible'],
    [es('fecha', FECHA), '— tiempo-ilegible'], [es('porcentaje', 0.5), '— tiempo-ilegible'], [{ tipo: 'error', valor: '#REF!' }, '— celda-error'],
  ])('%j → %s', (celda, esperado) => { expect(leer('alumno.tiempoConectividad', celda)).toBe(esperado) })

  test('a duration that binary days cannot hold exactly is the whole second', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3_600_000 }), s => { expect(leer('modulo.tiempoConectividad', es('duracion', s / 86_400))).toBe(`${s} convertido-tiempo`) }))
  })
})

describe('date', () => {
  test.each<[Celda, string]>([
    [es('fecha', FECHA), '2026-12-31'], [es('fecha', FECHA + 0.75), '2026-12-31 convertido-fecha'], ['31-12-2026', '2026-12-31 convertido-fecha'],
    ['31/12/2026', '2026-12-31 convertido-fecha'], ['31.12.2026', '2026-12-31 convertido-fecha'], ['2026-12-31', '2026-12-31'], ['2026/12/31', '2026-12-31 convertido-fecha'],
    ['31-12-2026 18:30', '2026-12-31 convertido-fecha'], ['2026-12-31T18:30:00Z', '2026-12-31 convertido-fecha'], ['2026-12-31 00:00:00', '2026-12-31 convertido-fecha'],
    ['1-2-2026', '2026-02-01 convertido-fecha'], ['31 de diciembre de 2026', '2026-12-31 convertido-fecha'], ['3 sept 2026', '2026-09-03 convertido-fecha'],
    [' 2026-12-31', '2026-12-31 convertido-fecha'], ['', '—'],
    ['31-12-26', '— fecha-ambigua'], ['1/2/26', '— fecha-ambigua'], ['12/31/2026', '— fecha-ambigua'],
    ['31-02-2026', '— fecha-ilegible'], ['2026-13-01', '— fecha-ambigua'], ['2026-13-32', '— fecha-ilegible'], ['mañana', '— fecha-ilegible'], ['31-12/2026', '— fecha-ilegible'], [46_387, '— fecha-ilegible'],
    [es('fecha', 0.5), '— fecha-ilegible'], [es('fecha', 60), '— fecha-ilegible'], [es('duracion', 2), '— fecha-ilegible'], [{ tipo: 'error', valor: '#VALUE!' }, '— celda-error'],
  ])('%j → %s', (celda, esperado) => { expect(leer('alumno.fechaInicio', celda)).toBe(esperado) })
})

test('where the file shows dates with the month first, those that read both ways are asked about', () => {
  const leerAsi = (celda: Celda): string => leer('alumno.fechaInicio', celda, { mesPrimero: true })
  expect(leerAsi('03/02/2026')).toBe('— fecha-ambigua')
  expect(leerAsi('31/12/2026')).toBe('2026-12-31 convertido-fecha')
  expect(leerAsi('02/02/2026')).toBe('2026-02-02 convertido-fecha')
  expect(leerAsi('2026-02-03')).toBe('2026-02-03')
  expect(leerAsi('3 de febrero de 2026')).toBe('2026-02-03 convertido-fecha')
})

describe('state', () => {
  test.each<[Celda, string]>([
    [1, '1'], ['2', '2'], ['Cursando', '1 convertido-estado'], ['APROBADO', '2 convertido-estado'], ['reprobada', '3 convertido-estado'], ['2 - Aprobado', '2 convertido-estado'],
    [' 3 ', '3 convertido-blancos'], [4, '4'], ['', '—'],
    ['2 - Reprobado', '— estado-desconocido'], ['retirado', '— estado-desconocido'], [true, '— estado-desconocido'], [es('porcentaje', 0.01), '— estado-desconocido'],
  ])('%j → %s', (celda, esperado) => { expect(leer('modulo.estado', celda)).toBe(esperado) })
})

describe('codes, names and lists', () => {
  test.each<[ColumnaKey, Celda, string]>([
    ['modulo.codigoModulo', '007', '007'], ['modulo.codigoModulo', ' MA\u00A0 01\u200B ', 'MA 01 convertido-blancos'], ['modulo.codigoModulo', 7, '7 texto-numerico'],
    ['modulo.codigoModulo', es('fecha', FECHA), '— no-es-texto'], ['modulo.codigoModulo', true, '— no-es-texto'], ['curso.codigoOferta', es('porcentaje', 0.1), '— no-es-texto'],
    ['alumno.nombre', 'María José', 'María José'], ['alumno.nombre', 12, '12'], ['alumno.nombre', es('fecha', FECHA), '31-12-2026'],
    ['modulo.actividades', 'A1; A2;A3', '["A1","A2","A3"]'], ['modulo.actividades', 'A1 ;;  A2', '["A1","A2"] convertido-blancos'], ['modulo.actividades', ' ; ', '—'],
    ['modulo.actividades', 12, '["12"] texto-numerico'], ['modulo.actividades', { tipo: 'error', valor: '#N/A' }, '— celda-error'],
  ])('%s %j → %s', (key, celda, esperado) => { expect(leer(key, celda)).toBe(esperado) })
})

describe('optional numbers', () => {
  test.each<[Celda, string]>([
    [85, '85'], ['85,5', '85.5'], ['85 %', '85 convertido-porcentaje'], [es('porcentaje', 0.85), '85 convertido-porcentaje'], ['85.5', '— numero-ambiguo'], ['x', '— no-es-numero'], ['', '—'], [' 85', '85 convertido-blancos'],
  ])('%j → %s', (celda, esperado) => { expect(leer('modulo.notaModulo', celda)).toBe(esperado) })
})

describe('RUT', () => {
  const conDv = (celda: Celda, dv: Celda): string[] => {
    const r = convertirRut(celda, dv)
    return [r.rut, r.dv].map(c => `${c.valor === undefined ? '—' : typeof c.valor === 'object' ? Object.values(c.valor).join('-') : String(c.valor)}${c.hallazgo ? ` ${c.hallazgo.causa}` : ''}`)
  }
  test.each<[Celda, Celda, string[]]>([
    ['12.345.678-5', null, ['12345678-5', '—']], ['12345678-5', null, ['12345678-5', '—']], ['123456785', null, ['12345678-5 convertido-rut', '—']],
    [123_456_785, null, ['12345678-5 convertido-rut', '—']], ['17118181-k', null, ['17118181-k convertido-rut', '—']], ['17118181-K', null, ['17118181-k', '—']],
    [12_345_678, 5, ['12345678-5', '5']], ['12345678', '5', ['12345678-5', '5']], ['12.345.678', '5', ['12345678-5', '5']], ['17118181', 'K', ['17118181-k', 'k']],
    ['12345678-5', '5', ['12345678-5', '5']], ['12345678-5', '4', ['12345678-5', '— dato-contradictorio']],
    ['12345678', '4', ['— rut-dv', '—']], ['12345678-4', null, ['— rut-dv', '—']], ['12345678', null, ['— rut-sin-dv', '—']], [12_345_678, null, ['— rut-sin-dv', '—']],
    ['sin rut', null, ['— rut-formato', '—']], [1.5, null, ['— rut-formato', '—']], [es('fecha', FECHA), null, ['— rut-formato', '—']], [null, '5', ['—', '—']],
    [{ tipo: 'error', valor: '#N/A' }, '5', ['— celda-error', '—']], ['12345678', { tipo: 'error', valor: '#N/A' }, ['—', '— celda-error']],
  ])('%j, %j', (celda, dv, esperado) => { expect(conDv(celda, dv)).toEqual(esperado) })
})

test('the original is kept beside what it became', () => {
  const def = columnaDeKey('modulo.porcentajeAvance')
  expect(def && convertirCelda(def, es('porcentaje', 0.455)).hallazgo?.datos).toEqual({ original: '45,5 %', convertido: '45' })
})

test('cells as the person would type them', () => {
  expect([1.5, 1234567, true, es('porcentaje', 0.45), es('duracion', 1.5), es('fecha', FECHA), es('fecha', FECHA + 0.5), es('fecha', 60), { tipo: 'error', valor: '#N/A' } as const, null].map(textoDeCelda))
    .toEqual(['1,5', '1234567', 'VERDADERO', '45 %', '36:00:00', '31-12-2026', '31-12-2026 12:00:00', '60', '#N/A', ''])
})

test('what cannot be seen goes', () => {
  expect(limpiarTexto('\uFEFF a\u200B\u00A0\u2003b\n\u0001c\u200E ')).toBe('a b c')
})
