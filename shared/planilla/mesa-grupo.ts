/** The verdict on one alumno: its rows against each other, and its tree against the schemas. */
import { AlumnoSchema, avisosDeAlumno } from '../domain/alumno.ts'
import { claveDeAvance, compararAvance, type Cambio } from '../domain/avance.ts'
import { esCausa } from '../domain/causas.ts'
import { formatFecha, type FechaIso } from '../domain/fecha.ts'
import { avisosDeModulo } from '../domain/modulo.ts'
import { textoDeNumero } from './celda-texto.ts'
import type { ClaseTabla } from './columnas.ts'
import { armarAlumno, type AlumnoArmado, type ModuloArmado } from './mesa-arbol.ts'
import { revisarRepetidos } from './mesa-contradicciones.ts'
import type { EstadoGrupo, Grupo } from './mesa-indices.ts'
import { lugarDe } from './mesa-lugar.ts'
import { anotar, codigoDeModulo, cuenta, enOtra, falloDe, recontar, valorDe, type Fila } from './mesa-tabla.ts'

/** What the verdicts depend on beside the cells. */
export interface Contexto {
  hoy: FechaIso
  /** Last accepted progress by key (indexarAvances). */
  previos: ReadonlyMap<string, number>
  /** When each was accepted (indexarFechas): shown, never judged by. */
  fechas?: ReadonlyMap<string, string>
  /** The file's own name of the sheet of each class. */
  hojas: Readonly<Record<ClaseTabla, string>>
}

type Datos = Record<string, string | number>

/** Judges the alumno anew and brings the counts of its rows and of its course up to date. */
export function validarGrupo(g: Grupo, ctx: Contexto): void {
  for (const f of g.filas) {
    f.hallazgos = null
    f.arrastrada = f.vacia
  }
  g.estado = situar(g)
  if (g.estado === 'huerfano') revisarHuerfanas(g, ctx)
  let modulos = 0
  if (g.estado === 'enviable') {
    const armado = armarAlumno(g, ctx.hoy)
    modulos = armado.modulos.length
    revisarCurso(g, ctx)
    revisarActividadesHuerfanas(g, ctx)
    revisarEsquema(g, armado)
    revisarAvance(g, armado, ctx)
    revisarRepetidos(g, armado)
    if (g.filas.some(tieneError)) g.estado = 'error'
  }
  for (const f of g.filas) recontar(f)
  contarEnCurso(g, modulos)
}

function contarEnCurso(g: Grupo, modulos: number): void {
  const alumnos = g.estado === 'enviable' || g.estado === 'error' ? 1 : 0
  const conError = g.estado === 'error' ? 1 : 0
  g.curso.alumnos += alumnos - g.alumnos
  g.curso.modulos += modulos - g.modulos
  g.curso.conError += conError - g.conError
  g.alumnos = alumnos
  g.modulos = modulos
  g.conError = conError
}

function tieneError(f: Fila): boolean {
  return cuenta(f) && (f.tabla.convertir(f).malas !== 0 || (f.hallazgos?.some(h => h.nivel === 'error') ?? false))
}

/** Who is left out with whom. Answers 'enviable' for one that is to be judged. */
function situar(g: Grupo): EstadoGrupo {
  if (g.curso.fuera) return arrastrar(g.filas, 'fuera')
  if (!g.filas.some(cuenta)) return 'fuera'
  if (g.filas[0]?.tabla.clase === 'unica') return 'enviable'
  const alumnos = g.filas.filter(f => f.tabla.clase === 'alumnos' && !f.vacia)
  if (alumnos.length === 0) return 'huerfano'
  if (!alumnos.some(cuenta)) return arrastrar(g.filas, 'fuera')
  const modulos = g.filas.filter(f => f.tabla.clase === 'modulos' && !f.vacia)
  if (modulos.length > 0 && !modulos.some(cuenta)) return arrastrar(g.filas, 'vacio')
  const vivos = new Set(modulos.filter(cuenta).map(codigoDeModulo))
  const fuera = new Set(modulos.filter(f => f.excluida).map(codigoDeModulo))
  for (const f of g.filas) {
    const codigo = f.tabla.clase === 'actividades' ? codigoDeModulo(f) : ''
    if (codigo !== '' && fuera.has(codigo) && !vivos.has(codigo)) f.arrastrada = true
  }
  return 'enviable'
}

function arrastrar(filas: readonly Fila[], estado: EstadoGrupo): EstadoGrupo {
  for (const f of filas) f.arrastrada = true
  return estado
}

const sinRut = (f: Fila): boolean => valorDe(f, 'alumno.rut') === undefined
const sinCurso = (g: Grupo): boolean => g.curso.codigoOferta === '' || g.curso.codigoGrupo === ''

/** A blank that keeps a row from having a place is that problem, and not one of who it belongs to. */
function revisarHuerfanas(g: Grupo, ctx: Contexto): void {
  for (const f of g.filas) {
    if (!cuenta(f)) continue
    if (sinRut(f) && !falloDe(f, 'alumno.rut')) anotar(f, 'alumno.rut', 'requerido')
    if (sinCurso(g)) pedirCurso(f)
    else if (!sinRut(f)) anotar(f, 'alumno.rut', 'fila-huerfana', { hoja: ctx.hojas.alumnos })
  }
}

function pedirCurso(f: Fila): void {
  for (const key of ['curso.codigoOferta', 'curso.codigoGrupo'] as const) {
    if (valorDe(f, key) === undefined && !falloDe(f, key)) anotar(f, key, 'requerido')
  }
}

