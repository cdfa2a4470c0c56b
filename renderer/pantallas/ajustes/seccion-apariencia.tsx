import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { AJUSTES } from '../../textos/ajustes.ts'
import { Seccion } from './seccion.tsx'

const TEMAS = ['sistema', 'claro', 'oscuro'] as const

export function SeccionApariencia() {
  const { ajustes, ponerAjustes } = useApp()
  const [guardar] = useAccion('app:guardarAjustes')

  async function elegir(valor: string): Promise<void> {
    const tema = TEMAS.find(t => t === valor)
    const nuevos = tema && await guardar({ tema })
    if (nuevos) ponerAjustes(nuevos)
  }

  return (
    <Seccion titulo={AJUSTES.apariencia.titulo}>
      <RadioGroup value={ajustes.tema} onChange={v => { void elegir(v) }} orientation="horizontal">
        <Label>{AJUSTES.apariencia.tema}</Label>
        <div className="fila radios">{TEMAS.map(t => <Radio key={t} value={t}>{AJUSTES.apariencia.temas[t]}</Radio>)}</div>
      </RadioGroup>
    </Seccion>
  )
}
