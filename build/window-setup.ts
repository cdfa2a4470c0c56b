/** What the window tests need before the first one: system pieces, an Electron, the program built, a display. */
import { construir } from './bundle.ts'
import { asegurarElectron } from './electron-runtime.ts'
import { abrirPantallaVirtual } from './pantalla.ts'
import { asegurarSistema } from './system-libs.ts'

export async function setup(): Promise<(() => void) | undefined> {
  const { ruta } = await asegurarElectron()
  await asegurarSistema(ruta, ['ventana', 'pantalla', 'llavero', 'oficina'])
  await construir('produccion')
  if (process.platform !== 'linux') return undefined
  // Always a display of its own: the person's windows and focus stay theirs, and the tests see no other window.
  const pantalla = await abrirPantallaVirtual()
  Object.assign(process.env, pantalla.env)
  delete process.env['WAYLAND_DISPLAY']
  return pantalla.cerrar
}
