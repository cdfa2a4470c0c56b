/** The answers as the PHP service writes them, good and bad manners alike. */
import type { Objeto } from './cuerpo.ts'
import { conDecimales } from './textos.ts'

/** json_encode's defaults: slashes escaped, nothing outside ASCII. */
export function jsonDePhp(valor: unknown): string {
  return JSON.stringify(valor)
    .replace(/\//g, '\\/')
    .replace(/[\u0080-\uFFFF]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Warnings that the service prints before the JSON [OBS]. */
export const AVISO_PHP = '<br />\n<b>Warning</b>:  Undefined array key "fechaEjecucion" in <b>/var/www/html/gestor/application/controllers/API/Avance_sic.php</b> on line <b>214</b><br />\n'
/** What it prints when the body was not JSON. */
export const AVISO_PHP_SIN_CUERPO = '<br />\n<b>Warning</b>:  Trying to access array offset on value of type null in <b>/var/www/html/gestor/application/controllers/API/Avance_sic.php</b> on line <b>87</b><br />\n'

const pagina = (titulo: string, texto: string): string =>
  `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${titulo}</title>\n</head><body>\n<h1>${titulo}</h1>\n<p>${texto}</p>\n<hr>\n<address>Apache Server at 127.0.0.1</address>\n</body></html>\n`

export const PAGINAS = {
  noEncontrada: pagina('404 Not Found', 'The requested URL was not found on this server.'),
  metodo: pagina('405 Method Not Allowed', 'The requested method is not allowed for this URL.'),
  demasiadoGrande: pagina('413 Request Entity Too Large', 'The requested resource does not allow request data with this method, or the amount of data exceeds the capacity limit.'),
  errorInterno: pagina('500 Internal Server Error', 'The server encountered an internal error or misconfiguration and was unable to complete your request.'),
  enMantenimiento: pagina('Aula Digital', 'Sitio en mantenci&oacute;n. Intente m&aacute;s tarde.'),
} as const

/** Every number as text; percents with five decimals, as they come out of the database [OBS]. */
export function numerosComoTexto(valor: unknown, clave = ''): unknown {
  if (typeof valor === 'number') return clave === 'porcentajeAvance' ? conDecimales(valor) : String(valor)
  if (Array.isArray(valor)) return valor.map(v => numerosComoTexto(v))
  if (typeof valor !== 'object' || valor === null) return valor
  return Object.fromEntries(Object.entries(valor as Objeto).map(([k, v]) => [k, numerosComoTexto(v, k)]))
}
