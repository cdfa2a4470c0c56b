/**
 * What main and the process that reads workbooks say to each other. Each side parses what arrives: main because the
 * process holds strangers' files, the process because a message of another version must fail in words.
 */
import { z } from 'zod'
import type { Curso } from '../../shared/domain/curso.ts'
import { requests } from '../../shared/ipc/contract.ts'
import * as a from '../../shared/ipc/modelos-asistente.ts'
import * as c from '../../shared/ipc/modelos-causas.ts'
import { CorreccionSchema, ExportacionSchema } from '../../shared/ipc/modelos-correccion.ts'
import * as e from '../../shared/ipc/modelos-edicion.ts'
import * as q from '../../shared/ipc/modelos-preguntas.ts'
import { ArbolSchema, NombresSchema, PedidoArbolSchema } from '../../shared/ipc/modelos-previo.ts'
import * as m from '../../shared/ipc/modelos.ts'
import type { PlantillaLlena } from '../../shared/planilla/plantilla-llena.ts'
import { resultSchema, type Result } from '../../shared/ipc/result.ts'

const vacio = z.strictObject({})
const id = z.string().min(1).max(100)
const deBorrador = z.strictObject({ id })
const ruta = z.string().min(1).max(4096)

export const UltimoAvanceSchema = z.strictObject({
  rutAlumno: z.number(), codigoModulo: z.string(), codigoOferta: z.string(), codigoGrupo: z.string(), porcentaje: z.number(), aceptadoEn: z.string().optional(),
})
const previos = z.array(UltimoAvanceSchema)
const PrevioDeCursoSchema = m.PrevioCursoSchema.pick({ codigoOferta: true, codigoGrupo: true, nuevos: true, mas: true, iguales: true, menos: true })
/** Only its outline: main parses it whole with CursoSchema, in its last check before sending. */
const CursoEnvueltoSchema = z.custom<Curso>(v => typeof v === 'object' && v !== null && 'listaAlumnos' in v)

/** Main made it itself; only its outline is looked at. */
const PlantillaLlenaEnvuelta = z.custom<PlantillaLlena>(v => typeof v === 'object' && v !== null && 'filas' in v && 'ultimos' in v)

const ColumnaListaSchema = z.strictObject({ titulo: z.string(), tipo: z.enum(['texto', 'entero', 'porcentaje', 'duracion', 'fecha', 'instante']), ancho: z.number() })
const numeroNatural = z.int().min(0)
const par = <I extends z.ZodType, V extends z.ZodType>(entrada: I, valor: V): { entrada: I; valor: V } => ({ entrada, valor })
const { BorradorResumenSchema: resumen } = m

