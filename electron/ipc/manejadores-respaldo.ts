import { ok, type Result } from '../../shared/ipc/result.ts'
import { TEXTOS_NATIVOS } from '../textos.ts'
import type { Contexto } from './contexto.ts'
import type { Manejadores } from './registrar.ts'

type Propios = 'respaldo:estado' | 'respaldo:elegirCarpeta' | 'respaldo:carpetaPropia' | 'respaldo:ponerFrase' | 'respaldo:hacer' | 'respaldo:elegir' | 'respaldo:mirar' | 'respaldo:restaurar'

/** Places come from the system's dialogs, never from the page. */
export const manejadoresRespaldo = (c: Contexto): Pick<Manejadores, Propios> => ({
  'respaldo:estado': async () => ok(await c.respaldos.estado()),
  'respaldo:elegirCarpeta': async () => {
    const carpeta = await c.dialogos.elegirCarpeta(TEXTOS_NATIVOS.dialogo.carpetaRespaldos)
    return carpeta === null ? ok(await c.respaldos.estado()) : c.respaldos.ponerCarpeta(carpeta)
  },
  'respaldo:carpetaPropia': () => c.respaldos.ponerCarpeta(null),
  'respaldo:ponerFrase': ({ frase }) => c.respaldos.ponerFrase(frase),
  'respaldo:hacer': () => c.respaldos.hacer(),
  'respaldo:elegir': async () => {
    const archivo = await c.dialogos.elegirRespaldo()
    return archivo === null ? ok(null) : c.respaldos.elegir(archivo)
  },
  'respaldo:mirar': ({ id, frase }) => c.respaldos.mirar(id, frase),
  'respaldo:restaurar': async ({ id, frase, confirmacion }): Promise<Result<Awaited<ReturnType<Contexto['estado']>>>> => {
    const r = await c.respaldos.restaurar(id, frase, confirmacion)
    return r.ok ? ok(await c.estado()) : r
  },
})
