import type { EnvioDetalle } from '../../shared/ipc/modelos.ts'
import type { Novedad } from '../../shared/ipc/modelos-vigia.ts'

const alumnos = (n: number): string => `${n.toLocaleString('es-CL')} ${n === 1 ? 'alumno' : 'alumnos'}`

/** How the send of a watched file ended. */
export function detalleDeEnvio(d: Pick<EnvioDetalle, 'aceptados' | 'rechazados' | 'desconocidos'>): string {
  const partes = [`SENCE aceptó a ${alumnos(d.aceptados)}`, ...(d.rechazados > 0 ? [`rechazó a ${alumnos(d.rechazados)}`] : []), ...(d.desconocidos > 0 ? [`y hay ${alumnos(d.desconocidos)} sin confirmar`] : [])]
  return `${partes.join(', ')}.`
}

/** Titles of the system's notifications. */
export const AVISO_DE_NOVEDAD: Readonly<Record<Novedad['resultado'], string>> = {
  abierta: 'Planilla nueva, lista para revisar', 'con-errores': 'Planilla nueva con errores', 'en-espera': 'Planilla nueva sin errores: se enviará a la hora de SENCE', enviando: 'Enviando la planilla de la carpeta',
  enviada: 'SENCE aceptó la planilla de la carpeta', 'no-abierta': 'No se pudo abrir la planilla de la carpeta', 'no-enviada': 'El envío de la carpeta necesita su atención',
}
