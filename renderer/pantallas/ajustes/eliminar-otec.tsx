import { useState } from 'react'
import { Form } from 'react-aria-components'
import { formatRut, parseRut } from '../../../shared/domain/rut.ts'
import type { PerfilEnLista } from '../../../shared/ipc/modelos-perfiles.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Campo } from '../../componentes/campo.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { Mensaje, MensajeFalla } from '../../componentes/mensaje.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useApp } from '../../estado/contexto.ts'
import { nombreDeOtec, rutConPuntos } from '../../estado/otec.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { useConsulta } from '../../estado/use-consulta.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { PERFILES } from '../../textos/perfiles.ts'

/** Says what is lost, then asks for the RUT: two different acts, so that no habit of pressing deletes an archive. */
export function EliminarOtec({ de, alCerrar }: { de: PerfilEnLista | null; alCerrar: () => void }) {
  const [segura, setSegura] = useState(false)
  const cerrar = (): void => { setSegura(false); alCerrar() }
  const t = PERFILES.borrar
  return (
    <Dialogo titulo={segura ? t.confirmarTitulo : t.titulo(de === null ? '' : nombreDeOtec(de))} abierto={de !== null} alCerrar={cerrar}>
      {de && (segura ? <Confirmacion de={de} alCerrar={cerrar} /> : <LoQueSePierde de={de} alCerrar={cerrar} alSeguir={() => { setSegura(true) }} />)}
    </Dialogo>
  )
}

function LoQueSePierde({ de, alCerrar, alSeguir }: { de: PerfilEnLista; alCerrar: () => void; alSeguir: () => void }) {
  const { datos, falla } = useConsulta('perfiles:contenido', { rutOtec: de.rutOtec })
  const t = PERFILES.borrar
  return (
    <div className="pila">
      {falla ? <MensajeFalla falla={falla} /> : <p>{datos === null ? t.contando : t.seBorra(datos.envios, datos.borradores)}</p>}
      {datos?.sinConfirmar != null && datos.sinConfirmar > 0 && <Mensaje tono="aviso" titulo={t.sinConfirmar(datos.sinConfirmar)} />}
      <p>{t.noCambia}</p>
      <div className="fila">
        <Boton onPress={alCerrar} autoFocus>{COMUNES.cancelar}</Boton>
        <Boton variante="peligro" isDisabled={datos === null} onPress={alSeguir}>{t.continuar}</Boton>
      </div>
    </div>
  )
}

function Confirmacion({ de, alCerrar }: { de: PerfilEnLista; alCerrar: () => void }) {
  const { ponerEstado } = useApp()
  const [escrito, setEscrito] = useState('')
  const [eliminar, ocupado] = useAccion('perfiles:eliminar')
  const t = PERFILES.borrar
  const leido = parseRut(escrito)
  const calza = leido.ok && formatRut(leido.rut, 'guion') === de.rutOtec

  async function alEliminar(): Promise<void> {
    if (!calza) return
    const nuevo = await eliminar({ rutOtec: de.rutOtec, confirmacion: escrito })
    if (nuevo === null) return
    alCerrar()
    ponerEstado(nuevo)
    avisar({ tono: 'info', titulo: t.hecho(nombreDeOtec(de)) })
  }
  return (
    <Form className="pila" onSubmit={e => { e.preventDefault(); void alEliminar() }}>
      <p>{t.confirmar(rutConPuntos(de.rutOtec))}</p>
      <Campo etiqueta={t.campo} value={escrito} onChange={setEscrito} maxLength={20} autoComplete="off" spellCheck="false" autoFocus mono />
      <div className="fila">
        <Boton onPress={alCerrar}>{COMUNES.cancelar}</Boton>
        <Boton variante="peligro" type="submit" isDisabled={!calza} isPending={ocupado}>{t.boton}</Boton>
      </div>
    </Form>
  )
}
