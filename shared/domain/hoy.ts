/**
 * What there is to do today: rules over what was sent from this computer. Days are of Santiago (`YYYY-MM-DD`) and both
 * ends are included. An alumno of whom SENCE accepted nothing counts as 0 %.
 */
import { diasEntre, porTerminar } from './atraso.ts'
import type { CabezaLlamada, EstadoCurso, Intento } from './estado-curso.ts'
import { sumarDias, type FechaIso } from './fecha.ts'

/** Without an accepted report for so many days, it is told. */
export const DIAS_SIN_REPORTE = 7
/** A refusal older than this is no longer today's work; the list of past sends keeps it. */
export const DIAS_POR_CORREGIR = 60

const porTexto = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0

export interface CursoHoy {
  readonly codigoOferta: string; readonly codigoGrupo: string; readonly alumnos: number
  /** First and last day of any of its alumnos. */
  readonly inicio: FechaIso | null; readonly fin: FechaIso | null
  /** Newest send of which SENCE accepted something; null: of none. */
  readonly reporte: CabezaLlamada | null
  /** Whole days since then. */
  readonly diasSinReporte: number | null
}
export function cursoHoy(c: EstadoCurso, hoy: FechaIso): CursoHoy {
  let inicio: FechaIso | null = null, fin: FechaIso | null = null, reporte: CabezaLlamada | null = null
  for (const a of c.alumnos) {
    if (a.inicio !== null && (inicio === null || a.inicio < inicio)) inicio = a.inicio
    if (a.fin !== null && (fin === null || a.fin > fin)) fin = a.fin
    if (a.aceptado !== null && (reporte === null || a.aceptado.llamada.en > reporte.en)) reporte = a.aceptado.llamada
  }
  return { codigoOferta: c.codigoOferta, codigoGrupo: c.codigoGrupo, alumnos: c.alumnos.length, inicio, fin, reporte, diasSinReporte: reporte === null ? null : diasEntre(reporte.dia, hoy) }
}
export const enMarcha = (c: CursoHoy, hoy: FechaIso): boolean => c.inicio !== null && c.fin !== null && c.inicio <= hoy && hoy <= c.fin
/** Nothing of it was accepted for DIAS_SIN_REPORTE days or more, or ever. */
export const sinReporteHoy = (c: Pick<CursoHoy, 'diasSinReporte'>): boolean => c.diasSinReporte === null || c.diasSinReporte >= DIAS_SIN_REPORTE

export interface PorCorregir { readonly resultado: Extract<Intento, 'rechazado' | 'no-llego'>; readonly llamada: CabezaLlamada; readonly alumnos: number }
export interface PorTerminar { readonly codigoOferta: string; readonly codigoGrupo: string; readonly alumnos: number; readonly fin: FechaIso }
export interface TareasHoy {
  /** One a send and outcome: alumnos whose last attempt it was. Newest first. */
  readonly porCorregir: readonly PorCorregir[]
  /** One a course: its alumnos that end soon below 100, and the first day that one does. That day first. */
  readonly terminan: readonly PorTerminar[]
  /** Those within their dates: the longest without a report first. */
  readonly enMarcha: readonly CursoHoy[]
}

export function tareasDeHoy(cursos: readonly EstadoCurso[], hoy: FechaIso): TareasHoy {
  const desde = sumarDias(hoy, -DIAS_POR_CORREGIR)
  const porCorregir = new Map<string, { resultado: PorCorregir['resultado']; llamada: CabezaLlamada; alumnos: number }>()
  const terminan: PorTerminar[] = []
  for (const c of cursos) {
    for (const { ultimo: { resultado, llamada } } of c.alumnos) {
      if ((resultado !== 'rechazado' && resultado !== 'no-llego') || llamada.dia < desde) continue
      const clave = `${resultado} ${llamada.envioId}`
      const fila = porCorregir.get(clave)
      if (fila === undefined) porCorregir.set(clave, { resultado, llamada, alumnos: 1 })
      else fila.alumnos++
    }
    const dias = c.alumnos.filter((a) => porTerminar({ avance: a.aceptado?.avance ?? null, fin: a.fin }, hoy)).flatMap((a) => a.fin ?? []).sort(porTexto)
    if (dias[0] !== undefined) terminan.push({ codigoOferta: c.codigoOferta, codigoGrupo: c.codigoGrupo, alumnos: dias.length, fin: dias[0] })
  }
  return {
    porCorregir: [...porCorregir.values()].sort((a, b) => porTexto(b.llamada.en, a.llamada.en)),
    terminan: terminan.sort((a, b) => porTexto(a.fin, b.fin) || b.alumnos - a.alumnos),
    enMarcha: cursos.map((c) => cursoHoy(c, hoy)).filter((c) => enMarcha(c, hoy)).sort((a, b) => porTexto(a.reporte?.en ?? '', b.reporte?.en ?? '') || porTexto(a.codigoGrupo, b.codigoGrupo)),
  }
}
