/** Calls whose answer never came: SENCE's history is asked for each by its own code, and nothing is ever posted again here. */
import { avancesAprendidos, type AvanceFechado } from '../../shared/domain/avances-aprendidos.ts'
import { conciliar, type Conciliacion } from '../../shared/domain/conciliacion.ts'
import { CursoSchema } from '../../shared/domain/curso.ts'
import { estadoDeEnvio } from '../../shared/domain/envio.ts'
import { instanteDeSantiago } from '../../shared/domain/fecha.ts'
import type { ProcesoLeido } from '../../shared/domain/historial.ts'
import type { EstadoEnvio } from '../../shared/ipc/modelos.ts'
import { fallar, ok, type Falla, type Result } from '../../shared/ipc/result.ts'
import { aprenderPorPartes } from './aprender-por-partes.ts'
import type { Aprendizaje } from './aprendizaje.ts'
import { leerConsulta } from './conexion.ts'
import { credencialesUsables } from './credenciales.ts'
import { soloCurso } from './cuerpo-guardado.ts'
import { falla } from './fallas.ts'
import type { FuenteCursos } from './fuente-cursos.ts'
import type { ConciliacionLlamada, Diario, LlamadaGuardada } from './puertos-diario.ts'
import type { AlmacenCredenciales, ClienteGestor, Registro, Reloj } from './puertos.ts'

export interface PuertosConciliacion {
  planillas: FuenteCursos; diario: Diario; cliente: ClienteGestor; credenciales: AlmacenCredenciales; reloj: Reloj; registro: Registro; aprendizaje: Aprendizaje
  /** A send came to be known without the person having asked. */
  alConciliar(envio: { envioId: string; nombreArchivo: string; estado: EstadoEnvio }): void
}
export interface Conciliador {
  /** Asks for each unknown call of the send. The first consult that fails is told, and what was found out before it stays. */
  delEnvio(envioId: string, senal: AbortSignal): Promise<Result<unknown>>
  /** Every unknown call of the OTEC, one at a time. Silent, but for the log. */
  deFondo(senal: AbortSignal): Promise<void>
}
type Incierta = LlamadaGuardada & { readonly envioId: string }

