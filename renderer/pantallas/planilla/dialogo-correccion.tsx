import './dialogo-correccion.css'
import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'
import type { CambioTraido, CorreccionVista } from '../../../shared/ipc/modelos-correccion.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { Mensaje } from '../../componentes/mensaje.tsx'
import { Tabla } from '../../componentes/tabla.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { CORREGIDA as T } from '../../textos/correccion.ts'

/** The workbook that was opened is one that was exported and corrected: bring only what changed, or keep it apart. */
export function DialogoCorreccion({ resumen }: { resumen: BorradorResumen }) {
  const { control } = useApp()
  const { datos } = useConsulta('correccion:mirar', { id: resumen.id })
  const [cerrado, setCerrado] = useState(false)
  const [dejarFuera, setDejarFuera] = useState(true)
  const [traer, trayendo] = useAccion('correccion:traer')
  const [ignorar] = useAccion('correccion:ignorar')
  if (!datos) return null

  async function alTraer(c: CorreccionVista): Promise<void> {
    const corregida = await traer({ id: resumen.id, dejarFuera })
    if (!corregida) return
    control.hecho({ tipo: 'abierta', resumen: corregida })
    if (c.celdas + c.nuevas > 0) avisar({ tono: 'exito', titulo: T.traidos, detalle: T.traidosDetalle(c.celdas, c.nuevas) })
  }
  function alIgnorar(): void {
    setCerrado(true)
    void ignorar({ id: resumen.id })
  }

  const hayCambios = datos.celdas + datos.quitadas + datos.nuevas > 0
  return (
    <Dialogo titulo={T.titulo(datos.nombreArchivo)} abierto={!cerrado} alCerrar={() => { setCerrado(true) }} ancho="grande" acciones={<>
      <Boton onPress={alIgnorar}>{T.nueva}</Boton>
      <Boton variante="primario" autoFocus isPending={trayendo} onPress={() => { void alTraer(datos) }}>{hayCambios ? T.traer : T.seguir(datos.nombreArchivo)}</Boton>
    </>}>
      <p>{T.cambiaron(datos.celdas)}</p>
      {datos.sinHoja.length > 0 && <Mensaje tono="aviso" titulo={T.sinHoja(datos.sinHoja)} />}
      {datos.nuevas > 0 && <p>{T.nuevas(datos.nuevas)}</p>}
      {datos.quitadas > 0 && <Checkbox isSelected={dejarFuera} onChange={setDejarFuera}>{T.dejarFuera(datos.quitadas)}</Checkbox>}
      {datos.celdas > 0 && <div className="correccion-cambios"><Cambios cambios={datos.cambios} /></div>}
      {datos.celdas > datos.cambios.length && <p className="suave">{T.masCambios(datos.celdas - datos.cambios.length)}</p>}
    </Dialogo>
  )
}

function Cambios({ cambios }: { cambios: readonly CambioTraido[] }) {
  const c = T.columnas
  return (
    <Tabla nombre={T.tabla} densa encabezado={<tr>{[c.celda, c.columna, c.antes, c.despues].map(t => <th key={t} scope="col">{t}</th>)}</tr>}>
      {cambios.map(x => (
        <tr key={`${x.hoja} ${x.letra}${x.fila} ${x.titulo}`}>
          <th scope="row" className="sin-quiebre">{`${x.hoja} ${x.letra}${x.fila ?? ''}`}</th>
          <td>{x.titulo}</td>
          <td className="correccion-antes">{x.antes === '' ? T.vacia : x.antes}</td>
          <td>
            <span className="fuerte">{x.despues === '' ? T.vacia : x.despues}</span>
            {x.pisada && <p className="suave chico">{T.pisada}</p>}
          </td>
        </tr>
      ))}
    </Tabla>
  )
}
