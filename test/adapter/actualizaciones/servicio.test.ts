/** When the program looks, brings and installs; the feed and the clock are the test's. */
import { describe, expect, it } from 'vitest'
import { CADA_MS, crearActualizaciones, type PuertosActualizaciones } from '../../../electron/services/actualizaciones.ts'
import { falla } from '../../../electron/services/fallas.ts'
import type { Oferta } from '../../../electron/services/puertos-actualizacion.ts'
import type { PasoActualizacion } from '../../../shared/ipc/modelos-actualizacion.ts'
import { fallar, ok, type Result } from '../../../shared/ipc/result.ts'

const OFERTA: Oferta = { version: '0.2.0', novedades: ['Uno'], bytes: 100 }

interface Escenario {
  ahora: Date; ocupado: boolean; automaticas: boolean; evitar: string | null; cerrado: number
  hay: Result<Oferta | null>; trae: Result<Record<string, never>>
  hechos: string[]; pasos: PasoActualizacion['tipo'][]; sonar: () => void
}

function escena(cambio: Partial<PuertosActualizaciones> = {}) {
  const e: Escenario = {
    ahora: new Date('2026-11-25T12:00:00Z'), ocupado: false, automaticas: true, evitar: null, cerrado: 0,
    hay: ok(OFERTA), trae: ok({}),
    hechos: [], pasos: [], sonar: () => undefined,
  }
  const servicio = crearActualizaciones({
    version: '0.1.0',
    actualizador: {
      buscar: () => { e.hechos.push('buscar'); return Promise.resolve(e.hay) },
      descargar: (avanza) => { e.hechos.push('descargar'); for (const n of [10, 5, 60]) avanza(n); return Promise.resolve(e.trae) },
      instalar: (reabrir) => { e.hechos.push(reabrir ? 'instalar y abrir' : 'instalar') },
    },
    automaticas: () => e.automaticas, ocupado: () => e.ocupado, evitar: () => e.evitar, estrenada: null, alVerEstrenada: () => { e.hechos.push('vista') },
    despertador: { escuchar: (oyente) => { e.sonar = oyente; return () => undefined } }, reloj: { ahora: () => e.ahora },
    registro: { info: () => undefined, aviso: () => undefined, error: () => 'inc' },
    emitir: (a) => { if (e.pasos.at(-1) !== a.paso.tipo) e.pasos.push(a.paso.tipo) }, cerrar: () => { e.cerrado++ }, ...cambio,
  })
  const pasar = async (ms: number): Promise<void> => { e.ahora = new Date(e.ahora.getTime() + ms); e.sonar(); await new Promise((listo) => { setImmediate(listo) }) }
  return { e, servicio, pasar }
}

describe('updates', () => {
  it('are looked for by themselves, brought, and installed when the program closes', async () => {
    const { e, servicio, pasar } = escena()
    await pasar(30_000)
    expect(e.hechos).toEqual([])
    await pasar(30_000)
    expect(e.pasos).toEqual(['buscando', 'descargando', 'lista'])
    await pasar(CADA_MS)
    expect(servicio.estado().paso).toEqual({ tipo: 'lista', nueva: '0.2.0', novedades: ['Uno'] })
    servicio.alCerrar()
    expect(e.hechos).toEqual(['buscar', 'descargar', 'instalar'])
  })

  it('are looked for a few times a day', async () => {
    const { e, pasar } = escena()
    e.hay = ok(null)
    for (let n = 0; n < 24 * 60; n++) await pasar(60_000)
    expect(e.hechos).toHaveLength(4)
  })

  it('never while something is sent: not looked for, not brought, not installed', async () => {
    const { e, servicio, pasar } = escena()
    e.ocupado = true
    await pasar(CADA_MS)
    expect(e.hechos).toEqual([])
    await servicio.buscar()
    expect(servicio.estado().paso.tipo).toBe('ofrecida')
    expect(await servicio.descargar()).toMatchObject({ ok: false, falla: { codigo: 'actualizar-enviando' } })
    e.ocupado = false
    await pasar(20_000)
    expect(servicio.estado().paso.tipo).toBe('lista')
    e.ocupado = true
    expect(servicio.instalarAhora()).toMatchObject({ ok: false, falla: { codigo: 'actualizar-enviando' } })
    expect(e.cerrado).toBe(0)
    e.ocupado = false
    expect(servicio.instalarAhora().ok).toBe(true)
    expect(e.cerrado).toBe(1)
    servicio.alCerrar()
    expect(e.hechos.at(-1)).toBe('instalar y abrir')
  })

  it('are only offered to who wants to be asked', async () => {
    const { e, servicio } = escena()
    e.automaticas = false
    await servicio.buscar()
    expect(servicio.estado().paso).toEqual({ tipo: 'ofrecida', nueva: '0.2.0', novedades: ['Uno'], bytes: 100 })
    servicio.alCerrar()
    expect(e.hechos).toEqual(['buscar'])
    await servicio.descargar()
    expect(servicio.estado().paso.tipo).toBe('lista')
  })

  it('a version that did not start here is not offered again', async () => {
    const { e, servicio } = escena()
    e.evitar = '0.2.0'
    await servicio.buscar()
    expect(servicio.estado().paso.tipo).toBe('al-dia')
  })

  it('a feed that fails is said in words, and asked again later', async () => {
    const { e, servicio, pasar } = escena()
    e.hay = fallar(falla('actualizacion-firma'))
    await pasar(60_000)
    expect(servicio.estado().paso).toMatchObject({ tipo: 'falla', titulo: 'La versión que se ofrece no es de confianza' })
    e.hay = ok(OFERTA)
    e.trae = fallar(falla('actualizacion-sin-lugar'))
    await pasar(CADA_MS)
    expect(servicio.estado().paso).toMatchObject({ tipo: 'falla', titulo: 'No hay espacio para la versión nueva' })
    servicio.alCerrar()
    expect(e.hechos).not.toContain('instalar')
  })

  it('nothing is installed while the computer goes down', async () => {
    const { e, servicio } = escena()
    await servicio.buscar()
    servicio.alApagar()
    servicio.alCerrar()
    expect(e.hechos).toEqual(['buscar', 'descargar'])
  })

  it('a copy that does not update itself says why, and does nothing', async () => {
    const { e, servicio, pasar } = escena({ actualizador: 'paquete-del-sistema' })
    await pasar(CADA_MS)
    await servicio.buscar()
    await servicio.descargar()
    servicio.alCerrar()
    expect(servicio.estado().paso).toEqual({ tipo: 'no-aplica', motivo: 'paquete-del-sistema' })
    expect(e.hechos).toEqual([])
  })

  it('what a version brought is told until it is seen', () => {
    const { e, servicio } = escena({ estrenada: ['Uno'] })
    expect(servicio.estado().estrenada).toEqual(['Uno'])
    expect(servicio.vista().estrenada).toBeNull()
    expect(e.hechos).toEqual(['vista'])
  })
})
