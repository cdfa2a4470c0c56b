/**
 * Whom this computer trusts: the authorities that come with the program, those of the system's store, and the one that
 * the person chose for the office's network. Node alone knows only the first; an office that reads its own traffic keeps
 * its authority in the second.
 */
import { readFile } from 'node:fs/promises'
import tls from 'node:tls'

/** Where Linux distributions keep the system's bundle. */
const DE_LINUX = [
  '/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem', '/etc/ssl/ca-bundle.pem', '/etc/ssl/cert.pem',
] as const
/** Node 22.15 and later; Electron 33 has Node 20, which can read no system's store but Linux's files. */
type ConSistema = typeof tls & { getCACertificates?: (de: 'system') => string[] }

export interface FuentesAutoridades {
  plataforma: string
  /** null: this Node cannot read the system's store. */
  delSistema: (() => readonly string[]) | null
  leer(ruta: string): Promise<string>
}
export const fuentesDeNode = (plataforma: string): FuentesAutoridades => {
  const { getCACertificates } = tls as ConSistema
  return { plataforma, delSistema: getCACertificates === undefined ? null : () => getCACertificates('system'), leer: (ruta) => readFile(ruta, 'utf8') }
}

/** PEM certificates of the system's store; [] where it cannot be read. */
export async function autoridadesDelSistema(f: FuentesAutoridades): Promise<readonly string[]> {
  if (f.delSistema !== null) {
    try { return f.delSistema() } catch { return [] }
  }
  if (f.plataforma !== 'linux') return []
  for (const ruta of DE_LINUX) {
    try { return separar(await f.leer(ruta)) } catch { /* another distribution */ }
  }
  return []
}

/** The certificates of a PEM text. */
export const separar = (pem: string): string[] => pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/gu) ?? []

export interface Autoridades {
  /** Made once, and again after `cambio`: hundreds of certificates cost tenths of a second. */
  contexto(): Promise<tls.SecureContext>
  /** The person chose or removed a certificate. */
  cambio(): void
}

/** @param elegido PEM that the person chose */
export function crearAutoridades(f: FuentesAutoridades, elegido: () => string | null): Autoridades {
  let hecho: Promise<tls.SecureContext> | null = null
  const hacer = async (): Promise<tls.SecureContext> => {
    const propias = [...tls.rootCertificates, ...separar(elegido() ?? '')]
    const todas = [...new Set([...propias, ...await autoridadesDelSistema(f)])]
    // One certificate of the system that cannot be read must not take the connection away.
    try { return tls.createSecureContext({ ca: todas }) } catch { return tls.createSecureContext({ ca: propias }) }
  }
  return {
    contexto: () => (hecho ??= hacer()),
    cambio: () => { hecho = null },
  }
}
