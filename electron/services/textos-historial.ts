/** What the reading of SENCE's history can refuse, in words. */
import type { Falla } from '../../shared/ipc/result.ts'

export type FallaHistorial = 'historial-cortado' | 'historial-excesivo' | 'archivo-no-escribe'

export const FALLAS_HISTORIAL: Readonly<Record<FallaHistorial, Omit<Falla, 'codigo' | 'incidente'>>> = {
  'historial-cortado': {
    titulo: 'El historial de SENCE llegó cortado',
    explicacion: 'La respuesta terminó antes de tiempo. Se guardó lo que llegó completo, y lo que ya se conocía sigue aquí.',
    queHacer: 'Actualice otra vez en unos minutos. Si se repite, pida menos: desde una fecha más cercana.',
  },
  'historial-excesivo': {
    titulo: 'La respuesta de SENCE es demasiado grande',
    explicacion: 'Trae más de lo que puede ser el historial de una OTEC. Se guardó lo que llegó completo hasta ahí.',
    queHacer: 'Pida menos: desde una fecha más cercana, o un solo envío por su código.',
  },
  'archivo-no-escribe': {
    titulo: 'No se pudo guardar lo que respondió SENCE',
    explicacion: 'El computador no dejó escribir el archivo donde se guarda el historial. Sus envíos no se ven afectados.',
    queHacer: 'Revise que haya espacio en el disco y actualice otra vez.',
  },
}
