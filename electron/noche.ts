/** The night's parts of the system: the icon beside the clock, the notifications, the computer kept awake, the question before leaving. */
import path from 'node:path'
import { app, dialog, Menu, nativeImage, net, Notification, powerMonitor, powerSaveBlocker, Tray, type BrowserWindow } from 'electron'
import type { EventName, Payload } from '../shared/ipc/contract.ts'
import { crearDespertador } from './adapters/noche/despertador.ts'
import { inicioDeEscritorio, inicioDelSistema } from './adapters/noche/inicio-sesion.ts'
import { crearLinea } from './adapters/noche/linea.ts'
import type { EspacioAbierto } from './espacio.ts'
import type { Despertador, InicioSesion, Linea } from './services/puertos-noche.ts'
import { AL_SALIR, BANDEJA } from './services/textos-noche.ts'
import { crearVigilia, type LineaBandeja, type Vigilia } from './services/vigilia.ts'

export interface Noche {
  readonly vigilia: Vigilia
  readonly despertador: Despertador
  readonly linea: Linea
  readonly inicioSesion: InicioSesion
  /** What is told to the window is told here too. */
  alEmitir(nombre: EventName, dato: unknown): void
}
export interface OpcionesNoche {
  icono: string
  ventana(): BrowserWindow | null
  /** Opens the window, or brings it to the front; with a send, shows it there. */
  abrir(envioId: string | null): void
  espacio(): EspacioAbierto | null
}

const LADO_ICONO = process.platform === 'darwin' ? 18 : process.platform === 'win32' ? 16 : 22

export function crearNoche(o: OpcionesNoche): Noche {
  const despertador = crearDespertador({ alDespertar: (oyente) => { powerMonitor.on('resume', oyente); powerMonitor.on('unlock-screen', oyente) } })
  const bandeja = crearBandeja(o.icono, () => { o.abrir(null) })
  /** Kept while they are on view: the system forgets a notification that nobody holds, and its click with it. */
  const avisos = new Set<Notification>()
  let bloqueo: number | null = null
  let saliendo = false

  const vigilia = crearVigilia({
    reloj: { ahora: () => new Date() },
    bandeja,
    desvelar: (si) => {
      if (si) bloqueo ??= powerSaveBlocker.start('prevent-app-suspension')
      else if (bloqueo !== null) { powerSaveBlocker.stop(bloqueo); bloqueo = null }
    },
    notificar: ({ titulo, cuerpo }, alPulsar) => {
      if (!Notification.isSupported()) return
      const aviso = new Notification({ title: titulo, body: cuerpo })
      avisos.add(aviso)
      aviso.on('click', () => { avisos.delete(aviso); alPulsar() })
      aviso.on('close', () => { avisos.delete(aviso) })
      aviso.show()
    },
    enBateria: () => powerMonitor.isOnBatteryPower(),
    hayVentana: () => o.ventana() !== null,
    abrir: o.abrir,
    desprogramar: (envioId) => { o.espacio()?.nocturno.desprogramar({ envioId }) },
    salir: () => { app.quit() },
  })
  despertador.escuchar(vigilia.tic)

  const preguntar = async (palabras: { titulo: string; detalle: string }): Promise<void> => {
    const ventana = o.ventana()
    const opciones = { type: 'question' as const, title: BANDEJA.nombre, message: palabras.titulo, detail: palabras.detalle, buttons: [AL_SALIR.quedarse, AL_SALIR.salir, AL_SALIR.volver], defaultId: 0, cancelId: 2, noLink: true }
    const { response } = ventana === null ? await dialog.showMessageBox(opciones) : await dialog.showMessageBox(ventana, opciones)
    if (response === 0) ventana?.close()
    if (response === 1) { saliendo = true; app.quit() }
  }
  app.on('before-quit', (evento) => {
    const palabras = saliendo ? null : vigilia.alSalir()
    if (palabras === null) return
    evento.preventDefault()
    void preguntar(palabras)
  })
  // The system is going down: nobody is there to answer, and what waits is found again at the next start.
  powerMonitor.on('shutdown', () => { saliendo = true })

  return {
    vigilia, despertador, linea: crearLinea(() => net.isOnline()), inicioSesion: inicioSesion(),
    alEmitir: (nombre, dato) => {
      if (nombre === 'noche:estado') vigilia.estado(dato as Payload<'noche:estado'>)
      else if (nombre === 'noche:termino') vigilia.termino(dato as Payload<'noche:termino'>)
      else if (nombre === 'envio:progreso') vigilia.progreso(dato as Payload<'envio:progreso'>)
    },
  }
}

function crearBandeja(icono: string, alPulsar: () => void): (menu: { titulo: string; lineas: readonly LineaBandeja[] } | null) => void {
  let tray: Tray | null = null
  return (menu) => {
    if (menu === null) {
      tray?.destroy()
      tray = null
      return
    }
    if (tray === null) {
      tray = new Tray(nativeImage.createFromPath(icono).resize({ width: LADO_ICONO, height: LADO_ICONO }))
      tray.on('click', alPulsar)
    }
    tray.setToolTip(menu.titulo)
    tray.setContextMenu(Menu.buildFromTemplate(menu.lineas.map(({ texto, hacer }) => hacer === undefined ? { label: texto, enabled: false } : { label: texto, click: hacer })))
  }
}

function inicioSesion(): InicioSesion {
  if (process.platform !== 'linux') return inicioDelSistema(app)
  // An AppImage runs from a folder that is another at each start; where it really is, it says itself.
  const programa = process.env['APPIMAGE'] ?? process.execPath
  const orden = app.isPackaged ? [programa] : [process.execPath, app.getAppPath()]
  return inicioDeEscritorio(process.env['XDG_CONFIG_HOME'] ?? path.join(app.getPath('home'), '.config'), orden, BANDEJA.nombre)
}
