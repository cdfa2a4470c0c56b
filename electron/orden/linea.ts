/** The program started with an order: no window, no icon in the dock or the task bar, words on the terminal, an exit code. */
import { spawnSync } from 'node:child_process'
import { app, net, Notification } from 'electron'
import { crearLinea } from '../adapters/noche/linea.ts'
import { crearNucleo } from '../nucleo.ts'
import type { Orden, OrdenLeida } from './argumentos.ts'
import { escuchar } from './canal.ts'
import { atenderRemota, datosRemotos, imprimible } from './remota.ts'
import { AYUDA_ORDEN, ORDEN, SALIDAS } from './textos.ts'

/** The program that is open answers at once; this bounds one that hangs. */
const ESPERA_MS = 30_000
/** Chromium asks for a display before the program can say that it needs none: only a switch on its command line helps. */
const SIN_PANTALLA = ['--ozone-platform=headless', '--disable-gpu']

export async function correrOrden({ orden, antes }: OrdenLeida): Promise<void> {
  switch (orden.tipo) {
    case 'ayuda': return terminar(AYUDA_ORDEN, SALIDAS.bien)
    case 'version': return terminar(app.getVersion(), SALIDAS.bien)
    case 'mal-uso': return orden.json ? terminar(JSON.stringify({ salida: SALIDAS.uso, resultado: 'uso', mensaje: orden.mensaje }), SALIDAS.uso) : terminar(orden.mensaje, SALIDAS.uso, process.stderr)
    case 'enviar': case 'estado':
  }
  if (faltaPantalla()) {
    const { status } = spawnSync(process.execPath, [...SIN_PANTALLA, ...process.argv.slice(1)], { stdio: 'inherit' })
    process.exit(status ?? SALIDAS.interno)
  }
  if (process.platform === 'darwin') { app.setActivationPolicy('prohibited'); app.dock?.hide() }
  const decir = (linea: string): void => { if (!orden.json) process.stdout.write(`${linea}\n`) }
  const oido = await escuchar(process.platform)
  if (!app.requestSingleInstanceLock({ ...datosRemotos(orden, oido.llamada) })) {
    const fin = await oido.fin(ESPERA_MS, decir)
    oido.cerrar()
    if (fin === null) return terminar(ORDEN.noResponde, SALIDAS.interno, process.stderr)
    return fin === 'cortado' ? terminar(ORDEN.seCerro, SALIDAS['sin-confirmar'], process.stderr) : terminar(fin.texto, fin.salida)
  }
  oido.cerrar()
  await aqui(orden, antes, decir)
}

/** Nobody else is open: the order is carried out in this process. */
async function aqui(orden: Orden, antes: readonly string[], decir: (linea: string) => void): Promise<void> {
  await app.whenReady()
  const nucleo = await crearNucleo({ emitir: () => undefined, despertador: null, linea: crearLinea(() => net.isOnline()) })
  let abrirDespues = false
  app.on('second-instance', (_evento, _argumentos, _carpeta, datos) => {
    if (atenderRemota(datos, nucleo) || abrirDespues) return
    // Somebody wants the window. Two processes on one journal are not an option, and this one has to end with its code.
    abrirDespues = true
    if (Notification.isSupported()) new Notification({ title: ORDEN.trabajando.titulo, body: ORDEN.trabajando.detalle }).show()
  })
  const r = await nucleo.ordenar(orden, decir)
  await nucleo.espacios.cerrar()
  if (abrirDespues) app.relaunch({ args: [...antes] })
  terminar(imprimible(orden, r), SALIDAS[r.salida])
}

const faltaPantalla = (): boolean => process.platform === 'linux' && (process.env['DISPLAY'] ?? '') === '' && (process.env['WAYLAND_DISPLAY'] ?? '') === ''
  && !app.commandLine.hasSwitch('ozone-platform') && !app.commandLine.hasSwitch('headless')

/** A pipe takes what it can: the process must not go before the last word has left. */
function terminar(texto: string, salida: number, por: NodeJS.WriteStream = process.stdout): void {
  por.write(texto.endsWith('\n') ? texto : `${texto}\n`, () => { if (app.isReady()) app.exit(salida); else process.exit(salida) })
}
