// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { construirPlantilla } from '../../../electron/adapters/plantilla/plantilla.ts'
import type { Celda } from '../../../shared/domain/celda.ts'
import { HOJAS, columnasDeHoja, type ClaseTabla } from '../../../shared/planilla/columnas.ts'
import { detectarDisposicion } from '../../../shared/planilla/layout.ts'
import { importarLibro, problemasDe } from './importar-libro.ts'

const HOY = '2026-03-10'
const CLASES = ['cursos', 'alumnos', 'modulos', 'actividades'] as const satisfies readonly ClaseTabla[]
const enPlantilla = (clase: ClaseTabla) => columnasDeHoja(clase).filter(c => c.enPlantilla)
const HOJAS_EN_ORDEN = ['Instrucciones', ...CLASES.map(c => HOJAS[c]), 'Ejemplo']

let bytes: Uint8Array = new Uint8Array()
let libro = XLSX.utils.book_new()
let partes: ReadonlyMap<string, string> = new Map()
beforeAll(async () => {
  bytes = await construirPlantilla(HOY)
  libro = XLSX.read(bytes, { bookFiles: true, cellStyles: true })
  const archivos = (libro as { files?: Record<string, { content?: Uint8Array }> }).files ?? {}
  partes = new Map(Object.entries(archivos).map(([nombre, { content }]) => [nombre, Buffer.from(content ?? []).toString('utf8')]))
})

const hoja = (clase: ClaseTabla): XLSX.WorkSheet => libro.Sheets[HOJAS[clase]] ?? {}
const xmlDe = (clase: ClaseTabla): Document => documento(partes.get(`xl/worksheets/sheet${HOJAS_EN_ORDEN.indexOf(HOJAS[clase]) + 1}.xml`) ?? '')
/** Throws when it is not well-formed. */
function documento(xml: string): Document {
  const leido = new DOMParser().parseFromString(xml, 'application/xml')
  if (leido.querySelector('parsererror')) throw new Error(leido.documentElement.textContent ?? '')
  return leido
}
const letra = (i: number): string => XLSX.utils.encode_col(i)

describe('sheets', () => {
  it('stand in the order in which they are filled, help around them', () => { expect(libro.SheetNames).toEqual(HOJAS_EN_ORDEN) })

  it.each(CLASES)('%s has the headings of the definition, each with its note', clase => {
    const defs = enPlantilla(clase)
    const celdas = defs.map((_, i) => hoja(clase)[`${letra(i)}1`] as XLSX.CellObject | undefined)
    expect(celdas.map(c => c?.v)).toEqual(defs.map(d => d.titulo))
    defs.forEach((d, i) => {
      const nota = celdas[i]?.c?.[0]?.t ?? ''
      expect(nota.startsWith(d.requerida ? 'Obligatoria. ' : 'Opcional. ')).toBe(true)
      expect(nota).toContain(d.nota.replace('Opcional. ', ''))
    })
  })

  it.each(CLASES)('%s has one row and no more: formats and checks create none', clase => {
    expect(hoja(clase)['!ref']).toBe(`A1:${letra(enPlantilla(clase).length - 1)}1`)
    expect(xmlDe(clase).querySelectorAll('sheetData > row')).toHaveLength(1)
  })

  it.each(CLASES)('%s keeps its headings in view and prints them on every page', clase => {
    const pane = xmlDe(clase).querySelector('pane')
    expect([pane?.getAttribute('state'), pane?.getAttribute('ySplit')]).toEqual(['frozen', '1'])
    expect(libro.Workbook?.Names?.find(n => n.Name === '_xlnm.Print_Titles' && n.Sheet === HOJAS_EN_ORDEN.indexOf(HOJAS[clase]))?.Ref).toBe(`'${HOJAS[clase]}'!$1:$1`)
    expect(xmlDe(clase).querySelector('pageSetup')?.getAttribute('orientation')).toBe('landscape')
  })
})

