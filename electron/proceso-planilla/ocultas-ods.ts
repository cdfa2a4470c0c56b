/** What SheetJS does not tell of the sheets of an OpenDocument file: what is hidden of them, and their names without XML's escapes. */
import type { Tramo } from './lector.ts'

/** `filas` and `columnas` from 0, both ends included. */
export interface OcultoDeHoja { hoja: boolean; filas: Tramo[]; columnas: Tramo[] }

const ATRIBUTOS = `((?:[^<>"']|"[^"]*"|'[^']*')*)`
/** Widest sheet of LibreOffice; a repetition past it is nobody's. */
const MAXIMO = 1_048_576

/**
 * By sheet, named as SheetJS does (with its escapes), what is hidden: the sheet whose style says `table:display="false"`, the
 * rows and columns whose `table:visibility` says "collapse" or "filter" (ODF 1.3 part 3, 19.749). `contenido`: the part content.xml, or a .fods.
 */
export function ocultoEnOds(contenido: Buffer): ReadonlyMap<string, OcultoDeHoja> {
  const xml = contenido.toString('utf8')
  const estilos = new Set<string>()
  for (const [, atributos = '', cuerpo = ''] of xml.matchAll(/<style:style\b([^<>]*)>((?:(?!<\/style:style>)[^])*?)<\/style:style>/g)) {
    const estilo = atributo(atributos, 'style:name')
    if (estilo !== null && /<style:table-properties\b[^<>]*table:display="false"/.test(cuerpo)) estilos.add(estilo)
  }
  const hojas = new Map<string, OcultoDeHoja>()
  // Most files hide nothing: their rows are not walked.
  const etiquetas = /\stable:visibility="(?:collapse|filter)"/.test(xml) ? '<table:(table|table-row|table-column)' : '<table:(table)'
  let actual: OcultoDeHoja | null = null
  let fila = 0, columna = 0
  for (const [, que, a = ''] of xml.matchAll(new RegExp(`${etiquetas}(?=[\\s/>])${ATRIBUTOS}>`, 'g'))) {
    if (que === 'table') {
      const nombre = atributo(a, 'table:name')
      if (nombre === null || hojas.has(nombre)) { actual = null; continue }
      actual = { hoja: estilos.has(atributo(a, 'table:style-name') ?? ''), filas: [], columnas: [] }
      hojas.set(nombre, actual)
      fila = columna = 0
      continue
    }
    const oculta = ['collapse', 'filter'].includes(atributo(a, 'table:visibility') ?? '')
    const veces = Math.min(MAXIMO, Number(/^\d{1,9}$/.exec(atributo(a, `table:number-${que === 'table-row' ? 'rows' : 'columns'}-repeated`) ?? '')?.[0] ?? 1))
    if (que === 'table-row') {
      if (oculta) actual?.filas.push([fila, fila + veces - 1])
      fila += veces
    } else {
      if (oculta) actual?.columnas.push([columna, columna + veces - 1])
      columna += veces
    }
  }
  return hojas
}

const atributo = (atributos: string, nombre: string): string | null => new RegExp(`\\s${nombre}="([^"]*)"`).exec(atributos)?.[1] ?? null

const ENTIDADES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
export const sinEscapes = (nombre: string): string => nombre.replace(/&(amp|lt|gt|quot|apos);/g, (_, e: string) => ENTIDADES[e] ?? '')
