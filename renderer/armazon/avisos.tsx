import { Button, Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastRegion as ToastRegion } from 'react-aria-components'
import { Boton } from '../componentes/boton.tsx'
import { Icono } from '../componentes/icono.tsx'
import { ICONO_DE_TONO } from '../componentes/mensaje.tsx'
import { colaDeAvisos } from '../estado/avisos.ts'
import { ARMAZON } from '../textos/armazon.ts'

/** Outcomes that do not belong to a place of the screen. F6 goes to them and back. */
export function Avisos() {
  return (
    <ToastRegion queue={colaDeAvisos} aria-label={ARMAZON.avisos}>
      {({ toast }) => {
        const { tono, titulo, detalle, accion } = toast.content
        return (
          <Toast toast={toast} data-tono={tono}>
            <Icono nombre={ICONO_DE_TONO[tono]} tamano={20} />
            <ToastContent>
              <Text slot="title">{titulo}</Text>
              {detalle !== undefined && <Text slot="description">{detalle}</Text>}
              {accion && <Boton variante="enlace" slot={null} onPress={() => { accion.hacer(); colaDeAvisos.close(toast.key) }}>{accion.texto}</Boton>}
            </ToastContent>
            <Button slot="close" aria-label={ARMAZON.cerrarAviso} data-variante="fantasma"><Icono nombre="cerrar" tamano={16} /></Button>
          </Toast>
        )
      }}
    </ToastRegion>
  )
}
