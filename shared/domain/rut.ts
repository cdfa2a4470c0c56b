/** The RUT: number and check digit (modulus 11), in every form that people write it. */

export interface Rut {
  numero: number
  /** '0'–'9' or 'k', lower case as the example of [I22] sends it. */
  dv: string
}
export type CausaRut = 'rut-formato' | 'rut-sin-dv' | 'rut-dv'
export type RutLeido = { ok: true; rut: Rut } | { ok: false; causa: CausaRut; dvEsperado?: string }

/** Eight digits hold every RUT in use. */
const MAXIMO = 99_999_999
const GUION = /[-\u2010-\u2015\u2212]/g
/** Dots, when there are any, stand where thousands go: "1.2345678-5" is a typing error that nobody should guess at. */
const NUMERO = /^(?:\d+|\d{1,3}(?:\.\d{3})+)$/
const DV = /^[0-9k]$/

/** Check digit of a RUT number: modulus 11, factors 2 to 7 from the right [I22: "se valida si coincide"]. */
export function calcularDv(numero: number): string {
  let suma = 0
  let factor = 2
  for (let resto = numero; resto > 0; resto = Math.floor(resto / 10)) {
    suma += (resto % 10) * factor
    factor = factor === 7 ? 2 : factor + 1
  }
  const dv = 11 - (suma % 11)
  return dv === 11 ? '0' : dv === 10 ? 'k' : String(dv)
}

/**
 * Reads a RUT. `dv` is the check digit when it comes in a cell of its own (then `texto` is the number alone, or carries
 * the same digit after a hyphen). Without a hyphen, only nine characters, or a final K, show that the check digit is
 * there: eight digits may be a number without it or a shorter RUT with it, and reading one as the other would report
 * somebody else's progress, so they are 'rut-sin-dv'. `dvEsperado` is the digit that the number would need.
 */
export function parseRut(texto: string, dv?: string): RutLeido {
  const limpio = texto.replace(/\s/g, '').replace(GUION, '-').toLowerCase()
  const aparte = dv === undefined ? '' : dv.trim().toLowerCase()
  const guion = limpio.indexOf('-')
  if (guion !== -1) {
    const leido = verificar(limpio.slice(0, guion), limpio.slice(guion + 1))
    return leido.ok && aparte !== '' && aparte !== leido.rut.dv ? { ok: false, causa: 'rut-dv', dvEsperado: leido.rut.dv } : leido
  }
  if (aparte !== '') return verificar(limpio, aparte)
  const sinPuntos = limpio.replace(/\./g, '').replace(/^0+/, '')
  if (/^\d{8}[\dk]$/.test(sinPuntos) || /^\d+k$/.test(sinPuntos)) return verificar(limpio.slice(0, -1), limpio.slice(-1))
  const numero = leerNumero(limpio)
  return numero === null ? { ok: false, causa: 'rut-formato' } : { ok: false, causa: 'rut-sin-dv', dvEsperado: calcularDv(numero) }
}

function verificar(textoNumero: string, dv: string): RutLeido {
  const numero = leerNumero(textoNumero)
  if (numero === null || !DV.test(dv)) return { ok: false, causa: 'rut-formato' }
  const dvEsperado = calcularDv(numero)
  return dv === dvEsperado ? { ok: true, rut: { numero, dv } } : { ok: false, causa: 'rut-dv', dvEsperado }
}

function leerNumero(texto: string): number | null {
  if (!NUMERO.test(texto)) return null
  const numero = Number(texto.replace(/\./g, ''))
  return numero >= 1 && numero <= MAXIMO ? numero : null
}

/** `12.345.678-5` ('puntos', for people) or `12345678-5` ('guion', as the API writes rutOtec). */
export function formatRut(rut: Rut, forma: 'puntos' | 'guion' = 'puntos'): string {
  const numero = forma === 'guion' ? String(rut.numero) : String(rut.numero).replace(/\B(?=(?:\d{3})+$)/g, '.')
  return `${numero}-${rut.dv.toUpperCase()}`
}
