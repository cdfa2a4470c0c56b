/** The network of the office, as the person sees it: who it asks for, and whom it is told to trust. */
import type { RedEstado } from '../../shared/ipc/modelos-red.ts'
import { fallar, ok, type Result } from '../../shared/ipc/result.ts'
import { falla } from './fallas.ts'
import type { CertificadoRed, ClavesProxy } from './puertos-red.ts'

export interface ServicioRed {
  estado(): RedEstado
  /** A proxy asks who one is: told once, until it is answered. */
  pide(servidor: string): void
  identificarse(entrada: { servidor: string; usuario: string; clave: string }): Promise<Result<RedEstado>>
  olvidarIdentificacion(): Result<RedEstado>
  elegirCertificado(ruta: string): Promise<Result<RedEstado>>
  quitarCertificado(): Result<RedEstado>
}

export function crearServicioRed(p: { claves: ClavesProxy; certificado: CertificadoRed; emitir(estado: RedEstado): void }): ServicioRed {
  let pideClave: string | null = null
  const estado = (): RedEstado => ({ pideClave, identificacion: p.claves.resumen(), certificado: p.certificado.actual() })
  return {
    estado,
    pide: (servidor) => {
      if (pideClave === servidor) return
      pideClave = servidor
      p.emitir(estado())
    },
    identificarse: async ({ servidor, usuario, clave }) => {
      if (usuario.trim() === '' || clave === '') return fallar(falla('clave-proxy-vacia'))
      await p.claves.guardar(servidor.toLowerCase(), { usuario: usuario.trim(), clave })
      pideClave = null
      p.emitir(estado())
      return ok(estado())
    },
    olvidarIdentificacion: () => {
      p.claves.olvidar()
      p.emitir(estado())
      return ok(estado())
    },
    elegirCertificado: async (ruta) => {
      const elegido = await p.certificado.elegir(ruta)
      return elegido.ok ? ok(estado()) : elegido
    },
    quitarCertificado: () => {
      const quitado = p.certificado.quitar()
      return quitado.ok ? ok(estado()) : quitado
    },
  }
}
