import { Checkbox, CheckboxGroup, Label, Text } from 'react-aria-components'
import { ASISTENTE } from '../../textos/asistente.ts'
import type { Asistente } from './use-asistente.ts'

const T = ASISTENTE.gemelas

/** The other sheets with the same headings, each to be read together with this one or not. */
export function HojasGemelas({ a }: { a: Asistente }) {
  const gemelas = a.columnas?.gemelas ?? []
  if (gemelas.length === 0) return null
  return (
    <CheckboxGroup className="react-aria-CheckboxGroup tarjeta asistente-gemelas" value={[...a.juntas]} onChange={a.ponerJuntas}>
      <Label>{T.titulo(gemelas.length)}</Label>
      <Text slot="description" className="suave chico">{T.detalle}</Text>
      <div className="asistente-gemelas-lista">{gemelas.map(h => <Checkbox key={h} value={h}><span className="cortado" title={h}>{h}</span></Checkbox>)}</div>
    </CheckboxGroup>
  )
}
