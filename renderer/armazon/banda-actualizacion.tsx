import { useState } from 'react'
import { Boton } from '../componentes/boton.tsx'
import { Icono } from '../componentes/icono.tsx'
import { useAccion } from '../estado/use-accion.ts'
import { useSeguido } from '../estado/use-seguido.ts'
import { DialogoNovedades } from '../pantallas/ajustes/dialogo-novedades.tsx'
import { ACTUALIZACION as T } from '../textos/actualizacion.ts'

/** A newer version that is ready, on every screen; and once, after an update, what it brought. */
export function BandaActualizacion() {
  const [actualizacion] = useSeguido('actualizacion:estado')
  const [instalar, instalando] = useAccion('actualizacion:instalar')
  const [vista] = useAccion('actualizacion:vista')
  const [abierta, setAbierta] = useState(false)
  if (actualizacion === null) return null
  const { paso, estrenada, version } = actualizacion
  return (
    <>
      <div role="status">
        {paso.tipo === 'lista' && (
          <div className="banda" data-clase="novedad">
            <Icono nombre="recargar" />
            <p><strong>{T.banda.titulo(paso.nueva)}.</strong> <span className="banda-detalle">{T.banda.detalle}</span></p>
            <Boton variante="enlace" onPress={() => { setAbierta(true) }}>{T.queTrae}</Boton>
            <Boton variante="enlace" isPending={instalando} onPress={() => { void instalar({}) }}>{T.instalar}</Boton>
          </div>
        )}
      </div>
      {paso.tipo === 'lista' && <DialogoNovedades titulo={T.novedades(paso.nueva)} novedades={paso.novedades} abierto={abierta} alCerrar={() => { setAbierta(false) }} />}
      <DialogoNovedades titulo={T.actualizado(version)} novedades={estrenada ?? []} abierto={estrenada !== null} alCerrar={() => { void vista({}) }} />
    </>
  )
}
