import { useState } from 'react'
import { Checkbox, Form } from 'react-aria-components'
import { MINIMO_FRASE, type RespaldoEstado } from '../../../shared/ipc/modelos-respaldo.ts'
import { Boton } from '../../componentes/boton.tsx'
import { Campo } from '../../componentes/campo.tsx'
import { Dialogo } from '../../componentes/dialogo.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { COMUNES } from '../../textos/comunes.ts'
import { RESPALDO } from '../../textos/respaldo.ts'

interface Propiedades { abierto: boolean; alCerrar: () => void; alPoner: (estado: RespaldoEstado) => void }

export function FraseRespaldo({ abierto, alCerrar, alPoner }: Propiedades) {
  return <Dialogo titulo={RESPALDO.frase.titulo} abierto={abierto} alCerrar={alCerrar}>{abierto && <Formulario alCerrar={alCerrar} alPoner={alPoner} />}</Dialogo>
}

/** Twice, because nobody can tell it back afterwards. */
function Formulario({ alCerrar, alPoner }: Omit<Propiedades, 'abierto'>) {
  const [frase, setFrase] = useState('')
  const [otra, setOtra] = useState('')
  const [ver, setVer] = useState(false)
  const [poner, ocupado] = useAccion('respaldo:ponerFrase')
  const t = RESPALDO.frase
  const sirve = frase.trim().length >= MINIMO_FRASE && otra === frase
  async function guardar(): Promise<void> {
    if (!sirve) return
    const estado = await poner({ frase })
    if (estado === null) return
    avisar({ tono: 'exito', titulo: t.hecha })
    alPoner(estado)
  }
  const comunes = { type: ver ? 'text' : 'password', maxLength: 500, autoComplete: 'off', spellCheck: 'false' } as const
  return (
    <Form className="pila" onSubmit={e => { e.preventDefault(); void guardar() }}>
      <p>{t.explica}</p>
      <Campo {...comunes} etiqueta={t.campo} ayuda={t.ayuda} value={frase} onChange={setFrase} autoFocus />
      <Campo {...comunes} etiqueta={t.otraVez} error={otra.length >= frase.length && otra !== frase ? t.distinta : null} value={otra} onChange={setOtra} />
      <Checkbox isSelected={ver} onChange={setVer}>{t.ver}</Checkbox>
      <div className="fila">
        <Boton variante="primario" type="submit" isDisabled={!sirve} isPending={ocupado}>{t.boton}</Boton>
        <Boton variante="fantasma" onPress={alCerrar}>{COMUNES.cancelar}</Boton>
      </div>
    </Form>
  )
}
