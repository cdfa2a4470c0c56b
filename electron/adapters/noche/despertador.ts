import type { Despertador } from '../../services/puertos-noche.ts'

/** Far below a minute, so that nothing is ever late by more than that; the clock is asked, so that ticks need not be exact. */
const CADA_MS = 20_000

export interface FuentesDespertador {
  /** The system's own words: it woke, its session was unlocked. */
  alDespertar(oyente: () => void): void
  cadaMs?: number
}

/** Calls back every twenty seconds and when the computer wakes. One timer that repeats: a long one would stop while it sleeps, and fire late. */
export function crearDespertador(f: FuentesDespertador): Despertador & { detener(): void } {
  const oyentes = new Set<() => void>()
  const sonar = (): void => { for (const oyente of oyentes) oyente() }
  const reloj = setInterval(sonar, f.cadaMs ?? CADA_MS)
  reloj.unref()
  f.alDespertar(sonar)
  return {
    escuchar: (oyente) => {
      oyentes.add(oyente)
      return () => { oyentes.delete(oyente) }
    },
    detener: () => { clearInterval(reloj); oyentes.clear() },
  }
}
