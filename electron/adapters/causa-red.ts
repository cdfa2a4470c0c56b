import type { CausaRed } from '../../shared/domain/causas-red.ts'
import type { CertificadoVisto } from './red/diagnostico-tls.ts'

const POR_CODIGO: Readonly<Record<string, CausaRed>> = {
  ENOTFOUND: 'dns', EAI_AGAIN: 'dns', EAI_FAIL: 'dns', EAI_NODATA: 'dns', EAI_NONAME: 'dns', EAI_ADDRFAMILY: 'dns', ENODATA: 'dns',
  ECONNREFUSED: 'rechazada',
  ENETUNREACH: 'sin-red', ENETDOWN: 'sin-red', EHOSTUNREACH: 'sin-red', EHOSTDOWN: 'sin-red', EADDRNOTAVAIL: 'sin-red', ENETRESET: 'sin-red',
  ETIMEDOUT: 'tiempo', UND_ERR_CONNECT_TIMEOUT: 'tiempo', UND_ERR_HEADERS_TIMEOUT: 'tiempo', UND_ERR_BODY_TIMEOUT: 'tiempo',
  EPROTO: 'tls', INVALID_CA: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-emisor', DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-emisor',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-cadena', UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-cadena', UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-cadena',
  HOSTNAME_MISMATCH: 'tls-nombre', ERR_TLS_CERT_ALTNAME_INVALID: 'tls-nombre',
  CERT_HAS_EXPIRED: 'tls-vencido', CERT_NOT_YET_VALID: 'reloj',
  PROXY_PIDE_CLAVE: 'proxy', PROXY_ESQUEMA: 'proxy-esquema', PROXY_RECHAZA: 'proxy-rechaza', PROXY_CAIDO: 'proxy-caido',
}

/** Codes of the error and of those inside it: undici wraps, and Node gathers one error per address tried. */
function codigos(error: unknown, hondura = 0): string[] {
  if (typeof error !== 'object' || error === null || hondura > 4) return []
  const e = error as { code?: unknown; cause?: unknown; errors?: unknown }
  const propio = typeof e.code === 'string' ? [e.code] : []
  const dentro = Array.isArray(e.errors) ? e.errors.flatMap((x) => codigos(x, hondura + 1)) : []
  return [...propio, ...dentro, ...codigos(e.cause, hondura + 1)]
}

/**
 * Names a network fault. @param conectado whether the connection (TLS included) had been made: what breaks after that
 * is a cut, whatever the system calls it.
 */
export function causaDe(error: unknown, conectado: boolean): { causa: CausaRed; detalle: string } {
  const vistos = codigos(error)
  const detalle = vistos[0] ?? 'sin-codigo'
  for (const codigo of vistos) {
    const conocida = POR_CODIGO[codigo] ?? (/^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|ERR_OSSL_)/u.test(codigo) ? 'tls' : undefined)
    if (conocida !== undefined && !(conectado && conocida !== 'tiempo')) return { causa: conocida, detalle: codigo }
  }
  return { causa: conectado ? 'cortada' : 'rechazada', detalle }
}

const UN_DIA_MS = 86_400_000

/** Whether what was seen of the certificate says something else: a computer with the wrong date sees every certificate as expired. */
export function causaDeCertificado(causa: CausaRed, visto: CertificadoVisto | null, ahora: number): CausaRed {
  if (visto === null || (causa !== 'tls-vencido' && causa !== 'reloj')) return causa
  const { horaServidor: hora } = visto
  if (hora === null) return causa
  const enHora = Math.abs(hora - ahora) < UN_DIA_MS
  const vigenteSegunServidor = hora >= visto.desde && hora <= visto.hasta
  return !enHora && vigenteSegunServidor ? 'reloj' : 'tls-vencido'
}
