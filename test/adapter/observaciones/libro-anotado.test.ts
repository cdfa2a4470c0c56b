/** The person's own workbook back: what was asked for is in it, and nothing else changed. */
import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { construirMuestra } from '../../../electron/adapters/plantilla/muestra.ts'
import { marcaDe } from '../../../electron/proceso-planilla/observaciones/marca.ts'
import { celdaXml, filaXml, libroXml } from '../../corpus/libro-xml.ts'
import { ENCABEZADOS, HOY, filaTexto } from '../planilla/soporte.ts'
import { EXPORTACION, abrir, agregadas, exportarDe, parte, tocadas } from './soporte.ts'

const muestra = async (): Promise<Buffer> => Buffer.from(await construirMuestra('con-problemas', HOY))
const leerConExceljs = async (bytes: Uint8Array): Promise<exceljs.Workbook> => {
  const libro = new exceljs.Workbook()
  await libro.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer)
  return libro
}
const notaDe = (c: exceljs.Cell): string => (typeof c.note === 'string' ? c.note : (c.note?.texts ?? []).map(t => t.text).join(''))
const ESTILOS = '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
const LETRAS = 'ABCDEFGHIJKLMNO'
/** "Hoja única" by hand: the headings, and a row for each, changed by column letter. */
const filas = (cuantas: number, cambio: (fila: number, letra: string, xml: string) => string = (_f, _l, xml) => xml, primera = 1): string => {
  const titulos = filaXml(primera, ENCABEZADOS)
  return titulos + Array.from({ length: cuantas }, (_, i) => {
    const n = primera + 1 + i
    return `<row r="${n}">${filaTexto(i).map((t, c) => cambio(n, LETRAS[c] ?? '', celdaXml(`${LETRAS[c]}${n}`, t))).join('')}</row>`
  }).join('')
}
const unica = (xml: string, otro: Partial<Parameters<typeof libroXml>[0]> = {}, nombre = 'Avance'): Buffer => libroXml({ hojas: [{ nombre, xml }], estilos: ESTILOS, ...otro })

