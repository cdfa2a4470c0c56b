import { useState } from 'react'
import { Checkbox, Form } from 'react-aria-components'
import { Boton } from '../../componentes/boton.tsx'
import { CampoNumero } from '../../componentes/campo-numero.tsx'
import { avisar } from '../../estado/avisos.ts'
import { enPractica, useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { AJUSTES } from '../../textos/ajustes.ts'
import { NOCHE } from '../../textos/noche.ts'
import { Seccion } from './seccion.tsx'

/** Starting with the session, and the pause between calls. */
export function SeccionNoche() {
  const { estado } = useApp()
  return (
    <Seccion titulo={NOCHE.seccion.titulo}>
      <p className="suave">{NOCHE.seccion.detalle}</p>
      <ConSesion />
      {!enPractica(estado) && <Pausa />}
    </Seccion>
  )
}

function ConSesion() {
  const { datos, recargar } = useConsulta('noche:inicio', {})
  const [poner] = useAccion('noche:ponerInicio')
  const t = NOCHE.seccion
  if (datos === null) return null
  if (datos.activo === null) return <p className="suave chico">{t.noSePuede}</p>
  return (
    <div className="pila-minima">
      <Checkbox isSelected={datos.activo} onChange={activo => { void poner({ activo }).then(recargar) }}>{t.inicio}</Checkbox>
      <p className="suave chico">{t.inicioAyuda}</p>
    </div>
  )
}

function Pausa() {
  const { ajustes, ponerAjustes } = useApp()
  const [segundos, setSegundos] = useState(ajustes.pausaSegundos)
  const [guardar, guardando] = useAccion('app:guardarAjustes')
  const t = NOCHE.seccion

  async function alGuardar(): Promise<void> {
    const nuevos = await guardar({ pausaSegundos: segundos })
    if (!nuevos) return
    ponerAjustes(nuevos)
    avisar({ tono: 'exito', titulo: AJUSTES.guardado })
  }

  return (
    <Form className="pila" onSubmit={e => { e.preventDefault(); void alGuardar() }}>
      <CampoNumero etiqueta={t.pausa} ayuda={t.pausaAyuda} menos={t.menos} mas={t.mas} valor={segundos} minimo={1} maximo={120} paso={1} alCambiar={setSegundos} />
      <div className="fila"><Boton type="submit" isPending={guardando} isDisabled={segundos === ajustes.pausaSegundos}>{t.guardar}</Boton></div>
    </Form>
  )
}
