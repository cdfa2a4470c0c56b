import { horaEnSantiago } from './fecha.ts'

/** Hours, America/Santiago, in which SENCE asks for the data: from 22:00 until midnight [I23]. */
export const VENTANA_ENVIO = { desdeHora: 22, hastaHora: 24 } as const

/** Whether the instant lies in the window. Outside it a send is warned about, never forbidden. */
export function dentroDeVentana(ahora: Date): boolean {
  const { hora } = horaEnSantiago(ahora)
  return hora >= VENTANA_ENVIO.desdeHora && hora < VENTANA_ENVIO.hastaHora
}
