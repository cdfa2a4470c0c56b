/**
 * Text tables. Decoded and cut by us and not by SheetJS, which reads 01-02-2026 as the second of January and 00123 as
 * 123: here every cell stays the text that was written, and what it means is the conversion's to say.
 */
import type { Celda } from '../../shared/domain/celda.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import { celdaDeTexto } from './celda-leida.ts'
import { fallarCon } from './fallas.ts'
import { FILAS_POR_TROZO, PRIMERAS_FILAS, type FilaLeida, type LectorPlanilla, type LibroAbierto, type Senal } from './lector.ts'
import { HOJA_DE_TEXTO } from './textos.ts'

export const lectorCsv: LectorPlanilla = { abrir: (bytes, nombre) => Promise.resolve(abrir(decodificar(bytes), nombre)) }

function abrir(texto: string, nombre: string): Result<LibroAbierto> {
  const { separador, inicio } = detectarSeparador(texto)
  const sinCerrar = filaSinCerrar(texto, separador, inicio)
  if (sinCerrar !== null) return fallarCon('comillas-abiertas', { nombre, fila: sinCerrar })
  const primerasFilas = primerasFilasDe(texto)
  const hay = primerasFilas.some(f => f.some(c => c !== null))
  return ok({ ocultas: [], hojas: hay ? [{ nombre: HOJA_DE_TEXTO, primerasFilas, trozos: senal => trozos(registros(texto, separador, inicio), senal) }] : [] })
}

/** The first 20 rows of a text table, blank ones included as []. */
export function primerasFilasDe(texto: string): Celda[][] {
  const { separador, inicio } = detectarSeparador(texto)
  const filas: Celda[][] = []
  for (const fila of registros(texto, separador, inicio)) {
    filas.push(fila.map(celdaDeCsv))
    if (filas.length === PRIMERAS_FILAS) break
  }
  return filas
}

function* trozos(filas: Iterable<string[]>, senal: Senal): Generator<FilaLeida[]> {
  let trozo: FilaLeida[] = []
  let n = 0
  for (const campos of filas) {
    n++
    const celdas = campos.map(celdaDeCsv)
    if (celdas.every(c => c === null)) continue
    trozo.push({ fila: n, celdas })
    if (trozo.length === FILAS_POR_TROZO) {
      if (senal.cancelado()) return
      yield trozo
      trozo = []
    }
  }
  if (trozo.length > 0) yield trozo
}

/** `="0012"` is how programs force Excel to keep a text: a formula whose value is that text. */
function celdaDeCsv(campo: string): Celda {
  const forzado = campo.startsWith('="') ? /^="((?:[^"]|"")*)"$/.exec(campo) : null
  return celdaDeTexto(forzado?.[1] === undefined ? campo : forzado[1].replaceAll('""', '"'))
}

/** Windows-1252 differs from Latin-1 in these bytes. A table of ours, because not every runtime carries the decoder. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** UTF-16 by its mark, or by the zeros that every other byte of plain letters then is; a few zeros here and there are no such thing. */
export function codificacionDe(b: Buffer): 'utf16le' | 'utf16be' | 'bytes' {
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf16le'
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf16be'
  const muestra = Math.min(b.length, 8192)
  if (muestra < 8) return 'bytes'
  const ceros = [0, 0]
  for (let i = 0; i < muestra; i++) if (b[i] === 0) ceros[i % 2] = (ceros[i % 2] ?? 0) + 1
  const [pares = 0, impares = 0] = ceros.map(n => n / (muestra / 2))
  if (impares > 0.7 && pares < 0.05) return 'utf16le'
  return pares > 0.7 && impares < 0.05 ? 'utf16be' : 'bytes'
}

const sinMarca = (texto: string): string => (texto.startsWith('\ufeff') ? texto.slice(1) : texto)

