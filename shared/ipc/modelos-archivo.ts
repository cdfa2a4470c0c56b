/** Past sends as the window asks for them and gets them: the journal of this computer joined with SENCE's history. */
import { z } from 'zod'
import { EstadoEnvioSchema, FechaIsoSchema, InstanteSchema } from './modelos.ts'

const entero = z.int().min(0)
const nulo = z.string().nullable()

/**
 * Where a send is known. `ambos`: sent here, and SENCE shows all of it. `aqui`: sent here, and SENCE does not show it, or
 * not all of it, yet. `sence`: SENCE shows it and it did not go out of this computer.
 */
export const ORIGENES = ['ambos', 'aqui', 'sence'] as const
export const OrigenSchema = z.enum(ORIGENES)
export type Origen = z.infer<typeof OrigenSchema>

/** All that is given must hold. `desde` and `hasta` are days of Santiago, both included. */
export const ConsultaArchivoSchema = z.object({
  texto: z.string().max(300).default(''),
  estado: EstadoEnvioSchema.optional(),
  origen: OrigenSchema.optional(),
  desde: FechaIsoSchema.optional(),
  hasta: FechaIsoSchema.optional(),
})
export type ConsultaArchivo = z.infer<typeof ConsultaArchivoSchema>

/** What is odd in what SENCE shows; its words are in the window's catalogue. */
export const MARCAS = ['repetido', 'sin-numero', 'sin-codigo', 'sin-fecha', 'codigo-distinto', 'otra-otec', 'estado-desconocido', 'cortado'] as const
export const MarcaSchema = z.enum(MARCAS)
export type Marca = z.infer<typeof MarcaSchema>

/** A row of the list of sends. */
export const FichaSchema = z.object({
  pk: entero,
  /** One of both is null. */
  envioId: nulo, procesoPk: entero.nullable(),
  /** null: SENCE gave no date that can be read. */
  fecha: InstanteSchema.nullable(),
  origen: OrigenSchema,
  /** null: it is SENCE's, and the journal's states are not said of it. */
  estado: EstadoEnvioSchema.nullable(),
  programadoPara: InstanteSchema.nullable(),
  nombreArchivo: nulo,
  rutOtec: z.string(),
  cursos: z.array(z.object({ codigoOferta: z.string(), codigoGrupo: z.string() })),
  alumnos: entero, aceptados: entero, rechazados: entero, desconocidos: entero,
  /** Calls that SENCE should show, and those that it does. */
  esperadas: entero, conocidas: entero,
  /** Its processes at SENCE. */
  procesos: z.array(z.object({ pk: entero, idProceso: nulo, codigoExterno: nulo, fecha: nulo, estado: nulo })),
  marcas: z.array(MarcaSchema),
})
export type Ficha = z.infer<typeof FichaSchema>
export const PaginaFichasSchema = z.object({
  total: entero, filas: z.array(FichaSchema),
  /** How much of the past is still to be read; null: all of it was. */
  pendiente: z.object({ hechas: entero, total: entero }).nullable(),
  /** When SENCE's history was last read; null: never. */
  consultadoEn: InstanteSchema.nullable(),
})
export type PaginaFichas = z.infer<typeof PaginaFichasSchema>

/** An alumno in a módulo, in one send: what was sent of it, or what SENCE shows of one that did not go out of this computer. */
export const RegistroArchivoSchema = z.object({
  rut: z.string(),
  /** Without the check digit; null: it could not be read. */
  rutNumero: entero.nullable(),
  envioId: nulo, procesoPk: entero.nullable(),
  fecha: InstanteSchema.nullable(),
  codigoOferta: z.string(), codigoGrupo: z.string(), codigoModulo: z.string(),
  /** As it was sent, or as SENCE wrote it. */
  avance: nulo, avanceAlumno: nulo,
  resultado: z.enum(['aceptado', 'rechazado', 'desconocido', 'no-enviado', 'otro']),
  codigo: nulo, mensaje: nulo,
})
export type RegistroArchivo = z.infer<typeof RegistroArchivoSchema>
export const PaginaRegistrosSchema = z.object({
  total: entero, registros: z.array(RegistroArchivoSchema),
  /** Alumnos that are in them. */
  alumnos: entero,
})
export type PaginaRegistros = z.infer<typeof PaginaRegistrosSchema>
