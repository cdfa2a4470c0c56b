/** SENCE's history: read as it comes, and kept so that it can be seen without a network. */
import type { Suceso } from '../../shared/domain/historial-documento.ts'
import type { ConsultaHecha, FiltroRegistros, PaginaProcesos, PaginaRegistrosSence, ProcesoSence } from '../../shared/ipc/modelos-historial.ts'
import type { FiltroHistorial } from '../../shared/ipc/modelos.ts'
import type { RespuestaGestor } from './puertos.ts'

/** The answer without its text, which went by. Its HTTP state alone says nothing of what the service did. */
export type RespuestaCorriente =
  | { readonly tipo: 'respuesta'; readonly httpEstado: number; readonly fecha: string | null }
  | Extract<RespuestaGestor, { tipo: 'falla' }>
export interface OyenteDeHistorial {
  /** A piece of the text, token taken out, and how many bytes have come so far. Only of an answer with HTTP state 200. false: it is enough. */
  trozo(texto: string, octetos: number): boolean | Promise<boolean>
}
export interface ClienteHistorial {
  /** GET historialEnvios, however long it is. */
  leerHistorial(credenciales: { readonly rutOtec: string; readonly token: string }, filtro: FiltroHistorial, oyente: OyenteDeHistorial, senal?: AbortSignal): Promise<RespuestaCorriente>
}

/** One reading on its way into the file. What it brings is seen only once it is in place. */
export interface LecturaHistorial {
  /** Some hundred at most; one write. */
  recibir(sucesos: readonly Suceso[]): void
  /**
   * Puts each process of that document in the place of what was known of it: all of it or nothing. Never holds the thread
   * for long. @returns how many came, and the records in them
   */
  poner(documento: number, completa: boolean): Promise<{ readonly procesos: number; readonly registros: number; readonly cambiados: number }>
  /** Nothing of it stays. */
  soltar(): Promise<void>
}
export interface ArchivoHistorial {
  empezar(o: { readonly rutOtec: string; readonly filtro: FiltroHistorial; readonly leidoEn: string }): LecturaHistorial
  /** What a reading that was interrupted left behind is taken away. */
  limpiar(): Promise<void>
  /** The latest of all; null: none. */
  ultimaConsulta(rutOtec: string): ConsultaHecha | null
  /** Whether all of it was once read to its end. */
  leidoEntero(rutOtec: string): boolean
  procesos(rutOtec: string, filtro: FiltroHistorial, desde: number, cuantos: number): PaginaProcesos
  proceso(rutOtec: string, pk: number): ProcesoSence | null
  registros(rutOtec: string, pk: number, filtro: FiltroRegistros, desde: number, cuantos: number): PaginaRegistrosSence
  /** As it came; null: there is no such record. */
  crudo(rutOtec: string, pk: number, orden: number): string | null
  /** Raw texts of the records of that call, from `desde` (first 0), some at a time; and the processes they are of. */
  procesosDe(rutOtec: string, codigoEnvio: string, idProceso: string | null): readonly { readonly pk: number; readonly idProceso: string | null; readonly leidoEn: string }[]
  crudos(pk: number, desde: number, cuantos: number): readonly { readonly resultado: string; readonly crudo: string }[]
}
