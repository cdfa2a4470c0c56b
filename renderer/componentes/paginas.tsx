import { useEffect, useRef } from 'react'
import { ARCHIVO } from '../textos/archivo.ts'
import { Boton } from './boton.tsx'

interface Propiedades { etiqueta: string; desde: number; cuantas: number; total: number; alIr: (desde: number) => void }

/** From one page of a long list to the next; nothing when all of it is on view. */
export function Paginas({ etiqueta, desde, cuantas, total, alIr }: Propiedades) {
  const anterior = useRef<HTMLButtonElement>(null)
  const siguiente = useRef<HTMLButtonElement>(null)
  const primera = desde === 0
  const ultima = desde + cuantas >= total
  const pulsado = useRef<'anterior' | 'siguiente' | null>(null)
  useEffect(() => {
    // A button that has just been disabled drops the focus: the other one takes it.
    if (pulsado.current === 'anterior' && primera) siguiente.current?.focus()
    if (pulsado.current === 'siguiente' && ultima) anterior.current?.focus()
    pulsado.current = null
  }, [primera, ultima])
  if (total <= cuantas && primera) return null
  const t = ARCHIVO.paginas
  return (
    <nav className="paginas" aria-label={etiqueta}>
      <Boton ref={anterior} icono="izquierda" isDisabled={primera} onPress={() => { pulsado.current = 'anterior'; alIr(Math.max(0, desde - cuantas)) }}>{t.anterior}</Boton>
      <span className="suave chico" role="status">{t.tramo(Math.min(desde + 1, total), Math.min(total, desde + cuantas), total)}</span>
      <Boton ref={siguiente} iconoFinal="derecha" isDisabled={ultima} onPress={() => { pulsado.current = 'siguiente'; alIr(desde + cuantas) }}>{t.siguiente}</Boton>
    </nav>
  )
}
