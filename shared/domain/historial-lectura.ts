/** One process, record or error of SENCE's history, out of what its JSON says. Any field may be null or missing [OBS]. */
import { codigoDelMensaje, explicarCodigo, normalizarCodigo } from './codigos-sence.ts'
import type { CabeceraLeida, Historial, RegistroLeido } from './historial.ts'
import { numeroDeRut } from './respuesta.ts'
import { formatRut } from './rut.ts'

export type Objeto = Readonly<Record<string, unknown>>

export const esObjeto = (v: unknown): v is Objeto => typeof v === 'object' && v !== null && !Array.isArray(v)

/** By hand, not by a schema: a history may hold a million records, and each has a dozen of these. */
function campo(v: unknown): string | null {
  if (typeof v !== 'string' && typeof v !== 'number' && typeof v !== 'boolean') return null
  const t = String(v).trim()
  return t === '' ? null : t
}

/** @param registros how many of its own came beside it; null: `listaregistros` is no list, or is in the object still */
export function leerCabecera(o: Objeto, registros: number | null): CabeceraLeida {
  const { listaregistros, ...propios } = o
  return {
    idProceso: campo(o['id_proceso_externo']), codigoExterno: campo(o['codigo_externo']), fecha: campo(o['fecha']), estado: campo(o['estado']),
    observaciones: campo(o['observaciones']), observacionesSic: campo(o['observaciones_sic']), rutOtec: campo(o['rut_otec']),
    // The records carry their own text: repeating them here would double a long history.
    crudo: JSON.stringify(Array.isArray(listaregistros) ? { ...propios, listaregistros: `(${registros ?? listaregistros.length})` } : o),
  }
}

/** @param crudo its text, as it came */
export function leerRegistro(valor: unknown, crudo: string): RegistroLeido {
  const r: Objeto = esObjeto(valor) ? valor : {}
  const estado = campo(r['estado_registro'])
  const observacion = campo(r['obs_registro'])
  return {
    rut: rutLegible(campo(r['rut_alumno']), campo(r['dv_alumno'])), oferta: campo(r['oferta_cod']), grupo: campo(r['seccion_cod']), modulo: campo(r['mod_cod']),
    avance: porcentaje(campo(r['porcentaje_avance'])), moduloAvance: porcentaje(campo(r['mod_porcentaje_avance'])),
    estadoRegistro: estado, resultado: estado === '1' ? 'aceptado' : estado === '3' ? 'rechazado' : 'otro',
    observacion: observacion === null ? null : observacionLegible(observacion), observacionCruda: observacion,
    fechaEjecucion: campo(r['fecha_ejecucion'])?.replace(/ 00:00:00$/u, '') ?? null,
    rutOtec: campo(r['rut_otec']), actividad: campo(r['act_cod']), fechaInicio: campo(r['mod_fecha_inicio']), fechaFin: campo(r['mod_fecha_fin']), crudo,
  }
}

/** An object that is the whole answer and no process. */
export function errorSuelto(o: Objeto): Historial {
  const mensaje = campo(o['mensaje']) ?? campo(o['message']) ?? campo(o['error'])
  const codigo = normalizarCodigo(campo(o['codigo']))
  return codigo === null && mensaje === null ? { tipo: 'ilegible' } : { tipo: 'error', codigo: codigo ?? (mensaje === null ? null : codigoDelMensaje(mensaje)), mensaje }
}

/** The first of a list that holds nothing but errors. */
export function errorDeLista(o: Objeto): Historial {
  const mensaje = campo(o['mensaje'])
  return { tipo: 'error', codigo: normalizarCodigo(campo(o['codigo'])) ?? (mensaje === null ? null : codigoDelMensaje(mensaje)), mensaje }
}

export const esProceso = (o: Objeto): boolean => 'id_proceso_externo' in o || 'listaregistros' in o
export const esError = (o: Objeto): boolean => !esProceso(o) && ('codigo' in o || 'mensaje' in o)

/**
 * `[010] modulo.porcentajeAvance debe ser mayor al anterior (20.00000)`: the bracketed code differs from the table
 * (that message is 025), so the message decides and the code counts only where the message says nothing known.
 */
export function leerObservacion(observacion: string): { codigo: string | null; mensaje: string } {
  const partes = /^\s*\[\s*(\d{1,3})\s*\]\s*(.*)$/su.exec(observacion)
  const mensaje = (partes?.[2] ?? observacion).trim()
  return { codigo: codigoDelMensaje(mensaje) ?? normalizarCodigo(partes?.[1]), mensaje }
}

function observacionLegible(observacion: string): string {
  const { codigo, mensaje } = leerObservacion(observacion)
  return codigo === null ? observacion : `${explicarCodigo(codigo).titulo}. Mensaje de SENCE: «${mensaje}»`
}

function rutLegible(numero: string | null, dv: string | null): string | null {
  const n = numeroDeRut(numero)
  if (n === null || dv === null) return numero
  return formatRut({ numero: n, dv: dv.toLowerCase() })
}

/** `"10.00000"` → `10`; decimals that say something stay. What is not a number stays as it came. */
function porcentaje(texto: string | null): string | null {
  if (texto === null || !/^\d+(\.\d+)?$/u.test(texto)) return texto
  return String(Number(texto))
}