/** By its mark when it has one; else UTF-16 or UTF-8 when it is valid UTF-8; else what Excel in Chile writes. */
export function decodificar(b: Buffer): string {
  const codificacion = codificacionDe(b)
  if (codificacion === 'utf16le') return sinMarca(b.toString('utf16le'))
  if (codificacion === 'utf16be') return sinMarca(Buffer.from(b.subarray(0, b.length - (b.length % 2))).swap16().toString('utf16le'))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(b)
  } catch {
    return b.toString('latin1').replace(/[\x80-\x9f]/g, c => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c)
  }
}

const SEPARADORES = [';', '\t', ',', '|'] as const
const MUESTRA = 20

/** The mark that cuts the first rows into the most columns, as many in each. `sep=;` in the first line decides by itself. */
export function detectarSeparador(texto: string): { separador: string; inicio: number } {
  const dicho = /^sep=(.)\r?\n/i.exec(texto.slice(0, 20))
  if (dicho?.[1] !== undefined) return { separador: dicho[1], inicio: dicho[0].length }
  let mejor: { separador: string; puntos: number } = { separador: ';', puntos: 0 }
  for (const separador of SEPARADORES) {
    const anchos: number[] = []
    for (const fila of registros(texto, separador, 0)) {
      if (fila.some(c => c.trim() !== '')) anchos.push(fila.length)
      if (anchos.length === MUESTRA) break
    }
    // The heading row is the widest as a rule: a decimal comma in the data must not win over it.
    const ancho = Math.max(1, ...anchos)
    const puntos = (ancho - 1) * anchos.filter(a => a === ancho).length
    if (puntos > mejor.puntos) mejor = { separador, puntos }
  }
  return { separador: mejor.separador, inicio: 0 }
}

/** RFC 4180 with any separator and any line end. A quote opens only at the start of a cell; elsewhere it is text. */
export function* registros(texto: string, separador: string, inicio: number): Generator<string[]> {
  let p = inicio
  let fila: string[] = []
  while (p < texto.length) {
    let campo: string
    if (texto[p] === '"') {
      const cierre = finDeComillas(texto, p)
      campo = texto.slice(p + 1, cierre).replaceAll('""', '"')
      p = cierre + 1
      const resto = finDeCampo(texto, p, separador)
      campo += texto.slice(p, resto)
      p = resto
    } else {
      const fin = finDeCampo(texto, p, separador)
      campo = texto.slice(p, fin)
      p = fin
    }
    fila.push(campo)
    if (texto[p] === separador) {
      p++
      if (p === texto.length) fila.push('')
      continue
    }
    yield fila
    fila = []
    p += texto[p] === '\r' && texto[p + 1] === '\n' ? 2 : 1
  }
  if (fila.length > 0) yield fila
}

/** Position of the closing quote; the text's end when there is none. */
function finDeComillas(texto: string, abre: number): number {
  let p = texto.indexOf('"', abre + 1)
  while (p !== -1 && texto[p + 1] === '"') p = texto.indexOf('"', p + 2)
  return p === -1 ? texto.length : p
}

function finDeCampo(texto: string, desde: number, separador: string): number {
  const corte = separador.charCodeAt(0)
  let p = desde
  for (; p < texto.length; p++) {
    const c = texto.charCodeAt(p)
    if (c === corte || c === 10 || c === 13) break
  }
  return p
}

/** Row (1-based) whose quotes never close: it would swallow the rest of the file into one cell. */
function filaSinCerrar(texto: string, separador: string, inicio: number): number | null {
  if (!texto.includes('"')) return null
  let fila = 1
  let p = inicio
  while (p < texto.length) {
    if (texto[p] === '"') {
      const cierre = finDeComillas(texto, p)
      if (cierre === texto.length) return fila
      p = cierre + 1
    }
    p = finDeCampo(texto, p, separador)
    if (texto[p] === separador) { p++; continue }
    fila++
    p += texto[p] === '\r' && texto[p + 1] === '\n' ? 2 : 1
  }
  return null
}
