/**
 * Which column of a stranger's file may be which of ours: by the words of its heading, and by what its cells hold. What
 * comes out is a proposal that the person sees and confirms, so that here words may count that are no synonyms.
 */
import type { Celda } from '../domain/celda.ts'
import { esVacia } from './celda-texto.ts'
import { COLUMNAS, columnasDeHoja, type ClaseTabla, type ColumnaDef, type ColumnaKey, type TipoColumna } from './columnas.ts'
import { convertirCelda } from './conversion.ts'
import { EN_DUDA } from './lecturas.ts'
import { asignarColumnas } from './encabezado.ts'

/** How sure a proposal is. segura: the heading says it. parecida: it sounds like it. contenido: only its cells say it. */
export type Seguridad = 'segura' | 'parecida' | 'contenido'
export interface Propuesta { key: ColumnaKey; indice: number; seguridad: Seguridad }

/** What platforms call these things; too loose to recognise a file by, good enough to propose. */
const PISTAS: Partial<Record<ColumnaKey, readonly string[]>> = {
  'curso.codigoOferta': ['Curso', 'ID curso', 'Nombre corto del curso', 'Acción de capacitación', 'Course', 'Course ID', 'Course code', 'Shortname'],
  'curso.codigoGrupo': ['Comisión', 'Paralelo', 'Cohorte', 'ID sección', 'Group', 'Section', 'Cohort'],
  'alumno.rut': ['Número de ID', 'Documento', 'Identificación', 'Cédula', 'Usuario', 'Nombre de usuario', 'RUT pasaporte', 'ID number', 'Username', 'Student ID'],
  'alumno.nombre': ['Nombre del usuario', 'Apellidos', 'Full name', 'Student', 'Student name', 'Name'],
  'alumno.tiempoConectividad': ['Tiempo en plataforma', 'Dedicación', 'Duración total', 'Time spent', 'Total time'],
  'alumno.estado': ['Estado final', 'Resultado', 'Status'],
  'alumno.porcentajeAvance': ['Avance general', 'Finalización del curso', 'Course progress', 'Completion'],
  'alumno.fechaInicio': ['Fecha de matrícula', 'Fecha inscripción', 'Start date', 'Enrolment date'],
  'alumno.fechaFin': ['Fecha de cierre', 'Vencimiento', 'End date'],
  'alumno.fechaEjecucion': ['Fecha de corte', 'Report date'],
  'alumno.evaluacionFinal': ['Promedio final', 'Final grade'],
  'modulo.codigoModulo': ['ID módulo', 'Unidad', 'Nombre del módulo', 'Tema', 'Module', 'Module code', 'Unit'],
  'modulo.tiempoConectividad': ['Duración', 'Tiempo módulo', 'Time'],
  'modulo.estado': ['Situación módulo', 'Module status'],
  'modulo.porcentajeAvance': ['Progress', 'Module progress', 'Cumplimiento', 'Porcentaje de finalización'],
  'modulo.notaModulo': ['Grade', 'Score', 'Puntaje'],
  'modulo.actividades': ['Tareas', 'Recursos', 'Activities'],
  'actividad.codigoActividad': ['Tarea', 'Recurso', 'Activity'],
}

const VACIAS = new Set(['de', 'del', 'la', 'el', 'los', 'las', 'en', 'por', 'of', 'the', 'al', 'a'])
/** Words of a heading: also those that a capital, a digit or an underscore separates; plurals are their singular. */
export function palabrasDe(titulo: string): string[] {
  return titulo.replace(/([a-záéíóúñ])([A-ZÁÉÍÓÚÑ])/g, '$1 $2').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    .split(/[^a-z0-9]+/).filter(p => p !== '' && !VACIAS.has(p)).map(p => (p.length > 4 ? p.replace(/(?<=[^aeiou])es$|s$/, '') : p))
}

/** An abbreviation of it, or it with a letter wrong. */
function mismaPalabra(a: string, b: string): boolean {
  if (a === b) return true
  const [corta, larga] = a.length < b.length ? [a, b] : [b, a]
  if (corta.length >= 3 && larga.startsWith(corta)) return true
  return corta.length >= 5 && distancia(corta, larga) <= 1
}

function distancia(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 1) return 2
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const colas = [[i + 1, i + 1], [i, i + 1], [i + 1, i]] as const
  return a === b ? 0 : colas.some(([x, y]) => a.slice(x) === b.slice(y)) ? 1 : 2
}

