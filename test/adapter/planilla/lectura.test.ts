import ExcelJS from 'exceljs'
import { describe, expect, test, vi } from 'vitest'
import * as XLSX from 'xlsx'
import { claseDeFormato } from '../../../electron/proceso-planilla/formato-celda.ts'
import { sinFilasFantasma } from '../../../electron/proceso-planilla/hoja-fantasma.ts'
import type { FilaVista } from '../../../shared/ipc/modelos.ts'
import { ENCABEZADOS, archivoCon, banco, csvDe, escribir, fallaDe, filaNumeros, filaTexto, hojaDe, hojaUnica, libroDe, opciones, valor, type Banco, type CeldaHoja } from './soporte.ts'

vi.setConfig({ testTimeout: 60_000 })
// Where the product is used, and where local midnights were seen to move dates by a day.
process.env['TZ'] = 'America/Santiago'
const columna = (titulo: (typeof ENCABEZADOS)[number]): number => ENCABEZADOS.indexOf(titulo)

async function importar(b: Banco, nombre: string, bytes: Uint8Array | string): ReturnType<Banco['planillas']['importar']> {
  return b.planillas.importar(await archivoCon(nombre, bytes), opciones())
}
async function filasDe(b: Banco, id: string, tabla = 'unica'): Promise<FilaVista[]> {
  const { ids } = valor(await b.planillas.indice(id, tabla, 'todas', ''))
  return valor(await b.planillas.filas(id, tabla, [...ids])).filas
}
async function celda(b: Banco, id: string, titulo: (typeof ENCABEZADOS)[number], fila = 0): Promise<FilaVista['celdas'][number] | undefined> {
  return (await filasDe(b, id))[fila]?.celdas[columna(titulo)]
}
/** Replaces one cell of the row. */
const conCelda = (fila: CeldaHoja[], titulo: (typeof ENCABEZADOS)[number], c: CeldaHoja): CeldaHoja[] => fila.with(columna(titulo), c)

