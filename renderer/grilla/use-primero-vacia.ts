import { startTransition, useEffect, useState } from 'react'

const SIN_FILAS: readonly number[] = []

/**
 * The rows, but for the first drawing, which has none: react-data-grid draws all that it sees in one go as soon as it
 * knows its size, and that, on top of the rest of the screen, would hold the window. They come in a drawing of their
 * own, which React cuts in slices.
 */
export function usePrimeroVacia(ids: readonly number[]): { ids: readonly number[]; lista: boolean } {
  const [lista, setLista] = useState(false)
  useEffect(() => { startTransition(() => { setLista(true) }) }, [])
  return { ids: lista ? ids : SIN_FILAS, lista }
}
