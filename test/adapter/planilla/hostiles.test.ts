import { describe, expect, test, vi } from 'vitest'
import * as XLSX from 'xlsx'
import { inspeccionar } from '../../../electron/proceso-planilla/inspeccion.ts'
import { importar } from '../../../electron/proceso-planilla/importacion.ts'
import { LIMITES, type Limites } from '../../../electron/proceso-planilla/limites.ts'
import { ENCABEZADOS, HOY, archivoCon, banco, escribir, fallaDe, filaTexto, hojaDe, hojaUnica, libroDe, opciones, valor } from './soporte.ts'
import { hojaXml, libroConHoja, tiposDeExcel, zip, type Parte } from './soporte-zip.ts'

vi.setConfig({ testTimeout: 60_000 })
async function rechazo(nombre: string, bytes: Uint8Array | string): Promise<{ codigo: string; explicacion: string }> {
  const b = await banco()
  const f = fallaDe(await b.planillas.importar(await archivoCon(nombre, bytes), opciones()))
  expect(b.errores).toEqual([])
  expect(valor(await b.planillas.lista())).toEqual([])
  for (const texto of [f.titulo, f.explicacion, f.queHacer]) expect(texto).not.toBe('')
  return f
}
const sano = (): Buffer => escribir(libroDe({ Avance: hojaUnica(50) }), 'xlsx')
const bueno = [[...ENCABEZADOS], filaTexto(0)]

function ole(partes: Record<string, Buffer>): Buffer {
  const contenedor: unknown = XLSX.CFB.utils.cfb_new()
  for (const [nombre, datos] of Object.entries(partes)) XLSX.CFB.utils.cfb_add(contenedor, nombre, datos)
  return Buffer.from(XLSX.CFB.write(contenedor, { type: 'buffer' }) as Uint8Array)
}

