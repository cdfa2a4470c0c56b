import { describe, expect, it } from 'vitest'
import { ESTRICTO, type LibroDePrueba, type ParteDePrueba, TRANSICIONAL, hojaXml, libro, rapido, zip } from './soporte.ts'

const UNA = '<row r="1"><c r="A1"><v>1</v></c></row>'
const celda = (c: string): LibroDePrueba => ({ hojas: [`<row r="1">${c}</row>`] })
const retocada = (nombre: string, retoque: (p: ParteDePrueba) => ParteDePrueba): LibroDePrueba => ({ hojas: [UNA], cadenas: '<si><t>a</t></si>', estilos: '<cellXfs><xf numFmtId="0"/></cellXfs>', retocar: partes => partes.map(p => (p.nombre.includes(nombre) ? retoque(p) : p)) })
const cambiada = (nombre: string, de: string | RegExp, a: string): LibroDePrueba => retocada(nombre, p => ({ ...p, datos: String(p.datos).replace(de, a) }))
const sin = (nombre: string): LibroDePrueba => ({ ...retocada(nombre, p => p), retocar: partes => partes.filter(p => !p.nombre.includes(nombre)) })

describe('stands aside, with the reason for the log, from what it does not know', () => {
  const casos: Record<string, LibroDePrueba> = {
    'UTF-16': { hojas: [Buffer.from(`\uFEFF${hojaXml(UNA)}`, 'utf16le')] },
    'another encoding': { hojas: [hojaXml(UNA).replace('UTF-8', 'ISO-8859-1')] },
    'a DOCTYPE': { hojas: [hojaXml(UNA).replace('<worksheet', '<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet')] },
    'an entity that XML does not define': celda('<c r="A1" t="inlineStr"><is><t>&nbsp;</t></is></c>'),
    'a reference to no character': celda('<c r="A1" t="inlineStr"><is><t>&#0;</t></is></c>'),
    'a bare ampersand': celda('<c r="A1" t="inlineStr"><is><t>a & b</t></is></c>'),
    'CDATA': celda('<c r="A1" t="inlineStr"><is><t><![CDATA[a]]></t></is></c>'),
    'a comment among the rows': { hojas: [`<!-- a -->${UNA}`] },
    'a comment in the workbook': cambiada('workbook.xml', '<sheets>', '<!-- a --><sheets>'),
    'another namespace': { hojas: [hojaXml(UNA).replace(TRANSICIONAL, 'urn:otra')] },
    'another root': { hojas: [hojaXml(UNA).replaceAll('worksheet', 'hoja')] },
    'elements of another prefix': { hojas: [hojaXml('<y:row r="1"/>', { prefijo: 'x' })] },
    'a sheet without rows nor their place': { hojas: [`<?xml version="1.0"?><worksheet xmlns="${ESTRICTO}"></worksheet>`] },
    'a sheet that is cut': { hojas: [hojaXml(UNA).slice(0, -25)] },
    'a sheet that is cut after its rows': { hojas: [hojaXml(UNA, { despues: `<mergeCells>${'<mergeCell ref="C1:D1"/>'.repeat(99)}` }).slice(0, -600)] },
    'a sheet that only lacks its end': { hojas: [hojaXml(UNA).replace('</worksheet>', '')] },
    'a cell that is cut': { hojas: [hojaXml(UNA).slice(0, -42)] },
    'a cell of another row': celda('<c r="A2"><v>1</v></c>'),
    'two cells in one place': celda('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'),
    'two rows with one number': { hojas: [`${UNA}${UNA}`] },
    'a reference in small letters': celda('<c r="a1"><v>1</v></c>'),
    'a column beyond the last one': celda('<c r="XFE1"><v>1</v></c>'),
    'a row beyond the last one': { hojas: ['<row r="1048577"><c><v>1</v></c></row>'] },
    'a number that is none': celda('<c r="A1"><v>12a</v></c>'),
    'a number without an end': celda('<c r="A1"><v>1e999</v></c>'),
    'a boolean that is none': celda('<c r="A1" t="b"><v>yes</v></c>'),
    'a boolean without a value': celda('<c r="A1" t="b"/>'),
    'a date before March of 1900': celda('<c r="A1" t="d"><v>1900-02-28</v></c>'),
    'a date in another way': celda('<c r="A1" t="d"><v>01-03-2026</v></c>'),
    'an unknown type of cell': celda('<c r="A1" t="z"><v>1</v></c>'),
    'an unknown element in a cell': celda('<c r="A1"><w>1</w></c>'),
    'two values in a cell': celda('<c r="A1"><v>1</v><v>2</v></c>'),
    'text between cells': celda('a<c r="A1"><v>1</v></c>'),
    'an attribute without quotes': celda('<c r=A1><v>1</v></c>'),
    'a cell outside of a row': { hojas: ['<c r="A1"><v>1</v></c>'] },
    'a row within a row': { hojas: [`<row r="1">${UNA}`] },
    'a shared string that does not exist': { ...celda('<c r="A1" t="s"><v>1</v></c>'), cadenas: '<si><t>a</t></si>' },
    'shared strings that are cut': cambiada('sharedStrings', '</t></si></sst>', ''),
    'a merged area the wrong way': { hojas: [UNA], trasDatos: '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>' },
    'a merged area with something else': { hojas: [UNA], trasDatos: '<mergeCells><mergeCell x="1" ref="A1:B1"/></mergeCells>' },
    'styles that are not XML': cambiada('styles', 'numFmtId="0"', 'numFmtId=0'),
    'elements that close each other': cambiada('styles', '</cellXfs>', '</cellXf>'),
    'a style with a strange format number': cambiada('styles', 'numFmtId="0"', 'numFmtId="x"'),
    'no content types': sin('Content_Types'),
    'no workbook': sin('xl/workbook.xml'),
    'no relationships': sin('_rels/.rels'),
    'no shared strings though they are declared': sin('sharedStrings'),
    'no sheet though it is declared': sin('sheet1'),
    'content types that name another workbook': cambiada('Content_Types', '/xl/workbook.xml', '/xl/otro.xml'),
    'a binary workbook': cambiada('Content_Types', 'openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'ms-excel.sheet.binary.macroEnabled.main'),
    'a relationship of another family': cambiada('workbook.xml.rels', 'relationships/worksheet', 'relationships/slide'),
    'an OpenDocument in the same package': { hojas: [UNA], retocar: partes => [...partes, { nombre: 'META-INF/manifest.xml', datos: '' }] },
    'two sheets with one name': { hojas: [UNA, UNA], nombres: ['A', 'A'] },
    'two parts with one name': { hojas: [UNA], retocar: partes => [...partes, ...partes.slice(-1).map(p => ({ ...p, nombre: p.nombre.toUpperCase() }))] },
  }

  it.each(Object.entries(casos))('%s', async (_, caso) => {
    const r = await rapido(libro(caso))
    expect(r.tipo === 'aparte' ? r.razon.length > 5 : r).toBe(true)
  })

  it('what is no zip at all', async () => {
    expect(await rapido(Buffer.from('hola'))).toMatchObject({ tipo: 'aparte' })
  })

  it('an encrypted part, and an unknown compression', async () => {
    for (const [lugar, valor] of [[8, 1], [10, 12]] as const) {
      const bytes = libro({ hojas: [UNA] })
      bytes.writeUInt16LE(valor, bytes.lastIndexOf('PK\x01\x02') + lugar)
      expect(await rapido(bytes)).toMatchObject({ tipo: 'aparte' })
    }
  })
})

describe('refuses in words', () => {
  it('a part that holds more than it declares', async () => {
    expect(await rapido(libro(retocada('sheet1', p => ({ ...p, inflado: 30 }))))).toEqual({ tipo: 'falla', codigo: 'bomba-zip' })
    expect(await rapido(libro(retocada('styles', p => ({ ...p, inflado: 30 }))))).toEqual({ tipo: 'falla', codigo: 'bomba-zip' })
  })

  it('a part that holds less than it declares, or is cut', async () => {
    expect(await rapido(libro(retocada('sharedStrings', p => ({ ...p, inflado: 9999 }))))).toEqual({ tipo: 'falla', codigo: 'danada' })
    const bytes = libro({ hojas: [UNA] })
    const donde = bytes.indexOf('xl/worksheets/sheet1.xml')
    bytes.fill(0xff, donde + 24, donde + 40)
    expect(await rapido(bytes)).toEqual({ tipo: 'falla', codigo: 'danada' })
  })

  it('a part that was altered on its way and still inflates', async () => {
    for (const parte of ['sheet1', 'sharedStrings', 'styles', 'workbook.xml']) expect(await rapido(libro(retocada(parte, p => ({ ...p, crc: 1 }))))).toEqual({ tipo: 'falla', codigo: 'danada' })
  })

  it('a part beyond the limit, before inflating it', async () => {
    expect(await rapido(libro(retocada('sheet1', p => ({ ...p, inflado: 600 * 1024 * 1024 }))))).toEqual({ tipo: 'falla', codigo: 'contenido-grande' })
  })
})

it('the directory of a zip without parts is no workbook', async () => {
  expect(await rapido(zip([]))).toMatchObject({ tipo: 'aparte' })
})
