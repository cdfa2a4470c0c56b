/** When the window's process dies or hangs it is brought back, with words, and not for ever; what nobody foresaw is told. */
import type { BrowserWindow } from 'electron'

/** More deaths than these within a minute, and bringing it back once more would only blink. */
const CAIDAS_SEGUIDAS = 3
const UN_MINUTO_MS = 60_000

export interface OpcionesVigilante {
  url: string
  ahora(): number
  /** Logs it and answers the incident. */
  anotar(motivo: string): string
  /** It is coming back: the page will tell the person what happened. */
  alVolver(incidente: string): void
  /** It keeps dying. true: try once more. false: the program ends. */
  insistir(incidente: string): Promise<boolean>
  /** It does not answer. true: end it and load it again. `senal`: it answers again, the question is no longer one. */
  recargar(senal: AbortSignal): Promise<boolean>
  salir(): void
}

/** The draft and the sends live outside the page: after a crash it starts again and finds them. */
export function vigilarVentana(ventana: BrowserWindow, o: OpcionesVigilante): void {
  const contenidos = ventana.webContents
  const cargar = (): void => { if (!ventana.isDestroyed()) void ventana.loadURL(o.url) }
  let caidas: number[] = []
  contenidos.on('render-process-gone', (_evento, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    const incidente = o.anotar(`the window's process ended: ${reason}, code ${String(exitCode)}`)
    caidas = [...caidas.filter((t) => o.ahora() - t < UN_MINUTO_MS), o.ahora()]
    if (caidas.length <= CAIDAS_SEGUIDAS) {
      o.alVolver(incidente)
      cargar()
      return
    }
    caidas = []
    void o.insistir(incidente).then((otraVez) => { if (otraVez) cargar(); else o.salir() })
  })

  let pregunta: AbortController | null = null
  ventana.on('unresponsive', () => {
    if (pregunta !== null) return
    const esta = pregunta = new AbortController()
    void o.recargar(esta.signal).then((si) => {
      if (pregunta === esta) pregunta = null
      // Its death brings it back, above.
      if (si && !esta.signal.aborted && !ventana.isDestroyed()) contenidos.forcefullyCrashRenderer()
    })
  })
  ventana.on('responsive', () => { pregunta?.abort(); pregunta = null })
}

/** The part of `process` that tells of what nobody caught. */
interface Proceso { on(suceso: 'uncaughtException' | 'unhandledRejection', oyente: (error: unknown) => void): unknown }

/**
 * What no part of main expected. With a window open the program goes on, and its log knows; without one the person would
 * be left looking at nothing: they are told, and it ends.
 */
export function atenderImprevistos(proceso: Proceso, o: { anotar(error: unknown): string; hayVentana(): boolean; despedirse(incidente: string): void }): void {
  const atender = (error: unknown): void => {
    const incidente = o.anotar(error)
    if (!o.hayVentana()) o.despedirse(incidente)
  }
  proceso.on('uncaughtException', atender)
  proceso.on('unhandledRejection', atender)
}
