import { Button, Tooltip, TooltipTrigger, type ButtonProps } from 'react-aria-components'
import { Icono, type NombreIcono } from './icono.tsx'

export type Variante = 'primario' | 'secundario' | 'peligro' | 'fantasma' | 'enlace'
/**
 * `isPending` only shows: what is asked for ignores a second press by itself (use-accion.ts). The library's own way announces
 * the button by its id, which is gone when the screen changes, and leaves an image without a name behind.
 */
type Propiedades = Omit<ButtonProps, 'children' | 'className'> & { variante?: Variante; ref?: React.Ref<HTMLButtonElement> }

/** A button with words, and an icon when it helps to find it. */
export function Boton({ variante = 'secundario', icono, iconoFinal, children, isPending = false, ...resto }: Propiedades & { icono?: NombreIcono; iconoFinal?: NombreIcono; children: React.ReactNode }) {
  return (
    <Button {...resto} data-variante={variante} {...(isPending ? { 'data-pending': '' } : {})}>
      {icono && <Icono nombre={icono} />}
      <span>{children}</span>
      {iconoFinal && <Icono nombre={iconoFinal} />}
    </Button>
  )
}

/** A button with an icon alone: `nombre` is what a screen reader says, and what a tooltip shows. */
export function BotonIcono({ nombre, icono, variante = 'fantasma', isPending = false, ...resto }: Propiedades & { nombre: string; icono: NombreIcono }) {
  return (
    <TooltipTrigger delay={500}>
      <Button {...resto} aria-label={nombre} data-variante={variante} data-icono="" {...(isPending ? { 'data-pending': '' } : {})}>
        <Icono nombre={icono} />
      </Button>
      <Tooltip>{nombre}</Tooltip>
    </TooltipTrigger>
  )
}
