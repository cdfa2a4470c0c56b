import type { ResolverProxy } from '../../services/puertos-red.ts'
import { leerListaProxy } from './lista-proxy.ts'

/**
 * The ways out that the system says: its fixed proxy, its PAC script or its automatic search, as Chromium understands them.
 * @param preguntar Electron's `session.resolveProxy`
 * @param modo setting: 'directa' never asks
 */
export const crearResolverProxy = (preguntar: (url: string) => Promise<string>, modo: () => 'sistema' | 'directa'): ResolverProxy => ({
  rutas: async (origen) => {
    if (modo() === 'directa') return [{ tipo: 'directa' }]
    // A script that fails, or a network that is not there, leaves the direct way: what fails then says why.
    try { return leerListaProxy(await preguntar(`${new URL(origen).origin}/`)) } catch { return [{ tipo: 'directa' }] }
  },
})
