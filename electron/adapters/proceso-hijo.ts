/** A process that answers messages, whoever starts it: Electron's utility process, or in tests a plain Node one. */
import { LIMITES } from '../proceso-planilla/limites.ts'

export interface FinDeProceso {
  /** It ran out of the memory it was allowed. */
  memoria: boolean
}
export interface ProcesoHijo {
  /** Messages sent before it is up wait for it. */
  enviar(mensaje: unknown): void
  alMensaje(oyente: (mensaje: unknown) => void): void
  /** Once, however it ended. */
  alTerminar(oyente: (fin: FinDeProceso) => void): void
  /** At once, also while it is busy. */
  matar(): void
}
export type IniciarProceso = () => ProcesoHijo

/** The parts of `electron.utilityProcess` that are used; handed over so that this file needs no electron. */
interface ProcesoUtilitario {
  readonly pid: number | undefined
  postMessage(mensaje: unknown): void
  kill(): boolean
  on(evento: 'message', oyente: (mensaje: unknown) => void): unknown
  on(evento: 'exit', oyente: (codigo: number) => void): unknown
}
type ForkUtilitario = (ruta: string, argumentos: string[], opciones: { serviceName: string; execArgv: string[]; stdio: 'ignore' }) => ProcesoUtilitario

/**
 * What V8 leaves when the heap is full: SIGABRT (6, or 134 as a shell tells it), SIGTRAP (5, 133) or SIGILL (4, 132)
 * where Chromium crashes on purpose, and Windows' 0xE0000008, signed or not. A crash of another kind may share the
 * number: the words of the failure stay true of both.
 */
const CODIGOS_DE_MEMORIA = new Set([4, 5, 6, 132, 133, 134, -536870904, 3758096392])
export const esFinPorMemoria = (codigo: number | null): boolean => codigo !== null && CODIGOS_DE_MEMORIA.has(codigo)

/** Starts `ruta` as a utility process with the memory limit of the readers (only `--js-flags` takes effect there). */
export const conUtilityProcess = (fork: ForkUtilitario, ruta: string): IniciarProceso => () => {
  const hijo = fork(ruta, [], { serviceName: 'Puente SIC: planillas', execArgv: [`--js-flags=--max-old-space-size=${LIMITES.memoriaMB}`], stdio: 'ignore' })
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process's port, not a window's
    enviar: (mensaje) => { hijo.postMessage(mensaje) },
    alMensaje: (oyente) => { hijo.on('message', oyente) },
    alTerminar: (oyente) => { hijo.on('exit', (codigo) => { oyente({ memoria: esFinPorMemoria(codigo) }) }) },
    matar: () => {
      // kill() asks politely; a process in the middle of a read does not hear.
      try {
        if (hijo.pid !== undefined) process.kill(hijo.pid, 'SIGKILL')
      } catch {
        // Already gone.
      }
      hijo.kill()
    },
  }
}
