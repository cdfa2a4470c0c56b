/**
 * What the use cases need from outside. Services know these shapes and nothing of electron, files, sockets or SQL;
 * adapters implement them and tests bring their own, in memory.
 */
import type { CausaRed } from '../../shared/domain/causas-red.ts'
import type { Ajustes, FiltroHistorial } from '../../shared/ipc/modelos.ts'
import type { Result } from '../../shared/ipc/result.ts'

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
