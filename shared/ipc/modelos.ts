/** The shapes that cross the bridge. Main validates what it receives and what it answers against these. */
import { z } from 'zod'
import { ESTADOS_LLAMADA } from '../domain/llamada.ts'
import { NivelSchema } from '../domain/problema.ts'
import { PerfilEnListaSchema } from './modelos-perfiles.ts'

export const EspacioSchema = z.enum(['practica', 'real'])
export type Espacio = z.infer<typeof EspacioSchema>

const texto = z.string().max(10_000)
const entero = z.int().min(0)
/** YYYY-MM-DD */
export const FechaIsoSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** An instant, ISO 8601 with Z. The window shows it in America/Santiago. */
export const InstanteSchema = z.string().max(40)

// ---------- application ----------
export const PerfilSchema = z.object({
  /** `11222333-4` */
  rutOtec: z.string(),
  nombre: z.string(),
  /** Last four characters of the token. The token itself never crosses. null: none kept. */
  tokenFinal: z.string().max(4).nullable(),
  /** true: sealed by the system's store. false: kept in memory until the app closes. */
  tokenGuardado: z.boolean(),
})
export type Perfil = z.infer<typeof PerfilSchema>

/** Something about what is kept here that the person should know, in words. */
export const NoticiaSchema = z.object({ id: z.string(), titulo: texto, explicacion: texto, queHacer: texto })
export type Noticia = z.infer<typeof NoticiaSchema>

export const AppEstadoSchema = z.object({
  version: z.string(),
  plataforma: z.string(),
  /** null: the first-run screen has not been answered. */
  espacio: EspacioSchema.nullable(),
  perfil: PerfilSchema.nullable(),
  /** The OTECs that are kept, last used first; the practice's own is not one of them. */
  perfiles: z.array(PerfilEnListaSchema),
  /** Whether the system's store can encrypt (safeStorage). */
  cifradoDisponible: z.boolean(),
  /** Whether the journal of this space is encrypted at rest. */
  diarioCifrado: z.boolean(),
  /** Id of the draft to resume, if there is one. */
  borradorAbierto: z.string().nullable(),
  noticias: z.array(NoticiaSchema),
})
export type AppEstado = z.infer<typeof AppEstadoSchema>

export const AjustesSchema = z.object({
  /** Base of the API; https only, loopback http allowed. Real space only. */
  urlBase: z.string().max(500),
  /** Seconds to wait for an answer [I23 advises 600]. */
  tiempoEsperaSegundos: z.int().min(5).max(1800),
  /**
   * Alumnos in one call at most. 500 × 8 módulos are some 1.5 MB: SENCE, which takes minutes, answers within its time; a
   * cut connection leaves few in doubt; and the window never waits for one call's work.
   */
  alumnosPorParte: z.int().min(50).max(2000),
  /** Seconds between a call and the next: the service is slow and shared, and a large send must not take all of it. */
  pausaSegundos: z.int().min(1).max(120),
  /** 'sistema': the way out that the system says, its PAC script included. 'directa': no proxy at all. */
  proxy: z.enum(['sistema', 'directa']),
  /** A newer version of the program is brought as soon as it is found; false: it is only told. */
  actualizarSolo: z.boolean(),
  tema: z.enum(['sistema', 'claro', 'oscuro']),
})
export type Ajustes = z.infer<typeof AjustesSchema>

/** Outcome of the connection test; each has its own words. */
export const PruebaConexionSchema = z.object({
  resultado: z.enum(['ok', 'credenciales', 'http', 'dns', 'rechazada', 'tls', 'proxy', 'tiempo', 'sin-red', 'respuesta-ilegible']),
  titulo: texto,
  explicacion: texto,
  queHacer: texto,
})
export type PruebaConexion = z.infer<typeof PruebaConexionSchema>

// ---------- workbook, draft, review ----------
/** One column of a table of the draft, as the file had it. */
export const ColumnaVistaSchema = z.object({
  /** Key of the column definition (shared/domain/columnas.ts). */
  key: z.string(),
  titulo: z.string(),
  /** Column letter in the workbook ("C"); '' for a column that the file lacked. */
  letra: z.string(),
})
export const TablaVistaSchema = z.object({
  id: z.string(),
  clase: z.enum(['cursos', 'alumnos', 'modulos', 'actividades', 'unica']),
  /** Sheet name in the workbook. */
  hoja: z.string(),
  columnas: z.array(ColumnaVistaSchema),
  filas: entero,
  /** Changes when rows are added or taken away. */
  estructura: entero,
  excluidas: entero,
  errores: entero,
  avisos: entero,
  informaciones: entero,
})
export type TablaVista = z.infer<typeof TablaVistaSchema>

