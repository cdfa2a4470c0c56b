import type { ListaExportable } from '../../../shared/ipc/modelos-salida.ts'
import { Boton } from '../../componentes/boton.tsx'
import { EXCEL } from '../../textos/salida.ts'
import { useExportarLista } from './use-salida.ts'

/** Beside any list: saves what is on view of it as a workbook. */
export function BotonExcel({ lista }: { lista: ListaExportable }) {
  const [exportar, exportando] = useExportarLista()
  return <Boton icono="descargar" isPending={exportando} onPress={() => { void exportar(lista) }}>{exportando ? EXCEL.exportando : EXCEL.boton}</Boton>
}
