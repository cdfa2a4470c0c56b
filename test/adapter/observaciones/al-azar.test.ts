/** Any workbook, any edits: what comes back is what the draft says, and every other part and cell is as it was. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnaDeKey, type ColumnaKey } from '../../../shared/planilla/columnas.ts'
import { letra, libroXml, escapar } from '../../corpus/libro-xml.ts'
import { ENCABEZADOS, filaTexto } from '../planilla/soporte.ts'
import { abrir, exportarDe, parte, tocadas } from './soporte.ts'

const KEYS: readonly ColumnaKey[] = ['modulo.porcentajeAvance', 'modulo.tiempoConectividad', 'modulo.estado', 'modulo.fechaFin', 'modulo.codigoModulo', 'alumno.rut', 'modulo.actividades', 'alumno.porcentajeAvance']
const ESTILOS = `<fonts count="1"><font><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5">${[0, 14, 9, 46, 49].map(n => `<xf numFmtId="${n}" fontId="0" fillId="0" borderId="0" xfId="0"/>`).join('')}</cellXfs>`

const texto = fc.oneof(
  fc.constantFrom('', '45', '45 %', '0,5', '100', '1:30:00', '31-12-2026', '2026-12-31', '=1+1', '-5', '@x', '+56', '_x0041_', 'a\nb', '  dos  ', '\u0007', '<b>&"', "'", 'Cursando', '2', '12.345.678-5', '7200', '🙂', '\ud83d'),
  fc.string({ maxLength: 30 }), fc.integer({ min: -5, max: 200_000 }).map(String),
)
const celda = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.record({ s: fc.integer({ min: 0, max: 4 }), v: fc.oneof(fc.integer({ min: 0, max: 50_000 }), fc.double({ min: 0, max: 2, noNaN: true })) }).map(({ s, v }) => `s="${s}"><v>${v}</v>`) },
  { weight: 1, arbitrary: fc.constant('t="str"><f>A1&amp;"x"</f><v>x</v>') },
  { weight: 1, arbitrary: fc.constant('t="e"><v>#N/A</v>') },
)
const libro = fc.record({
  filas: fc.array(fc.array(celda, { minLength: 15, maxLength: 15 }), { minLength: 1, maxLength: 8 }),
  ediciones: fc.array(fc.record({ fila: fc.nat(7), key: fc.constantFrom(...KEYS), texto }), { maxLength: 12 }),
  es1904: fc.boolean(), sinRef: fc.boolean(),
})

test('a draft exported and opened again says the same in every cell', async () => {
  await fc.assert(fc.asyncProperty(libro, async ({ filas, ediciones, es1904, sinRef }) => {
    const ref = (c: number, n: number): string => (sinRef ? '' : ` r="${letra(c)}${n}"`)
    const enLinea = (c: number, n: number, t: string): string => `<c${ref(c, n)} t="inlineStr"><is><t xml:space="preserve">${escapar(t)}</t></is></c>`
    const fila = (n: number, celdas: string): string => `<row${sinRef ? '' : ` r="${n}" spans="1:15"`}>${celdas}</row>`
    const xml = fila(1, ENCABEZADOS.map((t, c) => enLinea(c, 1, t)).join(''))
      + filas.map((f, i) => fila(i + 2, f.map((x, c) => (x === '' ? enLinea(c, i + 2, filaTexto(i)[c] ?? '') : `<c${ref(c, i + 2)} ${x}</c>`)).join(''))).join('')
    const bytes = libroXml({ hojas: [{ nombre: 'Avance', xml }, { nombre: 'Otra', xml: fila(1, enLinea(0, 1, 'no se toca')) }], estilos: ESTILOS, es1904, otras: [{ nombre: 'xl/media/logo.png', datos: Buffer.from([1, 2, 3]) }] })
    const b = await abrir(bytes)
    for (const e of ediciones) b.mesa.editar('unica', [{ filaId: e.fila + 2, columna: e.key, texto: e.texto }])
    const tablas = b.mesa.observaciones()
    const editadas = new Set(tablas.flatMap(t => t.editadas.map(x => `${x.fila} ${x.columna}`)))
    const exportado = await exportarDe(b)
    expect(exportado.clase).toBe('mismo')
    expect(tocadas(bytes, exportado.bytes)).not.toContain('xl/media/logo.png')
    expect(parte(exportado.bytes, 'xl/worksheets/sheet2.xml')).toBe(parte(bytes, 'xl/worksheets/sheet2.xml'))
    const otra = await abrir(exportado.bytes)
    const distintas = tablas.flatMap(t => t.editadas.map(x => ({ tabla: t.id, filaId: x.filaId, columna: x.columna, celda: x.celda })))
    const c = b.mesa.compararCon(otra.mesa, distintas)
    // A row emptied to its last cell is no row.
    expect([c.celdas, c.nuevas]).toEqual([[], []])
    const [antes, despues] = [b, otra].map(x => new Map(x.mesa.filas('unica', [...x.mesa.indice('unica', 'todas', '')]).map(f => [f.fila, f])))
    const columnas = tablas[0]?.columnas ?? []
    for (const [n, f] of antes ?? []) {
      const g = despues?.get(n)
      if (g) f.celdas.forEach((x, i) => { if (!editadas.has(`${n} ${columnas[i]?.key}`)) expect([n, columnaDeKey(columnas[i]?.key ?? '')?.titulo, g.celdas[i]?.texto]).toEqual([n, columnaDeKey(columnas[i]?.key ?? '')?.titulo, x.texto]) })
    }
  }), { numRuns: 40, seed: 20_261_124 })
})
