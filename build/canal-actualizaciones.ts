/** The feed of updates: every file that it offers is signed with the releaser's own key, whatever the system's signature. */
import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { textoFirmado } from '../electron/adapters/actualizaciones/firma.ts'
import { FallaBuild } from './procesos.ts'
import { TEXTOS } from './textos.ts'

export interface Canal { url: string; clave: string; privada: KeyObject }

/**
 * @returns null without an address
 * @throws FallaBuild with an address that is not https, or without a key: the program takes nothing that is not signed
 */
export function canalDe(env: Readonly<Record<string, string | undefined>>): Canal | null {
  const url = env['PUENTE_ACTUALIZACIONES'] ?? ''
  if (url === '') return null
  if (!url.startsWith('https://')) throw new FallaBuild(TEXTOS.canalSinHttps)
  const pem = env['PUENTE_CLAVE_ACTUALIZACIONES'] ?? ''
  if (pem === '') throw new FallaBuild(TEXTOS.canalSinClave)
  const privada = createPrivateKey(pem)
  if (privada.asymmetricKeyType !== 'ed25519') throw new FallaBuild(TEXTOS.canalSinClave)
  return { url, privada, clave: createPublicKey(privada).export({ type: 'spki', format: 'der' }).toString('base64') }
}

/** Adds to a feed file of electron-builder (`latest*.yml`) the signature of each file that it offers. */
export function firmarFeed(yml: string, privada: KeyObject): string {
  const version = /^version: (.+)$/mu.exec(yml)?.[1] ?? ''
  const archivos = [...yml.matchAll(/^ {2}- url: (.+)\n {4}sha512: (.+)$/gmu)].map((m) => [m[1] ?? '', m[2] ?? ''] as const)
  const firmas = archivos.map(([url, sha512]) => `  ${JSON.stringify(url)}: ${sign(null, textoFirmado(version, url, sha512), privada).toString('base64')}`)
  return `${yml.trimEnd()}\nfirmas:\n${firmas.join('\n')}\n`
}

export function firmarCanal(carpeta: string, privada: KeyObject): void {
  for (const nombre of readdirSync(carpeta).filter((n) => /^latest.*\.yml$/.test(n))) {
    const ruta = path.join(carpeta, nombre)
    writeFileSync(ruta, firmarFeed(readFileSync(ruta, 'utf8'), privada))
  }
}
