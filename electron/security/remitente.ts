import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { esNuestra } from './origen.ts'

/** A request counts only from the top frame of our own window, showing our own page: not an iframe, not another window. */
export function esDeConfianza(
  evento: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>, ventana: BrowserWindow | null, desarrollo: string | null,
): boolean {
  const marco = evento.senderFrame
  if (ventana === null || ventana.isDestroyed() || marco === null) return false
  return evento.sender === ventana.webContents && marco === ventana.webContents.mainFrame && esNuestra(marco.url, desarrollo)
}
