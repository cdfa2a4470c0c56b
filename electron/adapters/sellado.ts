import type { Sellador } from '../services/puertos.ts'

/** The part of Electron's safeStorage that is used. 33 lacks the asynchronous half; 45 deprecates the synchronous one. */
export interface AlmacenSeguro {
  isEncryptionAvailable(): boolean
  encryptString(texto: string): Uint8Array
  decryptString(sellado: Buffer): string
  getSelectedStorageBackend?(): string
  isAsyncEncryptionAvailable?(): Promise<boolean>
  encryptStringAsync?(texto: string): Promise<Uint8Array>
  decryptStringAsync?(sellado: Buffer): Promise<{ result: string }>
}

/** @param plataforma process.platform @param seguro asked for at each use: the store is ready only after the app is */
export function selladorDe(seguro: () => AlmacenSeguro, plataforma: string): Sellador {
  /** On Linux without a keyring Chromium "encrypts" with a password written in its source: refused, as if there were nothing. */
  const sinLlavero = (s: AlmacenSeguro): boolean => plataforma === 'linux' && ['basic_text', 'unknown'].includes(s.getSelectedStorageBackend?.() ?? 'unknown')
  const disponible = async (): Promise<boolean> => {
    try {
      const s = seguro()
      if (sinLlavero(s)) return false
      return s.isAsyncEncryptionAvailable === undefined ? s.isEncryptionAvailable() : await s.isAsyncEncryptionAvailable()
    } catch { return false }
  }
  return {
    disponible,
    sellar: async (texto) => {
      if (!await disponible()) return null
      try {
        const s = seguro()
        const bytes = s.encryptStringAsync === undefined ? s.encryptString(texto) : await s.encryptStringAsync(texto)
        return Buffer.from(bytes).toString('base64')
      } catch { return null }
    },
    abrir: async (sellado) => {
      if (!await disponible()) return null
      try {
        const s = seguro()
        const bytes = Buffer.from(sellado, 'base64')
        return s.decryptStringAsync === undefined ? s.decryptString(bytes) : (await s.decryptStringAsync(bytes)).result
      } catch { return null }
    },
  }
}
