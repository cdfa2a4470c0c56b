/** The way out of the office's network, put together once for the whole program. The practice never gets it. */
import type { Emisor } from './espacio.ts'
import type { RedDelCliente } from './adapters/cliente-gestor.ts'
import { crearAutoridades, fuentesDeNode, type Autoridades } from './adapters/red/autoridades.ts'
import { abrirCertificadoRed } from './adapters/red/certificado-red.ts'
import { abrirClavesProxy } from './adapters/red/claves-proxy.ts'
import { crearResolverProxy } from './adapters/red/resolver-proxy.ts'
import type { AlmacenAjustes, Sellador } from './services/puertos.ts'
import { crearServicioRed, type ServicioRed } from './services/red.ts'

export interface RedDeOficina { readonly servicio: ServicioRed; readonly cliente: RedDelCliente }

/** @param o.preguntarProxy Electron's `session.resolveProxy` */
export async function abrirRedDeOficina(o: { carpeta: string; plataforma: string; sellador: Sellador; ajustes: AlmacenAjustes; preguntarProxy(url: string): Promise<string>; emitir: Emisor }): Promise<RedDeOficina> {
  const claves = await abrirClavesProxy(o.carpeta, o.sellador)
  // The authorities hold the chosen certificate, and choosing one has them made again.
  const autoridades: { las: Autoridades | null } = { las: null }
  const certificado = abrirCertificadoRed(o.carpeta, () => { autoridades.las?.cambio() })
  const contexto = (autoridades.las = crearAutoridades(fuentesDeNode(o.plataforma), certificado.pem)).contexto
  const servicio = crearServicioRed({ claves, certificado, emitir: (estado) => { o.emitir('red:estado', estado) } })
  const { rutas } = crearResolverProxy(o.preguntarProxy, () => o.ajustes.leer().proxy)
  return { servicio, cliente: { rutas, clave: claves.para, alPedirClave: servicio.pide, contexto } }
}
