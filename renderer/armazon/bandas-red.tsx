import '../pantallas/ajustes/seccion-red.css'
import { useState } from 'react'
import { Boton } from '../componentes/boton.tsx'
import { Icono } from '../componentes/icono.tsx'
import { enPractica, useApp } from '../estado/contexto.ts'
import { useEnLinea } from '../estado/use-en-linea.ts'
import { useSeguido } from '../estado/use-seguido.ts'
import { DialogoIdentificarse } from '../pantallas/ajustes/dialogo-identificarse.tsx'
import { RED } from '../textos/red.ts'

/** What stands between this computer and SENCE, said calmly. The practice needs no network. */
export function BandasRed() {
  const { estado } = useApp()
  return enPractica(estado) ? null : <BandasDeVerdad />
}

function BandasDeVerdad() {
  const enLinea = useEnLinea()
  const [red] = useSeguido('red:estado')
  const [abierto, setAbierto] = useState(false)
  const pide = red?.pideClave ?? null
  return (
    <>
      <div role="status">
        {!enLinea && (
          <div className="banda" data-clase="red">
            <Icono nombre="sinRed" />
            <p><strong>{RED.sinRed.titulo}.</strong> {RED.sinRed.detalle}</p>
          </div>
        )}
        {enLinea && pide !== null && (
          <div className="banda">
            <Icono nombre="candado" />
            <p><strong>{RED.pide.titulo}.</strong> <span className="banda-detalle">{RED.pide.detalle(pide)}</span></p>
            <Boton variante="enlace" onPress={() => { setAbierto(true) }}>{RED.pide.boton}</Boton>
          </div>
        )}
      </div>
      <DialogoIdentificarse servidor={pide} abierto={abierto && pide !== null} alCerrar={() => { setAbierto(false) }} />
    </>
  )
}
