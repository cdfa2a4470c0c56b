/** Names that the two editions of the format use: transitional (what Excel writes) and strict (ECMA-376 part 1). */

export const PLANILLA = new Set(['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'])
export const TIPOS = new Set(['http://schemas.openxmlformats.org/package/2006/content-types'])
export const RELACIONES = new Set(['http://schemas.openxmlformats.org/package/2006/relationships'])

const BASES = ['http://schemas.openxmlformats.org/officeDocument/2006/relationships/', 'http://purl.oclc.org/ooxml/officeDocument/relationships/', 'http://schemas.microsoft.com/office/2006/relationships/']

/** The last word of a relationship's type ('worksheet', 'sharedStrings', 'xlMacrosheet'); '' when it is of another family. */
export function claseDeRelacion(tipo: string): string {
  const base = BASES.find(b => tipo.startsWith(b))
  return base === undefined ? '' : tipo.slice(base.length)
}

/** Content types of a workbook in XML (ECMA-376 part 1, 12.3.23; the ones with macros are Microsoft's). Binary workbooks (.xlsb) are not here. */
export const TIPOS_DE_LIBRO = new Set([
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml',
  'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  'application/vnd.ms-excel.addin.macroEnabled.main+xml',
])
export const TIPO_CADENAS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml'
export const TIPO_ESTILOS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'
