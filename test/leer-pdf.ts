/**
 * As much of a PDF as a test has to look at: its pages' text, read back from what Chromium drew, and what it says of
 * itself. Written here because the readers on npm weigh forty times the program's own tests, or need a newer Node.
 */
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'

export interface Pdf {
  titulo: string
  /** Language of the document; '' when it tells none. */
  idioma: string
  etiquetado: boolean
  conIndice: boolean
  /** Points. */
  tamano: [number, number]
  /** Text of each page without any blank: words are drawn in pieces, and blanks are not drawn at all. */
  paginas: string[]
}

interface Objeto { dic: string; flujo: string | null }
export const sinBlancos = (t: string): string => t.replace(/\s+/gu, '')

/** @throws when it is not a PDF of the shape that Chromium writes */
export function leerPdf(ruta: string): Pdf {
  const octetos = readFileSync(ruta)
  const crudo = octetos.toString('latin1')
  const objetos = new Map<number, Objeto>()
  for (const m of crudo.matchAll(/(?:^|\n)(\d+) 0 obj\n/gu)) {
    const inicio = m.index + m[0].length
    const fin = crudo.indexOf('endobj', inicio)
    const conFlujo = /(?:^|>>\s*)stream\r?\n/u.exec(crudo.slice(inicio, fin))
    if (conFlujo === null) { objetos.set(Number(m[1]), { dic: crudo.slice(inicio, fin), flujo: null }); continue }
    const dic = crudo.slice(inicio, inicio + conFlujo.index)
    const desde = inicio + conFlujo.index + conFlujo[0].length
    const bytes = octetos.subarray(desde, desde + Number(/\/Length (\d+)/u.exec(dic)?.[1]))
    objetos.set(Number(m[1]), { dic, flujo: dic.includes('FlateDecode') ? inflateSync(bytes).toString('latin1') : '' })
  }
  const de = (n: string | undefined): Objeto => objetos.get(Number(n)) ?? { dic: '', flujo: null }
  const catalogo = [...objetos.values()].find((o) => /\/Type \/Catalog\b/u.test(o.dic))?.dic ?? ''
  const paginas = ordenDePaginas(de, /\/Pages (\d+) 0 R/u.exec(catalogo)?.[1])
  if (paginas.length === 0) throw new Error('no pages')
  const mapas = new Map<string, Map<number, string>>()
  const mapaDe = (fuente: string): Map<number, string> => {
    const sabido = mapas.get(fuente)
    if (sabido !== undefined) return sabido
    const mapa = leerMapa(de(/\/ToUnicode (\d+) 0 R/u.exec(de(fuente).dic)?.[1]).flujo ?? '')
    mapas.set(fuente, mapa)
    return mapa
  }
  const texto = (o: Objeto, flujo: string): string => {
    const fuentes = new Map([.../\/Font <<([\s\S]*?)>>/u.exec(o.dic)?.[1]?.matchAll(/\/(\w+) (\d+) 0 R/gu) ?? []].map((f) => [f[1], f[2] ?? '']))
    const formas = new Map([.../\/XObject <<([\s\S]*?)>>/u.exec(o.dic)?.[1]?.matchAll(/\/(\w+) (\d+) 0 R/gu) ?? []].map((f) => [f[1], de(f[2])]))
    let mapa = new Map<number, string>()
    let hecho = ''
    for (const t of flujo.matchAll(/\/(\w+) [\d.-]+ Tf|<([0-9A-Fa-f]+)>|\/(\w+) Do/gu)) {
      if (t[1] !== undefined) mapa = mapaDe(fuentes.get(t[1]) ?? '')
      else if (t[2] !== undefined) for (let i = 0; i < t[2].length; i += 4) hecho += mapa.get(Number.parseInt(t[2].slice(i, i + 4), 16)) ?? ''
      else { const forma = formas.get(t[3]); if (forma?.flujo != null) hecho += texto(forma, forma.flujo) }
    }
    return hecho
  }
  const caja = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(paginas[0]?.dic ?? '')
  return {
    titulo: leerCadena(/\/Title (\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>)/u.exec(crudo)?.[1] ?? ''), idioma: /\/Lang \(([^)]*)\)/u.exec(catalogo)?.[1] ?? '',
    etiquetado: /\/Marked true/u.test(catalogo), conIndice: /\/Outlines \d+ 0 R/u.test(catalogo), tamano: [Number(caja?.[1]), Number(caja?.[2])],
    paginas: paginas.map((p) => sinBlancos(texto(p, [...(/\/Contents (\[[^\]]*\]|\d+ 0 R)/u.exec(p.dic)?.[1] ?? '').matchAll(/(\d+) 0 R/gu)].map((c) => de(c[1]).flujo ?? '').join('\n')))),
  }
}

function ordenDePaginas(de: (n: string | undefined) => Objeto, raiz: string | undefined): Objeto[] {
  const o = de(raiz)
  const hijos = /\/Kids \[([^\]]*)\]/u.exec(o.dic)?.[1]
  if (hijos === undefined) return o.dic === '' ? [] : [o]
  return [...hijos.matchAll(/(\d+) 0 R/gu)].flatMap((h) => ordenDePaginas(de, h[1]))
}

/** The font's own table from its glyphs to letters. */
function leerMapa(cmap: string): Map<number, string> {
  const mapa = new Map<number, string>()
  const letras = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const bloque of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu)) for (const [, g = '', l = ''] of bloque[1]?.matchAll(/<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>/gu) ?? []) mapa.set(Number.parseInt(g, 16), letras(l))
  for (const bloque of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu)) {
    for (const [, a = '', b = '', l = ''] of bloque[1]?.matchAll(/<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>/gu) ?? []) {
      for (let i = 0; i <= Number.parseInt(b, 16) - Number.parseInt(a, 16); i++) mapa.set(Number.parseInt(a, 16) + i, String.fromCodePoint((letras(l).codePointAt(0) ?? 0) + i))
    }
  }
  return mapa
}

function leerCadena(c: string): string {
  const hex = c.startsWith('<') ? Buffer.from(c.slice(1, -1), 'hex') : Buffer.from(c.slice(1, -1).replace(/\\([\\()])/gu, '$1'), 'latin1')
  return hex[0] === 0xfe && hex[1] === 0xff ? Buffer.from(hex.subarray(2)).swap16().toString('utf16le') : hex.toString('latin1')
}
