/** One process, record or error of SENCE's history, out of what its JSON says. Any field may be null or missing [OBS]. */
import { codigoDelMensaje, explicarCodigo, normalizarCodigo } from './codigos-sence.ts'
import type { CabeceraLeida, Historial, RegistroLeido } from './historial.ts'
import { comoTexto, type ObjetoLeido } from './objeto-leido.ts'
import { numeroDeRut } from './respuesta.ts'
import { formatRut } from './rut.ts'

export type Objeto = ObjetoLeido

export const esObjeto = (v: unknown): v is Objeto => typeof v === 'object' && v !== null && !Array.isArray(v)

/** @param registros how many of its own came beside it; null: `listaregistros` is no list, or is in the object still */
export function leerCabecera(o: Objeto, registros: number | null): CabeceraLeida {
  const { listaregistros, ...propios } = o
  return {
    idProceso: comoTexto(o['id_proceso_externo']), codigoExterno: comoTexto(o['codigo_externo']), fecha: comoTexto(o['fecha']), estado: comoTexto(o['estado']),
    observaciones: comoTexto(o['observaciones']), observacionesSic: comoTexto(o['observaciones_sic']), rutOtec: comoTexto(o['rut_otec']),
    // The records carry their own text: repeating them here would double a long history.
    crudo: JSON.stringify(Array.isArray(listaregistros) ? { ...propios, listaregistros: `(${registros ?? listaregistros.length})` } : o),
  }
}

/** @param crudo its text, as it came */
export function leerRegistro(valor: unknown, crudo: string): RegistroLeido {
  const r: Objeto = esObjeto(valor) ? valor : {}
  const estado = comoTexto(r['estado_registro'])
  const observacion = comoTexto(r['obs_registro'])
  return {
    rut: rutLegible(comoTexto(r['rut_alumno']), comoTexto(r['dv_alumno'])), oferta: comoTexto(r['oferta_cod']), grupo: comoTexto(r['seccion_cod']), modulo: comoTexto(r['mod_cod']),
    avance: porcentaje(comoTexto(r['porcentaje_avance'])), moduloAvance: porcentaje(comoTexto(r['mod_porcentaje_avance'])),
    estadoRegistro: estado, resultado: estado === '1' ? 'aceptado' : estado === '3' ? 'rechazado' : 'otro',
    observacion: observacion === null ? null : observacionLegible(observacion), observacionCruda: observacion,
    fechaEjecucion: comoTexto(r['fecha_ejecucion'])?.replace(/ 00:00:00$/u, '') ?? null,
    rutOtec: comoTexto(r['rut_otec']), actividad: comoTexto(r['act_cod']), fechaInicio: comoTexto(r['mod_fecha_inicio']), fechaFin: comoTexto(r['mod_fecha_fin']), crudo,
  }
}

/** An object that is the whole answer and no process. */
export function errorSuelto(o: Objeto): Historial {
  const mensaje = comoTexto(o['mensaje']) ?? comoTexto(o['message']) ?? comoTexto(o['error'])
  const codigo = normalizarCodigo(comoTexto(o['codigo']))
  return codigo === null && mensaje === null ? { tipo: 'ilegible' } : { tipo: 'error', codigo: codigo ?? (mensaje === null ? null : codigoDelMensaje(mensaje)), mensaje }
}

/** The first of a list that holds nothing but errors. */
export function errorDeLista(o: Objeto): Historial {
  const mensaje = comoTexto(o['mensaje'])
  return { tipo: 'error', codigo: normalizarCodigo(comoTexto(o['codigo'])) ?? (mensaje === null ? null : codigoDelMensaje(mensaje)), mensaje }
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

export function observacionLegible(observacion: string): string {
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

/** Whether what it says of its OTEC names another than the one that asked (`11222333-4`); who says nothing counts as hers. */
export const esDeOtraOtec = (rutOtec: string | null, propia: string): boolean => {
  const suyo = numeroDeRut(rutOtec)
  return suyo !== null && suyo !== numeroDeRut(propia)
}
