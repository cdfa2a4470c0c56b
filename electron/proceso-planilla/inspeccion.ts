/**
 * What a file really is, looked at before anything parses it: by its first bytes and its directory, never by its name.
 * What passes is still a stranger's file: the process that reads it has a memory limit of its own.
 */
import type { Result } from '../../shared/ipc/result.ts'
import { ok } from '../../shared/ipc/result.ts'
import { detectarDisposicion } from '../../shared/planilla/layout.ts'
import { fallarCon } from './fallas.ts'
import { inspeccionarOle, pareceOle } from './inspeccion-ole.ts'
import { inspeccionarZip } from './inspeccion-zip.ts'
import { codificacionDe, decodificar, primerasFilasDe } from './lector-csv.ts'
import { enMegas, type Limites } from './limites.ts'
import { HOJA_DE_TEXTO } from './textos.ts'
import { pareceZip } from './zip.ts'

export type Formato = 'xlsx' | 'xls' | 'ods' | 'csv' | 'html' | 'xml'
export interface Inspeccion { formato: Formato; macros: boolean }

const EXTENSIONES: Readonly<Record<Formato, RegExp>> = { xlsx: /\.xls[xmb]$|\.xlt[xm]$/i, xls: /\.xl[st]$/i, ods: /\.o[dt]s$/i, csv: /\.(csv|tsv|txt)$/i, html: /\.html?$/i, xml: /\.(xml|fods)$/i }

/** Whether the name says the same as the contents. */
export const nombreCalza = (nombre: string, formato: Formato): boolean => EXTENSIONES[formato].test(nombre)

export async function inspeccionar(bytes: Buffer, nombre: string, limites: Limites): Promise<Result<Inspeccion>> {
  if (bytes.length === 0) return fallarCon('archivo-vacio', { nombre })
  if (bytes.length > limites.archivo) return fallarCon('archivo-grande', { nombre, tamano: enMegas(bytes.length), limite: enMegas(limites.archivo) })
  if (pareceZip(bytes)) return inspeccionarZip(bytes, nombre, limites)
  if (pareceOle(bytes)) return inspeccionarOle(bytes, nombre)
  if (!esTexto(bytes)) return fallarCon('no-es-planilla', { nombre })
  const marcado = deMarcado(bytes)
  if (marcado === 'xml' && !/<\/(?:\w+:)?(?:Workbook|document)\s*>\s*$/.test(bytes.toString('latin1', Math.max(0, bytes.length - 4096)))) return fallarCon('danada', { nombre })
  if (marcado !== null) return marcado === 'otro' ? fallarCon('no-es-planilla', { nombre }) : ok({ formato: marcado, macros: false })
  // Platforms hand out separated text under the name of a workbook; a letter under such a name is no table.
  return nombreCalza(nombre, 'csv') || pareceTabla(bytes) ? ok({ formato: 'csv', macros: false }) : fallarCon('no-es-planilla', { nombre })
}

/** Whether text under another name is a table: it starts with headings that we know, or its first rows are all as wide. */
function pareceTabla(b: Buffer): boolean {
  const filas = primerasFilasDe(decodificar(b.subarray(0, 64 * 1024))).filter(f => f.some(c => c !== null))
  const ancho = Math.max(0, ...filas.map(f => f.length))
  const llenas = filas.filter(f => f.length === ancho).length
  return conEncabezados(b) || (ancho >= 3 && llenas >= 3 && llenas >= filas.length * 0.6)
}

/** Whether the text starts with headings that we know. A title and 20 rows of them fit in this many bytes. */
function conEncabezados(b: Buffer): boolean {
  const deteccion = detectarDisposicion([{ nombre: HOJA_DE_TEXTO, primerasFilas: primerasFilasDe(decodificar(b.subarray(0, 64 * 1024))) }])
  return deteccion.ok || deteccion.causa === 'faltan-columnas'
}

/** No zero bytes at the start, unless it is the UTF-16 that Excel calls "Texto Unicode", with its mark or without. */
function esTexto(b: Buffer): boolean {
  if (codificacionDe(b) !== 'bytes') return true
  return !b.subarray(0, 8192).includes(0) && b.toString('latin1', 0, 5) !== '%PDF-'
}

/** Text with tags: what of it holds a table. null: it has no tags. 'otro': a page without a table, or XML of something else. */
function deMarcado(b: Buffer): 'html' | 'xml' | 'otro' | null {
  const inicio = b.toString('latin1', 0, 4096)
  if (!/^\s*(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|table|meta|style|head|body|office:|workbook|!--)/i.test(inicio)) return null
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(inicio) && /<(?:\w+:)?Workbook[\s>]/.test(inicio)) return 'xml'
  if (/<office:document[\s>]/.test(inicio) && /opendocument\.spreadsheet/.test(inicio)) return 'xml'
  return /<table[\s>]/i.test(b.toString('latin1')) && /<(html|table|body)[\s>]/i.test(inicio) ? 'html' : 'otro'
}
