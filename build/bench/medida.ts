/** What a benchmark tells: our figure beside a named reference, each a median of rounds in one run on one machine. */
export interface Medida {
  id: string
  titulo: string
  unidad: 'ms' | 'MiB' | 'filas/s' | 'alumnos/s' | 'paquetes' | 'ms/min' | 'veces/s' | 'abiertos'
  nuestra: number
  /** null: there is nothing to compare with. */
  referencia: { nombre: string; valor: number } | null
  rondas: number
  /** What the ratio should be: at least, or at most. */
  meta?: { desde: number } | { hasta: number }
}

/** Middle value; of an even number, the mean of the two in the middle. NaN of none. */
export function mediana(valores: readonly number[]): number {
  const v = valores.toSorted((a, b) => a - b)
  const medio = v.length / 2
  return v.length % 2 === 1 ? v[Math.floor(medio)] ?? Number.NaN : ((v[medio - 1] ?? Number.NaN) + (v[medio] ?? Number.NaN)) / 2
}

/** ours ÷ reference. Under 1 is better for times and memory, over 1 for rates. */
export const razon = (m: Medida): number | null => m.referencia === null ? null : m.nuestra / m.referencia.valor

/** The goal, and whether it is reached; '' without one. */
function metaEnPalabras(m: Medida): string {
  const r = razon(m)
  if (m.meta === undefined || r === null) return ''
  const [bien, cual] = 'desde' in m.meta ? [r >= m.meta.desde, `≥ ${String(m.meta.desde)}`] : [r <= m.meta.hasta, `≤ ${String(m.meta.hasta)}`]
  return `  [meta ${cual}: ${bien ? 'se alcanza' : 'NO se alcanza'}]`
}

const numero = (n: number): string => n.toLocaleString('es-CL', { maximumFractionDigits: n < 100 ? 1 : 0 })

/** The measures as a table for the eye. */
export function tabla(medidas: readonly Medida[], titulos: readonly [string, string, string, string, string]): string {
  const filas = [titulos, ...medidas.map((m) => {
    const r = razon(m)
    return [m.titulo, `${numero(m.nuestra)} ${m.unidad}`, m.referencia === null ? '' : `${numero(m.referencia.valor)} ${m.unidad}`, r === null ? '' : `${r.toFixed(2)}×`, `${m.referencia?.nombre ?? ''}${metaEnPalabras(m)}`]
  })]
  const anchos = titulos.map((_, i) => Math.max(...filas.map((f) => (f[i] ?? '').length)))
  return filas.map((f) => f.map((celda, i) => i === 0 || i === 4 ? celda.padEnd(anchos[i] ?? 0) : celda.padStart(anchos[i] ?? 0)).join('  ').trimEnd()).join('\n')
}
