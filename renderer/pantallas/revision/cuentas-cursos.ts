import type { ResumenCurso } from '../../../shared/ipc/modelos.ts'
import { TEXTOS_REVISION as T } from '../../textos/revision.ts'

type Cuentas = Pick<ResumenCurso, 'alumnos' | 'enviables' | 'conError'>

/** All courses of the draft together. */
export function cuentasDeCursos(cursos: readonly ResumenCurso[]): Cuentas {
  const sumar = (que: keyof Cuentas): number => cursos.reduce((n, c) => n + c[que], 0)
  return { alumnos: sumar('alumnos'), enviables: sumar('enviables'), conError: sumar('conError') }
}

/** Why there is nothing to send, in words; null: there is. */
export function razonDeNoContinuar({ enviables, conError }: Cuentas): string | null {
  if (enviables > 0) return null
  return conError > 0 ? T.razon.todosConError(conError) : T.razon.sinAlumnos
}
