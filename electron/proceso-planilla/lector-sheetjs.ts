/** .xlsx, .xls and .ods through SheetJS. Reading is one blocking step; what it yields is let go row by row. */
import type { CellObject, ParsingOptions, Range, WorkBook, WorkSheet } from 'xlsx'
import type { Celda } from '../../shared/domain/celda.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import { celdaDeError, celdaDeNumero, celdaDeTexto } from './celda-leida.ts'
import { fallarCon } from './fallas.ts'
import { sinFilasFantasma } from './hoja-fantasma.ts'
import { seLee } from './inspeccion-zip.ts'
import { FILAS_POR_TROZO, PRIMERAS_FILAS, type FilaLeida, type HojaAbierta, type LectorPlanilla, type LibroAbierto, type OpcionesLector, type Senal } from './lector.ts'
import { LIMITES } from './limites.ts'
import { hojasOcultasOds, sinEscapes } from './ocultas-ods.ts'
import { inflar, leerDirectorio, pareceZip } from './zip.ts'

/**
 * Dates stay serial numbers (`cellDates` answers local midnight under America/Santiago); `cellNF` gives the format that
 * tells a date from a number. Formulas, HTML, styles and displayed text are not asked for: they cost half of the time.
 */
const OPCIONES: ParsingOptions = {
  dense: true, cellDates: false, UTC: true, cellNF: true, cellText: false, cellFormula: false, cellHTML: false, cellStyles: false, sheetStubs: false, bookVBA: false,
}

interface Contenedor { FullPaths: string[]; FileIndex: { name: string; type: number; content: Buffer }[] }
type Fila = (CellObject | undefined)[]

export const lectorSheetjs: LectorPlanilla = {
  async abrir(bytes, nombre, opciones = {}) {
    const xlsx = await import('xlsx')
    // Missing in the library's types: reads an archive that somebody else inflated.
    const { parse_zip } = xlsx as unknown as { parse_zip(zip: Contenedor, opciones: ParsingOptions): WorkBook }
    let contenedor: Contenedor | null = null
    if (pareceZip(bytes)) {
      const inflado = inflarPartes(bytes, nombre)
      if (!inflado.ok) return inflado
      contenedor = inflado.valor
    }
    let libro: WorkBook
    try {
      libro = contenedor ? parse_zip(contenedor, { ...OPCIONES }) : xlsx.read(bytes, { ...OPCIONES, type: 'buffer' })
    } catch (e) {
      return fallarCon(/password|encrypt/i.test(String(e)) ? 'cifrada' : 'danada', { nombre })
    }
    const ocultas = ocultasDe(libro, contenedor)
    return abrirHojas(libro, ocultas, nombre, opciones)
  },
}

/** Calling it warms the process up: loading the library is half of the time of a small file. */
export const calentarSheetjs = async (): Promise<void> => { await import('xlsx') }

/** The parts that are read, inflated up to what they declare and without ghost rows. */
function inflarPartes(bytes: Buffer, nombre: string): Result<Contenedor> {
  const contenedor: Contenedor = { FullPaths: [], FileIndex: [] }
  for (const parte of leerDirectorio(bytes, LIMITES.partes)?.partes ?? []) {
    if (!seLee(parte.nombre)) continue
    const r = inflar(bytes, parte)
    if (!r.ok) return fallarCon(r.causa === 'crecio' ? 'bomba-zip' : 'danada', { nombre })
    const esHoja = /(^|\/)worksheets\/[^/]*\.xml$/i.test(parte.nombre)
    if (esHoja && !terminaBien(r.bytes)) return fallarCon('danada', { nombre })
    contenedor.FullPaths.push(`Root Entry/${parte.nombre}`)
    contenedor.FileIndex.push({ name: parte.nombre, type: 2, content: esHoja ? sinFilasFantasma(r.bytes) : r.bytes })
  }
  return ok(contenedor)
}

/** SheetJS takes a sheet that stops half-way, or that is another thing, for one with fewer rows or none. The closing tag also when it is UTF-16. */
const terminaBien = (xml: Buffer): boolean =>
  /<\/(?:[\w.-]+:)?worksheet\s*>|<(?:[\w.-]+:)?worksheet\b[^<>]*\/>/.test(xml.toString('latin1', Math.max(0, xml.length - 4096)).replaceAll('\0', ''))

