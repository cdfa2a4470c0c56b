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
import { decodificar, primerasFilasDe } from './lector-csv.ts'
import { enMegas, type Limites } from './limites.ts'
import { HOJA_DE_TEXTO } from './textos.ts'
import { pareceZip } from './zip.ts'

export type Formato = 'xlsx' | 'xls' | 'ods' | 'csv'
export interface Inspeccion { formato: Formato; macros: boolean }

const EXTENSIONES: Readonly<Record<Formato, RegExp>> = { xlsx: /\.xls[xmb]$|\.xlt[xm]$/i, xls: /\.xl[st]$/i, ods: /\.o[dt]s$/i, csv: /\.(csv|tsv|txt)$/i }

/** Whether the name says the same as the contents. */
export const nombreCalza = (nombre: string, formato: Formato): boolean => EXTENSIONES[formato].test(nombre)

export async function inspeccionar(bytes: Buffer, nombre: string, limites: Limites): Promise<Result<Inspeccion>> {
  if (bytes.length === 0) return fallarCon('archivo-vacio', { nombre })
  if (bytes.length > limites.archivo) return fallarCon('archivo-grande', { nombre, tamano: enMegas(bytes.length), limite: enMegas(limites.archivo) })
  if (pareceZip(bytes)) return inspeccionarZip(bytes, nombre, limites)
  if (pareceOle(bytes)) return inspeccionarOle(bytes, nombre)
  if (!esTexto(bytes)) return fallarCon('no-es-planilla', { nombre })
  // Platforms hand out separated text under the name of a workbook; a letter or a web page under such a name is no table.
  return !esPaginaWeb(bytes) && (nombreCalza(nombre, 'csv') || conEncabezados(bytes)) ? ok({ formato: 'csv', macros: false }) : fallarCon('no-es-planilla', { nombre })
}

/** Whether the text starts with headings that we know. A title and 20 rows of them fit in this many bytes. */
function conEncabezados(b: Buffer): boolean {
  const deteccion = detectarDisposicion([{ nombre: HOJA_DE_TEXTO, primerasFilas: primerasFilasDe(decodificar(b.subarray(0, 64 * 1024))) }])
  return deteccion.ok || deteccion.causa === 'faltan-columnas'
}

const UTF16 = [[0xff, 0xfe], [0xfe, 0xff]] as const

/** No zero bytes at the start, unless it is the UTF-16 that Excel calls "Texto Unicode". */
function esTexto(b: Buffer): boolean {
  if (UTF16.some(([x, y]) => b[0] === x && b[1] === y)) return true
  return !b.subarray(0, 8192).includes(0) && b.toString('latin1', 0, 5) !== '%PDF-'
}

function esPaginaWeb(b: Buffer): boolean {
  return /^\s*(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|table|meta)/i.test(b.toString('latin1', 0, 512))
}
