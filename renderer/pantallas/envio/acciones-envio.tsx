import type { EnvioDetalle } from '../../../shared/ipc/modelos.ts'
import { Boton } from '../../componentes/boton.tsx'
import { avisar } from '../../estado/avisos.ts'
import { useApp } from '../../estado/contexto.ts'
import { useAccion } from '../../estado/use-accion.ts'
import { VISTA_DE_SECCION } from '../../estado/vista.ts'
import { RESPUESTA } from '../../textos/envio.ts'

/** Asks SENCE for the calls of the send whose answer never came, and says what it brought. */
export function BotonPreguntar({ envio, alSaber }: { envio: EnvioDetalle; alSaber: () => void }) {
  const [conciliar, preguntando] = useAccion('envio:conciliar')

  async function preguntar(): Promise<void> {
    const despues = await conciliar({ envioId: envio.id })
    if (!despues) return
    avisar(loDicho(envio, despues))
    alSaber()
  }

  return <Boton variante="primario" icono="recargar" isPending={preguntando} onPress={() => { void preguntar() }}>{preguntando ? RESPUESTA.preguntando : RESPUESTA.preguntar}</Boton>
}

function loDicho(antes: EnvioDetalle, despues: EnvioDetalle): Parameters<typeof avisar>[0] {
  const d = RESPUESTA.dicho
  const eran = new Set(antes.llamadas.filter(l => l.estado === 'desconocido').map(l => l.id))
  const ahora = despues.llamadas.filter(l => eran.has(l.id))
  if (ahora.every(l => l.estado !== 'desconocido')) return ahora.every(l => l.estado === 'fallido') ? { tono: 'aviso', ...d.noRecibido } : { tono: 'exito', ...d.sabido }
  return despues.desconocidos < antes.desconocidos ? { tono: 'info', ...d.enParte } : { tono: 'info', ...d.todavia }
}

/** Opens the draft of the send with only the refused in it. */
export function BotonCorregir({ envio }: { envio: EnvioDetalle }) {
  const { control, ir } = useApp()

  async function corregir(): Promise<void> {
    if (!await control.corregir(envio.id)) return
    ir(VISTA_DE_SECCION.planilla)
    avisar({ tono: 'info', titulo: RESPUESTA.corregir, detalle: RESPUESTA.corregirDetalle })
  }

  return <Boton variante="primario" icono="izquierda" isDisabled={control.ocupado} onPress={() => { void corregir() }}>{RESPUESTA.corregir}</Boton>
}
