/**
 * What the use cases need from outside. Services know these shapes and nothing of electron, files, sockets or SQL;
 * adapters implement them and tests bring their own, in memory.
 */
import type { UltimoAvance } from '../../shared/domain/avance.ts'
import type { AvanceFechado } from '../../shared/domain/avances-aprendidos.ts'
import type { CausaRed } from '../../shared/domain/causas-red.ts'
import type { CausaLlamada } from '../../shared/domain/envio.ts'
import type { FinDeLlamada } from '../../shared/domain/llamada.ts'
import type { LlamadaMedida } from '../../shared/domain/ritmo-envio.ts'
import type { AlumnoEnviado, VeredictoAlumno } from '../../shared/domain/respuesta.ts'
import type { Curso } from '../../shared/domain/curso.ts'
import type { Causa } from '../../shared/domain/causas.ts'
import type { FechaIso } from '../../shared/domain/fecha.ts'
import type { CuerpoLlamada } from '../../shared/ipc/modelos-cuerpo.ts'
import type { Input, Valor } from '../../shared/ipc/contract.ts'
import type { Recorte } from '../../shared/ipc/modelos-edicion.ts'
import type { Ajustes, BorradorResumen, EstadoEnvio, FiltroFilas, FiltroHistorial, PrevioEnvio, ProgresoImportacion } from '../../shared/ipc/modelos.ts'
import type { CorreccionVista, Exportacion } from '../../shared/ipc/modelos-correccion.ts'
import type { PedidoArbol } from '../../shared/ipc/modelos-previo.ts'
import type { Result } from '../../shared/ipc/result.ts'
import type { PlantillaLlena } from '../../shared/planilla/plantilla-llena.ts'
import type { AlumnoRechazado } from '../../shared/planilla/rechazo.ts'
import type { Lista } from './listas/lista.ts'
import type { AsistentePlanillas } from './puertos-asistente.ts'

// ---------- Reloj ----------
export interface Reloj { ahora(): Date }

/** Waits that many milliseconds, or until `senal` says not to. */
export type Esperar = (ms: number, senal: AbortSignal) => Promise<void>

// ---------- Registro ----------
/** The program's own log. It removes RUTs, tokens and query strings from whatever it is given. */
export interface Registro {
  info(mensaje: string): void
  aviso(mensaje: string): void
  /** Answers the incident id that was written beside the error, for the person to quote. */
  error(mensaje: string, error?: unknown): string
}

// ---------- Sellador ----------
/** The system's secret store. Asynchronous because Electron 45 deprecates its synchronous form. */
export interface Sellador {
  /** false: nothing may be kept. Never falls back to a weaker way. */
  disponible(): Promise<boolean>
  /** Base64 of the sealed text; null when the system refuses. */
  sellar(texto: string): Promise<string | null>
  /** null: it cannot be opened (another keyring, another user, damaged). */
  abrir(sellado: string): Promise<string | null>
}

// ---------- Credenciales ----------
export interface Credenciales {
  /** `11222333-4` */
  readonly rutOtec: string
  /** GUID in upper case [I23]. */
  readonly token: string
  readonly nombre: string
}
export interface CredencialesGuardadas {
  readonly rutOtec: string
  readonly nombre: string
  /** null: what was kept can no longer be opened. */
  readonly token: string | null
  /** true: sealed on disk. false: in memory until the app closes. */
  readonly tokenGuardado: boolean
}
export interface AlmacenCredenciales {
  leer(): CredencialesGuardadas | null
  /** Seals and keeps; where there is no encryption keeps the token in memory only and says so in what it answers. */
  guardar(credenciales: Credenciales): Promise<CredencialesGuardadas>
  olvidar(): Promise<void>
}

// ---------- Ajustes ----------
export type CambioAjustes = { readonly [K in keyof Ajustes]?: Ajustes[K] | undefined }
export interface AlmacenAjustes {
  leer(): Ajustes
  /** Refuses an address that is neither https nor http on this same computer. */
  guardar(cambio: CambioAjustes): Result<Ajustes>
}

