import { describe, expect, it } from 'vitest'
import { selladorDe, type AlmacenSeguro } from '../../../electron/adapters/sellado.ts'

const invertir = (b: Uint8Array): Buffer => Buffer.from(b.map((x) => x ^ 0xff))
const sincrono = (motor: string | null, disponible = true): AlmacenSeguro => ({
  isEncryptionAvailable: () => disponible,
  encryptString: (t) => invertir(Buffer.from(t)),
  decryptString: (b) => { if (b.length === 0) throw new Error('damaged'); return invertir(b).toString() },
  ...(motor === null ? {} : { getSelectedStorageBackend: () => motor }),
})

describe('seal of the system', () => {
  it('keeps and opens with the synchronous form of Electron 33', async () => {
    const s = selladorDe(() => sincrono('gnome_libsecret'), 'linux')
    const sellado = await s.sellar('ñandú')
    expect(sellado).not.toContain('and')
    expect(await s.abrir(sellado ?? '')).toBe('ñandú')
  })

  it('prefers the asynchronous form of Electron 45', async () => {
    const s = selladorDe(() => ({
      ...sincrono(null), isAsyncEncryptionAvailable: () => Promise.resolve(true),
      encryptStringAsync: (t) => Promise.resolve(Buffer.from(`a:${t}`)), decryptStringAsync: (b) => Promise.resolve({ result: b.toString().slice(2) }),
    }), 'win32')
    expect(await s.sellar('x')).toBe(Buffer.from('a:x').toString('base64'))
    expect(await s.abrir(Buffer.from('a:x').toString('base64'))).toBe('x')
  })

  it.each([['basic_text', 'linux'], ['unknown', 'linux'], [null, 'linux']])('refuses the backend %s on %s', async (motor, plataforma) => {
    const s = selladorDe(() => sincrono(motor), plataforma)
    expect(await s.disponible()).toBe(false)
    expect(await s.sellar('x')).toBeNull()
    expect(await s.abrir('eA==')).toBeNull()
  })

  it('does not ask for a backend where there is none to ask', async () => {
    expect(await selladorDe(() => sincrono(null), 'darwin').disponible()).toBe(true)
  })

  it('says no, and never throws, when the system does', async () => {
    expect(await selladorDe(() => sincrono(null, false), 'win32').sellar('x')).toBeNull()
    expect(await selladorDe(() => sincrono(null), 'win32').abrir('')).toBeNull()
    expect(await selladorDe(() => { throw new Error('not ready') }, 'win32').disponible()).toBe(false)
  })
})
