/** The part of the port `Planillas` about workbooks whose columns the person says, and what is asked about a column. */
import type { Input, Valor } from '../../shared/ipc/contract.ts'
import type { BorradorResumen } from '../../shared/ipc/modelos.ts'
import type { ColumnasPreparadas, CorrespondenciaGuardada, Preparacion, VistaPreparada } from '../../shared/ipc/modelos-asistente.ts'
import type { Result } from '../../shared/ipc/result.ts'
import type { OpcionesImportar } from './puertos-planillas.ts'

type Vacio = Promise<Result<Record<string, never>>>

/** One workbook is kept aside at a time; reading or preparing another lets go of it. */
export interface AsistentePlanillas {
  /** Keeps the workbook aside, whether its headings are known or not. */
  preparar(ruta: string, o: Pick<OpcionesImportar, 'alAvanzar' | 'nombreArchivo'>): Promise<Result<Preparacion>>
  /** The one that a refused import kept (Falla.preparacion). */
  preparacion(id: string): Promise<Result<Preparacion>>
  columnas(pedido: Input<'planilla:columnas'>): Promise<Result<ColumnasPreparadas>>
  vistaPreparada(pedido: Input<'planilla:vistaPreparada'>): Promise<Result<VistaPreparada>>
  /** As `importar`, with the answer in place of recognition. */
  importarPreparada(pedido: Input<'planilla:importarPreparada'>, o: OpcionesImportar): Promise<Result<BorradorResumen>>
  soltarPreparada(): Vacio
  /** Path of the file of a draft that was imported since the program started; null: it is not known. */
  rutaDe(borradorId: string): string | null
  correspondencias(): Promise<Result<CorrespondenciaGuardada[]>>
  renombrarCorrespondencia(id: string, nombre: string): Vacio
  olvidarCorrespondencia(id: string): Vacio
  preguntas(id: string): Promise<Result<Valor<'borrador:preguntas'>>>
  responder(pedido: Input<'borrador:responder'>): Promise<Result<BorradorResumen>>
}
