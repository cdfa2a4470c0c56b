import { useState } from 'react'
import { Form } from 'react-aria-components'
import { Boton } from '../../componentes/boton.tsx'
import { Campo } from '../../componentes/campo.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { RED } from '../../textos/red.ts'

interface Propiedades {
  /** `host:port` that asks; null: the person says which. */
  servidor: string | null
  abierto: boolean
  alCerrar: () => void
}

/** User and password for the office's proxy. They go to main and are not kept by the window. */
export function DialogoIdentificarse({ servidor, abierto, alCerrar }: Propiedades) {
  return (
    <Dialogo titulo={RED.dialogo.titulo} abierto={abierto} alCerrar={alCerrar}>
      <Formulario servidor={servidor} alCerrar={alCerrar} />
    </Dialogo>
  )
}

/** Mounted with the dialog, so that what was typed is gone when it closes. */
function Formulario({ servidor, alCerrar }: { servidor: string | null; alCerrar: () => void }) {
  const { estado } = useApp()
  const [escrito, setEscrito] = useState('')
  const [usuario, setUsuario] = useState('')
  const [clave, setClave] = useState('')
  const [exigido, setExigido] = useState(false)
  const [identificarse, ocupado] = useAccion('red:identificarse')
  const t = RED.dialogo
  const cual = servidor ?? escrito.trim()
  const malo = !/^[^\s:/@]+:\d{1,5}$/u.test(cual) && !/^\[[\d:a-f]+\]:\d{1,5}$/iu.test(cual)

  async function guardar(): Promise<void> {
    setExigido(true)
    if (malo || usuario.trim() === '' || clave === '') return
    if (await identificarse({ servidor: cual, usuario, clave }) === null) return
    alCerrar()
    avisar({ tono: 'exito', titulo: t.guardado, detalle: t.guardadoDetalle })
  }

  return (
    <Form className="pila" onSubmit={e => { e.preventDefault(); void guardar() }}>
      {servidor !== null && <p>{t.detalle(servidor)}</p>}
      {servidor === null && <Campo etiqueta={t.servidor} ayuda={t.servidorAyuda} value={escrito} onChange={setEscrito} error={exigido && malo ? t.servidorMalo : null} autoComplete="off" spellCheck="false" maxLength={300} autoFocus mono />}
      <Campo etiqueta={t.usuario} value={usuario} onChange={setUsuario} autoComplete="off" spellCheck="false" maxLength={200} autoFocus={servidor !== null} isRequired />
      <Campo etiqueta={t.clave} ayuda={estado.cifradoDisponible ? t.nota : t.notaSinCifrado} type="password" value={clave} onChange={setClave} autoComplete="off" maxLength={500} isRequired />
      <div className="dialogo-pie">
        <Boton onPress={alCerrar}>{COMUNES.cancelar}</Boton>
        <Boton variante="primario" type="submit" isPending={ocupado} isDisabled={usuario.trim() === '' || clave === ''}>{t.guardar}</Boton>
      </div>
    </Form>
  )
}
