/** Entry of the process that reads workbooks (a utility process of Electron). */
import { atender } from './servidor.ts'

/** The part of Electron's ParentPort that is used; the module `electron` does not exist in this process's tests. */
interface PuertoPadre {
  on(evento: 'message', oyente: (evento: { data: unknown }) => void): unknown
  postMessage(mensaje: unknown): void
}

const puerto = (process as NodeJS.Process & { parentPort?: PuertoPadre }).parentPort
if (!puerto) throw new Error('this file runs as a utility process')
atender({
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process's port, not a window's
  enviar: (mensaje) => { puerto.postMessage(mensaje) },
  alMensaje: (oyente) => { puerto.on('message', (evento) => { oyente(evento.data) }) },
})