export const ResumenCursoSchema = z.object({
  codigoOferta: z.string(), codigoGrupo: z.string(),
  alumnos: entero, modulos: entero,
  /** Alumnos without errors and not left out: those that would be sent. */
  enviables: entero,
  conError: entero,
})
export type ResumenCurso = z.infer<typeof ResumenCursoSchema>
export const BorradorResumenSchema = z.object({
  id: z.string(),
  /** Whose draft it is, `11222333-4`. null or absent: made before an OTEC was connected, and not to be sent. */
  rutOtec: z.string().nullable().optional(),
  nombreArchivo: z.string(),
  disposicion: z.enum(['por-hojas', 'hoja-unica']),
  /** Grows with each change; lets the window drop late answers. */
  version: entero,
  tablas: z.array(TablaVistaSchema),
  cursos: z.array(ResumenCursoSchema),
  errores: entero, avisos: entero, informaciones: entero,
  puedeDeshacer: z.boolean(), puedeRehacer: z.boolean(),
  /** What undo would undo, in words. */
  textoDeshacer: z.string().nullable(), textoRehacer: z.string().nullable(),
  /** Alumnos that SENCE refused and would go again with the refused cells as they were. */
  sinCambiosTrasRechazo: entero,
  /** Notes about the file as a whole (macros ignored, hidden sheet passed over…). */
  notas: z.array(z.string()),
  /** The match of columns that the file was read with, when the person gave one. */
  correspondencia: z.object({ id: z.string(), nombre: z.string() }).optional(),
})
export type BorradorResumen = z.infer<typeof BorradorResumenSchema>

export const ProblemaVistaSchema = z.object({
  id: z.string(),
  nivel: NivelSchema,
  /** Key of the catalogue: same cause, same words. */
  causa: z.string(),
  mensaje: z.string(),
  queHacer: z.string(),
  tabla: z.string(), filaId: z.int(), columna: z.string().nullable(),
  hoja: z.string(),
  /** RUT and name of its alumno, in whatever sheet the name is; '' for a course. */
  quien: z.string(),
  /** 1-based row of the sheet; null for a row added here. */
  fila: z.int().nullable(),
  letra: z.string(),
  /** For conversions: as it was written, and what it became. */
  original: z.string().nullable(), convertido: z.string().nullable(),
})
export type ProblemaVista = z.infer<typeof ProblemaVistaSchema>

export const CeldaVistaSchema = z.object({
  /** As the person would type it. */
  texto: z.string(),
  /** Value that will be sent, as text, when it differs from `texto`; else null. */
  convertido: z.string().nullable(),
  nivel: NivelSchema.nullable(),
  /** Words of the worst finding of the cell: what is wrong, and what to do. */
  mensaje: z.string().nullable(),
  queHacer: z.string().nullable(),
  editada: z.boolean(),
})
export type CeldaVista = z.infer<typeof CeldaVistaSchema>
export const FilaVistaSchema = z.object({
  id: z.int(), fila: z.int().nullable(), excluida: z.boolean(),
  /** Worst level of the row: of its cells, or of a finding on the row as a whole. */
  nivel: NivelSchema.nullable(),
  /** Words of the worst finding on the row as a whole (columna: null in the list of problems); null: none. */
  mensaje: z.string().nullable(), queHacer: z.string().nullable(),
  /** In the order of the table's columns. */
  celdas: z.array(CeldaVistaSchema),
})
export type FilaVista = z.infer<typeof FilaVistaSchema>

export const FiltroFilasSchema = z.enum(['todas', 'problemas', 'errores', 'avisos', 'informaciones', 'excluidas'])
export type FiltroFilas = z.infer<typeof FiltroFilasSchema>

export const EtapaImportacionSchema = z.enum(['leyendo', 'interpretando', 'validando', 'listo'])
/** The first rows of a file that is being read, cut to what fits: the person sees that it is the right one. */
export const PrimerasFilasSchema = z.object({ hoja: z.string(), titulos: z.array(z.string()), filas: z.array(z.object({ fila: entero, textos: z.array(z.string()) })) })
export const ProgresoImportacionSchema = z.object({
  etapa: EtapaImportacionSchema,
  /** Percent 0–100, or null while it cannot be known. */
  porcentaje: z.number().min(0).max(100).nullable(),
  filas: entero,
  nombreArchivo: z.string(),
  /** Told once, as soon as they are read. */
  primeras: PrimerasFilasSchema.optional(),
})
export type ProgresoImportacion = z.infer<typeof ProgresoImportacionSchema>

export const MuestraSchema = z.enum(['con-problemas', 'sin-problemas'])

// ---------- sending ----------
export const EstadoEnvioSchema = z.enum(ESTADOS_LLAMADA)
export type EstadoEnvio = z.infer<typeof EstadoEnvioSchema>

