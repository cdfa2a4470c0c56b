/**
 * The program's first lines: they count its starts, and offer the way back from a version whose window never came. The
 * rest is loaded after, so that a fault in it cannot take them along.
 */
import { app, dialog } from 'electron'
import { contarArranque, resolverVuelta } from './adapters/actualizaciones/arranques.ts'
import { volverA } from './adapters/actualizaciones/vuelta-atras.ts'
import { leerOrden } from './orden/argumentos.ts'
import { VUELTA_ATRAS } from './textos.ts'

const carpeta = app.getPath('userData')
const anterior = app.isPackaged && leerOrden(process.argv, true, process.cwd()) === null ? sinTropezar(() => contarArranque(carpeta, app.getVersion(), new Date())) : null
if (anterior === null) await import('./main.ts')
else void app.whenReady().then(() => {
  const textos = VUELTA_ATRAS(app.getVersion(), anterior.version)
  const otraVez = dialog.showMessageBoxSync({ type: 'warning', title: textos.nombre, message: textos.titulo, detail: textos.detalle, buttons: [textos.volver, textos.insistir], defaultId: 0, cancelId: 1, noLink: true }) === 1
  sinTropezar(() => { resolverVuelta(carpeta, app.getVersion(), otraVez) })
  if (otraVez) app.relaunch()
  else try { volverA(anterior.archivo, { plataforma: process.platform, env: process.env }) } catch { dialog.showErrorBox(textos.nombre, textos.noSePudo) }
  app.exit(0)
})

/** A disk that refuses must not keep the program from starting. */
function sinTropezar<T>(hacer: () => T): T | null {
  try { return hacer() } catch { return null }
}
