/** Work of each day, in the background: some minutes after the start, and asked for again while the program is open. */
const AL_PRINCIPIO_MS = 3 * 60_000
const DESPUES_MS = 20 * 60_000

/** `hacer` knows by itself whether it was done today. */
export function cadaDia(hacer: () => Promise<void>, alFallar: (error: unknown) => void): void {
  const otra = (ms: number): void => {
    setTimeout(() => { void hacer().catch(alFallar).then(() => { otra(DESPUES_MS) }) }, ms).unref()
  }
  otra(AL_PRINCIPIO_MS)
}
