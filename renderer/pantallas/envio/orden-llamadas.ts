import type { EstadoEnvio, LlamadaVista } from '../../../shared/ipc/modelos.ts'

/** What asks something of the person, what did not go, what is well. */
const LUGAR: Record<EstadoEnvio, number> = {
  rechazado: 0, 'aceptado-con-rechazos': 0, desconocido: 0, conciliando: 0, fallido: 0, vencido: 0,
  borrador: 1, listo: 1, programado: 1, enviando: 1, reintentando: 1, cancelado: 1,
  aceptado: 2,
}

/** The calls with something to do first, so that a refusal is not lost under accepted courses; within each, as they were sent. */
export const porAtender = (llamadas: readonly LlamadaVista[]): LlamadaVista[] => llamadas.toSorted((a, b) => LUGAR[a.estado] - LUGAR[b.estado])
