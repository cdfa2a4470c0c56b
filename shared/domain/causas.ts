/**
 * THE catalogue of everything that can be found in a workbook: level, source of the rule, and the words. Its keys are
 * the messages of the Zod schemas, so that a rule without words does not compile.
 */
import { CAUSAS_CELDA } from './causas-celda.ts'
import { CAUSAS_CRUZADAS } from './causas-cruzadas.ts'
import { CAUSAS_PLANILLA } from './causas-planilla.ts'
import { CAUSAS_REGLA } from './causas-regla.ts'
import type { Datos, DefCausa } from './causa.ts'

export type Causa = keyof typeof CAUSAS_CELDA | keyof typeof CAUSAS_REGLA | keyof typeof CAUSAS_CRUZADAS | keyof typeof CAUSAS_PLANILLA

export const CAUSAS: Readonly<Record<Causa, DefCausa>> = { ...CAUSAS_CELDA, ...CAUSAS_REGLA, ...CAUSAS_CRUZADAS, ...CAUSAS_PLANILLA }

export const esCausa = (texto: string): texto is Causa => Object.hasOwn(CAUSAS, texto)

/** What was found, in words. */
export function mensajeDe(causa: Causa, datos: Datos = {}): string {
  return CAUSAS[causa].mensaje(datos)
}

/** What the person does about it. */
export function queHacerDe(causa: Causa, datos: Datos = {}): string {
  return CAUSAS[causa].queHacer(datos)
}
