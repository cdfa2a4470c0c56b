import { createPublicKey, verify } from 'node:crypto'

/**
 * What the releaser signs of each file of a release (Ed25519): the version goes in, so that an old file cannot be
 * offered as a new one. @param sha512 base64, as the feed says it; the downloader holds the file against it
 */
export const textoFirmado = (version: string, archivo: string, sha512: string): Buffer => Buffer.from(`puente-sic actualizacion 1\n${version}\n${archivo}\n${sha512}`)

/** @param clave public key, SPKI DER in base64 @param firma base64 */
export function firmaValida(clave: string, firma: unknown, que: { version: string; archivo: string; sha512: string }): boolean {
  if (typeof firma !== 'string') return false
  try {
    const publica = createPublicKey({ key: Buffer.from(clave, 'base64'), format: 'der', type: 'spki' })
    return publica.asymmetricKeyType === 'ed25519' && verify(null, textoFirmado(que.version, que.archivo, que.sha512), publica, Buffer.from(firma, 'base64'))
  } catch { return false }
}
