import { safeStorage } from 'electron'
import type { Sellador } from '../services/puertos.ts'
import { selladorDe } from './sellado.ts'

/** The system's secret store: Keychain, DPAPI, libsecret or KWallet. */
export const crearSellador = (): Sellador => selladorDe(() => safeStorage, process.platform)
