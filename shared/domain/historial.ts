/** What `historialEnvios` answered. Any field may be null or missing [OBS]; what is not understood is kept as it came. */
import { z } from 'zod'
import type { ProcesoHistorialSchema, RegistroHistorialSchema } from '../ipc/modelos.ts'
import { codigoDelMensaje, explicarCodigo, normalizarCodigo } from './codigos-sence.ts'
import { extraerJson } from './json-tolerante.ts'
import { numeroDeRut } from './respuesta.ts'
import { formatRut } from './rut.ts'

/** `observacionCruda`: as SENCE wrote it; it stays in main, which looks in it for the code. */
export type RegistroLeido = z.infer<typeof RegistroHistorialSchema> & { readonly observacionCruda: string | null }
/** A process of SENCE's history, before it is joined with the sends of this computer. */
export type ProcesoLeido = Omit<z.infer<typeof ProcesoHistorialSchema>, 'envioLocal' | 'registros'> & { readonly registros: RegistroLeido[] }
export type Historial =
  | { readonly tipo: 'procesos'; readonly procesos: readonly ProcesoLeido[] }
  /** HTTP 200 with an error body: what bad credentials give. */
  | { readonly tipo: 'error'; readonly codigo: string | null; readonly mensaje: string | null }
  | { readonly tipo: 'ilegible' }

const campo = z.union([z.string(), z.number(), z.boolean()]).transform((v) => String(v).trim()).nullish().catch(null).transform((v) => (v === '' || v === undefined ? null : v))
const RegistroCrudo = z.looseObject({
  rut_alumno: campo, dv_alumno: campo, oferta_cod: campo, seccion_cod: campo, mod_cod: campo,
  porcentaje_avance: campo, mod_porcentaje_avance: campo, fecha_ejecucion: campo, estado_registro: campo, obs_registro: campo,
})
const ProcesoCrudo = z.looseObject({
  id_proceso_externo: campo, codigo_externo: campo, fecha: campo, estado: campo, observaciones: campo, observaciones_sic: campo, rut_otec: campo,
  listaregistros: z.unknown().optional().transform((v): unknown[] => (Array.isArray(v) ? v : [])),
})
const ErrorCrudo = z.looseObject({ codigo: campo, mensaje: campo, message: campo, error: campo })

/** Reads an answer of the history, whatever came before its JSON. */
export function interpretarHistorial(cuerpo: string): Historial {
  const json = extraerJson(cuerpo)
  if (json === null) return { tipo: 'ilegible' }
  if (Array.isArray(json.valor)) return leerLista(json.valor)
  const valor = json.valor as Record<string, unknown>
  if ('id_proceso_externo' in valor || 'listaregistros' in valor) return leerLista([valor])
  const error = ErrorCrudo.safeParse(valor)
  if (!error.success) return { tipo: 'ilegible' }
  const mensaje = error.data.mensaje ?? error.data.message ?? error.data.error
  const codigo = normalizarCodigo(error.data.codigo)
  return codigo === null && mensaje === null ? { tipo: 'ilegible' } : { tipo: 'error', codigo: codigo ?? (mensaje === null ? null : codigoDelMensaje(mensaje)), mensaje }
}

/** A list of errors is an error; one bad element never hides the processes beside it. */
function leerLista(elementos: readonly unknown[]): Historial {
  const objetos = elementos.filter((e): e is Record<string, unknown> => typeof e === 'object' && e !== null && !Array.isArray(e))
  if (objetos.length === 0 && elementos.length > 0) return { tipo: 'ilegible' }
  const errores = objetos.filter((o) => !('id_proceso_externo' in o) && !('listaregistros' in o) && ('codigo' in o || 'mensaje' in o))
  if (objetos.length > 0 && errores.length === objetos.length) {
    const e = ErrorCrudo.parse(errores[0])
    return { tipo: 'error', codigo: normalizarCodigo(e.codigo) ?? (e.mensaje === null ? null : codigoDelMensaje(e.mensaje)), mensaje: e.mensaje }
  }
  return { tipo: 'procesos', procesos: objetos.filter((o) => !errores.includes(o)).map(leerProceso) }
}

function leerProceso(objeto: Record<string, unknown>): ProcesoLeido {
  const p = ProcesoCrudo.parse(objeto)
  const { listaregistros, ...propios } = objeto
  return {
    idProceso: p.id_proceso_externo, codigoExterno: p.codigo_externo, fecha: p.fecha, estado: p.estado,
    observaciones: p.observaciones, observacionesSic: p.observaciones_sic, rutOtec: p.rut_otec,
    registros: p.listaregistros.map(leerRegistro),
    // The records carry their own text: repeating them here would double a long history.
    crudo: JSON.stringify(Array.isArray(listaregistros) ? { ...propios, listaregistros: `(${listaregistros.length})` } : objeto),
  }
}

function leerRegistro(crudo: unknown): RegistroLeido {
  const leido = RegistroCrudo.safeParse(crudo)
  const r = leido.success ? leido.data : RegistroCrudo.parse({})
  return {
    rut: rutLegible(r.rut_alumno, r.dv_alumno), oferta: r.oferta_cod, grupo: r.seccion_cod, modulo: r.mod_cod,
    avance: porcentaje(r.porcentaje_avance), moduloAvance: porcentaje(r.mod_porcentaje_avance),
    estadoRegistro: r.estado_registro,
    resultado: r.estado_registro === '1' ? 'aceptado' : r.estado_registro === '3' ? 'rechazado' : 'otro',
    observacion: r.obs_registro === null ? null : observacionLegible(r.obs_registro), observacionCruda: r.obs_registro,
    fechaEjecucion: r.fecha_ejecucion === null ? null : r.fecha_ejecucion.replace(/ 00:00:00$/u, ''),
    crudo: JSON.stringify(crudo) ?? 'null',
  }
}

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
