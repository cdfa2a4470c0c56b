/** Bytes of the XML that the scanners look for. UTF-8 keeps ASCII as it is, and no byte of another letter looks like one of these. */
export const ESPACIO = 32, COMILLAS = 34, APOSTROFO = 39, MENOS = 45, PUNTO = 46, BARRA = 47, CERO = 48, NUEVE = 57, DOS_PUNTOS = 58
export const MENOR = 60, IGUAL = 61, MAYOR = 62, A = 65, Z = 90
export const MIN_B = 98, MIN_C = 99, MIN_D = 100, MIN_E = 101, MIN_F = 102, MIN_H = 104, MIN_I = 105, MIN_N = 110, MIN_O = 111, MIN_R = 114, MIN_S = 115, MIN_T = 116, MIN_V = 118, MIN_W = 119

/** XML's blanks, and the control characters that it does not allow. */
export const esBlanco = (c: number): boolean => c <= ESPACIO
/** What may follow the name of an element. */
export const cierraNombre = (c: number): boolean => c === MAYOR || c === BARRA || c <= ESPACIO
