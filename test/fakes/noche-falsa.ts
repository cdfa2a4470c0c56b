import { elegirMomento } from '../../shared/domain/envio-nocturno.ts'
import type { Input, RequestName, Valor } from '../../shared/ipc/contract.ts'
import type { NocheEstado } from '../../shared/ipc/modelos-noche.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import type { Escenario } from './escenario.ts'

type DeNoche = Extract<RequestName, `noche:${string}`>
type Manejadores = { [N in DeNoche]: (entrada: Input<N>) => Result<Valor<N>> }

/** The night's requests, in memory. */
export function nocheFalsa(e: Escenario, emitir: (estado: NocheEstado) => void): Manejadores {
  const nombreArchivo = e.datos === 'largos' ? 'Informe consolidado de avance de participantes segundo semestre versión final (3) definitiva.xlsx' : 'avance-noviembre.xlsx'
  const para = (): string => new Date(elegirMomento(new Date(), 0.35, 600_000).instante).toISOString()
  const envio = (envioId: string) => ({ envioId, nombreArchivo, alumnos: 38, cursos: 2 })
  const problema = { codigo: 'token-ilegible', titulo: 'Hay que ingresar el token otra vez', explicacion: 'El token guardado no se puede abrir.', queHacer: 'Vaya a Credenciales e ingrese de nuevo el token de la OTEC.' }
  let activo = false
  let noche: NocheEstado = {
    programados: e.noche === 'no' ? [] : [
      { ...envio('p1'), para: para(), espera: 'hora', falla: null },
      ...(e.noche === 'espera' ? [] : [{ ...envio('p2'), para: para(), espera: 'red' as const, falla: null }, { ...envio('p3'), para: para(), espera: 'problema' as const, falla: problema }]),
    ],
    vencidos: e.noche === 'todo' ? [{ ...envio('v1'), para: '2026-11-24T01:41:00.000Z' }] : [],
  }
  const poner = (nueva: NocheEstado): Result<NocheEstado> => {
    noche = nueva
    emitir(noche)
    return ok(noche)
  }
  const sin = (envioId: string): NocheEstado => ({ programados: noche.programados.filter(p => p.envioId !== envioId), vencidos: noche.vencidos.filter(v => v.envioId !== envioId) })
  const programar = (envioId: string): string => {
    const cuando = para()
    const demas = sin(envioId)
    poner({ ...demas, programados: [...demas.programados, { ...envio(envioId), para: cuando, espera: 'hora', falla: null }] })
    return cuando
  }
  return {
    'noche:estado': () => ok(noche),
    'noche:programar': () => ok({ envioId: 'p9', para: programar('p9') }),
    'noche:reprogramar': i => ok({ para: programar(i.envioId) }),
    'noche:desprogramar': i => poner(sin(i.envioId)),
    'noche:enviarAhora': i => { poner(sin(i.envioId)); return ok({ envioId: i.envioId }) },
    'noche:inicio': () => ok({ activo }),
    'noche:ponerInicio': i => { activo = i.activo; return ok({ activo }) },
  }
}
