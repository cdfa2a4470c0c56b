/** An alumno and a course out of the read model of past sends. */
import type { Alumno, CursoArchivo } from '../../shared/ipc/modelos-personas.ts'

/** Each answer takes a few milliseconds. Throws when the file cannot be read. */
export interface Personas {
  /** @param rut number without the check digit */
  alumno(rut: number): Alumno
  /** By RUT. */
  curso(oferta: string, grupo: string): CursoArchivo
}
