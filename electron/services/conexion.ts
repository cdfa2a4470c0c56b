/** What a call to the history says of the connection and of the credentials. */
import type { CausaRed } from '../../shared/domain/causas-red.ts'
import { CATALOGO_CODIGOS } from '../../shared/domain/codigos-sence.ts'
import { interpretarHistorial, type ProcesoLeido } from '../../shared/domain/historial.ts'
import type { PruebaConexion } from '../../shared/ipc/modelos.ts'
import type { RespuestaGestor } from './puertos.ts'
import { PALABRAS_ILEGIBLE, PALABRAS_RED, palabrasHttp, palabrasRed, type Palabras } from './textos-red.ts'

type Resultado = PruebaConexion['resultado']
const RESULTADO_DE: Readonly<Record<CausaRed, Resultado>> = {
  dns: 'dns', rechazada: 'rechazada', tls: 'tls', 'tls-emisor': 'tls', 'tls-cadena': 'tls', 'tls-nombre': 'tls', 'tls-vencido': 'tls', reloj: 'tls',
  proxy: 'proxy', 'proxy-esquema': 'proxy', 'proxy-rechaza': 'proxy', 'proxy-caido': 'proxy', portal: 'http', tiempo: 'tiempo', 'sin-red': 'sin-red', cortada: 'sin-red',
  'demasiado-grande': 'respuesta-ilegible', direccion: 'rechazada', detenido: 'sin-red', 'otec-ajena': 'credenciales',
}
const OK: Palabras = {
  titulo: 'Conexión correcta',
  explicacion: 'SENCE respondió y reconoció las credenciales de la OTEC.',
  queHacer: 'Ya puede enviar sus planillas.',
}

export interface ConsultaLeida {
  readonly prueba: PruebaConexion
  readonly procesos: readonly ProcesoLeido[] | null
  /** Instant of the answer by SENCE's own clock; null: it did not tell. */
  readonly fecha: string | null
}

/**
 * What the answer to a consult says of the connection and of the credentials. Only a history proves that they are good.
 * @param leida what its text is, asked only where there is one
 */
export function juzgarConsulta(r: { readonly tipo: 'respuesta'; readonly httpEstado: number } | Extract<RespuestaGestor, { tipo: 'falla' }>, leida: () => LeidoDeConsulta): PruebaConexion {
  const con = (resultado: Resultado, { titulo, explicacion, queHacer }: Palabras): PruebaConexion => ({ resultado, titulo, explicacion, queHacer })
  if (r.tipo === 'falla') return con(RESULTADO_DE[r.causa], palabrasRed(r.causa, r.dato))
  // SENCE's service sends nobody elsewhere: who does stands in between.
  if (r.httpEstado >= 300 && r.httpEstado < 400) return con('http', PALABRAS_RED.portal)
  if (r.httpEstado !== 200) return con('http', palabrasHttp(r.httpEstado))
  const historial = leida()
  if (historial.tipo === 'procesos') return con('ok', OK)
  if (historial.tipo !== 'error') return con('respuesta-ilegible', PALABRAS_ILEGIBLE)
  // 002 says nothing of the credentials: SENCE could not check them.
  if (historial.codigo === '002') return con('respuesta-ilegible', CATALOGO_CODIGOS['002'])
  const { titulo, queHacer } = CATALOGO_CODIGOS['001']
  const explicacion = historial.mensaje === null ? 'Se llegó a SENCE, pero rechazó el RUT de la OTEC o el token.' : `Se llegó a SENCE, pero rechazó el RUT de la OTEC o el token. Mensaje de SENCE: «${historial.mensaje.slice(0, 500)}»`
  return con('credenciales', { titulo, explicacion, queHacer })
}
type LeidoDeConsulta = { readonly tipo: 'procesos' | 'ilegible' | 'cortada' } | { readonly tipo: 'error'; readonly codigo: string | null; readonly mensaje: string | null }

/** `procesos` is null unless the answer is a history: only that proves that the credentials are good. */
export function leerConsulta(r: RespuestaGestor): ConsultaLeida {
  const historial = r.tipo === 'respuesta' && r.httpEstado === 200 ? interpretarHistorial(r.texto) : { tipo: 'ilegible' } as const
  const prueba = juzgarConsulta(r, () => historial)
  return historial.tipo === 'procesos' && r.tipo === 'respuesta' ? { prueba, procesos: historial.procesos, fecha: r.fecha } : { prueba, procesos: null, fecha: null }
}
