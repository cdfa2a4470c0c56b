/** Writes values and colours into the XML of a sheet; what is not asked for is copied letter by letter. */
import type { ClaseNumero } from '../formato-celda.ts'
import { letraDe } from '../lectura.ts'
import { areaDe, type Area } from '../xlsx/combinadas.ts'
import { aparte } from '../xlsx/interrupcion.ts'
import type { Celda } from '../../../shared/domain/celda.ts'
import type { NivelObservado } from '../../../shared/planilla/observaciones.ts'
import { prefijoDe } from './paquete-editable.ts'
import { apertura, columnaDe, conAtributo, escaparTexto, sinAtributo, valorDe } from './texto-xml.ts'
import type { Escribible } from './valor-celda.ts'

export interface CambioCelda {
  /** What it says from now on; absent: as it was. */
  valor?: (clase: ClaseNumero) => Escribible
  nivel?: NivelObservado
  /** Copies the style of the cell in that column of the same row. */
  comoColumna?: number
}
/** Row (from 1) → column (from 0) → change. */
export type CambiosHoja = ReadonlyMap<number, ReadonlyMap<number, CambioCelda>>
export interface EstilosDeHoja { clase(s: number): ClaseNumero; coloreado(s: number, nivel: NivelObservado): number }
export interface HojaParchada {
  xml: string
  /** Values that could not be written: a formula of several cells, or a cell that a merged area covers. `A1` style. */
  sinEscribir: Set<string>
  /** Some formula gave its place to a value. */
  quitoFormulas: boolean
  escribio: boolean
}

interface CeldaXml { desde: number; hasta: number; columna: number; atributos: string; contenido: string }

