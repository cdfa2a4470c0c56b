/** Words of each state by which a send can be found: those that the window shows are among them. */
import type { EstadoEnvio } from '../../shared/ipc/modelos.ts'

export const PALABRAS_DE_ESTADO: Readonly<Record<EstadoEnvio, string>> = {
  borrador: 'En preparación', listo: 'En espera', programado: 'Programado', vencido: 'No salió a su hora', enviando: 'Enviando', reintentando: 'Se reintentará',
  aceptado: 'Aceptado', 'aceptado-con-rechazos': 'Aceptado con rechazos', rechazado: 'Rechazado', desconocido: 'Sin confirmar', conciliando: 'Preguntando a SENCE',
  fallido: 'No se envió', cancelado: 'Cancelado',
}
