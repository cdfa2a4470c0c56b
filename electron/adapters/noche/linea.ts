import { esperar } from '../esperar.ts'
import type { Linea } from '../../services/puertos-noche.ts'

const CADA_MS = 5000

/**
 * Whether there is a network, looked at every few seconds: no system tells a program of it in the same way.
 * @param enLinea Electron's `net.isOnline`
 */
export function crearLinea(enLinea: () => boolean, cadaMs = CADA_MS): Linea & { detener(): void } {
  const oyentes = new Set<() => void>()
  let habia = enLinea()
  const mirar = (): void => {
    const hay = enLinea()
    const volvio = hay && !habia
    habia = hay
    if (volvio) for (const oyente of oyentes) oyente()
  }
  const reloj = setInterval(mirar, cadaMs)
  reloj.unref()
  const alVolver = (oyente: () => void): (() => void) => {
    oyentes.add(oyente)
    return () => { oyentes.delete(oyente) }
  }
  return {
    enLinea,
    alVolver,
    esperar: async (maximoMs, senal) => {
      if (enLinea() || senal.aborted) return
      const basta = new AbortController()
      const fin = (): void => { basta.abort() }
      const dejar = alVolver(fin)
      senal.addEventListener('abort', fin, { once: true })
      await esperar(maximoMs, basta.signal)
      dejar()
      senal.removeEventListener('abort', fin)
    },
    detener: () => { clearInterval(reloj); oyentes.clear() },
  }
}
