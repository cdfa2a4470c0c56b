import type { Input, RequestName, Valor } from '../../shared/ipc/contract.ts'
import type { RedEstado } from '../../shared/ipc/modelos-red.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import type { Escenario } from './escenario.ts'

type DeRed = Extract<RequestName, `red:${string}`>
type Manejadores = { [N in DeRed]: (entrada: Input<N>) => Result<Valor<N>> }

/** The network's requests, in memory. */
export function redFalsa(e: Escenario, emitir: (estado: RedEstado) => void): Manejadores {
  const servidor = e.datos === 'largos' ? 'proxy-salida-internet.administracion.municipalidad-de-ejemplo.cl:8080' : '10.0.0.1:8080'
  let red: RedEstado = {
    pideClave: e.red === 'pide' ? servidor : null,
    identificacion: e.red === 'todo' ? { servidor, usuario: 'maria.perez', guardada: e.cifrado } : null,
    certificado: e.red === 'todo' ? { nombre: 'Red de la Oficina CA', hasta: '2031-05-30' } : null,
  }
  const poner = (cambio: Partial<RedEstado>): Result<RedEstado> => {
    red = { ...red, ...cambio }
    emitir(red)
    return ok(red)
  }
  return {
    'red:estado': () => ok(red),
    'red:identificarse': i => poner({ pideClave: null, identificacion: { servidor: i.servidor, usuario: i.usuario, guardada: e.cifrado } }),
    'red:olvidarIdentificacion': () => poner({ identificacion: null }),
    'red:elegirCertificado': () => poner({ certificado: { nombre: 'Red de la Oficina CA', hasta: '2031-05-30' } }),
    'red:quitarCertificado': () => poner({ certificado: null }),
  }
}
