import { generateKeyPairSync } from 'node:crypto'
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider.js'
import { describe, expect, it } from 'vitest'
import { canalDe, firmarFeed } from '../../../build/canal-actualizaciones.ts'
import { firmaValida } from '../../../electron/adapters/actualizaciones/firma.ts'

const par = generateKeyPairSync('ed25519')
const PEM = par.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const FEED = `version: 0.2.0
files:
  - url: puente-sic-0.2.0-linux-x64.AppImage
    sha512: ${'A'.repeat(86)}==
    size: 104857600
    blockMapSize: 110000
  - url: "Puente SIC: 0.2.0.exe"
    sha512: ${'B'.repeat(86)}==
    size: 90000000
path: puente-sic-0.2.0-linux-x64.AppImage
sha512: ${'A'.repeat(86)}==
releaseNotes: |-
  Uno
  - url: falso
    sha512: falso
releaseDate: '2026-11-25T12:00:00.000Z'
`

describe('the feed of updates', () => {
  it('needs a key of its own, and only that kind', () => {
    expect(canalDe({})).toBeNull()
    expect(() => canalDe({ PUENTE_ACTUALIZACIONES: 'http://a.invalid/', PUENTE_CLAVE_ACTUALIZACIONES: PEM })).toThrow(/https/u)
    expect(() => canalDe({ PUENTE_ACTUALIZACIONES: 'https://a.invalid/' })).toThrow(/PUENTE_CLAVE_ACTUALIZACIONES/u)
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    expect(() => canalDe({ PUENTE_ACTUALIZACIONES: 'https://a.invalid/', PUENTE_CLAVE_ACTUALIZACIONES: rsa })).toThrow(/Ed25519/u)
  })

  it('carries a signature of each file that it offers, which the program accepts and no other', () => {
    const canal = canalDe({ PUENTE_ACTUALIZACIONES: 'https://a.invalid/', PUENTE_CLAVE_ACTUALIZACIONES: PEM })
    if (canal === null) throw new Error('no channel')
    const info = parseUpdateInfo(firmarFeed(FEED, canal.privada), 'latest.yml', new URL('https://a.invalid/latest.yml'))
    const firmas = (info as unknown as { firmas: Record<string, string> }).firmas
    const [primero] = info.files
    if (primero === undefined) throw new Error('no file')
    const que = { version: info.version, archivo: primero.url, sha512: primero.sha512 }
    const firma = firmas[primero.url]
    expect(firmaValida(canal.clave, firma, que)).toBe(true)
    for (const otra of [{ ...que, version: '0.3.0' }, { ...que, archivo: 'otro.AppImage' }, { ...que, sha512: `C${que.sha512.slice(1)}` }]) expect(firmaValida(canal.clave, firma, otra)).toBe(false)
    const ajena = canalDe({ PUENTE_ACTUALIZACIONES: 'https://b.invalid/', PUENTE_CLAVE_ACTUALIZACIONES: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() })
    for (const clave of [ajena?.clave ?? '', '', 'no es una clave']) expect(firmaValida(clave, firma, que)).toBe(false)
    for (const mala of [undefined, null, '', 'AAAA', 3, {}]) expect(firmaValida(canal.clave, mala, que)).toBe(false)
  })
})
