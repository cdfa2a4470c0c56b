import { Button, Group, Input, Label, NumberField, Text } from 'react-aria-components'

interface Propiedades {
  etiqueta: string; ayuda: string
  /** What its buttons do, for who does not see them. */
  menos: string; mas: string
  valor: number; minimo: number; maximo: number; paso: number
  alCambiar: (n: number) => void
}

/** A number that is written, or moved by steps. What is not a number changes nothing. */
export function CampoNumero({ etiqueta, ayuda, menos, mas, valor, minimo, maximo, paso, alCambiar }: Propiedades) {
  return (
    <NumberField value={valor} onChange={n => { if (!Number.isNaN(n)) alCambiar(n) }} minValue={minimo} maxValue={maximo} step={paso}>
      <Label>{etiqueta}</Label>
      <Group>
        <Button slot="decrement" aria-label={menos} data-icono="">−</Button>
        <Input className="react-aria-Input entrada-corta" />
        <Button slot="increment" aria-label={mas} data-icono="">+</Button>
      </Group>
      <Text slot="description">{ayuda}</Text>
    </NumberField>
  )
}
