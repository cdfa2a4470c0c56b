/** A send under way: one call after another, each written before the network and closed after it. */
import { causaQueDetiene, estadoDeEnvio, type CausaLlamada } from '../../shared/domain/envio.ts'
import type { EstadoEnvio, ProgresoEnvio } from '../../shared/ipc/modelos.ts'
import { aprenderPorPartes } from './aprender-por-partes.ts'
import { cierreDe, puedeReintentarse } from './cierre.ts'
import { crearRitmo } from './envio-ritmo.ts'
import type { EnvioListo, LlamadaLista } from './envio-preparacion.ts'
import { lugaresDePartes } from './partes.ts'
import type { Linea } from './puertos-noche.ts'
import type { CierreLlamada, Diario } from './puertos-diario.ts'
import type { ClienteGestor, Esperar, Registro, Reloj, RespuestaGestor } from './puertos.ts'
import { ceder } from './revision-final.ts'

interface Entorno {
  diario: Diario; cliente: ClienteGestor; reloj: Reloj; registro: Registro; esperar: Esperar; linea: Linea
  /** Setting: milliseconds between a call and the next. */
  pausaMs(): number
  emitir(progreso: ProgresoEnvio): void
}
/** With no network another attempt is not worth making; but what waits must end some time. */
const ESPERA_DE_RED_MS = 30 * 60_000
/** Before the second attempt, the third and the fourth: long enough for a network that comes back or a service that restarts. */
const ESPERAS_REINTENTO_MS = [5_000, 20_000, 60_000] as const
const INTENTOS = ESPERAS_REINTENTO_MS.length + 1

export interface Marcha {
  /** The call in flight is waited for; those after it do not start. */
  cancelar(): void
  /** Ends the call in flight too: the program is closing. */
  cortar(): void
  /** Resolves when the last call is closed. Never rejects. */
  readonly fin: Promise<EstadoEnvio>
}

/**
 * Starts the calls. The token is the one that was read together with the send's own rutOtec, and is not read again:
 * if the person changes the credentials meanwhile, this send still goes out whole under the OTEC that it says.
 */
