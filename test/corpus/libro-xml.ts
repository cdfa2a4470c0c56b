/** .xlsx packages written as XML by hand, to hold what no library would write. */
import { zip, type Parte } from './zip-escrito.ts'

export const TRANSICIONAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const ESTRICTO = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const REL_ESTRICTA = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const TIPO = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const CABEZA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export interface Hoja { nombre: string; xml: string | Uint8Array; estado?: 'hidden' | 'veryHidden'; clase?: 'worksheet' | 'chartsheet'; /** The workbook names it, but it is not in the package. */ falta?: boolean }
export interface LibroXml {
  hojas: readonly Hoja[]
  /** XML inside `sst`. */
  cadenas?: string
  /** XML inside `styleSheet`. */
  estilos?: string
  es1904?: boolean
  estricto?: boolean
  macros?: boolean
  otras?: readonly Parte[]
  /** Last chance to spoil the parts. */
  retocar?(partes: Parte[]): Parte[]
}

export function libroXml(o: LibroXml): Buffer {
  const rel = o.estricto === true ? REL_ESTRICTA : REL
  const espacio = o.estricto === true ? ESTRICTO : TRANSICIONAL
  const carpeta = (h: Hoja): string => (h.clase === 'chartsheet' ? 'chartsheets' : 'worksheets')
  const tipos = [
    ['/xl/workbook.xml', o.macros === true ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' : `${TIPO}.sheet.main+xml`],
    ...o.hojas.map((h, i) => [`/xl/${carpeta(h)}/sheet${i + 1}.xml`, `${TIPO}.${h.clase ?? 'worksheet'}+xml`]),
    ...(o.cadenas === undefined ? [] : [['/xl/sharedStrings.xml', `${TIPO}.sharedStrings+xml`]]),
    ...(o.estilos === undefined ? [] : [['/xl/styles.xml', `${TIPO}.styles+xml`]]),
    ...(o.macros === true ? [['/xl/vbaProject.bin', 'application/vnd.ms-office.vbaProject']] : []),
  ].map(([ruta, tipo]) => `<Override PartName="${ruta}" ContentType="${tipo}"/>`).join('')
  const relaciones = [
    ...o.hojas.map((h, i) => `<Relationship Id="rId${i + 1}" Type="${rel}/${h.clase ?? 'worksheet'}" Target="${carpeta(h)}/sheet${i + 1}.xml"/>`),
    ...(o.cadenas === undefined ? [] : [`<Relationship Id="rId900" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/>`]),
    ...(o.estilos === undefined ? [] : [`<Relationship Id="rId901" Type="${rel}/styles" Target="styles.xml"/>`]),
    ...(o.macros === true ? ['<Relationship Id="rId902" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'] : []),
  ].join('')
  const hojas = o.hojas.map((h, i) => `<sheet name="${escapar(h.nombre)}" sheetId="${i + 1}"${h.estado === undefined ? '' : ` state="${h.estado}"`} r:id="rId${i + 1}"/>`).join('')
  const partes: Parte[] = [
    { nombre: '[Content_Types].xml', datos: `${CABEZA}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${tipos}</Types>` },
    { nombre: '_rels/.rels', datos: `${CABEZA}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { nombre: 'xl/workbook.xml', datos: `${CABEZA}<workbook xmlns="${espacio}" xmlns:r="${rel}"${o.estricto === true ? ' conformance="strict"' : ''}><workbookPr${o.es1904 === true ? ' date1904="1"' : ''}/><sheets>${hojas}</sheets></workbook>` },
    { nombre: 'xl/_rels/workbook.xml.rels', datos: `${CABEZA}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relaciones}</Relationships>` },
    ...o.hojas.flatMap((h, i): Parte[] => (h.falta === true ? [] : [{ nombre: `xl/${carpeta(h)}/sheet${i + 1}.xml`, datos: typeof h.xml !== 'string' || /^<\?xml|^\ufeff/.test(h.xml) ? h.xml : hojaXml(h.xml, { espacio }) }])),
    ...(o.cadenas === undefined ? [] : [{ nombre: 'xl/sharedStrings.xml', datos: `${CABEZA}<sst xmlns="${espacio}">${o.cadenas}</sst>` }]),
    ...(o.estilos === undefined ? [] : [{ nombre: 'xl/styles.xml', datos: `${CABEZA}<styleSheet xmlns="${espacio}">${o.estilos}</styleSheet>` }]),
    ...(o.macros === true ? [{ nombre: 'xl/vbaProject.bin', datos: 'Sub Auto_Open()' }] : []),
    ...(o.otras ?? []),
  ]
  return zip(o.retocar?.(partes) ?? partes)
}

/** A whole sheet from the XML of its rows. */
export function hojaXml(filas: string, o: { espacio?: string; antes?: string; despues?: string; prologo?: string } = {}): string {
  return `${CABEZA}${o.prologo ?? ''}<worksheet xmlns="${o.espacio ?? TRANSICIONAL}">${o.antes ?? ''}<sheetData>${filas}</sheetData>${o.despues ?? ''}</worksheet>`
}

export const escapar = (t: string): string => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
/** 0 → A */
export const letra = (i: number): string => (i < 26 ? '' : letra(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26))
export const celdaXml = (ref: string, texto: string): string => `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escapar(texto)}</t></is></c>`
/** A row of inline strings; `numero` from 1. */
export const filaXml = (numero: number, textos: readonly string[]): string => `<row r="${numero}">${textos.map((t, i) => celdaXml(`${letra(i)}${numero}`, t)).join('')}</row>`
/** Rows from the first on. */
export const filasXml = (filas: readonly (readonly string[])[]): string => filas.map((f, i) => filaXml(i + 1, f)).join('')
