/** What SENCE refused of a draft, and which cells it may mean. */
import type { ColumnaKey } from './columnas.ts'

export interface AlumnoRechazado {
  readonly rutAlumno: number
  readonly codigoOferta: string
  readonly codigoGrupo: string
  readonly codigo: string | null
  /** As SENCE wrote it. */
  readonly mensaje: string | null
}

/** Cells of the alumno's own row, of every one of its módulos, or of its course. */
export interface CeldasRechazadas { readonly de: 'alumno' | 'modulos' | 'curso'; readonly columnas: readonly ColumnaKey[] }

const alumno = (columna: ColumnaKey): CeldasRechazadas => ({ de: 'alumno', columnas: [columna] })
/** Of all the módulos, because only the last error among them comes back [I22]. */
const modulos = (columna: ColumnaKey): CeldasRechazadas => ({ de: 'modulos', columnas: [columna] })
const curso = (columna: ColumnaKey): CeldasRechazadas => ({ de: 'curso', columnas: [columna] })

const POR_CODIGO: Readonly<Record<string, CeldasRechazadas>> = {
  '003': curso('curso.codigoOferta'), '032': curso('curso.cantActividadSincronica'), '033': curso('curso.cantActividadAsincronica'),
  '021': alumno('alumno.tiempoConectividad'), '022': alumno('alumno.porcentajeAvance'), '031': alumno('alumno.evaluacionFinal'),
  '023': modulos('modulo.tiempoConectividad'), '024': modulos('modulo.porcentajeAvance'), '025': modulos('modulo.porcentajeAvance'),
  '026': modulos('modulo.fechaInicio'), '027': modulos('modulo.fechaFin'), '028': modulos('modulo.notaModulo'),
  '029': modulos('modulo.cantActividadSincronica'), '030': modulos('modulo.cantActividadAsincronica'),
}
/** 010, 011, 012 and any code that is not known: who the alumno is. */
const QUIEN_ES: CeldasRechazadas = alumno('alumno.rut')

/** null: nothing in the workbook is wrong (001 credentials, 002 the service's own trouble). */
export function celdasDe(codigo: string | null): CeldasRechazadas | null {
  if (codigo === '001' || codigo === '002') return null
  return POR_CODIGO[codigo ?? ''] ?? QUIEN_ES
}
