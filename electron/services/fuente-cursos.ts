import type { UltimoAvance } from '../../shared/domain/avance.ts'
import type { Curso } from '../../shared/domain/curso.ts'
import type { BorradorResumen } from '../../shared/ipc/modelos.ts'
import type { Result } from '../../shared/ipc/result.ts'

type Cambios = { codigoOferta: string; codigoGrupo: string; nuevos: number; mas: number; iguales: number; menos: number }
/** The part of the port Planillas that a send uses. */
export interface FuenteCursos {
  resumen(id: string): Promise<Result<BorradorResumen>>
  previo(id: string): Promise<Result<readonly Cambios[]>>
  /** Only alumnos that can be sent, defaults applied. */
  curso(id: string, codigoOferta: string, codigoGrupo: string): Promise<Result<Curso | null>>
  marcarEnviado(id: string): Promise<Result<unknown>>
  ponerPrevios(id: string, previos: UltimoAvance[]): Promise<Result<unknown>>
}
