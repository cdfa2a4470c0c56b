import { avisar } from '../../estado/avisos.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { pedir } from '../../puente.ts'
import type { ListaExportable } from '../../../shared/ipc/modelos-salida.ts'
import { DETALLE } from '../../textos/envios.ts'
import { EXCEL, GUARDAR } from '../../textos/salida.ts'

const accion = { texto: GUARDAR.mostrar, hacer: (): void => { void pedir('app:mostrarEnCarpeta', { que: 'plantilla' }) } }

/** Asks where, and saves there what is on view of a list. */
export function useExportarLista(): [exportar: (lista: ListaExportable) => Promise<void>, exportando: boolean] {
  const [exportar, exportando] = useAccion('lista:exportar')
  return [async (lista) => {
    const r = await exportar(lista)
    if (r !== null && r.ruta !== null) avisar({ tono: 'exito', titulo: EXCEL.guardada.titulo, detalle: EXCEL.guardada.detalle(r.ruta, r.filas), accion })
  }, exportando]
}

/** The ways in which a send leaves the program; each says how it went. */
export function useSalidaDeEnvio(envioId: string): { comprobante(): Promise<void>; imprimir(): Promise<void>; evidencia(): Promise<void>; excel(): Promise<void>; ocupado: boolean } {
  const [hacerPdf, haciendoPdf] = useAccion('envio:guardarComprobante')
  const [imprimir, imprimiendo] = useAccion('envio:imprimirComprobante')
  const [evidencia, guardandoEvidencia] = useAccion('envio:exportarEvidencia')
  const [exportarLista, exportando] = useExportarLista()
  return {
    async comprobante() {
      const r = await hacerPdf({ envioId })
      if (r !== null && r.ruta !== null) avisar({ tono: 'exito', titulo: GUARDAR.guardado.titulo, detalle: GUARDAR.guardado.detalle(r.ruta), accion })
    },
    async imprimir() {
      const r = await imprimir({ envioId })
      if (r?.impreso === true) avisar({ tono: 'exito', ...GUARDAR.impreso })
    },
    async evidencia() {
      const r = await evidencia({ envioId })
      if (r !== null && r.ruta !== null) avisar({ tono: 'exito', titulo: DETALLE.exportada.titulo, detalle: DETALLE.exportada.detalle(r.ruta) })
    },
    excel: () => exportarLista({ lista: 'alumnos', envioId }),
    ocupado: haciendoPdf || imprimiendo || guardandoEvidencia || exportando,
  }
}
