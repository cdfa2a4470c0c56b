/** SENCE's history as the window asks for it, and what of it was recorded otherwise than it was sent. */
import { z } from 'zod'
import { CAMPOS_COMPARADOS } from '../domain/diferencias.ts'
import { FiltroHistorialSchema, InstanteSchema } from './modelos.ts'
import { MarcaSchema } from './modelos-archivo.ts'

const entero = z.int().min(0)
const nulo = z.string().nullable()

export const ConsultaHechaSchema = z.object({
  consultadoEn: InstanteSchema, filtro: FiltroHistorialSchema, procesos: entero, registros: entero,
  /** false: the answer was cut, and what came of it is what there is. */
  completa: z.boolean(),
})
export type ConsultaHecha = z.infer<typeof ConsultaHechaSchema>

export const AvanceConsultaSchema = z.object({
  octetos: entero, procesos: entero, registros: entero,
  /** Without the person having asked. */
  deFondo: z.boolean(),
  /** Absent: it goes on. */
  terminada: z.boolean(),
})
export type AvanceConsulta = z.infer<typeof AvanceConsultaSchema>

export const ProcesoSenceSchema = z.object({
  pk: entero, idProceso: nulo, codigoExterno: nulo, fecha: nulo, estado: nulo, observaciones: nulo, observacionesSic: nulo,
  /** Whose it says it is, without check digit. */
  otec: nulo,
  registros: entero, aceptados: entero, rechazados: entero, marcas: z.array(MarcaSchema), leidoEn: InstanteSchema, crudo: z.string(),
  /** Send of this computer with that code, if any. */
  envioLocal: nulo,
})
export type ProcesoSence = z.infer<typeof ProcesoSenceSchema>
export const PaginaProcesosSchema = z.object({ total: entero, procesos: z.array(ProcesoSenceSchema) })
export type PaginaProcesos = z.infer<typeof PaginaProcesosSchema>

export const FILTROS_REGISTROS = ['todos', 'rechazados', 'otros', 'aceptados'] as const
export const FiltroRegistrosSchema = z.enum(FILTROS_REGISTROS)
export type FiltroRegistros = z.infer<typeof FiltroRegistrosSchema>
export const RegistroSenceSchema = z.object({
  orden: entero, rut: nulo, oferta: nulo, grupo: nulo, modulo: nulo, actividad: nulo, avance: nulo, moduloAvance: nulo,
  estadoRegistro: nulo, resultado: z.enum(['aceptado', 'rechazado', 'otro']), observacion: nulo, fechaEjecucion: nulo,
  /** It names another OTEC. */
  deOtraOtec: z.boolean(),
})
export type RegistroSence = z.infer<typeof RegistroSenceSchema>
export const PaginaRegistrosSenceSchema = z.object({ total: entero, registros: z.array(RegistroSenceSchema) })
export type PaginaRegistrosSence = z.infer<typeof PaginaRegistrosSenceSchema>

// ---------- what was sent against what SENCE recorded ----------
export const CampoComparadoSchema = z.enum(CAMPOS_COMPARADOS)
export const DiferenciaSchema = z.object({ campo: CampoComparadoSchema, enviado: nulo, registrado: nulo, igual: z.boolean() })
/** `modulo` null: what is said of the alumno as a whole. */
export const FilaComparadaSchema = z.object({
  rut: z.string(), modulo: nulo,
  donde: z.enum(['ambos', 'solo-enviado', 'solo-sence']),
  /** SENCE has it as refused: what it shows was not taken. */
  rechazado: z.boolean(),
  campos: z.array(DiferenciaSchema),
})
export type FilaComparada = z.infer<typeof FilaComparadaSchema>
export const ComparacionSchema = z.object({
  llamadaId: z.string(), codigoOferta: z.string(), codigoGrupo: z.string(),
  /** Processes of SENCE that hold it; none: it shows nothing of this call. */
  procesos: z.array(nulo),
  /** When SENCE last showed it so; null: never. */
  leidoEn: InstanteSchema.nullable(),
  iguales: entero, distintas: entero, soloEnviado: entero, soloSence: entero,
  /** Those asked for, the first of them; `total` are how many there are. */
  total: entero, filas: z.array(FilaComparadaSchema),
})
export type Comparacion = z.infer<typeof ComparacionSchema>
