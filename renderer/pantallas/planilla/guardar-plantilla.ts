import { avisar, avisarFalla } from '../../estado/avisos.ts'
import { pedir } from '../../puente.ts'
import { PLANILLA } from '../../textos/planilla.ts'

/** Saves the template where the person says, and tells where. The button and the menu item do the same. */
export async function guardarPlantilla(): Promise<void> {
  const r = await pedir('plantilla:guardar', {})
  if (!r.ok) return avisarFalla(r.falla)
  if (r.valor.ruta === null) return
  const { guardada, mostrar } = PLANILLA.plantilla
  avisar({ tono: 'exito', titulo: guardada, detalle: r.valor.ruta, accion: { texto: mostrar, hacer: () => { void pedir('app:mostrarEnCarpeta', { que: 'plantilla' }) } } })
}
