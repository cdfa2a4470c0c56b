/** Where the two readers differ and the format gives the quick one the reason. Each case says what SheetJS answers today: the day it is mended, it shows here. */
import { expect, it } from 'vitest'
import type { Celda } from '../../../shared/domain/celda.ts'
import { type LibroDePrueba, filasDe, libro, sheetjs } from './soporte.ts'

async function falta(l: LibroDePrueba, debido: Record<number, Celda[]>, deSheetjs: Record<number, Celda[]> | 'danada'): Promise<void> {
  const bytes = libro(l)
  expect(await filasDe(bytes)).toEqual(debido)
  const otro = await sheetjs(bytes)
  expect(otro.tipo === 'falla' ? otro.codigo : otro.tipo === 'libro' && Object.fromEntries(otro.dicho.hojas[0]?.filas.map(f => [f.fila, f.celdas]) ?? [])).toEqual(deSheetjs)
}

it('resolves the escapes of a formula\'s text once (SheetJS: twice, and before decoding it)', () => falta(
  { hojas: ['<row r="1"><c r="A1" t="str"><v>&amp;lt;</v></c><c r="B1" t="str"><v>Jos&#233;</v></c><c r="C1" t="str"><v>_x005F_x0041_</v></c></row>'] },
  { 1: ['&lt;', 'José', '_x0041_'] },
  { 1: ['<', 'Jos\uFFFD', 'A'] },
))

it('counts an empty shared string (SheetJS: all the following ones move)', () => falta(
  { hojas: ['<row r="1"><c r="A1" t="s"><v>1</v></c></row>'], cadenas: '<si/><si><t>uno</t></si><si><t>dos</t></si>' },
  { 1: ['uno'] },
  { 1: ['dos'] },
))

it('reads a character reference beyond 16 bits (SheetJS: cuts it)', () => falta(
  { hojas: ['<row r="1"><c r="A1" t="inlineStr"><is><t>&#x1F600;</t></is></c></row>'] },
  { 1: ['\u{1F600}'] },
  { 1: ['\uF600'] },
))

it('takes only a small x for an escape (SheetJS: a capital one too)', () => falta(
  { hojas: ['<row r="1"><c r="A1" t="inlineStr"><is><t>COD_X0041_</t></is></c></row>'] },
  { 1: ['COD_X0041_'] },
  { 1: ['CODA'] },
))

it('counts a row without a number that is closed where it opens (SheetJS: it does not)', () => falta(
  { hojas: ['<row><c><v>1</v></c></row><row/><row><c><v>3</v></c></row>'] },
  { 1: [1], 3: [3] },
  { 1: [1], 2: [3] },
))
