import { useEffect, useRef } from 'react'
import { Button, Group, Input, Label, SearchField } from 'react-aria-components'
import { escuchar } from '../puente.ts'
import { COMUNES } from '../textos/comunes.ts'
import { Icono } from './icono.tsx'

interface Propiedades { etiqueta: string; marcador?: string; valor: string; alCambiar: (texto: string) => void }

/** A search box that also answers the menu's "Buscar". */
export function Buscador({ etiqueta, marcador, valor, alCambiar }: Propiedades) {
  const entrada = useRef<HTMLInputElement>(null)
  useEffect(() => escuchar('menu:accion', ({ accion }) => { if (accion === 'buscar') entrada.current?.focus() }), [])
  return (
    <SearchField value={valor} onChange={alCambiar}>
      <Label className="solo-lector">{etiqueta}</Label>
      <Group>
        <Icono nombre="buscar" tamano={16} />
        <Input ref={entrada} placeholder={marcador ?? etiqueta} />
        <Button aria-label={COMUNES.borrarBusqueda} data-variante="fantasma"><Icono nombre="cerrar" tamano={14} /></Button>
      </Group>
    </SearchField>
  )
}