describe.each([['xlsx', 'avance.xlsx'], ['biff8', 'avance.xls'], ['ods', 'avance.ods'], ['xlsb', 'avance.xlsb']] as const)('written by SheetJS as %s', (tipo, nombre) => {
  test('every row, with dates, durations and percents by their formats', async () => {
    const b = await banco()
    const r = valor(await importar(b, nombre, escribir(libroDe({ Avance: hojaUnica(8) }), tipo)))
    expect({ errores: r.errores, disposicion: r.disposicion, filas: r.tablas[0]?.filas, notas: r.notas }).toEqual({ errores: 0, disposicion: 'hoja-unica', filas: 8, notas: [] })
    expect((await celda(b, r.id, 'Fecha de inicio del alumno'))?.texto).toBe('02-11-2026')
    expect((await celda(b, r.id, 'Fecha de término del alumno'))?.texto).toBe('18-12-2026')
    expect(await celda(b, r.id, 'Tiempo de conectividad del módulo')).toMatchObject({ texto: '1:30:00', convertido: '5400' })
    expect(await celda(b, r.id, 'Avance del alumno (%)')).toMatchObject({ texto: '45 %', convertido: '45' })
    expect((await filasDe(b, r.id))[0]?.fila).toBe(2)
    const { curso } = valor(await b.planillas.curso(r.id, 'RLAB-01', 'RLAB-01-1', 0, 500))
    expect(curso.listaAlumnos[0]).toMatchObject({ rutAlumno: 11111111, fechaInicio: '2026-11-02', fechaFin: '2026-12-18', tiempoConectividad: 5400, porcentajeAvance: 45 })
  })

  test('dates of the 1904 system are the same days; durations do not move', async () => {
    const b = await banco()
    const libro = libroDe({ Avance: hojaDe([[...ENCABEZADOS], filaNumeros(0, 1462)]) })
    libro.Workbook = { WBProps: { date1904: true } }
    const r = valor(await importar(b, nombre, escribir(libro, tipo)))
    expect((await celda(b, r.id, 'Fecha de inicio del alumno'))?.texto).toBe('02-11-2026')
    expect((await celda(b, r.id, 'Tiempo de conectividad del módulo'))?.texto).toBe('1:30:00')
    expect(r.errores).toBe(0)
  })

  test('only the top left of a merged area counts, and blanks repeat it', async () => {
    const b = await banco()
    const hoja = hojaDe([[...ENCABEZADOS], filaNumeros(0), conCelda(conCelda(filaNumeros(4), 'Código de oferta', 'OCULTA-DEBAJO'), 'Código de grupo', 'OCULTO')])
    hoja['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }, { s: { r: 1, c: 1 }, e: { r: 2, c: 1 } }]
    const r = valor(await importar(b, nombre, escribir(libroDe({ Avance: hoja }), tipo)))
    expect((await celda(b, r.id, 'Código de oferta', 1))?.texto).toBe('')
    expect(r.cursos.map(c => c.codigoOferta)).toEqual(['RLAB-01'])
  })
})

describe('cells', () => {
  test('error cells, booleans and leading zeros arrive as they are', async () => {
    const b = await banco()
    const fila = conCelda(conCelda(conCelda(filaNumeros(0), 'Avance del módulo (%)', { t: 'e', v: 0x2a }), 'Código del módulo', '0012'), 'Estado del módulo', true)
    const r = valor(await importar(b, 'a.xlsx', escribir(libroDe({ Avance: hojaDe([[...ENCABEZADOS], fila]) }), 'xlsx')))
    expect(await celda(b, r.id, 'Avance del módulo (%)')).toMatchObject({ texto: '#N/A', nivel: 'error' })
    expect((await celda(b, r.id, 'Código del módulo'))?.texto).toBe('0012')
    expect((await celda(b, r.id, 'Estado del módulo'))?.texto).toBe('VERDADERO')
  })

  test('a formula gives its stored value, a link and rich text their text', async () => {
    const libro = new ExcelJS.Workbook()
    const hoja = libro.addWorksheet('Avance')
    hoja.addRow([...ENCABEZADOS])
    const fila = hoja.addRow(filaTexto(0))
    fila.getCell(columna('Avance del módulo (%)') + 1).value = { formula: '30*2', result: 60 }
    fila.getCell(columna('Código del módulo') + 1).value = { text: 'MA01', hyperlink: 'https://example.org/' }
    fila.getCell(columna('Actividades del módulo') + 1).value = { richText: [{ text: 'ACT01; ' }, { font: { bold: true }, text: 'ACT02' }] }
    fila.getCell(columna('Fecha de inicio del módulo') + 1).value = new Date(Date.UTC(2026, 10, 2))
    fila.getCell(columna('Fecha de inicio del módulo') + 1).numFmt = 'dd/mm/yyyy'
    const b = await banco()
    const r = valor(await importar(b, 'excel.xlsx', new Uint8Array(await libro.xlsx.writeBuffer())))
    expect(r.errores).toBe(0)
    expect((await celda(b, r.id, 'Avance del módulo (%)'))?.texto).toBe('60')
    expect((await celda(b, r.id, 'Código del módulo'))?.texto).toBe('MA01')
    expect((await celda(b, r.id, 'Actividades del módulo'))?.texto).toBe('ACT01; ACT02')
    expect((await celda(b, r.id, 'Fecha de inicio del módulo'))?.texto).toBe('02-11-2026')
  })

  test('a heading or a sheet called __proto__ harms nothing', async () => {
    const b = await banco()
    const hoja = hojaDe([[...ENCABEZADOS, '__proto__', 'constructor'], [...filaNumeros(0), 'x', 'y']])
    const r = valor(await importar(b, 'a.xlsx', escribir(libroDe({ __proto__x: hojaDe([['nada']]), Avance: hoja }), 'xlsx')))
    expect(r.errores).toBe(0)
    expect(r.notas).toContain('En la hoja «Avance», las columnas «__proto__», «constructor» no se usan.')
    const proto = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(proto, hojaUnica(1), '__proto__')
    expect(valor(await importar(b, 'b.xlsx', escribir(proto, 'xlsx'))).tablas[0]?.hoja).toBe('__proto__')
    expect(({} as Record<string, unknown>)['!data']).toBeUndefined()
  })

  test('hidden sheets are passed over and said', async () => {
    const b = await banco()
    for (const [nombre, tipo] of [['a.xlsx', 'xlsx'], ['a.xls', 'biff8']] as const) {
      const libro = libroDe({ Avance: hojaUnica(2), Secreta: hojaUnica(3) })
      libro.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
      const r = valor(await importar(b, nombre, escribir(libro, tipo)))
      expect(r.notas).toEqual(['La hoja oculta «Secreta» no se leyó. Si tiene datos, muéstrela en Excel e importe de nuevo.'])
      expect(r.tablas[0]?.filas).toBe(2)
    }
  })
})

describe('ghost rows', () => {
  test('styled empty rows between and after the data neither show nor count', async () => {
    const libro = new ExcelJS.Workbook()
    const hoja = libro.addWorksheet('Avance')
    hoja.addRow([...ENCABEZADOS])
    hoja.addRow(filaTexto(0))
    for (let i = 3; i <= 3000; i++) {
      const fila = hoja.getRow(i)
      for (let c = 1; c <= ENCABEZADOS.length; c++) fila.getCell(c).style = { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } } }
    }
    hoja.getRow(2000).values = filaTexto(4)
    const b = await banco()
    const r = valor(await importar(b, 'fantasmas.xlsx', new Uint8Array(await libro.xlsx.writeBuffer())))
    expect((await filasDe(b, r.id)).map(f => f.fila)).toEqual([2, 2000])
    expect(r.errores).toBe(0)
  })
})

