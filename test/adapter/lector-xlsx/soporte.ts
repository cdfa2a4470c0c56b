/** Workbooks written by hand, and the same questions asked to both readers. */
import { crc32, deflateRawSync } from 'node:zlib'
import type { Celda } from '../../../shared/domain/celda.ts'
import type { FilaLeida, LibroAbierto } from '../../../electron/proceso-planilla/lector.ts'
import { lectorSheetjs } from '../../../electron/proceso-planilla/lector-sheetjs.ts'
import { LecturaInterrumpida } from '../../../electron/proceso-planilla/xlsx/interrupcion.ts'
import { type LibroXlsx, abrirXlsx } from '../../../electron/proceso-planilla/xlsx/lector-xlsx.ts'

export interface ParteDePrueba { nombre: string; datos: string | Buffer; guardada?: boolean; descriptor?: boolean; crc?: number; inflado?: number }

/** A zip with those parts. `guardada`: not compressed; `descriptor`: sizes only after the data and in the directory, as writers that stream do. */
export function zip(partes: readonly ParteDePrueba[]): Buffer {
  const cuerpo: Buffer[] = [], directorio: Buffer[] = []
  let posicion = 0
  for (const p of partes) {
    const datos = Buffer.from(p.datos as string), nombre = Buffer.from(p.nombre)
    const crudo = p.guardada ? datos : deflateRawSync(datos)
    const medidas = Buffer.alloc(12)
    medidas.writeUInt32LE(p.crc ?? crc32(datos), 0)
    medidas.writeUInt32LE(crudo.length, 4)
    medidas.writeUInt32LE(p.inflado ?? datos.length, 8)
    const comun = Buffer.alloc(10)
    comun.writeUInt16LE(20, 0)
    comun.writeUInt16LE(p.descriptor ? 8 : 0, 2)
    comun.writeUInt16LE(p.guardada ? 0 : 8, 4)
    const largos = Buffer.alloc(4)
    largos.writeUInt16LE(nombre.length, 0)
    const lugar = Buffer.alloc(4)
    lugar.writeUInt32LE(posicion, 0)
    const local = [Buffer.from('PK\x03\x04'), comun, p.descriptor ? Buffer.alloc(12) : medidas, largos, nombre, crudo, p.descriptor ? Buffer.concat([Buffer.from('PK\x07\x08'), medidas]) : Buffer.alloc(0)]
    directorio.push(Buffer.from('PK\x01\x02\x14\x00'), comun, medidas, largos, Buffer.alloc(10), lugar, nombre)
    for (const b of local) posicion += b.length
    cuerpo.push(...local)
  }
  const central = Buffer.concat(directorio), fin = Buffer.alloc(18)
  fin.writeUInt16LE(partes.length, 4)
  fin.writeUInt16LE(partes.length, 6)
  fin.writeUInt32LE(central.length, 8)
  fin.writeUInt32LE(posicion, 12)
  return Buffer.concat([...cuerpo, central, Buffer.from('PK\x05\x06'), fin])
}

export const TRANSICIONAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const ESTRICTO = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const REL_ESTRICTA = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const TIPO = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'

export interface LibroDePrueba {
  /** XML of each sheet: only what is in sheetData, or the whole part when it starts with `<?xml` or a BOM. */
  hojas: (string | Buffer)[]
  nombres?: string[]
  estados?: Record<number, string>
  /** XML inside sst; absent: there is no such part. */
  cadenas?: string
  /** XML inside styleSheet. */
  estilos?: string
  es1904?: boolean
  estricto?: boolean
  /** Prefix of every element of a sheet, `x`. */
  prefijo?: string
  trasDatos?: string
  antesDeDatos?: string
  /** Last say over the parts. */
  retocar?(partes: ParteDePrueba[]): ParteDePrueba[]
}

