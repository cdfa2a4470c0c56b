/** What SENCE's history says of the last accepted progress, whoever sent it: kept, and handed to the draft that is open. */
import type { UltimoAvance } from '../../shared/domain/avance.ts'
import type { AvanceFechado } from '../../shared/domain/avances-aprendidos.ts'
import { hoyEnSantiago, sumarDias, type FechaIso } from '../../shared/domain/fecha.ts'
import type { BorradorResumen } from '../../shared/ipc/modelos.ts'
import { aprenderPorPartes } from './aprender-por-partes.ts'
import { credencialesUsables } from './credenciales.ts'
import type { FuenteCursos } from './fuente-cursos.ts'
import type { Diario } from './puertos-diario.ts'
import type { AlmacenCredenciales, ClienteGestor, Registro, Reloj } from './puertos.ts'

/** Days read again each time: SIC loads overnight [I23], so that a process may appear after its own date. */
const DIAS_DE_MARGEN = 3

export interface PuertosAprendizaje {
  planillas: FuenteCursos; diario: Diario; cliente: ClienteGestor; credenciales: AlmacenCredenciales; reloj: Reloj; registro: Registro
  /** A draft got something to say without the person having touched it. */
  alCambiarBorrador(resumen: BorradorResumen): void
  /** Whether a send is under way: what it is made of must not change under it. */
  enviando(): boolean
  /** Reads the history from that day on (null: all of it), keeps it, and answers what it teaches; null: it could not, and the log says why. */
  leerDeFondo(desde: FechaIso | null, senal: AbortSignal): Promise<readonly AvanceFechado[] | null>
}
export interface Aprendizaje {
  ultimosAvances(): UltimoAvance[]
  /** Never rejects: what could not be learnt is logged, and will be at the next consult. */
  aprender(rutOtec: string, avances: readonly AvanceFechado[]): Promise<void>
  /** Something was learnt by another way. */
  cambio(): void
  /** Hands the draft what was learnt since it last got it. */
  ponerAlDia(borradorId: string): Promise<void>
  /** The same, for who hands the draft over itself; null: it had it all. */
  alDia(borradorId: string): Promise<BorradorResumen | null>
  /** …and the one that is open. */
  ponerAlDiaElAbierto(): Promise<void>
  /** Reads the history without the person having asked: silent, but for the log. */
  deFondo(senal: AbortSignal): Promise<void>
}

export function crearAprendizaje(p: PuertosAprendizaje): Aprendizaje {
  let generacion = 0
  /** Generation that each draft was last given. */
  const dados = new Map<string, number>()

  const ultimosAvances = (): UltimoAvance[] => {
    const credenciales = p.credenciales.leer()
    if (credenciales === null) return []
    try { return p.diario.ultimosAvances(credenciales.rutOtec) } catch (error) { p.registro.error('journal: read', error); return [] }
  }
  const alDia = async (borradorId: string): Promise<BorradorResumen | null> => {
    if (p.enviando() || dados.get(borradorId) === generacion) return null
    const esta = generacion
    const puesto = await p.planillas.ponerPrevios(borradorId, ultimosAvances())
    if (!puesto.ok) return null
    dados.set(borradorId, esta)
    return puesto.valor
  }
  const ponerAlDia = async (borradorId: string): Promise<void> => {
    const puesto = await alDia(borradorId)
    if (puesto !== null) p.alCambiarBorrador(puesto)
  }
  const ponerAlDiaElAbierto = async (): Promise<void> => {
    try {
      const abierto = await p.planillas.ultimoAbierto()
      if (abierto !== null) await ponerAlDia(abierto)
    } catch (error) { p.registro.error('history: draft', error) }
  }
  const aprender = async (rutOtec: string, avances: readonly AvanceFechado[]): Promise<void> => {
    try {
      const nuevos = await aprenderPorPartes(p.diario, rutOtec, avances)
      if (nuevos === 0) return
      generacion++
      p.registro.info(`history: ${nuevos} last progress learnt`)
    } catch (error) { p.registro.error('history: learn', error) }
    await ponerAlDiaElAbierto()
  }

  return {
    ultimosAvances, aprender, alDia, ponerAlDia, ponerAlDiaElAbierto,
    cambio: () => { generacion++ },
    deFondo: async (senal) => {
      try {
        const credenciales = credencialesUsables(p.credenciales)
        if (!credenciales.ok) return
        const { rutOtec } = credenciales.valor
        const ultima = p.diario.ultimaConsulta(rutOtec)
        const ahora = p.reloj.ahora()
        const desde = ultima === null ? null : sumarDias(hoyEnSantiago(new Date(ultima)), -DIAS_DE_MARGEN)
        const avances = await p.leerDeFondo(desde, senal)
        if (avances === null) return
        await aprender(rutOtec, avances)
        p.diario.anotarConsulta(rutOtec, ahora.toISOString())
      } catch (error) { p.registro.error('history: background consult', error) }
    },
  }
}
