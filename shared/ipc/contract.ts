/**
 * THE contract between window and main. Preload, main's registration, the window's bridge and the test fakes all
 * derive from it. Requests have an input and an output, both parsed at run time; events have a payload.
 */
import { z } from 'zod'
import { CAUSAS, type Causa } from '../domain/causas.ts'
import { MAX_FILAS_NUEVAS } from '../planilla/limites-edicion.ts'
import * as a from './modelos-asistente.ts'
import * as ar from './modelos-archivo.ts'
import * as c from './modelos-causas.ts'
import * as k from './modelos-correccion.ts'
import { CuerpoLlamadaSchema } from './modelos-cuerpo.ts'
import { DiagnosticoSchema } from './modelos-diagnostico.ts'
import * as e from './modelos-edicion.ts'
import * as h from './modelos-historial.ts'
import { HoyResumenSchema } from './modelos-hoy.ts'
import { LicenciaSchema } from './modelos-licencias.ts'
import { ActualizacionSchema } from './modelos-actualizacion.ts'
import * as pe from './modelos-personas.ts'
import * as perfiles from './modelos-perfiles.ts'
import * as respaldo from './modelos-respaldo.ts'
import * as vigia from './modelos-vigia.ts'
import * as q from './modelos-preguntas.ts'
import * as m from './modelos.ts'
import * as no from './modelos-noche.ts'
import * as r from './modelos-red.ts'
import { ListaExportableSchema } from './modelos-salida.ts'
import * as v from './modelos-previo.ts'
import { FallaSchema, resultSchema } from './result.ts'

const nada = z.object({}).strict()
const id = z.string().min(1).max(100)
const vacio = z.object({})
const causa = z.enum(Object.keys(CAUSAS) as [Causa, ...Causa[]])

export interface RequestSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> { input: I; output: O }
/** Every answer is a Result: the value, or a failure in words. */
const request = <I extends z.ZodType, O extends z.ZodType>(input: I, valor: O) => ({ input, output: resultSchema(valor) })

const archivoGuardado = z.object({ ruta: z.string().nullable() }) // null: the person cancelled the dialog

const parteDeCurso = z.object({ borradorId: id, codigoOferta: z.string(), codigoGrupo: z.string(), parte: z.int().min(1).optional() })

