/** Bytes of the XML that the scanners look for. UTF-8 keeps ASCII as it is, and no byte of another letter looks like one of these. */
export const TAB = 9, ESPACIO = 32, COMILLAS = 34, APOSTROFO = 39, MENOS = 45, PUNTO = 46, BARRA = 47, CERO = 48, NUEVE = 57, DOS_PUNTOS = 58
export const MENOR = 60, IGUAL = 61, MAYOR = 62, EXCLAMACION = 33, A = 65, Z = 90
export const a_ = 97, b_ = 98, c_ = 99, d_ = 100, e_ = 101, f_ = 102, i_ = 105, n_ = 110, o_ = 111, r_ = 114, s_ = 115, t_ = 116, v_ = 118, w_ = 119

/** XML's blanks, and the control characters that it does not allow. */
export const esBlanco = (c: number): boolean => c <= ESPACIO
/** What may follow the name of an element. */
export const cierraNombre = (c: number): boolean => c === MAYOR || c === BARRA || c <= ESPACIO
