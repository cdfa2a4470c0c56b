/** Who belongs to whom: rows → alumno → course. An edit moves only the rows it touches. */
import type { Rut } from '../domain/rut.ts'
import { textoDeCelda, limpiarTexto } from './celda-texto.ts'
import { esAgregada, falloDe, textoDe, valorDe, type Fila, type TablaMesa } from './mesa-tabla.ts'

/** fuera: left out by the person. vacio: all its módulos are left out. huerfano: rows of an alumno that no sheet lists. */
export type EstadoGrupo = 'enviable' | 'error' | 'fuera' | 'vacio' | 'huerfano'

/** All rows of one alumno in one course, in sheet order. */
export interface Grupo {
  clave: string
  curso: CursoMesa
  filas: Fila[]
  estado: EstadoGrupo
  /** What it counts for in its course: 0 when it is not one of its alumnos. */
  alumnos: 0 | 1
  modulos: number
  conError: 0 | 1
}

export interface CursoMesa {
  clave: string
  codigoOferta: string
  codigoGrupo: string
  /** Its rows of the sheet Curso (none in "hoja única"). */
  filas: Fila[]
  grupos: Set<Grupo>
  alumnos: number
  modulos: number
  conError: number
  /** It is one of the file's courses (see Indices.existe), and the person left its row out: as last judged. */
  existe: boolean
  fuera: boolean
  /** Its own data has errors: none of its alumnos can be sent. */
  bloqueado: boolean
  /** Rows that carry findings of the course. */
  marcadas: Fila[]
}

const SEP = '\u0001'
export const claveDeCurso = (oferta: string, grupo: string): string => `${oferta}${SEP}${grupo}`
export const porOrden = (a: Fila, b: Fila): number => a.tabla.orden - b.tabla.orden || a.pos - b.pos

export class Indices {
  readonly grupos = new Map<string, Grupo>()
  readonly cursos = new Map<string, CursoMesa>()
  /** The file's only course, which blank course cells then mean; null when there are several or none. */
  unico: { oferta: string; grupo: string } | null = null
  /** Rows with a blank course cell: those whose place may depend on `unico`. */
  private readonly incompletas = new Set<Fila>()
  private readonly aportes = new Map<string, number>()
  private readonly conHojaCurso: boolean

  constructor(tablas: readonly TablaMesa[]) {
    this.conHojaCurso = hayHojaCurso(tablas)
    for (const t of tablas) for (const f of t.filas) { f.grupo = null; f.aporte = null; this.aportar(f) }
    this.unico = this.buscarUnico()
    for (const t of tablas) for (const f of t.filas) this.ubicar(f, null)
  }

  /** Counts the row for (or out of) the courses of the file. */
  aportar(fila: Fila): void {
    const oferta = textoDe(fila, 'curso.codigoOferta')
    const grupo = textoDe(fila, 'curso.codigoGrupo')
    const completa = oferta !== '' && grupo !== ''
    if (completa || fila.tabla.clase === 'cursos') this.incompletas.delete(fila)
    else this.incompletas.add(fila)
    const cuentaAqui = !fila.excluida && (this.conHojaCurso ? fila.tabla.clase === 'cursos' : fila.tabla.clase === 'alumnos' || fila.tabla.clase === 'unica')
    const nuevo = completa && cuentaAqui ? claveDeCurso(oferta, grupo) : null
    if (nuevo === fila.aporte) return
    if (fila.aporte !== null) {
      const quedan = (this.aportes.get(fila.aporte) ?? 1) - 1
      if (quedan === 0) this.aportes.delete(fila.aporte)
      else this.aportes.set(fila.aporte, quedan)
    }
    if (nuevo !== null) this.aportes.set(nuevo, (this.aportes.get(nuevo) ?? 0) + 1)
    fila.aporte = nuevo
  }

  /** After `aportar`: whether "the only course" is now another one and rows hang on it, so that all must be placed anew. */
  cambioUnico(): boolean {
    const unico = this.buscarUnico()
    const otro = unico?.oferta !== this.unico?.oferta || unico?.grupo !== this.unico?.grupo
    this.unico = unico
    return otro && this.incompletas.size > 0
  }

