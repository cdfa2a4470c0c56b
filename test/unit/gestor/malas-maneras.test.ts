import { describe, expect, it } from 'vitest'
import { tomarManeras, type MalasManeras } from '../../../electron/gestor/malas-maneras.ts'
import { jsonDePhp, numerosComoTexto } from '../../../electron/gestor/php.ts'
import { leerOpciones } from '../../../build/gestor-opciones.ts'

describe('tomarManeras', () => {
  it('holds for every call, for the next few, or for one kind of call', () => {
    const m: MalasManeras = { http500: true, codigo002: { proximas: 2 }, soloHtml: { solo: 'historialEnvios', proximas: 1 }, jsonTruncado: false }
    const vistas = (['enviarAvance', 'enviarAvance', 'historialEnvios', 'historialEnvios'] as const).map(l => {
      const t = tomarManeras(m, l)
      return [t.http500, t.codigo002, t.soloHtml, t.jsonTruncado]
    })
    expect(vistas).toEqual([[true, true, false, false], [true, true, false, false], [true, false, true, false], [true, false, false, false]])
    expect(m).toEqual({ http500: true, jsonTruncado: false })
  })

  it('reads the delay as a number or with limits', () => {
    expect(tomarManeras({ demoraMs: 30 }, 'enviarAvance').demoraMs).toBe(30)
    const m: MalasManeras = { demoraMs: { ms: 50, proximas: 1 } }
    expect([tomarManeras(m, 'enviarAvance').demoraMs, tomarManeras(m, 'enviarAvance').demoraMs]).toEqual([50, 0])
    expect(tomarManeras({}, 'enviarAvance').demoraMs).toBe(0)
  })
})

describe('PHP', () => {
  it('escapes slashes and everything outside ASCII, and stays JSON', () => {
    const texto = jsonDePhp({ a: 'mañana/tarde 😀' })
    expect(texto).toBe('{"a":"ma\\u00f1ana\\/tarde \\ud83d\\ude00"}')
    expect(JSON.parse(texto)).toEqual({ a: 'mañana/tarde 😀' })
  })
  it('turns numbers into text, percents with five decimals', () => {
    expect(numerosComoTexto({ id: 3, lista: [{ porcentajeAvance: 10, n: null, t: 'x' }] })).toEqual({ id: '3', lista: [{ porcentajeAvance: '10.00000', n: null, t: 'x' }] })
  })
})

describe('npm run gestor', () => {
  it('reads its flags', () => {
    expect(leerOpciones(['--puerto', '4020', '--carpeta', 'c', '--mala-manera', 'http500:2', '--mala-manera', 'demoraMs=300', '--mala-manera', 'soloHtml'])).toEqual({
      ok: true, opciones: { ayuda: false, puerto: 4020, carpeta: 'c', malasManeras: { http500: { proximas: 2 }, demoraMs: { ms: 300 }, soloHtml: {} } },
    })
  })
  it.each([
    ['--puerto', '0'], ['--puerto', '80.5'], ['--mala-manera', 'grosero'], ['--mala-manera', 'http500:0'], ['--mala-manera', 'demoraMs'], ['--mala-manera', 'http500=3'], ['--raro', 'x'],
  ])('refuses %s %s in words', (...args) => {
    const leidas = leerOpciones(args)
    expect(leidas.ok).toBe(false)
    expect(leidas).toHaveProperty('mensaje', expect.stringMatching(/\S/))
  })
})
