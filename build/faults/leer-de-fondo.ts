import { leerConsulta } from '../../electron/services/conexion.ts'
import type { PuertosEnvios } from '../../electron/services/envios.ts'
import type { AlmacenCredenciales, ClienteGestor } from '../../electron/services/puertos.ts'
import { avancesDelHistorial } from '../../shared/domain/avances-aprendidos.ts'

/** What SENCE's history teaches, in a world that keeps none of it. */
export const leerSinGuardar = ({ cliente, credenciales }: { cliente: Pick<ClienteGestor, 'historialEnvios'>; credenciales: AlmacenCredenciales }): PuertosEnvios['leerDeFondo'] => async (desde, senal) => {
  const c = credenciales.leer()
  if (c?.token == null) return null
  const { procesos } = leerConsulta(await cliente.historialEnvios({ rutOtec: c.rutOtec, token: c.token }, desde === null ? {} : { fechaDesde: desde }, senal))
  return procesos === null ? null : avancesDelHistorial(procesos, c.rutOtec)
}