export const requests = {
  'app:estado': request(nada, m.AppEstadoSchema),
  /** The frame listens to the events: what the system asked to open ("Abrir con") may be told now. */
  'app:escuchando': request(nada, vacio),
  'app:entrar': request(z.object({ espacio: m.EspacioSchema }), m.AppEstadoSchema),
  'app:leerAjustes': request(nada, m.AjustesSchema),
  'app:guardarAjustes': request(m.AjustesSchema.partial(), m.AjustesSchema),
  /** Only the addresses of the product's own list (key, not URL). */
  'app:abrirEnlace': request(z.object({ enlace: z.enum(['token', 'correo-sence']) }), vacio),
  'app:mostrarEnCarpeta': request(z.object({ que: z.enum(['plantilla', 'datos', 'diagnostico']) }), vacio),

  /** Of the packages that the program carries. */
  'app:licencias': request(nada, z.array(LicenciaSchema)),

  /** All that the exported diagnosis would hold, for the person to read first. */
  'diagnostico:preparar': request(nada, DiagnosticoSchema),
  /** Saves what was shown, and only that, where the person says. */
  'diagnostico:guardar': request(z.object({ id }), archivoGuardado),
  /** A defect of the page goes to the log; its name, for the person to quote. */
  'diagnostico:anotar': request(z.object({ texto: z.string().max(5000) }), z.object({ incidente: z.string() })),

  'actualizacion:estado': request(nada, ActualizacionSchema),
  /** Looks now for a newer version; the answer tells what came of it. */
  'actualizacion:buscar': request(nada, ActualizacionSchema),
  'actualizacion:descargar': request(nada, ActualizacionSchema),
  /** Closes the program, puts the new version in its place and opens it; refused while something is being sent. */
  'actualizacion:instalar': request(nada, ActualizacionSchema),
  /** The person has seen what this version brought. */
  'actualizacion:vista': request(nada, ActualizacionSchema),

  'red:estado': request(nada, r.RedEstadoSchema),
  /** User and password for the network's proxy; they enter here and never come back. */
  'red:identificarse': request(r.IdentificacionSchema, r.RedEstadoSchema),
  'red:olvidarIdentificacion': request(nada, r.RedEstadoSchema),
  /** Opens the system's dialog; a copy of the certificate is kept. */
  'red:elegirCertificado': request(nada, r.RedEstadoSchema),
  'red:quitarCertificado': request(nada, r.RedEstadoSchema),

  'credenciales:guardar': request(z.object({ rutOtec: z.string().max(20), token: z.string().max(100), nombre: z.string().max(200) }), m.PerfilSchema),
  'credenciales:olvidar': request(nada, vacio),
  /** Tests what is kept, or what is being typed. */
  'credenciales:probar': request(z.object({ rutOtec: z.string().max(20), token: z.string().max(100) }).nullable(), m.PruebaConexionSchema),

  /** Another OTEC, with folder, journal and drafts of her own; she becomes the one at work. */
  'perfiles:agregar': request(perfiles.CredencialesEscritasSchema, m.AppEstadoSchema),
  'perfiles:entrar': request(perfiles.RutPerfilSchema, m.AppEstadoSchema),
  'perfiles:renombrar': request(perfiles.RutPerfilSchema.extend({ nombre: z.string().max(200) }), m.AppEstadoSchema),
  'perfiles:olvidarToken': request(perfiles.RutPerfilSchema, m.AppEstadoSchema),
  'perfiles:contenido': request(perfiles.RutPerfilSchema, perfiles.ContenidoPerfilSchema),
  /** `confirmacion`: her RUT, typed by the person. */
  'perfiles:eliminar': request(perfiles.RutPerfilSchema.extend({ confirmacion: z.string().max(40) }), m.AppEstadoSchema),

  'respaldo:estado': request(nada, respaldo.RespaldoEstadoSchema),
  /** Opens the system's dialog; cancelled, it answers what there was. */
  'respaldo:elegirCarpeta': request(nada, respaldo.RespaldoEstadoSchema),
  'respaldo:carpetaPropia': request(nada, respaldo.RespaldoEstadoSchema),
  /** The words enter here and never come back. */
  'respaldo:ponerFrase': request(z.object({ frase: z.string().max(500) }), respaldo.RespaldoEstadoSchema),
  'respaldo:hacer': request(nada, respaldo.RespaldoEstadoSchema),
  /** Opens the system's dialog; null: cancelled. */
  'respaldo:elegir': request(nada, respaldo.RespaldoElegidoSchema.nullable()),
  /** Opens it whole and says what is inside; nothing changes. */
  'respaldo:mirar': request(z.object({ id, frase: z.string().max(500).nullable() }), respaldo.RespaldoVistoSchema),
  /** What was looked at last takes its OTEC's place. `confirmacion`: her RUT as typed, where she is here already. */
  'respaldo:restaurar': request(z.object({ id, frase: z.string().max(500).nullable(), confirmacion: z.string().max(40) }), m.AppEstadoSchema),

  /** The watched folder of the OTEC on screen; null: in practice, or before one is connected. */
  'vigia:leer': request(nada, vigia.VigiaSchema.nullable()),
  /** Opens the system's dialog; cancelled, it answers what there was. */
  'vigia:elegir': request(nada, vigia.VigiaSchema),
  'vigia:dejar': request(nada, vigia.VigiaSchema),
  'vigia:hacer': request(z.object({ queHacer: vigia.QueHacerSchema }), vigia.VigiaSchema),

  'plantilla:guardar': request(nada, archivoGuardado),
  /** The same with the alumnos and módulos of a past send, or of SENCE's history: only the progress is left to fill in. */
  'plantilla:guardarCon': request(z.object({ fuente: z.discriminatedUnion('tipo', [z.object({ tipo: z.literal('envio'), envioId: id }), z.object({ tipo: z.literal('historial') })]) }),
    archivoGuardado.extend({ alumnos: z.int(), conNombre: z.int() })),
  /** Practice only: writes a sample workbook where the person says, to look at it in Excel. */
  'muestra:guardar': request(z.object({ muestra: m.MuestraSchema }), archivoGuardado),

  /** Opens the system's dialog; null: cancelled. The import runs on; progress comes as events, the end as the answer. */
  'planilla:elegir': request(nada, m.BorradorResumenSchema.nullable()),
  /** `ruta` comes from the preload (a File that the person dropped), never typed by the page. */
  'planilla:abrirSoltado': request(z.object({ ruta: z.string().min(1).max(4096) }), m.BorradorResumenSchema),
  'planilla:abrirMuestra': request(z.object({ muestra: m.MuestraSchema }), m.BorradorResumenSchema),
  'planilla:cancelar': request(nada, vacio),
  /** Opens the system's dialog, or takes again the file of a draft of this session, and keeps it aside; null: cancelled. */
  'planilla:preparar': request(z.object({ borradorId: id.nullable() }), a.PreparacionSchema.nullable()),
  /** The workbook that a refusal kept aside (Falla.preparacion). */
  'planilla:preparacion': request(z.object({ id }), a.PreparacionSchema),
  'planilla:columnas': request(a.PedidoColumnasSchema, a.ColumnasPreparadasSchema),
  'planilla:vistaPreparada': request(a.PedidoVistaSchema, a.VistaPreparadaSchema),
  'planilla:importarPreparada': request(a.PedidoPreparadaSchema, m.BorradorResumenSchema),
  'planilla:soltarPreparada': request(nada, vacio),
  'correspondencias:lista': request(nada, z.array(a.CorrespondenciaGuardadaSchema)),
  'correspondencias:renombrar': request(z.object({ id, nombre: a.NombreCorrespondenciaSchema }), vacio),
  'correspondencias:olvidar': request(z.object({ id }), vacio),

  /** Asks where, and writes there the draft's own workbook with its problems marked. null: the person cancelled. */
  'observaciones:exportar': request(z.object({ id }), k.ExportacionSchema.extend({ ruta: z.string() }).nullable()),
  /** Whether the draft's file is another draft's, exported and corrected, and what it would bring; null: it is not. */
  'correccion:mirar': request(z.object({ id }), k.CorreccionSchema.nullable()),
  /** Brings it as one command; answers the draft that was corrected. The one that carried it is gone. */
  'correccion:traer': request(z.object({ id, dejarFuera: z.boolean() }), m.BorradorResumenSchema),
  /** It stays a workbook of its own. */
  'correccion:ignorar': request(z.object({ id }), vacio),

  'borrador:resumen': request(z.object({ id }), m.BorradorResumenSchema),
  'borrador:lista': request(nada, z.array(z.object({ id: z.string(), nombreArchivo: z.string(), modificadoEn: z.string(), enviado: z.boolean() }))),
  'borrador:descartar': request(z.object({ id }), vacio),
  /** Ids of the rows that pass the filter, in the order asked for: the window's index. */
  'borrador:indice': request(z.object({ id, tabla: z.string().max(100), filtro: m.FiltroFilasSchema, buscar: z.string().max(200), causa: causa.optional(), recorte: e.RecorteSchema.optional() }),
    z.object({ version: z.int(), ids: z.instanceof(Int32Array) })),
  'borrador:filas': request(z.object({ id, tabla: z.string().max(100), ids: z.array(z.int()).max(1000) }),
    z.object({ version: z.int(), filas: z.array(m.FilaVistaSchema) })),
  'borrador:problemas': request(z.object({ id, nivel: z.enum(['todos', 'error', 'aviso', 'informacion']), desde: z.int().min(0), cuantos: z.int().min(1).max(500), causa: causa.optional() }),
    z.object({ version: z.int(), total: z.int(), problemas: z.array(m.ProblemaVistaSchema) })),
  /** What was found, by cause, with the columns where it is. */
  'borrador:causas': request(z.object({ id }), z.object({ version: z.int(), causas: z.array(c.GrupoCausaSchema) })),
  /** What can be done at once about the cells of a cause in one column; with `opcion`, also what it would do. */
  'borrador:arreglos': request(c.AlcanceSchema.extend({ id, causa, opcion: z.string().max(50).optional(), valor: z.string().max(5000).optional() }), z.object({ version: z.int(), propuesta: c.PropuestaSchema })),
  /** What has to be asked about its columns: cells in doubt that some reading can understand. */
  'borrador:preguntas': request(z.object({ id }), z.object({ version: z.int(), preguntas: z.array(q.PreguntaSchema) })),
  /** Says how those columns are read, one change each; with `recordar`, also for other files with the same headings. */
  'borrador:responder': request(z.object({ id, respuestas: z.array(q.RespuestaSchema).max(200), recordar: z.boolean() }), m.BorradorResumenSchema),
  /** Does it, as one command that is undone as one. */
  'borrador:arreglar': request(c.EleccionSchema.extend({ id, causa }), m.BorradorResumenSchema),
  /** What the person did to the draft, in the order of time. */
  'borrador:cambios': request(z.object({ id }), z.object({ version: z.int(), cambios: c.CambiosSchema })),
  /** Undoes or redoes until that many changes stand. */
  'borrador:irACambio': request(z.object({ id, aplicados: z.int().min(0) }), m.BorradorResumenSchema),
  'borrador:editar': request(z.object({ id, tabla: z.string().max(100), cambios: z.array(z.object({ filaId: z.int(), columna: z.string().max(100), texto: z.string().max(5000) })).min(1).max(10_000) }), m.BorradorResumenSchema),
  'borrador:excluir': request(z.object({ id, tabla: z.string().max(100), filas: z.array(z.int()).min(1).max(100_000), excluir: z.boolean() }), m.BorradorResumenSchema),
  /** Texts over a range of rows and columns (paste, empty, one value in all of them), as one command. */
  'borrador:escribirRango': request(e.EscribirRangoSchema.safeExtend({ id }), m.BorradorResumenSchema),
  'borrador:rellenarAbajo': request(e.RellenarAbajoSchema.safeExtend({ id }), m.BorradorResumenSchema),
  /** What the cells say, as a spreadsheet takes it from the clipboard. */
  'borrador:copiar': request(e.CopiarSchema.safeExtend({ id }), z.object({ version: z.int(), texto: z.string() })),
  /** Blank rows at the end of a table, which the file lacks; and away with those that were added. */
  'borrador:agregarFilas': request(z.object({ id, tabla: z.string().max(100), cuantas: z.int().min(1).max(MAX_FILAS_NUEVAS) }), m.BorradorResumenSchema),
  'borrador:quitarFilas': request(z.object({ id, tabla: z.string().max(100), filas: z.instanceof(Int32Array).refine(f => f.length > 0) }), m.BorradorResumenSchema),
  /** The match after (or before) a cell, going round at the end. `hallada` null: there is none. */
  'borrador:encontrar': request(e.PedidoBusquedaSchema.extend({ id, desde: e.DesdeSchema, haciaAtras: z.boolean() }), z.object({ version: z.int(), total: z.int(), hallada: e.HalladaSchema.nullable() })),
  /** What replacing would do, and doing it as one command. */
  'borrador:reemplazos': request(e.PedidoBusquedaSchema.extend({ id, por: z.string().max(5000) }), z.object({ version: z.int(), reemplazos: e.ReemplazosSchema })),
  'borrador:reemplazar': request(e.ReemplazarSchema.extend({ id }), m.BorradorResumenSchema),
  /** Leaves out the módulos whose progress is what SENCE already has, and the alumnos left with none [I22 rule 1]. */
  'borrador:excluirSinCambios': request(z.object({ id, curso: z.object({ codigoOferta: z.string(), codigoGrupo: z.string() }).optional() }), m.BorradorResumenSchema),
  /** The draft of a send with only its refused alumnos in it, SENCE's words on the cells they may be about. */
  'borrador:corregir': request(z.object({ envioId: id }), m.BorradorResumenSchema),
  'borrador:deshacer': request(z.object({ id }), m.BorradorResumenSchema),
  'borrador:rehacer': request(z.object({ id }), m.BorradorResumenSchema),

  'envio:previo': request(z.object({ borradorId: id }), m.PrevioEnvioSchema),
  'noche:estado': request(nada, no.NocheEstadoSchema),
  /** Keeps the send for SENCE's next window; main chooses the instant, and answers it. */
  'noche:programar': request(z.object({ borradorId: id }), z.object({ envioId: z.string(), para: z.string() })),
  'noche:reprogramar': request(z.object({ envioId: id }), z.object({ para: z.string() })),
  'noche:desprogramar': request(z.object({ envioId: id }), no.NocheEstadoSchema),
  /** One that waits, or missed its window, goes out now. */
  'noche:enviarAhora': request(z.object({ envioId: id }), z.object({ envioId: z.string() })),
  /** Whether the program starts hidden with the person's session. */
  'noche:inicio': request(nada, no.InicioSesionSchema),
  'noche:ponerInicio': request(z.object({ activo: z.boolean() }), no.InicioSesionSchema),
  /** A page of the alumnos of a course, each with its módulos against what SENCE last accepted. */
  'envio:arbol': request(v.PedidoArbolSchema.extend({ borradorId: id }), v.ArbolSchema),
  /** Exact JSON of one part of a course (the first, unless told) as it would be sent, token hidden. Parts count from 1. */
  'envio:json': request(parteDeCurso, z.object({ json: z.string(), partes: z.int() })),
  /** The same into a file, where the person says. */
  'envio:guardarJson': request(parteDeCurso, archivoGuardado),
  /** Writes the send to the journal and starts; progress by events; answers with its id at once. */
  'envio:enviar': request(z.object({ borradorId: id }), z.object({ envioId: z.string() })),
  'envio:cancelar': request(z.object({ envioId: id }), vacio),

  /** Asks SENCE's history for the calls whose answer never came. Never sends anything again. */
  'envio:conciliar': request(z.object({ envioId: id }), m.EnvioDetalleSchema),

  /** Asks where, and writes there a .zip with the bytes that went and came, their times and their SHA-256. */
  'envio:exportarEvidencia': request(z.object({ envioId: id }), archivoGuardado),
  /** Asks where, and writes there the receipt of the send as a PDF. */
  'envio:guardarComprobante': request(z.object({ envioId: id }), archivoGuardado),
  /** Opens the system's printing dialog with the receipt. */
  'envio:imprimirComprobante': request(z.object({ envioId: id }), z.object({ impreso: z.boolean() })),
  /** Asks where, and writes there a list as a workbook. */
  'lista:exportar': request(ListaExportableSchema, archivoGuardado.extend({ filas: z.int() })),

  'envios:lista': request(nada, z.array(m.EnvioFilaSchema)),
  'envios:detalle': request(z.object({ envioId: id }), m.EnvioDetalleSchema),
  /** The exact texts of one of its calls. */
  'envios:cuerpo': request(z.object({ llamadaId: id }), CuerpoLlamadaSchema),
  /** Names of its alumnos, where the draft that it was sent from is still here and names them. */
  'envios:nombres': request(z.object({ envioId: id }), v.NombresSchema),
  'envios:estado': request(z.object({ envioId: id }), z.object({ llamadas: z.array(m.EstadoLlamadaSchema) })),
  /** A page of the past sends of this computer joined with SENCE's history, newest first. */
  'archivo:fichas': request(z.object({ consulta: ar.ConsultaArchivoSchema, desde: z.int().min(0), cuantas: z.int().min(1).max(200) }), ar.PaginaFichasSchema),
  /** What there is of the alumnos whose RUT is in the text, send by send. */
  'archivo:registros': request(z.object({ consulta: ar.ConsultaArchivoSchema, desde: z.int().min(0), cuantos: z.int().min(1).max(200) }), ar.PaginaRegistrosSchema),
  /** All that is known of an alumno, send by send. `rut`: without the check digit. */
  'archivo:alumno': request(z.object({ rut: z.int().min(1).max(99_999_999) }), pe.AlumnoSchema),
  /** Who is in a course, by what was sent from here. */
  'archivo:curso': request(z.object({ oferta: z.string().max(200), grupo: z.string().max(200) }), pe.CursoArchivoSchema),
  /** What there is to do today, from what was sent from here. */
  'hoy:resumen': request(nada, HoyResumenSchema),

  /** When SENCE's history was last asked for, and the reading under way, if any. */
  'historial:estado': request(nada, z.object({ ultima: h.ConsultaHechaSchema.nullable(), avance: h.AvanceConsultaSchema.nullable() })),
  /** Asks SENCE and keeps what it answers; progress comes as events. null: it was stopped, and nothing changed. */
  'historial:actualizar': request(m.FiltroHistorialSchema, h.ConsultaHechaSchema.nullable()),
  'historial:cancelar': request(nada, vacio),
  /** From what is kept, without asking SENCE: the newest first. */
  'historial:procesos': request(z.object({ filtro: m.FiltroHistorialSchema, desde: z.int().min(0), cuantos: z.int().min(1).max(200) }), h.PaginaProcesosSchema),
  'historial:proceso': request(z.object({ pk: z.int().min(0) }), h.ProcesoSenceSchema.nullable()),
  'historial:registros': request(z.object({ pk: z.int().min(0), filtro: h.FiltroRegistrosSchema, desde: z.int().min(0), cuantos: z.int().min(1).max(500) }), h.PaginaRegistrosSenceSchema),
  'historial:crudo': request(z.object({ pk: z.int().min(0), orden: z.int().min(0) }), z.object({ crudo: z.string().nullable() })),
  /** What was sent in a call against what SENCE recorded, field by field; only what differs, unless `todas`. */
  'historial:comparar': request(z.object({ envioId: id, llamadaId: id, todas: z.boolean(), desde: z.int().min(0), cuantas: z.int().min(1).max(500) }), h.ComparacionSchema),
} as const satisfies Record<string, RequestSpec>

