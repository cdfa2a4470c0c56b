/** Zip files written by hand, lies included. */
import { crc32 } from 'node:zlib'
import { deflateRawSync } from 'node:zlib'

export interface Parte {
  nombre: string
  datos: Buffer
  /** What the directory declares instead of the truth. */
  miente?: { inflado?: number; posicionDe?: number; cifrada?: boolean }
}

export function zip(partes: readonly Parte[]): Buffer {
  const locales: Buffer[] = []
  const centrales: Buffer[] = []
  const posiciones: number[] = []
  let p = 0
  for (const { nombre, datos, miente } of partes) {
    const crudo = deflateRawSync(datos)
    const n = Buffer.from(nombre)
    const cabeza = Buffer.alloc(26)
    cabeza.writeUInt16LE(20, 0)
    cabeza.writeUInt16LE(miente?.cifrada === true ? 1 : 0, 2)
    cabeza.writeUInt16LE(8, 4)
    cabeza.writeUInt32LE(crc32(datos), 10)
    cabeza.writeUInt32LE(crudo.length, 14)
    cabeza.writeUInt32LE(miente?.inflado ?? datos.length, 18)
    cabeza.writeUInt16LE(n.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), cabeza, n, crudo])
    posiciones.push(p)
    const cola = Buffer.alloc(14)
    cola.writeUInt32LE(miente?.posicionDe === undefined ? p : (posiciones[miente.posicionDe] ?? 0), 10)
    centrales.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), cabeza, cola, n]))
    locales.push(local)
    p += local.length
  }
  const directorio = Buffer.concat(centrales)
  const fin = Buffer.alloc(18)
  fin.writeUInt16LE(partes.length, 4)
  fin.writeUInt16LE(partes.length, 6)
  fin.writeUInt32LE(directorio.length, 8)
  fin.writeUInt32LE(p, 12)
  return Buffer.concat([...locales, directorio, Buffer.from('PK\x05\x06'), fin])
}

const TIPOS = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
export const tiposDeExcel: Parte = { nombre: '[Content_Types].xml', datos: Buffer.from(TIPOS) }
const LIBRO = '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets><sheet name="Avance" sheetId="1"/></sheets></workbook>'
/** The smallest workbook whose only sheet is the given XML. */
export const libroConHoja = (hoja: Buffer, otras: readonly Parte[] = [], miente?: Parte['miente']): Buffer =>
  zip([tiposDeExcel, { nombre: 'xl/workbook.xml', datos: Buffer.from(LIBRO) }, { nombre: 'xl/worksheets/sheet1.xml', datos: hoja, ...(miente ? { miente } : {}) }, ...otras])

const escapar = (t: string): string => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
export const celdaXml = (ref: string, texto: string): string => `<c r="${ref}" t="inlineStr"><is><t>${escapar(texto)}</t></is></c>`
export function hojaXml(filas: readonly (readonly string[])[], sobra = ''): Buffer {
  const xml = filas.map((f, r) => `<row r="${r + 1}">${f.map((t, c) => celdaXml(`${String.fromCharCode(65 + c)}${r + 1}`, t)).join('')}</row>`).join('')
  return Buffer.from(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${xml}${sobra}</sheetData></worksheet>`)
}
