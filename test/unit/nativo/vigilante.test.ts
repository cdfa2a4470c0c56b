import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { atenderImprevistos, vigilarVentana, type OpcionesVigilante } from '../../../electron/vigilante.ts'

function escena(mas: { insistir?: () => Promise<boolean> } = {}) {
  let hora = 0
  const contenidos = Object.assign(new EventEmitter(), { forcefullyCrashRenderer: vi.fn() })
  const ventana = Object.assign(new EventEmitter(), { webContents: contenidos, isDestroyed: () => false, loadURL: vi.fn(() => Promise.resolve()) })
  const o = {
    url: 'app://puente/index.html', ahora: () => hora, anotar: vi.fn((_motivo: string) => 'K7M-4PF'), alVolver: vi.fn<OpcionesVigilante['alVolver']>(),
    insistir: mas.insistir ?? vi.fn(() => Promise.resolve(false)), recargar: vi.fn((_senal: AbortSignal) => Promise.resolve(true)), salir: vi.fn(),
  }
  vigilarVentana(ventana as unknown as BrowserWindow, o)
  return { ventana, contenidos, o, caer: (reason = 'crashed') => { contenidos.emit('render-process-gone', {}, { reason, exitCode: 5 }) }, pasar: (ms: number) => { hora += ms } }
}
const unTurno = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve) })

describe('a window whose process dies', () => {
  it('is loaded again, with an incident in the log and something to tell', () => {
    const { ventana, o, caer } = escena()
    caer('oom')
    expect(ventana.loadURL).toHaveBeenCalledExactlyOnceWith('app://puente/index.html')
    expect(o.anotar.mock.calls[0]?.[0]).toMatch(/oom, code 5/)
    expect(o.alVolver).toHaveBeenCalledExactlyOnceWith('K7M-4PF')
  })

  it('is left alone when it ended as it should', () => {
    const { ventana, o, caer } = escena()
    caer('clean-exit')
    expect(ventana.loadURL).not.toHaveBeenCalled()
    expect(o.anotar).not.toHaveBeenCalled()
  })

  it('that dies again and again is not brought back for ever: the person decides', async () => {
    const { ventana, o, caer } = escena()
    for (let i = 0; i < 4; i++) caer()
    await unTurno()
    expect(ventana.loadURL).toHaveBeenCalledTimes(3)
    expect(o.insistir).toHaveBeenCalledExactlyOnceWith('K7M-4PF')
    expect(o.salir).toHaveBeenCalledOnce()
  })

  it('may be tried once more, and then counts from nothing', async () => {
    const { ventana, o, caer } = escena({ insistir: vi.fn(() => Promise.resolve(true)) })
    for (let i = 0; i < 4; i++) caer()
    await unTurno()
    caer()
    expect(ventana.loadURL).toHaveBeenCalledTimes(5)
    expect(o.salir).not.toHaveBeenCalled()
  })

  it('four times in a day is no reason to ask', () => {
    const { ventana, o, caer, pasar } = escena()
    for (let i = 0; i < 4; i++) { caer(); pasar(61_000) }
    expect(ventana.loadURL).toHaveBeenCalledTimes(4)
    expect(o.insistir).not.toHaveBeenCalled()
  })
})

describe('a window that does not answer', () => {
  it('is ended only when the person says so, and is asked about once', async () => {
    const { ventana, contenidos, o } = escena()
    ventana.emit('unresponsive')
    ventana.emit('unresponsive')
    await unTurno()
    expect(o.recargar).toHaveBeenCalledOnce()
    expect(contenidos.forcefullyCrashRenderer).toHaveBeenCalledOnce()
  })

  it('that answers again takes the question back', async () => {
    const { ventana, contenidos, o } = escena()
    ventana.emit('unresponsive')
    ventana.emit('responsive')
    await unTurno()
    expect(o.recargar.mock.calls[0]?.[0].aborted).toBe(true)
    expect(contenidos.forcefullyCrashRenderer).not.toHaveBeenCalled()
    ventana.emit('unresponsive')
    expect(o.recargar).toHaveBeenCalledTimes(2)
  })
})

describe('what nobody foresaw', () => {
  it.each(['uncaughtException', 'unhandledRejection'])('is logged, and ends the program only when there is no window (%s)', (suceso) => {
    const proceso = new EventEmitter()
    const despedirse = vi.fn()
    let hayVentana = true
    atenderImprevistos(proceso, { anotar: () => 'K7M-4PF', hayVentana: () => hayVentana, despedirse })
    proceso.emit(suceso, new Error('x'))
    expect(despedirse).not.toHaveBeenCalled()
    hayVentana = false
    proceso.emit(suceso, new Error('x'))
    expect(despedirse).toHaveBeenCalledExactlyOnceWith('K7M-4PF')
  })
})
