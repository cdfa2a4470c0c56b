/** Tags of the small XML parts (content types, relationships, workbook, styles). The sheets have a scanner of their own. */
import { aparte } from './interrupcion.ts'
import { textoXml } from './texto.ts'

export interface Etiqueta {
  /** Without its prefix. */
  nombre: string
  /** `</a>` */
  cierra: boolean
  /** `<a/>` */
  sola: boolean
  /** The attributes as written; see `atributo`. */
  atributos: string
}

const ETIQUETA = /<(?:\?[^>]*\?>|(\/?)(?:([^\s<>"'/=:]+):)?([^\s<>"'/=:]+)((?:\s+[^\s<>"'/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>)/y
const ATRIBUTO = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Bytes of a part → its text. Another encoding than UTF-8, a DOCTYPE, CDATA or a comment is left to the other reader. */
export function textoDeParte(bytes: Buffer): string {
  revisarInicio(bytes)
  const texto = bytes.toString('utf8')
  if (texto.includes('<!')) aparte('DOCTYPE, CDATA o comentario en el XML')
  return texto.charCodeAt(0) === 0xfeff ? texto.slice(1) : texto
}

/** The first bytes say whether this is UTF-8 (ECMA-376 part 2, 9.1.1: parts are UTF-8 or UTF-16). */
export function revisarInicio(bytes: Buffer): void {
  const inicio = bytes.toString('latin1', 0, 200).replace(/^\xef\xbb\xbf/, '')
  if (!/^\s*</.test(inicio)) aparte('XML que no parte como UTF-8')
  const codificacion = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/.exec(inicio)?.[1]
  if (codificacion !== undefined && !/^(utf-?8|us-ascii)$/i.test(codificacion)) aparte('codificación que no es UTF-8')
}

/**
 * Tags in document order. The root must belong to one of `espacios`; the tags that do not carry the root's prefix are
 * extensions of somebody else and are passed over. `entero`: the XML is all there, so that every element must end.
 */
export function* etiquetas(xml: string, espacios: ReadonlySet<string>, entero = true): Generator<Etiqueta> {
  let prefijo: string | undefined | null = null
  const abiertas: string[] = []
  for (let p = xml.indexOf('<'); p !== -1; p = xml.indexOf('<', p)) {
    ETIQUETA.lastIndex = p
    const m = ETIQUETA.exec(xml)
    if (m === null) aparte('XML mal formado')
    p = ETIQUETA.lastIndex
    const [, barra, pre, nombre, atributos = '', fin] = m
    if (nombre === undefined) continue
    if (barra === '/') {
      if (abiertas.pop() !== `${pre}:${nombre}`) aparte('XML mal formado')
    } else if (fin !== '/') abiertas.push(`${pre}:${nombre}`)
    if (prefijo === null) {
      prefijo = pre
      if (!espacios.has(espacioDe(atributos, pre))) aparte('espacio de nombres desconocido')
    } else if (/\sxmlns\s*=/.test(atributos) && !espacios.has(espacioDe(atributos, undefined))) {
      aparte('espacio de nombres que cambia a mitad del XML')
    }
    if (pre === prefijo) yield { nombre, cierra: barra === '/', sola: fin === '/', atributos }
  }
  if (prefijo === null || (entero && abiertas.length > 0)) aparte('XML sin elementos o sin cierre')
}

const espacioDe = (atributos: string, prefijo: string | undefined): string => atributoCrudo(atributos, prefijo === undefined ? 'xmlns' : `xmlns:${prefijo}`) ?? ''

function atributoCrudo(atributos: string, nombre: string): string | undefined {
  for (const [, n, a, b] of atributos.matchAll(ATRIBUTO)) if (n === nombre) return a ?? b
  return undefined
}

/** Value of an attribute, its entities resolved; undefined when the tag does not have it. */
export function atributo(etiqueta: Etiqueta, nombre: string): string | undefined {
  const crudo = atributoCrudo(etiqueta.atributos, nombre)
  return crudo === undefined ? undefined : textoXml(crudo)
}

/** Value of the attribute of that local name that does carry a prefix, whichever it is (`r:id`). */
export function atributoConPrefijo(etiqueta: Etiqueta, local: string): string | undefined {
  for (const [, n, a, b] of etiqueta.atributos.matchAll(ATRIBUTO)) if (n !== undefined && n.endsWith(`:${local}`) && !n.startsWith('xmlns')) return textoXml(a ?? b ?? '')
  return undefined
}

/** xsd:boolean (ECMA-376 part 1, 22.9.2.1 ST_OnOff of the strict schema has the same words). */
export const esCierto = (valor: string | undefined): boolean => valor === '1' || valor === 'true'
