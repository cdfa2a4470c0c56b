import type { Celda } from '../domain/celda.ts'
import { HOJAS, IDENTIDAD_DE_CLASE, type ClaseTabla, type ColumnaKey } from './columnas.ts'
import { asignarColumnas, normalizarEncabezado, titulosDe, type ColumnaAsignada } from './encabezado.ts'

export interface HojaLeida { nombre: string; primerasFilas: Celda[][] }
export interface TablaDetectada {
  hoja: string
  clase: ClaseTabla
  /** 0-based row of the headings within the sheet. */
  filaEncabezado: number
  columnas: ColumnaAsignada[]
  /** Headings that mean no column of ours. */
  ignoradas: string[]
}
export type Disposicion = 'por-hojas' | 'hoja-unica'
export type Deteccion =
  /** `ignoradas`: sheets that are not used; `gemelas`: those of them with the same headings as one that is. */
  | { ok: true; disposicion: Disposicion; tablas: TablaDetectada[]; ignoradas: string[]; gemelas: string[] }
  | { ok: false; causa: 'sin-encabezados' | 'faltan-columnas'; faltan: string[] }

/** Headings may stand below a title or a logo, but not further down than this. */
export const FILAS_DE_BUSQUEDA = 60

interface Encabezado { hoja: HojaLeida; fila: number; titulos: string[]; keys: ReadonlySet<ColumnaKey> }

/**
 * Recognises the workbook's layout by its headings. `primerasFilas` are the first rows of each sheet (only
 * FILAS_DE_BUSQUEDA are looked at). In a refused workbook `faltan` holds the titles of the columns without which rows cannot be placed.
 */
export function detectarDisposicion(hojas: HojaLeida[]): Deteccion {
  const encabezados = hojas.filter(h => !esDeAyuda(h.nombre)).map(buscarEncabezado).filter(e => e !== null)
  if (encabezados.length === 0) return { ok: false, causa: 'sin-encabezados', faltan: [] }

  const conAlumnoYModulo = encabezados.filter(e => e.keys.has('alumno.rut') && e.keys.has('modulo.codigoModulo'))
  const alumnos = elegirHoja('alumnos', encabezados.filter(e => e.keys.has('alumno.rut') && !e.keys.has('modulo.codigoModulo')))
  const modulos = elegirHoja('modulos', conAlumnoYModulo.filter(e => !esDeActividades(e)))
  if (alumnos && modulos) {
    const cursos = elegirHoja('cursos', encabezados.filter(e => e.keys.has('curso.codigoOferta') && !e.keys.has('alumno.rut') && !e.keys.has('modulo.codigoModulo')))
    const actividades = elegirHoja('actividades', conAlumnoYModulo.filter(esDeActividades))
    const elegidas: [ClaseTabla, Encabezado | undefined][] = [['cursos', cursos], ['alumnos', alumnos], ['modulos', modulos], ['actividades', actividades]]
    return armar('por-hojas', hojas, elegidas, encabezados)
  }
  const unica = elegirHoja('unica', conAlumnoYModulo) ?? masReconocido(encabezados)
  return armar('hoja-unica', hojas, [['unica', unica]], encabezados)
}

function armar(disposicion: Disposicion, hojas: HojaLeida[], elegidas: [ClaseTabla, Encabezado | undefined][], encabezados: readonly Encabezado[]): Deteccion {
  const tablas: TablaDetectada[] = []
  const faltan: string[] = []
  for (const [clase, encabezado] of elegidas) {
    if (!encabezado) continue
    const { columnas, ignoradas } = asignarColumnas(clase, encabezado.titulos)
    const presentes = columnas.map(c => c.key)
    faltan.push(...titulosDe(IDENTIDAD_DE_CLASE[clase].filter(k => !presentes.includes(k))))
    tablas.push({ hoja: encabezado.hoja.nombre, clase, filaEncabezado: encabezado.fila, columnas, ignoradas })
  }
  if (faltan.length > 0) return { ok: false, causa: 'faltan-columnas', faltan: [...new Set(faltan)] }
  const usadas = new Set(tablas.map(t => t.hoja))
  const mismas = (a: Encabezado, b: Encabezado): boolean => a.keys.size === b.keys.size && [...a.keys].every(k => b.keys.has(k))
  const gemelas = encabezados.filter(e => !usadas.has(e.hoja.nombre) && elegidas.some(([, otra]) => otra !== undefined && mismas(e, otra)))
  return { ok: true, disposicion, tablas, ignoradas: hojas.map(h => h.nombre).filter(n => !usadas.has(n)), gemelas: gemelas.map(e => e.hoja.nombre) }
}

/** The template's own help sheets repeat the headings with an example that is nobody's progress; the list of observations is ours too. */
export function esDeAyuda(nombre: string): boolean {
  return /^(ejemplos?|instrucciones|ayuda|listas|observaciones\d*)$/.test(normalizarEncabezado(nombre))
}

/** One row per activity and nothing about the módulo itself: the optional sheet of the template. */
function esDeActividades(e: Encabezado): boolean {
  if (!e.keys.has('actividad.codigoActividad')) return false
  if (normalizarEncabezado(e.hoja.nombre) === normalizarEncabezado(HOJAS.actividades)) return true
  return ![...e.keys].some(k => k.startsWith('modulo.') && k !== 'modulo.codigoModulo')
    && !e.keys.has('alumno.porcentajeAvance')
}

/** Two known headings are the least that tells a header row from a line of text that mentions a course. */
function buscarEncabezado(hoja: HojaLeida): Encabezado | null {
  let mejor: Encabezado | null = null
  hoja.primerasFilas.slice(0, FILAS_DE_BUSQUEDA).forEach((celdas, fila) => {
    const titulos = celdas.map(c => (typeof c === 'string' ? c : ''))
    const keys = new Set(asignarColumnas('unica', titulos).columnas.map(c => c.key))
    if (keys.size >= 2 && keys.size > (mejor?.keys.size ?? 0)) mejor = { hoja, fila, titulos, keys }
  })
  return mejor
}

function elegirHoja(clase: ClaseTabla, candidatas: Encabezado[]): Encabezado | undefined {
  const nombre = normalizarEncabezado(HOJAS[clase])
  const porNombre = candidatas.find(e => [nombre, `${nombre}s`].includes(normalizarEncabezado(e.hoja.nombre)))
  return porNombre ?? masReconocido(candidatas)
}

function masReconocido(candidatas: Encabezado[]): Encabezado | undefined {
  return candidatas.reduce<Encabezado | undefined>((mejor, e) => (mejor && mejor.keys.size >= e.keys.size ? mejor : e), undefined)
}
