/** Codes, names and lists of codes: text that must survive as it was written. */
import type { Celda } from '../domain/celda.ts'
import { limpiarTexto, textoDeCelda, textoDeNumero } from './celda-texto.ts'
import { VACIA, convertida, rechazada, talCual, type Conversion } from './conversion-base.ts'

/**
 * A code. A number cell stays as the text of its number, and that is said: leading zeros that Excel dropped cannot be
 * known. A date or a percent where a code goes is what Excel made of something else ("1-2" → 1 February): refused.
 */
export function convertirTexto(celda: Celda): Conversion {
  if (typeof celda === 'string') {
    const texto = limpiarTexto(celda)
    if (texto === '') return VACIA
    return texto === celda ? talCual(texto) : convertida('convertido-blancos', texto, celda, texto)
  }
  if (typeof celda === 'number') {
    const texto = textoDeNumero(celda)
    return convertida('texto-numerico', texto, celda, texto)
  }
  return rechazada('no-es-texto', celda)
}

/** A name is only for the person's eyes: whatever the cell shows is the name. */
export function convertirNombre(celda: Celda): Conversion {
  if (typeof celda === 'string') return convertirTexto(celda)
  return talCual(textoDeCelda(celda))
}

/** Codes separated by `;`. Blanks around each one and empty pieces are part of the writing, not of the codes. */
export function convertirLista(celda: Celda): Conversion {
  if (typeof celda !== 'string') {
    const una = convertirTexto(celda)
    return typeof una.valor === 'string' ? { ...una, valor: [una.valor] } : una
  }
  const trozos = celda.split(';')
  const codigos = trozos.map(limpiarTexto).filter(t => t !== '')
  if (codigos.length === 0) return VACIA
  // "A1; A2" is the list as the template shows it; anything odder than that one blank is said.
  const comoSeEscribe = trozos.every((t, i) => codigos[i] === t || codigos[i] === t.replace(/^ /, ''))
  return comoSeEscribe ? talCual(codigos) : convertida('convertido-blancos', codigos, celda, codigos.join('; '))
}