describe('the sample', () => {
  test('every part that was not asked for keeps its bytes; values, colours, notes and the list are in', async () => {
    const antes = await muestra()
    const b = await abrir(antes)
    b.mesa.editar('modulos', [{ filaId: 3, columna: 'modulo.porcentajeAvance', texto: '77' }])
    const e = await exportarDe(b)
    expect([e.clase, e.escritas, e.sinEscribir]).toEqual(['mismo', 1, []])
    const hojas = ['sheet3', 'sheet4']
    expect(tocadas(antes, e.bytes)).toEqual([
      '[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/comments3.xml', 'xl/comments4.xml', 'xl/drawings/vmlDrawing3.vml', 'xl/drawings/vmlDrawing4.vml',
      'xl/styles.xml', 'xl/workbook.xml', ...hojas.map(h => `xl/worksheets/${h}.xml`),
    ])
    expect(agregadas(antes, e.bytes)).toEqual(['docProps/custom.xml', 'xl/worksheets/sheet7.xml'])

    const libro = await leerConExceljs(e.bytes)
    const original = await leerConExceljs(antes)
    const modulos = libro.getWorksheet('Modulos')
    expect(modulos?.getCell('G3').value).toBe(77)
    const mala = modulos?.getCell('C4')
    expect(mala?.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
    expect(notaDe(mala as exceljs.Cell)).toMatch(/^Error\nEl dígito verificador .* cifra equivocada\.\nQué hacer: /s)
    // Of a coloured cell nothing else changed, and of the heading's note nothing at all.
    const suya = original.getWorksheet('Modulos')?.getCell('C4')
    expect({ ...mala?.style, fill: null }).toEqual({ ...suya?.style, fill: null })
    expect(notaDe(modulos?.getCell('C1') as exceljs.Cell)).toBe(notaDe(original.getWorksheet('Modulos')?.getCell('C1') as exceljs.Cell))
    expect(modulos?.getColumn(3).width).toBe(original.getWorksheet('Modulos')?.getColumn(3).width)

    const lista = libro.getWorksheet('Observaciones')
    const textos = lista?.getSheetValues().flatMap(f => (Array.isArray(f) ? f : [])).filter(v => typeof v === 'string') ?? []
    expect(textos).toContain(`Código para reconocer esta planilla: ${marcaDe(EXPORTACION)}`)
    const hoja = XLSX.read(e.bytes).Sheets['Observaciones']
    const fila = XLSX.utils.sheet_to_json<string[]>(hoja as XLSX.WorkSheet, { header: 1 }).findIndex(f => f[1] === 'Modulos' && f[2] === 'C4') + 1
    expect((hoja?.[`C${fila}`] as XLSX.CellObject | undefined)?.l?.Target).toBe("#'Modulos'!C4")
  })

  test('opened again it says what the draft says, with no sheet, note or colour taken for data', async () => {
    const b = await abrir(await muestra())
    b.mesa.editar('modulos', [{ filaId: 3, columna: 'modulo.porcentajeAvance', texto: '77' }, { filaId: 4, columna: 'modulo.fechaFin', texto: '30-11-2026' }, { filaId: 5, columna: 'modulo.tiempoConectividad', texto: '2:00:00' }])
    const e = await exportarDe(b)
    const otra = await abrir(e.bytes)
    expect(otra.original.exportacion).toBe(EXPORTACION)
    expect(otra.mesa.resumen('b').tablas.map(t => [t.id, t.filas, t.errores, t.avisos])).toEqual(b.mesa.resumen('b').tablas.map(t => [t.id, t.filas, t.errores, t.avisos]))
    expect(otra.mesa.resumen('b').notas).toEqual(b.mesa.resumen('b').notas)
    const distintas = b.mesa.observaciones().flatMap(t => t.editadas.map(x => ({ tabla: t.id, filaId: x.filaId, columna: x.columna, celda: x.celda })))
    expect(b.mesa.compararCon(otra.mesa, distintas)).toEqual({ celdas: [], quitadas: [], nuevas: [], sinHoja: [] })
  })
})

describe('rows that were added in the program', () => {
  const nueva = (i: number): Record<string, string> => ({ 'alumno.rut': ['22.222.222-2', '20.347.878-8'][i] ?? '', 'modulo.codigoModulo': 'MA09', 'modulo.porcentajeAvance': '33', 'modulo.fechaInicio': '02-11-2026' })
  const agregar = (b: Awaited<ReturnType<typeof abrir>>, cuantas: number): number[] => {
    b.mesa.agregarEnBlanco('unica', cuantas)
    const ids = [...b.mesa.indice('unica', 'todas', '')].slice(-cuantas)
    ids.forEach((filaId, i) => b.mesa.editar('unica', Object.entries(nueva(i)).map(([columna, texto]) => ({ filaId, columna, texto }))))
    return ids
  }
  test('go after the last row that holds anything, looking as the last of data, with a note; a row that only has looks is used', async () => {
    const fecha = (n: number): string => `<c r="M${n}" s="1"/>`
    const xml = filas(3, (_, l, celda) => (l === 'M' ? celda.replace('<c ', '<c s="1" ') : celda)).replace('<row r="4">', '<row r="4" ht="22" customHeight="1" spans="1:15">')
      + `<row r="6">${celdaXml('A6', 'Total')}</row><row r="8">${fecha(8)}</row><row r="200">${fecha(200)}</row>`
    const b = await abrir(unica(xml))
    const ids = agregar(b, 2)
    const e = await exportarDe(b)
    expect([e.clase, e.escritas, e.sinEscribir, e.agregadas]).toEqual(['mismo', 8, [], ids.map((filaId, i) => ({ tabla: 'unica', filaId, fila: 7 + i }))])
    const hoja = parte(e.bytes, 'xl/worksheets/sheet1.xml')
    expect([...hoja.matchAll(/<row r="(\d+)"/g)].map(m => Number(m[1]))).toEqual([1, 2, 3, 4, 6, 7, 8, 200])
    expect(hoja).toMatch(/<row r="7" ht="22" customHeight="1">/)
    const libro = (await leerConExceljs(e.bytes)).getWorksheet('Avance')
    const [siete, ocho] = [7, 8].map(n => (c: string) => libro?.getCell(`${c}${n}`) as exceljs.Cell)
    expect([siete?.('C').value, siete?.('M').value instanceof Date, siete?.('M').numFmt, ocho?.('C').value]).toEqual(['22.222.222-2', true, libro?.getCell('M4').numFmt, '20.347.878-8'])
    expect(notaDe(siete?.('C') as exceljs.Cell)).toContain('Usted agregó esta fila en Puente SIC.')
    // What is wrong with it is in its cell and in the list, which points there.
    expect(siete?.('K').fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } })
    const lista = XLSX.utils.sheet_to_json<string[]>(XLSX.read(e.bytes).Sheets['Observaciones'] as XLSX.WorkSheet, { header: 1 })
    expect(lista.some(f => f[0] === 'Error' && f[2] === 'K7')).toBe(true)
  })
  test('a merged area or a formula of several cells below the data is left alone, and a part without the numbers of its rows is counted', async () => {
    const b = await abrir(unica(`${filas(2)}<row r="5"><c r="A5"><f t="array" ref="A5:A6">B1:B2</f><v>1</v></c></row>`, {}, 'Avance'))
    agregar(b, 1)
    expect((await exportarDe(b)).agregadas[0]?.fila).toBe(7)
    const sin = await abrir(unica(filas(2).replace(/<row r="\d+"/g, '<row')))
    agregar(sin, 1)
    expect((await exportarDe(sin)).agregadas[0]?.fila).toBe(4)
  })
})

