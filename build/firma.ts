/**
 * Whether what is built gets signed: electron-builder signs by the variables named here, and only by them. Without them the
 * result says in its name that it is not signed, so that nobody hands it out by mistake.
 */
export interface Firma {
  windows: boolean
  mac: boolean
  /** Apple's notary has what it needs. Only what is signed can be notarised. */
  notarizar: boolean
}

type Entorno = Readonly<Record<string, string | undefined>>
const hay = (env: Entorno, ...nombres: string[]): boolean => nombres.every((n) => (env[n] ?? '') !== '')

export function firmaDe(env: Entorno): Firma {
  const comun = hay(env, 'CSC_LINK') // a certificate file, or its content in base64
  const mac = comun || hay(env, 'CSC_NAME') // the name of one that the keychain holds
  return {
    windows: comun || hay(env, 'WIN_CSC_LINK'),
    mac,
    notarizar: mac && (hay(env, 'APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID') || hay(env, 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER')),
  }
}
