/** What SheetJS does not tell of the sheets of an OpenDocument file: which are hidden, and their names without XML's escapes. */

/** Names, escaped as SheetJS leaves them, of the sheets whose style says `table:display="false"`. `contenido` is the part content.xml. */
export function hojasOcultasOds(contenido: Buffer): ReadonlySet<string> {
  const xml = contenido.toString('utf8')
  const estilos = new Set<string>()
  for (const [, atributos = '', cuerpo = ''] of xml.matchAll(/<style:style\b([^<>]*)>((?:(?!<\/style:style>)[^])*?)<\/style:style>/g)) {
    const estilo = atributo(atributos, 'style:name')
    if (estilo !== null && /<style:table-properties\b[^<>]*table:display="false"/.test(cuerpo)) estilos.add(estilo)
  }
  const ocultas = new Set<string>()
  if (estilos.size === 0) return ocultas
  for (const [, atributos = ''] of xml.matchAll(/<table:table\b([^<>]*)>/g)) {
    const estilo = atributo(atributos, 'table:style-name')
    const nombre = atributo(atributos, 'table:name')
    if (nombre !== null && estilo !== null && estilos.has(estilo)) ocultas.add(nombre)
  }
  return ocultas
}

const atributo = (atributos: string, nombre: string): string | null => new RegExp(`\\s${nombre}="([^"]*)"`).exec(atributos)?.[1] ?? null

const ENTIDADES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
export const sinEscapes = (nombre: string): string => nombre.replace(/&(amp|lt|gt|quot|apos);/g, (_, e: string) => ENTIDADES[e] ?? '')
