import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contarArranque, leerArranques, marcarBuena, recordarAnterior, resolverVuelta } from '../../../electron/adapters/actualizaciones/arranques.ts'
import { guardarAnterior } from '../../../electron/adapters/actualizaciones/vuelta-atras.ts'
import { carpetaTemporal } from '../diario/soporte.ts'

let c: ReturnType<typeof carpetaTemporal>
let anterior: string
beforeEach(() => { c = carpetaTemporal(); anterior = path.join(c.ruta, 'viejo.AppImage'); writeFileSync(anterior, 'viejo') })
afterEach(() => { c.borrar() })

const minuto = (n: number): Date => new Date(Date.UTC(2026, 10, 25, 12, n))
/** 0.1.0 was good, and 0.2.0 has just taken its place. */
function actualizada(): void {
  contarArranque(c.ruta, '0.1.0', minuto(0))
  marcarBuena(c.ruta, '0.1.0')
  recordarAnterior(c.ruta, { version: '0.1.0', archivo: anterior })
}

describe('a new version', () => {
  it('that starts is the good one, and what was kept to come back goes', () => {
    actualizada()
    expect(contarArranque(c.ruta, '0.2.0', minuto(1))).toBeNull()
    expect(marcarBuena(c.ruta, '0.2.0')).toBe('0.1.0')
    expect(existsSync(anterior)).toBe(false)
    for (let n = 2; n < 9; n++) expect(contarArranque(c.ruta, '0.2.0', minuto(n))).toBeNull()
  })

  it('whose window never comes offers the way back at the third start', () => {
    actualizada()
    expect([1, 2].map((n) => contarArranque(c.ruta, '0.2.0', minuto(n)))).toEqual([null, null])
    expect(contarArranque(c.ruta, '0.2.0', minuto(3))).toEqual({ version: '0.1.0', archivo: anterior })
    resolverVuelta(c.ruta, '0.2.0', false)
    expect(leerArranques(c.ruta).evitar).toBe('0.2.0')
    expect(contarArranque(c.ruta, '0.1.0', minuto(4))).toBeNull()
  })

  it('that is asked to try again is counted from the beginning', () => {
    actualizada()
    for (const n of [1, 2]) contarArranque(c.ruta, '0.2.0', minuto(n))
    resolverVuelta(c.ruta, '0.2.0', true)
    expect([4, 5].map((n) => contarArranque(c.ruta, '0.2.0', minuto(n)))).toEqual([null, null])
    expect(contarArranque(c.ruta, '0.2.0', minuto(6))).not.toBeNull()
  })

  it('is not counted by clicks that come together, nor taken back to what is not there', () => {
    actualizada()
    for (let s = 0; s < 10; s++) expect(contarArranque(c.ruta, '0.2.0', new Date(minuto(1).getTime() + s * 1000))).toBeNull()
    contarArranque(c.ruta, '0.2.0', minuto(2))
    writeFileSync(path.join(c.ruta, 'arranques.json'), readFileSync(path.join(c.ruta, 'arranques.json'), 'utf8').replace('viejo.AppImage', 'otro.AppImage'))
    expect(contarArranque(c.ruta, '0.2.0', minuto(3))).toBeNull()
  })

  it('of a first installation has nowhere to go back to', () => {
    for (let n = 0; n < 5; n++) expect(contarArranque(c.ruta, '0.1.0', minuto(n))).toBeNull()
  })

  it.each(['', '{', '[]', 'null', '{"version":1,"anterior":{"archivo":3}}'])('a memory that says %j counts as none', (texto) => {
    writeFileSync(path.join(c.ruta, 'arranques.json'), texto)
    expect(contarArranque(c.ruta, '0.2.0', minuto(1))).toBeNull()
    expect(marcarBuena(c.ruta, '0.2.0')).toBeNull()
  })
})

it('keeps the AppImage that runs, and the installer that Windows left; on macOS there is none', () => {
  const app = path.join(c.ruta, 'Puente.AppImage')
  writeFileSync(app, 'esta versión')
  expect(guardarAnterior({ plataforma: 'linux', env: { APPIMAGE: app }, carpeta: c.ruta, version: '0.1.0' })).toBe(true)
  const { anterior: guardado } = leerArranques(c.ruta)
  expect(guardado?.version).toBe('0.1.0')
  expect(readFileSync(guardado?.archivo ?? '', 'utf8')).toBe('esta versión')
  expect(guardarAnterior({ plataforma: 'win32', env: { LOCALAPPDATA: c.ruta }, carpeta: c.ruta, version: '0.1.0' })).toBe(false)
  expect(guardarAnterior({ plataforma: 'darwin', env: {}, carpeta: c.ruta, version: '0.1.0' })).toBe(false)
})
