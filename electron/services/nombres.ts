import type { Valor } from '../../shared/ipc/contract.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { falla } from './fallas.ts'
import type { Diario } from './puertos-diario.ts'
import type { Planillas } from './puertos-planillas.ts'

/** Names of the alumnos of a send, from the draft that it was sent from; none when that draft is gone. SENCE is never told them. */
export async function nombresDeEnvio(p: { planillas: Pick<Planillas, 'nombres'>; diario: Pick<Diario, 'resumen'> }, envioId: string): Promise<Result<Valor<'envios:nombres'>>> {
  const envio = p.diario.resumen(envioId)
  if (envio === null) return fallar(falla('envio-no-existe'))
  const nombres = await p.planillas.nombres(envio.borradorId)
  return ok(nombres.ok ? nombres.valor : [])
}
