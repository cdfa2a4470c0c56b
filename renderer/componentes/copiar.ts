import { avisar } from '../estado/avisos.ts'
import { COMUNES } from '../textos/comunes.ts'

/** Copies a text and says so. The async clipboard needs a permission that this window denies to itself; the old command does not. */
export function copiar(texto: string): void {
  const area = document.createElement('textarea')
  area.value = texto
  area.className = 'solo-lector'
  area.setAttribute('aria-hidden', 'true')
  const antes = document.activeElement
  // Inside the open dialog, or its focus containment would take the selection away.
  const lugar = antes?.closest('[role="dialog"]') ?? document.body
  lugar.append(area)
  area.select()
  const bien = document.execCommand('copy')
  area.remove()
  if (antes instanceof HTMLElement) antes.focus()
  if (bien) avisar({ tono: 'exito', titulo: COMUNES.copiado })
  else avisar({ tono: 'error', titulo: COMUNES.noCopiado, detalle: COMUNES.noCopiadoDetalle })
}
