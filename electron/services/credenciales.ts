import { hoyEnSantiago } from '../../shared/domain/fecha.ts'
import { formatRut, parseRut } from '../../shared/domain/rut.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { leerConsulta } from './conexion.ts'
import { falla } from './fallas.ts'
import type { AlmacenCredenciales, ClienteGestor, CredencialesGuardadas, Registro, Reloj } from './puertos.ts'
import type { ServicioCredenciales } from './servicios.ts'

export interface PuertosCredenciales {
  almacen: AlmacenCredenciales; cliente: ClienteGestor; reloj: Reloj; registro: Registro
  /** Whose space it is: no other's credentials are kept in it. Absent: nobody's yet. */
  rutOtec?: string | null
  /** A send is under way: what it goes out with must not change under it. */
  enviando?: () => boolean
}

/** RUT and token of the OTEC: checked, kept, tested. The token never goes back to the window. */
export function crearServicioCredenciales({ almacen, cliente, reloj, registro, rutOtec: propio = null, enviando = () => false }: PuertosCredenciales): ServicioCredenciales {
  return {
    perfil: () => { const c = almacen.leer(); return c === null ? null : perfilDe(c) },

    guardar: async ({ rutOtec, token, nombre }) => {
      const leidas = leerCredenciales(rutOtec, token)
      if (!leidas.ok) return leidas
      if (propio !== null && leidas.valor.rutOtec !== propio) return fallar(falla('otec-fija'))
      if (enviando()) return fallar(falla('otec-enviando'))
      try {
        return ok(perfilDe(await almacen.guardar({ ...leidas.valor, nombre: nombre.trim() })))
      } catch (error) {
        return fallar(falla('credenciales-no-guardadas', registro.error('credentials: save', error)))
      }
    },

    olvidar: async () => {
      if (enviando()) return fallar(falla('otec-enviando'))
      try { await almacen.olvidar() } catch (error) { return fallar(falla('credenciales-no-guardadas', registro.error('credentials: forget', error))) }
      return ok({})
    },

    probar: async (entrada) => {
      const credenciales = entrada === null ? credencialesUsables(almacen) : leerCredenciales(entrada.rutOtec, entrada.token)
      if (!credenciales.ok) return credenciales
      // Today's processes are enough to know, and a whole history can take minutes.
      return ok(leerConsulta(await cliente.historialEnvios(credenciales.valor, { fechaDesde: hoyEnSantiago(reloj.ahora()) })).prueba)
    },
  }
}

/** RUT and token that belong together, as kept; read once at the start of whatever uses them. */
export function credencialesUsables(almacen: AlmacenCredenciales): Result<{ rutOtec: string; token: string }> {
  const c = almacen.leer()
  if (c === null) return fallar(falla('sin-credenciales'))
  if (c.token === null) return fallar(falla('token-ilegible'))
  return ok({ rutOtec: c.rutOtec, token: c.token })
}

/** What is typed, as the service wants it [I23]. */
export function leerCredenciales(rutOtec: string, token: string): Result<{ rutOtec: string; token: string }> {
  const rut = parseRut(rutOtec)
  if (!rut.ok) return fallar(falla('rut-otec-invalido'))
  // [I23] the token goes in upper case; copied from a page it may bring braces or line breaks.
  const limpio = token.replace(/[\s{}"']/gu, '').toUpperCase()
  if (!/^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/u.test(limpio)) return fallar(falla('token-invalido'))
  return ok({ rutOtec: formatRut(rut.rut, 'guion'), token: limpio })
}

const perfilDe = (c: CredencialesGuardadas) =>
  ({ rutOtec: c.rutOtec, nombre: c.nombre, tokenFinal: c.token === null ? null : c.token.slice(-4), tokenGuardado: c.tokenGuardado })
