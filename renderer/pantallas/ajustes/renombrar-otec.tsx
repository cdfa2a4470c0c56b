import { useState } from 'react'
import { Form } from 'react-aria-components'
import type { PerfilEnLista } from '../../../shared/ipc/modelos-perfiles.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Campo } from '../../componentes/campo.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { PERFILES } from '../../textos/perfiles.ts'

/** `de` null: closed. */
export function RenombrarOtec({ de, alCerrar }: { de: PerfilEnLista | null; alCerrar: () => void }) {
  const t = PERFILES.nombrar
  return <Dialogo titulo={t.titulo} abierto={de !== null} alCerrar={alCerrar}>{de && <Formulario de={de} alCerrar={alCerrar} />}</Dialogo>
}

function Formulario({ de, alCerrar }: { de: PerfilEnLista; alCerrar: () => void }) {
  const { ponerEstado } = useApp()
  const [nombre, setNombre] = useState(de.nombre)
  const [renombrar, ocupado] = useAccion('perfiles:renombrar')
  const t = PERFILES.nombrar
  async function guardar(): Promise<void> {
    const nuevo = await renombrar({ rutOtec: de.rutOtec, nombre })
    if (nuevo === null) return
    alCerrar()
    ponerEstado(nuevo)
  }
  return (
    <Form className="pila" onSubmit={e => { e.preventDefault(); void guardar() }}>
      <Campo etiqueta={t.campo} ayuda={t.ayuda} value={nombre} onChange={setNombre} maxLength={200} autoComplete="off" autoFocus />
      <div className="fila">
        <Boton variante="primario" type="submit" isPending={ocupado}>{t.boton}</Boton>
        <Boton variante="fantasma" onPress={alCerrar}>{COMUNES.cancelar}</Boton>
      </div>
    </Form>
  )
}
