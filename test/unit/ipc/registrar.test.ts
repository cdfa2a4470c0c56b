import { describe, expect, it, vi } from 'vitest'
import { atender, registrar, type Manejadores } from '../../../electron/ipc/registrar.ts'
import { requests } from '../../../shared/ipc/contract.ts'
import { fallar, ok } from '../../../shared/ipc/result.ts'

const anotarError = vi.fn<(donde: string, error: unknown) => string>(() => 'INC-1')
const con = (parcial: Partial<Manejadores>) => ({ manejadores: parcial as Manejadores, anotarError })

describe('atender', () => {
  it('hands over the parsed input and answers the parsed output', async () => {
    const descartar = vi.fn(() => ok({}))
    const entorno = con({ 'borrador:descartar': descartar })
    expect(await atender(entorno, 'borrador:descartar', { id: 'a', sobra: 1 })).toEqual({ ok: true, valor: {} })
    expect(descartar).toHaveBeenCalledWith({ id: 'a' })
  })

  it.each([undefined, null, 7, {}, 'no-existe', '__proto__', 'constructor', 'toString', ['app:estado']])('refuses the name %j without running anything', async (nombre) => {
    const r = await atender(con({}), nombre, {})
    expect(r).toMatchObject({ ok: false, falla: { codigo: 'solicitud-invalida' } })
  })

  it('refuses garbage for every request of the contract', async () => {
    for (const nombre of Object.keys(requests)) {
      const manejador = vi.fn(() => ok({}))
      for (const basura of [undefined, 5, 'x', [], { id: 5 }, { id: '' }, { __proto__: null, x: 1 }, { id: 'x'.repeat(200_000) }]) {
        const r = await atender({ manejadores: { [nombre]: manejador } as never, anotarError }, nombre, basura)
        if (manejador.mock.calls.length === 0) expect(r).toMatchObject({ ok: false, falla: { codigo: 'solicitud-invalida' } })
        manejador.mockClear()
      }
    }
  })

  it('turns an exception into words with an incident id, and leaks none of its text', async () => {
    const r = await atender(con({ 'envios:lista': () => { throw new Error('token 5EEBF607 in /home/x') } }), 'envios:lista', {})
    expect(r).toMatchObject({ ok: false, falla: { codigo: 'inesperado', incidente: 'INC-1' } })
    expect(JSON.stringify(r)).not.toMatch(/5EEBF607|home/)
  })

  it('does not let an answer out that is not of the contract', async () => {
    const conToken = ok({ rutOtec: '1-9', nombre: '', tokenFinal: 'MUCHOMASLARGO', tokenGuardado: true })
    const r = await atender(con({ 'credenciales:guardar': () => conToken }), 'credenciales:guardar', { rutOtec: '', token: '', nombre: '' })
    expect(r).toMatchObject({ ok: false, falla: { codigo: 'inesperado' } })
    expect(JSON.stringify(r)).not.toContain('MUCHOMASLARGO')
  })

  it('drops what an answer has beyond the contract', async () => {
    const r = await atender(con({ 'envio:enviar': () => ok({ envioId: 'e', token: 'SECRETO' } as never) }), 'envio:enviar', { borradorId: 'b' })
    expect(r).toEqual({ ok: true, valor: { envioId: 'e' } })
  })

  it('passes an expected failure through as it is', async () => {
    const falla = { codigo: 'x', titulo: 't', explicacion: 'e', queHacer: 'q' }
    expect(await atender(con({ 'envios:lista': () => fallar(falla) }), 'envios:lista', {})).toEqual({ ok: false, falla })
  })

  it('logs where the input was wrong, never what it was', async () => {
    anotarError.mockClear()
    await atender(con({}), 'credenciales:guardar', { rutOtec: 1, token: { secreto: '5EEBF607' }, nombre: '' })
    expect(JSON.stringify(anotarError.mock.calls.map(([d, e]) => [d, String(e)]))).not.toContain('5EEBF607')
  })
})

describe('registrar', () => {
  it('asks about the sender before anything else', async () => {
    let manejar: ((e: unknown, nombre: unknown, entrada: unknown) => unknown) | undefined
    const lista = vi.fn(() => ok([]))
    const confia = vi.fn((evento: unknown) => evento === 'nuestra')
    registrar({ handle: (_canal: string, f: never) => { manejar = f } }, { ...con({ 'envios:lista': lista }), esDeConfianza: confia })
    expect(await manejar?.('ajena', 'envios:lista', {})).toMatchObject({ ok: false })
    expect(lista).not.toHaveBeenCalled()
    expect(await manejar?.('nuestra', 'envios:lista', {})).toEqual({ ok: true, valor: [] })
  })
})
