/**
 * Where each alumno of a course stands, from the calls in which it went: the last progress that SENCE accepted, and apart
 * from it how the last attempt ended.
 */
import type { FechaIso } from './fecha.ts'

/** `no-llego`: the call did not get to SENCE, or SENCE kept nothing of it. */
export type Intento = 'aceptado' | 'rechazado' | 'desconocido' | 'no-llego'

export interface CabezaLlamada {
  readonly envioId: string
  readonly nombreArchivo: string
  /** Instant, ISO 8601 UTC, and its day in Santiago. */
  readonly en: string
  readonly dia: FechaIso
  /** The call as a whole failed: its alumnos without a verdict have to be sent again. */
  readonly fallida: boolean
}
/** An alumno in a call. `avance`: 0–100; `segundos` connected; `estado` as the API codes it; null: the body could not be read. */
export interface AlumnoEnviado {
  readonly rut: number; readonly dv: string
  readonly resultado: 'aceptado' | 'rechazado' | 'desconocido' | 'no-enviado'
  readonly avance: number | null; readonly segundos: number | null; readonly estado: number | null
  readonly inicio: FechaIso | null; readonly fin: FechaIso | null
}

export interface AlumnoCurso {
  readonly rut: number; readonly dv: string
  /** Of the last that was accepted; of the last that was tried while none was. */
  readonly inicio: FechaIso | null; readonly fin: FechaIso | null
  readonly ultimo: { readonly resultado: Intento; readonly llamada: CabezaLlamada }
  /** null: SENCE never accepted anything of it from this computer. */
  readonly aceptado: { readonly avance: number | null; readonly segundos: number | null; readonly estado: number | null; readonly llamada: CabezaLlamada } | null
}
export interface EstadoCurso {
  readonly codigoOferta: string; readonly codigoGrupo: string
  /** Send of the newest call; null: nothing of it was ever tried. */
  readonly envioId: string | null
  readonly alumnos: readonly AlumnoCurso[]
}

/** Adds a call to what is known of the course's alumnos. Calls come newest first: what is known already is newer. */
export function sumarLlamada(alumnos: Map<number, AlumnoCurso>, llamada: CabezaLlamada, filas: readonly AlumnoEnviado[]): void {
  for (const f of filas) {
    const resultado = f.resultado !== 'no-enviado' ? f.resultado : llamada.fallida ? 'no-llego' : null
    if (resultado === null) continue
    const sabido = alumnos.get(f.rut)
    const aceptado = resultado === 'aceptado' ? { avance: f.avance, segundos: f.segundos, estado: f.estado, llamada } : null
    if (sabido === undefined) alumnos.set(f.rut, { rut: f.rut, dv: f.dv, inicio: f.inicio, fin: f.fin, ultimo: { resultado, llamada }, aceptado })
    else if (sabido.aceptado === null && aceptado !== null) alumnos.set(f.rut, { ...sabido, inicio: f.inicio ?? sabido.inicio, fin: f.fin ?? sabido.fin, aceptado })
  }
}
