/**
 * What `enviarAvance` answered, read tolerantly [OBS] and turned into one verdict per alumno that was sent.
 * The rule behind every branch: an alumno counts as accepted only where the answer supports it; any doubt is
 * `desconocido`, which history can resolve, while a false "aceptado" would never be looked at again.
 */
import { z } from 'zod'
import { CATALOGO_CODIGOS, codigoDelMensaje, esCodigoSence, normalizarCodigo } from './codigos-sence.ts'
import { extraerJson } from './json-tolerante.ts'

export interface AlumnoEnviado { readonly rutAlumno: number; readonly dvAlumno: string }
export interface VeredictoAlumno extends AlumnoEnviado {
  readonly resultado: 'aceptado' | 'rechazado' | 'desconocido'
  readonly codigo: string | null
  /** As SENCE wrote it. */
  readonly mensaje: string | null
}
export interface Interpretacion {
  readonly idProceso: string | null
  readonly respuestaSic: string | null
  /** A refusal of the call as a whole (001, 002, 003…): nothing of it was stored. */
  readonly rechazoTotal: { readonly codigo: string | null; readonly mensaje: string | null } | null
  /** In the order of the alumnos that were sent. */
  readonly veredictos: readonly VeredictoAlumno[]
}

const texto = z.union([z.string(), z.number()]).transform(String).nullish().catch(null)
/** A missing list is an empty one; what is not a list is read as its only element, or none. */
const lista = z.unknown().optional().transform((v): unknown[] => (Array.isArray(v) ? v : typeof v === 'object' && v !== null ? [v] : []))
/** Unknown fields are kept: the whole answer stays in the journal as it came. */
const RespuestaSchema = z.looseObject({
  id_proceso: texto, respuesta_SIC: texto, envio: lista, datosEnviados: lista, datosError: lista, errores: lista,
  codigo: texto, mensaje: texto, message: texto, error: texto,
})
const EntradaErrorSchema = z.union([
  z.looseObject({ alumno: z.unknown().optional(), rutAlumno: z.unknown().optional(), codigo: z.unknown().optional(), mensaje: texto }),
  z.string().transform((mensaje) => ({ alumno: undefined, rutAlumno: undefined, codigo: undefined, mensaje })),
])
/** The echo of an alumno. Scanned documents, and perhaps clients built from them, spell `fechalnicio` with a lower-case L. */
export const EcoAlumnoSchema = z.preprocess(
  (v) => (typeof v === 'object' && v !== null && 'fechalnicio' in v && !('fechaInicio' in v) ? { ...v, fechaInicio: v.fechalnicio } : v),
  z.looseObject({ rutAlumno: z.unknown().optional(), dvAlumno: texto, fechaInicio: texto, fechaFin: texto }),
)

/** @returns null when the text holds no answer of this service: the outcome is unknown */
export function interpretarRespuesta(cuerpo: string, httpEstado: number, enviados: readonly AlumnoEnviado[]): Interpretacion | null {
  const json = extraerJson(cuerpo)
  if (json === null) return null
  const leida = RespuestaSchema.safeParse(Array.isArray(json.valor) ? { datosError: json.valor } : json.valor)
  if (!leida.success) return null
  const r = leida.data
  const errores = [...r.datosError, ...r.errores]
  const suelto = errorSuelto(r)
  if (suelto !== null) errores.push(suelto)
  // A call that made no process may say 0.
  const idProceso = limpio(r.id_proceso) === '0' ? null : limpio(r.id_proceso)
  const ecos = new Set([...r.envio, ...r.datosEnviados].map(rutDelEco).filter((n) => n !== null))
  if (idProceso === null && ecos.size === 0 && errores.length === 0) return null

  const { porRut, total, sinLugar } = repartir(errores, enviados)
  const aceptable = httpEstado >= 200 && httpEstado < 300
  const veredictos = enviados.map((a): VeredictoAlumno => {
    const eco = ecos.has(a.rutAlumno)
    const propio = porRut.get(a.rutAlumno)
    if (propio !== undefined) return { ...soloRut(a), resultado: 'rechazado', ...propio }
    if (total !== null && !eco) return { ...soloRut(a), resultado: 'rechazado', ...total }
    // An alumno named as sent inside a call refused as a whole: the answer contradicts itself.
    const aceptado = aceptable && total === null && (eco || (idProceso !== null && !sinLugar))
    return { ...soloRut(a), resultado: aceptado ? 'aceptado' : 'desconocido', codigo: null, mensaje: null }
  })
  return { idProceso, respuestaSic: limpio(r.respuesta_SIC), rechazoTotal: total, veredictos }
}