describe('text files', () => {
  const filas = [[...ENCABEZADOS], filaTexto(0), filaTexto(4)]
  test.each([
    ['Windows-1252 with semicolons', Buffer.from(csvDe(filas), 'latin1')],
    ['UTF-8 with its mark and commas', Buffer.from(`\ufeff${csvDe(filas, ',')}`)],
    ['UTF-8 without mark and tabs', Buffer.from(csvDe(filas, '\t'))],
    ['UTF-16, as Excel saves "Texto Unicode"', Buffer.from(`\ufeff${csvDe(filas, '\t')}`, 'utf16le')],
    ['sep=; in the first line, and all cells quoted', Buffer.from(`sep=;\r\n${csvDe(filas.map(f => f.map(c => `"${c}"`)))}`)],
  ])('%s', async (_, bytes) => {
    const b = await banco()
    // `;` inside a cell of a file cut by `;` has to be quoted.
    const texto = bytes.includes(Buffer.from('"')) || !bytes.includes(Buffer.from('oferta;')) ? bytes : Buffer.from(bytes.toString('latin1').replaceAll('ACT01; ACT02', '"ACT01; ACT02"'), 'latin1')
    const r = valor(await importar(b, 'avance.csv', texto))
    expect({ errores: r.errores, filas: r.tablas[0]?.filas, hoja: r.tablas[0]?.hoja }).toEqual({ errores: 0, filas: 2, hoja: 'Datos' })
    expect((await celda(b, r.id, 'Actividades del módulo'))?.texto).toBe('ACT01; ACT02')
    expect((await celda(b, r.id, 'Fecha de inicio del alumno'))?.texto).toBe('02-11-2026')
  })

  test('cells stay the text that was written: no number, date or formula is made of them', async () => {
    const b = await banco()
    const fila = filaTexto(0).with(columna('Código del módulo'), '="0012"').with(columna('Avance del módulo (%)'), '45,9').with(columna('Actividades del módulo'), '"di ""ACT;01"""')
    const r = valor(await importar(b, 'a.csv', csvDe([[...ENCABEZADOS], fila, filaTexto(4).with(columna('Estado del módulo'), '#N/D').with(columna('Actividades del módulo'), 'A')])))
    expect((await celda(b, r.id, 'Código del módulo'))?.texto).toBe('0012')
    expect(await celda(b, r.id, 'Avance del módulo (%)')).toMatchObject({ texto: '45,9', convertido: '45' })
    expect((await celda(b, r.id, 'Actividades del módulo'))?.texto).toBe('di "ACT;01"')
    expect(await celda(b, r.id, 'Estado del módulo', 1)).toMatchObject({ texto: '#N/D', nivel: 'error' })
  })

  test('quotes that never close are named by their row', async () => {
    const b = await banco()
    const f = fallaDe(await importar(b, 'a.csv', csvDe([[...ENCABEZADOS], filaTexto(0).with(14, 'A'), filaTexto(1).with(14, '"A')])))
    expect(f.codigo).toBe('comillas-abiertas')
    expect(f.explicacion).toContain('fila 3')
  })
})

