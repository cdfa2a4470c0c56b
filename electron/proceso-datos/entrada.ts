/** Entry of the process that copies, opens and restores backups (a utility process of Electron): seconds of work that the window must not wait for. */
import { hacerTarea, type Tarea } from './tareas.ts'

interface PuertoPadre {
  once(evento: 'message', oyente: (evento: { data: unknown }) => void): unknown
  postMessage(mensaje: unknown): void
}

const puerto = (process as NodeJS.Process & { parentPort?: PuertoPadre }).parentPort
if (!puerto) throw new Error('this file runs as a utility process')
// Main is of the same build, and nobody else has this port.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process's port, not a window's
puerto.once('message', ({ data }) => { puerto.postMessage(hacerTarea(data as Tarea)) })
