import { Boton } from '../../componentes/boton.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { DETALLE } from '../../textos/envios.ts'

/** Saves what proves the send as a .zip where the person says. */
export function BotonEvidencia({ envioId }: { envioId: string }) {
  const [exportar, exportando] = useAccion('envio:exportarEvidencia')

  async function guardar(): Promise<void> {
    const guardada = await exportar({ envioId })
    if (guardada && guardada.ruta !== null) avisar({ tono: 'exito', titulo: DETALLE.exportada.titulo, detalle: DETALLE.exportada.detalle(guardada.ruta) })
  }

  return <Boton icono="descargar" isPending={exportando} onPress={() => { void guardar() }}>{DETALLE.exportar}</Boton>
}