// ---------- ClienteGestor ----------
/** Bytes that came, with compression undone and MARCA_TOKEN where the service printed the token; nothing else is touched. */
export interface CuerpoRecibido {
  readonly octetos: Uint8Array
  /** The header, as it came; '' without one. It says how the bytes are to be read. */
  readonly tipoContenido: string
}
export type RespuestaGestor =
  /** `texto` is decoded and carries no token; the HTTP state alone says nothing of what the service did. */
  | { readonly tipo: 'respuesta'; readonly httpEstado: number; readonly texto: string; readonly cuerpo: CuerpoRecibido
    /** Instant of the service's own clock, ISO 8601; null: it did not tell. This computer's may be wrong by days. */
    readonly fecha: string | null }
  /**
   * `pudoLeerse`: the connection was made, so the service may have read the body and acted on it. `dato`: what the words of
   * the cause may name (who signed the certificate, the server's date, the proxy).
   */
  | { readonly tipo: 'falla'; readonly causa: CausaRed; readonly pudoLeerse: boolean; readonly httpEstado: number | null; readonly detalle: string; readonly dato?: string
    /** What of an answer did come before the fault. */
    readonly cuerpo: CuerpoRecibido | null }
export interface ClienteGestor {
  /** POST enviarAvance. `cuerpo` carries MARCA_TOKEN where the token goes; it is put there on the way out and nowhere else. */
  enviarAvance(cuerpo: string, token: string, senal?: AbortSignal): Promise<RespuestaGestor>
  /** GET historialEnvios; also the connection test. */
  historialEnvios(credenciales: { readonly rutOtec: string; readonly token: string }, filtro: FiltroHistorial, senal?: AbortSignal): Promise<RespuestaGestor>
}

// ---------- Diario ----------
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
  /** codigoEnvio → id of the local send, for those that this computer made. */
  enviosPorCodigo(rutOtec: string, codigos: readonly string[]): ReadonlyMap<string, string>
  ultimosAvances(rutOtec: string): UltimoAvance[]
  cerrar(): void
}

// ---------- Planillas ----------
export type BorradorEnLista = Valor<'borrador:lista'>[number]
/** One course of a draft as it stands, without what only the send knows. */
export type CursoDeBorrador = Omit<PrevioEnvio['cursos'][number], 'nuevos' | 'mas' | 'iguales' | 'menos' | 'bytes' | 'partes' | 'sinConfirmar'>
/** Módulos of a course against the last progress that SENCE accepted. */
export type PrevioDeCurso = Pick<PrevioEnvio['cursos'][number], 'codigoOferta' | 'codigoGrupo' | 'nuevos' | 'mas' | 'iguales' | 'menos'>
export type NombreMuestra = Input<'planilla:abrirMuestra'>['muestra']
export interface OpcionesImportar {
  /** Shown instead of the path's own name. */
  nombreArchivo?: string
  hoy: FechaIso
  previos: readonly UltimoAvance[]
  alAvanzar(p: ProgresoImportacion): void
}
/**
 * Workbooks and drafts of one space; they live in a process of their own and on disk. A change that was answered `ok`
 * is on disk. When that process ends (out of memory, killed) the call in flight answers a failure in words, and the
 * next call starts another that goes on from the disk.
 */
