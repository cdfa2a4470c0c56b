/** Sheets that are read as they are inflated, because their XML is over four megabytes. */
import { describe, expect, it } from 'vitest'
import { LecturaInterrumpida } from '../../../electron/proceso-planilla/xlsx/interrupcion.ts'
import { leerConRespaldo } from '../../../electron/proceso-planilla/xlsx/con-respaldo.ts'
import { abrirXlsx, type HojaXlsx } from '../../../electron/proceso-planilla/xlsx/lector-xlsx.ts'
import { lectorSheetjs } from '../../../electron/proceso-planilla/lector-sheetjs.ts'
import { ok } from '../../../shared/ipc/result.ts'
import { type LibroDePrueba, decir, libro, rapido, sheetjs } from './soporte.ts'

const N = 20_000
const RELLENO = 'á'.repeat(60)
const fila = (n: number): string => `<row r="${n}" spans="1:3"><c r="A${n}"><v>${n}</v></c><c r="B${n}" t="inlineStr"><is><t>${RELLENO}${n % 7}</t></is></c><c r="C${n}" s="1"/></row>`
const filas = (desde: number, hasta: number, f = fila): string => Array.from({ length: hasta - desde + 1 }, (_, i) => f(desde + i)).join('')
const TODAS = filas(1, N)

async function abrir(l: LibroDePrueba): Promise<HojaXlsx> {
  const r = await abrirXlsx(libro(l), 'grande.xlsx')
  const hoja = r.ok && r.valor.tipo === 'libro' ? r.valor.libro.hojas[0] : undefined
  if (hoja === undefined) throw new Error(JSON.stringify(r))
  return hoja
}

describe('a sheet in chunks', () => {
  it('yields 2,000 rows at a time, the same as SheetJS, and tells how far it is', async () => {
    const bytes = libro({ hojas: [TODAS] })
    expect(await rapido(bytes)).toEqual(await sheetjs(bytes))
    const hoja = await abrir({ hojas: [TODAS] })
    expect(hoja.primerasFilas).toHaveLength(100)
    const largos: number[] = [], avances: number[] = []
    for await (const trozo of hoja.trozos({ cancelado: () => false })) {
      largos.push(trozo.length)
      avances.push(hoja.avance())
    }
    expect(largos).toEqual(Array.from({ length: N / 2000 }, () => 2000))
    expect(avances.toSorted((a, b) => a - b)).toEqual(avances)
    expect(avances[0]).toBeLessThan(0.2)
    expect(hoja.avance()).toBe(1)
  })

  it('stops when it is told to', async () => {
    const hoja = await abrir({ hojas: [TODAS] })
    let trozos = 0
    for await (const _ of hoja.trozos({ cancelado: () => trozos === 2 })) trozos++
    expect(trozos).toBe(2)
  })

  const fantasma = (n: number): string => `<row r="${n}" s="4" customFormat="1"><c r="A${n}" s="4"/><c r="B${n}" s="4"/></row>`

  it('passes over a hundred thousand ghost rows, and reads what stands below them', async () => {
    // No value of another kind is near, so that only its text tells the last row from a ghost.
    const bytes = libro({ hojas: [`${filas(1, 10)}${filas(11, 100_000, fantasma)}<row r="100001"><c r="B100001" t="inlineStr"><is><t>fin</t></is></c></row>${filas(100_002, 150_000, fantasma)}`] })
    const r = await rapido(bytes)
    expect(r.tipo === 'libro' && r.dicho.hojas[0]?.filas.map(f => f.fila)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100_001])
    expect(r).toEqual(await sheetjs(bytes))
  })

  it('does not take a big tail for rows', async () => {
    const saltos = `<rowBreaks count="1">${'<brk id="5" max="16383" man="1"/>'.repeat(40_000)}</rowBreaks>`
    const bytes = libro({ hojas: [`${filas(1, N)}${filas(N + 1, N + 5000, fantasma)}`], trasDatos: `<mergeCells count="2"><mergeCell ref="B1:C1"/><mergeCell ref="C3:D9"/></mergeCells>${saltos}` })
    expect(await rapido(bytes)).toEqual(await sheetjs(bytes))
  })

  it('does not take a text for another that was there before', async () => {
    const textos = (n: number): string => `<row r="${n}">${[n, n * 7, `t${n % 5}`, `con más de trece ${n}`].map(v => `<c t="str"><v>${v}</v></c>`).join('')}</row>`
    const bytes = libro({ hojas: [filas(1, 40_000, textos)] })
    expect(await rapido(bytes)).toEqual(await sheetjs(bytes))
  })

  it('reads a row that is bigger than the window', async () => {
    const ancha = `<row r="1">${Array.from({ length: 16_384 }, () => `<c t="inlineStr"><is><t>${RELLENO}</t></is></c>`).join('')}</row>`
    const bytes = libro({ hojas: [`${ancha}${filas(2, N)}`] })
    const r = await rapido(bytes)
    expect(r.tipo === 'libro' && r.dicho.hojas[0]?.filas.map(f => f.celdas.length).slice(0, 3)).toEqual([16_384, 2, 2])
    expect(r).toEqual(await sheetjs(bytes))
  })

  it('keeps chunks small where a row has one cell in the last column', async () => {
    const hoja = await abrir({ hojas: [`${filas(1, 200, n => `<row r="${n}"><c r="XFD${n}"><v>${n}</v></c></row>`)}${filas(201, N)}`] })
    const largos: number[] = []
    for await (const trozo of hoja.trozos({ cancelado: () => false })) largos.push(trozo.length)
    expect(largos.slice(0, 3)).toEqual([62, 62, 62])
  })
})

