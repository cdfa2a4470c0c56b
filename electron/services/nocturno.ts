/**
 * Keeps the hour of the sends that wait for the night. It trusts no long timer: a computer that sleeps stops them, and a
 * clock that is set moves them. Whenever the alarm says that time has passed, what each send must do is asked again of
 * the clock (shared/domain/envio-nocturno.ts), so that nothing goes out early, twice, or outside the window by itself.
 */
import { elegirMomento, queToca } from '../../shared/domain/envio-nocturno.ts'
import { estimarMs } from '../../shared/domain/ritmo-envio.ts'
import type { EnvioFila, ProgresoEnvio } from '../../shared/ipc/modelos.ts'
import type { NocheEstado, NocheTermino, Programado } from '../../shared/ipc/modelos-noche.ts'
import { fallar, ok, type Falla, type Result } from '../../shared/ipc/result.ts'
import type { FuenteCursos } from './fuente-cursos.ts'
import type { Despertador, Linea } from './puertos-noche.ts'
import type { Diario } from './puertos-diario.ts'
import type { Registro, Reloj } from './puertos.ts'
import type { ServicioEnvios } from './servicios.ts'
import { filaDeEnvio } from './vistas.ts'

export interface PuertosNocturno {
  envios: Pick<ServicioEnvios, 'programar' | 'reprogramar' | 'desprogramar' | 'lanzarProgramado' | 'marcarVencido' | 'empezarDeFondo'>
  planillas: Pick<FuenteCursos, 'resumen'>
  diario: Pick<Diario, 'medidas' | 'programados' | 'vencidos' | 'resumen'>
  reloj: Reloj
  registro: Registro
  despertador: Despertador
  linea: Linea
  /** 0 ≤ n < 1 */
  azar(): number
  alumnosPorParte(): number
  pausaMs(): number
  emitir(estado: NocheEstado): void
  alTerminar(fin: NocheTermino): void
}

export interface ServicioNocturno {
  estado(): NocheEstado
  /** Keeps the send for the next window that can hold it. Answers when. */
  programar(entrada: { borradorId: string }): Promise<Result<{ envioId: string; para: string }>>
  /** Another night for one that waits or that missed its own. */
  reprogramar(entrada: { envioId: string }): Result<{ para: string }>
  desprogramar(entrada: { envioId: string }): Result<NocheEstado>
  /** The person wants it now, window or not. */
  enviarAhora(entrada: { envioId: string }): Promise<Result<{ envioId: string }>>
  /** What the sends tell of their progress. */
  oir(progreso: ProgresoEnvio): void
  /** Asks the clock what each send must do now. Resolves when what had to begin has begun. */
  revisar(): Promise<void>
  /** Once the space is open; looks at once for what was missed. */
  empezar(): void
  detener(): void
}

/** They change by themselves: another send ends, the network is back. Anything else is for the person to mend. */
const PASAJERAS: ReadonlySet<string> = new Set(['envio-en-curso', 'hora-invalida'])