export function crearConciliador(p: PuertosConciliacion): Conciliador {
  let turno: Promise<unknown> = Promise.resolve()
  /** Two consults for one call would count its absence twice. */
  const enTurno = <T>(tarea: () => Promise<T>): Promise<T> => {
    const mia = turno.then(tarea, tarea)
    turno = mia.catch(() => undefined)
    return mia
  }

  async function resolver(elegir: (l: Incierta) => boolean, senal: AbortSignal, alSaber: (envioId: string) => void): Promise<Falla | null> {
    const credenciales = credencialesUsables(p.credenciales)
    if (!credenciales.ok) return credenciales.falla
    for (const llamada of p.diario.inciertas(credenciales.valor.rutOtec).filter(elegir)) {
      if (senal.aborted) return null
      if (llamada.estado === 'desconocido') p.diario.marcarConciliando(llamada.id)
      const { prueba, procesos, fecha } = leerConsulta(await p.cliente.historialEnvios(credenciales.valor, { codigoExterno: llamada.codigoEnvio }, senal))
      if (procesos === null) p.diario.soltarConciliacion(llamada.id)
      if (procesos === null) return { codigo: `historial-${prueba.resultado}`, titulo: prueba.titulo, explicacion: prueba.explicacion, queHacer: prueba.queHacer }
      // Patience is counted by SENCE's clock: on this computer's, set forward by mistake, thirty hours pass in a moment.
      const ahora = fecha ?? p.reloj.ahora().toISOString()
      const dicho = conciliar(llamada, procesos, ahora)
      const { avances, ...anotacion } = anotacionDe(dicho, llamada, procesos, ahora)
      await aprenderPorPartes(p.diario, credenciales.valor.rutOtec, avances)
      p.diario.conciliarLlamada(llamada.id, anotacion)
      if (dicho.tipo === 'hallada') p.aprendizaje.cambio()
      if (dicho.tipo === 'perdida' || (dicho.tipo === 'hallada' && dicho.estado !== 'desconocido')) alSaber(llamada.envioId)
    }
    return null
  }

  /** The draft learns what SENCE holds, and counts as sent when all of it is known to have arrived. */
  async function contarAlBorrador(envioId: string): Promise<void> {
    try {
      const envio = p.diario.resumen(envioId)
      if (envio === null) return
      const estado = estadoDeEnvio(envio.llamadas.map((l) => l.estado))
      await p.aprendizaje.ponerAlDia(envio.borradorId)
      if (estado === 'aceptado' || estado === 'aceptado-con-rechazos') await p.planillas.marcarEnviado(envio.borradorId)
    } catch (error) { p.registro.error('reconcile: draft', error) }
  }

  return {
    delEnvio: (envioId, senal) => enTurno(async () => {
      if (p.diario.resumen(envioId) === null) return fallar(falla('envio-no-existe'))
      const sabidos = new Set<string>()
      const mala = await resolver((l) => l.envioId === envioId, senal, (id) => { sabidos.add(id) })
      for (const id of sabidos) await contarAlBorrador(id)
      return mala === null ? ok({}) : fallar(mala)
    }),
    deFondo: (senal) => enTurno(async () => {
      const sabidos = new Set<string>()
      try {
        const mala = await resolver(() => true, senal, (id) => { sabidos.add(id) })
        if (mala !== null && mala.codigo !== 'sin-credenciales') p.registro.aviso(`reconcile: ${mala.codigo}`)
      } catch (error) { p.registro.error('reconcile', error) }
      for (const envioId of sabidos) {
        await contarAlBorrador(envioId)
        const envio = p.diario.resumen(envioId)
        if (envio !== null) p.alConciliar({ envioId, nombreArchivo: envio.nombreArchivo, estado: estadoDeEnvio(envio.llamadas.map((l) => l.estado)) })
      }
    }),
  }
}

function anotacionDe(dicho: Conciliacion, llamada: Incierta, procesos: readonly ProcesoLeido[], consultadaEn: string): ConciliacionLlamada & { avances: AvanceFechado[] } {
  switch (dicho.tipo) {
    case 'ausente': return { consultadaEn, ausenteDesde: dicho.ausenteDesde, constancia: null, hallado: null, avances: [] }
    case 'perdida': return {
      consultadaEn, ausenteDesde: llamada.ausenteDesde, constancia: null,
      hallado: { estado: 'fallido', causa: 'no-recibida', idProceso: null, veredictos: [] }, avances: [],
    }
    case 'hallada': {
      const suyos = procesos.filter((x) => x.codigoExterno === llamada.codigoEnvio)
      const constancia = suyos.flatMap((x) => [x.crudo, ...x.registros.map((r) => r.crudo)]).join('\n')
      return {
        consultadaEn, ausenteDesde: null, constancia,
        hallado: { estado: dicho.estado, causa: 'por-historial', idProceso: dicho.idProceso, veredictos: dicho.veredictos }, avances: avancesDe(dicho, llamada),
      }
    }
  }
}

/** What the alumnos found accepted had been sent with, out of the exact bytes that were kept. */
function avancesDe(dicho: Extract<Conciliacion, { tipo: 'hallada' }>, llamada: Incierta): AvanceFechado[] {
  const curso = CursoSchema.safeParse(soloCurso(llamada.cuerpo))
  if (!curso.success) return []
  const aceptadoEn = (dicho.fecha === null ? null : instanteDeSantiago(dicho.fecha)) ?? llamada.enviadoEn ?? ''
  return avancesAprendidos(curso.data, dicho.veredictos).map((a) => ({ ...a, aceptadoEn }))
}
