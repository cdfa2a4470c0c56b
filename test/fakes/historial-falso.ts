import type { Input, RequestName, Valor } from '../../shared/ipc/contract.ts'
import type { AvanceConsulta, FilaComparada, ProcesoSence, RegistroSence } from '../../shared/ipc/modelos-historial.ts'
import { ok, type Result } from '../../shared/ipc/result.ts'
import { historialDeEjemplo } from './envios-falsos.ts'
import type { Escenario } from './escenario.ts'

type Nombres = Extract<RequestName, `historial:${string}`>
type Suyos = { [N in Nombres]: (entrada: Input<N>) => Result<Valor<N>> | Promise<Result<Valor<N>>> }
const esperar = (ms: number): Promise<void> => new Promise(r => { setTimeout(r, ms) })
const LEIDO = '2026-11-25T01:10:00Z'

/** A history that was read last night: the middle process holds many records, the last one is odd in every way. */
export function historialFalso(e: Escenario, avisar: (a: AvanceConsulta) => void): Suyos {
  let consultado = e.datos !== 'no'
  let detenida = false
  const ejemplos = historialDeEjemplo(e)
  const procesos = ejemplos.map((p, i): ProcesoSence => ({
    pk: i + 1, idProceso: p.idProceso, codigoExterno: p.codigoExterno, fecha: i === 2 ? '2026-02-30 10:00:00' : p.fecha, estado: p.estado, observaciones: p.observaciones, observacionesSic: p.observacionesSic, otec: i === 2 ? '77124930' : p.rutOtec,
    registros: i === 1 ? 50_000 : p.registros.length, aceptados: i === 1 ? 49_999 : p.registros.length - 1, rechazados: 1, marcas: i === 2 ? ['repetido', 'sin-codigo', 'sin-fecha', 'otra-otec', 'estado-desconocido', 'cortado'] : [], leidoEn: LEIDO, crudo: p.crudo, envioLocal: p.envioLocal,
  }))
  const registros = (pk: number): RegistroSence[] => (ejemplos[pk - 1]?.registros ?? []).map(({ crudo: _, ...r }, i) => ({ ...r, orden: i, actividad: i % 2 === 0 ? `ACT-${i}` : null, deOtraOtec: pk === 3 && i === 0, fechaEjecucion: pk === 3 && i === 1 ? '2021-04-0' : r.fechaEjecucion, ...(pk === 3 && i === 3 ? { resultado: 'otro' as const, estadoRegistro: '9' } : {}) }))
  const filas: FilaComparada[] = [
    { rut: '12.000.000-5', modulo: 'MA01', donde: 'ambos', rechazado: false, campos: [{ campo: 'avance', enviado: '60', registrado: '55', igual: false }, { campo: 'fin', enviado: '2026-11-30', registrado: '2026-11-3', igual: false }] },
    { rut: '12.000.037-4', modulo: null, donde: 'ambos', rechazado: true, campos: [{ campo: 'tiempo', enviado: '3600', registrado: null, igual: false }] },
    { rut: '12.000.074-9', modulo: 'MA02', donde: 'solo-enviado', rechazado: false, campos: [{ campo: 'avance', enviado: '30', registrado: null, igual: false }] },
    { rut: '12.000.111-7', modulo: 'MA09', donde: 'solo-sence', rechazado: false, campos: [{ campo: 'avance', enviado: null, registrado: '12', igual: false }] },
  ]
  const igual: FilaComparada = { rut: '12.000.148-6', modulo: 'MA01', donde: 'ambos', rechazado: false, campos: [{ campo: 'avance', enviado: '10', registrado: '10', igual: true }] }
  return {
    'historial:estado': () => ok({ ultima: consultado ? { consultadoEn: LEIDO, filtro: {}, procesos: procesos.length, registros: 50_012, completa: e.datos !== 'largos' } : null, avance: null }),
    'historial:actualizar': async filtro => {
      detenida = false
      for (let i = 0; i <= 8; i++) {
        avisar({ octetos: i * 1_400_000, procesos: i * 3, registros: i * 6_100, deFondo: false, terminada: false })
        await esperar(e.latenciaMs * 4)
        if (detenida) break
      }
      avisar({ octetos: 0, procesos: 0, registros: 0, deFondo: false, terminada: true })
      if (detenida) return ok(null)
      consultado = true
      return ok({ consultadoEn: LEIDO, filtro, procesos: procesos.length, registros: 50_012, completa: true })
    },
    'historial:cancelar': () => { detenida = true; return ok({}) },
    'historial:procesos': ({ filtro }) => { const suyos = consultado ? procesos.filter(p => filtro.idProceso === undefined || p.idProceso === filtro.idProceso) : []; return ok({ total: suyos.length, procesos: suyos }) },
    'historial:proceso': ({ pk }) => ok(procesos[pk - 1] ?? null),
    'historial:registros': ({ pk, filtro, desde }) => {
      const suyos = registros(pk).filter(r => filtro === 'todos' || r.resultado === (filtro === 'rechazados' ? 'rechazado' : filtro === 'otros' ? 'otro' : 'aceptado'))
      return ok({ total: pk === 2 && filtro === 'todos' ? 50_000 : suyos.length, registros: suyos.map((r, i) => ({ ...r, orden: desde + i })) })
    },
    'historial:crudo': ({ pk, orden }) => ok({ crudo: ejemplos[pk - 1]?.registros[orden % 6]?.crudo ?? null }),
    'historial:comparar': ({ llamadaId, todas }) => {
      const de = { llamadaId, codigoOferta: 'RLAB', codigoGrupo: 'RLAB-1', leidoEn: LEIDO }
      if (e.resultado === 'desconocido') return ok({ ...de, procesos: [], leidoEn: null, iguales: 0, distintas: 0, soloEnviado: 4, soloSence: 0, total: 0, filas: [] })
      const vistas = todas ? [...filas, igual] : filas
      return ok({ ...de, procesos: ['48210'], iguales: 36, distintas: 2, soloEnviado: 1, soloSence: 1, total: vistas.length, filas: vistas })
    },
  }
}