export const events = {
  'historial:avance': h.AvanceConsultaSchema,
  'planilla:progreso': m.ProgresoImportacionSchema,
  'envio:progreso': m.ProgresoEnvioSchema,
  'noche:estado': no.NocheEstadoSchema,
  'noche:termino': no.NocheTerminoSchema,
  /** The person pressed the notification of a send: the window shows it. */
  'noche:abrirEnvio': z.object({ envioId: z.string() }),
  /** A proxy asks who one is, or what is kept of the network changed. */
  'red:estado': r.RedEstadoSchema,
  'actualizacion:estado': ActualizacionSchema,
  'envio:conciliado': m.EnvioConciliadoSchema,
  /** What the list of past sends says may be another. */
  'archivo:cambio': z.object({}),
  /** Something appeared in the watched folder, or it cannot be reached. */
  'vigia:novedad': vigia.VigiaSchema,
  /** A draft has something new to say, and not because of something done in the window. */
  'borrador:cambiado': m.BorradorResumenSchema,
  /** A native menu item or "Abrir con": the window does as if its own control had been used. */
  'menu:accion': z.object({ accion: z.enum(['abrir', 'plantilla', 'deshacer', 'rehacer', 'buscar', 'ajustes', 'ayuda', 'enviar', 'siguiente-problema', 'problema-anterior', 'acerca-de', 'imprimir']) }),
  /** Main opened a workbook by itself ("Abrir con", a second instance). */
  'planilla:abierta': m.BorradorResumenSchema,
  /** …before that: main has begun to read it. */
  'planilla:abriendo': z.object({}),
  /** …and this is why it could not. */
  'planilla:noAbierta': FallaSchema,
} as const satisfies Record<string, z.ZodType>

export type Requests = typeof requests
export type RequestName = keyof Requests
export type Input<N extends RequestName> = z.input<Requests[N]['input']>
export type Output<N extends RequestName> = z.output<Requests[N]['output']>
/** The value inside the Result. */
export type Valor<N extends RequestName> = Extract<Output<N>, { ok: true }>['valor']
export type Events = typeof events
export type EventName = keyof Events
export type Payload<N extends EventName> = z.output<Events[N]>

/** What the preload puts on `window.puente`. */
export interface Puente {
  pedir<N extends RequestName>(nombre: N, entrada: Input<N>): Promise<Output<N>>
  escuchar<N extends EventName>(nombre: N, oyente: (dato: Payload<N>) => void): () => void
  /** A file that the person dropped on the window. */
  abrirSoltado(archivo: unknown): Promise<Output<'planilla:abrirSoltado'>>
}
