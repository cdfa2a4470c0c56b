import { afterEach, describe, expect, it } from 'vitest'
import { crearClienteGestor } from '../../../electron/adapters/cliente-gestor.ts'
import { crearServicioEnvios } from '../../../electron/services/envios.ts'
import type { Diario } from '../../../electron/services/puertos-diario.ts'
import type { ClienteGestor } from '../../../electron/services/puertos.ts'
import { cursoDePrueba } from '../../unit/envio/curso-de-prueba.ts'
import { servidorHttp } from '../cliente/servidor.ts'
import { A, montar, type Escena, type OpcionesEscena } from './soporte.ts'

const abiertas: Escena[] = []
afterEach(async () => { for (const e of abiertas.splice(0)) await e.cerrar() })
const escena = async (o?: OpcionesEscena): Promise<Escena> => { const e = await montar(o); abiertas.push(e); return e }
const tres = ['OF-1', 'OF-2', 'OF-3'].map((oferta) => cursoDePrueba([{ rut: A, modulos: { M1: 30 } }], { oferta }))
const llamadas = (e: Escena, id: string) => { const d = e.envios.detalle({ envioId: id }); return d.ok ? d.valor.llamadas : [] }
const estados = (e: Escena, id: string) => llamadas(e, id).map((l) => l.estado)

/** A client that stops in the call asked for until it is let go, and says when it is there. */
function compuerta(numero: number) {
  let abrir = (): void => undefined, llego = (): void => undefined
  const paso = new Promise<void>((listo) => { abrir = listo })
  const enCamino = new Promise<void>((listo) => { llego = listo })
  let n = 0
  const envolver = (cliente: ClienteGestor): ClienteGestor => ({
    ...cliente,
    enviarAvance: async (...args) => {
      if (++n === numero) { llego(); await paso }
      return cliente.enviarAvance(...args)
    },
  })
  return { abrir: () => { abrir() }, enCamino, envolver, llamadas: () => n }
}

describe('cancelling', () => {
  it('takes effect between calls: what is in flight is waited for, and what did not go says so', async () => {
    const c = compuerta(2)
    const e = await escena({ cursos: tres, cambiar: (p) => ({ cliente: c.envolver(p.cliente) }) })
    const fin = e.fin()
    const r = await e.envios.enviar({ borradorId: 'b1' })
    const id = r.ok ? r.valor.envioId : ''
    await c.enCamino
    expect(e.envios.cancelar({ envioId: 'otro' })).toEqual({ ok: true, valor: {} })
    expect(e.eventos.at(-1)?.cancelando).toBe(false)
    e.envios.cancelar({ envioId: id })
    expect(e.eventos.at(-1)).toMatchObject({ cancelando: true, terminado: false, estado: 'enviando' })
    c.abrir()
    await fin
    expect(estados(e, id)).toEqual(['aceptado', 'aceptado', 'cancelado'])
    expect(e.eventos.at(-1)).toMatchObject({ estado: 'cancelado', terminado: true })
    expect(llamadas(e, id)[2]).toMatchObject({ titulo: 'No se envió: usted canceló', enviadoEn: null, alumnos: [{ resultado: 'no-enviado' }] })
    expect(c.llamadas()).toBe(2)
    expect((await e.envios.enviar({ borradorId: 'b1' })).ok).toBe(true)
    await e.fin()
  })
})

describe('closing the program', () => {
  it('ends the call in flight as unknown, starts no other, and takes no more sends', async () => {
    let recibida = (): void => undefined
    const leida = new Promise<void>((listo) => { recibida = listo })
    // It reads the whole body and never answers.
    const muda = await servidorHttp(() => { recibida() })
    const e = await escena({ cursos: tres, cambiar: () => ({ cliente: crearClienteGestor({ urlBase: () => muda.url, esperaMs: () => 60_000, soloLocal: true }) }) })
    const r = await e.envios.enviar({ borradorId: 'b1' })
    const id = r.ok ? r.valor.envioId : ''
    await leida
    expect(estados(e, id)).toEqual(['enviando', 'listo', 'listo'])
    await e.envios.detener()
    await muda.cerrar()
    expect(estados(e, id)).toEqual(['desconocido', 'cancelado', 'cancelado'])
    expect(llamadas(e, id)[0]?.titulo).toBe('El programa se cerró antes de la respuesta')
    expect(muda.recibidos).toHaveLength(1)
    expect(await e.envios.enviar({ borradorId: 'b1' })).toMatchObject({ ok: false })
  })

  it('while preparing: nothing goes out', async () => {
    const c = compuerta(1)
    const e = await escena({ cursos: tres, cambiar: (p) => ({ cliente: c.envolver(p.cliente) }) })
    const enviando = e.envios.enviar({ borradorId: 'b1' })
    await e.envios.detener()
    const r = await enviando
    expect(estados(e, r.ok ? r.valor.envioId : '')).toEqual(['cancelado', 'cancelado', 'cancelado'])
    expect(c.llamadas()).toBe(0)
  })
})

