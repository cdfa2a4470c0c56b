import { Button, Tooltip, TooltipTrigger, type ButtonProps } from 'react-aria-components'
import { Icono, type NombreIcono } from './icono.tsx'

export type Variante = 'primario' | 'secundario' | 'peligro' | 'fantasma' | 'enlace'
type Propiedades = Omit<ButtonProps, 'children' | 'className'> & { variante?: Variante }

/** A button with words, and an icon when it helps to find it. */
export function Boton({ variante = 'secundario', icono, iconoFinal, children, ...resto }: Propiedades & { icono?: NombreIcono; iconoFinal?: NombreIcono; children: React.ReactNode }) {
  return (
    <Button {...resto} data-variante={variante}>
      {icono && <Icono nombre={icono} />}
      <span>{children}</span>
      {iconoFinal && <Icono nombre={iconoFinal} />}
    </Button>
  )
}

/** A button with an icon alone: `nombre` is what a screen reader says, and what a tooltip shows. */
export function BotonIcono({ nombre, icono, variante = 'fantasma', ...resto }: Propiedades & { nombre: string; icono: NombreIcono }) {
  return (
    <TooltipTrigger delay={500}>
      <Button {...resto} aria-label={nombre} data-variante={variante} data-icono="">
        <Icono nombre={icono} />
      </Button>
      <Tooltip>{nombre}</Tooltip>
    </TooltipTrigger>
  )
}
