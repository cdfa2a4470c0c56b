/** A workbook that was exported with observations and comes back corrected: what changed in it since, row by row. */
import type { Celda } from '../domain/celda.ts'
import { limpiarTexto, textoDeCelda } from './celda-texto.ts'
import { IDENTIDAD_DE_CLASE, columnaDeKey, type ColumnaKey } from './columnas.ts'
import { mismaCelda, type Comando, type Parte } from './comandos.ts'
import { convertirCelda } from './conversion.ts'
import { nuevaFila, type Fila, type TablaMesa } from './mesa-tabla.ts'

/** A cell of the draft that did not say what its file said, when it was exported. `fila`: where the export wrote a row that the file lacked. */
export interface CeldaDistinta { tabla: string; filaId: number; columna: string; celda: Celda; fila?: number | undefined }
export interface CeldaCorregida {
  tabla: string; filaId: number; columna: string
  /** Of the draft, now. */
  antes: Celda
  despues: Celda
  /** The draft's cell was changed too since it was exported. */
  pisada: boolean
}
export interface Correccion {
  celdas: CeldaCorregida[]
  /** Rows of the draft that the file no longer has, and that are not left out yet. */
  quitadas: { tabla: string; filas: number[] }[]
  /** Rows that the file has and the draft does not: their cells by column. */
  nuevas: { tabla: string; fila: number | null; celdas: Record<string, Celda> }[]
  /** Sheets of the draft that the file no longer has: nothing is said of their rows. */
  sinHoja: string[]
}

export function compararCorregida(propias: readonly TablaMesa[], corregidas: readonly TablaMesa[], distintas: readonly CeldaDistinta[]): Correccion {
  const r: Correccion = { celdas: [], quitadas: [], nuevas: [], sinHoja: [] }
  const exportadas = new Map(distintas.map(d => [`${d.tabla} ${d.filaId} ${d.columna}`, d.celda]))
  for (const t of propias) {
    const otra = corregidas.find(c => c.id === t.id)
    if (!otra) { if (t.filas.length > 0) r.sinHoja.push(t.hoja); continue }
    const columnas = t.columnas.flatMap(({ key }, col) => { const suya = otra.col.get(key as ColumnaKey); return suya === undefined ? [] : [{ key: key as ColumnaKey, col, suya }] })
    const exportada = (f: Fila, key: string, col: number): Celda => { const e = exportadas.get(`${t.id} ${f.id} ${key}`); return e === undefined ? (f.base[col] ?? null) : e }
    const lugares = new Map<number, number>(distintas.flatMap(d => (d.tabla === t.id && d.fila !== undefined ? [[d.filaId, d.fila]] : [])))
    const filaDe = (f: Fila): number | null => f.fila ?? lugares.get(f.id) ?? null
    // Rows that the export wrote and the draft no longer has take theirs of the file with them: nobody asks for those again.
    const idas: readonly Fila[] = [...lugares].filter(([id]) => !t.porId.has(id)).map(([id, fila]) => sinContenido(t, id, fila))
    const enArchivo = [...t.filas.filter(f => filaDe(f) !== null), ...idas].sort((a, b) => (filaDe(a) ?? 0) - (filaDe(b) ?? 0))
    // A row that was added since the export, or brought before from this very file: known by what it says, wherever it stands.
    const sueltas = t.filas.filter(f => filaDe(f) === null && !f.vacia)
    const claves = clavesDe(t, enArchivo, (f, key, col) => exportada(f, key, col))
    const clavesSueltas = clavesDe(t, sueltas, (f, _key, col) => f.celdas[col] ?? null)
    const otrasClaves = clavesDe(otra, otra.filas, (f, _key, col) => f.base[col] ?? null)
    const parejas = emparejar({ filas: enArchivo, claves, filaDe, idas }, { filas: sueltas, claves: clavesSueltas }, otra.filas, otrasClaves)
    for (const [f, g] of parejas) {
      if (idas.includes(f)) continue
      for (const { key, col, suya } of columnas) {
        const nueva = g.base[suya] ?? null
        const antes = f.celdas[col] ?? null
        const eraAsi = exportada(f, key, col)
        if (dicenLoMismo(key, eraAsi, nueva) || dicenLoMismo(key, antes, nueva)) continue
        const base = f.base[col] ?? null
        r.celdas.push({ tabla: t.id, filaId: f.id, columna: key, antes, despues: dicenLoMismo(key, base, nueva) ? base : nueva, pisada: !dicenLoMismo(key, eraAsi, antes) })
      }
    }
    const quedan = new Set(parejas.values())
    const quitadas = enArchivo.filter(f => !parejas.has(f) && !f.excluida && !f.vacia).map(f => f.id)
    if (quitadas.length > 0) r.quitadas.push({ tabla: t.id, filas: quitadas })
    for (const g of otra.filas) if (!quedan.has(g)) r.nuevas.push({ tabla: t.id, fila: g.fila, celdas: Object.fromEntries(columnas.map(c => [c.key, g.base[c.suya] ?? null])) })
  }
  return r
}

