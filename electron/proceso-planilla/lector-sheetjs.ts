/** .xlsx, .xls and .ods through SheetJS. Reading is one blocking step; what it yields is let go row by row. */
import type { CellObject, ParsingOptions, Range, WorkBook, WorkSheet } from 'xlsx'
import type { Celda } from '../../shared/domain/celda.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import { celdaDeError, celdaDeNumero, celdaDeTexto } from './celda-leida.ts'
import { fallarCon } from './fallas.ts'
import { sinFilasFantasma } from './hoja-fantasma.ts'
import { seLee } from './inspeccion-zip.ts'
import { FILAS_POR_TROZO, PRIMERAS_FILAS, type FilaLeida, type HojaAbierta, type LectorPlanilla, type LibroAbierto, type OpcionesLector, type Senal, type Tramo } from './lector.ts'
import { LIMITES } from './limites.ts'
import { ocultoEnOds, sinEscapes, type OcultoDeHoja } from './ocultas-ods.ts'
import { columnasOcultasXls } from './ocultas-xls.ts'
import { pareceOle } from './inspeccion-ole.ts'
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
    return abrirHojas(libro, ocultoEn(libro, contenedor, bytes, flujo => xlsx.CFB.read(flujo, { type: 'buffer' })), nombre, opciones)
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

/** By name, what the workbook hides of each sheet. */
function ocultoEn(libro: WorkBook, contenedor: Contenedor | null, bytes: Buffer, abrirOle: (bytes: Buffer) => Contenedor): ReadonlyMap<string, OcultoDeHoja> {
  if (esOds(libro)) {
    const contenido = contenedor ? contenedor.FileIndex.find(p => p.name === 'content.xml')?.content : bytes
    return contenido ? ocultoEnOds(contenido) : new Map<string, OcultoDeHoja>()
  }
  const estados = libro.Workbook?.Sheets ?? []
  const deXls = pareceOle(bytes) ? columnasOcultasXls(flujoDe(abrirOle(bytes))) : []
  return new Map(libro.SheetNames.map((n, i): [string, OcultoDeHoja] => {
    const hoja = hojaDe(libro, n)
    return [n, { hoja: (estados[i]?.Hidden ?? 0) !== 0, filas: tramosDe(hoja?.['!rows']), columnas: deXls[i] ?? tramosDe(hoja?.['!cols']) }]
  }))
}

/** The library's own lists have holes. */
const tramosDe = (lista: readonly ({ hidden?: boolean } | undefined)[] = []): Tramo[] => lista.flatMap((x, i): Tramo[] => (x?.hidden === true ? [[i, i]] : []))
const esOds = (libro: WorkBook): boolean => (libro.bookType as string) === 'ods' || (libro.bookType as string) === 'fods'
function flujoDe({ FullPaths, FileIndex }: Contenedor): Buffer {
  const i = FullPaths.findIndex(p => /^[^/]*\/(Workbook|Book)$/i.test(p))
  return Buffer.from(FileIndex[i]?.content ?? [])
}

function abrirHojas(libro: WorkBook, oculto: ReadonlyMap<string, OcultoDeHoja>, nombre: string, opciones: OpcionesLector): Result<LibroAbierto> {
  const es1904 = libro.Workbook?.WBProps?.date1904 === true
  const titulo = (n: string): string => (esOds(libro) ? sinEscapes(n) : n)
  const hojas: HojaAbierta[] = []
  // Both stand under one key of the library: one of them would be gone without a word. Excel refuses such a file too.
  if (new Set(libro.SheetNames).size < libro.SheetNames.length) return fallarCon('danada', { nombre })
  for (const nombreHoja of libro.SheetNames) {
    const { hoja: oculta, filas: filasOcultas, columnas: columnasOcultas } = oculto.get(nombreHoja) ?? NADA
    if (oculta && opciones.ocultas !== true) continue
    const hoja = hojaDe(libro, nombreHoja)
    // SheetJS swallows the failure of a sheet and goes on without it: half of a workbook must not pass for the whole.
    if (hoja === undefined) return fallarCon('danada', { nombre })
    if (hoja['!type'] !== undefined && hoja['!type'] !== 'sheet') continue
    const filas = (hoja['!data'] ?? []) as (Fila | undefined)[]
    vaciarCombinadas(filas, hoja['!merges'] ?? [])
    const primerasFilas = Array.from({ length: Math.min(PRIMERAS_FILAS, filas.length) }, (_, i) => celdasDe(filas[i], es1904))
    if (filas.some(f => f !== undefined)) hojas.push({ nombre: titulo(nombreHoja), oculta, columnasOcultas, primerasFilas, trozos: senal => trozos(filas, es1904, filasOcultas, senal) })
  }
  return ok({ hojas, ocultas: [...oculto].flatMap(([n, o]) => (o.hoja ? [titulo(n)] : [])) })
}
const NADA: OcultoDeHoja = { hoja: false, filas: [], columnas: [] }

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

/** `ocultas`: rows from 0, in order. */
function* trozos(filas: (Fila | undefined)[], es1904: boolean, ocultas: readonly Tramo[], senal: Senal): Generator<FilaLeida[]> {
  let trozo: FilaLeida[] = []
  let t = 0
  for (let i = 0; i < filas.length; i++) {
    const fila = filas[i]
    if (!fila) continue
    const celdas = celdasDe(fila, es1904)
    filas[i] = undefined // let go, so that the draft takes the place of the file in memory instead of standing beside it
    if (celdas.every(c => c === null)) continue
    while (t < ocultas.length && (ocultas[t]?.[1] ?? 0) < i) t++
    trozo.push((ocultas[t]?.[0] ?? Infinity) <= i ? { fila: i + 1, celdas, oculta: true } : { fila: i + 1, celdas })
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
