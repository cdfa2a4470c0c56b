import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { COMUNES } from '../textos/comunes.ts'
import { Boton, BotonIcono, type Variante } from './boton.tsx'

interface Propiedades {
  titulo: string
  abierto: boolean
  alCerrar: () => void
  ancho?: 'normal' | 'grande'
  acciones?: React.ReactNode
  children: React.ReactNode
}

/** A dialog: Esc, the cross or a press outside close it, and the focus goes back to where it was. */
export function Dialogo({ titulo, abierto, alCerrar, ancho = 'normal', acciones, children }: Propiedades) {
  return (
    <ModalOverlay isOpen={abierto} onOpenChange={a => { if (!a) alCerrar() }} isDismissable>
      <Modal data-ancho={ancho}>
        <Dialog>
          <div className="dialogo-cabeza">
            <Heading slot="title" level={2}>{titulo}</Heading>
            <BotonIcono nombre={COMUNES.cerrar} icono="cerrar" onPress={alCerrar} />
          </div>
          {children}
          {acciones !== undefined && <div className="dialogo-pie">{acciones}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface Confirmacion {
  titulo: string
  detalle: string
  boton: string
  variante?: Variante
  abierto: boolean
  ocupado?: boolean
  alCerrar: () => void
  alConfirmar: () => void
  children?: React.ReactNode
}

/** Asks before something that cannot be taken back. */
export function Confirmar({ titulo, detalle, boton, variante = 'primario', abierto, ocupado = false, alCerrar, alConfirmar, children }: Confirmacion) {
  return (
    <Dialogo titulo={titulo} abierto={abierto} alCerrar={alCerrar} acciones={<>
      <Boton onPress={alCerrar} autoFocus>{COMUNES.cancelar}</Boton>
      <Boton variante={variante} onPress={alConfirmar} isPending={ocupado}>{boton}</Boton>
    </>}>
      <p>{detalle}</p>
      {children}
    </Dialogo>
  )
}