  /** Whether the file's courses are now told by another sheet, so that all must be placed anew. */
  cambioHojaCurso(tablas: readonly TablaMesa[]): boolean {
    return hayHojaCurso(tablas) !== this.conHojaCurso
  }

  /** Blank rows that leave. Answers the courses that they stood in. */
  olvidar(filas: ReadonlySet<Fila>): Set<CursoMesa> {
    const cursos = new Set<CursoMesa>()
    const grupos = new Set<Grupo>()
    for (const f of filas) {
      this.incompletas.delete(f)
      const c = f.grupo?.curso ?? this.cursos.get(f.claveCurso)
      if (f.grupo) grupos.add(f.grupo)
      f.grupo = null
      if (c) cursos.add(c)
    }
    for (const g of grupos) { this.ordenar(g); this.limpiar(g) }
    for (const c of cursos) {
      c.filas = c.filas.filter(f => !filas.has(f))
      c.marcadas = c.marcadas.filter(f => !filas.has(f))
    }
    return cursos
  }

  private buscarUnico(): { oferta: string; grupo: string } | null {
    if (this.aportes.size !== 1) return null
    const [oferta = '', grupo = ''] = [...this.aportes.keys()][0]?.split(SEP) ?? []
    return { oferta, grupo }
  }

  /** Whether the course is one of the file's: in its sheet when there is one, else with both codes. */
  existe(curso: CursoMesa): boolean {
    if (this.conHojaCurso) return curso.codigoOferta !== '' && curso.codigoGrupo !== '' && curso.filas.length > 0
    return curso.codigoOferta !== '' && curso.codigoGrupo !== '' && curso.grupos.size > 0
  }

  /** Whether the person left the course out, by its row of the sheet Curso. */
  estaFuera(curso: CursoMesa): boolean {
    return curso.filas.length > 0 && curso.filas.every(f => f.excluida || f.vacia)
  }

  /**
   * Puts the row where its cells say; `grupos` receives the alumnos it left and joined, whose rows are in order again
   * only after `ordenar`. In "hoja única" the rows below that take their identity from this one follow it.
   */
  reubicar(fila: Fila, grupos: Set<Grupo>): void {
    if (fila.tabla.clase !== 'unica') { this.ubicar(fila, grupos); return }
    for (let i = fila.pos; i < fila.tabla.filas.length; i++) {
      const f = fila.tabla.filas[i]
      if (!f) return
      const curso = f.claveCurso
      const rut = f.claveRut
      this.ubicar(f, grupos)
      if (curso === f.claveCurso && rut === f.claveRut) return
    }
  }

  private ubicar(fila: Fila, grupos: Set<Grupo> | null): void {
    if (fila.tabla.clase === 'cursos') { this.ubicarCurso(fila); return }
    const { oferta, grupo, rut } = this.identidad(fila)
    fila.claveCurso = claveDeCurso(oferta, grupo)
    fila.claveRut = rut
    const clave = `${fila.claveCurso}${SEP}${rut}`
    const anterior = fila.grupo
    if (anterior) grupos?.add(anterior)
    if (anterior?.clave === clave) return
    const nuevo = this.grupo(clave, oferta, grupo)
    nuevo.filas.push(fila)
    fila.grupo = nuevo
    fila.busqueda = null
    grupos?.add(nuevo)
  }

  /** Rows that left go, rows that came stand in sheet order. */
  ordenar(g: Grupo): void {
    g.filas = [...new Set(g.filas)].filter(f => f.grupo === g).sort(porOrden)
  }

  private ubicarCurso(fila: Fila): void {
    const oferta = textoDe(fila, 'curso.codigoOferta')
    const grupo = textoDe(fila, 'curso.codigoGrupo')
    // An incomplete row is nobody's course: it stands alone, so that two of them are not "repeated". Its codes are in the
    // key, because a course's codes never change; its id and not its place, because rows come and go above it.
    const clave = oferta !== '' && grupo !== '' ? claveDeCurso(oferta, grupo) : [SEP, fila.id, oferta, grupo].join(SEP)
    if (fila.claveCurso === clave && this.cursos.get(clave)?.filas.includes(fila)) return
    const anterior = this.cursos.get(fila.claveCurso)
    if (anterior) anterior.filas = anterior.filas.filter(f => f !== fila)
    fila.claveCurso = clave
    const curso = this.curso(clave, oferta, grupo)
    curso.filas.push(fila)
    curso.filas.sort(porOrden)
  }

