/** The journal of one space, as the services need it. */
import type { UltimoAvance } from '../../shared/domain/avance.ts'
import type { AvanceFechado } from '../../shared/domain/avances-aprendidos.ts'
import type { CausaLlamada } from '../../shared/domain/envio.ts'
import type { FinDeLlamada } from '../../shared/domain/llamada.ts'
import type { LlamadaMedida } from '../../shared/domain/ritmo-envio.ts'
import type { AlumnoEnviado, VeredictoAlumno } from '../../shared/domain/respuesta.ts'
import type { CuerpoLlamada } from '../../shared/ipc/modelos-cuerpo.ts'
import type { EstadoEnvio } from '../../shared/ipc/modelos.ts'
import type { CuerpoRecibido } from './puertos.ts'

export interface EnvioNuevo { readonly id: string; readonly creadoEn: string; readonly borradorId: string; readonly nombreArchivo: string; readonly rutOtec: string }
export interface LlamadaNueva {
  readonly id: string
  readonly codigoEnvio: string
  readonly codigoOferta: string
  readonly codigoGrupo: string
  /** Exact text to send, MARCA_TOKEN in the token's place. */
  readonly cuerpo: string
  /** SHA-256 of those bytes, hexadecimal. */
  readonly sha256: string
  readonly alumnos: readonly AlumnoEnviado[]
}
/** How an attempt ended. */
export interface FinDeIntento {
  readonly causa: CausaLlamada | null
  readonly respondidoEn: string
  readonly httpEstado: number | null
  /** The whole answer; null: none, or only the beginning of one. */
  readonly respuesta: CuerpoRecibido | null
  /** Beginning of an answer that was cut. */
  readonly parcial: CuerpoRecibido | null
}
/** How a call ended, with everything that was learnt from it. */
export interface CierreLlamada extends FinDeIntento {
  readonly estado: FinDeLlamada
  readonly idProceso: string | null
  readonly respuestaSic: string | null
  /** In the order of the alumnos that were sent. */
  readonly veredictos: readonly VeredictoAlumno[]
  /** Progress that SENCE accepted, or that its refusal 025 told. */
  readonly avances: readonly UltimoAvance[]
}
/** What a consult to SENCE's history said of a call in `conciliando`. */
export interface ConciliacionLlamada {
  readonly consultadaEn: string
  /** First of the consults in a row that did not show it. */
  readonly ausenteDesde: string | null
  /** SENCE's own words of the call, kept as proof; null: it does not show it. */
  readonly constancia: string | null
  /** null: nothing was found out, and the call is `desconocido` again. */
  readonly hallado: {
    readonly estado: FinDeLlamada
    readonly causa: CausaLlamada
    readonly idProceso: string | null
    readonly veredictos: readonly VeredictoAlumno[]
  } | null
}
export interface AlumnoGuardado { readonly rutAlumno: number; readonly dvAlumno: string; readonly resultado: VeredictoAlumno['resultado'] | 'no-enviado'; readonly codigo: string | null; readonly mensaje: string | null }
export interface LlamadaResumida { readonly id: string; readonly codigoOferta: string; readonly codigoGrupo: string; readonly estado: EstadoEnvio; readonly alumnos: number; readonly aceptados: number; readonly rechazados: number; readonly desconocidos: number }
export interface EnvioGuardado extends EnvioNuevo {
  /** Instant for which it was scheduled last; null: never. */
  readonly programadoPara: string | null
  readonly llamadas: readonly LlamadaResumida[]
}
/** One time that the bytes of a call were given to the network. */
export interface IntentoGuardado {
  readonly numero: number; readonly enviadoEn: string; readonly respondidoEn: string | null; readonly causa: string | null; readonly httpEstado: number | null
  /** What came and was not the answer that closed the call: an answer after which it was tried again, or the beginning of one. */
  readonly tipoContenido: string | null; readonly recibido: Uint8Array | null
}
/** The bytes of a call, as they went and came. */
export interface EvidenciaLlamada {
  readonly solicitud: Uint8Array; readonly sha256: string
  readonly respuesta: Uint8Array | null; readonly tipoContenido: string | null
  readonly constancia: Uint8Array | null; readonly consultadaEn: string | null
  readonly intentos: readonly IntentoGuardado[]
}
/** An alumno of a course that SENCE may have got in a call whose end is not known. */
export interface AlumnoSinConfirmar { readonly codigoOferta: string; readonly codigoGrupo: string; readonly rutAlumno: number }
export interface LlamadaGuardada {
  readonly id: string; readonly codigoEnvio: string; readonly codigoOferta: string; readonly codigoGrupo: string
  readonly estado: EstadoEnvio; readonly causa: CausaLlamada | null; readonly intentos: number
  readonly enviadoEn: string | null; readonly respondidoEn: string | null; readonly httpEstado: number | null
  readonly idProceso: string | null; readonly respuestaSic: string | null
  readonly cuerpo: string; readonly sha256: string; readonly respuesta: string | null
  readonly alumnos: readonly AlumnoGuardado[]
  /** Last time that SENCE's history was asked for it, since when it was not there, and what it said. */
  readonly consultadaEn: string | null; readonly ausenteDesde: string | null; readonly constancia: string | null
}
/** A call without its bytes, which may be megabytes. */
export type LlamadaSinCuerpo = Omit<LlamadaGuardada, 'cuerpo' | 'respuesta' | 'constancia'>
/**
 * The journal of one space. Every method that writes has the bytes on disk when it returns, all of them or none;
 * it throws when the disk refuses, and then nothing of that call was written.
 */
