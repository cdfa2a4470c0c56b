import { fallar, type Result } from '../../shared/ipc/result.ts'
import type { EspacioAbierto } from '../espacio.ts'
import type { Contexto } from './contexto.ts'
import { falla } from './fallas.ts'

/** Runs `hacer` in the open space, or answers that none was chosen. */
export function enEspacio<T>(c: Contexto, hacer: (e: EspacioAbierto) => Result<T> | Promise<Result<T>>): Result<T> | Promise<Result<T>> {
  const abierto = c.espacio()
  return abierto === null ? fallar(falla('sin-espacio')) : hacer(abierto)
}
