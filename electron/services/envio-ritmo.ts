/** How much of a send under way is left, from the calls that were answered before it and those of its own. */
import { estimarMs, type LlamadaMedida } from '../../shared/domain/ritmo-envio.ts'
import type { Diario } from './puertos-diario.ts'
import type { Registro, Reloj } from './puertos.ts'

interface Entorno { diario: Pick<Diario, 'medidas'>; reloj: Reloj; registro: Registro; pausaMs(): number }
/** A call that takes longer than it was thought to will end some time: never "nothing left" while it is under way. */
const MINIMO_MS = 1000

export interface Ritmo {
  /** Runs a call and, when SENCE answered it, learns from how long it took. */
  medir<T>(llamada: number, hacer: () => Promise<T>, respondida: (valor: T) => boolean): Promise<T>
  /** Milliseconds, with the call in that place under way or about to begin. */
  restante(llamada: number): number
}

/** @param alumnos of each call, in order */
export function crearRitmo(e: Entorno, alumnos: readonly number[]): Ritmo {
  let medidas: LlamadaMedida[] = []
  try { medidas = [...e.diario.medidas()] } catch (error) { e.registro.error('send: measures', error) }
  let empezo: number | null = null
  return {
    medir: async (llamada, hacer, respondida) => {
      empezo = e.reloj.ahora().getTime()
      const valor = await hacer()
      const ms = e.reloj.ahora().getTime() - empezo
      empezo = null
      if (ms > 0 && respondida(valor)) medidas.push({ alumnos: alumnos[llamada] ?? 1, ms })
      return valor
    },
    restante: (llamada) => {
      const todo = estimarMs(alumnos.slice(llamada), medidas, e.pausaMs())
      const resto = estimarMs(alumnos.slice(llamada + 1), medidas, e.pausaMs())
      const lleva = empezo === null ? 0 : e.reloj.ahora().getTime() - empezo
      return Math.max(MINIMO_MS, todo - lleva, resto)
    },
  }
}
