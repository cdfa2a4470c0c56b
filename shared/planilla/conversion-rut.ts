/** The RUT, from one cell or from a number and its check digit in another. */
import type { Celda } from '../domain/celda.ts'
import { formatRut, parseRut, type Rut } from '../domain/rut.ts'
import { esVacia, limpiarTexto, textoDeCelda } from './celda-texto.ts'
import { VACIA, convertida, esConTipo, rechazada, talCual, type Conversion } from './conversion-base.ts'

export interface ConversionRut { rut: Conversion; dv: Conversion }

const errorDeCelda = (celda: Celda): Conversion | null =>
  esConTipo(celda) && celda.tipo === 'error' ? rechazada('celda-error', celda) : null

/**
 * Modulus 11 is checked in every form. With a check-digit column the number may also carry its own after a hyphen: then
 * both must agree. An empty RUT answers empty, whatever the check-digit cell says.
 */
export function convertirRut(celda: Celda, celdaDv: Celda): ConversionRut {
  const dvMalo = errorDeCelda(celdaDv)
  if (dvMalo) return { rut: errorDeCelda(celda) ?? VACIA, dv: dvMalo }
  if (esVacia(celda)) return { rut: VACIA, dv: VACIA }
  const rutMalo = errorDeCelda(celda)
  if (rutMalo) return { rut: rutMalo, dv: VACIA }
  const texto = textoDeRut(celda)
  if (texto === null) return { rut: rechazada('rut-formato', celda), dv: VACIA }
  const dv = esVacia(celdaDv) ? null : limpiarTexto(textoDeCelda(celdaDv)).toLowerCase()
  const trae = /[-\u2010-\u2015\u2212]/.test(texto)
  const leido = dv === null || trae ? parseRut(texto) : parseRut(texto, dv)
  if (!leido.ok) {
    return { rut: rechazada(leido.causa, celda, leido.dvEsperado === undefined ? {} : { dvEsperado: leido.dvEsperado }), dv: VACIA }
  }
  if (dv !== null && dv !== leido.rut.dv) return { rut: talCual(leido.rut), dv: rechazada('dato-contradictorio', celdaDv, { otro: leido.rut.dv, otraFila: 0 }) }
  return { rut: declarar(celda, leido.rut, dv !== null && !trae), dv: dv === null ? VACIA : talCual(dv) }
}

function textoDeRut(celda: Celda): string | null {
  if (typeof celda === 'string') return limpiarTexto(celda)
  return typeof celda === 'number' && Number.isSafeInteger(celda) && celda > 0 ? String(celda) : null
}

/** The two usual forms and the bare number of a two-column file say the RUT as it is; any other is listed. */
function declarar(celda: Celda, rut: Rut, conColumnaDv: boolean): Conversion {
  const usual = formatRut(rut)
  const formas = conColumnaDv ? [String(rut.numero), usual.slice(0, -2)] : [usual, formatRut(rut, 'guion')]
  if (typeof celda === 'string' ? formas.includes(celda) : conColumnaDv) return talCual(rut)
  return convertida('convertido-rut', rut, celda, usual)
}
