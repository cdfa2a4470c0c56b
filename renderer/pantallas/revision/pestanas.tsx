/**
 * One tab per sheet, with what is left to do in each. Plain elements: the general component looks through the whole
 * panel, laying the page out, each time that a cell of the grid comes or goes.
 */
import type { KeyboardEvent } from 'react'
import type { Nivel } from '../../../shared/domain/problema.ts'
import type { TablaVista } from '../../../shared/ipc/modelos.ts'
import { MarcaNivel } from '../../grilla/marca-nivel.tsx'
import { numero } from '../../textos/comunes.ts'
import { palabraNivel, TEXTOS_REVISION } from '../../textos/revision.ts'

/** Ids by which the tabs and the one panel name each other. */
export const ID_PANEL = 'revision-hoja'
export const idPestana = (tabla: string): string => `revision-pestana-${tabla}`

interface PestanasProps { tablas: readonly TablaVista[]; elegida: string; alElegir(tabla: string): void }

export function Pestanas({ tablas, elegida, alElegir }: PestanasProps) {
  const alPulsar = (e: KeyboardEvent): void => {
    const va = vecina(e.key, tablas.findIndex(t => t.id === elegida), tablas.length)
    const tabla = va === null ? undefined : tablas[va]
    if (!tabla) return
    e.preventDefault()
    alElegir(tabla.id)
    document.getElementById(idPestana(tabla.id))?.focus()
  }
  return (
    <div role="tablist" aria-label={TEXTOS_REVISION.hojas} className="react-aria-TabList revision-pestanas">
      {tablas.map(t => (
        <button
          key={t.id} id={idPestana(t.id)} type="button" role="tab" className="react-aria-Tab" aria-selected={t.id === elegida} aria-controls={ID_PANEL}
          data-selected={t.id === elegida || undefined} tabIndex={t.id === elegida ? 0 : -1} onClick={() => alElegir(t.id)} onKeyDown={alPulsar}
        >
          <span className="cortado">{t.hoja}</span>
          <Cuenta nivel="error" cuantos={t.errores} />
          <Cuenta nivel="aviso" cuantos={t.avisos} />
        </button>
      ))}
    </div>
  )
}

/** Tab that a key leads to, round the ends; null: the key is not of the tabs. */
function vecina(tecla: string, desde: number, total: number): number | null {
  switch (tecla) {
    case 'ArrowRight': return (desde + 1) % total
    case 'ArrowLeft': return (desde - 1 + total) % total
    case 'Home': return 0
    case 'End': return total - 1
    default: return null
  }
}

function Cuenta({ nivel, cuantos }: { nivel: Nivel; cuantos: number }) {
  if (cuantos === 0) return null
  return <span className="revision-cuenta" data-nivel={nivel}><MarcaNivel nivel={nivel} />{numero(cuantos)}<span className="solo-lector"> {palabraNivel(nivel, cuantos)}</span></span>
}
