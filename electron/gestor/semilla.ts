import { horaEnSantiago, hoyEnSantiago, type FechaIso } from '../../shared/domain/fecha.ts'
import { enviosAnteriores } from '../../shared/practica/semana-anterior.ts'
import { ESTADO_VACIO, type EstadoGestor } from './estado.ts'
import { procesarEnvio } from './motor.ts'
import { padronDePractica } from './padron.ts'

/** The state of a new practice: the sends of the last days, judged by the same rules as everything that comes after. */
export function estadoInicial(ahora: Date): EstadoGestor {
  const padron = padronDePractica()
  const credenciales = { rutOtec: padron.otec.rut, idSistema: 1350, token: padron.otec.token }
  return enviosAnteriores(hoyEnSantiago(ahora)).reduce(
    (estado, { dia, ...curso }, i) => procesarEnvio(padron, estado, { ...credenciales, ...curso }, nochesDeEnvio(dia, i)).estado,
    ESTADO_VACIO,
  )
}

/** 22:14 of that day in Santiago (a minute later for each send), within the hours that SENCE asks for [I23]. The offset changes with the season. */
function nochesDeEnvio(dia: FechaIso, i: number): Date {
  const verano = new Date(`${dia}T22:${14 + i}:05-03:00`)
  return horaEnSantiago(verano).hora === 22 ? verano : new Date(`${dia}T22:${14 + i}:05-04:00`)
}
