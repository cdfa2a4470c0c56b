/** The task bar shows what the window shows, for who is looking at something else. */
import type { BrowserWindow } from 'electron'
import type { ProgresoEnvio, ProgresoImportacion } from '../shared/ipc/modelos.ts'

const SIN_BARRA = -1
/** Above 1 the system draws a bar that moves without saying how much. */
const INDETERMINADA = 2

export function mostrarAvance(ventana: BrowserWindow | null, nombre: string, dato: unknown): void {
  if (ventana === null || ventana.isDestroyed()) return
  if (nombre === 'planilla:progreso') {
    const { etapa, porcentaje } = dato as ProgresoImportacion
    ventana.setProgressBar(etapa === 'listo' ? SIN_BARRA : porcentaje === null ? INDETERMINADA : porcentaje / 100)
  } else if (nombre === 'envio:progreso') {
    const { terminado, alumnos, alumnosListos } = dato as ProgresoEnvio
    ventana.setProgressBar(terminado ? SIN_BARRA : alumnosListos === 0 ? INDETERMINADA : alumnosListos / Math.max(1, alumnos))
  }
}

export const quitarAvance = (ventana: BrowserWindow | null): void => { if (ventana !== null && !ventana.isDestroyed()) ventana.setProgressBar(SIN_BARRA) }
