/**
 * What SENCE's history says of a call whose answer never came. Never a reason to post again by itself: a call that the
 * history shows has its answer there, and one that it does not show may only be late.
 */
import type { ProcesoLeido, RegistroLeido } from './historial.ts'
import { leerObservacion } from './historial-lectura.ts'
import { estadoDeLlamada } from './envio.ts'
import { numeroDeRut, type AlumnoEnviado, type VeredictoAlumno } from './respuesta.ts'

/**
 * Hours between two consults that must both miss the call before it counts as not received. SIC loads between 01:00 and
 * 06:00 of Santiago [I23], and what is sent in the middle of a load waits for the next one: 24 + 5 hours always hold a
 * whole load, and one more is for the day on which the clocks change.
 */
export const HORAS_DE_PACIENCIA = 30
const MS_DE_HORA = 3_600_000

export interface AlumnoIncierto extends AlumnoEnviado {
  readonly resultado: VeredictoAlumno['resultado'] | 'no-enviado'
  readonly codigo: string | null
  readonly mensaje: string | null
}
export interface LlamadaIncierta {
  readonly codigoEnvio: string
  /** In the order of the alumnos that were sent. */
  readonly alumnos: readonly AlumnoIncierto[]
  /** Instant of the first consult that did not show it, with none since that did; null: there was none. */
  readonly ausenteDesde: string | null
}

export type Conciliacion =
  /** SENCE has it. `estado` stays `desconocido` while some alumno has no record. */
  | { readonly tipo: 'hallada'; readonly estado: ReturnType<typeof estadoDeLlamada>; readonly idProceso: string | null; readonly fecha: string | null; readonly veredictos: readonly VeredictoAlumno[] }
  /** Not shown, and it may still be. */
  | { readonly tipo: 'ausente'; readonly ausenteDesde: string }
  /** Not shown for as long as patience asks: SENCE did not receive it. */
  | { readonly tipo: 'perdida' }

/**
 * @param procesos what the history answered; those with another code count for nothing, because a service that ignores
 * the filter gives the whole history
 * @param ahora instant of the consult, ISO 8601
 */
export function conciliar(llamada: LlamadaIncierta, procesos: readonly ProcesoLeido[], ahora: string): Conciliacion {
  const suyos = procesos.filter((p) => p.codigoExterno === llamada.codigoEnvio)
  if (suyos.length === 0) {
    const { ausenteDesde } = llamada
    if (ausenteDesde === null) return { tipo: 'ausente', ausenteDesde: ahora }
    // An answer that named some of its alumnos did come from SENCE, whatever the history shows.
    if (llamada.alumnos.some((a) => a.resultado === 'aceptado' || a.resultado === 'rechazado')) return { tipo: 'ausente', ausenteDesde }
    return Date.parse(ahora) - Date.parse(ausenteDesde) >= HORAS_DE_PACIENCIA * MS_DE_HORA ? { tipo: 'perdida' } : { tipo: 'ausente', ausenteDesde }
  }
  const porRut = new Map<number, RegistroLeido[]>()
  for (const r of suyos.flatMap((p) => p.registros)) {
    const rut = numeroDeRut(r.rut)
    if (rut !== null) porRut.set(rut, [...(porRut.get(rut) ?? []), r])
  }
  const veredictos = llamada.alumnos.map((a): VeredictoAlumno => {
    const { rutAlumno, dvAlumno, resultado, codigo, mensaje } = a
    // What an answer already said of an alumno is not asked again.
    if (resultado === 'aceptado' || resultado === 'rechazado') return { rutAlumno, dvAlumno, resultado, codigo, mensaje }
    return { rutAlumno, dvAlumno, ...veredictoDe(porRut.get(rutAlumno) ?? []) }
  })
  return {
    tipo: 'hallada', estado: estadoDeLlamada(veredictos.map((v) => v.resultado)), veredictos,
    idProceso: suyos.find((p) => p.idProceso !== null)?.idProceso ?? null, fecha: suyos.find((p) => p.fecha !== null)?.fecha ?? null,
  }
}

/** One refused record refuses the alumno, as in an answer; accepted only when every record says so. */
function veredictoDe(registros: readonly RegistroLeido[]): Pick<VeredictoAlumno, 'resultado' | 'codigo' | 'mensaje'> {
  const rechazados = registros.filter((r) => r.resultado === 'rechazado')
  if (rechazados.length > 0) {
    const dichas = rechazados.map((r) => r.observacionCruda).filter((o) => o !== null).map(leerObservacion)
    const mensajes = [...new Set(dichas.map((d) => d.mensaje))]
    return { resultado: 'rechazado', codigo: dichas.findLast((d) => d.codigo !== null)?.codigo ?? null, mensaje: mensajes.length === 0 ? null : mensajes.join('\n') }
  }
  const aceptado = registros.length > 0 && registros.every((r) => r.resultado === 'aceptado')
  return { resultado: aceptado ? 'aceptado' : 'desconocido', codigo: null, mensaje: null }
}