export interface Diario {
  /** Whether the file is encrypted at rest. */
  readonly cifrado: boolean
  crearEnvio(envio: EnvioNuevo): void
  /** Appends a call in state `borrador`, its exact bytes included. */
  agregarLlamada(envioId: string, llamada: LlamadaNueva): void
  /** Every call of the send is written: all of them become `listo`, or `programado` when an hour is given. */
  sellarEnvio(envioId: string, programadoPara: string | null): void
  /** Moves to another hour the calls that wait for theirs, or that lost it. Answers how many. */
  programarEnvio(envioId: string, para: string): number
  /** Calls that still waited for their hour lost it. Answers how many. */
  vencerEnvio(envioId: string): number
  /** Before the network: from here on only an answer can say what happened. */
  marcarEnviando(llamadaId: string, enviadoEn: string): void
  /** The attempt was surely not processed, and another will be made. */
  aplazarLlamada(llamadaId: string, fin: FinDeIntento): void
  cerrarLlamada(llamadaId: string, cierre: CierreLlamada): void
  /** Before SENCE's history is asked for a call in `desconocido`. */
  marcarConciliando(llamadaId: string): void
  /** The history did not answer: the call is `desconocido` again, as it was. */
  soltarConciliacion(llamadaId: string): void
  /** Writes what the history said; throws for a call that is not in `conciliando`. */
  conciliarLlamada(llamadaId: string, conciliacion: ConciliacionLlamada): void
  /** Progress learnt from elsewhere; never replaces what was learnt later. Answers how many say something new. */
  aprenderAvances(rutOtec: string, avances: readonly AvanceFechado[]): number
  /** When the whole history was last read, so that the next time only what is newer is asked for. */
  anotarConsulta(rutOtec: string, consultadoEn: string): void
  ultimaConsulta(rutOtec: string): string | null
  /** Calls of the OTEC whose outcome is not known, oldest first. */
  inciertas(rutOtec: string): (LlamadaGuardada & { readonly envioId: string })[]
  /** Who must not be sent again yet: those whose end is not known in calls that SENCE may have. */
  sinConfirmar(rutOtec: string): AlumnoSinConfirmar[]
  /** Calls of the send that never started become `cancelado`. Answers how many. */
  cancelarPendientes(envioId: string, causa: CausaLlamada): number
  /** At start-up: in flight → desconocido; never started → cancelado, but for what waits for its hour. */
  recuperar(): { readonly desconocidas: number; readonly canceladas: number }
  /** Newest first. */
  envios(): EnvioGuardado[]
  /** Those with some call that waits for its hour, the earliest first. */
  programados(): EnvioGuardado[]
  /** Those with some call that lost its hour, the earliest first. */
  vencidos(): EnvioGuardado[]
  /** How long the last calls took that SENCE answered, the latest last. */
  medidas(): LlamadaMedida[]
  /** The send and the counts of its calls, without their bytes. */
  resumen(id: string): EnvioGuardado | null
  envio(id: string): { readonly envio: EnvioGuardado; readonly llamadas: readonly LlamadaGuardada[] } | null
  /** The same without the bytes. */
  detalle(id: string): { readonly envio: EnvioGuardado; readonly llamadas: readonly LlamadaSinCuerpo[] } | null
  /** The texts of a call; null: there is no such call. */
  cuerpo(llamadaId: string): CuerpoLlamada | null
  /** null: there is no such call. */
  evidencia(llamadaId: string): EvidenciaLlamada | null
  ultimosAvances(rutOtec: string): UltimoAvance[]
  cerrar(): void
}
