/**
 * Reads the JSON of an answer that may have something printed before it: a byte order mark, PHP warnings as HTML or
 * as text [OBS]. The JSON that reaches the end of the text is the answer.
 */

/** `basura`: something else came with the JSON. */
export interface JsonEncontrado { readonly valor: unknown; readonly basura: boolean }

/**
 * Finds the JSON document of an answer. A document cut short is not one: its inner lists would read as whole answers,
 * and an answer that says less than was sent must never pass for a complete one.
 * @returns null when there is none: the caller must treat the outcome as unknown, never as a success.
 */
export function extraerJson(texto: string): JsonEncontrado | null {
  const limpio = texto.replace(/^[\uFEFF\s]+|[\s\u0000]+$/gu, '')
  const entero = leer(limpio)
  if (entero !== null) return { valor: entero.valor, basura: false }
  let conHtmlDetras: JsonEncontrado | null = null
  let i = 0
  while (i < limpio.length) {
    if (!esComienzo(limpio, i)) { i++; continue }
    const fin = finDelDocumento(limpio, i)
    // Never closed: everything after it is its inside.
    if (fin === -1) return null
    const hallado = leer(limpio.slice(i, fin))
    if (hallado !== null) {
      const resto = limpio.slice(fin).trimStart()
      if (resto === '') return { valor: hallado.valor, basura: true }
      // A page footer printed after the answer; JSON inside an HTML attribute does not stand alone before a tag.
      if (resto.startsWith('<') && estaSuelto(limpio, i)) conHtmlDetras = { valor: hallado.valor, basura: true }
    }
    i = fin
  }
  return conHtmlDetras
}

/** Only objects and lists count: a number or a quoted word is not an answer of the service. */
function leer(texto: string): { valor: object } | null {
  if (!texto.startsWith('{') && !texto.startsWith('[')) return null
  return intentar(texto) ?? intentar(texto.replace(ESCAPE_SIN_SENTIDO, '$1\\\\'))
}
/** [I22] prints `"…\historial-envios…"` in an answer of the history: a backslash that escapes nothing stands for itself. */
export const ESCAPE_SIN_SENTIDO = /((?:^|[^\\])(?:\\\\)*)\\(?!["\\/bfnrtu])/gu

function intentar(texto: string): { valor: object } | null {
  try {
    const valor: unknown = JSON.parse(texto)
    return typeof valor === 'object' && valor !== null ? { valor } : null
  } catch { return null }
}

/**
 * Whether a document may begin at `i`. Warnings hold brackets of their own (`$x[1]`, `Cannot use []`, `array(1) {`),
 * so an object must open with a key and a list must stand on its own line or after a tag. A bracket after `,` `:` `[`
 * or `{` belongs to a document already open.
 */
export function esComienzo(texto: string, i: number): boolean {
  const c = texto[i]
  if (c === '{') return /^\{\s*["}]/u.test(texto.slice(i, i + 200)) && !/[,:[{"]$/u.test(anterior(texto, i))
  if (c === '[') return /^\[\s*[{\]]/u.test(texto.slice(i, i + 200)) && estaSuelto(texto, i)
  return false
}

const anterior = (texto: string, i: number): string => texto.slice(Math.max(0, i - 200), i).trimEnd()

export function estaSuelto(texto: string, i: number): boolean {
  const antes = texto.slice(Math.max(0, i - 200), i).replace(/[ \t\r]+$/u, '')
  if (antes === '') return i <= 200
  return (antes.endsWith('>') || antes.endsWith('\n')) && !/[,:[{"]$/u.test(antes.trimEnd())
}

/** Index after the bracket that closes the one at `inicio`, minding quoted text; -1 when it is never closed. */
function finDelDocumento(texto: string, inicio: number): number {
  let hondura = 0
  let enTexto = false
  for (let i = inicio; i < texto.length; i++) {
    const c = texto.charCodeAt(i)
    if (enTexto) {
      if (c === 0x5c) i++
      else if (c === 0x22) enTexto = false
    } else if (c === 0x22) enTexto = true
    else if (c === 0x7b || c === 0x5b) hondura++
    else if (c === 0x7d || c === 0x5d) {
      hondura--
      if (hondura === 0) return i + 1
    }
  }
  return -1
}
