/**
 * The whole bridge. It names no channel that the page could choose: one channel asks, one tells, and main validates the
 * name, the input and the sender (electron/ipc). Types only are imported, so nothing but this runs here.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { EventName, Payload, Puente } from '../shared/ipc/contract.ts'

const oyentes = new Map<string, Set<(dato: never) => void>>()
ipcRenderer.on('puente:evento', (_evento, nombre: string, dato: unknown) => {
  for (const oyente of oyentes.get(nombre) ?? []) oyente(dato as never)
})

const puente: Puente = {
  // A path that the page made up goes no further: only `abrirSoltado` may name one.
  pedir: (nombre, entrada) => ipcRenderer.invoke('puente:pedir', nombre, nombre === 'planilla:abrirSoltado' ? null : entrada),
  escuchar<N extends EventName>(nombre: N, oyente: (dato: Payload<N>) => void) {
    const deEste = oyentes.get(nombre) ?? new Set()
    oyentes.set(nombre, deEste.add(oyente))
    return () => { deEste.delete(oyente) }
  },
  // The path is asked of the File itself: a page that only knows a path cannot make main read it by this way.
  abrirSoltado: (archivo) => ipcRenderer.invoke('puente:pedir', 'planilla:abrirSoltado', { ruta: webUtils.getPathForFile(archivo as File) }),
}
contextBridge.exposeInMainWorld('puente', puente)