export const METODOS = {
  /** First of all: where the drafts live. The key travels here, never in arguments or environment. */
  iniciar: par(z.strictObject({ archivo: ruta, clave: z.string().min(1).nullable(), rutOtec: z.string().nullable().optional() }), vacio),
  calentar: par(vacio, vacio),
  importar: par(z.strictObject({ ruta, nombreArchivo: z.string(), previos }), resumen),
  /** Keeps the workbook aside, so that the person says which columns are which. */
  preparar: par(z.strictObject({ ruta, nombreArchivo: z.string() }), a.PreparacionSchema),
  preparacion: par(deBorrador, a.PreparacionSchema),
  columnas: par(a.PedidoColumnasSchema, a.ColumnasPreparadasSchema),
  vistaPreparada: par(a.PedidoVistaSchema, a.VistaPreparadaSchema),
  importarPreparada: par(a.PedidoPreparadaSchema.extend({ nombreArchivo: z.string(), previos }), resumen),
  soltarPreparada: par(vacio, vacio),
  correspondencias: par(vacio, z.array(a.CorrespondenciaGuardadaSchema)),
  renombrarCorrespondencia: par(z.strictObject({ id, nombre: a.NombreCorrespondenciaSchema }), vacio),
  olvidarCorrespondencia: par(deBorrador, vacio),
  preguntas: par(deBorrador, z.object({ version: z.int(), preguntas: z.array(q.PreguntaSchema) })),
  responder: par(requests['borrador:responder'].input, resumen),
  resumen: par(deBorrador, resumen),
  lista: par(vacio, z.array(z.object({ id: z.string(), nombreArchivo: z.string(), modificadoEn: z.string(), enviado: z.boolean() }))),
  descartar: par(deBorrador, vacio),
  indice: par(requests['borrador:indice'].input, z.object({ version: z.int(), ids: z.instanceof(Int32Array) })),
  filas: par(requests['borrador:filas'].input, z.object({ version: z.int(), filas: z.array(m.FilaVistaSchema) })),
  problemas: par(requests['borrador:problemas'].input, z.object({ version: z.int(), total: z.int(), problemas: z.array(m.ProblemaVistaSchema) })),
  causas: par(deBorrador, z.object({ version: z.int(), causas: z.array(c.GrupoCausaSchema) })),
  arreglos: par(requests['borrador:arreglos'].input, z.object({ version: z.int(), propuesta: c.PropuestaSchema })),
  arreglar: par(requests['borrador:arreglar'].input, resumen),
  cambios: par(deBorrador, z.object({ version: z.int(), cambios: c.CambiosSchema })),
  irACambio: par(requests['borrador:irACambio'].input, resumen),
  editar: par(requests['borrador:editar'].input, resumen),
  excluir: par(requests['borrador:excluir'].input, resumen),
  escribirRango: par(requests['borrador:escribirRango'].input, resumen),
  rellenarAbajo: par(requests['borrador:rellenarAbajo'].input, resumen),
  copiar: par(requests['borrador:copiar'].input, z.object({ version: z.int(), texto: z.string() })),
  agregarFilas: par(requests['borrador:agregarFilas'].input, resumen),
  quitarFilas: par(requests['borrador:quitarFilas'].input, resumen),
  encontrar: par(requests['borrador:encontrar'].input, z.object({ version: z.int(), total: z.int(), hallada: e.HalladaSchema.nullable() })),
  reemplazos: par(requests['borrador:reemplazos'].input, z.object({ version: z.int(), reemplazos: e.ReemplazosSchema })),
  reemplazar: par(requests['borrador:reemplazar'].input, resumen),
  excluirSinCambios: par(requests['borrador:excluirSinCambios'].input, resumen),
  deshacer: par(deBorrador, resumen),
  rehacer: par(deBorrador, resumen),
  ponerPrevios: par(z.strictObject({ id, previos }), resumen),
  marcarEnviado: par(deBorrador, vacio),
  ultimoAbierto: par(vacio, z.string().nullable()),
  cursos: par(deBorrador, z.array(m.ResumenCursoSchema)),
  arbol: par(PedidoArbolSchema.extend({ id }), ArbolSchema),
  nombres: par(deBorrador, NombresSchema),
  previo: par(deBorrador, z.array(PrevioDeCursoSchema)),
  curso: par(
    z.strictObject({ id, codigoOferta: z.string(), codigoGrupo: z.string(), desde: numeroNatural, cuantos: numeroNatural }),
    z.object({ version: z.int(), total: numeroNatural, curso: CursoEnvueltoSchema }),
  ),
  corregir: par(z.strictObject({
    id, rechazados: z.array(z.strictObject({ rutAlumno: z.number(), codigoOferta: z.string(), codigoGrupo: z.string(), codigo: z.string().nullable(), mensaje: z.string().nullable() })),
  }), resumen),
  exportarObservaciones: par(z.strictObject({ id, ruta }), ExportacionSchema),
  mirarCorreccion: par(deBorrador, CorreccionSchema.nullable()),
  traerCorreccion: par(z.strictObject({ id, dejarFuera: z.boolean() }), resumen),
  ignorarCorreccion: par(deBorrador, vacio),
  escribirPlantillaLlena: par(z.strictObject({ ruta, contenido: PlantillaLlenaEnvuelta }), vacio),
  /** A list in batches: opened in a file that is not there yet, filled, closed. One at a time. */
  listaAbrir: par(z.strictObject({ id, ruta, hoja: z.string().min(1).max(31), columnas: z.array(ColumnaListaSchema), acerca: z.array(z.tuple([z.string(), z.string()])) }), vacio),
  listaFilas: par(z.strictObject({ id, filas: z.array(z.array(z.union([z.string(), z.number(), z.null()]))) }), vacio),
  listaCerrar: par(deBorrador, z.object({ filas: numeroNatural })),
  listaSoltar: par(vacio, vacio),
  escribirPlantilla: par(z.strictObject({ ruta }), vacio),
  escribirMuestra: par(z.strictObject({ muestra: m.MuestraSchema, ruta }), vacio),
  /** Answered when nothing is left to write; the process may then be ended. */
  cerrar: par(vacio, vacio),
} as const

export type Metodo = keyof typeof METODOS
export type Entrada<M extends Metodo> = z.output<(typeof METODOS)[M]['entrada']>
export type ValorDe<M extends Metodo> = z.output<(typeof METODOS)[M]['valor']>

const MetodoSchema = z.enum(Object.keys(METODOS) as [Metodo, ...Metodo[]])
const numero = z.int().min(0)

/** `hoy` goes with every request: a draft that stays open over midnight defaults to the day on which it is sent. */
export const AlProcesoSchema = z.discriminatedUnion('tipo', [
  z.strictObject({ tipo: z.literal('peticion'), numero, metodo: MetodoSchema, hoy: m.FechaIsoSchema, entrada: z.unknown() }),
  z.strictObject({ tipo: z.literal('cancelar'), numero }),
])
export type AlProceso = z.infer<typeof AlProcesoSchema>

export const DelProcesoSchema = z.discriminatedUnion('tipo', [
  z.object({ tipo: z.literal('respuesta'), numero, resultado: z.unknown() }),
  z.object({ tipo: z.literal('progreso'), numero, progreso: m.ProgresoImportacionSchema }),
  /** A line for main's log. */
  z.object({ tipo: z.literal('nota'), linea: z.string().max(1000) }),
  /** An unexpected error, for main's log. */
  z.object({ tipo: z.literal('incidente'), incidente: z.string().max(100), detalle: z.string() }),
])
export type DelProceso = z.infer<typeof DelProcesoSchema>

/** Parses an answer of that method; throws ZodError when the process answered something else. */
export function leerResultado<M extends Metodo>(metodo: M, resultado: unknown): Result<ValorDe<M>> {
  const valor: z.ZodType<ValorDe<Metodo>> = METODOS[metodo].valor
  return resultSchema(valor).parse(resultado) as Result<ValorDe<M>>
}