test('two sheets of the template by their names, and the sheets without use said', async () => {
  const b = await banco()
  const alumnos = hojaDe([['RUT del alumno', 'Código de oferta', 'Código de grupo', 'Tiempo de conectividad del alumno', 'Estado del alumno', 'Avance del alumno (%)', 'Fecha de inicio del alumno', 'Fecha de término del alumno'], ['11.111.111-1', 'A', 'A1', 100, 1, 10, '02-11-2026', '18-12-2026']])
  const modulos = hojaDe([['RUT del alumno', 'Código de oferta', 'Código de grupo', 'Código del módulo', 'Tiempo de conectividad del módulo', 'Estado del módulo', 'Avance del módulo (%)', 'Fecha de inicio del módulo', 'Fecha de término del módulo', 'Actividades del módulo'], ['11.111.111-1', 'A', 'A1', 'M1', 100, 1, 10, '02-11-2026', '27-11-2026', 'X']])
  const r = valor(await importar(b, 'a.xlsx', escribir(libroDe({ Alumnos: alumnos, Modulos: modulos, Cualquiera: hojaDe([['hola']]) }), 'xlsx')))
  expect(r.disposicion).toBe('por-hojas')
  expect(r.tablas.map(t => [t.id, t.filas])).toEqual([['alumnos', 1], ['modulos', 1]])
  expect(r.notas).toEqual(['La hoja «Cualquiera» no se usó: no tiene los encabezados que se esperan.'])
  expect(r.errores).toBe(0)
})

describe('sinFilasFantasma', () => {
  const hoja = (filas: string): Buffer => Buffer.from(`<worksheet><cols><col/></cols><sheetData>${filas}</sheetData><rowBreaks><v/></rowBreaks></worksheet>`)
  const llena = '<row r="1"><c r="A1"><v>1</v></c></row>'
  const enLinea = '<row r="3"><c r="A3" t="inlineStr"><is><t>x</t></is></c></row>'
  const fantasma = '<row r="2" s="4"><c r="A2" s="4"/><c r="B2" s="4"></c></row>'
  test('rows without a value are cut out, wherever they stand', () => {
    expect(sinFilasFantasma(hoja(`${fantasma}${llena}${fantasma}${fantasma}${enLinea}${fantasma}<row r="9"/>`)).toString()).toBe(hoja(llena + enLinea).toString())
    expect(sinFilasFantasma(hoja(fantasma)).toString()).toBe(hoja('').toString())
  })
  test('nothing is copied without ghosts, nor guessed where rows have no number or the XML has prefixes', () => {
    for (const xml of [hoja(llena + enLinea), hoja('<row><c><v>1</v></c></row><row><c s="1"/></row><row><c><v>2</v></c></row>'), Buffer.from('<x:sheetData><x:row r="1"/></x:sheetData>')]) expect(sinFilasFantasma(xml)).toBe(xml)
  })
})

test.each([
  ['0%', 'porcentaje'], ['0.00%', 'porcentaje'], ['dd-mm-yyyy', 'fecha'], ['m/d/yy', 'fecha'], ['[$-340A]d" de "mmmm" de "yyyy', 'fecha'], ['dd/mm/yyyy hh:mm', 'fecha'], ['mmm-yy', 'fecha'],
  ['[h]:mm:ss', 'duracion'], ['h":"mm', 'duracion'], ['mm:ss.0', 'duracion'], ['h:mm AM/PM', 'duracion'],
  ['General', 'numero'], ['#,##0', 'numero'], ['"días" 0', 'numero'], ['0.00E+00', 'numero'], ['[Red]-#,##0', 'numero'], ['@', 'numero'], ['\\d0', 'numero'],
])('the format %s says %s', (formato, clase) => {
  expect(claseDeFormato(formato)).toBe(clase)
})