export interface Planillas extends AsistentePlanillas {
  /** Starts the process and loads what reading needs, so that the first file does not wait for it. */
  calentar(): void
  /** One at a time. The new draft is on disk when it answers. */
  importar(ruta: string, o: OpcionesImportar): Promise<Result<BorradorResumen>>
  /** The import in flight answers `importacion-cancelada`; without one nothing happens. */
  cancelar(): void
  resumen(id: string): Promise<Result<BorradorResumen>>
  /** Newest change first. */
  lista(): Promise<Result<BorradorEnLista[]>>
  descartar(id: string): Promise<Result<Record<string, never>>>
  indice(id: string, tabla: string, filtro: FiltroFilas, buscar: string, causa?: Causa, recorte?: Recorte): Promise<Result<Valor<'borrador:indice'>>>
  filas(id: string, tabla: string, ids: readonly number[]): Promise<Result<Valor<'borrador:filas'>>>
  problemas(id: string, nivel: Input<'borrador:problemas'>['nivel'], desde: number, cuantos: number, causa?: Causa): Promise<Result<Valor<'borrador:problemas'>>>
  causas(id: string): Promise<Result<Valor<'borrador:causas'>>>
  arreglos(pedido: Input<'borrador:arreglos'>): Promise<Result<Valor<'borrador:arreglos'>>>
  arreglar(pedido: Input<'borrador:arreglar'>): Promise<Result<BorradorResumen>>
  cambios(id: string): Promise<Result<Valor<'borrador:cambios'>>>
  irACambio(id: string, aplicados: number): Promise<Result<BorradorResumen>>
  editar(id: string, tabla: string, cambios: Input<'borrador:editar'>['cambios']): Promise<Result<BorradorResumen>>
  excluir(id: string, tabla: string, filas: readonly number[], excluir: boolean): Promise<Result<BorradorResumen>>
  escribirRango(pedido: Input<'borrador:escribirRango'>): Promise<Result<BorradorResumen>>
  rellenarAbajo(pedido: Input<'borrador:rellenarAbajo'>): Promise<Result<BorradorResumen>>
  copiar(pedido: Input<'borrador:copiar'>): Promise<Result<Valor<'borrador:copiar'>>>
  agregarFilas(pedido: Input<'borrador:agregarFilas'>): Promise<Result<BorradorResumen>>
  quitarFilas(pedido: Input<'borrador:quitarFilas'>): Promise<Result<BorradorResumen>>
  encontrar(pedido: Input<'borrador:encontrar'>): Promise<Result<Valor<'borrador:encontrar'>>>
  reemplazos(pedido: Input<'borrador:reemplazos'>): Promise<Result<Valor<'borrador:reemplazos'>>>
  reemplazar(pedido: Input<'borrador:reemplazar'>): Promise<Result<BorradorResumen>>
  /** Of one course only, with `curso`. */
  excluirSinCambios(id: string, curso?: Input<'borrador:excluirSinCambios'>['curso']): Promise<Result<BorradorResumen>>
  arbol(id: string, pedido: PedidoArbol): Promise<Result<Valor<'envio:arbol'>>>
  /** Of the alumnos that the workbook names. */
  nombres(id: string): Promise<Result<Valor<'envios:nombres'>>>
  deshacer(id: string): Promise<Result<BorradorResumen>>
  rehacer(id: string): Promise<Result<BorradorResumen>>
  ponerPrevios(id: string, previos: readonly UltimoAvance[]): Promise<Result<BorradorResumen>>
  marcarEnviado(id: string): Promise<Result<Record<string, never>>>
  /** The draft to resume: the last that was changed and not yet sent. null also when the drafts cannot be read. */
  ultimoAbierto(): Promise<string | null>
  cursos(id: string): Promise<Result<CursoDeBorrador[]>>
  previo(id: string): Promise<Result<PrevioDeCurso[]>>
  /** What would be sent, `cuantos` alumnos from place `desde`, of the draft in that version. Built by the process that reads strangers' files: parse it with CursoSchema before sending it. */
  curso(id: string, codigoOferta: string, codigoGrupo: string, desde: number, cuantos: number): Promise<Result<{ readonly version: number; readonly total: number; readonly curso: Curso }>>
  /** Leaves only the refused in the draft, with SENCE's words on their cells, and takes it as not sent. */
  corregir(id: string, rechazados: readonly AlumnoRechazado[]): Promise<Result<BorradorResumen>>
  /** The draft's own workbook with its problems marked, written there. */
  exportarObservaciones(id: string, ruta: string): Promise<Result<Exportacion>>
  /** What the draft's file changes of the draft that it was exported from; null: it was not. */
  mirarCorreccion(id: string): Promise<Result<CorreccionVista | null>>
  /** Brings it there as one command, and discards the draft that carried it. Answers the draft that was corrected. */
  traerCorreccion(id: string, dejarFuera: boolean): Promise<Result<BorradorResumen>>
  /** It is a workbook of its own. */
  ignorarCorreccion(id: string): Promise<Result<Record<string, never>>>
  /** The template with those rows, the last accepted progress beside the cell to fill. */
  escribirPlantillaLlena(ruta: string, contenido: PlantillaLlena): Promise<Result<Record<string, never>>>
  /** A list as a workbook, all of it or nothing; answers how many rows. */
  escribirLista(ruta: string, lista: Lista): Promise<Result<{ filas: number }>>
  escribirPlantilla(ruta: string): Promise<Result<Record<string, never>>>
  escribirMuestra(muestra: NombreMuestra, hoy: FechaIso, ruta: string): Promise<Result<Record<string, never>>>
  /** Ends the process once it has answered what is in flight. */
  cerrar(): Promise<void>
}