/** How much two headings say the same: 1, the same once accents, case, blanks and signs are away; 0, nothing. The order of the words does not count. */
export const parecido = (a: string, b: string): number => parecidoDePalabras(palabrasDe(a), palabrasDe(b))

/** The same, of headings that are words already. */
export function parecidoDePalabras(x: readonly string[], y: readonly string[]): number {
  if (x.length === 0 || y.length === 0) return 0
  if (x.join('') === y.join('')) return 1
  const restan = [...y]
  let comunes = 0
  for (const p of x) {
    const i = restan.findIndex(q => mismaPalabra(p, q))
    if (i === -1) continue
    restan.splice(i, 1)
    comunes++
  }
  return (0.95 * 2 * comunes) / (x.length + y.length)
}

const NOMBRES: ReadonlyMap<ColumnaKey, readonly (readonly [nombre: readonly string[], peso: number])[]> = new Map(COLUMNAS.map(c => [
  c.key, [...[c.titulo, ...c.sinonimos].map(n => [palabrasDe(n), 1] as const), ...(PISTAS[c.key] ?? []).map(n => [palabrasDe(n), 0.9] as const)],
] as const))

const porTitulo = (key: ColumnaKey, titulo: readonly string[]): number => Math.max(0, ...(NOMBRES.get(key) ?? []).map(([n, peso]) => peso * parecidoDePalabras(titulo, n)))

/** Fraction of the cells that the column's kind understands, or would once it is asked how; null: too few to say. */
function comprensible(def: ColumnaDef, celdas: readonly Celda[]): number | null {
  const llenas = celdas.filter(c => !esVacia(c))
  if (llenas.length < 2) return null
  const bien = llenas.filter((c) => {
    const { valor, hallazgo } = convertirCelda(def, c)
    return valor !== undefined || (hallazgo !== null && (EN_DUDA.has(hallazgo.causa) && hallazgo.causa !== 'tiempo-ilegible'))
  })
  return bien.length / llenas.length
}

/** Kinds whose cells tell them: a text may be anything, and a number many things. */
const SE_RECONOCE: ReadonlySet<TipoColumna> = new Set(['rut', 'fecha', 'estado', 'porcentaje', 'segundos', 'entero'])
const MINIMO = 0.55
const EXACTO = 0.99

/**
 * Our columns and theirs, each used once, the surest pair first. `titulos` is the header row, `muestra` some rows under it.
 * Headings that mean a column by themselves are taken as recognition takes them in a sheet of that class.
 */
export function proponerColumnas(titulos: readonly string[], muestra: readonly (readonly Celda[])[], clase: ClaseTabla = 'unica'): Propuesta[] {
  const celdasDe = (indice: number): Celda[] => muestra.map(f => f[indice] ?? null)
  const propuestas: Propuesta[] = asignarColumnas(clase, titulos).columnas.map(({ key, indice }) => ({ key, indice, seguridad: 'segura' }))
  const pares: { key: ColumnaKey; indice: number; puntos: number; seguridad: Seguridad }[] = []
  titulos.forEach((titulo, indice) => {
    const celdas = celdasDe(indice)
    if (titulo.trim() === '' && celdas.every(esVacia)) return
    const suyas = palabrasDe(titulo.slice(0, 200))
    for (const def of columnasDeHoja(clase)) {
      const palabras = porTitulo(def.key, suyas)
      const entendidas = SE_RECONOCE.has(def.tipo) ? comprensible(def, celdas) : null
      const puntos = puntuar(def, palabras, entendidas)
      if (puntos >= MINIMO) pares.push({ key: def.key, indice, puntos, seguridad: palabras >= EXACTO ? 'segura' : palabras >= MINIMO ? 'parecida' : 'contenido' })
    }
  })
  for (const { puntos: _, ...p } of pares.sort((a, b) => b.puntos - a.puntos || a.indice - b.indice)) {
    if (!propuestas.some(x => x.key === p.key || x.indice === p.indice)) propuestas.push(p)
  }
  return propuestas.sort((a, b) => a.indice - b.indice)
}

/** Only a RUT is told by its cells alone: its check digit cannot be by chance in all of them. */
function puntuar(def: ColumnaDef, palabras: number, entendidas: number | null): number {
  if (entendidas === null) return palabras
  if (def.tipo === 'rut' && entendidas >= 0.8) return Math.max(0.6, palabras)
  return entendidas < 0.3 ? palabras * 0.3 : palabras + (entendidas >= 0.8 ? 0.04 : 0)
}
