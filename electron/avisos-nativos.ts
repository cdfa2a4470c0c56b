/** The questions that cannot be asked in the page, because the page is what failed. */
import { dialog, type BrowserWindow } from 'electron'
import { TEXTOS_CAIDA as T } from './textos.ts'

/** true: once more. */
export async function preguntarSiInsistir(ventana: BrowserWindow, incidente: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(ventana, { type: 'error', message: T.seCae.titulo, detail: T.seCae.detalle(incidente), buttons: [T.seCae.insistir, T.seCae.cerrar], defaultId: 0, cancelId: 1, noLink: true })
  return response === 0
}

/** true: load it again. */
export async function preguntarSiRecargar(ventana: BrowserWindow, senal: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox(ventana, { type: 'warning', message: T.noResponde.titulo, detail: T.noResponde.detalle, buttons: [T.noResponde.esperar, T.noResponde.recargar], defaultId: 0, cancelId: 0, noLink: true, signal: senal })
  return response === 1
}

export function decirQueNoAbrio(incidente: string): void {
  dialog.showErrorBox(T.noAbrio.titulo, T.noAbrio.detalle(incidente))
}