describe('columns', () => {
  it.each(CLASES)('%s: codes and RUT are text, dates are dates, by column', clase => {
    const estilos = [...documento(partes.get('xl/styles.xml') ?? '').querySelectorAll('cellXfs > xf')].map(x => Number(x.getAttribute('numFmtId')))
    const propios = new Map([...documento(partes.get('xl/styles.xml') ?? '').querySelectorAll('numFmts > numFmt')].map(n => [Number(n.getAttribute('numFmtId')), n.getAttribute('formatCode')]))
    const formatoDe = (i: number): string => {
      const col = [...xmlDe(clase).querySelectorAll('cols > col')].find(c => Number(c.getAttribute('min')) <= i + 1 && i + 1 <= Number(c.getAttribute('max')))
      const id = estilos[Number(col?.getAttribute('style') ?? 0)] ?? 0
      return id === 0 ? 'General' : id === 49 ? '@' : (propios.get(id) ?? String(id))
    }
    const esperado = { texto: '@', rut: '@', dv: '@', lista: '@', fecha: 'dd-mm-yyyy', porcentaje: 'General', segundos: 'General', estado: 'General', entero: 'General' }
    enPlantilla(clase).forEach((d, i) => { expect([d.key, formatoDe(i)]).toEqual([d.key, esperado[d.tipo]]) })
  })

  it.each(CLASES)('%s: Excel checks what it can, with words, and forbids nothing', clase => {
    const defs = enPlantilla(clase)
    const reglas = [...xmlDe(clase).querySelectorAll('dataValidation')]
    const porColumna = new Map(reglas.map(r => [r.getAttribute('sqref'), r]))
    defs.forEach((d, i) => {
      const regla = porColumna.get(`${letra(i)}2:${letra(i)}20000`)
      expect([d.key, regla !== undefined]).toEqual([d.key, !['texto', 'dv', 'lista'].includes(d.tipo)])
    })
    for (const r of reglas) {
      expect(r.getAttribute('errorStyle')).toBe('warning')
      expect(r.getAttribute('showErrorMessage')).toBe('1')
      // Longer ones make Excel repair the file.
      expect((r.getAttribute('errorTitle') ?? '').length).toBeLessThanOrEqual(32)
      expect((r.getAttribute('error') ?? '').length).toBeLessThanOrEqual(225)
      for (const f of r.querySelectorAll('formula1, formula2')) expect(f.textContent).not.toMatch(/NaN|undefined|^$/)
    }
  })

  it('offers the states as a list, and compares an end with its own start', () => {
    const formula = (sqref: string): string | null | undefined => xmlDe('modulos').querySelector(`dataValidation[sqref="${sqref}"] formula1`)?.textContent
    const columna = (key: string): string => letra(enPlantilla('modulos').findIndex(d => d.key === key))
    const [estado, inicio, fin] = ['modulo.estado', 'modulo.fechaInicio', 'modulo.fechaFin'].map(columna)
    expect(formula(`${estado}2:${estado}20000`)).toBe('"Cursando,Aprobado,Reprobado"')
    expect(formula(`${inicio}2:${inicio}20000`)).toBe('36526')
    expect(formula(`${fin}2:${fin}20000`)).toBe(`AND(ISNUMBER(${fin}2),${fin}2>=MAX(36526,${inicio}2))`)
  })
})

describe('the file', () => {
  it('is well-formed in every part', () => {
    const xml = [...partes].filter(([nombre]) => /\.(xml|rels|vml)$/.test(nombre))
    expect(xml.length).toBeGreaterThan(15)
    for (const [, texto] of xml) expect(() => documento(texto)).not.toThrow()
  })
  it('says whose it is', () => {
    expect(libro.Props).toMatchObject({ Title: 'Planilla de avance para SENCE', Author: 'Puente SIC', LastAuthor: 'Puente SIC', CreatedDate: new Date('2026-03-10T12:00:00Z') })
  })
  it('explains every column of every sheet', () => {
    const filas = XLSX.utils.sheet_to_json<string[]>(libro.Sheets['Instrucciones'] ?? {}, { header: 1 })
    for (const clase of CLASES) for (const d of enPlantilla(clase)) expect(filas).toContainEqual([HOJAS[clase], d.titulo, d.requerida ? 'Obligatoria' : 'Opcional', d.nota, d.ejemplo])
  })
})

describe('coming back', () => {
  it('is recognised as "por hojas", help sheets aside, with every column known', () => {
    const leidas = libro.SheetNames.map(nombre => ({ nombre, primerasFilas: XLSX.utils.sheet_to_json<Celda[]>(libro.Sheets[nombre] ?? {}, { header: 1 }).slice(0, 20) }))
    const deteccion = detectarDisposicion(leidas)
    expect(deteccion).toMatchObject({ ok: true, disposicion: 'por-hojas', ignoradas: ['Instrucciones', 'Ejemplo'] })
    const tablas = deteccion.ok ? deteccion.tablas : []
    expect(tablas.map(t => [t.clase, t.columnas.map(c => c.key), t.ignoradas])).toEqual(CLASES.map(c => [c, enPlantilla(c).map(d => d.key), []]))
  })
  it('blank, has no rows and no problems', async () => {
    const mesa = await importarLibro(bytes, HOY)
    expect(mesa.resumen('x').tablas.map(t => t.filas)).toEqual([0, 0, 0, 0])
    expect(problemasDe(mesa)).toEqual([])
  })
})
