/** The rules of the window, deny by default. Each is one file with its reason. */
import { app, protocol, session } from 'electron'
import { prohibirNavegacion } from './navegacion.ts'
import { denegarPermisos } from './permisos.ts'
import { registrarEsquema, servirVentana } from './protocolo.ts'
import { cerrarRed } from './red.ts'
import { exigirSandbox } from './sandbox.ts'

/** What must be in force before `ready`. */
export function asegurarAntes(desarrollo: string | null): void {
  exigirSandbox(app)
  registrarEsquema(protocol)
  prohibirNavegacion(app, desarrollo)
}

/** What needs a session. `carpetaVentana`: the built window. */
export function asegurarSesion(carpetaVentana: string, desarrollo: string | null): void {
  denegarPermisos(session.defaultSession)
  cerrarRed(session.defaultSession, desarrollo)
  servirVentana(protocol, carpetaVentana)
}
