/** What the window may ask of the use cases of one space; the same inputs and outputs as shared/ipc/contract.ts. */
import type { UltimoAvance } from '../../shared/domain/avance.ts'
import type { AvanceFechado } from '../../shared/domain/avances-aprendidos.ts'
import type { Input, Valor } from '../../shared/ipc/contract.ts'
import type { BorradorResumen, EnvioFila, Perfil, PruebaConexion } from '../../shared/ipc/modelos.ts'
import type { Result } from '../../shared/ipc/result.ts'
import type { PlantillaLlena } from '../../shared/planilla/plantilla-llena.ts'
import type { Comprobante } from './comprobante/comprobante.ts'
import type { Evidencia } from './evidencia.ts'
import type { Lista } from './listas/lista.ts'

export interface ServicioCredenciales {
  /** What the window may know; null: nothing kept. */
  perfil(): Perfil | null
  guardar(entrada: Input<'credenciales:guardar'>): Promise<Result<Perfil>>
  olvidar(): Promise<Result<Record<string, never>>>
  /** Tests what is being typed, or with null what is kept. */
  probar(entrada: Input<'credenciales:probar'>): Promise<Result<PruebaConexion>>
}

export interface ServicioEnvios {
  previo(entrada: Input<'envio:previo'>): Promise<Result<Valor<'envio:previo'>>>
  json(entrada: Input<'envio:json'>): Promise<Result<Valor<'envio:json'>>>
  /** Answers when the send is in the journal; the calls run on and tell their progress by `emitir`. */
  enviar(entrada: Input<'envio:enviar'>): Promise<Result<Valor<'envio:enviar'>>>
  /** Takes effect between calls: what is in flight is waited for, because its outcome must be known. */
  cancelar(entrada: Input<'envio:cancelar'>): Result<Record<string, never>>
  /**
   * Writes the send to the journal, bytes and all, to go out at `para` (ISO 8601, UTC). Nothing goes out by itself: who
   * keeps the clock calls `lanzarProgramado`.
   */
  programar(entrada: { borradorId: string; para: string }): Promise<Result<{ envioId: string }>>
  /** Another hour for a send that waits for its own, or that lost it. */
  reprogramar(entrada: { envioId: string; para: string }): Result<Record<string, never>>
  /** Takes back a send that has not started; the answer says whether it did in time. Its draft stays. */
  desprogramar(entrada: { envioId: string }): Result<Record<string, never>>
  /**
   * Lets go a send that waits for its hour, once what the last run left in doubt has been asked for. Answers as `enviar`.
   * A send that stopped half way goes on with the calls that had not started. `todavia`: asked last, whether its hour still is.
   */
  lanzarProgramado(envioId: string, todavia?: () => boolean): Promise<Result<{ envioId: string }>>
  /** Its hour passed. A send of which some call did start stays with what it has, and the rest becomes `vencido`. */
  marcarVencido(envioId: string): Result<Record<string, never>>
  /** Sends with something that waits for its hour, the earliest first. */
  programados(): Result<EnvioFila[]>
  lista(): Result<Valor<'envios:lista'>>
  /** The files that prove the send, to be written where the person says. */
  evidencia(envioId: string, practica: boolean): Promise<Result<Evidencia>>
  /** The receipt of the send, to be made a PDF or printed. */
  comprobante(envioId: string, de: { version: string; practica: boolean }): Promise<Result<Comprobante>>
  /** The alumnos of the send, to be written as a workbook. */
  listaDeAlumnos(envioId: string, practica: boolean): Promise<Result<Lista>>
  /** A past send without the bytes of its calls. */
  detalle(entrada: Input<'envios:detalle'>): Result<Valor<'envios:detalle'>>
  /** The exact texts of one call. */
  cuerpo(entrada: Input<'envios:cuerpo'>): Result<Valor<'envios:cuerpo'>>
  /** Asks SENCE's history for the calls of the send whose answer never came. Never posts. */
  conciliar(entrada: Input<'envio:conciliar'>): Promise<Result<Valor<'envio:conciliar'>>>
  /** The template's rows with the alumnos of a past send, or of SENCE's history. */
  plantilla(fuente: Input<'plantilla:guardarCon'>['fuente']): Promise<Result<PlantillaLlena>>
  nombres(entrada: Input<'envios:nombres'>): Promise<Result<Valor<'envios:nombres'>>>
  arbol(entrada: Input<'envio:arbol'>): Promise<Result<Valor<'envio:arbol'>>>
  /** Counts of each call, without its bytes: what the screen of a send under way needs. */
  estado(entrada: Input<'envios:estado'>): Result<Valor<'envios:estado'>>
  /** The draft of the send with only the refused alumnos in it. */
  corregir(entrada: Input<'borrador:corregir'>): Promise<Result<Valor<'borrador:corregir'>>>
  /** Once a space opens, if it has usable credentials: what SENCE says, without the person asking. Never rejects. */
  empezarDeFondo(): Promise<void>
  /** After an import: what was learnt while the file was being read. */
  alDia(importada: BorradorResumen): Promise<Result<BorradorResumen>>
  /** Progress that SENCE's history showed: kept, and handed to the draft that is open. Never rejects. */
  aprender(rutOtec: string, avances: readonly AvanceFechado[]): Promise<void>
  /** Last progress that SENCE accepted from the OTEC whose credentials are kept; [] without credentials. */
  ultimosAvances(): UltimoAvance[]
  /** At start-up, before the window: what was in flight when the program ended is `desconocido`. */
  recuperar(): Promise<void>
  /** Whether a send is being prepared or is under way: the space must not be left, nor its credentials changed. */
  enviando(): boolean
  /** Before closing the space: ends the call in flight (its outcome is written as `desconocido`) and waits. */
  detener(): Promise<void>
}
