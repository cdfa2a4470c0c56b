/**
 * Tables of a web page, which many platforms hand out as ".xls". Cut by us and not by SheetJS, which guesses what each text
 * means and reads 03/04/2026 with the month first: here a cell stays the text that the page shows. One pass, no tree.
 */
import type { Celda } from '../../shared/domain/celda.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import { limpiarTexto } from '../../shared/planilla/celda-texto.ts'
import { celdaDeTexto } from './celda-leida.ts'
import { fallarCon } from './fallas.ts'
import { decodificar } from './lector-csv.ts'
import { FILAS_POR_TROZO, PRIMERAS_FILAS, type FilaLeida, type HojaAbierta, type LectorPlanilla, type LibroAbierto, type Senal } from './lector.ts'
import { LIMITES, enMegas } from './limites.ts'
import { HOJA_DE_TEXTO, nombreDeTabla } from './textos.ts'

/** Cells that all tables together may have, blank ones included: a few bytes of `colspan` may claim millions. */
const MAXIMO_CELDAS = 4_000_000
const MAXIMO_TABLAS = 200
const MAXIMO_ANCHO = 1000

export const lectorHtml: LectorPlanilla = { abrir: (bytes, nombre) => Promise.resolve(abrir(decodificar(bytes), nombre)) }

function abrir(html: string, nombre: string): Result<LibroAbierto> {
  const tablas = tablasDe(html)
  if (tablas === null) return fallarCon('contenido-grande', { nombre, limite: enMegas(LIMITES.inflado) })
  const llenas = tablas.filter(t => t.some(f => f.some(c => c !== null)))
  return ok({ ocultas: [], hojas: llenas.map((t, i): HojaAbierta => ({
    nombre: llenas.length === 1 ? HOJA_DE_TEXTO : nombreDeTabla(i + 1), primerasFilas: t.slice(0, PRIMERAS_FILAS), trozos: senal => trozos(t, senal),
  })) })
}

function* trozos(filas: readonly Celda[][], senal: Senal): Generator<FilaLeida[]> {
  for (let i = 0; i < filas.length && !senal.cancelado(); i += FILAS_POR_TROZO) {
    const trozo = filas.slice(i, i + FILAS_POR_TROZO).map((celdas, j) => ({ fila: i + j + 1, celdas })).filter(f => f.celdas.some(c => c !== null))
    if (trozo.length > 0) yield trozo
  }
}

interface Tabla { filas: Celda[][]; /** Rows that a cell above still covers, by column. */ cubiertas: number[]; texto: string | null; ancho: number; alto: number }

/** Every table in the order in which it starts; null: they claim too many cells. A tag is never looked for past the next one, so that no page makes this slow. */
export function tablasDe(html: string): Celda[][][] | null {
  const etiqueta = /<(?:(\/?)(table|tr|td|th|br|p|div|li|script|style)\b([^<>]*)>|!--)/gi
  const todas: Tabla[] = []
  const abiertas: Tabla[] = []
  let celdas = 0
  let desde = 0
  for (let m = etiqueta.exec(html); m !== null; m = etiqueta.exec(html)) {
    const t = abiertas.at(-1)
    if (t && t.texto !== null) t.texto += html.slice(desde, m.index)
    desde = etiqueta.lastIndex
    const nombre = m[2]?.toLowerCase() ?? '!--'
    const cierra = m[1] === '/'
    if (nombre === '!--' || ((nombre === 'script' || nombre === 'style') && !cierra)) {
      const fin = nombre === '!--' ? html.indexOf('-->', desde) : html.indexOf(`</${nombre}`, desde)
      if (fin === -1) break
      etiqueta.lastIndex = desde = fin + (nombre === '!--' ? 3 : 0)
    } else if (nombre === 'table') {
      if (cierra) { if (t) celdas += cerrarCelda(t); abiertas.pop() } else if (todas.length < MAXIMO_TABLAS) {
        const nueva: Tabla = { filas: [], cubiertas: [], texto: null, ancho: 1, alto: 1 }
        todas.push(nueva)
        abiertas.push(nueva)
      }
    } else if (t && (nombre === 'tr' || nombre === 'td' || nombre === 'th')) {
      celdas += cerrarCelda(t)
      if (!cierra && nombre === 'tr') celdas += abrirFila(t)
      if (!cierra && nombre !== 'tr') { if (t.filas.length === 0) celdas += abrirFila(t); abrirCelda(t, m[3] ?? '') }
    } else if (t && t.texto !== null) t.texto += ' '
    if (celdas > MAXIMO_CELDAS) return null
  }
  for (const t of abiertas) cerrarCelda(t)
  return todas.map(t => t.filas)
}

function abrirFila(t: Tabla): number {
  t.filas.push([])
  t.cubiertas = t.cubiertas.map(n => Math.max(0, n - 1))
  return 1
}

function abrirCelda(t: Tabla, atributos: string): void {
  const numero = (nombre: string): number => Math.min(MAXIMO_ANCHO, Math.max(1, Number(new RegExp(`\\s${nombre}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(atributos)?.[1] ?? 1)))
  t.texto = ''
  t.ancho = numero('colspan')
  t.alto = numero('rowspan')
}

/** Puts what the cell said in its place; answers how many cells that took. */
function cerrarCelda(t: Tabla): number {
  const fila = t.filas.at(-1)
  if (t.texto === null || !fila) return 0
  const antes = fila.length
  while ((t.cubiertas[fila.length] ?? 0) > 0) fila.push(null)
  const texto = limpiarTexto(sinEntidades(t.texto.replace(/<[^<>]*>/g, '')))
  for (let i = 0; i < t.ancho; i++) {
    if (t.alto > 1) { while (t.cubiertas.length < fila.length) t.cubiertas.push(0); t.cubiertas[fila.length] = t.alto }
    fila.push(i === 0 ? celdaDeTexto(texto) : null)
  }
  t.texto = null
  return fila.length - antes
}

const LETRAS: Readonly<Record<string, string>> = {
  nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', aacute: 'á', eacute: 'é', iacute: 'í', oacute: 'ó', uacute: 'ú', ntilde: 'ñ', uuml: 'ü',
  Aacute: 'Á', Eacute: 'É', Iacute: 'Í', Oacute: 'Ó', Uacute: 'Ú', Ntilde: 'Ñ', Uuml: 'Ü', iquest: '¿', iexcl: '¡', deg: '°', ordm: 'º', ordf: 'ª', ndash: '–', mdash: '—',
}
const sinEntidades = (texto: string): string => (texto.includes('&')
  ? texto.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (todo, decimal?: string, hexa?: string, nombre?: string) => {
      if (nombre !== undefined) return Object.hasOwn(LETRAS, nombre) ? (LETRAS[nombre] ?? todo) : todo
      const n = decimal === undefined ? Number.parseInt(hexa ?? '', 16) : Number(decimal)
      return n > 0 && n <= 0x10ffff && (n < 0xd800 || n > 0xdfff) ? String.fromCodePoint(n) : todo
    })
  : texto)
