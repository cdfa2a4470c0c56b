/** What the network of an office needs: how to get out of it, and who to say that one is. */
import type { Result } from '../../shared/ipc/result.ts'

/** One way out, tried in order. `otra`: a kind of proxy that the program does not speak (SOCKS). */
export type RutaRed = { readonly tipo: 'directa' } | { readonly tipo: 'proxy'; readonly url: string } | { readonly tipo: 'otra' }
export interface ResolverProxy {
  /** @param origen `https://host` of what is to be reached: never a whole URL, whose query carries the token. Never rejects, never empty. */
  rutas(origen: string): Promise<readonly RutaRed[]>
}

export interface ClaveProxy { readonly usuario: string; readonly clave: string }
/** User and password for the network's proxy; given only to the very server for which they were typed. */
export interface ClavesProxy {
  /** @param servidor `host:port` */
  para(servidor: string): ClaveProxy | null
  /** Sealed by the system's store; where there is none, only in memory until the program closes. */
  guardar(servidor: string, clave: ClaveProxy): Promise<{ readonly guardada: boolean }>
  olvidar(): void
  /** Server and user of what is kept, never the password. */
  resumen(): { readonly servidor: string; readonly usuario: string; readonly guardada: boolean } | null
}

/** What is told of a certificate that the person chose. */
export interface CertificadoElegido { readonly nombre: string; readonly hasta: string }
export interface CertificadoRed {
  actual(): CertificadoElegido | null
  /** PEM text, several certificates perhaps; null: none chosen. */
  pem(): string | null
  elegir(ruta: string): Promise<Result<CertificadoElegido>>
  quitar(): Result<Record<string, never>>
}
