import './seccion-red.css'
import { useState } from 'react'
import { Label, Radio, RadioGroup, Text } from 'react-aria-components'
import { formatFecha } from '../../../shared/domain/fecha.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Insignia } from '../../componentes/insignia.tsx'
import { avisar } from '../../estado/avisos.ts'
import { enPractica, useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useSeguido } from '../../estado/use-seguido.ts'
import { AJUSTES } from '../../textos/ajustes.ts'
import { RED } from '../../textos/red.ts'
import { DialogoIdentificarse } from './dialogo-identificarse.tsx'
import { Seccion } from './seccion.tsx'

const SALIDAS = ['sistema', 'directa'] as const

/** How to get out of this network, who to say that one is, and whom to trust. */
export function SeccionRed() {
  const { estado } = useApp()
  return (
    <Seccion titulo={RED.seccion.titulo}>
      {enPractica(estado) ? <p className="suave">{RED.seccion.practica}</p> : <><Salida /><Guardado /></>}
    </Seccion>
  )
}

function Salida() {
  const { ajustes, ponerAjustes } = useApp()
  const [guardar] = useAccion('app:guardarAjustes')
  const t = RED.seccion

  async function elegir(valor: string): Promise<void> {
    const proxy = SALIDAS.find(s => s === valor)
    const nuevos = proxy && await guardar({ proxy })
    if (!nuevos) return
    ponerAjustes(nuevos)
    avisar({ tono: 'exito', titulo: AJUSTES.guardado })
  }

  return (
    <RadioGroup value={ajustes.proxy} onChange={v => { void elegir(v) }}>
      <Label>{t.salida}</Label>
      <div className="fila radios">{SALIDAS.map(s => <Radio key={s} value={s}>{t.salidas[s]}</Radio>)}</div>
      <Text slot="description">{t.salidaAyuda}</Text>
    </RadioGroup>
  )
}

function Guardado() {
  const [red, ponerRed] = useSeguido('red:estado')
  const [abierto, setAbierto] = useState(false)
  const [olvidar] = useAccion('red:olvidarIdentificacion')
  const [elegir, eligiendo] = useAccion('red:elegirCertificado')
  const [quitar] = useAccion('red:quitarCertificado')
  const t = RED.seccion
  if (red === null) return null
  const { identificacion, certificado, pideClave } = red

  async function alElegir(): Promise<void> {
    const nuevo = await elegir({})
    if (!nuevo) return
    ponerRed(nuevo)
    if (nuevo.certificado !== null && nuevo.certificado.nombre !== certificado?.nombre) avisar({ tono: 'exito', titulo: t.elegido, detalle: t.elegidoDetalle })
  }
  async function alQuitar(): Promise<void> {
    const nuevo = await quitar({})
    if (!nuevo) return
    ponerRed(nuevo)
    avisar({ tono: 'exito', titulo: t.quitado })
  }
  async function alOlvidar(): Promise<void> {
    const nuevo = await olvidar({})
    if (!nuevo) return
    ponerRed(nuevo)
    avisar({ tono: 'exito', titulo: t.olvidado })
  }

  return (
    <>
      <div className="dato-ajuste">
        <p className="pila-minima">
          <span className="fuerte">{t.identificacion}</span>
          <span className="suave">{identificacion === null ? t.sinIdentificacion : t.identificado(identificacion.usuario, identificacion.servidor)}</span>
          {identificacion?.guardada === false && <span><Insignia tono="aviso" icono="candadoAbierto">{t.soloSesion}</Insignia></span>}
        </p>
        <div className="fila">
          <Boton onPress={() => { setAbierto(true) }}>{t.identificarse}</Boton>
          {identificacion !== null && <Boton onPress={() => { void alOlvidar() }}>{t.olvidar}</Boton>}
        </div>
      </div>
      <div className="dato-ajuste">
        <p className="pila-minima">
          <span className="fuerte">{t.certificado}</span>
          <span className="suave">{certificado === null ? t.sinCertificado : t.certificadoDe(certificado.nombre, formatFecha(certificado.hasta))}</span>
          <span className="suave chico">{t.certificadoAyuda}</span>
        </p>
        <div className="fila">
          <Boton isPending={eligiendo} onPress={() => { void alElegir() }}>{t.elegir}</Boton>
          {certificado !== null && <Boton onPress={() => { void alQuitar() }}>{t.quitar}</Boton>}
        </div>
      </div>
      <DialogoIdentificarse servidor={pideClave ?? identificacion?.servidor ?? null} abierto={abierto} alCerrar={() => { setAbierto(false) }} />
    </>
  )
}
