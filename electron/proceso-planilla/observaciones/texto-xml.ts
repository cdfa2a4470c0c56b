/** Text and tags of the parts that are written again by hand. */

// What XML 1.0 cannot hold, and an underscore that a reader would take for such an escape (ECMA-376 part 1, 22.9.2.19).
const IMPOSIBLE = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]|_(?=x[\dA-F]{4}_)/giu

/** Text of an element of a workbook. */
export function escaparTexto(texto: string): string {
  return texto.replace(IMPOSIBLE, c => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
export const escaparAtributo = (texto: string): string => escaparTexto(texto).replaceAll('"', '&quot;')

const NOMBRE = (nombre: string): RegExp => new RegExp(`(\\s)${nombre}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
/** `atributos` as written in a tag; the value as written too. */
export function valorDe(atributos: string, nombre: string): string | undefined {
  const m = NOMBRE(nombre).exec(atributos)
  return m ? (m[2] ?? m[3] ?? '') : undefined
}
export const sinAtributo = (atributos: string, nombre: string): string => atributos.replace(NOMBRE(nombre), '')
export const conAtributo = (atributos: string, nombre: string, valor: string | number): string => {
  const limpios = sinAtributo(atributos, nombre).replace(/\s+$/, '')
  return `${limpios} ${nombre}="${valor}"`
}

/** The attributes of a tag, whatever stands in their quotes. */
export const ATRIBUTOS = `((?:[^<>"']|"[^"]*"|'[^']*')*?)`
/** An opening tag of that name: its attributes, and `/` when it closes itself. */
export const apertura = (nombre: string): RegExp => new RegExp(`<${nombre}(?=[\\s/>])${ATRIBUTOS}\\s*(/?)>`, 'g')

/** A → 0; -1 for what is no column. */
export function columnaDe(letras: string): number {
  return /^[A-Z]{1,3}$/.test(letras) ? [...letras].reduce((n, l) => n * 26 + l.charCodeAt(0) - 64, 0) - 1 : -1
}
