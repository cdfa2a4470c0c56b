/**
 * What the program does for a send while nobody looks: it stays when its window is closed, shows itself beside the
 * system's clock, keeps the computer from sleeping, tells the result, and asks before it is made to leave.
 */
import { nocheDelInstante } from '../../shared/domain/envio-nocturno.ts'
import type { ProgresoEnvio } from '../../shared/ipc/modelos.ts'
import type { NocheEstado, NocheTermino } from '../../shared/ipc/modelos-noche.ts'
import type { Reloj } from './puertos.ts'
import { AL_SALIR, BANDEJA, NO_SALIO, SIGUE_EN_BANDEJA, SIGUE_ENVIANDO, TERMINO, type Aviso } from './textos-noche.ts'

/** One line of the tray's menu; without `hacer` it only says something. */
export interface LineaBandeja { readonly texto: string; readonly hacer?: () => void }
export interface PuertosVigilia {
  reloj: Reloj
  /** Beside the system's clock. null: nothing to show. */
  bandeja(menu: { readonly titulo: string; readonly lineas: readonly LineaBandeja[] } | null): void
  /** Whether the computer must not go to sleep by itself; its screen may. */
  desvelar(si: boolean): void
  notificar(aviso: Aviso, alPulsar: () => void): void
  enBateria(): boolean
  hayVentana(): boolean
  /** Brings the window, and the send when one is named. */
  abrir(envioId: string | null): void
  desprogramar(envioId: string): void
  salir(): void
}

export interface Vigilia {
  estado(estado: NocheEstado): void
  termino(fin: NocheTermino): void
  progreso(progreso: ProgresoEnvio): void
  /** Time has passed. */
  tic(): void
  /** Started by the session: whether there is anything to stay for. */
  haceFalta(): boolean
  /** The person closed the window. Answers whether the program stays. */
  ventanaCerrada(): boolean
  /** The person sees the window again: what there was to tell has been told. */
  ventanaAbierta(): void
  /** What to ask before leaving; null: nothing would be lost. */
  alSalir(): { titulo: string; detalle: string } | null
}

/** On battery the computer may sleep until this long before the window: hours awake would empty it. */
const ANTES_MS = 30 * 60_000
const NADA: NocheEstado = { programados: [], vencidos: [] }

export function crearVigilia(p: PuertosVigilia): Vigilia {
  let noche = NADA
  let enviando = false
  let sinVer: NocheTermino | null = null
  const perdidosDichos = new Set<string>()
  let desvelado = false
  let mostrado = JSON.stringify(null)

  const proximo = (): string | null => noche.programados.map((x) => x.para).sort()[0] ?? null
  const sigue = (): boolean => noche.programados.length > 0 || enviando || sinVer !== null

  function lineas(): LineaBandeja[] {
    const ahora = p.reloj.ahora()
    const fin = sinVer
    return [
      { texto: BANDEJA.abrir, hacer: () => { p.abrir(null) } },
      ...(enviando ? [{ texto: BANDEJA.enviando }] : []),
      ...(fin === null ? [] : [{ texto: BANDEJA.respuesta, hacer: () => { p.abrir(fin.envioId) } }]),
      ...(noche.vencidos.length === 0 ? [] : [{ texto: BANDEJA.perdido, hacer: () => { p.abrir(null) } }]),
      ...noche.programados.flatMap((x) => [{ texto: BANDEJA.linea(x.para, ahora) }, { texto: BANDEJA.cancelar(x.para, ahora), hacer: () => { p.desprogramar(x.envioId) } }]),
      { texto: BANDEJA.salir, hacer: () => { p.salir() } },
    ]
  }

  function velar(): void {
    const ahora = p.reloj.ahora().getTime()
    const hora = proximo()
    const si = enviando || (hora !== null && (!p.enBateria() || ahora >= nocheDelInstante(new Date(hora)).desde - ANTES_MS))
    if (si !== desvelado) p.desvelar(si)
    desvelado = si
  }
  function mostrar(): void {
    const para = proximo()
    const visible = sigue() || (noche.vencidos.length > 0 && !p.hayVentana())
    const menu = visible ? { titulo: para === null ? BANDEJA.nombre : `${BANDEJA.nombre}. ${BANDEJA.linea(para, p.reloj.ahora())}`, lineas: lineas() } : null
    // Made again at each tick, it would close under the person's hand.
    const texto = JSON.stringify(menu)
    if (texto !== mostrado) p.bandeja(menu)
    mostrado = texto
    velar()
  }

  return {
    estado: (nuevo) => {
      noche = nuevo
      for (const perdido of nuevo.vencidos) {
        const cual = `${perdido.envioId} ${perdido.para}`
        if (perdidosDichos.has(cual)) continue
        perdidosDichos.add(cual)
        // With the window open the screen says it, with the ways out beside.
        if (!p.hayVentana()) p.notificar(NO_SALIO(perdido, p.reloj.ahora()), () => { p.abrir(null) })
      }
      mostrar()
    },
    termino: (fin) => {
      sinVer = p.hayVentana() ? null : fin
      p.notificar(TERMINO(fin), () => { p.abrir(fin.envioId) })
      mostrar()
    },
    progreso: ({ terminado }) => {
      if (enviando === !terminado) return
      enviando = !terminado
      mostrar()
    },
    tic: mostrar,
    haceFalta: () => sigue() || noche.vencidos.length > 0,
    ventanaCerrada: () => {
      const para = proximo()
      if (enviando) p.notificar(SIGUE_ENVIANDO, () => { p.abrir(null) })
      else if (para !== null) p.notificar(SIGUE_EN_BANDEJA(para, p.reloj.ahora()), () => { p.abrir(null) })
      mostrar()
      return sigue()
    },
    ventanaAbierta: () => { sinVer = null; mostrar() },
    alSalir: () => {
      const para = proximo()
      if (enviando) return AL_SALIR.enviando
      return para === null ? null : AL_SALIR.programado(para, p.reloj.ahora())
    },
  }
}