export const hojaXml = (datos: string, o: { estricto?: boolean | undefined; prefijo?: string | undefined; antes?: string | undefined; despues?: string | undefined } = {}): string => {
  const x = o.prefijo === undefined ? '' : `${o.prefijo}:`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${x}worksheet xmlns${o.prefijo === undefined ? '' : `:${o.prefijo}`}="${o.estricto ? ESTRICTO : TRANSICIONAL}">${o.antes ?? ''}<${x}sheetData>${datos}</${x}sheetData>${o.despues ?? ''}</${x}worksheet>`
}

export function libro(l: LibroDePrueba): Buffer {
  const principal = l.estricto ? ESTRICTO : TRANSICIONAL, rel = l.estricto ? REL_ESTRICTA : REL
  const nombres = l.nombres ?? l.hojas.map((_, i) => `Hoja${i + 1}`)
  const tipo = (parte: string, t: string): string => `<Override PartName="/xl/${parte}" ContentType="${TIPO}${t}+xml"/>`
  const relacion = (id: string, clase: string, destino: string): string => `<Relationship Id="${id}" Type="${rel}/${clase}" Target="${destino}"/>`
  const partes: ParteDePrueba[] = [
    { nombre: '[Content_Types].xml', datos: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${tipo('workbook.xml', 'sheet.main')}${l.hojas.map((_, i) => tipo(`worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}${l.cadenas === undefined ? '' : tipo('sharedStrings.xml', 'sharedStrings')}${l.estilos === undefined ? '' : tipo('styles.xml', 'styles')}</Types>` },
    { nombre: '_rels/.rels', datos: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { nombre: 'xl/workbook.xml', datos: `<workbook xmlns="${principal}" xmlns:r="${rel}">${l.es1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${nombres.map((n, i) => `<sheet name="${n}" sheetId="${i + 1}"${l.estados?.[i] === undefined ? '' : ` state="${l.estados[i]}"`} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>` },
    { nombre: 'xl/_rels/workbook.xml.rels', datos: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${l.hojas.map((_, i) => relacion(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${l.cadenas === undefined ? '' : relacion('rIdC', 'sharedStrings', 'sharedStrings.xml')}${l.estilos === undefined ? '' : relacion('rIdE', 'styles', 'styles.xml')}</Relationships>` },
    ...l.hojas.map((h, i) => ({ nombre: `xl/worksheets/sheet${i + 1}.xml`, datos: typeof h !== 'string' || /^\uFEFF?<\?xml/.test(h) ? h : hojaXml(h, { estricto: l.estricto, prefijo: l.prefijo, antes: l.antesDeDatos, despues: l.trasDatos }) })),
  ]
  if (l.cadenas !== undefined) partes.push({ nombre: 'xl/sharedStrings.xml', datos: `<sst xmlns="${principal}">${l.cadenas}</sst>` })
  if (l.estilos !== undefined) partes.push({ nombre: 'xl/styles.xml', datos: `<styleSheet xmlns="${principal}">${l.estilos}</styleSheet>` })
  return zip(l.retocar?.(partes) ?? partes)
}

/** What a reader says of a file, in a form that two readers can be compared by: blanks at the end of a row may be there or not. */
export interface Dicho { hojas: { nombre: string; primeras: Celda[][]; filas: FilaLeida[] }[]; ocultas: string[] }

export async function decir(abierto: LibroXlsx | LibroAbierto): Promise<Dicho> {
  const hojas: Dicho['hojas'] = []
  for (const h of abierto.hojas) {
    const primeras = h.primerasFilas.map(recortar)
    while (primeras.length > 0 && primeras.at(-1)?.length === 0) primeras.pop()
    const filas: FilaLeida[] = []
    for await (const trozo of h.trozos({ cancelado: () => false })) for (const f of trozo) filas.push({ fila: f.fila, celdas: recortar(f.celdas) })
    hojas.push({ nombre: h.nombre, primeras, filas })
  }
  return { hojas, ocultas: abierto.ocultas }
}

function recortar(celdas: Celda[]): Celda[] {
  let n = celdas.length
  while (n > 0 && celdas[n - 1] === null) n--
  return celdas.slice(0, n)
}

export type Lectura = { tipo: 'libro'; dicho: Dicho } | { tipo: 'aparte'; razon: string } | { tipo: 'falla'; codigo: string }

/** What the quick reader makes of a file, interruptions included. */
export async function rapido(bytes: Buffer): Promise<Lectura> {
  const r = await abrirXlsx(bytes, 'prueba.xlsx')
  if (!r.ok) return { tipo: 'falla', codigo: r.falla.codigo }
  if (r.valor.tipo === 'aparte') return r.valor
  try {
    return { tipo: 'libro', dicho: await decir(r.valor.libro) }
  } catch (e) {
    if (!(e instanceof LecturaInterrumpida)) throw e
    return e.causa.tipo === 'falla' ? { tipo: 'falla', codigo: e.causa.falla.codigo } : e.causa
  }
}

export async function sheetjs(bytes: Buffer): Promise<Lectura> {
  const r = await lectorSheetjs.abrir(bytes, 'prueba.xlsx')
  return r.ok ? { tipo: 'libro', dicho: await decir(r.valor) } : { tipo: 'falla', codigo: r.falla.codigo }
}

/** Rows of the first sheet as the quick reader yields them; fails the test when it does not read the file. */
export async function filasDe(bytes: Buffer): Promise<Record<number, Celda[]>> {
  const r = await rapido(bytes)
  if (r.tipo !== 'libro') throw new Error(JSON.stringify(r))
  return Object.fromEntries((r.dicho.hojas[0]?.filas ?? []).map(f => [f.fila, f.celdas]))
}
