import type { Credenciales, CredencialesGuardadas } from '../services/puertos.ts'
import type { AlmacenDePerfil } from './credenciales.ts'

/** The sample OTEC of the practice: the simulated service's own credentials, never written, never replaced by real ones. */
export function crearCredencialesPractica(credenciales: Credenciales): AlmacenDePerfil {
  const fijas: CredencialesGuardadas = { ...credenciales, tokenGuardado: false }
  return { leer: () => fijas, guardar: () => Promise.resolve(fijas), olvidar: () => Promise.resolve(), renombrar: () => undefined }
}
