import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import type { VigiaAbierta } from '../vigias.ts'
import type { Contexto } from './contexto.ts'
import { falla } from './fallas.ts'
import type { Manejadores } from './registrar.ts'

type Propios = 'vigia:leer' | 'vigia:elegir' | 'vigia:dejar' | 'vigia:hacer'

/** The watched folder of the OTEC on screen. */
export const manejadoresVigia = (c: Contexto): Pick<Manejadores, Propios> => {
  const en = <T>(hacer: (v: VigiaAbierta) => Result<T> | Promise<Result<T>>): Result<T> | Promise<Result<T>> => {
    const vigia = c.vigia()
    return vigia === null ? fallar(falla('sin-espacio')) : hacer(vigia)
  }
  return {
    'vigia:leer': () => ok(c.vigia()?.servicio.estado() ?? null),
    'vigia:elegir': () => en(async (v) => {
      const carpeta = await c.dialogos.elegirCarpeta()
      return ok(carpeta === null ? v.servicio.estado() : await v.elegir(carpeta))
    }),
    'vigia:dejar': () => en(async (v) => ok(await v.elegir(null))),
    'vigia:hacer': ({ queHacer }) => en((v) => ok(v.servicio.hacer(queHacer))),
  }
}
