import { setTimeout as esperarMs } from 'node:timers/promises'
import type { Esperar } from '../services/puertos.ts'

/** Waits; being told not to is no failure. */
export const esperar: Esperar = (ms, senal) => esperarMs(ms, undefined, { signal: senal, ref: false }).catch(() => undefined)
