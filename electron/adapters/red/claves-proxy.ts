import { z } from 'zod'
import type { Sellador } from '../../services/puertos.ts'
import type { ClaveProxy, ClavesProxy } from '../../services/puertos-red.ts'
import { abrirAlmacen } from '../almacen.ts'

const GuardadoSchema = z.object({ servidor: z.string(), usuario: z.string(), sellado: z.string() })
const SelladoSchema = z.object({ servidor: z.string(), usuario: z.string(), clave: z.string() })

/**
 * User and password for the network's proxy in `carpeta`/red.json, sealed by the system as the token is; where it cannot
 * encrypt they live in memory until the program closes. Kept together with the server: no other may have them.
 */
export async function abrirClavesProxy(carpeta: string, sellador: Sellador): Promise<ClavesProxy> {
  const almacen = abrirAlmacen(carpeta, 'red', true)
  const leido = GuardadoSchema.safeParse(almacen.leer('proxy'))
  let actual: (ClaveProxy & { servidor: string; guardada: boolean }) | null = leido.success ? await abrirSellado(sellador, leido.data) : null
  return {
    para: (servidor) => actual?.servidor === servidor ? { usuario: actual.usuario, clave: actual.clave } : null,
    guardar: async (servidor, { usuario, clave }) => {
      const sellado = await sellador.sellar(JSON.stringify({ servidor, usuario, clave }))
      if (sellado === null) almacen.quitar('proxy')
      else almacen.poner('proxy', { servidor, usuario, sellado })
      actual = { servidor, usuario, clave, guardada: sellado !== null }
      return { guardada: actual.guardada }
    },
    olvidar: () => { almacen.quitar('proxy'); actual = null },
    resumen: () => actual === null ? null : { servidor: actual.servidor, usuario: actual.usuario, guardada: actual.guardada },
  }
}

async function abrirSellado(sellador: Sellador, g: z.infer<typeof GuardadoSchema>): Promise<(ClaveProxy & { servidor: string; guardada: boolean }) | null> {
  const texto = await sellador.abrir(g.sellado)
  if (texto === null) return null
  try {
    const s = SelladoSchema.safeParse(JSON.parse(texto))
    // The server is sealed too: a file edited by hand cannot have the password given to another.
    return s.success && s.data.servidor === g.servidor ? { ...s.data, guardada: true } : null
  } catch { return null }
}
