/** What `historialEnvios` answered, whole and in memory. One that may be long is read by historial-corriente.ts, record by record. */
import type { z } from 'zod'
import type { ProcesoHistorialSchema, RegistroHistorialSchema } from '../ipc/modelos.ts'
import { LectorHistorial, SIN_LIMITES } from './historial-corriente.ts'

/**
 * `observacionCruda`: as SENCE wrote it; it stays in main, which looks in it for the code. `rutOtec`: whose record it says
 * it is, without check digit. Dates are the módulo's, as they came.
 */
export type RegistroLeido = z.infer<typeof RegistroHistorialSchema> & {
  readonly observacionCruda: string | null; readonly rutOtec: string | null; readonly actividad: string | null; readonly fechaInicio: string | null; readonly fechaFin: string | null
}
/** A process of SENCE's history, before it is joined with the sends of this computer. */
export type ProcesoLeido = Omit<z.infer<typeof ProcesoHistorialSchema>, 'envioLocal' | 'registros'> & { readonly registros: RegistroLeido[] }
export type CabeceraLeida = Omit<ProcesoLeido, 'registros'>
export type Historial =
  | { readonly tipo: 'procesos'; readonly procesos: readonly ProcesoLeido[] }
  /** HTTP 200 with an error body: what bad credentials give. */
  | { readonly tipo: 'error'; readonly codigo: string | null; readonly mensaje: string | null }
  | { readonly tipo: 'ilegible' }

/** Reads an answer of the history, whatever came before its JSON. */
export function interpretarHistorial(cuerpo: string): Historial {
  const lector = new LectorHistorial(SIN_LIMITES)
  const procesos = new Map<number, ProcesoLeido[]>()
  const registros = new Map<string, RegistroLeido[]>()
  for (const s of lector.leer(cuerpo).concat(lector.terminar())) {
    const clave = `${s.documento} ${s.proceso}`
    if (s.tipo === 'registro') {
      const suyos = registros.get(clave)
      if (suyos === undefined) registros.set(clave, [s.registro])
      else suyos.push(s.registro)
    } else if (s.tipo === 'olvidar') registros.delete(clave)
    else {
      const suyos = procesos.get(s.documento) ?? []
      procesos.set(s.documento, suyos)
      suyos.push({ ...s.cabecera, registros: registros.get(clave) ?? [] })
    }
  }
  const fin = lector.fin
  if (fin.tipo === 'procesos') return { tipo: 'procesos', procesos: procesos.get(fin.documento) ?? [] }
  return fin.tipo === 'error' ? fin : { tipo: 'ilegible' }
}
