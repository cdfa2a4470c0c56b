import { z } from 'zod'
import type { AlmacenCredenciales, Credenciales, CredencialesGuardadas, Sellador } from '../services/puertos.ts'
import { abrirAlmacen } from './almacen.ts'

export const PerfilGuardadoSchema = z.object({ rutOtec: z.string(), nombre: z.string(), sellado: z.string().nullable() })

export interface OpcionesCredenciales {
  /** The OTEC whose folder it is: no other's are kept or read there, and she is known even without a token. */
  rutOtec?: string
  /** RUT → token, for as long as the program is open: where nothing can be sealed, leaving an OTEC must not lose it. */
  memoria?: Map<string, string>
}
export interface AlmacenDePerfil extends AlmacenCredenciales { renombrar(nombre: string): void }

/**
 * Credentials in `carpeta`/credenciales.json: RUT and name in clear, the token sealed by the system. Where there is no
 * encryption the token is never written: it lives in memory until the program closes.
 */
export async function abrirCredenciales(carpeta: string, sellador: Sellador, o: OpcionesCredenciales = {}): Promise<AlmacenDePerfil> {
  const almacen = abrirAlmacen(carpeta, 'credenciales', true)
  const guardado = PerfilGuardadoSchema.safeParse(almacen.leer('perfil'))
  let actual: CredencialesGuardadas | null = o.rutOtec === undefined ? null : { rutOtec: o.rutOtec, nombre: '', token: null, tokenGuardado: false }
  if (guardado.success && (o.rutOtec === undefined || guardado.data.rutOtec === o.rutOtec)) {
    const { rutOtec, nombre, sellado } = guardado.data
    const token = sellado === null ? null : await abrirDe(sellador, sellado, rutOtec)
    actual = { rutOtec, nombre, token, tokenGuardado: token !== null }
  }
  const enMemoria = actual === null ? undefined : o.memoria?.get(actual.rutOtec)
  if (actual !== null && actual.token === null && enMemoria !== undefined) actual = { ...actual, token: enMemoria }
  return {
    leer: () => actual,
    guardar: async (c: Credenciales) => {
      if (o.rutOtec !== undefined && c.rutOtec !== o.rutOtec) throw new Error('credentials: of another OTEC')
      // The RUT is sealed with the token: a file edited by hand cannot give one OTEC's token to another.
      const sellado = await sellador.sellar(JSON.stringify({ rutOtec: c.rutOtec, token: c.token }))
      almacen.poner('perfil', { rutOtec: c.rutOtec, nombre: c.nombre, sellado })
      if (sellado === null) o.memoria?.set(c.rutOtec, c.token)
      else o.memoria?.delete(c.rutOtec)
      actual = { rutOtec: c.rutOtec, nombre: c.nombre, token: c.token, tokenGuardado: sellado !== null }
      return actual
    },
    olvidar: () => {
      if (o.rutOtec === undefined) {
        almacen.quitar('perfil')
        actual = null
      } else {
        const nombre = actual?.nombre ?? ''
        almacen.poner('perfil', { rutOtec: o.rutOtec, nombre, sellado: null })
        o.memoria?.delete(o.rutOtec)
        actual = { rutOtec: o.rutOtec, nombre, token: null, tokenGuardado: false }
      }
      return Promise.resolve()
    },
    renombrar: (nombre) => {
      if (actual === null) return
      const escrito = PerfilGuardadoSchema.safeParse(almacen.leer('perfil'))
      almacen.poner('perfil', { rutOtec: actual.rutOtec, sellado: escrito.success && escrito.data.rutOtec === actual.rutOtec ? escrito.data.sellado : null, nombre })
      actual = { ...actual, nombre }
    },
  }
}

const SelladoSchema = z.object({ rutOtec: z.string(), token: z.string() })

async function abrirDe(sellador: Sellador, sellado: string, rutOtec: string): Promise<string | null> {
  const texto = await sellador.abrir(sellado)
  if (texto === null) return null
  try {
    const leido = SelladoSchema.safeParse(JSON.parse(texto))
    return leido.success && leido.data.rutOtec === rutOtec ? leido.data.token : null
  } catch { return null }
}
