/**
 * Why no whole answer came, as precisely as the person can act on it.
 * `cortada`: the connection was open and ended early. `proxy`: the network's own equipment asks who one is.
 * `proxy-esquema`: it asks in a way that the program does not speak. `tls-emisor`: the certificate was signed by someone
 * whom this computer does not know, as antivirus and office networks that read the traffic do. `portal`: a welcome page.
 * `otec-ajena`: it never left, because the data and the token were of different OTECs.
 */
export const CAUSAS_RED = [
  'dns', 'rechazada', 'tls', 'tls-emisor', 'tls-cadena', 'tls-nombre', 'tls-vencido', 'reloj', 'proxy', 'proxy-esquema', 'proxy-rechaza', 'proxy-caido', 'portal',
  'tiempo', 'sin-red', 'cortada', 'demasiado-grande', 'direccion', 'detenido', 'otec-ajena',
] as const
export type CausaRed = (typeof CAUSAS_RED)[number]

const TODAS: ReadonlySet<string> = new Set(CAUSAS_RED)
export const esCausaRed = (causa: string): causa is CausaRed => TODAS.has(causa)
