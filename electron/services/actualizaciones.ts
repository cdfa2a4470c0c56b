/**
 * Updates of the program. It looks by itself now and then, brings what it finds, and puts it in its place only when the
 * person closes the program or says so; while something is being sent it does none of the three.
 */
import type { Actualizacion, PasoActualizacion } from '../../shared/ipc/modelos-actualizacion.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { falla } from './fallas.ts'
import type { Actualizador, Oferta } from './puertos-actualizacion.ts'
import type { Despertador } from './puertos-noche.ts'
import type { Registro, Reloj } from './puertos.ts'

/** A release is some tens of megabytes on one small server, and nobody needs it within the hour. */
export const CADA_MS = 6 * 3600_000
/** The start has better things to do. */
const PRIMERA_MS = 60_000

export interface PuertosActualizaciones {
  version: string
  /** What this copy updates itself with; or why it does not. */
  actualizador: Actualizador | Extract<PasoActualizacion, { tipo: 'no-aplica' }>['motivo']
  /** Whether what is found is brought without asking. */
  automaticas(): boolean
  /** Something is being sent, or its hour is near. */
  ocupado(): boolean
  /** A version that did not start here; null: none. */
  evitar(): string | null
  /** What this version brought, not seen yet; null: nothing to tell. */
  estrenada: readonly string[] | null
  alVerEstrenada(): void
  despertador: Despertador
  reloj: Reloj
  registro: Registro
  emitir(a: Actualizacion): void
  /** Asks the program to close. */
  cerrar(): void
}

export interface ServicioActualizaciones {
  estado(): Actualizacion
  buscar(): Promise<Result<Actualizacion>>
  descargar(): Promise<Result<Actualizacion>>
  /** Closes the program, puts the new one in its place and opens it. Refused while something is being sent. */
  instalarAhora(): Result<Actualizacion>
  vista(): Actualizacion
  /** Everything is closed: what waits takes its place. */
  alCerrar(): void
  /** The computer itself is going down: an installation would be cut in its middle. */
  alApagar(): void
}

export function crearActualizaciones(p: PuertosActualizaciones): ServicioActualizaciones {
  const { actualizador } = p
  const sinActualizador = typeof actualizador === 'string'
  let paso: PasoActualizacion = sinActualizador ? { tipo: 'no-aplica', motivo: actualizador } : { tipo: 'al-dia', revisadoEn: null }
  let estrenada = p.estrenada
  let proxima = p.reloj.ahora().getTime() + PRIMERA_MS
  let oferta: Oferta | null = null
  let enCurso: Promise<void> | null = null
  let reabrir = false
  let apagando = false

  const estado = (): Actualizacion => ({ version: p.version, paso, estrenada: estrenada === null ? null : [...estrenada] })
  const poner = (nuevo: PasoActualizacion): void => { paso = nuevo; p.emitir(estado()) }
  const caer = (f: { codigo: string; titulo: string; queHacer: string }): void => { p.registro.aviso(`update: ${f.codigo}`); poner({ tipo: 'falla', titulo: f.titulo, queHacer: f.queHacer }) }
  /** One thing at a time: a second request waits for the first and is answered with what came of it. */
  const deAUna = async (hacer: (a: Actualizador) => Promise<void>): Promise<Result<Actualizacion>> => {
    if (sinActualizador) return ok(estado())
    enCurso ??= hacer(actualizador).finally(() => { enCurso = null })
    await enCurso
    return ok(estado())
  }

  async function mirar(a: Actualizador): Promise<void> {
    proxima = p.reloj.ahora().getTime() + CADA_MS
    if (paso.tipo === 'lista') return
    poner({ tipo: 'buscando' })
    const hallada = await a.buscar()
    if (!hallada.ok) { caer(hallada.falla); return }
    oferta = hallada.valor?.version === p.evitar() ? null : hallada.valor
    if (oferta === null) poner({ tipo: 'al-dia', revisadoEn: p.reloj.ahora().toISOString() })
    else if (p.automaticas() && !p.ocupado()) await traer(a)
    else poner({ tipo: 'ofrecida', nueva: oferta.version, novedades: [...oferta.novedades], bytes: oferta.bytes })
  }
  async function traer(a: Actualizador): Promise<void> {
    if (oferta === null) return
    const comun = { nueva: oferta.version, novedades: [...oferta.novedades] }
    poner({ tipo: 'descargando', ...comun, porcentaje: 0 })
    const traida = await a.descargar((porcentaje) => {
      if (paso.tipo === 'descargando' && porcentaje > paso.porcentaje) poner({ tipo: 'descargando', ...comun, porcentaje })
    })
    if (traida.ok) { p.registro.info(`update: ${comun.nueva} is here`); poner({ tipo: 'lista', ...comun }) } else caer(traida.falla)
  }

  if (!sinActualizador) {
    p.despertador.escuchar(() => {
      if (p.ocupado() || enCurso !== null) return
      if (paso.tipo === 'ofrecida' && p.automaticas()) void deAUna(traer)
      else if (p.reloj.ahora().getTime() >= proxima) void deAUna(mirar)
    })
  }
  return {
    estado,
    buscar: () => deAUna(mirar),
    descargar: async () => (p.ocupado() ? fallar(falla('actualizar-enviando')) : deAUna(traer)),
    instalarAhora: () => {
      if (paso.tipo !== 'lista') return ok(estado())
      if (p.ocupado()) return fallar(falla('actualizar-enviando'))
      reabrir = true
      p.cerrar()
      return ok(estado())
    },
    vista: () => {
      estrenada = null
      p.alVerEstrenada()
      return estado()
    },
    alCerrar: () => {
      if (sinActualizador || apagando || paso.tipo !== 'lista') return
      p.registro.info(`update: installing ${paso.nueva}`)
      actualizador.instalar(reabrir)
    },
    alApagar: () => { apagando = true },
  }
}
