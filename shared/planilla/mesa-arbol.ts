/** From the rows of one alumno to the tree that the schemas judge, keeping where each value came from. */
import type { Rut } from '../domain/rut.ts'
import type { FechaIso } from '../domain/fecha.ts'
import type { Valor } from './conversion-base.ts'
import type { ColumnaKey } from './columnas.ts'
import { cuenta, falloDe, valorDe, type Fila } from './mesa-tabla.ts'
import type { Grupo } from './mesa-indices.ts'

export interface Lugar { fila: Fila; key: ColumnaKey }

/**
 * The rows that say something about one thing. `filas` count. `respaldo` were left out by the person: in "hoja única" a
 * value that only they had still holds for the rows below that left it blank.
 */
export interface Origen { filas: Fila[]; respaldo: Fila[] }
export interface ModuloArmado extends Origen { valores: Record<string, unknown>; codigos: string[]; actividades: Lugar[] }
export interface AlumnoArmado extends Origen {
  /** Candidate for AlumnoSchema; what is missing or could not be read is absent. */
  valores: Record<string, unknown>
  modulos: ModuloArmado[]
  /** Fields filled in with the default of [I22]. */
  porDefecto: Partial<Record<'estado' | 'fechaEjecucion', number | string>>
}

const CAMPOS_ALUMNO = ['tiempoConectividad', 'estado', 'porcentajeAvance', 'fechaInicio', 'fechaFin', 'fechaEjecucion', 'evaluacionFinal'] as const
const CAMPOS_MODULO = [
  'tiempoConectividad', 'estado', 'porcentajeAvance', 'fechaInicio', 'fechaFin', 'notaModulo', 'cantActividadSincronica', 'cantActividadAsincronica',
] as const
const conKey = <C extends string, N extends string>(nivel: N, campos: readonly C[]): { campo: C; key: `${N}.${C}` }[] =>
  campos.map(campo => ({ campo, key: `${nivel}.${campo}` as const }))
export const DE_ALUMNO = conKey('alumno', CAMPOS_ALUMNO)
export const DE_MODULO = conKey('modulo', CAMPOS_MODULO)

/** First value for the key: of a row that counts, else of one that was left out. */
export function leer(o: Origen, key: ColumnaKey): Valor | undefined {
  for (const f of o.filas) {
    const v = valorDe(f, key)
    if (v !== undefined) return v
  }
  for (const f of o.respaldo) {
    const v = valorDe(f, key)
    if (v !== undefined) return v
  }
  return undefined
}

/** The row whose cell says (or, blank everywhere, should say) the key. */
export function filaDe(o: Origen, key: ColumnaKey): Fila | undefined {
  return o.filas.find(f => valorDe(f, key) !== undefined) ?? o.filas[0]
}

/** Whether a cell for the key failed to convert: it has its error, and its absence is no other problem. */
export const fallo = (o: Origen, key: ColumnaKey): boolean => o.filas.some(f => falloDe(f, key))

/** `hoy` is the default of fechaEjecucion [I22]. Only for a group with rows that count. */
export function armarAlumno(g: Grupo, hoy: FechaIso): AlumnoArmado {
  const unica = g.filas[0]?.tabla.clase === 'unica'
  const armado: AlumnoArmado = unica ? deUnica(g.filas) : deHojas(g.filas)
  const { valores } = armado
  const rut = leer(armado, 'alumno.rut')
  if (rut !== undefined && esRut(rut)) {
    valores['rutAlumno'] = rut.numero
    valores['dvAlumno'] = rut.dv
  }
  leerCampos(armado, DE_ALUMNO, valores)
  ponerPorDefecto(armado, 'estado', 1)
  ponerPorDefecto(armado, 'fechaEjecucion', hoy)
  for (const m of armado.modulos) {
    leerCampos(m, DE_MODULO, m.valores)
    m.valores['listaActividades'] = m.codigos.map(codigoActividad => ({ codigoActividad }))
  }
  valores['listaModulos'] = armado.modulos.map(m => m.valores)
  return armado
}

const esRut = (v: Valor): v is Rut => typeof v === 'object' && 'numero' in v

