/** One activity of a módulo, and the warnings about a list of them. */
import { z } from 'zod'
import { CodigoSchema, inesperado, type Aviso } from './reglas.ts'

/** Characters of codigoActividad that the server keeps [I22: "Texto (50) … este se trunca"]. */
export const LARGO_ACTIVIDAD = 50

export const ActividadSchema = z.strictObject({ codigoActividad: CodigoSchema }, inesperado)
export type Actividad = z.infer<typeof ActividadSchema>

/** The part of a code that the server keeps, in whole characters. */
export function codigoConservado(codigo: string): string {
  return codigo.length <= LARGO_ACTIVIDAD ? codigo : [...codigo].slice(0, LARGO_ACTIVIDAD).join('')
}

/**
 * Longer than 50 (with what will be kept), written twice, and equal only after the cut [I22]. Paths are
 * `[index, 'codigoActividad']` within the list.
 */
export function avisosDeActividades(codigos: readonly string[]): Aviso[] {
  const avisos: Aviso[] = []
  const vistas = new Map<string, string>()
  codigos.forEach((codigo, i) => {
    const path = [i, 'codigoActividad']
    const conserva = codigoConservado(codigo)
    if (conserva !== codigo) avisos.push({ causa: 'actividad-larga', path, datos: { codigo, conserva, largo: [...codigo].length } })
    const otra = vistas.get(conserva)
    if (otra === undefined) vistas.set(conserva, codigo)
    else if (otra === codigo) avisos.push({ causa: 'actividad-repetida', path, datos: { codigo } })
    else avisos.push({ causa: 'actividades-iguales-tras-corte', path, datos: { codigo, otra } })
  })
  return avisos
}
