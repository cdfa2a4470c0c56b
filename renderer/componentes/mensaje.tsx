import type { Falla } from '../../shared/ipc/result.ts'
import { COMUNES } from '../textos/comunes.ts'
import { Icono, type NombreIcono } from './icono.tsx'

export type Tono = 'info' | 'exito' | 'aviso' | 'error' | 'neutro'

export const ICONO_DE_TONO: Record<Tono, NombreIcono> = { info: 'info', exito: 'exito', aviso: 'aviso', error: 'error', neutro: 'info' }

interface Propiedades {
  tono: Tono
  titulo: string
  children?: React.ReactNode
  acciones?: React.ReactNode
  /** Said at once by a screen reader: only for what has just happened. */
  anunciar?: boolean
  icono?: NombreIcono
}

/** A notice within a screen: what happened, what it means, and what can be done about it. */
export function Mensaje({ tono, titulo, children, acciones, anunciar = false, icono }: Propiedades) {
  const papel = anunciar ? (tono === 'error' ? { role: 'alert' } : { role: 'status' }) : {}
  return (
    <div className="mensaje" data-tono={tono} {...papel}>
      <Icono nombre={icono ?? ICONO_DE_TONO[tono]} tamano={20} />
      <div className="mensaje-cuerpo">
        <p className="mensaje-titulo">{titulo}</p>
        {children}
      </div>
      {acciones && <div className="mensaje-acciones">{acciones}</div>}
    </div>
  )
}

/** A failure that main put in words. */
export function MensajeFalla({ falla, acciones }: { falla: Falla; acciones?: React.ReactNode }) {
  return (
    <Mensaje tono="error" titulo={falla.titulo} acciones={acciones} anunciar>
      <p>{falla.explicacion}</p>
      <p><strong>{COMUNES.queHacer}:</strong> {falla.queHacer}</p>
      {falla.incidente !== undefined && <p className="suave chico">{COMUNES.incidente(falla.incidente)}</p>}
    </Mensaje>
  )
}