function leerCampos(o: Origen, campos: readonly { campo: string; key: ColumnaKey }[], valores: Record<string, unknown>): void {
  for (const { campo, key } of campos) {
    const v = leer(o, key)
    if (v !== undefined) valores[campo] = v
  }
}

function ponerPorDefecto(a: AlumnoArmado, campo: 'estado' | 'fechaEjecucion', valor: number | string): void {
  if (a.valores[campo] !== undefined || fallo(a, `alumno.${campo}`)) return
  a.valores[campo] = valor
  a.porDefecto[campo] = valor
}

function nuevoModulo(codigo: string | undefined, filas: Fila[], respaldo: Fila[]): ModuloArmado {
  return { filas, respaldo, valores: codigo === undefined ? {} : { codigoModulo: codigo }, codigos: [], actividades: [] }
}

function sumarActividad(m: ModuloArmado, fila: Fila, key: 'modulo.actividades' | 'actividad.codigoActividad'): void {
  const v = valorDe(fila, key)
  for (const codigo of Array.isArray(v) ? v : [v]) {
    if (typeof codigo !== 'string') continue
    m.codigos.push(codigo)
    m.actividades.push({ fila, key })
  }
}

const codigoDe = (fila: Fila): string | undefined => {
  const v = valorDe(fila, 'modulo.codigoModulo')
  return typeof v === 'string' ? v : undefined
}

/** One row per módulo; its activities from the list cell and from the sheet Actividades. */
function deHojas(filas: readonly Fila[]): AlumnoArmado {
  const vivas = filas.filter(cuenta)
  const modulos: ModuloArmado[] = []
  const porCodigo = new Map<string, ModuloArmado>()
  for (const f of vivas) {
    if (f.tabla.clase !== 'modulos') continue
    const codigo = codigoDe(f)
    const m = nuevoModulo(codigo, [f], [])
    modulos.push(m)
    if (codigo !== undefined && !porCodigo.has(codigo)) porCodigo.set(codigo, m)
    sumarActividad(m, f, 'modulo.actividades')
  }
  for (const f of vivas) {
    const m = f.tabla.clase === 'actividades' ? porCodigo.get(codigoDe(f) ?? '') : undefined
    if (m) sumarActividad(m, f, 'actividad.codigoActividad')
  }
  return { filas: vivas.filter(f => f.tabla.clase === 'alumnos').slice(0, 1), respaldo: [], valores: {}, modulos, porDefecto: {} }
}

/**
 * One row per módulo, or, with a column for the activity, per activity: then rows with the same módulo are one, and a
 * blank módulo is the one above.
 */
function deUnica(filas: readonly Fila[]): AlumnoArmado {
  const modulos: ModuloArmado[] = []
  const porCodigo = new Map<string, ModuloArmado>()
  let arriba: string | undefined
  for (const f of filas) {
    const conActividad = f.tabla.col.has('actividad.codigoActividad')
    const propio = codigoDe(f)
    const codigo = propio ?? (conActividad && !f.vacia && !falloDe(f, 'modulo.codigoModulo') ? arriba : undefined)
    if (propio !== undefined) arriba = propio
    let m = conActividad && codigo !== undefined ? porCodigo.get(codigo) : undefined
    if (!m) {
      m = nuevoModulo(codigo, [], [])
      modulos.push(m)
      if (codigo !== undefined) porCodigo.set(codigo, m)
    }
    ;(cuenta(f) ? m.filas : m.respaldo).push(f)
  }
  const vivos = modulos.filter(m => m.filas.length > 0)
  for (const m of vivos) {
    // The list of a módulo is one datum of the módulo, however many rows repeat it; the activity column is one per row.
    const lista = [...m.filas, ...m.respaldo].find(f => valorDe(f, 'modulo.actividades') !== undefined)
    if (lista) sumarActividad(m, lista, 'modulo.actividades')
    for (const f of m.filas) sumarActividad(m, f, 'actividad.codigoActividad')
  }
  return { filas: filas.filter(cuenta), respaldo: filas.filter(f => !cuenta(f) && !f.vacia), valores: {}, modulos: vivos, porDefecto: {} }
}
