import { COLUMNAS, TITULO_ULTIMO_AVANCE, columnasDeHoja, type ClaseTabla, type ColumnaKey } from './columnas.ts'

const PALABRAS_VACIAS = new Set(['de', 'del', 'la', 'el', 'los', 'las', 'en', 'por'])

/**
 * A heading reduced to what it says: no accents, case, blanks, punctuation or "de/del/la". A capital inside a word
 * separates nothing, so that the API's own names (`porcentajeAvance`) compare equal to "Porcentaje de avance".
 */
export function normalizarEncabezado(texto: string): string {
  return texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    .split(/[^a-z0-9]+/).filter(p => p !== '' && !PALABRAS_VACIAS.has(p)).join('')
}

/** A heading as headings are told apart; one without a Latin letter is its own text. */
export const claveDeEncabezado = (texto: string): string => normalizarEncabezado(texto) || texto.trim().toLowerCase()

/** heading → the keys that it may mean, by class: "avance" means one thing in Alumnos and another in Modulos. */
const SIGNIFICADOS: ReadonlyMap<ClaseTabla, ReadonlyMap<string, readonly ColumnaKey[]>> = new Map(
  (['cursos', 'alumnos', 'modulos', 'actividades', 'unica'] as const).map(clase => [clase, indexar(clase)] as const),
)

function indexar(clase: ClaseTabla): Map<string, ColumnaKey[]> {
  const indice = new Map<string, ColumnaKey[]>()
  for (const def of columnasDeHoja(clase)) {
    for (const nombre of new Set([def.titulo, ...def.sinonimos].map(normalizarEncabezado))) {
      indice.set(nombre, [...(indice.get(nombre) ?? []), def.key])
    }
  }
  // A heading that is the very title of a column means that column, whatever synonyms others have.
  for (const def of columnasDeHoja(clase)) indice.set(normalizarEncabezado(def.titulo), [def.key])
  return indice
}

/** Keys that a heading may mean in a sheet of that class. What stands in parentheses (a unit, a hint) may be dropped. */
export function significados(clase: ClaseTabla, titulo: string): readonly ColumnaKey[] {
  const indice = SIGNIFICADOS.get(clase)
  const sinParentesis = titulo.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  return indice?.get(normalizarEncabezado(titulo)) ?? indice?.get(normalizarEncabezado(sinParentesis)) ?? []
}

/** A heading of the template's own under which there is nothing to read. */
export const esDeLectura = (titulo: string): boolean => normalizarEncabezado(titulo) === normalizarEncabezado(TITULO_ULTIMO_AVANCE)

export interface ColumnaAsignada { indice: number; key: ColumnaKey; titulo: string }

/**
 * Matches a header row with the columns of a class. A heading that several levels share goes last: alone it means the
 * módulo (the row's own level); twice, the first is the alumno's and the second the módulo's, as sheets are laid out.
 */
export function asignarColumnas(clase: ClaseTabla, titulos: readonly string[]): { columnas: ColumnaAsignada[]; ignoradas: string[] } {
  const usada = new Map<ColumnaKey, number>()
  const pendientes: { indice: number; keys: readonly ColumnaKey[] }[] = []
  titulos.forEach((titulo, indice) => {
    if (titulo.trim() === '') return
    const keys = significados(clase, titulo)
    const unica = keys[0]
    if (keys.length === 1 && unica !== undefined && !usada.has(unica)) usada.set(unica, indice)
    else if (keys.length > 1) pendientes.push({ indice, keys })
  })
  pendientes.forEach(({ indice, keys }, n) => {
    const libres = keys.filter(k => !usada.has(k))
    const otraIgual = pendientes.slice(n + 1).some(p => p.keys.some(k => libres.includes(k)))
    const preferida = otraIgual ? libres[0] : (libres.find(k => k.startsWith('modulo.')) ?? libres[0])
    if (preferida !== undefined) usada.set(preferida, indice)
  })
  const porIndice = new Map([...usada].map(([key, indice]) => [indice, key]))
  const columnas: ColumnaAsignada[] = []
  const ignoradas: string[] = []
  titulos.forEach((titulo, indice) => {
    const key = porIndice.get(indice)
    if (key !== undefined) columnas.push({ indice, key, titulo: titulo.trim() })
    else if (titulo.trim() !== '' && !esDeLectura(titulo)) ignoradas.push(titulo.trim())
  })
  return { columnas, ignoradas }
}

/** Titles of the given keys, in the definition's order. */
export function titulosDe(keys: readonly ColumnaKey[]): string[] {
  return COLUMNAS.filter(c => keys.includes(c.key)).map(c => c.titulo)
}
