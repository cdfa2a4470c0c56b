/** Static HTML in which every text is escaped because there is no way to write one that is not. */

/** Markup of ours. Only `html` makes it. */
export class Html { readonly texto: string; constructor(texto: string) { this.texto = texto } }
type Valor = string | number | Html | readonly Html[] | null

const SIGNOS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }
/** Line breaks and tabs aside: HTML drops or refuses these, and what was sent must not lose a letter without a trace. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const DE_CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/gu

/** Text as it is to be read: control characters as their pictures (␀), half a surrogate pair as �. */
export const legible = (texto: string): string => texto
  .replace(/\r\n?/gu, '\n')
  .replace(DE_CONTROL, (c) => String.fromCharCode(c === '\u007F' ? 0x2421 : 0x2400 + c.charCodeAt(0)))
  .replace(/\p{Cs}/gu, '\uFFFD')

export const escapar = (texto: string): string => legible(texto).replace(/[&<>"']/gu, (c) => SIGNOS[c] ?? c)

const aTexto = (v: Valor): string =>
  v === null ? '' : v instanceof Html ? v.texto : typeof v === 'object' ? v.map((h) => h.texto).join('') : escapar(String(v))

/** `html\`<td>${nombre}</td>\``: texts are escaped, pieces of markup are taken as they are, null is nothing. */
export function html(partes: TemplateStringsArray, ...valores: Valor[]): Html {
  return new Html(partes.reduce((hecho, parte, i) => `${hecho}${aTexto(valores[i - 1] ?? null)}${parte}`))
}

/** Letters that run from right to left, and the marks that turn or hold the direction of what follows. */
const TUERCE = /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC]/u
/** A text within a line of ours: it cannot turn the words that follow it. */
export const aislado = (texto: string): Html => (TUERCE.test(texto) ? html`<bdi>${texto}</bdi>` : html`${texto}`)