/** What would change against the last progress SENCE accepted. */
export const PrevioCursoSchema = ResumenCursoSchema.extend({
  nuevos: entero, mas: entero, iguales: entero, menos: entero, bytes: entero,
  /** Calls that the course goes in. */
  partes: entero,
  /** Of the `enviables`, those that stay out of this send: SENCE may have them, in a call whose end is not known. */
  sinConfirmar: entero,
})
export const PrevioEnvioSchema = z.object({
  borradorId: z.string(), rutOtec: z.string(), cursos: z.array(PrevioCursoSchema),
  /** Now lies outside 22:00–00:00 America/Santiago [I23]: a warning, not a prohibition. */
  fueraDeVentana: z.boolean(),
  /** The last check's own findings (alumnos left out for errors). */
  omitidos: entero,
})
export type PrevioEnvio = z.infer<typeof PrevioEnvioSchema>

export const ResultadoAlumnoSchema = z.object({
  /** `12.345.678-5` */
  rut: z.string(),
  resultado: z.enum(['aceptado', 'rechazado', 'desconocido', 'no-enviado']),
  codigo: z.string().nullable(),
  mensajeSence: z.string().nullable(),
  titulo: z.string().nullable(), explicacion: z.string().nullable(), queHacer: z.string().nullable(), quien: z.string().nullable(),
})
export type ResultadoAlumno = z.infer<typeof ResultadoAlumnoSchema>

export const LlamadaVistaSchema = z.object({
  id: z.string(), codigoEnvio: z.string(), codigoOferta: z.string(), codigoGrupo: z.string(),
  /** Which part of its course it is, of how many; both count from 1. */
  parte: entero, partes: entero,
  /** Last time that SENCE's history was asked for it. */
  consultadaEn: InstanteSchema.nullable(),
  estado: EstadoEnvioSchema, idProceso: z.string().nullable(), respuestaSic: z.string().nullable(),
  enviadoEn: InstanteSchema.nullable(), respondidoEn: InstanteSchema.nullable(),
  alumnos: z.array(ResultadoAlumnoSchema),
  /** In words, when the call as a whole failed or is unknown. */
  titulo: z.string().nullable(), explicacion: z.string().nullable(), queHacer: z.string().nullable(),
  httpEstado: z.int().nullable(),
  /** Of the exact text sent. */
  sha256: z.string(),
})
export type LlamadaVista = z.infer<typeof LlamadaVistaSchema>

export const EstadoLlamadaSchema = LlamadaVistaSchema.pick({ id: true, codigoOferta: true, codigoGrupo: true, parte: true, partes: true, estado: true })
  .extend({ alumnos: entero, aceptados: entero, rechazados: entero, desconocidos: entero })
export type EstadoLlamada = z.infer<typeof EstadoLlamadaSchema>

export const EnvioFilaSchema = z.object({
  id: z.string(), creadoEn: InstanteSchema, nombreArchivo: z.string(), rutOtec: z.string(), estado: EstadoEnvioSchema,
  /** Instant for which it was scheduled; null: it was to go at once. */
  programadoPara: InstanteSchema.nullable(),
  cursos: z.array(z.object({ codigoOferta: z.string(), codigoGrupo: z.string() })),
  alumnos: entero, aceptados: entero, rechazados: entero, desconocidos: entero,
})
export type EnvioFila = z.infer<typeof EnvioFilaSchema>
export const EnvioDetalleSchema = EnvioFilaSchema.extend({ llamadas: z.array(LlamadaVistaSchema) })
export type EnvioDetalle = z.infer<typeof EnvioDetalleSchema>

export const ProgresoEnvioSchema = z.object({
  envioId: z.string(), estado: EstadoEnvioSchema, llamada: entero, llamadas: entero,
  codigoOferta: z.string(), codigoGrupo: z.string(), terminado: z.boolean(), cancelando: z.boolean(),
  /** Course and part of the call; all count from 1. */
  curso: entero, cursos: entero, parte: entero, partes: entero,
  /** In all calls, and in those that have ended. */
  alumnos: entero, alumnosListos: entero,
  /** The last attempt did not arrive; the next, which is number `numero`, will be made at `en`. Absent: not waiting. */
  reintento: z.object({ numero: entero, de: entero, en: InstanteSchema }).optional(),
  /** Between two calls: when the next begins. Absent: a call is under way. */
  pausaHasta: InstanteSchema.optional(),
  /** The call under way waits for the network to be back. */
  sinRed: z.boolean().optional(),
  /** What it will still take, judged by the calls that SENCE answered. Absent: it ended, or what is left waits for the network. */
  restanteMs: entero.optional(),
})
export type ProgresoEnvio = z.infer<typeof ProgresoEnvioSchema>

/** A send whose outcome came to be known by SENCE's history, without the person having asked. */
export const EnvioConciliadoSchema = z.object({ envioId: z.string(), nombreArchivo: z.string(), estado: EstadoEnvioSchema })
export type EnvioConciliado = z.infer<typeof EnvioConciliadoSchema>

// ---------- SENCE's history ----------
export const FiltroHistorialSchema = z.object({
  fechaDesde: FechaIsoSchema.optional(), codigoExterno: z.string().max(200).optional(), idProceso: z.string().max(50).optional(),
})
export type FiltroHistorial = z.infer<typeof FiltroHistorialSchema>
