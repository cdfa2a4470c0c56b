import { describe, expect, it } from 'vitest'
import type { Celda } from '../../../shared/domain/celda.ts'
import { type LibroDePrueba, filasDe, hojaXml, libro, rapido, sheetjs } from './soporte.ts'

const fila1 = async (l: LibroDePrueba): Promise<Celda[] | undefined> => (await filasDe(libro(l)))[1]
/** Both readers, the same answer; and that answer, so that they cannot be wrong together. */
async function ambos(l: LibroDePrueba, esperado: Record<number, Celda[]>): Promise<void> {
  const bytes = libro(l)
  expect(await filasDe(bytes)).toEqual(esperado)
  expect(await rapido(bytes)).toEqual(await sheetjs(bytes))
}

describe('values of cells', () => {
  it('reads numbers in every way of writing them', () => ambos(
    { hojas: ['<row r="1"><c r="A1"><v>0</v></c><c r="B1"><v>-12</v></c><c r="C1" t="n"><v>12.375</v></c><c r="D1"><v>1.5E-7</v></c><c r="E1"><v>123456789012345678</v></c><c r="F1"><v>0.30000000000000004</v></c><c r="G1"><v>.5</v></c><c r="H1"><v>5.</v></c><c r="I1"><v>-0.000001</v></c><c r="J1"><v>+3</v></c></row>'] },
    { 1: [0, -12, 12.375, 1.5e-7, 123456789012345680, 0.30000000000000004, 0.5, 5, -0.000001, 3] },
  ))

  it('reads booleans, errors and the stored values of formulas', () => ambos(
    { hojas: ['<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="e"><v>#SPILL!</v></c><c r="E1" t="str"><f>IF(A1&gt;0,"x>y","")</f><v>Aprobado</v></c><c r="F1"><f t="shared" si="0"/><v>7</v></c><c r="G1"><f>1/3</f></c><c r="H1" t="str"><f>""</f><v></v></c><c r="I1"><v>9</v></c></row>'] },
    { 1: [true, false, { tipo: 'error', valor: '#N/A' }, { tipo: 'error', valor: '#ERROR!' }, 'Aprobado', 7, null, null, 9] },
  ))

  it('reads shared strings: plain, rich, spoken, empty, with blanks, entities and escapes', () => ambos(
    {
      hojas: [`<row r="1">${[0, 1, 2, 3, 4, 5, 6, 7].map((n, i) => `<c r="${'ABCDEFGH'[i]}1" t="s"><v>${n}</v></c>`).join('')}</row>`],
      cadenas: '<si><t>Ñuñoa</t></si><si><r><rPr><b/><rFont val="Arial"/></rPr><t xml:space="preserve">Pedro </t></r><r><t>Soto</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><t/></si><si><t xml:space="preserve">  a b </t></si><si><t>1 &lt; 2 &amp;amp; &#233;&#xE9;&quot;&apos;</t></si><si><t>x_x000D_\ny_x005F_x0041_</t></si><si><t>#N/A</t></si>',
    },
    { 1: ['Ñuñoa', 'Pedro Soto', '東京', null, '  a b ', '1 < 2 &amp; éé"\'', 'x\ny_x0041_', { tipo: 'error', valor: '#N/A' }] },
  ))

  it('reads strings in line, plain and rich', () => ambos(
    { hojas: ['<row r="1"><c r="A1" t="inlineStr"><is><t>uno</t></is></c><c r="B1" t="inlineStr"><is><r><t>d</t></r><r><rPr><i/></rPr><t>os</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c><c r="C1" t="inlineStr"><is><t xml:space="preserve"> tres </t></is></c><c r="D1" t="inlineStr"><is/></c><c r="E1" t="inlineStr"/><c r="F1"><v>1</v></c></row>'] },
    { 1: ['uno', 'dos', ' tres ', null, null, 1] },
  ))

  it('keeps the kind that the format gives to a number', () => ambos(
    {
      estilos: '<numFmts count="4"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/><numFmt numFmtId="166" formatCode="&quot;día&quot; 0"/><numFmt numFmtId="900" formatCode="yyyy/mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="22"><alignment wrapText="1"/></xf><xf numFmtId="900"/></cellXfs><dxfs><dxf><numFmt numFmtId="10" formatCode="0"/></dxf></dxfs>',
      hojas: ['<row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="1"><v>45000</v></c><c r="C1" s="2"><v>0.0625</v></c><c r="D1" s="3"><v>4</v></c><c r="E1" s="4"><v>0.45</v></c><c r="F1" s="5"><v>45000.5</v></c><c r="G1" s="6"><v>45001</v></c><c r="H1" s="99"><v>8</v></c></row>'],
    },
    { 1: [1, { tipo: 'fecha', valor: 45000 }, { tipo: 'duracion', valor: 0.0625 }, 4, { tipo: 'porcentaje', valor: 0.45 }, { tipo: 'fecha', valor: 45000.5 }, { tipo: 'fecha', valor: 45001 }, 8] },
  ))

  it('moves the dates of the 1904 system, and nothing else', () => ambos(
    { es1904: true, estilos: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs>', hojas: ['<row r="1"><c r="A1"><v>100</v></c><c r="B1" s="1"><v>43538</v></c><c r="C1" s="2"><v>0.5</v></c></row>'] },
    { 1: [100, { tipo: 'fecha', valor: 45000 }, { tipo: 'duracion', valor: 0.5 }] },
  ))

  it.each([[false, 46082.5], [true, 46082.5]])('reads the ISO dates of the strict edition (1904: %s)', (es1904, valor) => ambos(
    { estricto: true, es1904, estilos: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>', hojas: ['<row r="1"><c r="A1" s="1" t="d"><v>2026-03-01T12:00:00</v></c><c r="B1" s="1" t="d"><v>2026-03-01</v></c></row>'] },
    { 1: [{ tipo: 'fecha', valor }, { tipo: 'fecha', valor: Math.floor(valor) }] },
  ))
})

describe('where cells stand', () => {
  it('counts rows and cells that do not say where they are', () => ambos(
    { hojas: ['<row><c><v>1</v></c><c/><c t="str"><v>x</v></c></row><row r="5"><c r="B5"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>'] },
    { 1: [1, null, 'x'], 5: [null, 2, 3], 6: [4] },
  ))

  it('puts rows and cells in order', () => ambos(
    { hojas: ['<row r="9"><c r="C9"><v>3</v></c><c r="A9"><v>1</v></c></row><row r="2"><c r="AA2"><v>27</v></c></row>'] },
    { 2: [...Array.from({ length: 26 }, () => null), 27], 9: [1, null, 3] },
  ))

  it('takes attributes in any order and quotes', () => ambos(
    { hojas: ['<row spans="1:3" r="1" ht="15"  hidden="1" >\n  <c t="str" s="0" r="A1"  ><v>a</v></c>\n  <c cm=\'1\' r="B1"><f ca="1">NOW()</f><v>2</v></c></row>'] },
    { 1: ['a', 2] },
  ))

  it('reads hidden rows and passes over ghosts', () => ambos(
    { hojas: ['<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" s="3" customFormat="1"><c r="A2" s="3"/><c r="B2" s="3"></c></row><row r="3"/><row r="4"><c r="A4"><v>4</v></c></row>'] },
    { 1: [1], 4: [4] },
  ))

  it('blanks what merged areas hide', () => ambos(
    { hojas: ['<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>'], trasDatos: '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>' },
    { 1: [1, null, 3], 3: [5] },
  ))
})

describe('the package', () => {
  const uno = '<row r="1"><c r="A1"><v>1</v></c></row>'

  it.each(['x', 'ss', 'largo-prefijo'])('reads elements with the prefix %s', async (prefijo) => {
    const x = `${prefijo}:`
    expect(await fila1({ prefijo, hojas: [`<${x}row r="1"><${x}c r="A1"><${x}v>1</${x}v></${x}c><${x}c r="B1" t="inlineStr"><${x}is><${x}t>b</${x}t></${x}is></${x}c></${x}row>`] })).toEqual([1, 'b'])
  })

  it('reads a strict workbook as a transitional one', () => ambos({ estricto: true, hojas: [uno], cadenas: '<si><t>a</t></si>' }, { 1: [1] }))

  it('reads a part with a byte order mark', () => ambos({ hojas: [`\uFEFF${hojaXml(uno)}`] }, { 1: [1] }))

  it('reads stored parts, and parts whose sizes come after them', async () => {
    for (const forma of [{ guardada: true }, { descriptor: true }, { guardada: true, descriptor: true }]) {
      await ambos({ hojas: [uno], retocar: partes => partes.map(p => ({ ...p, ...forma })) }, { 1: [1] })
    }
  })

  it('does not tell capitals from small letters in part names, and follows targets from the root', () => ambos(
    { hojas: [uno], retocar: partes => partes.map(p => p.nombre.endsWith('workbook.xml.rels') ? { ...p, datos: String(p.datos).replace('Target="worksheets/', 'Target="/xl/worksheets/') } : p.nombre.includes('sheet1') ? { ...p, nombre: 'xl/Worksheets/Sheet1.xml' } : p) },
    { 1: [1] },
  ))

  it('reads the visible sheets in the workbook\'s order, and names the hidden ones', async () => {
    const bytes = libro({ hojas: [uno, uno.replace('>1<', '>2<'), uno, '', '<row r="1"><c r="A1" s="1"/></row>'], nombres: ['B &amp; C', 'A', 'Oculta', 'Vacía', 'Solo estilos'], estados: { 2: 'veryHidden' } })
    const r = await rapido(bytes)
    expect(r).toEqual(await sheetjs(bytes))
    expect(r).toMatchObject({ tipo: 'libro', dicho: { ocultas: ['Oculta'], hojas: [{ nombre: 'B & C', filas: [{ fila: 1, celdas: [1] }] }, { nombre: 'A' }] } })
    if (r.tipo === 'libro') expect(r.dicho.hojas).toHaveLength(2)
  })

  it('passes over sheets that are charts', async () => {
    const bytes = libro({ hojas: [uno, '<?xml version="1.0"?><chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'], retocar: partes => partes.map(p => ({ ...p, datos: String(p.datos).replace(/relationships\/worksheet" Target="worksheets\/sheet2/, 'relationships/chartsheet" Target="worksheets/sheet2') })) })
    const r = await rapido(bytes)
    expect(r).toMatchObject({ tipo: 'libro', dicho: { hojas: [{ nombre: 'Hoja1' }] } })
  })

  it('gives the first rows by their position', async () => {
    const r = await rapido(libro({ hojas: ['<row r="3"><c r="B3"><v>1</v></c></row><row r="140"><c r="A140"><v>2</v></c></row>'] }))
    expect(r).toMatchObject({ tipo: 'libro', dicho: { hojas: [{ primeras: [[], [], [null, 1]] }] } })
  })
})
