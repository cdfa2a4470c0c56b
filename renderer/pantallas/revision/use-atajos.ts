/** Keys and menu items of the review screen. */
import { useEffect, useRef } from 'react'
import { escuchar } from '../../puente.ts'

export interface Acciones { deshacer(): void; rehacer(): void; siguiente(): void; anterior(): void; buscar(): void; reemplazar(): void }

export function useAtajos(acciones: Acciones): void {
  const ultimas = useRef(acciones)
  useEffect(() => { ultimas.current = acciones })

  useEffect(() => {
    const alPulsar = (e: KeyboardEvent): void => {
      const hacer = e.defaultPrevented ? null : accionDe(e)
      if (!hacer) return
      // Taken here, so that the menu's accelerator does not do it again.
      e.preventDefault()
      ultimas.current[hacer]()
    }
    window.addEventListener('keydown', alPulsar)
    const dejarDeEscuchar = escuchar('menu:accion', ({ accion }) => {
      const { siguiente, anterior, buscar } = ultimas.current
      if (accion === 'deshacer' || accion === 'rehacer') deshacerDondeSeEscribe(accion, ultimas.current)
      else if (accion === 'siguiente-problema') siguiente()
      else if (accion === 'problema-anterior') anterior()
      else if (accion === 'buscar') buscar()
    })
    return () => {
      window.removeEventListener('keydown', alPulsar)
      dejarDeEscuchar()
    }
  }, [])
}

function accionDe(e: KeyboardEvent): keyof Acciones | null {
  if (e.key === 'F8') return e.shiftKey ? 'anterior' : 'siguiente'
  if (!(e.ctrlKey || e.metaKey) || e.altKey) return null
  const tecla = e.key.toLowerCase()
  if (tecla === 'f') return 'buscar'
  if (tecla === 'h') return 'reemplazar'
  if (seEscribe(e.target)) return null
  if (tecla === 'z') return e.shiftKey ? 'rehacer' : 'deshacer'
  return tecla === 'y' ? 'rehacer' : null
}

/** Undo within a text field belongs to the field. */
function deshacerDondeSeEscribe(accion: 'deshacer' | 'rehacer', acciones: Acciones): void {
  if (seEscribe(document.activeElement)) document.execCommand(accion === 'deshacer' ? 'undo' : 'redo')
  else acciones[accion]()
}

function seEscribe(elemento: EventTarget | null): boolean {
  return elemento instanceof HTMLTextAreaElement || (elemento instanceof HTMLInputElement && elemento.type !== 'checkbox')
}
