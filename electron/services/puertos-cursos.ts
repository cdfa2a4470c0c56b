/** Where courses stand, by what was sent from here. */
import type { EstadoCurso } from '../../shared/domain/estado-curso.ts'

/** A send with alumnos of whom nobody knows whether SENCE has them. `en`: when it went out, or was made. */
export interface EnvioSinResolver { readonly envioId: string; readonly nombreArchivo: string; readonly en: string; readonly alumnos: number }

/** Throws, or rejects, when the file cannot be read. */
export interface LectorCursos {
  /** Newest first. */
  sinResolver(): EnvioSinResolver[]
  /** Courses of which something was sent from that instant on. */
  cursos(desde: string): { readonly codigoOferta: string; readonly codigoGrupo: string }[]
  /** A few milliseconds at a time. */
  estado(codigoOferta: string, codigoGrupo: string): Promise<EstadoCurso>
}