  private grupo(clave: string, oferta: string, grupo: string): Grupo {
    let g = this.grupos.get(clave)
    if (!g) {
      const curso = this.curso(claveDeCurso(oferta, grupo), oferta, grupo)
      g = { clave, curso, filas: [], estado: 'fuera', alumnos: 0, modulos: 0, conError: 0 }
      this.grupos.set(clave, g)
      curso.grupos.add(g)
    }
    return g
  }

  private curso(clave: string, codigoOferta: string, codigoGrupo: string): CursoMesa {
    let c = this.cursos.get(clave)
    if (!c) {
      c = {
        clave, codigoOferta, codigoGrupo, filas: [], grupos: new Set(), alumnos: 0, modulos: 0, conError: 0,
        existe: false, fuera: false, bloqueado: false, marcadas: [],
      }
      this.cursos.set(clave, c)
    }
    return c
  }

  /** Forgets an alumno that has no rows left. */
  limpiar(g: Grupo): void {
    if (g.filas.length > 0) return
    this.grupos.delete(g.clave)
    g.curso.grupos.delete(g)
  }

  /** Forgets a course that has neither rows nor alumnos left. */
  limpiarCurso(c: CursoMesa): void {
    if (c.grupos.size === 0 && c.filas.length === 0) this.cursos.delete(c.clave)
  }

  private identidad(fila: Fila): { oferta: string; grupo: string; rut: string } {
    let rut = claveDeRut(fila)
    let oferta = textoDe(fila, 'curso.codigoOferta')
    let grupo = textoDe(fila, 'curso.codigoGrupo')
    const arriba = fila.tabla.clase === 'unica' ? fila.tabla.filas[fila.pos - 1] : undefined
    if (arriba && rut === '' && !falloDe(fila, 'alumno.rut')) rut = arriba.claveRut
    if (arriba && rut === arriba.claveRut) {
      const [ofertaArriba = '', grupoArriba = ''] = arriba.claveCurso.split(SEP)
      oferta ||= ofertaArriba
      grupo ||= grupoArriba
    }
    // A row that has one code only takes the other when it is of the same course: B with the group of A is nobody's.
    if (this.unico && (oferta === '' || oferta === this.unico.oferta) && (grupo === '' || grupo === this.unico.grupo)) {
      ({ oferta, grupo } = this.unico)
    }
    // Rows without a legible RUT are strangers to each other: two #N/A are not the same alumno.
    return { oferta, grupo, rut: rut === '' ? `fila${SEP}${fila.tabla.id}${SEP}${fila.id}` : rut }
  }
}

/** A row just added, and still blank, is not a course yet. */
const hayHojaCurso = (tablas: readonly TablaMesa[]): boolean => tablas.some(t => t.clase === 'cursos' && t.filas.some(f => !esAgregada(f) || !f.vacia))

/** '' when the cell is empty or is not a text. A RUT that does not pass still joins the rows that wrote it alike. */
function claveDeRut(fila: Fila): string {
  const v = valorDe(fila, 'alumno.rut')
  if (v !== undefined && esRut(v)) return String(v.numero)
  const col = fila.tabla.col.get('alumno.rut')
  const celda = col === undefined ? null : fila.celdas[col]
  if (typeof celda !== 'string' && typeof celda !== 'number') return ''
  const texto = limpiarTexto(textoDeCelda(celda)).toLowerCase().replace(/[^0-9a-z]/g, '')
  return texto === '' ? '' : `texto${SEP}${texto}`
}

function esRut(v: NonNullable<ReturnType<typeof valorDe>>): v is Rut {
  return typeof v === 'object' && 'numero' in v
}
