/** What the person takes out of the program: the receipt of a send, and lists. */
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { hacerComprobante } from './comprobante/comprobante.ts'
import { falla } from './fallas.ts'
import type { FuenteCursos } from './fuente-cursos.ts'
import { listaDeAlumnos } from './listas/alumnos.ts'
import type { Lista } from './listas/lista.ts'
import { nombresDeEnvio } from './nombres.ts'
import type { Diario } from './puertos-diario.ts'
import type { AlmacenCredenciales, Registro, Reloj } from './puertos.ts'
import type { ServicioEnvios } from './servicios.ts'

interface Entorno { planillas: FuenteCursos; diario: Diario; registro: Registro; reloj: Reloj; credenciales: AlmacenCredenciales }

export function salidas(p: Entorno): Pick<ServicioEnvios, 'comprobante' | 'listaDeAlumnos'> {
  /** SENCE is told no names: they are the draft's, while it is here. */
  async function nombres(envioId: string): Promise<ReadonlyMap<string, string>> {
    const hallados = await nombresDeEnvio(p, envioId)
    return new Map(hallados.ok ? hallados.valor.map((n) => [n.rut, n.nombre]) : [])
  }

  async function alumnos(envioId: string, practica: boolean): Promise<Result<Lista>> {
    const hallado = p.diario.envio(envioId)
    return hallado === null ? fallar(falla('envio-no-existe')) : ok(listaDeAlumnos(hallado.envio, hallado.llamadas, await nombres(envioId), { ahora: p.reloj.ahora(), practica }))
  }
  const noSeLee = (que: string, error: unknown): Result<never> => fallar(falla('diario-no-lee', p.registro.error(que, error)))

  return {
    async comprobante(envioId, de) {
      try {
        return await hacerComprobante(p, envioId, { ...de, otec: p.credenciales.leer(), ahora: p.reloj.ahora(), nombres: await nombres(envioId) })
      } catch (error) { return noSeLee('receipt: names', error) }
    },
    async listaDeAlumnos(envioId, practica) {
      try { return await alumnos(envioId, practica) } catch (error) { return noSeLee('list', error) }
    },
  }
}
