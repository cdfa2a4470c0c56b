/** Workbooks and drafts of one space, as the services need them. */
import type { UltimoAvance } from '../../shared/domain/avance.ts'
import type { Curso } from '../../shared/domain/curso.ts'
import type { Causa } from '../../shared/domain/causas.ts'
import type { FechaIso } from '../../shared/domain/fecha.ts'
import type { Input, Valor } from '../../shared/ipc/contract.ts'
import type { Recorte } from '../../shared/ipc/modelos-edicion.ts'
import type { BorradorResumen, FiltroFilas, PrevioEnvio, ProgresoImportacion } from '../../shared/ipc/modelos.ts'
import type { CorreccionVista, Exportacion } from '../../shared/ipc/modelos-correccion.ts'
import type { PedidoArbol } from '../../shared/ipc/modelos-previo.ts'
import type { Result } from '../../shared/ipc/result.ts'
import type { PlantillaLlena } from '../../shared/planilla/plantilla-llena.ts'
import type { AlumnoRechazado } from '../../shared/planilla/rechazo.ts'
import type { Lista } from './listas/lista.ts'
import type { AsistentePlanillas } from './puertos-asistente.ts'

export type BorradorEnLista = Valor<'borrador:lista'>[number]
/** One course of a draft as it stands, without what only the send knows. */
export type CursoDeBorrador = Omit<PrevioEnvio['cursos'][number], 'nuevos' | 'mas' | 'iguales' | 'menos' | 'bytes' | 'partes' | 'sinConfirmar'>
/** Módulos of a course against the last progress that SENCE accepted. */
export type PrevioDeCurso = Pick<PrevioEnvio['cursos'][number], 'codigoOferta' | 'codigoGrupo' | 'nuevos' | 'mas' | 'iguales' | 'menos'>
export type NombreMuestra = Input<'planilla:abrirMuestra'>['muestra']
export interface OpcionesImportar {
  /** Shown instead of the path's own name. */
  nombreArchivo?: string
  hoy: FechaIso
  previos: readonly UltimoAvance[]
  alAvanzar(p: ProgresoImportacion): void
}
/**
 * Workbooks and drafts of one space; they live in a process of their own and on disk. A change that was answered `ok`
 * is on disk. When that process ends (out of memory, killed) the call in flight answers a failure in words, and the
 * next call starts another that goes on from the disk.
 */
