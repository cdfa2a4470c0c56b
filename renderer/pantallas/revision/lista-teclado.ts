/** Options that a page key passes over. */
const SALTO = 10

/** Place that a key leads to in a list of `total` options, from the one in place `desde`; null: the key is not of the list. */
export function destino(tecla: string, desde: number, total: number): number | null {
  const acotar = (n: number): number => Math.max(0, Math.min(total - 1, n))
  switch (tecla) {
    case 'ArrowDown': return acotar(desde + 1)
    case 'ArrowUp': return acotar(desde - 1)
    case 'PageDown': return acotar(desde + SALTO)
    case 'PageUp': return acotar(desde - SALTO)
    case 'Home': return 0
    case 'End': return acotar(total)
    default: return null
  }
}
