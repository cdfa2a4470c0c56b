/** Random numbers that a seed brings back. */
export interface Azar { /** 0 ≤ x < n, whole. */ entero(n: number): number; elegir<T>(lista: readonly T[]): T }

/** mulberry32: small, and good enough to choose where to bite. */
export function azar(semilla: number): Azar {
  let a = semilla >>> 0
  const siguiente = (): number => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const entero = (n: number): number => Math.floor(siguiente() * n)
  return {
    entero,
    elegir: (lista) => {
      if (lista.length === 0) throw new RangeError('nothing to choose from')
      return lista[entero(lista.length)] as (typeof lista)[number]
    },
  }
}

/** The seed of one mutant: far from that of the next. */
export const semillaDe = (semilla: number, n: number): number => Math.imul((semilla ^ 0x9e3779b9) + n, 2_654_435_761) >>> 0
