/** Valid files with some bytes changed: rows, a failure in words or standing aside; never an exception, never without end. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type LibroDePrueba, type ParteDePrueba, libro, rapido, sheetjs } from './soporte.ts'

const BASE: LibroDePrueba = {
  hojas: [
    `<row r="1" spans="1:4"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000.5</v></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>ax</v></c><c r="D1" t="b"><v>1</v></c></row><row r="2"><c r="A2" s="1"/></row><row r="3"><c r="A3" t="inlineStr"><is><r><t>tres &lt;ñ&gt;</t></r></is></c><c r="B3" t="e"><v>#N/A</v></c><c r="C3"><v>-1.5E3</v></c></row>`,
    '<row><c><v>1</v></c></row>',
  ],
  cadenas: '<si><t>uno</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">dos </t></r><r><t>tres</t></r></si>',
  estilos: '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>',
  trasDatos: '<mergeCells count="1"><mergeCell ref="A5:B6"/></mergeCells>',
  antesDeDatos: '<cols><col min="1" max="1" width="12"/></cols>',
}
const cambios = fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(...Buffer.from('<>/"&= 019AZr\0\xff', 'latin1')))), { minLength: 1, maxLength: 6 })
const SEMILLA = { seed: 7, numRuns: 400 }

function cambiar(bytes: Buffer, lista: [number, number][]): Buffer {
  const copia = Buffer.from(bytes)
  for (const [donde, que] of lista) copia[donde % copia.length] = que
  return copia
}

it('bytes of the file', async () => {
  const bytes = libro(BASE)
  const guardado = libro({ ...BASE, retocar: partes => partes.map(p => ({ ...p, guardada: true })) })
  await fc.assert(fc.asyncProperty(cambios, fc.boolean(), async (lista, comprimido) => {
    expect(['libro', 'aparte', 'falla']).toContain((await rapido(cambiar(comprimido ? bytes : guardado, lista))).tipo)
  }), SEMILLA)
}, 120_000)

/** Beneath the checksums: the XML of one part. What is still read must be what the other reader says, if that one reads it. */
it('bytes of the XML of a part', async () => {
  const sinCuenta = { leidos: 0 }
  await fc.assert(fc.asyncProperty(cambios, fc.nat(6), fc.nat(400), async (lista, cual, corte) => {
    const retocar = (partes: ParteDePrueba[]): ParteDePrueba[] => partes.map((p, i) => {
      if (i !== cual + 1) return p
      const datos = cambiar(Buffer.from(p.datos as string), lista)
      return { ...p, datos: corte === 0 ? datos.subarray(0, datos.length / 2) : datos }
    })
    const bytes = libro({ ...BASE, retocar })
    const r = await rapido(bytes)
    if (r.tipo !== 'libro') return
    sinCuenta.leidos++
    const otro = await sheetjs(bytes)
    if (otro.tipo === 'libro') expect(r).toEqual(otro)
  }), SEMILLA)
  // The property says nothing when nothing is read.
  expect(sinCuenta.leidos).toBeGreaterThan(20)
}, 120_000)
