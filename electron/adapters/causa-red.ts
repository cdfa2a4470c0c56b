import type { CausaRed } from '../services/puertos.ts'

const POR_CODIGO: Readonly<Record<string, CausaRed>> = {
  ENOTFOUND: 'dns', EAI_AGAIN: 'dns', EAI_FAIL: 'dns', EAI_NODATA: 'dns', EAI_NONAME: 'dns', EAI_ADDRFAMILY: 'dns', ENODATA: 'dns',
  ECONNREFUSED: 'rechazada',
  ENETUNREACH: 'sin-red', ENETDOWN: 'sin-red', EHOSTUNREACH: 'sin-red', EHOSTDOWN: 'sin-red', EADDRNOTAVAIL: 'sin-red', ENETRESET: 'sin-red',
  ETIMEDOUT: 'tiempo', UND_ERR_CONNECT_TIMEOUT: 'tiempo', UND_ERR_HEADERS_TIMEOUT: 'tiempo', UND_ERR_BODY_TIMEOUT: 'tiempo',
  EPROTO: 'tls', DEPTH_ZERO_SELF_SIGNED_CERT: 'tls', SELF_SIGNED_CERT_IN_CHAIN: 'tls', UNABLE_TO_GET_ISSUER_CERT: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls', UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls', HOSTNAME_MISMATCH: 'tls', INVALID_CA: 'tls',
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