describe('what a workbook may hold', () => {
  test('a note of the person stays, and the list says what was found there', async () => {
    const comentarios = '<?xml version="1.0"?><comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>María</author></authors><commentList><comment ref="L2" authorId="0"><text><t>ojo aquí</t></text></comment></commentList></comments>'
    const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const bytes = unica(filas(2, (n, l, xml) => (l === 'L' ? celdaXml(`L${n}`, '85.5') : xml)), {
      otras: [
        { nombre: 'xl/comments1.xml', datos: comentarios },
        { nombre: 'xl/worksheets/_rels/sheet1.xml.rels', datos: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/comments" Target="../comments1.xml"/></Relationships>` },
      ],
    })
    const e = await exportarDe(await abrir(bytes))
    const xml = parte(e.bytes, 'xl/comments1.xml')
    expect(xml).toContain('<comment ref="L2" authorId="0"><text><t>ojo aquí</t></text></comment>')
    expect(xml.match(/ref="L2"/g)).toHaveLength(1)
    expect(xml).toContain('ref="L3"')
    expect(parte(e.bytes, 'xl/worksheets/sheet2.xml')).toContain('1 celda ya tenía una nota suya')
  })

  test('formulas stay; a value over one leaves no order of calculation behind; one of several cells is left and said', async () => {
    const formula = (n: number, l: string, xml: string): string => (l !== 'L' ? xml
      : n === 2 ? '<c r="L2"><f t="shared" ref="L2:L4" si="0">ROUND(F2,0)</f><v>60</v></c>' : n === 3 ? '<c r="L3"><f t="shared" si="0"/><v>60</v></c>' : n === 4 ? '<c r="L4"><f t="shared" si="0"/><v>60</v></c>' : '<c r="L5"><f>F5+1</f><v>61</v></c>')
    const cadena = '<?xml version="1.0"?><calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="L2" i="1"/><c r="L3" i="1"/></calcChain>'
    const bytes = unica(filas(4, formula), {
      otras: [{ nombre: 'xl/calcChain.xml', datos: cadena }],
      retocar: partes => partes.map(p => (p.nombre === 'xl/_rels/workbook.xml.rels' ? { ...p, datos: String(p.datos).replace('</Relationships>', '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>') } : p)),
    })
    const b = await abrir(bytes)
    const cambio = (filaId: number, texto: string): void => { b.mesa.editar('unica', [{ filaId, columna: 'modulo.porcentajeAvance', texto }]) }
    cambio(2, '70'); cambio(3, '71')
    const e = await exportarDe(b)
    expect([e.clase, e.escritas, e.sinEscribir]).toEqual(['mismo', 1, ['Avance L2']])
    const hoja = parte(e.bytes, 'xl/worksheets/sheet1.xml')
    expect(hoja).toContain('<f t="shared" ref="L2:L4" si="0">ROUND(F2,0)</f><v>60</v>')
    expect(hoja).toContain('<c r="L3"><v>71</v></c>')
    expect(hoja).toContain('<c r="L4"><f t="shared" si="0"/><v>60</v></c>')
    expect(hoja).toContain('<c r="L5"><f>F5+1</f><v>61</v></c>')
    expect(agregadas(e.bytes, bytes)).toEqual(['xl/calcChain.xml'])
    expect(parte(e.bytes, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain')
    expect(parte(e.bytes, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
  })

  test('1904 dates, percents and durations are written as the cell keeps them', async () => {
    const estilos = ESTILOS.replace('<cellXfs count="2">', '<cellXfs count="4">').replace('</cellXfs>', '<xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="46" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>')
    const bytes = unica(filas(1, (n, l, xml) => (l === 'N' ? `<c r="N${n}" s="1"><v>44891</v></c>` : l === 'L' ? `<c r="L${n}" s="2"><v>0.6</v></c>` : l === 'J' ? `<c r="J${n}" s="3"><v>0.0625</v></c>` : xml)), { es1904: true, estilos })
    const b = await abrir(bytes)
    b.mesa.editar('unica', [{ filaId: 2, columna: 'modulo.fechaFin', texto: '28-11-2026' }, { filaId: 2, columna: 'modulo.porcentajeAvance', texto: '61' }, { filaId: 2, columna: 'modulo.tiempoConectividad', texto: '7200' }])
    const hoja = parte((await exportarDe(b)).bytes, 'xl/worksheets/sheet1.xml')
    expect(hoja).toContain('<c r="N2" s="1"><v>44892</v></c>')
    expect(hoja).toContain('<c r="L2" s="2"><v>0.61</v></c>')
    expect(hoja).toMatch(/<c r="J2" s="3"><v>0\.08333\d+<\/v><\/c>/)
  })

  test('under a merged area nothing is written, and its note hangs from the cell that is seen', async () => {
    const b = await abrir(unica(filas(2, (n, l, xml) => (l === 'L' && n === 2 ? celdaXml('L2', 'x') : l === 'L' ? '<c r="L3"/>' : xml)), {
      retocar: p => p.map(x => (x.nombre.endsWith('sheet1.xml') ? { ...x, datos: String(x.datos).replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="L2:L3"/></mergeCells>') } : x)),
    }))
    b.mesa.editar('unica', [{ filaId: 3, columna: 'modulo.porcentajeAvance', texto: '60' }])
    const e = await exportarDe(b)
    expect(e.sinEscribir).toEqual(['Avance L3'])
    expect(parte(e.bytes, 'xl/comments1.xml').match(/ref="L\d"/g)).toEqual(['ref="L2"'])
  })

  test('a column that the file lacks is added after the last, under its heading', async () => {
    const sinEstado = (n: number, l: string, xml: string): string => (l === 'K' ? celdaXml(`K${n}`, 'apunte') : xml)
    const bytes = libroXml({ hojas: [{ nombre: 'Avance', xml: filas(2, sinEstado, 3).replace('Estado del módulo', 'Mi columna') }], estilos: ESTILOS })
    const b = await abrir(bytes)
    b.mesa.editar('unica', [{ filaId: 4, columna: 'modulo.estado', texto: '1' }])
    const e = await exportarDe(b)
    const hoja = XLSX.read(e.bytes).Sheets['Avance'] as XLSX.WorkSheet
    expect([hoja['P3'], hoja['P4'], hoja['P5']].map(c => (c as XLSX.CellObject | undefined)?.v)).toEqual(['Estado del módulo', 1, undefined])
    expect((hoja['P5'] as XLSX.CellObject).c?.[0]?.t).toContain('Falta un dato')
    const otra = await abrir(e.bytes)
    expect(otra.mesa.resumen('b').errores).toBe(b.mesa.resumen('b').errores)
  })

  test.each(['=cmd|calc', "O'Brien", 'Ñandú & <b>', '🙂 avance', '-1+1', '@suma'])('a sheet called %s is named and linked as it is, and never read as a formula', async (nombre) => {
    const b = await abrir(unica(filas(1, (n, l, xml) => (l === 'L' ? celdaXml(`L${n}`, '=HYPERLINK("http://x")') : xml)), {}, nombre))
    const e = await exportarDe(b)
    expect(e.clase).toBe('mismo')
    const libro = XLSX.read(e.bytes)
    const lista = libro.Sheets['Observaciones'] as XLSX.WorkSheet
    const celdas = Object.entries(lista).filter(([k]) => /^[A-G]\d+$/.test(k)).map(([, c]) => c as XLSX.CellObject)
    expect(celdas.filter(c => c.f !== undefined || /^[=+\-@]/.test(String(c.v)))).toEqual([])
    expect(celdas.map(c => c.l?.Target).filter(d => d !== undefined)).toEqual([`#'${nombre.replaceAll("'", "''")}'!L2`])
    expect(libro.SheetNames[0]).toBe(nombre)
  })

  test('elements with a prefix are written with it', async () => {
    const bytes = unica(filas(1, (n, l, xml) => (l === 'L' ? celdaXml(`L${n}`, 'x') : xml)), {
      retocar: p => p.map(x => (x.nombre.endsWith('.xml') && x.nombre.startsWith('xl/w') ? { ...x, datos: String(x.datos).replace(/xmlns="http:\/\/schemas.openxmlformats.org\/spreadsheetml/, 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml').replace(/<(\/?)(?=[a-z])(?!\?)/gi, '<$1x:') } : x)),
    })
    const notas: string[] = []
    const e = await exportarDe(await abrir(bytes), notas)
    expect([e.clase, notas]).toEqual(['mismo', []])
    expect(parte(e.bytes, 'xl/worksheets/sheet1.xml')).toContain('<x:legacyDrawing ')
    expect((await abrir(e.bytes)).mesa.resumen('b').errores).toBe(1)
  })

  test('a strict workbook, and every other format, comes back as a new one with the same rows', async () => {
    const notas: string[] = []
    const b = await abrir(unica(filas(2, (n, l, xml) => (l === 'L' ? celdaXml(`L${n}`, 'x') : xml)), { estricto: true }))
    b.mesa.editar('unica', [{ filaId: 2, columna: 'modulo.porcentajeAvance', texto: '70' }])
    const e = await exportarDe(b, notas)
    expect([e.clase, notas.length]).toEqual(['nuevo', 1])
    const otra = await abrir(e.bytes)
    expect(otra.original.exportacion).toBe(EXPORTACION)
    expect(otra.mesa.resumen('b').errores).toBe(1)
    const csv = [[...ENCABEZADOS], filaTexto(0), filaTexto(1).with(11, '=1+1')].map(f => f.join('\t')).join('\n')
    const deCsv = await exportarDe(await abrir(Buffer.from(csv), 'avance.csv'))
    expect(deCsv.clase).toBe('nuevo')
    const hoja = XLSX.read(deCsv.bytes).Sheets['Datos'] as XLSX.WorkSheet
    expect([(hoja['L3'] as XLSX.CellObject).f, (hoja['L3'] as XLSX.CellObject).v]).toEqual([undefined, '=1+1'])
    expect((await abrir(deCsv.bytes)).mesa.resumen('b').errores).toBe(1)
  })
})