export function echarAAndar(e: Entorno, envio: EnvioListo, token: string): Marcha {
  const corte = new AbortController()
  const sinPausa = new AbortController()
  const lugares = lugaresDePartes(envio.llamadas)
  const alumnos = envio.llamadas.reduce((n, l) => n + l.alumnos.length, 0)
  let alumnosListos = 0
  let pedido: CausaLlamada | null = null
  const estados: EstadoEnvio[] = envio.llamadas.map(() => 'listo')
  let actual = 0
  const ritmo = crearRitmo(e, envio.llamadas.map((l) => l.alumnos.length))

  const avisar = (terminado: boolean, espera: Pick<ProgresoEnvio, 'reintento' | 'pausaHasta' | 'sinRed'> = {}): void => {
    const l = envio.llamadas[actual]
    const restanteMs = terminado || espera.sinRed === true ? undefined : ritmo.restante(actual)
    // What the window cannot take must not stop what is going out to SENCE.
    try { e.emitir({
      envioId: envio.envioId, estado: terminado ? estadoDeEnvio(estados) : 'enviando', llamada: actual + 1, llamadas: envio.llamadas.length,
      ...(lugares[actual] ?? { curso: 1, cursos: 1, parte: 1, partes: 1 }), alumnos, alumnosListos,
      codigoOferta: l?.codigoOferta ?? '', codigoGrupo: l?.codigoGrupo ?? '', terminado, cancelando: !terminado && pedido !== null,
      ...espera, ...(restanteMs === undefined ? {} : { restanteMs }),
    }) } catch (error) { e.registro.error('send: progress', error) }
  }
  const cancelarResto = (desde: number, causa: CausaLlamada): void => {
    estados.fill('cancelado', desde)
    try { e.diario.cancelarPendientes(envio.envioId, causa) } catch (error) { e.registro.error('send: journal, cancel', error) }
  }

  /** The next call is on view while it is waited for, so that cancelling then names what will not go. */
  async function pausar(siguiente: number): Promise<void> {
    const pausa = e.pausaMs()
    actual = siguiente
    avisar(false, { pausaHasta: new Date(e.reloj.ahora().getTime() + pausa).toISOString() })
    await e.esperar(pausa, sinPausa.signal)
  }

  async function andar(): Promise<EstadoEnvio> {
    // The id of the send reaches the window before its first event.
    await ceder()
    for (const [i, llamada] of envio.llamadas.entries()) {
      if (i > 0 && pedido === null) await pausar(i)
      if (pedido !== null) { cancelarResto(i, pedido); break }
      actual = i
      avisar(false)
      const cierre = await ritmo.medir(i, () => llamar(llamada), (c) => c !== null && c.estado !== 'desconocido' && c.estado !== 'fallido')
      if (cierre === null) { cancelarResto(i, 'cancelada-por-diario'); break }
      estados[i] = cierre.estado
      alumnosListos += llamada.alumnos.length
      const causa = cierre.causa === 'diario' ? 'cancelada-por-diario' : causaQueDetiene(cierre.estado, cierre.causa)
      if (causa !== null && i + 1 < envio.llamadas.length) { cancelarResto(i + 1, pedido ?? causa); break }
    }
    avisar(true)
    return estadoDeEnvio(estados)
  }

  /**
   * One call with its attempts, all of the same bytes and code. Another is made only where nothing of the one before can
   * have been processed. @returns null when it could not be written before the network, and so did not start
   */
  async function llamar(llamada: LlamadaLista): Promise<CierreLlamada | null> {
    let anterior: CierreLlamada | null = null
    for (let numero = 1; ; numero++) {
      try { e.diario.marcarEnviando(llamada.id, e.reloj.ahora().toISOString()) } catch (error) {
        e.registro.error('send: journal, before the network', error)
        return anterior === null ? null : abandonar(llamada, anterior)
      }
      const r = await e.cliente.enviarAvance(llamada.cuerpo, token, corte.signal)
      if (r.tipo === 'falla') e.registro.aviso(`send: call failed: ${r.causa} (${r.detalle})`)
      const cierre = leer(llamada, r)
      const espera = ESPERAS_REINTENTO_MS[numero - 1]
      anterior = espera === undefined || pedido !== null || cierre === null ? null : aplazar(llamada, cierre)
      if (espera === undefined || anterior === null) return cerrar(llamada, cierre)
      avisar(false, { reintento: { numero: numero + 1, de: INTENTOS, en: new Date(e.reloj.ahora().getTime() + espera).toISOString() } })
      await e.esperar(espera, sinPausa.signal)
      if (!e.linea.enLinea() && pedido === null) {
        avisar(false, { sinRed: true })
        await e.linea.esperar(ESPERA_DE_RED_MS, sinPausa.signal)
      }
      // Told to stop while it waited: it surely did not arrive, and that is how it ends.
      if (pedido !== null) return abandonar(llamada, anterior)
      avisar(false)
    }
  }

  /** @returns null when what came cannot be made sense of at all */
  function leer(llamada: LlamadaLista, r: RespuestaGestor): CierreLlamada | null {
    try { return cierreDe(r, llamada.curso(), e.reloj.ahora().toISOString()) } catch (error) { e.registro.error('send: answer', error); return null }
  }

  /** @returns how the attempt ended when another may be made; null: it may not, or the journal could not take note */
  function aplazar(llamada: LlamadaLista, cierre: CierreLlamada): CierreLlamada | null {
    try {
      if (!puedeReintentarse(cierre)) return null
      e.diario.aplazarLlamada(llamada.id, cierre)
      return cierre
    } catch (error) { e.registro.error('send: retry', error); return null }
  }

  function abandonar(llamada: LlamadaLista, fin: CierreLlamada): CierreLlamada {
    const cierre: CierreLlamada = { ...fin, estado: 'fallido', respuesta: null, parcial: null, veredictos: [], avances: [] }
    try { e.diario.cerrarLlamada(llamada.id, cierre) } catch (error) { e.registro.error('send: outcome', error) }
    return cierre
  }

  /** An answer that cannot be read or written is not one that can be proved: what stays on disk must say "desconocido". */
  async function cerrar(llamada: LlamadaLista, cierre: CierreLlamada | null): Promise<CierreLlamada> {
    const respondidoEn = cierre?.respondidoEn ?? e.reloj.ahora().toISOString()
    try {
      await ceder()
      if (cierre !== null) {
        // First, and in slices: thousands of values in the same transaction would keep the window waiting.
        await aprenderPorPartes(e.diario, envio.rutOtec, cierre.avances.map((a) => ({ ...a, aceptadoEn: respondidoEn })))
        e.diario.cerrarLlamada(llamada.id, { ...cierre, avances: [] })
        return cierre
      }
    } catch (error) { e.registro.error('send: outcome', error) }
    const minimo: CierreLlamada = {
      estado: 'desconocido', causa: 'diario', respondidoEn, httpEstado: null, respuesta: null, parcial: null, idProceso: null, respuestaSic: null, avances: [],
      veredictos: llamada.alumnos.map((a) => ({ ...a, resultado: 'desconocido', codigo: null, mensaje: null })),
    }
    try { e.diario.cerrarLlamada(llamada.id, minimo) } catch (error) { e.registro.error('send: outcome', error) }
    return minimo
  }

  return {
    cancelar: () => { if (pedido === null) { pedido = 'cancelada-por-persona'; sinPausa.abort(); avisar(false) } },
    cortar: () => { pedido ??= 'cancelada-por-cierre'; sinPausa.abort(); corte.abort() },
    fin: andar().catch((error: unknown) => { e.registro.error('send', error); avisar(true); return estadoDeEnvio(estados) }),
  }
}