describe('each class of file that cannot be read has its own words', () => {
  test.each([
    ['empty', 'a.xlsx', Buffer.alloc(0), 'archivo-vacio'],
    ['a letter renamed .xlsx', 'a.xlsx', 'Estimada señora:\r\nel RUT, el curso y el módulo van adjuntos.', 'no-es-planilla'],
    ['a picture', 'a.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'no-es-planilla'],
    ['a PDF renamed .csv', 'a.csv', '%PDF-1.7 ...', 'no-es-planilla'],
    ['a web page renamed .csv', 'a.csv', '<!DOCTYPE html><title>Ingresar</title><form></form>', 'no-es-planilla'],
    ['bytes renamed .csv', 'a.csv', Buffer.from([82, 85, 84, 0, 1, 2]), 'no-es-planilla'],
    ['a zip that is no workbook', 'a.xlsx', zip([{ nombre: 'foto.jpg', datos: Buffer.from('x') }]), 'no-es-planilla'],
    ['a Word document', 'a.xlsx', zip([{ nombre: '[Content_Types].xml', datos: Buffer.from('<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>') }]), 'no-es-planilla'],
    ['an OLE document that is no workbook', 'a.xls', ole({ WordDocument: Buffer.alloc(600) }), 'no-es-planilla'],
    ['an encrypted .xlsx', 'a.xlsx', ole({ EncryptionInfo: Buffer.alloc(300), EncryptedPackage: Buffer.alloc(5000) }), 'cifrada'],
    ['a zip with encrypted parts', 'a.xlsx', libroConHoja(hojaXml(bueno), [], { cifrada: true }), 'cifrada'],
    ['an encrypted .ods', 'a.ods', zip([{ nombre: 'mimetype', datos: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') }, { nombre: 'META-INF/manifest.xml', datos: Buffer.from('<manifest:manifest><manifest:encryption-data/></manifest:manifest>') }]), 'cifrada'],
    ['cut in half', 'a.xlsx', sano().subarray(0, 4000), 'danada'],
    ['cut at its end', 'a.xlsx', sano().subarray(0, -30), 'danada'],
    ['cut .xls', 'a.xls', escribir(libroDe({ Avance: hojaUnica(200) }), 'biff8').subarray(0, 3000), 'danada'],
    ['no cells', 'a.xlsx', escribir(libroDe({ Hoja1: hojaDe([]) }), 'xlsx'), 'sin-datos'],
    ['no known heading', 'a.xlsx', escribir(libroDe({ Hoja1: hojaDe([['Fruta', 'Precio'], ['Pera', 10]]) }), 'xlsx'), 'sin-encabezados'],
    ['no known heading, csv', 'a.csv', 'Fruta;Precio\r\nPera;10', 'sin-encabezados'],
    ['without a column that places the row', 'a.csv', 'RUT del alumno;Avance del módulo (%);Fecha de inicio del módulo\r\n1-9;2;3', 'faltan-columnas'],
  ])('%s', async (_, nombre, bytes, codigo) => {
    expect((await rechazo(nombre, bytes)).codigo).toBe(codigo)
  })

  test('a BIFF8 workbook whose globals carry FilePass', async () => {
    const xls = escribir(libroDe({ Avance: hojaUnica(2) }), 'biff8')
    const contenedor = XLSX.CFB.read(xls, { type: 'buffer' }) as { FullPaths: string[]; FileIndex: { content: Buffer }[] }
    const libro = Buffer.from(contenedor.FileIndex[contenedor.FullPaths.findIndex(n => n.endsWith('/Workbook'))]?.content ?? [])
    const bof = 4 + libro.readUInt16LE(2)
    const cifrado = Buffer.concat([libro.subarray(0, bof), Buffer.from([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4]), libro.subarray(bof)])
    expect((await rechazo('a.xls', ole({ Workbook: cifrado }))).codigo).toBe('cifrada')
  })

  test('a byte changed inside a part', async () => {
    const bytes = Buffer.from(sano())
    const p = bytes.indexOf('xl/worksheets/sheet1.xml') + 200
    bytes[p] = (bytes[p] ?? 0) ^ 0xff
    expect((await rechazo('a.xlsx', bytes)).codigo).toBe('danada')
  })

  test('a sheet whose text refers to shared strings that are not there is damaged, not half read', async () => {
    const xml = Buffer.from('<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>')
    expect((await rechazo('a.xlsx', libroConHoja(xml))).codigo).toBe('danada')
  })

  test('a file that is not there, and a folder', async () => {
    const b = await banco()
    const ruta = await archivoCon('x.xlsx', 'x')
    expect(fallaDe(await b.planillas.importar(`${ruta}-no`, opciones())).codigo).toBe('archivo-no-existe')
    expect(fallaDe(await b.planillas.importar(ruta.slice(0, -7), opciones())).codigo).toBe('no-es-planilla')
  })
})

describe('limits', () => {
  test('each says its limit', async () => {
    const b = await inspeccionar(Buffer.alloc(2000, 'a'), 'a.csv', { ...LIMITES, archivo: 1000 })
    expect(fallaDe(b).codigo).toBe('archivo-grande')
    const relleno: Parte = { nombre: 'xl/sharedStrings.xml', datos: Buffer.from(Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 251)) }
    const r = fallaDe(await inspeccionar(libroConHoja(hojaXml(bueno), [relleno]), 'a.xlsx', { ...LIMITES, inflado: 50_000 }))
    expect(r.codigo).toBe('contenido-grande')
  })

  const importarCon = async (texto: string, limites: Partial<Limites>): ReturnType<typeof importar> => importar({
    id: 'x', ruta: await archivoCon('a.csv', texto), nombreArchivo: 'a.csv', hoy: HOY, previos: [], senal: { cancelado: () => false }, avisar: () => undefined, anotar: () => undefined, ceder: () => Promise.resolve(), limites: { ...LIMITES, ...limites },
  })
  test('more bytes or rows than the limit, before they are in memory', async () => {
    const filas = ['Código de oferta;Código de grupo;RUT del alumno;Código del módulo', ...Array.from({ length: 4001 }, (_, i) => `A;A1;1-9;M${i}`)].join('\n')
    const porFilas = fallaDe(await importarCon(filas, { filas: 4000 }))
    expect([porFilas.codigo, porFilas.explicacion.includes('más de 4.000 filas')]).toEqual(['demasiadas-filas', true])
    expect((await importarCon(filas, { filas: 4001 })).ok).toBe(true)
    const porBytes = fallaDe(await importarCon(' '.repeat(3_000_000), { archivo: 2_000_000 }))
    expect([porBytes.codigo, porBytes.explicacion.includes('mide 3 MB y el máximo es 2 MB')]).toEqual(['archivo-grande', true])
  })

  test.each<[string, () => Buffer]>([
    ['a part of 70 MB of zeros', () => libroConHoja(Buffer.alloc(70_000_000))],
    ['a part that is more than it declares', () => libroConHoja(Buffer.alloc(5_000_000, ' '), [], { inflado: 1000 })],
    ['many names for the same bytes', () => zip([tiposDeExcel, ...Array.from({ length: 50 }, (_, i): Parte => ({ nombre: `xl/worksheets/sheet${i}.xml`, datos: Buffer.from(hojaXml(bueno)), miente: { posicionDe: 1 } }))])],
    ['five thousand parts', () => zip([tiposDeExcel, ...Array.from({ length: 5000 }, (_, i): Parte => ({ nombre: `xl/p${i}.xml`, datos: Buffer.from('x') }))])],
  ])('zip bomb: %s', async (_, hacer) => {
    expect((await rechazo('a.xlsx', hacer())).codigo).toBe('bomba-zip')
  })
})

describe('what is read all the same, and said', () => {
  test('macros are ignored', async () => {
    const b = await banco()
    const bytes = libroConHoja(hojaXml(bueno), [{ nombre: 'xl/vbaProject.bin', datos: Buffer.from('macro') }])
    const r = valor(await b.planillas.importar(await archivoCon('a.xlsm', bytes), opciones()))
    expect(r.notas).toEqual(['La planilla trae macros. Se ignoraron: no se ejecutó nada de ellas.'])
    expect(r.errores).toBe(0)
  })

  test('an .xlsx renamed .csv is read as what it is', async () => {
    const b = await banco()
    const r = valor(await b.planillas.importar(await archivoCon('a.csv', sano()), opciones()))
    expect(r.tablas[0]?.filas).toBe(50)
    expect(r.notas).toEqual(['El nombre del archivo no corresponde a su contenido: se leyó como libro de Excel.'])
  })

  test('headings without rows are an empty draft, not an error', async () => {
    const b = await banco()
    const r = valor(await b.planillas.importar(await archivoCon('a.xlsx', escribir(libroDe({ Avance: hojaUnica(0) }), 'xlsx')), opciones()))
    expect({ errores: r.errores, filas: r.tablas[0]?.filas, notas: r.notas }).toEqual({ errores: 0, filas: 0, notas: ['La planilla tiene los encabezados, pero ninguna fila con datos debajo.'] })
  })

  test('a hidden sheet of an .ods, which only its style tells', async () => {
    const tabla = (nombre: string, estilo: string): string => `<table:table table:name="${nombre}" table:style-name="${estilo}">${bueno.map(f => `<table:table-row>${f.map(c => `<table:table-cell office:value-type="string"><text:p>${c}</text:p></table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`
    const estilo = (nombre: string, ver: boolean): string => `<style:style style:name="${nombre}" style:family="table"><style:table-properties table:display="${ver}"/></style:style>`
    const contenido = `<office:document-content><office:automatic-styles>${estilo('ta1', true)}${estilo('ta2', false)}</office:automatic-styles><office:body><office:spreadsheet>${tabla('Avance', 'ta1')}${tabla('Vieja &amp; rota', 'ta2')}</office:spreadsheet></office:body></office:document-content>`
    const bytes = zip([
      { nombre: 'mimetype', datos: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') }, { nombre: 'content.xml', datos: Buffer.from(contenido) }, { nombre: 'styles.xml', datos: Buffer.from('<office:document-styles/>') },
      { nombre: 'META-INF/manifest.xml', datos: Buffer.from('<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>') },
    ])
    const b = await banco()
    const r = valor(await b.planillas.importar(await archivoCon('a.ods', bytes), opciones()))
    expect(r.notas).toEqual(['La hoja oculta «Vieja & rota» no se leyó. Si tiene datos, muéstrela en Excel e importe de nuevo.'])
    expect([r.tablas[0]?.hoja, r.tablas[0]?.filas, r.errores]).toEqual(['Avance', 1, 0])
  })
})