export function crearServicioNocturno(p: PuertosNocturno): ServicioNocturno {
  let turno: Promise<void> = Promise.resolve()
  let detenido = false
  const dejar: (() => void)[] = []
  /** Why those whose time came could not go out. */
  const problemas = new Map<string, Falla>()
  /** Sends of the night under way: their end is told. */
  const enMarcha = new Set<string>()
  let dicho = ''

  const leer = (cuales: 'programados' | 'vencidos'): EnvioFila[] => {
    try { return p.diario[cuales]().map(filaDeEnvio) } catch (error) { p.registro.error('night: journal', error); return [] }
  }
  const ficha = (e: EnvioFila): NocheEstado['vencidos'][number] => ({ envioId: e.id, nombreArchivo: e.nombreArchivo, alumnos: e.alumnos, cursos: e.cursos.length, para: e.programadoPara ?? e.creadoEn })
  const deQueEspera = (e: EnvioFila): Pick<Programado, 'espera' | 'falla'> => {
    const falla = problemas.get(e.id)
    if (queToca(p.reloj.ahora(), new Date(e.programadoPara ?? 0)) === 'espera') return { espera: 'hora', falla: null }
    if (falla === undefined) return { espera: p.linea.enLinea() ? 'hora' : 'red', falla: null }
    return PASAJERAS.has(falla.codigo) ? { espera: 'otro-envio', falla: null } : { espera: 'problema', falla }
  }
  const estado = (): NocheEstado => ({
    programados: leer('programados').filter((e) => !enMarcha.has(e.id)).map((e) => ({ ...ficha(e), ...deQueEspera(e) })),
    vencidos: leer('vencidos').map(ficha),
  })
  const contar = (): void => {
    const ahora = estado()
    const texto = JSON.stringify(ahora)
    if (texto === dicho || detenido) return
    dicho = texto
    p.emitir(ahora)
  }

  async function lanzar(envioId: string, todavia: () => boolean): Promise<Result<{ envioId: string }>> {
    enMarcha.add(envioId)
    const r = await p.envios.lanzarProgramado(envioId, todavia)
    if (r.ok) problemas.delete(envioId)
    else {
      enMarcha.delete(envioId)
      problemas.set(envioId, r.falla)
    }
    return r
  }

  async function revisar(): Promise<void> {
    for (const e of leer('programados')) {
      if (detenido) return
      if (enMarcha.has(e.id)) continue
      const cuando = new Date(e.programadoPara ?? 0)
      const hace = queToca(p.reloj.ahora(), cuando)
      if (hace === 'toca' && p.linea.enLinea()) await lanzar(e.id, () => queToca(p.reloj.ahora(), cuando) === 'toca')
      else if (hace === 'vencido') {
        const r = p.envios.marcarVencido(e.id)
        if (r.ok) p.registro.aviso('night: a send missed its window')
        problemas.delete(e.id)
      }
    }
    contar()
  }
  /** One at a time: two alarms at once must not launch the same send twice. */
  const enTurno = (): Promise<void> => (turno = turno.then(revisar).catch((error: unknown) => { p.registro.error('night', error) }))

  const momento = (porHacer: readonly number[]): string => {
    const ms = estimarMs(porHacer, p.diario.medidas(), p.pausaMs())
    return new Date(elegirMomento(p.reloj.ahora(), p.azar(), ms).instante).toISOString()
  }
  const enPartes = (alumnos: number): number[] => {
    const parte = Math.max(1, p.alumnosPorParte())
    return Array.from({ length: Math.ceil(alumnos / parte) }, (_, i) => Math.min(parte, alumnos - i * parte))
  }
  const buscar = (envioId: string): EnvioFila | null => {
    try { const e = p.diario.resumen(envioId); return e === null ? null : filaDeEnvio(e) } catch (error) { p.registro.error('night: journal', error); return null }
  }

  return {
    estado,
    programar: async ({ borradorId }) => {
      const resumen = await p.planillas.resumen(borradorId)
      if (!resumen.ok) return resumen
      const para = momento(resumen.valor.cursos.flatMap((c) => enPartes(c.enviables)))
      const r = await p.envios.programar({ borradorId, para })
      if (!r.ok) return r
      contar()
      return ok({ envioId: r.valor.envioId, para })
    },
    reprogramar: ({ envioId }) => {
      const para = momento(enPartes(buscar(envioId)?.alumnos ?? 0))
      const r = p.envios.reprogramar({ envioId, para })
      if (!r.ok) return r
      problemas.delete(envioId)
      contar()
      return ok({ para })
    },
    desprogramar: (entrada) => {
      const r = p.envios.desprogramar(entrada)
      if (!r.ok) return r
      problemas.delete(entrada.envioId)
      contar()
      return ok(estado())
    },
    enviarAhora: async ({ envioId }) => {
      // Only what waits for an hour may be let go: one that missed its own is given the present one first.
      const r = p.envios.reprogramar({ envioId, para: new Date(p.reloj.ahora().getTime() + 1000).toISOString() })
      if (!r.ok) return fallar(r.falla)
      const lanzado = await lanzar(envioId, () => true)
      // It stays where the person had it: for the night.
      if (!lanzado.ok) p.envios.reprogramar({ envioId, para: momento(enPartes(buscar(envioId)?.alumnos ?? 0)) })
      contar()
      return lanzado
    },
    oir: ({ envioId, terminado }) => {
      if (!terminado) return
      if (enMarcha.delete(envioId)) {
        const e = buscar(envioId)
        if (e !== null) p.alTerminar({ envioId, nombreArchivo: e.nombreArchivo, estado: e.estado, alumnos: e.alumnos, aceptados: e.aceptados, rechazados: e.rechazados, desconocidos: e.desconocidos })
      }
      // Another that waited for this one to end may go.
      void enTurno()
    },
    revisar: enTurno,
    empezar: () => {
      dejar.push(p.despertador.escuchar(() => { void enTurno() }))
      dejar.push(p.linea.alVolver(() => { void enTurno(); void p.envios.empezarDeFondo() }))
      void enTurno()
    },
    detener: () => { detenido = true; for (const d of dejar) d() },
  }
}
