/** How many rows and columns are chosen, for eye and screen reader. */
import { useSyncExternalStore } from 'react'
import { columnasDe, filasDe, type Seleccion } from '../../grilla/seleccion.ts'
import { TEXTOS_EDICION } from '../../textos/edicion.ts'

export function EstadoRango({ seleccion }: { seleccion: Seleccion }) {
  const caja = useSyncExternalStore(seleccion.observar, () => seleccion.caja)
  return <p role="status" className="revision-rango chico">{caja && TEXTOS_EDICION.rango(filasDe(caja), columnasDe(caja))}</p>
}
