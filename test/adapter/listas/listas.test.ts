/** Lists as workbooks, read back with SheetJS: kinds, formats, and nothing that runs. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { crearPlanillas } from '../../../electron/adapters/planillas.ts'
import { columna, listaDe, type Lista } from '../../../electron/services/listas/lista.ts'
import { carpetaTemporal } from '../diario/soporte.ts'
import { enEsteProceso } from '../planilla/soporte.ts'

interface Fila { texto: string | null; numero: number | null; parte: number | null; tiempo: number | null; dia: string | null; cuando: string | null }
const NADA: Fila = { texto: null, numero: null, parte: null, tiempo: null, dia: null, cuando: null }
const lista = (filas: Iterable<Fila>): Lista => listaDe<Fila>({
  nombreArchivo: 'x.xlsx', hoja: 'Lista', acerca: [['Lista', 'De prueba'], ['Aviso', '=1+1']],
  columnas: [
    columna('Texto', 'texto', 30, (f) => f.texto), columna('Número', 'entero', 10, (f) => f.numero), columna('Parte', 'porcentaje', 10, (f) => f.parte),
    columna('Tiempo', 'duracion', 10, (f) => f.tiempo), columna('Día', 'fecha', 12, (f) => f.dia), columna('Cuándo', 'instante', 17, (f) => f.cuando),
  ],
  filas,
})

let carpeta = carpetaTemporal()
const planillas = crearPlanillas({ bifurcar: enEsteProceso(), archivo: path.join(carpeta.ruta, 'b.db'), clave: null, rutOtec: null, registro: { info: () => undefined, error: () => 'K7M-4PF' } })
const de = carpeta
beforeEach(() => { carpeta = carpetaTemporal() })
afterEach(() => { carpeta.borrar() })
afterAll(async () => { await planillas.cerrar(); de.borrar() })

async function escrita(filas: Iterable<Fila>): Promise<{ libro: XLSX.WorkBook; hoja: XLSX.WorkSheet }> {
  const ruta = path.join(carpeta.ruta, 'lista.xlsx')
  const r = await planillas.escribirLista(ruta, lista(filas))
  if (!r.ok) throw new Error(r.falla.codigo)
  expect(readdirSync(carpeta.ruta)).toEqual(['lista.xlsx'])
  const libro = XLSX.read(readFileSync(ruta), { cellFormula: true, cellNF: true, cellDates: false })
  return { libro, hoja: libro.Sheets['Lista'] ?? {} }
}
const xmlDeLaHoja = (): string => Buffer.from(XLSX.CFB.find(XLSX.CFB.read(readFileSync(path.join(carpeta.ruta, 'lista.xlsx')), { type: 'buffer' }), '/xl/worksheets/sheet1.xml')?.content as Uint8Array).toString('utf8')
const celdas = (h: XLSX.WorkSheet): [string, XLSX.CellObject][] => Object.entries(h).filter((e): e is [string, XLSX.CellObject] => !e[0].startsWith('!'))

describe('a list as a workbook', () => {
  it('has real numbers, percents, durations and dates, each with its format of Chile', async () => {
    // 22:30 of the 24th in Santiago is the 25th in the world's clock; in July Chile is an hour further from it.
    const { hoja } = await escrita([{ texto: '0123', numero: 12_345, parte: 45, tiempo: 90_000, dia: '2026-12-31', cuando: '2026-11-25T01:30:00Z' }, { ...NADA, parte: 100, cuando: '2026-07-01T03:59:00Z', dia: '1904-01-01' }])
    expect(hoja['A2']).toMatchObject({ t: 's', v: '0123' })
    expect(hoja['B2']).toMatchObject({ t: 'n', v: 12_345, z: '#,##0' })
    expect(hoja['C2']).toMatchObject({ t: 'n', v: 0.45, z: '0%' })
    expect(hoja['D2']).toMatchObject({ v: 90_000 / 86_400, z: '[h]:mm:ss' })
    expect(hoja['E2']).toMatchObject({ v: 46_387, z: 'dd-mm-yyyy', w: '31-12-2026' })
    expect(hoja['F2']).toMatchObject({ z: 'dd-mm-yyyy hh:mm', w: '24-11-2026 22:30' })
    expect(hoja['F3']).toMatchObject({ w: '30-06-2026 23:59' })
    expect(hoja['E3']).toMatchObject({ v: 1462 })
    expect(hoja['A3']?.v).toBeUndefined()
  })

  it('writes what is not of its kind as the text that came', async () => {
    const { hoja } = await escrita([{ ...NADA, dia: '2021-04-0', cuando: 'ayer', numero: Number.NaN }])
    expect([hoja['E2'], hoja['F2']]).toMatchObject([{ t: 's', v: '2021-04-0' }, { t: 's', v: 'ayer' }])
    expect(hoja['B2']?.v).toBeUndefined()
  })

  it('has no cell that is a formula, whatever the texts begin with, and keeps each as it is', async () => {
    const malos = ['=1+1', '+1', '-1+cmd|calc', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")', '=DDE("cmd";"/C calc";"x")', '＝1', '"=1"', '0', '1e5', '01-02-2026', 'TRUE']
    const { libro, hoja } = await escrita(malos.map((texto) => ({ ...NADA, texto, dia: texto, cuando: texto })))
    for (const [lugar, c] of libro.SheetNames.flatMap((n) => celdas(libro.Sheets[n] ?? {}))) {
      expect(c.f, lugar).toBeUndefined()
      expect(c.t, lugar).toBe('s')
      expect(c.z, lugar).toBe('@') // stays text when the person edits the cell
    }
    expect(malos.map((_, i) => String(hoja[`A${i + 2}`]?.v).replaceAll('\r', '\n'))).toEqual(malos.map((m) => m.replaceAll('\r', '\n')))
  })

  it('survives letters that XML cannot hold and texts longer than a cell', async () => {
    const { hoja } = await escrita([{ ...NADA, texto: 'a\u0000b\u001F\ud800c\uFFFE' }, { ...NADA, texto: 'x'.repeat(40_000) }, { ...NADA, texto: '👩🏽‍🎓 \u202Eאבג & <b>' }])
    expect(hoja['A2']?.v).toBe('a\uFFFDb\uFFFD\uFFFDc\uFFFD')
    expect(String(hoja['A3']?.v)).toHaveLength(32_767)
    expect(String(hoja['A3']?.v).endsWith('…')).toBe(true)
    expect(hoja['A4']?.v).toBe('👩🏽‍🎓 \u202Eאבג & <b>')
    // How the format writes a letter by its number. SheetJS undoes it twice, so it is looked at as it was written.
    await escrita([{ ...NADA, texto: '_x0041_' }])
    expect(xmlDeLaHoja()).toContain('>_x005F_x0041_<')
  })

  it('keeps its heading on view, can be filtered, and says of itself what it is', async () => {
    const { libro, hoja } = await escrita([NADA, NADA])
    expect(hoja['!autofilter']).toEqual({ ref: 'A1:F3' })
    expect(XLSX.utils.sheet_to_json(libro.Sheets['Acerca de'] ?? {}, { header: 1 })).toEqual([['Lista', 'De prueba'], ['Aviso', '=1+1']])
    const xml = xmlDeLaHoja()
    expect(xml).toMatch(/<pane ySplit="1"[^>]*state="frozen"/u)
    expect(xml).toMatch(/<col min="1" max="1" width="30"/u)
  })

  it('of many rows is read as it is written, in batches', async () => {
    let leidas = 0
    function* muchas(): Generator<Fila> { for (let i = 0; i < 5000; i++) { leidas += 1; yield { ...NADA, texto: `fila ${i}`, numero: i } } }
    const { hoja } = await escrita(muchas())
    expect(leidas).toBe(5000)
    expect(hoja['A5001']).toMatchObject({ v: 'fila 4999' })
  }, 30_000)

  it('refuses in words a place that cannot be written, leaves what was there, and the next one comes out', async () => {
    const ocupada = path.join(carpeta.ruta, 'ocupada.xlsx')
    mkdirSync(ocupada)
    expect(await planillas.escribirLista(ocupada, lista([NADA]))).toMatchObject({ ok: false, falla: { codigo: expect.stringMatching(/^destino-/u) } })
    expect(await planillas.escribirLista(path.join(carpeta.ruta, 'no', 'hay.xlsx'), lista([NADA]))).toMatchObject({ ok: false, falla: { codigo: 'destino-ilegible' } })
    const previa = path.join(carpeta.ruta, 'previa.xlsx')
    writeFileSync(previa, 'lo de antes')
    function* seCae(): Generator<Fila> { yield NADA; throw new Error('the journal did not read') }
    await expect(planillas.escribirLista(previa, lista(seCae()))).rejects.toThrow('the journal did not read')
    expect(readFileSync(previa, 'utf8')).toBe('lo de antes')
    expect(readdirSync(carpeta.ruta).toSorted()).toEqual(['ocupada.xlsx', 'previa.xlsx'])
    const [una, otra] = await Promise.all(['1.xlsx', '2.xlsx'].map((n) => planillas.escribirLista(path.join(carpeta.ruta, n), lista([NADA, NADA]))))
    expect([una, otra]).toEqual([{ ok: true, valor: { filas: 2 } }, { ok: true, valor: { filas: 2 } }])
    expect(existsSync(path.join(carpeta.ruta, '2.xlsx'))).toBe(true)
  })
})
