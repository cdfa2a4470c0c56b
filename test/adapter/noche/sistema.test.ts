import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { crearDespertador } from '../../../electron/adapters/noche/despertador.ts'
import { OCULTO, inicioDeEscritorio, inicioDelSistema } from '../../../electron/adapters/noche/inicio-sesion.ts'
import { crearLinea } from '../../../electron/adapters/noche/linea.ts'
import { carpetaTemporal } from '../diario/soporte.ts'

describe('the alarm', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  it('goes off more than once a minute, and when the system says that it woke', () => {
    let despertar = (): void => undefined
    const d = crearDespertador({ alDespertar: (f) => { despertar = f } })
    let veces = 0
    const dejar = d.escuchar(() => { veces++ })
    vi.advanceTimersByTime(60_000)
    expect(veces).toBeGreaterThanOrEqual(2)
    const antes = veces
    despertar()
    expect(veces).toBe(antes + 1)
    dejar()
    vi.advanceTimersByTime(600_000)
    expect(veces).toBe(antes + 1)
    d.detener()
  })
})

describe('the network', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  it('tells each time that it is back, and only then', () => {
    let hay = true
    const l = crearLinea(() => hay)
    let vueltas = 0
    l.alVolver(() => { vueltas++ })
    vi.advanceTimersByTime(20_000)
    hay = false
    vi.advanceTimersByTime(20_000)
    expect(vueltas).toBe(0)
    hay = true
    vi.advanceTimersByTime(20_000)
    expect(vueltas).toBe(1)
    l.detener()
  })
  it('waiting for it ends when it is back, when told to, and at once when it is there', async () => {
    vi.useRealTimers()
    let hay = false
    const l = crearLinea(() => hay, 5)
    const orden: string[] = []
    const corte = new AbortController()
    const esperas = [l.esperar(600_000, new AbortController().signal).then(() => orden.push('volvio')), l.esperar(600_000, corte.signal).then(() => orden.push('dicho'))]
    corte.abort()
    await esperas[1]
    hay = true
    await Promise.all(esperas)
    await l.esperar(600_000, new AbortController().signal)
    expect(orden).toEqual(['dicho', 'volvio'])
    l.detener()
  })
})

describe('starting with the session', () => {
  it('on Linux: a file of the desktop, whose order runs the program with its odd name, hidden', () => {
    const t = carpetaTemporal()
    try {
      const programa = path.join(t.ruta, 'Puente "SIC" $HOME 100% `x` \\ final')
      const salida = path.join(t.ruta, 'salida')
      writeFileSync(programa, `#!/bin/sh\nprintf '%s\\n' "$@" > '${salida}'\n`)
      chmodSync(programa, 0o700)
      const inicio = inicioDeEscritorio(path.join(t.ruta, 'config'), [programa, '/carpeta con espacios'], 'Puente SIC')
      expect(inicio.activo()).toBe(false)
      expect(inicio.poner(true)).toBe(true)
      expect(inicio.activo()).toBe(true)
      const entrada = readFileSync(path.join(t.ruta, 'config/autostart/puente-sic.desktop'), 'utf8')
      expect(entrada).toMatch(/^\[Desktop Entry\]\nType=Application\nName=Puente SIC\nExec=/u)
      // As a desktop reads it: the file's own escapes first, then `%%`, then quotes as in a shell's.
      const exec = (/^Exec=(.*)$/mu.exec(entrada)?.[1] ?? '').replaceAll('\\\\', '\\').replaceAll('%%', '%')
      execFileSync('/bin/sh', ['-c', exec])
      expect(readFileSync(salida, 'utf8')).toBe(`/carpeta con espacios\n${OCULTO}\n`)
      expect(inicio.poner(false)).toBe(true)
      expect(existsSync(path.join(t.ruta, 'config/autostart/puente-sic.desktop'))).toBe(false)
    } finally { t.borrar() }
  })
  it('a folder that cannot be written is said', () => {
    const t = carpetaTemporal()
    try {
      writeFileSync(path.join(t.ruta, 'config'), 'a file where the folder would be')
      expect(inicioDeEscritorio(path.join(t.ruta, 'config'), ['x'], 'Puente SIC').poner(true)).toBe(false)
    } finally { t.borrar() }
  })
  it('elsewhere: what the system is asked for, and whether it took it', () => {
    let abre = false
    const pedidos: unknown[] = []
    const app = { getLoginItemSettings: () => ({ openAtLogin: abre }), setLoginItemSettings: (a: { openAtLogin: boolean }) => { pedidos.push(a); abre = a.openAtLogin } }
    const inicio = inicioDelSistema(app)
    expect([inicio.activo(), inicio.poner(true), inicio.activo()]).toEqual([false, true, true])
    expect(pedidos).toEqual([{ openAtLogin: true, args: [OCULTO] }])
    const terco = inicioDelSistema({ getLoginItemSettings: () => ({ openAtLogin: false }), setLoginItemSettings: () => undefined })
    expect(terco.poner(true)).toBe(false)
    const roto = inicioDelSistema({ getLoginItemSettings: () => { throw new Error('no') }, setLoginItemSettings: () => undefined })
    expect(roto.activo()).toBeNull()
  })
})
