/** An answer, or the lack of one → how the call ended. The one place that decides between "no llegó" and "no se sabe". */
import { avancesAprendidos } from '../../shared/domain/avances-aprendidos.ts'
import type { Curso } from '../../shared/domain/curso.ts'
import { estadoDeLlamada, type CausaLlamada } from '../../shared/domain/envio.ts'
import { interpretarRespuesta, type Interpretacion, type VeredictoAlumno } from '../../shared/domain/respuesta.ts'
import type { CierreLlamada } from './puertos-diario.ts'
import type { RespuestaGestor } from './puertos.ts'

export function cierreDe(r: RespuestaGestor, curso: Curso, respondidoEn: string): CierreLlamada {
  const nada = { respondidoEn, respuesta: null, parcial: r.tipo === 'falla' ? r.cuerpo : null, idProceso: null, respuestaSic: null, avances: [] }
  if (r.tipo === 'falla') {
    return r.pudoLeerse
      ? { ...nada, estado: 'desconocido', causa: r.causa, httpEstado: r.httpEstado, veredictos: todosDesconocidos(curso) }
      : { ...nada, estado: 'fallido', causa: r.causa, httpEstado: null, veredictos: [] }
  }
  const respondida = { ...nada, httpEstado: r.httpEstado, respuesta: r.cuerpo }
  const leida = interpretarRespuesta(r.texto, r.httpEstado, curso.listaAlumnos)
  if (leida === null) return { ...respondida, estado: 'desconocido', causa: esExito(r.httpEstado) ? 'respuesta-ilegible' : 'http', veredictos: todosDesconocidos(curso) }
  const estado = estadoDeLlamada(leida.veredictos.map((v) => v.resultado))
  return {
    ...respondida, estado, causa: causaDe(leida, estado, r.httpEstado), idProceso: leida.idProceso, respuestaSic: leida.respuestaSic,
    veredictos: leida.veredictos, avances: avancesAprendidos(curso, leida.veredictos),
  }
}

/**
 * Whether the attempt surely left nothing behind and may succeed later: no connection was made, or SENCE's authentication
 * service failed (002) and no process was made. After anything else only the person may send again.
 */
export function puedeReintentarse(c: CierreLlamada): boolean {
  if (c.estado === 'fallido') return REINTENTABLES.has(c.causa)
  return c.estado === 'rechazado' && c.causa === 'codigo-002' && c.idProceso === null
}
const REINTENTABLES: ReadonlySet<CausaLlamada | null> = new Set<CausaLlamada>(['dns', 'rechazada', 'tls', 'proxy-caido', 'sin-red', 'tiempo'])

const esExito = (httpEstado: number): boolean => httpEstado >= 200 && httpEstado < 300

const todosDesconocidos = (curso: Curso): VeredictoAlumno[] =>
  curso.listaAlumnos.map(({ rutAlumno, dvAlumno }) => ({ rutAlumno, dvAlumno, resultado: 'desconocido', codigo: null, mensaje: null }))

const CAUSA_DE_CODIGO: Readonly<Record<string, CausaLlamada>> = { '001': 'codigo-001', '002': 'codigo-002', '003': 'codigo-003' }

function causaDe(leida: Interpretacion, estado: CierreLlamada['estado'], httpEstado: number): CausaLlamada | null {
  if (leida.rechazoTotal !== null && estado === 'rechazado') return CAUSA_DE_CODIGO[leida.rechazoTotal.codigo ?? ''] ?? 'codigo-otro'
  if (estado !== 'desconocido') return null
  return esExito(httpEstado) ? 'respuesta-incompleta' : 'http'
}
