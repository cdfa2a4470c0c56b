/** Text of an XML part: entities, character references and the escapes that only workbooks have. */
import { aparte } from './interrupcion.ts'

const ENTIDADES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * `crudo` as written between tags or quotes → what it says. `_x000D_` is how a workbook writes the characters that XML
 * cannot hold, and `_x005F_` is an underscore that must not start such an escape (ECMA-376 part 1, 22.9.2.19 ST_Xstring;
 * 22.4.2.4 bstr). An entity that XML itself does not define needs a DOCTYPE, which this reader does not follow.
 */
export function textoXml(crudo: string): string {
  let t = crudo
  if (t.includes('&')) t = t.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));|&/g, entidad)
  if (t.includes('_x')) t = t.replace(/_x([\da-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return t.includes('\r\n') ? t.replaceAll('\r\n', '\n') : t
}

function entidad(_: string, nombre: string | undefined, decimal: string | undefined, hex: string | undefined): string {
  if (nombre !== undefined) return ENTIDADES[nombre] ?? ''
  const codigo = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? '', 16)
  return codigo > 0 && codigo <= 0x10ffff ? String.fromCodePoint(codigo) : aparte('entidad que XML no define')
}
