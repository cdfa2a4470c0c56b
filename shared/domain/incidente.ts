/**
 * Sixteen signs that neither look nor, read one by one in Spanish, sound alike: no 0/O, 1/I/L, 5/S, 8/B, no M/N, B/V, P/T/D.
 */
const SIGNOS = '234679AFHJKMPRUX'

/**
 * An incident's name, for reading it over the telephone: `K7M-4PF`.
 * @param azar six random bytes at least; sixteen million names
 */
export function nombreDeIncidente(azar: Uint8Array): string {
  const letras = [...azar.subarray(0, 6)].map((b) => SIGNOS[b % SIGNOS.length]).join('')
  return `${letras.slice(0, 3)}-${letras.slice(3)}`
}
/** What `nombreDeIncidente` answers, and nothing else. */
export const ES_INCIDENTE = new RegExp(`^[${SIGNOS}]{3}-[${SIGNOS}]{3}$`)