export interface Planillas extends AsistentePlanillas {
  /** Starts the process and loads what reading needs, so that the first file does not wait for it. */
  calentar(): void
  /** One at a time. The new draft is on disk when it answers. */
  importar(ruta: string, o: OpcionesImportar): Promise<Result<BorradorResumen>>
  /** The import in flight answers `importacion-cancelada`; without one nothing happens. */
  cancelar(): void
  resumen(id: string): Promise<Result<BorradorResumen>>
  /** Newest change first. */
  lista(): Promise<Result<BorradorEnLista[]>>
  descartar(id: string): Promise<Result<Record<string, never>>>
  indice(id: string, tabla: string, filtro: FiltroFilas, buscar: string, causa?: Causa, recorte?: Recorte): Promise<Result<Valor<'borrador:indice'>>>
  filas(id: string, tabla: string, ids: readonly number[]): Promise<Result<Valor<'borrador:filas'>>>
  problemas(id: string, nivel: Input<'borrador:problemas'>['nivel'], desde: number, cuantos: number, causa?: Causa): Promise<Result<Valor<'borrador:problemas'>>>
  causas(id: string): Promise<Result<Valor<'borrador:causas'>>>
  arreglos(pedido: Input<'borrador:arreglos'>): Promise<Result<Valor<'borrador:arreglos'>>>
  arreglar(pedido: Input<'borrador:arreglar'>): Promise<Result<BorradorResumen>>
  cambios(id: string): Promise<Result<Valor<'borrador:cambios'>>>
  irACambio(id: string, aplicados: number): Promise<Result<BorradorResumen>>
  editar(id: string, tabla: string, cambios: Input<'borrador:editar'>['cambios']): Promise<Result<BorradorResumen>>
  excluir(id: string, tabla: string, filas: readonly number[], excluir: boolean): Promise<Result<BorradorResumen>>
  escribirRango(pedido: Input<'borrador:escribirRango'>): Promise<Result<BorradorResumen>>
  rellenarAbajo(pedido: Input<'borrador:rellenarAbajo'>): Promise<Result<BorradorResumen>>
  copiar(pedido: Input<'borrador:copiar'>): Promise<Result<Valor<'borrador:copiar'>>>
  agregarFilas(pedido: Input<'borrador:agregarFilas'>): Promise<Result<BorradorResumen>>
  quitarFilas(pedido: Input<'borrador:quitarFilas'>): Promise<Result<BorradorResumen>>
  encontrar(pedido: Input<'borrador:encontrar'>): Promise<Result<Valor<'borrador:encontrar'>>>
  reemplazos(pedido: Input<'borrador:reemplazos'>): Promise<Result<Valor<'borrador:reemplazos'>>>
  reemplazar(pedido: Input<'borrador:reemplazar'>): Promise<Result<BorradorResumen>>
  /** Of one course only, with `curso`. */
  excluirSinCambios(id: string, curso?: Input<'borrador:excluirSinCambios'>['curso']): Promise<Result<BorradorResumen>>
  arbol(id: string, pedido: PedidoArbol): Promise<Result<Valor<'envio:arbol'>>>
  /** Of the alumnos that the workbook names. */
  nombres(id: string): Promise<Result<Valor<'envios:nombres'>>>
  deshacer(id: string): Promise<Result<BorradorResumen>>
  rehacer(id: string): Promise<Result<BorradorResumen>>
  ponerPrevios(id: string, previos: readonly UltimoAvance[]): Promise<Result<BorradorResumen>>
  marcarEnviado(id: string): Promise<Result<Record<string, never>>>
  /** The draft to resume: the last that was changed and not yet sent. null also when the drafts cannot be read. */
  ultimoAbierto(): Promise<string | null>
  cursos(id: string): Promise<Result<CursoDeBorrador[]>>
  previo(id: string): Promise<Result<PrevioDeCurso[]>>
  /** What would be sent, `cuantos` alumnos from place `desde`, of the draft in that version. Built by the process that reads strangers' files: parse it with CursoSchema before sending it. */
  curso(id: string, codigoOferta: string, codigoGrupo: string, desde: number, cuantos: number): Promise<Result<{ readonly version: number; readonly total: number; readonly curso: Curso }>>
  /** Leaves only the refused in the draft, with SENCE's words on their cells, and takes it as not sent. */
  corregir(id: string, rechazados: readonly AlumnoRechazado[]): Promise<Result<BorradorResumen>>
  /** The draft's own workbook with its problems marked, written there. */
  exportarObservaciones(id: string, ruta: string): Promise<Result<Exportacion>>
  /** What the draft's file changes of the draft that it was exported from; null: it was not. */
  mirarCorreccion(id: string): Promise<Result<CorreccionVista | null>>
  /** Brings it there as one command, and discards the draft that carried it. Answers the draft that was corrected. */
  traerCorreccion(id: string, dejarFuera: boolean): Promise<Result<BorradorResumen>>
  /** It is a workbook of its own. */
  ignorarCorreccion(id: string): Promise<Result<Record<string, never>>>
  /** The template with those rows, the last accepted progress beside the cell to fill. */
  escribirPlantillaLlena(ruta: string, contenido: PlantillaLlena): Promise<Result<Record<string, never>>>
  /** A list as a workbook, all of it or nothing; answers how many rows. */
  escribirLista(ruta: string, lista: Lista): Promise<Result<{ filas: number }>>
  escribirPlantilla(ruta: string): Promise<Result<Record<string, never>>>
  escribirMuestra(muestra: NombreMuestra, hoy: FechaIso, ruta: string): Promise<Result<Record<string, never>>>
  /** Ends the process once it has answered what is in flight. */
  cerrar(): Promise<void>
}
