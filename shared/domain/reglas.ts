/** The rules that alumno, módulo and actividad share. Each message is a key of the catalogue (causas.ts). */
import { z } from 'zod'
import type { Causa } from './causas.ts'
import { esFechaIso, formatFecha } from './fecha.ts'

/** Message of a field: its absence is one cause, a wrong type or value another. */
const segun = (siMal: Causa) => (issue: { input?: unknown }): Causa => (issue.input === undefined || issue.input === null ? 'requerido' : siMal)

/**
 * A whole number within a range: one finding, the first that applies. Not z.int(): its finding would keep the rules
 * between fields from running (see SIEMPRE).
 */
function entero(sinoEntero: Causa, fueraDeRango: Causa, minimo: number, maximo: number): z.ZodNumber {
  return z.number({ error: segun(sinoEntero) }).superRefine((n, ctx) => {
    if (!Number.isSafeInteger(n)) agregar(ctx, sinoEntero, [])
    else if (n < minimo || n > maximo) agregar(ctx, fueraDeRango, [])
  })
}

/** A code: text with something in it [I22]. Blanks around it would be another code for SENCE. */
export const CodigoSchema = z.string({ error: segun('dato-inesperado') }).superRefine((t, ctx) => {
  if (t.trim() === '') agregar(ctx, 'requerido', [])
  else if (t !== t.trim()) agregar(ctx, 'dato-inesperado', [])
})

/** Number without its check digit [I22]; eight digits hold every RUT in use. */
export const RutAlumnoSchema = entero('rut-fuera-de-rango', 'rut-fuera-de-rango', 1, 99_999_999)
export const DvSchema = z.string({ error: segun('rut-formato') }).regex(/^[0-9k]$/, { error: 'rut-formato' satisfies Causa })

/**
 * Whole seconds, 0 or more. [I22] says "> 0" in its table and "< 0 is an error" in 021 and 023; SENCE's own test
 * structure sends 0 [OBS]: 0 is only a warning (avisosDeTiempo).
 */
export const TiempoSchema = entero('tiempo-no-entero', 'tiempo-negativo', 0, Number.MAX_SAFE_INTEGER)

/** 1 cursando, 2 aprobado, 3 reprobado [I22]. */
export const EstadoSchema = z.literal([1, 2, 3], { error: segun('estado-fuera-de-rango') })

/** Whole percent, 0–100 [I22: 022, 024; "se debe enviar como número entero"]. */
export const PorcentajeSchema = entero('porcentaje-no-entero', 'porcentaje-fuera-de-rango', 0, 100)

/** `YYYY-MM-DD` that exists [I22: 026, 027]. */
export const FechaSchema = z.string({ error: segun('fecha-invalida') }).refine(esFechaIso, { error: 'fecha-invalida' satisfies Causa })

/** 0–100 [I23: 028, 031]. The edition does not ask for a whole number. */
export const NotaSchema = z.number({ error: segun('nota-fuera-de-rango') })
  .refine(n => n >= 0 && n <= 100, { error: 'nota-fuera-de-rango' satisfies Causa })

/** Whole number, 0 or more [I23: 029, 030, 032, 033]. */
export const CantidadSchema = entero('cantidad-invalida', 'cantidad-invalida', 0, Number.MAX_SAFE_INTEGER)

/** Error of a strict object: an unknown field, or no object at all. */
export const inesperado = { error: 'dato-inesperado' satisfies Causa } as const

/** A tree as it arrives: any field may have failed its own rule already. */
export type PorRevisar<T> = { readonly [K in keyof T]?: unknown }

/**
 * When rules between fields run: whenever there is an object at all. Zod would skip them while any field has the wrong
 * type (a person would see the second problem only after fixing the first) and run them when a range failed; so they
 * always run, and each one first makes sure of the fields that it compares: a bad date is one problem, not two.
 */
export const SIEMPRE = { when: (p: z.core.ParsePayload): boolean => typeof p.value === 'object' && p.value !== null }

export function agregar(ctx: z.core.$RefinementCtx, causa: Causa, path: PropertyKey[], params: Record<string, string | number> = {}): void {
  ctx.addIssue({ code: 'custom', message: causa, path, params })
}

export const esFecha = (v: unknown): v is string => typeof v === 'string' && esFechaIso(v)

/** fin ≥ inicio [I22: "no pueda ser menor a la de inicio"]. */
export function revisarFin(ctx: z.core.$RefinementCtx, inicio: unknown, fin: unknown): void {
  if (esFecha(inicio) && esFecha(fin) && fin < inicio) {
    agregar(ctx, 'fin-antes-de-inicio', ['fechaFin'], { inicio: formatFecha(inicio), fin: formatFecha(fin) })
  }
}

/** A warning of an alumno, at the path of its field. */
export interface Aviso { causa: Causa; path: (string | number)[]; datos: Record<string, string | number> }

export function avisosDeTiempo(tiempo: unknown): Aviso[] {
  return tiempo === 0 ? [{ causa: 'tiempo-cero', path: ['tiempoConectividad'], datos: {} }] : []
}

/** 1–7 is the scale of every Chilean school: a grade there was probably typed in it. */
export function avisosDeNota(nota: unknown, campo: string): Aviso[] {
  return typeof nota === 'number' && nota >= 1 && nota <= 7 ? [{ causa: 'nota-escala', path: [campo], datos: {} }] : []
}