/** Cells, new rows and, with `dejarFuera`, the rows that are gone, as one command; null: there are none. */
export function prepararTraida(tablas: readonly TablaMesa[], archivo: string, c: Correccion, dejarFuera: boolean): Comando | null {
  const partes: Parte[] = []
  for (const t of tablas) {
    const cambios = c.celdas.filter(x => x.tabla === t.id).map(({ filaId, columna, antes, despues }) => ({ filaId, columna, antes, despues }))
    if (cambios.length > 0) partes.push({ tipo: 'editar', tabla: t.id, cambios })
    const filas = c.nuevas.filter(x => x.tabla === t.id).map((x, i) => ({ id: t.idLibre + i, excluida: false, celdas: Object.fromEntries(Object.entries(x.celdas).filter(([, celda]) => celda !== null)) }))
    if (filas.length > 0) partes.push({ tipo: 'filas', tabla: t.id, agregar: true, filas })
  }
  const filas = dejarFuera ? c.quitadas : []
  return partes.length + filas.length === 0 ? null : { tipo: 'traer', archivo, partes, filas, excluir: true }
}

/** A number saved as text, a date with another format, a percent as a fraction: the same thing said otherwise. */
function dicenLoMismo(key: ColumnaKey, a: Celda, b: Celda): boolean {
  if (mismaCelda(a, b)) return true
  if (limpiarTexto(textoDeCelda(a)) === limpiarTexto(textoDeCelda(b))) return true
  const def = columnaDeKey(key)
  if (!def || a === null || b === null) return false
  const x = convertirCelda(def, a).valor
  const y = convertirCelda(def, b).valor
  return x !== undefined && y !== undefined && JSON.stringify(x) === JSON.stringify(y)
}

/** What is left of a row that the draft no longer has. */
const sinContenido = (tabla: TablaMesa, id: number, fila: number): Fila => ({ ...nuevaFila(tabla, { id, fila, celdas: [] }, []), excluida: true })

const CURSO: readonly ColumnaKey[] = ['curso.codigoOferta', 'curso.codigoGrupo']

/** What a row is about, in words: its course, its alumno, its módulo. In "hoja única" a blank says what stands above. */
function clavesDe(t: TablaMesa, filas: readonly Fila[], celda: (f: Fila, key: ColumnaKey, col: number) => Celda): string[] {
  const keys = [...new Set([...CURSO, ...IDENTIDAD_DE_CLASE[t.clase], ...(t.clase === 'unica' ? (['actividad.codigoActividad'] as const) : [])])]
  const arriba = new Map<ColumnaKey, string>()
  return filas.map(f => keys.map(key => {
    const col = t.col.get(key)
    const propia = col === undefined ? '' : enPalabras(key, celda(f, key, col))
    const dice = propia === '' && t.clase === 'unica' ? (arriba.get(key) ?? '') : propia
    arriba.set(key, dice)
    return dice
  }).join('\u0001'))
}
function enPalabras(key: ColumnaKey, celda: Celda): string {
  const def = columnaDeKey(key)
  const valor = def && celda !== null ? convertirCelda(def, celda).valor : undefined
  return valor === undefined ? limpiarTexto(textoDeCelda(celda)).toLowerCase() : JSON.stringify(valor)
}

/**
 * Which row of the file is which of the draft: the one in the same place that is about the same; else the one about the
 * same, wherever it went (rows deleted above, a sheet that was sorted); else, between two that are known, as many as are
 * left on both sides (a RUT that was corrected).
 */
function emparejar(
  { filas: propias, claves, filaDe, idas }: { filas: readonly Fila[]; claves: readonly string[]; filaDe(f: Fila): number | null; idas: readonly Fila[] },
  sueltas: { filas: readonly Fila[]; claves: readonly string[] }, otras: readonly Fila[], otrasClaves: readonly string[],
): Map<Fila, Fila> {
  const parejas = new Map<Fila, Fila>()
  const tomadas = new Set<Fila>()
  const unir = (f: Fila, g: Fila): void => { parejas.set(f, g); tomadas.add(g) }
  const porFila = new Map(otras.map((g, i) => [g.fila, i]))
  propias.forEach((f, i) => {
    const j = porFila.get(filaDe(f))
    const g = j === undefined ? undefined : otras[j]
    if (g && otrasClaves[j ?? -1] === claves[i]) unir(f, g)
  })
  const libres = new Map<string, Fila[]>()
  otras.forEach((g, j) => { if (!tomadas.has(g)) { const c = otrasClaves[j] ?? ''; libres.set(c, [...(libres.get(c) ?? []), g]) } })
  const porClave = (filas: readonly Fila[], suyas: readonly string[]): void => {
    filas.forEach((f, i) => {
      const g = parejas.has(f) ? undefined : libres.get(suyas[i] ?? '')?.shift()
      if (g) unir(f, g)
    })
  }
  porClave(propias, claves)
  porClave(sueltas.filas, sueltas.claves)
  unirHuecos(propias.filter(f => !idas.includes(f)), otras, parejas, tomadas, unir)
  return parejas
}

function unirHuecos(propias: readonly Fila[], otras: readonly Fila[], parejas: ReadonlyMap<Fila, Fila>, tomadas: ReadonlySet<Fila>, unir: (f: Fila, g: Fila) => void): void {
  const lugar = new Map(otras.map((g, j) => [g, j]))
  let desde = -1
  let hueco: Fila[] = []
  const cerrar = (hasta: number): void => {
    const enMedio = otras.slice(desde + 1, hasta).filter(g => !tomadas.has(g))
    if (enMedio.length === hueco.length) hueco.forEach((f, i) => { const g = enMedio[i]; if (g) unir(f, g) })
    hueco = []
  }
  for (const f of propias) {
    const g = parejas.get(f)
    if (!g) { hueco.push(f); continue }
    const j = lugar.get(g) ?? desde
    if (j < desde) continue // the sheet was sorted: what stands between two rows says nothing there
    if (hueco.length > 0) cerrar(j)
    desde = j
  }
  if (hueco.length > 0) cerrar(otras.length)
}
