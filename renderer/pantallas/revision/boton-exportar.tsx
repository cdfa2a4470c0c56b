import type { Exportacion } from '../../../shared/ipc/modelos-correccion.ts'
import { BotonIcono } from '../../componentes/boton.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { pedir } from '../../puente.ts'
import { EXPORTAR as T } from '../../textos/correccion.ts'

/** The person's own workbook, with every problem marked in its cell, to be corrected in Excel and opened again. */
export function BotonExportar({ id }: { id: string }) {
  const [exportar, exportando] = useAccion('observaciones:exportar')

  async function alExportar(): Promise<void> {
    const e = await exportar({ id })
    if (e) avisar({ tono: e.sinEscribir.length > 0 ? 'aviso' : 'exito', ...palabras(e), accion: { texto: T.mostrar, hacer: () => { void pedir('app:mostrarEnCarpeta', { que: 'plantilla' }) } } })
  }

  return <BotonIcono icono="descargar" nombre={T.boton} isPending={exportando} onPress={() => { void alExportar() }} />
}

const palabras = (e: Exportacion & { ruta: string }): { titulo: string; detalle: string } => ({
  titulo: T.titulo[e.clase],
  detalle: [T.detalle(e.ruta, e.observaciones), e.clase === 'nuevo' ? T.esNueva : '', e.sinEscribir.length > 0 ? T.sinEscribir(e.sinEscribir) : ''].filter(t => t !== '').join(' '),
})