it('after a crash, the next start calls unknown what was in flight and cancelled what was waiting', async () => {
  const c = compuerta(2)
  const e = await escena({ cursos: tres, cambiar: (p) => ({ cliente: c.envolver(p.cliente) }) })
  const fin = e.fin()
  const r = await e.envios.enviar({ borradorId: 'b1' })
  const id = r.ok ? r.valor.envioId : ''
  await c.enCamino
  // The same journal, as a program that starts finds it.
  await crearServicioEnvios(e.puertos).recuperar()
  expect(estados(e, id)).toEqual(['aceptado', 'desconocido', 'cancelado'])
  expect(llamadas(e, id)[1]).toMatchObject({ titulo: 'El programa se cerró en medio del envío', alumnos: [{ resultado: 'desconocido' }] })
  expect(llamadas(e, id)[2]?.titulo).toBe('No se envió: el programa se cerró')
  c.abrir()
  await fin
})

describe('a disk that refuses', () => {
  const sinDisco = (cuales: readonly (keyof Diario)[], veces = Infinity) => (p: { diario: Diario }) => {
    let quedan = veces
    const diario = { ...p.diario }
    for (const cual of cuales) Object.assign(diario, { [cual]: (...args: never[]) => { if (quedan-- > 0) throw new Error('disk full'); return (p.diario[cual] as (...a: never[]) => unknown)(...args) } })
    return { diario }
  }

  it.each(['crearEnvio', 'agregarLlamada'] as const)('at %s: nothing goes out', async (cual) => {
    const c = compuerta(0)
    const e = await escena({ cursos: tres, cambiar: (p) => ({ ...sinDisco([cual])(p), cliente: c.envolver(p.cliente) }) })
    expect(await e.envios.enviar({ borradorId: 'b1' })).toMatchObject({ ok: false, falla: { codigo: 'diario-no-escribe' } })
    expect(c.llamadas()).toBe(0)
  })

  it('at the mark before the network: nothing goes out', async () => {
    const c = compuerta(0)
    const e = await escena({ cursos: tres, cambiar: (p) => ({ ...sinDisco(['marcarEnviando'])(p), cliente: c.envolver(p.cliente) }) })
    const id = await e.enviarTodo()
    expect(c.llamadas()).toBe(0)
    expect(estados(e, id)).toEqual(['cancelado', 'cancelado', 'cancelado'])
    expect(llamadas(e, id)[0]?.titulo).toBe('No se envió: no se pudo anotar')
  })

  it('at the answer: unknown, and the rest does not go out', async () => {
    const e = await escena({ cursos: tres, cambiar: sinDisco(['cerrarLlamada'], 1) })
    const id = await e.enviarTodo()
    expect(estados(e, id)).toEqual(['desconocido', 'cancelado', 'cancelado'])
    expect(llamadas(e, id)[0]?.titulo).toBe('No se pudo anotar la respuesta')
    expect(e.eventos.at(-1)).toMatchObject({ estado: 'desconocido', terminado: true })
  })

  it('for good: the call stays in flight on disk, and the next start calls it unknown', async () => {
    const e = await escena({ cursos: tres, cambiar: sinDisco(['cerrarLlamada', 'cancelarPendientes']) })
    const id = await e.enviarTodo()
    expect(e.eventos.at(-1)).toMatchObject({ estado: 'desconocido', terminado: true })
    await e.envios.recuperar()
    expect(estados(e, id)).toEqual(['desconocido', 'cancelado', 'cancelado'])
  })

  it('at reading: words, not an exception; history is shown all the same', async () => {
    const e = await escena({ cambiar: sinDisco(['envios', 'detalle', 'ultimosAvances']) })
    expect(e.envios.lista()).toMatchObject({ falla: { codigo: 'diario-no-lee' } })
    expect(e.envios.detalle({ envioId: 'x' })).toMatchObject({ falla: { codigo: 'diario-no-lee' } })
    expect(e.envios.ultimosAvances()).toEqual([])
    expect(await e.historial.actualizar({})).toMatchObject({ ok: true })
  })
})