describe('what shows when rows are already out', () => {
  const ultima = (xml: string): string => `${filas(1, N)}${xml}`
  const casos: Record<string, LibroDePrueba> = {
    'rows in disorder': { hojas: [ultima(fila(5))] },
    'merged areas that hide values': { hojas: [TODAS], trasDatos: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' },
    'merged areas that hide values below': { hojas: [TODAS], trasDatos: '<mergeCells><mergeCell ref="B1:C2"/></mergeCells>' },
    'merged areas that hide values far to the right': { hojas: [`${TODAS}<row r="${N + 1}"><c r="AZ${N + 1}"><v>1</v></c></row>`], trasDatos: `<mergeCells><mergeCell ref="AX${N + 1}:BZ${N + 1}"/></mergeCells>` },
    'something unknown': { hojas: [ultima('<fila/>')] },
    'a cut': { hojas: [ultima(`<row r="${N + 1}"><c r="A`)] },
  }

  it.each(Object.entries(casos))('stands aside: %s', async (_, caso) => {
    const hoja = await abrir(caso)
    let leidas = 0
    const leer = async (): Promise<void> => { for await (const trozo of hoja.trozos({ cancelado: () => false })) leidas += trozo.length }
    await expect(leer()).rejects.toBeInstanceOf(LecturaInterrumpida)
    expect(leidas).toBeGreaterThanOrEqual(N - 2000)
  })

  it('starts again with the other reader, and its answer is the one that counts', async () => {
    const bytes = libro(casos['rows in disorder'] as LibroDePrueba)
    const razones: string[] = [], intentos: number[] = []
    const r = await leerConRespaldo({ bytes, nombre: 'x.xlsx', respaldo: lectorSheetjs, anotar: razon => void razones.push(razon) }, async (l) => {
      intentos.push(1)
      return ok((await decir(l)).hojas[0]?.filas.length)
    })
    expect(r).toEqual({ ok: true, valor: N })
    expect(intentos).toHaveLength(2)
    expect(razones).toEqual(['filas en desorden'])
  })

  it('does not ask the other reader about a file that was altered', async () => {
    const bytes = libro({ hojas: [TODAS], retocar: partes => partes.map(p => (p.nombre.includes('sheet1') ? { ...p, crc: 7 } : p)) })
    const r = await leerConRespaldo({ bytes, nombre: 'x.xlsx', respaldo: { abrir: () => { throw new Error('no') } }, anotar: () => { throw new Error('no') } }, async l => ok(await decir(l)))
    expect(r).toMatchObject({ ok: false, falla: { codigo: 'danada' } })
  })

  it('uses the other reader at once when the file is of another kind', async () => {
    const razones: string[] = []
    const r = await leerConRespaldo({ bytes: Buffer.from('a;b\n1;2'), nombre: 'x.xlsx', respaldo: { abrir: async () => ok({ hojas: [], ocultas: ['o'] }) }, anotar: razon => void razones.push(razon) }, async l => ok(l.ocultas))
    expect(r).toEqual({ ok: true, valor: ['o'] })
    expect(razones).toHaveLength(1)
  })
})

it('reads shared strings that arrive in many pieces', async () => {
  const si = (n: number): string => n % 3 === 0 ? `<si><t>Ñ${n} &amp; ${RELLENO.slice(0, n % 50)}</t></si>` : n % 3 === 1 ? `<si><r><t xml:space="preserve">a${n} </t></r><r><rPr><b/></rPr><t>b</t></r></si>` : `<si><t xml:space="preserve">t${n}</t><phoneticPr fontId="1"/></si>`
  const bytes = libro({ cadenas: Array.from({ length: 20_000 }, (_, n) => si(n)).join(''), hojas: [filas(1, 20_000, n => `<row r="${n}"><c r="A${n}" t="s"><v>${n - 1}</v></c></row>`)] })
  expect(await rapido(bytes)).toEqual(await sheetjs(bytes))
})
