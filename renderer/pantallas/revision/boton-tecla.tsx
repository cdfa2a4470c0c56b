import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import { Icono, type NombreIcono } from '../../componentes/icono.tsx'

interface BotonTeclaProps {
  icono: NombreIcono
  nombre: string
  /** Its key, shown beside the name. */
  tecla: string
  desactivado?: boolean
  alPulsar(): void
}

/** A button with an icon alone, whose tooltip teaches its key. */
export function BotonTecla({ icono, nombre, tecla, desactivado = false, alPulsar }: BotonTeclaProps) {
  return (
    <TooltipTrigger delay={500}>
      <Button aria-label={nombre} data-variante="fantasma" data-icono="" isDisabled={desactivado} onPress={alPulsar}><Icono nombre={icono} /></Button>
      <Tooltip placement="bottom">{nombre} <kbd>{tecla}</kbd></Tooltip>
    </TooltipTrigger>
  )
}
