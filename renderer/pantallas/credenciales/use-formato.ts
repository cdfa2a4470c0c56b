import { useLayoutEffect, useRef } from 'react'
import { lugarDelCursor } from './formato.ts'

/**
 * Formats a field while it is typed and keeps the caret behind the same character: without this, correcting the middle
 * of a RUT throws the caret to the end at each key.
 */
export function useFormato(o: { valor: string; alCambiar: (v: string) => void; formatear: (t: string) => string; separadores: RegExp }): { entrada: React.RefObject<HTMLInputElement | null>; alCambiar: (t: string) => void } {
  const entrada = useRef<HTMLInputElement>(null)
  const cursor = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (cursor.current !== null) entrada.current?.setSelectionRange(cursor.current, cursor.current)
    cursor.current = null
  }, [o.valor])
  return {
    entrada,
    alCambiar: texto => {
      const despues = o.formatear(texto)
      cursor.current = lugarDelCursor(texto, entrada.current?.selectionStart ?? texto.length, despues, o.separadores)
      o.alCambiar(despues)
    },
  }
}
