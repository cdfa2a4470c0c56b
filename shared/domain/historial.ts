/** What `historialEnvios` answered, whole and in memory. One that may be long is read by historial-corriente.ts, record by record. */
import { LectorHistorial, SIN_LIMITES } from './historial-corriente.ts'

/**
 * A record as it is understood; what is not understood stays as it came, and all of it in `crudo`, JSON text. `observacionCruda`:
 * as SENCE wrote it, to look in it for the code. `rutOtec`: whose record it says it is, without check digit. Dates are the
 * módulo's, as they came.
 */
export interface RegistroLeido {
  readonly rut: string | null; readonly oferta: string | null; readonly grupo: string | null; readonly modulo: string | null; readonly actividad: string | null
  readonly avance: string | null; readonly moduloAvance: string | null
  readonly estadoRegistro: string | null; readonly resultado: 'aceptado' | 'rechazado' | 'otro'; readonly observacion: string | null; readonly observacionCruda: string | null
  readonly fechaEjecucion: string | null; readonly fechaInicio: string | null; readonly fechaFin: string | null
  readonly rutOtec: string | null; readonly crudo: string
}
/** A process of SENCE's history. `crudo`: its own JSON without its records. */
export interface ProcesoLeido {
  readonly idProceso: string | null; readonly codigoExterno: string | null; readonly fecha: string | null; readonly estado: string | null
  readonly observaciones: string | null; readonly observacionesSic: string | null; readonly rutOtec: string | null
  readonly registros: readonly RegistroLeido[]; readonly crudo: string
}
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
