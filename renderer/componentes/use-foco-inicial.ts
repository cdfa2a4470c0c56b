import { useEffect, useRef, type RefObject } from 'react'

/**
 * The heading of a screen takes the focus on arrival, so that keyboard and screen reader start at the top of it. After
 * the frame that draws the screen: before it, the focus would have the page laid out at once, in the task that built it.
 * Whatever took the focus meanwhile keeps it.
 */
export function useFocoInicial(): RefObject<HTMLHeadingElement | null> {
  const titulo = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const antes = document.activeElement
    let despues = 0
    const cuadro = requestAnimationFrame(() => {
      despues = window.setTimeout(() => {
        const ahora = document.activeElement
        if (ahora === antes || ahora === document.body) titulo.current?.focus({ preventScroll: true })
      })
    })
    return () => {
      cancelAnimationFrame(cuadro)
      window.clearTimeout(despues)
    }
  }, [])
  return titulo
}
