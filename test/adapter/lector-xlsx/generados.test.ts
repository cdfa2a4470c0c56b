/** Random sheets, written by the libraries that write most of the workbooks out there, read by both readers. */
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { rapido, sheetjs } from './soporte.ts'

const SEMILLA = { seed: 20_260_301, numRuns: 60, endOnFailure: true }

async function igual(bytes: Buffer): Promise<void> {
  const r = await rapido(bytes)
  expect(r.tipo === 'libro' ? 'libro' : r).toBe('libro')
  expect(r).toEqual(await sheetjs(bytes))
}

const texto = fc.oneof(
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.string({ maxLength: 12, unit: fc.constantFrom(...'aá ñ<>&"\'_x0041;#\t\n'.split('')) }),
  fc.constantFrom('12.345.678-5', ' con blancos ', '_x0041_', '_x005F_x0041_', '&amp;', '#N/A', '#¡REF!', 'línea\nnueva', 'línea\r\nnueva', '=1+1', 'á'.repeat(300), 'x'.repeat(5000)),
)
const numero = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, 0.45, 45_000, 45_000.75, 0.0625, 1e21, 5e-324, -1, 123_456_789.123))
const FORMATOS = ['General', '0.00', '0%', '0.0%', 'dd-mm-yyyy', 'm/d/yy', 'd "de" mmmm', '[h]:mm:ss', 'h:mm', 'yyyy-mm-dd hh:mm', '[$-340A]dd/mm/yyyy;@', '#,##0;[Red]-#,##0', '"día" 0', 'mm:ss.0', '@']

type Valor = { texto: string } | { numero: number; formato: string } | { logico: boolean } | null
const valor: fc.Arbitrary<Valor> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ texto }) },
  { weight: 4, arbitrary: fc.record({ numero, formato: fc.constantFrom(...FORMATOS) }) },
  { weight: 1, arbitrary: fc.record({ logico: fc.boolean() }) },
  { weight: 3, arbitrary: fc.constant(null) },
)
const hoja = fc.array(fc.array(valor, { maxLength: 9 }), { maxLength: 30 })
const nombre = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'aáñ &<>"_x1'.split('')) }).filter(n => n.trim() === n && n !== '')
const libro = fc.record({
  hojas: fc.uniqueArray(fc.record({ nombre, filas: hoja, oculta: fc.boolean() }), { minLength: 1, maxLength: 3, selector: h => h.nombre.toLowerCase() }),
  compartidos: fc.boolean(),
  comprimido: fc.boolean(),
  es1904: fc.boolean(),
})
type Libro = typeof libro extends fc.Arbitrary<infer T> ? T : never

function conSheetjs(l: Libro): Buffer {
  const wb = XLSX.utils.book_new()
  l.hojas.forEach(({ nombre: n, filas }) => {
    const ws: XLSX.WorkSheet = {}
    filas.forEach((fila, r) => fila.forEach((v, c) => {
      if (v !== null) ws[XLSX.utils.encode_cell({ r, c })] = 'texto' in v ? { t: 's', v: v.texto } : 'logico' in v ? { t: 'b', v: v.logico } : { t: 'n', v: v.numero, z: v.formato }
    }))
    ws['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, filas.length - 1), c: 8 } })
    XLSX.utils.book_append_sheet(wb, ws, n)
  })
  wb.Workbook = { WBProps: { date1904: l.es1904 }, Sheets: l.hojas.map((h, i) => ({ Hidden: h.oculta && i > 0 ? 1 : 0 })) }
  return XLSX.write(wb, { type: 'buffer', bookType: 'xlsx', bookSST: l.compartidos, compression: l.comprimido }) as Buffer
}

/** What SheetJS reads wrongly from the texts that it writes outside of the shared strings: it resolves their escapes twice (see faltas-de-sheetjs). */
const escapaDosVeces = (l: Libro): boolean => l.hojas.some(h => h.filas.some(f => f.some(v => v !== null && 'texto' in v && /[&_]|[\0-\u0008\u000b-\u001f\uFFFE\uFFFF]/.test(v.texto))))

it('files by SheetJS', async () => {
  await fc.assert(fc.asyncProperty(libro, async (l) => {
    await igual(conSheetjs({ ...l, compartidos: l.compartidos || escapaDosVeces(l) }))
  }), SEMILLA)
}, 120_000)

async function conExceljs(l: Libro): Promise<Buffer> {
  const wb = new ExcelJS.Workbook()
  wb.properties.date1904 = l.es1904
  l.hojas.forEach((h, i) => {
    // The library does not take these in a name, and Excel does not either.
    const ws = wb.addWorksheet(h.nombre.replaceAll(/[*?:\\/[\]']/g, '-'), { state: h.oculta && i > 0 ? 'veryHidden' : 'visible' })
    h.filas.forEach((fila, r) => fila.forEach((v, c) => {
      const celda = ws.getCell(r + 1, c + 1)
      celda.font = { bold: c % 2 === 0 }
      if (v === null) return
      if ('numero' in v) {
        celda.value = r % 5 === 0 ? { formula: 'A1+1', result: v.numero } : v.numero
        celda.numFmt = v.formato
      } else if ('logico' in v) celda.value = v.logico
      else if (r % 4 === 1) celda.value = { richText: [{ text: v.texto, font: { italic: true } }, { text: ' y más' }] }
      else if (r % 4 === 2) celda.value = { formula: 'TEXT(1,"0")', result: v.texto.replaceAll(/[&_]/g, '-') }
      else if (r % 4 === 3 && c === 0) celda.value = { error: '#DIV/0!' }
      else celda.value = v.texto
    }))
    if (h.filas.length > 3) ws.mergeCells(2, 1, 3, 2)
    ws.addRow([])
    ws.getRow(h.filas.length + 5).height = 30
  })
  return Buffer.from(await wb.xlsx.writeBuffer({ useSharedStrings: l.compartidos, useStyles: true }))
}

it('files by ExcelJS', async () => {
  await fc.assert(fc.asyncProperty(libro, async (l) => {
    // Repeated names are this library's to refuse, after our replacement.
    fc.pre(new Set(l.hojas.map(h => h.nombre.replaceAll(/[*?:\\/[\]']/g, '-').toLowerCase())).size === l.hojas.length)
    await igual(await conExceljs(l))
  }), SEMILLA)
}, 120_000)
