import { ok, type Result } from '../../shared/ipc/result.ts'
import type { AppEstado } from '../../shared/ipc/modelos.ts'
import type { Contexto } from './contexto.ts'
import type { Manejadores } from './registrar.ts'

type Propios = 'perfiles:agregar' | 'perfiles:entrar' | 'perfiles:renombrar' | 'perfiles:olvidarToken' | 'perfiles:contenido' | 'perfiles:eliminar'

/** The OTECs that are kept; what changes them answers the state that the window goes on with. */
export const manejadoresPerfiles = (c: Contexto): Pick<Manejadores, Propios> => {
  const conEstado = async (hecho: Promise<Result<unknown>>): Promise<Result<AppEstado>> => {
    const r = await hecho
    return r.ok ? ok(await c.estado()) : r
  }
  return {
    'perfiles:agregar': (i) => conEstado(c.perfiles.agregar(i)),
    'perfiles:entrar': ({ rutOtec }) => conEstado(c.entrarEn(rutOtec)),
    'perfiles:renombrar': ({ rutOtec, nombre }) => conEstado(c.perfiles.renombrar(rutOtec, nombre)),
    'perfiles:olvidarToken': ({ rutOtec }) => conEstado(c.perfiles.olvidarToken(rutOtec)),
    'perfiles:contenido': ({ rutOtec }) => c.perfiles.contenido(rutOtec),
    'perfiles:eliminar': ({ rutOtec, confirmacion }) => conEstado(c.perfiles.eliminar(rutOtec, confirmacion)),
  }
}
