/** Sends that wait for their hour. The clock is another's: here is what it may ask for, and that it happens once. */
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { credencialesUsables } from './credenciales.ts'
import { prepararEnvio, type EnvioListo } from './envio-preparacion.ts'
import { leerProgramado } from './envio-programado.ts'
import { falla } from './fallas.ts'
import type { FuenteCursos } from './fuente-cursos.ts'
import type { Diario } from './puertos-diario.ts'
import type { AlmacenCredenciales, Registro, Reloj } from './puertos.ts'
import type { ServicioEnvios } from './servicios.ts'
import { filaDeEnvio } from './vistas.ts'

interface Entorno {
  planillas: FuenteCursos; diario: Diario; credenciales: AlmacenCredenciales; reloj: Reloj; registro: Registro
  alumnosPorParte(): number
  /** Gives a send to the network. */
  echar(envioId: string, preparar: (rutOtec: string) => Promise<Result<EnvioListo>>): Promise<Result<{ envioId: string }>>
  /** The send under way, or null. */
  enCurso(): string | null
  cerrando(): boolean
  /** Resolves when what the last run left in doubt has been asked for. */
  alInicio(): Promise<void>
}
type Programacion = Pick<ServicioEnvios, 'programar' | 'reprogramar' | 'desprogramar' | 'lanzarProgramado' | 'marcarVencido' | 'programados'>

/** Why the draft may not be sent now: a send of it waits for its hour, and its alumnos would go twice. null: it may. */
export function yaProgramado(e: { diario: Diario; registro: Registro }, borradorId: string): Result<never> | null {
  try { return e.diario.programados().some((x) => x.borradorId === borradorId) ? fallar(falla('ya-programado')) : null } catch (error) {
    return fallar(falla('diario-no-lee', e.registro.error('journal: scheduled', error)))
  }
}

export function programacion(e: Entorno): Programacion {
  /** Preparing takes turns with the disk: the same draft asked for twice meanwhile would be scheduled twice. */
  const preparando = new Set<string>()
  const futura = (para: string): boolean => Date.parse(para) > e.reloj.ahora().getTime()
  /** Runs a change of the journal that answers how many calls took it. */
  const cambiar = (que: string, hacer: () => number): Result<Record<string, never>> => {
    try { return hacer() > 0 ? ok({}) : fallar(falla('no-programado')) } catch (error) { return fallar(falla('diario-no-escribe', e.registro.error(`journal: ${que}`, error))) }
  }

  return {
    programar: async ({ borradorId, para }) => {
      if (e.cerrando() || preparando.has(borradorId)) return fallar(falla('envio-en-curso'))
      if (!futura(para)) return fallar(falla('hora-invalida'))
      const credenciales = credencialesUsables(e.credenciales)
      if (!credenciales.ok) return credenciales
      const esperando = yaProgramado(e, borradorId)
      if (esperando !== null) return esperando
      preparando.add(borradorId)
      try {
        const listo = await prepararEnvio(e, borradorId, credenciales.valor.rutOtec, e.reloj.ahora(), new Date(para).toISOString())
        return listo.ok ? ok({ envioId: listo.valor.envioId }) : listo
      } finally { preparando.delete(borradorId) }
    },

    // What follows is one step of the journal each, and a call starts by another: whichever comes first decides for both.
    reprogramar: ({ envioId, para }) => {
      if (e.enCurso() === envioId) return fallar(falla('ya-comenzo'))
      if (!futura(para)) return fallar(falla('hora-invalida'))
      return cambiar('reschedule', () => e.diario.programarEnvio(envioId, new Date(para).toISOString()))
    },
    desprogramar: ({ envioId }) => e.enCurso() === envioId ? fallar(falla('ya-comenzo')) : cambiar('unschedule', () => e.diario.cancelarPendientes(envioId, 'desprogramada')),
    marcarVencido: (envioId) => e.enCurso() === envioId ? fallar(falla('ya-comenzo')) : cambiar('overdue', () => e.diario.vencerEnvio(envioId)),

    lanzarProgramado: async (envioId, todavia = () => true) => {
      await e.alInicio()
      // That may have taken until after midnight.
      if (!todavia()) return fallar(falla('hora-invalida'))
      return e.echar(envioId, async (rutOtec) => {
        try { return await leerProgramado(e, envioId, rutOtec) } catch (error) { return fallar(falla('diario-no-lee', e.registro.error('journal: scheduled', error))) }
      })
    },

    programados: () => {
      try { return ok(e.diario.programados().map(filaDeEnvio)) } catch (error) { return fallar(falla('diario-no-lee', e.registro.error('journal: scheduled', error))) }
    },
  }
}
