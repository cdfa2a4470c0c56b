/** A send of several calls, between them: the pause, what is left, cancelling, and a network that goes and comes. */
import { afterEach, describe, expect, it } from 'vitest'
import type { ClienteGestor, RespuestaGestor } from '../../../electron/services/puertos.ts'
import { cursoDePrueba } from '../../unit/envio/curso-de-prueba.ts'
import { A, AHORA, B, C, montar, type Escena, type OpcionesEscena } from './soporte.ts'

const abiertas: Escena[] = []
afterEach(async () => { for (const e of abiertas.splice(0)) await e.cerrar() })
const escena = async (o: OpcionesEscena): Promise<Escena> => { const e = await montar(o); abiertas.push(e); return e }
const tres = () => ['OF-1', 'OF-2', 'OF-3'].map((oferta) => cursoDePrueba([{ rut: A, modulos: { M1: 30 } }, { rut: B, modulos: { M1: 30 } }, { rut: C, modulos: { M1: 30 } }], { oferta }))
const estados = (e: Escena, id: string): string[] => { const d = e.envios.detalle({ envioId: id }); return d.ok ? d.valor.llamadas.map((l) => l.estado) : [] }
const POR_LLAMADA_MS = 40_000

/** A clock that only calls and pauses move. */
function conReloj() {
  let ms = AHORA.getTime()
  const pausas: number[] = []
  return {
    pausas, ahora: () => new Date(ms),
    lenta: (c: ClienteGestor): ClienteGestor => ({ ...c, enviarAvance: (...args) => { ms += POR_LLAMADA_MS; return c.enviarAvance(...args) } }),
    esperar: (espera: number) => { pausas.push(espera); ms += espera; return Promise.resolve() },
  }
}

describe('between calls', () => {
  it('there is the pause of the settings, said with its end; and what is left, judged by the calls that were answered', async () => {
    const r = conReloj()
    const e = await escena({ cursos: tres(), pausaMs: 7000, ahora: r.ahora, cambiar: (p) => ({ cliente: r.lenta(p.cliente), esperar: r.esperar }) })
    await e.enviarTodo()
    expect(r.pausas).toEqual([7000, 7000])
    const pausas = e.eventos.filter((x) => x.pausaHasta !== undefined)
    expect(pausas.map((x) => [x.llamada, x.codigoOferta, x.pausaHasta])).toEqual([
      [2, 'OF-2', new Date(AHORA.getTime() + POR_LLAMADA_MS + 7000).toISOString()], [3, 'OF-3', new Date(AHORA.getTime() + 2 * POR_LLAMADA_MS + 2 * 7000).toISOString()],
    ])
    // Nothing was known before the first; after it, the others are thought to be like it.
    expect(pausas.map((x) => x.restanteMs)).toEqual([2 * POR_LLAMADA_MS + 7000, POR_LLAMADA_MS])
    expect(e.eventos.at(-1)).toMatchObject({ terminado: true })
    expect(e.eventos.at(-1)?.restanteMs).toBeUndefined()
    // The next send knows from the journal.
    expect(e.diario.medidas()).toEqual([1, 2, 3].map(() => ({ alumnos: 3, ms: POR_LLAMADA_MS })))
  })

  it('the send can be cancelled in the pause, and says what went and what did not', async () => {
    let cancelar = (): void => undefined
    const e = await escena({ cursos: tres(), cambiar: () => ({ esperar: (_ms, senal) => { cancelar(); return senal.aborted ? Promise.resolve() : new Promise((listo) => { senal.addEventListener('abort', () => { listo() }) }) } }) })
    let id = ''
    cancelar = () => { e.envios.cancelar({ envioId: e.eventos.at(-1)?.envioId ?? '' }) }
    id = await e.enviarTodo()
    expect(estados(e, id)).toEqual(['aceptado', 'cancelado', 'cancelado'])
    expect(e.envios.estado({ envioId: id })).toMatchObject({ ok: true, valor: { llamadas: [{ alumnos: 3, aceptados: 3 }, { alumnos: 3, aceptados: 0, desconocidos: 0 }, {}] } })
  })
})

describe('a network that goes', () => {
  const SIN_RED: RespuestaGestor = { tipo: 'falla', causa: 'sin-red', pudoLeerse: false, httpEstado: null, detalle: '', cuerpo: null }

  it('is waited for where nothing can have been processed, and the send goes on when it is back, once', async () => {
    let hay = true
    let volver = (): void => undefined
    let llamadas = 0
    const e = await escena({ cursos: tres().slice(0, 2), cambiar: (p) => ({
      cliente: { ...p.cliente, enviarAvance: (...args) => { llamadas++; if (llamadas > 1) hay = llamadas > 2; return hay ? p.cliente.enviarAvance(...args) : Promise.resolve(SIN_RED) } },
      linea: { enLinea: () => hay, alVolver: () => () => undefined, esperar: () => new Promise((listo) => { volver = () => { hay = true; listo() } }) },
      emitir: (d) => { p.emitir(d); if (d.sinRed === true) setImmediate(() => { volver() }) },
    }) })
    const id = await e.enviarTodo()
    expect(estados(e, id)).toEqual(['aceptado', 'aceptado'])
    expect(llamadas).toBe(3)
    expect(e.eventos.filter((x) => x.sinRed === true)).toMatchObject([{ llamada: 2, terminado: false }])
    expect(await e.enSence()).toHaveLength(2)
  })

  it('while it is waited for, the person may cancel: nothing of that call went', async () => {
    let n = 0
    const e = await escena({ cursos: tres().slice(0, 2), cambiar: (p) => ({
      cliente: { ...p.cliente, enviarAvance: () => { n++; return Promise.resolve(SIN_RED) } },
      linea: { enLinea: () => false, alVolver: () => () => undefined, esperar: (_ms, senal) => new Promise((listo) => { senal.addEventListener('abort', () => { listo() }) }) },
      emitir: (d) => { p.emitir(d); if (d.sinRed === true) setImmediate(() => { e.envios.cancelar({ envioId: d.envioId }) }) },
    }) })
    const id = await e.enviarTodo()
    expect([n, ...estados(e, id)]).toEqual([1, 'fallido', 'cancelado'])
  })
})
