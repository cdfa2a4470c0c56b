import type { EnvioDetalle, ProgresoEnvio } from '../shared/ipc/modelos.ts'
import type { Result } from '../shared/ipc/result.ts'
import type { EspacioAbierto } from './espacio.ts'

/** Sends the draft and waits for its end. @param alAvanzar each call as it begins */
export async function enviarYEsperar(espacio: Pick<EspacioAbierto, 'envios' | 'alEmitir' | 'planillas'>, borradorId: string, alAvanzar: (p: ProgresoEnvio) => void = () => undefined): Promise<Result<EnvioDetalle>> {
  const terminados = new Set<string>()
  let alTerminar = (): void => undefined
  const dejar = espacio.alEmitir((nombre, dato) => {
    if (nombre !== 'envio:progreso') return
    const p = dato as ProgresoEnvio
    if (p.terminado) { terminados.add(p.envioId); alTerminar() } else alAvanzar(p)
  })
  try {
    const iniciado = await espacio.envios.enviar({ borradorId })
    if (!iniciado.ok) return iniciado
    const { envioId } = iniciado.valor
    while (!terminados.has(envioId)) await new Promise<void>((listo) => { alTerminar = listo })
    const detalle = espacio.envios.detalle({ envioId })
    // The service does it too, but not when the space closes at once.
    if (detalle.ok && ['aceptado', 'aceptado-con-rechazos'].includes(detalle.valor.estado)) await espacio.planillas.marcarEnviado(borradorId)
    return detalle
  } finally { dejar() }
}
