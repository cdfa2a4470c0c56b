/** One past send as the window opens it, and the texts of a call when they are looked at. */
import type { CuerpoLlamada } from '../../shared/ipc/modelos-cuerpo.ts'
import type { EnvioDetalle } from '../../shared/ipc/modelos.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { falla } from './fallas.ts'
import type { Diario } from './puertos-diario.ts'
import type { Registro } from './puertos.ts'
import { filaDeEnvio, vistasDeLlamadas } from './vistas.ts'

interface Entorno { diario: Pick<Diario, 'detalle' | 'cuerpo'>; registro: Registro }

export function detalleDe(e: Entorno, envioId: string): Result<EnvioDetalle> {
  try {
    const hallado = e.diario.detalle(envioId)
    if (hallado === null) return fallar(falla('envio-no-existe'))
    return ok({ ...filaDeEnvio(hallado.envio), llamadas: vistasDeLlamadas(hallado.llamadas) })
  } catch (error) { return fallar(falla('diario-no-lee', e.registro.error('journal: detail', error))) }
}

export function cuerpoDe(e: Entorno, llamadaId: string): Result<CuerpoLlamada> {
  try {
    const cuerpo = e.diario.cuerpo(llamadaId)
    return cuerpo === null ? fallar(falla('envio-no-existe')) : ok(cuerpo)
  } catch (error) { return fallar(falla('diario-no-lee', e.registro.error('journal: bytes', error))) }
}