type Rechazo = { codigo: string | null; mensaje: string | null }
const soloRut = (a: AlumnoEnviado): AlumnoEnviado => ({ rutAlumno: a.rutAlumno, dvAlumno: a.dvAlumno })

/** Gives each refusal to its alumno. `sinLugar`: one could not be placed, so nobody else can be called accepted on its silence. */
function repartir(errores: readonly unknown[], enviados: readonly AlumnoEnviado[]): { porRut: Map<number, Rechazo>; total: Rechazo | null; sinLugar: boolean } {
  const porNumero = new Map(enviados.map((a) => [a.rutAlumno, a]))
  const porRut = new Map<number, Rechazo>()
  let total: Rechazo | null = null
  let sinLugar = false
  for (const crudo of errores) {
    const entrada = EntradaErrorSchema.safeParse(crudo)
    if (!entrada.success) { sinLugar = true; continue }
    const mensaje = limpio(entrada.data.mensaje)
    const codigo = normalizarCodigo(entrada.data.codigo) ?? (mensaje === null ? null : codigoDelMensaje(mensaje))
    const nombrado = rutDelEco(entrada.data.alumno) ?? numeroDeRut(entrada.data.rutAlumno)
    const rut = nombrado ?? (mensaje === null ? null : rutDelMensaje(mensaje, porNumero))
    if (rut !== null && porNumero.has(rut)) porRut.set(rut, sumar(porRut.get(rut), { codigo, mensaje }))
    else if (rut === null && codigo !== null && esCodigoSence(codigo) && CATALOGO_CODIGOS[codigo].alcance === 'llamada') total = { codigo, mensaje }
    else if (rut === null && enviados.length === 1 && enviados[0] !== undefined) porRut.set(enviados[0].rutAlumno, { codigo, mensaje })
    else sinLugar = true
  }
  return { porRut, total, sinLugar }
}

/** Several refusals of one alumno: the last code, as the service itself does, and every message. */
function sumar(previo: Rechazo | undefined, nuevo: Rechazo): Rechazo {
  const mensajes = [previo?.mensaje, nuevo.mensaje].filter((m): m is string => typeof m === 'string')
  return { codigo: nuevo.codigo ?? previo?.codigo ?? null, mensaje: mensajes.length === 0 ? null : [...new Set(mensajes)].join('\n') }
}

/** An error body without lists: `{ codigo, mensaje }`, as bad credentials may give. */
function errorSuelto(r: z.output<typeof RespuestaSchema>): unknown {
  const mensaje = limpio(r.mensaje) ?? limpio(r.message) ?? limpio(r.error)
  const codigo = normalizarCodigo(r.codigo) ?? (mensaje === null ? null : codigoDelMensaje(mensaje))
  return codigo === null ? null : { codigo, mensaje }
}

function rutDelEco(v: unknown): number | null {
  const eco = EcoAlumnoSchema.safeParse(v)
  return eco.success ? numeroDeRut(eco.data.rutAlumno) : numeroDeRut(v)
}

/** `15943354`, `"11111111"`, `"11111111.0"`, `"11.111.111-5"` → the number without check digit; null: not a RUT. */
export function numeroDeRut(v: unknown): number | null {
  if (typeof v === 'number') return Number.isSafeInteger(v) && v > 0 ? v : null
  if (typeof v !== 'string') return null
  const hallado = /^(\d{1,9})(?:\.0+|-[\dkK])?$/u.exec(v.trim()) ?? /^(\d{1,3}(?:\.\d{3}){1,2})(?:-[\dkK])?$/u.exec(v.trim())
  const numero = Number(hallado?.[1]?.replaceAll('.', '') ?? Number.NaN)
  return Number.isSafeInteger(numero) && numero > 0 ? numero : null
}

/** The alumno that a message names (`El alumno 11111111-5 no se encuentra…`); only one that was sent counts. */
function rutDelMensaje(mensaje: string, enviados: ReadonlyMap<number, AlumnoEnviado>): number | null {
  for (const [, numero, dv] of mensaje.matchAll(/(\d{1,3}(?:\.\d{3}){1,2}|\d{6,9})(?:\s*-\s*([\dkK]))?/gu)) {
    const n = Number((numero ?? '').replaceAll('.', ''))
    if (enviados.has(n)) return n
    const sinDv = Math.floor(n / 10)
    if (dv === undefined && enviados.get(sinDv)?.dvAlumno === String(n % 10)) return sinDv
  }
  return null
}

function limpio(v: string | null | undefined): string | null {
  const t = v?.trim()
  return t === undefined || t === '' ? null : t
}