function revisarCurso(g: Grupo, ctx: Contexto): void {
  const filas = g.filas.filter(cuenta)
  if (sinCurso(g)) {
    for (const f of filas[0]?.tabla.clase === 'unica' ? filas.slice(0, 1) : filas) pedirCurso(f)
  } else if (!g.curso.existe) {
    for (const f of filas) if (f.tabla.clase === 'alumnos') anotar(f, 'curso.codigoOferta', 'curso-sin-hoja', { hoja: ctx.hojas.cursos })
  }
}

function revisarActividadesHuerfanas(g: Grupo, ctx: Contexto): void {
  const filas = g.filas.filter(cuenta)
  const codigos = new Set(filas.filter(f => f.tabla.clase === 'modulos').map(codigoDeModulo))
  for (const f of filas) {
    if (f.tabla.clase !== 'actividades') continue
    const codigo = codigoDeModulo(f)
    if (codigo === '' && !falloDe(f, 'modulo.codigoModulo')) anotar(f, 'modulo.codigoModulo', 'requerido')
    if (codigo !== '' && !codigos.has(codigo)) anotar(f, 'modulo.codigoModulo', 'actividad-huerfana', { hoja: ctx.hojas.modulos })
    if (valorDe(f, 'actividad.codigoActividad') === undefined && !falloDe(f, 'actividad.codigoActividad')) anotar(f, 'actividad.codigoActividad', 'requerido')
  }
}

function revisarEsquema(g: Grupo, a: AlumnoArmado): void {
  const leido = AlumnoSchema.safeParse(a.valores)
  for (const issue of leido.success ? [] : leido.error.issues) {
    const causa = esCausa(issue.message) ? issue.message : 'dato-inesperado'
    // Without a place of its own (no RUT, no course) it is unknown whether its módulos are elsewhere.
    if (causa === 'sin-modulos' && (sinCurso(g) || a.valores['rutAlumno'] === undefined)) continue
    const lugar = lugarDe(a, issue.path)
    if (lugar) anotar(lugar.fila, lugar.key, causa, datosDe(issue, a, lugar.fila))
  }
  const avisos = [
    ...avisosDeAlumno(a.valores),
    ...a.modulos.flatMap((m, i) => avisosDeModulo(m.valores, m.codigos).map(v => ({ ...v, path: ['listaModulos', i, ...v.path] }))),
  ]
  for (const { causa, path, datos } of avisos) {
    const lugar = lugarDe(a, path)
    if (lugar) anotar(lugar.fila, lugar.key, causa, datos)
  }
  decirPorDefecto(a)
}

function datosDe(issue: { code: string; params?: unknown }, a: AlumnoArmado, fila: Fila): Datos {
  const datos: Datos = {}
  const params = issue.code === 'custom' && typeof issue.params === 'object' ? (issue.params ?? {}) : {}
  for (const [clave, valor] of Object.entries(params)) if (typeof valor === 'string' || typeof valor === 'number') datos[clave] = valor
  // The schema knows positions in a list; a person, rows of a sheet.
  if (typeof datos['otro'] === 'number') Object.assign(datos, enOtra(fila, a.modulos[datos['otro']]?.filas[0]))
  if (issue.code === 'custom' && 'ejecucion' in datos && a.porDefecto.fechaEjecucion !== undefined) datos['porDefecto'] = 1
  return datos
}

/** A default is said where it goes; one that is itself a problem already has its words. */
function decirPorDefecto(a: AlumnoArmado): void {
  const fila = a.filas[0]
  for (const campo of ['estado', 'fechaEjecucion'] as const) {
    const valor = a.porDefecto[campo]
    const col = fila?.tabla.col.get(`alumno.${campo}`)
    if (!fila || valor === undefined || fila.hallazgos?.some(h => h.col === col && h.nivel === 'error')) continue
    anotar(fila, `alumno.${campo}`, 'valor-por-defecto', { original: '', convertido: typeof valor === 'string' ? formatFecha(valor) : String(valor) })
  }
}

/** How the módulo's progress stands against the last accepted one; null when either cannot be known. */
export function cambioDe(g: Grupo, a: AlumnoArmado, m: ModuloArmado, previos: ReadonlyMap<string, number>): { cambio: Cambio; previo: number | undefined; avance: number } | null {
  const { codigoModulo, porcentajeAvance: avance } = m.valores
  const rutAlumno = a.valores['rutAlumno']
  if (typeof rutAlumno !== 'number' || typeof codigoModulo !== 'string') return null
  if (typeof avance !== 'number' || avance < 0 || avance > 100) return null
  const previo = previos.get(claveDeAvance({ rutAlumno, codigoModulo, codigoOferta: g.curso.codigoOferta, codigoGrupo: g.curso.codigoGrupo }))
  return { cambio: compararAvance(previo, avance), previo, avance }
}

function revisarAvance(g: Grupo, a: AlumnoArmado, ctx: Contexto): void {
  if (ctx.previos.size === 0) return
  a.modulos.forEach((m, i) => {
    const c = cambioDe(g, a, m, ctx.previos)
    if (!c || c.previo === undefined || (c.cambio !== 'igual' && c.cambio !== 'menos')) return
    const lugar = lugarDe(a, ['listaModulos', i, 'porcentajeAvance'])
    const datos = { valor: textoDeNumero(c.avance), previo: textoDeNumero(c.previo) }
    if (lugar) anotar(lugar.fila, lugar.key, c.cambio === 'igual' ? 'avance-igual' : 'avance-menor', datos)
  })
}
