/**
 * Findings of an alumno against its own módulos. SENCE takes each of them, so they are warnings: what they have in common
 * is that one of two numbers was probably typed wrong, and progress cannot be lowered once it was accepted.
 */
import { dato, type DefCausa } from './causa.ts'

export const CAUSAS_CRUZADAS = {
  'alumno-completo-con-modulos': {
    nivel: 'aviso', fuente: 'producto',
    mensaje: d => `El alumno figura con 100 % de avance, pero ${dato(d, 'cuantos') === '1' ? 'uno de sus módulos va' : `${dato(d, 'cuantos')} de sus módulos van`} más atrás: ${dato(d, 'codigo')} tiene ${dato(d, 'avance')} %.`,
    queHacer: () => 'Revise el avance del alumno y el de sus módulos. Si ambos están bien, puede enviarlo así.',
  },
  'aprobado-sin-completar': {
    nivel: 'aviso', fuente: 'producto',
    mensaje: d => `El alumno figura aprobado (estado 2) con un avance de ${dato(d, 'avance')} %.`,
    queHacer: () => 'Revise el estado o el avance del alumno. Si ambos están bien, puede enviarlo así.',
  },
  'modulo-fuera-de-fechas': {
    nivel: 'aviso', fuente: 'producto',
    mensaje: d => `La fecha del módulo (${dato(d, 'fecha')}) queda fuera de las del alumno: ${dato(d, 'inicio')} a ${dato(d, 'fin')}.`,
    queHacer: () => 'Corrija la fecha del módulo o las del alumno. Si todas están bien, puede enviarlo así.',
  },
  'tiempo-de-modulos-mayor': {
    nivel: 'aviso', fuente: 'producto',
    mensaje: d => `Los módulos suman ${dato(d, 'suma')} segundos de conexión, más que los ${dato(d, 'tiempo')} del alumno.`,
    queHacer: () => 'Revise si el tiempo del alumno incluye el de todos sus módulos. Si está bien, puede enviarlo así.',
  },
} as const satisfies Record<string, DefCausa>
