import { z } from 'zod'
import type { AlmacenCredenciales, Credenciales, CredencialesGuardadas, Sellador } from '../services/puertos.ts'
import { abrirAlmacen } from './almacen.ts'

const GuardadoSchema = z.object({ rutOtec: z.string(), nombre: z.string(), sellado: z.string().nullable() })

/**
 * Credentials in `carpeta`/credenciales.json: RUT and name in clear, the token sealed by the system. Where there is no
 * encryption the token is never written: it lives in memory until the program closes.
 */
export async function abrirCredenciales(carpeta: string, sellador: Sellador): Promise<AlmacenCredenciales> {
  const almacen = abrirAlmacen(carpeta, 'credenciales', true)
  const guardado = GuardadoSchema.safeParse(almacen.leer('perfil'))
  let actual: CredencialesGuardadas | null = null
  if (guardado.success) {
    const { rutOtec, nombre, sellado } = guardado.data
    const token = sellado === null ? null : await abrirDe(sellador, sellado, rutOtec)
    actual = { rutOtec, nombre, token, tokenGuardado: token !== null }
  }
  return {
    leer: () => actual,
    guardar: async (c: Credenciales) => {
      // The RUT is sealed with the token: a file edited by hand cannot give one OTEC's token to another.
      const sellado = await sellador.sellar(JSON.stringify({ rutOtec: c.rutOtec, token: c.token }))
      almacen.poner('perfil', { rutOtec: c.rutOtec, nombre: c.nombre, sellado })
      actual = { rutOtec: c.rutOtec, nombre: c.nombre, token: c.token, tokenGuardado: sellado !== null }
      return actual
    },
    olvidar: () => {
      almacen.quitar('perfil')
      actual = null
      return Promise.resolve()
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