/** Merged areas of the sheet, and the ranges of its array formulas and data tables: their cells are not single ones. */
export function areasDe(xml: string): { combinadas: Area[]; formulas: Area[] } {
  const p = prefijoDe(xml, 'worksheet')
  const finDatos = xml.lastIndexOf(`</${p}sheetData>`)
  const combinadas = [...xml.slice(Math.max(0, finDatos)).matchAll(apertura(`${p}mergeCell`))].map(m => areaDe((valorDe(m[1] ?? '', 'ref') ?? '').replaceAll('$', '')))
  const formulas = /t\s*=\s*["'](?:array|dataTable)["']/.test(xml)
    ? [...xml.matchAll(apertura(`${p}f`))].flatMap(({ 1: a = '' }) => (['array', 'dataTable'].includes(valorDe(a, 't') ?? '') ? areaDeFormula(valorDe(a, 'ref')) : []))
    : []
  return { combinadas, formulas }
}
function areaDeFormula(ref: string | undefined): Area[] {
  if (ref === undefined) return []
  return [areaDe(ref.includes(':') ? ref : `${ref}:${ref}`)]
}
export const areaQueContiene = (areas: readonly Area[], fila: number, columna: number): Area | undefined =>
  areas.find(a => fila - 1 >= a.fila && fila - 1 <= a.ultimaFila && columna >= a.columna && columna <= a.ultimaColumna)

/** Rows that the sheet may lack: they are made, each where its number says, with the looks of the row `como`. */
export interface FilasNuevas { filas: ReadonlySet<number>; como: number | null }
const NINGUNA: FilasNuevas = { filas: new Set(), como: null }

export function parcharHoja(xml: string, cambios: CambiosHoja, estilos: EstilosDeHoja, nuevas: FilasNuevas = NINGUNA): HojaParchada {
  const p = prefijoDe(xml, 'worksheet')
  const inicio = apertura(`${p}sheetData`).exec(xml) ?? aparte('hoja sin filas')
  const fin = xml.lastIndexOf(`</${p}sheetData>`)
  if (fin === -1) aparte('hoja sin filas')
  const areas = areasDe(xml)
  const resultado: HojaParchada = { xml, sinEscribir: new Set(), quitoFormulas: false, escribio: false }
  const estiloDeColumna = estilosDeColumnas(xml.slice(0, inicio.index), p)
  const piezas: string[] = []
  let copiado = 0
  let numero = 0
  const pendientes = new Set(cambios.keys())
  const porHacer = [...nuevas.filas].sort((a, b) => a - b)
  let molde = { atributos: '', adentro: '' }
  /** Those that come before the row `hasta`, whose place in the sheet is `en`. */
  const hacerNuevas = (hasta: number, en: number): void => {
    for (let n = porHacer[0]; n !== undefined && n < hasta; n = porHacer[0]) {
      porHacer.shift()
      const suyos = cambios.get(n)
      if (suyos === undefined || !pendientes.delete(n)) continue
      piezas.push(xml.slice(copiado, en), parcharFila({ ...enBlanco(molde, n, p), numero: n, p, suyos, estiloDeColumna, areas, estilos, resultado }))
      copiado = en
    }
  }
  const fila = apertura(`${p}row`)
  fila.lastIndex = inicio.index + inicio[0].length
  for (let m = fila.exec(xml); m !== null && m.index < fin; m = fila.exec(xml)) {
    const [abre, atributos = '', sola] = m
    const r = valorDe(atributos, 'r')
    numero = r === undefined ? numero + 1 : Number(r)
    const desde = m.index + abre.length
    const cierre = sola === '/' ? desde : xml.indexOf(`</${p}row>`, desde)
    if (cierre === -1) aparte('fila sin cierre')
    if (porHacer[0] !== undefined) {
      hacerNuevas(numero, m.index)
      if (numero === nuevas.como) molde = { atributos, adentro: sola === '/' ? '' : xml.slice(desde, cierre) }
    }
    const suyos = cambios.get(numero)
    if (suyos !== undefined && pendientes.delete(numero)) {
      const adentro = sola === '/' ? '' : xml.slice(desde, cierre)
      piezas.push(xml.slice(copiado, m.index), parcharFila({ adentro, atributos, numero, p, suyos, estiloDeColumna, areas, estilos, resultado }))
      copiado = sola === '/' ? desde : cierre + `</${p}row>`.length
    }
    if (sola !== '/') fila.lastIndex = cierre
  }
  hacerNuevas(Infinity, fin)
  if (pendientes.size > 0) aparte('falta una fila que el borrador tiene')
  piezas.push(xml.slice(copiado))
  resultado.xml = piezas.join('')
  return resultado
}

/** A row like another one, its cells with their looks and nothing in them. */
function enBlanco({ atributos, adentro }: { atributos: string; adentro: string }, numero: number, p: string): { atributos: string; adentro: string } {
  const conservados = ['s', 'customFormat', 'ht', 'customHeight'].flatMap((a) => { const v = valorDe(atributos, a); return v === undefined ? [] : [` ${a}="${v}"`] })
  const celdas = celdasDe(adentro, p).flatMap((c) => { const s = valorDe(c.atributos, 's'); return s === undefined ? [] : [`<${p}c r="${letraDe(c.columna)}${numero}" s="${s}"/>`] })
  return { atributos: ` r="${numero}"${conservados.join('')}`, adentro: celdas.join('') }
}

/** First row from which on no cell holds anything, and no merged area or formula of several cells reaches. */
export function primeraLibre(xml: string): number {
  const p = prefijoDe(xml, 'worksheet')
  const fin = xml.lastIndexOf(`</${p}sheetData>`)
  if (fin === -1) aparte('hoja sin filas')
  const ultimoValor = Math.max(...['v', 'is', 'f'].flatMap(n => [`<${p}${n}>`, `<${p}${n} `]).map(e => xml.lastIndexOf(e, fin)))
  const fila = apertura(`${p}row`)
  let numero = 0, ultima = 0
  for (let m = fila.exec(xml); m !== null && m.index < ultimoValor; m = fila.exec(xml)) {
    const r = valorDe(m[1] ?? '', 'r')
    numero = r === undefined ? numero + 1 : Number(r)
    ultima = Math.max(ultima, numero)
  }
  const { combinadas, formulas } = areasDe(xml)
  return Math.max(ultima, ...[...combinadas, ...formulas].map(a => a.ultimaFila + 1)) + 1
}

interface TrabajoFila {
  adentro: string; atributos: string; numero: number; p: string
  suyos: ReadonlyMap<number, CambioCelda>
  estiloDeColumna(columna: number): number
  areas: ReturnType<typeof areasDe>
  estilos: EstilosDeHoja
  resultado: HojaParchada
}

function parcharFila(t: TrabajoFila): string {
  const { p, suyos, numero } = t
  const celdas = celdasDe(t.adentro, p)
  const porColumna = new Map(celdas.map(c => [c.columna, c]))
  const deFila = valorDe(t.atributos, 'customFormat') === '1' || valorDe(t.atributos, 'customFormat') === 'true' ? Number(valorDe(t.atributos, 's') ?? 0) : null
  const estiloDe = (columna: number): number => {
    const propia = porColumna.get(columna)
    return propia ? Number(valorDe(propia.atributos, 's') ?? 0) : (deFila ?? t.estiloDeColumna(columna))
  }
  const nuevas = new Map<number, string>()
  for (const [columna, cambio] of suyos) nuevas.set(columna, celdaNueva(t, porColumna.get(columna), columna, cambio, estiloDe(cambio.comoColumna ?? columna)))
  const piezas: string[] = []
  let copiado = 0
  const faltan = [...nuevas.keys()].filter(c => !porColumna.has(c)).sort((a, b) => a - b)
  for (const c of celdas) {
    piezas.push(t.adentro.slice(copiado, c.desde))
    while (faltan[0] !== undefined && faltan[0] < c.columna) piezas.push(nuevas.get(faltan.shift() as number) ?? '')
    piezas.push(nuevas.get(c.columna) ?? t.adentro.slice(c.desde, c.hasta))
    copiado = c.hasta
  }
  const cola = t.adentro.slice(copiado)
  for (const c of faltan) piezas.push(nuevas.get(c) ?? '')
  // The hint of which columns a row spans would leave the new cells outside.
  const atributos = suyos.size > 0 ? sinAtributo(t.atributos, 'spans') : t.atributos
  return `<${p}row${valorDe(atributos, 'r') === undefined ? conAtributo(atributos, 'r', numero) : atributos}>${piezas.join('')}${cola}</${p}row>`
}

function celdasDe(xml: string, p: string): CeldaXml[] {
  const celdas: CeldaXml[] = []
  const celda = apertura(`${p}c`)
  let columna = -1
  for (let m = celda.exec(xml); m !== null; m = celda.exec(xml)) {
    const [abre, atributos = '', sola] = m
    const r = valorDe(atributos, 'r')
    columna = r === undefined ? columna + 1 : columnaDe(r.replace(/\d+$/, ''))
    if (columna === -1) aparte('celda con una referencia desconocida')
    const desde = m.index + abre.length
    const cierre = sola === '/' ? desde : xml.indexOf(`</${p}c>`, desde)
    if (cierre === -1) aparte('celda sin cierre')
    const hasta = sola === '/' ? desde : cierre + `</${p}c>`.length
    if ((celdas.at(-1)?.columna ?? -1) >= columna) aparte('celdas desordenadas')
    celdas.push({ desde: m.index, hasta, columna, atributos, contenido: sola === '/' ? '' : xml.slice(desde, cierre) })
    celda.lastIndex = hasta
  }
  return celdas
}

function celdaNueva(t: TrabajoFila, actual: CeldaXml | undefined, columna: number, cambio: CambioCelda, estilo: number): string {
  const { p, numero, estilos, resultado } = t
  const ref = `${letraDe(columna)}${numero}`
  let atributos = conAtributo(actual?.atributos ?? '', 'r', ref)
  let contenido = actual?.contenido ?? ''
  if (cambio.valor !== undefined) {
    if (esDeVarias(t, columna, contenido)) resultado.sinEscribir.add(ref)
    else {
      if (new RegExp(`<${p}f[\\s/>]`).test(contenido)) resultado.quitoFormulas = true
      const escrito = cambio.valor(estilos.clase(estilo))
      for (const a of ['t', 'cm', 'vm']) atributos = sinAtributo(atributos, a)
      if (escrito.t !== undefined) atributos = conAtributo(atributos, 't', escrito.t)
      contenido = contenidoDe(escrito, p)
      resultado.escribio = true
    }
  }
  const s = cambio.nivel === undefined ? estilo : estilos.coloreado(estilo, cambio.nivel)
  atributos = s === 0 ? sinAtributo(atributos, 's') : conAtributo(atributos, 's', s)
  return contenido === '' ? `<${p}c${atributos}/>` : `<${p}c${atributos}>${contenido}</${p}c>`
}

function contenidoDe(e: Escribible, p: string): string {
  if (e.v === null) return ''
  return e.t === 'inlineStr' ? `<${p}is><${p}t xml:space="preserve">${escaparTexto(e.v)}</${p}t></${p}is>` : `<${p}v>${escaparTexto(e.v)}</${p}v>`
}

/** The head of a shared formula holds the others; an array formula is one for all of its cells; under a merged area nobody sees. */
function esDeVarias(t: TrabajoFila, columna: number, contenido: string): boolean {
  const f = apertura(`${t.p}f`).exec(contenido)?.[1]
  if (f !== undefined && valorDe(f, 't') === 'shared' && valorDe(f, 'ref') !== undefined) return true
  if (areaQueContiene(t.areas.formulas, t.numero, columna)) return true
  const area = areaQueContiene(t.areas.combinadas, t.numero, columna)
  return area !== undefined && (area.fila !== t.numero - 1 || area.columna !== columna)
}

function estilosDeColumnas(cabeza: string, p: string): (columna: number) => number {
  const cols = [...cabeza.matchAll(apertura(`${p}col`))].map(({ 1: a = '' }) => ({ min: Number(valorDe(a, 'min')), max: Number(valorDe(a, 'max')), s: Number(valorDe(a, 'style') ?? 0) }))
  return columna => cols.find(c => columna + 1 >= c.min && columna + 1 <= c.max)?.s ?? 0
}

/** Text of the cell in that place, for finding headings; shared strings by their number. */
export function textosDeFila(xml: string, p: string, cadenas: readonly Celda[]): { columna: number; texto: string }[] {
  return celdasDe(xml, p).map(c => {
    const v = new RegExp(`<${p}v[^>]*>([^<]*)</${p}v>`).exec(c.contenido)?.[1] ?? ''
    const tipo = valorDe(c.atributos, 't')
    if (tipo === 's') { const celda = cadenas[Number(v)]; return { columna: c.columna, texto: typeof celda === 'string' ? celda : '' } }
    if (tipo === 'inlineStr') return { columna: c.columna, texto: [...c.contenido.matchAll(new RegExp(`<${p}t(?:\\s[^>]*)?>([^<]*)</${p}t>`, 'g'))].map(m => m[1]).join('') }
    return { columna: c.columna, texto: v }
  })
}