function ocultasDe(libro: WorkBook, contenedor: Contenedor | null): ReadonlySet<string> {
  if (libro.bookType === 'ods' && contenedor) {
    const contenido = contenedor.FileIndex.find(p => p.name === 'content.xml')?.content
    return contenido ? hojasOcultasOds(contenido) : new Set()
  }
  const estados = libro.Workbook?.Sheets ?? []
  return new Set(libro.SheetNames.filter((_, i) => (estados[i]?.Hidden ?? 0) !== 0))
}

function abrirHojas(libro: WorkBook, ocultas: ReadonlySet<string>, nombre: string, opciones: OpcionesLector): Result<LibroAbierto> {
  const es1904 = libro.Workbook?.WBProps?.date1904 === true
  const titulo = (n: string): string => (libro.bookType === 'ods' ? sinEscapes(n) : n)
  const hojas: HojaAbierta[] = []
  // Both stand under one key of the library: one of them would be gone without a word. Excel refuses such a file too.
  if (new Set(libro.SheetNames).size < libro.SheetNames.length) return fallarCon('danada', { nombre })
  for (const nombreHoja of libro.SheetNames) {
    const oculta = ocultas.has(nombreHoja)
    if (oculta && opciones.ocultas !== true) continue
    const hoja = hojaDe(libro, nombreHoja)
    // SheetJS swallows the failure of a sheet and goes on without it: half of a workbook must not pass for the whole.
    if (hoja === undefined) return fallarCon('danada', { nombre })
    if (hoja['!type'] !== undefined && hoja['!type'] !== 'sheet') continue
    const filas = (hoja['!data'] ?? []) as (Fila | undefined)[]
    vaciarCombinadas(filas, hoja['!merges'] ?? [])
    const primerasFilas = Array.from({ length: Math.min(PRIMERAS_FILAS, filas.length) }, (_, i) => celdasDe(filas[i], es1904))
    if (filas.some(f => f !== undefined)) hojas.push({ nombre: titulo(nombreHoja), oculta, primerasFilas, trozos: senal => trozos(filas, es1904, senal) })
  }
  return ok({ hojas, ocultas: [...ocultas].map(titulo) })
}

/** A sheet named `__proto__` became the prototype of the library's table of sheets; it harms nobody else. */
function hojaDe(libro: WorkBook, nombre: string): WorkSheet | undefined {
  if (Object.hasOwn(libro.Sheets, nombre)) return libro.Sheets[nombre]
  const prototipo: unknown = Object.getPrototypeOf(libro.Sheets)
  return nombre === '__proto__' && prototipo !== Object.prototype ? (prototipo as WorkSheet) : undefined
}

/** In a merged area only the top left cell has a value; some writers leave old ones underneath, which nobody sees. */
function vaciarCombinadas(filas: (Fila | undefined)[], areas: readonly Range[]): void {
  for (const { s, e } of areas) {
    for (let r = s.r; r <= Math.min(e.r, filas.length - 1); r++) {
      const fila = filas[r]
      if (fila) for (let c = s.c; c <= Math.min(e.c, fila.length - 1); c++) if (r !== s.r || c !== s.c) fila[c] = undefined
    }
  }
}

function* trozos(filas: (Fila | undefined)[], es1904: boolean, senal: Senal): Generator<FilaLeida[]> {
  let trozo: FilaLeida[] = []
  for (let i = 0; i < filas.length; i++) {
    const fila = filas[i]
    if (!fila) continue
    const celdas = celdasDe(fila, es1904)
    filas[i] = undefined // let go, so that the draft takes the place of the file in memory instead of standing beside it
    if (celdas.every(c => c === null)) continue
    trozo.push({ fila: i + 1, celdas })
    if (trozo.length < FILAS_POR_TROZO) continue
    if (senal.cancelado()) return
    yield trozo
    trozo = []
  }
  if (trozo.length > 0) yield trozo
}

const celdasDe = (fila: Fila | undefined, es1904: boolean): Celda[] => Array.from({ length: fila?.length ?? 0 }, (_, i) => celdaDe(fila?.[i], es1904))

function celdaDe(celda: CellObject | undefined, es1904: boolean): Celda {
  if (celda === undefined) return null
  switch (celda.t) {
    case 's': return typeof celda.v === 'string' ? celdaDeTexto(celda.v) : null
    case 'n': return typeof celda.v === 'number' ? celdaDeNumero(celda.v, typeof celda.z === 'string' ? celda.z : undefined, es1904) : null
    case 'b': return celda.v === true
    case 'e': return celdaDeError(celda.v)
    // Stubs are not asked for, and dates come as numbers because `cellDates` is off.
    case 'z': case 'd': return null
  }
}
