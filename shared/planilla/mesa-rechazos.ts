/** "Corregir y reenviar": which rows stay in, and which cells carry SENCE's words. */
import { claveDeCurso, type CursoMesa, type Grupo } from './mesa-indices.ts'
import { mismaCelda, type Marcas } from './comandos.ts'
import { cuenta, valorDe, type Fila, type TablaMesa } from './mesa-tabla.ts'
import { celdasDe, type AlumnoRechazado } from './rechazo.ts'

export interface Correccion {
  /** Refused alumnos that the draft still has. */
  alumnos: number
  excluir: { tabla: string; filas: number[] }[]
  incluir: { tabla: string; filas: number[] }[]
  marcas: Marcas
}

/** What leaves only the refused in the draft. An alumno whose RUT was changed since is not found, and is left out. */
export function prepararCorreccion(tablas: readonly TablaMesa[], cursos: ReadonlyMap<string, CursoMesa>, rechazados: readonly AlumnoRechazado[]): Correccion {
  const deAlumno = new Map(rechazados.map(r => [claveDe(r.codigoOferta, r.codigoGrupo, r.rutAlumno), r]))
  const excluir = new Set<Fila>()
  const incluir = new Set<Fila>()
  const marcas = new Marcador()
  let alumnos = 0
  for (const c of cursos.values()) {
    let suyos = 0
    for (const g of c.grupos) {
      const rut = rutDe(g)
      const rechazo = rut === null ? undefined : deAlumno.get(claveDe(c.codigoOferta, c.codigoGrupo, rut))
      const propias = filasPropias(g)
      if (!rechazo) { for (const f of propias) excluir.add(f); continue }
      suyos++
      if (!propias.some(cuenta)) for (const f of propias) incluir.add(f)
      marcas.delAlumno(g, rechazo)
    }
    for (const f of c.filas) (suyos > 0 ? incluir : excluir).add(f)
    marcas.delCurso(c, rechazados.filter(r => claveDeCurso(r.codigoOferta, r.codigoGrupo) === c.clave))
    alumnos += suyos
  }
  const porTabla = (filas: ReadonlySet<Fila>, excluida: boolean): Correccion['excluir'] =>
    tablas.map(t => ({ tabla: t.id, filas: t.filas.filter(f => filas.has(f) && f.excluida !== excluida && !f.vacia).map(f => f.id) })).filter(t => t.filas.length > 0)
  return { alumnos, excluir: porTabla(excluir, true), incluir: porTabla(incluir, false), marcas: marcas.marcas }
}

/** Alumnos that SENCE refused and that would go again with every refused cell as it was. */
export function contarSinCambios({ celdas }: Marcas, tablas: readonly TablaMesa[], cursos: ReadonlyMap<string, CursoMesa>): number {
  const iguales = new Map<Grupo, boolean>()
  for (const m of celdas) {
    const fila = tablas.find(t => t.id === m.tabla)?.porId.get(m.filaId)
    const igual = fila !== undefined && mismaCelda(fila.celdas[fila.tabla.columnaDe(m.columna) ?? -1] ?? null, m.celda)
    const grupos = fila?.grupo ? [fila.grupo] : (fila && cursos.get(fila.claveCurso)?.grupos) ?? []
    for (const g of grupos) iguales.set(g, igual && iguales.get(g) !== false)
  }
  let n = 0
  for (const [g, igual] of iguales) if (igual && g.estado === 'enviable') n++
  return n
}

const SEP = '\u0001'
const claveDe = (oferta: string, grupo: string, rut: number): string => [oferta, grupo, rut].join(SEP)

function rutDe(g: Grupo): number | null {
  for (const f of g.filas) {
    const v = valorDe(f, 'alumno.rut')
    if (typeof v === 'object' && 'numero' in v) return v.numero
  }
  return null
}

/** The rows that decide whether the alumno goes: its own (its módulos follow it); all of them where there are none. */
function filasPropias(g: Grupo): Fila[] {
  const suyas = g.filas.filter(f => f.tabla.clase === 'alumnos')
  return suyas.length > 0 ? suyas : g.filas
}

class Marcador {
  readonly marcas: Marcas = { motivos: [], celdas: [] }
  private readonly motivos = new Map<string, number>()

  delAlumno(g: Grupo, r: AlumnoRechazado): void {
    const celdas = celdasDe(r.codigo)
    if (!celdas || celdas.de === 'curso') return
    const vivas = g.filas.filter(f => !f.vacia)
    const propia = vivas.find(f => f.tabla.clase === 'alumnos' || f.tabla.clase === 'unica')
    const filas = celdas.de === 'alumno' ? (propia ? [propia] : []) : vivas.filter(f => f.tabla.clase === 'modulos' || f.tabla.clase === 'unica')
    const antes = this.marcas.celdas.length
    for (const columna of celdas.columnas) for (const f of filas) this.marcar(f, columna, r)
    // A workbook without that column: the words must stand somewhere.
    if (this.marcas.celdas.length === antes && propia) this.marcar(propia, 'alumno.rut', r)
  }

  /** The call was refused for its course: said once, on the course's own row or on the first that names it. */
  delCurso(c: CursoMesa, rechazados: readonly AlumnoRechazado[]): void {
    for (const r of rechazados) {
      const celdas = celdasDe(r.codigo)
      if (celdas?.de !== 'curso') continue
      const fila = c.filas.find(f => !f.vacia) ?? [...c.grupos][0]?.filas[0]
      if (fila) for (const columna of celdas.columnas) this.marcar(fila, columna, r)
      return
    }
  }

  private marcar(fila: Fila, columna: Parameters<typeof valorDe>[1], r: AlumnoRechazado): void {
    const col = fila.tabla.col.get(columna)
    if (col === undefined) return
    const clave = JSON.stringify([r.codigo, r.mensaje])
    let motivo = this.motivos.get(clave)
    if (motivo === undefined) {
      motivo = this.marcas.motivos.length
      this.motivos.set(clave, motivo)
      this.marcas.motivos.push({ codigo: r.codigo, mensaje: r.mensaje })
    }
    this.marcas.celdas.push({ tabla: fila.tabla.id, filaId: fila.id, columna, celda: fila.celdas[col] ?? null, motivo })
  }
}
