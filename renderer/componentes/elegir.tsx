import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { Icono } from './icono.tsx'

interface Propiedades<K extends string> { etiqueta: string; elegida: K; opciones: readonly { id: K; texto: string }[]; alElegir: (id: K) => void }

/** One of a few. */
export function Elegir<K extends string>({ etiqueta, elegida, opciones, alElegir }: Propiedades<K>) {
  return (
    <Select value={elegida} onChange={k => { const o = opciones.find(x => x.id === k); if (o !== undefined) alElegir(o.id) }}>
      <Label>{etiqueta}</Label>
      <Button><SelectValue /><Icono nombre="abajo" /></Button>
      <Popover><ListBox items={opciones}>{o => <ListBoxItem id={o.id} textValue={o.texto}>{o.texto}</ListBoxItem>}</ListBox></Popover>
    </Select>
  )
}
