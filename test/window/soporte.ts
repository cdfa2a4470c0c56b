import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { asegurarElectron } from '../../build/electron-runtime.ts'
import { RAIZ } from '../../build/rutas.ts'

/** The real program in the real Electron window; it runs what the build left in out/. */
export interface Ventana {
  app: ElectronApplication
  page: Page
  /** Folder of the program's data: hand it to another `abrirVentana` to start again on the same data. */
  datos: string
  /** Errors that the page threw or wrote to its console since it opened. */
  errores: string[]
  cerrar(): Promise<void>
}

/** What the system's dialogs answer from now on. null: the person cancels. */
export interface Dialogos {
  abrir?: string | null
  guardar?: string | null
  /** Index of the button pressed in a message box. */
  mensaje?: number
}

export interface Opciones {
  datos?: string
  dialogos?: Dialogos
  /** Further words for the command line: a workbook ("Abrir con") or a Chromium switch. */
  args?: string[]
  env?: Record<string, string>
  tamano?: { ancho: number; alto: number }
}

/** Its place among the buttons of the question before leaving. */
const SALIR_IGUAL = 1

export const carpetaTemporal = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'puente-ventana-'))
export const borrarCarpeta = (carpeta: string): Promise<void> => rm(carpeta, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })

/** Opens the program and waits for its window. */
export async function abrirVentana(opciones: Opciones = {}): Promise<Ventana> {
  const electron = await asegurarElectron()
  const datos = opciones.datos ?? (await carpetaTemporal())
  const args = opciones.args ?? []
  const esSwitch = (a: string): boolean => a.startsWith('--')
  const app = await _electron.launch({
    executablePath: electron.ruta,
    // Electron's userData follows Chromium's own switch, so the program needs no door of its own for the tests.
    args: ['--disable-gpu', '--tras-playwright', `--user-data-dir=${datos}`, ...args.filter(esSwitch), RAIZ, ...args.filter((a) => !esSwitch(a))],
    cwd: RAIZ,
    env: { ...(process.env as Record<string, string>), ...opciones.env },
  })
  if (opciones.dialogos !== undefined) await responderDialogos(app, opciones.dialogos)
  const page = await app.firstWindow()
  page.setDefaultTimeout(20_000)
  const errores: string[] = []
  page.on('pageerror', (e) => { errores.push(e.message) })
  page.on('console', (m) => { if (m.type() === 'error') errores.push(m.text()) })
  if (opciones.tamano) await app.evaluate(({ BrowserWindow }, t) => { BrowserWindow.getAllWindows()[0]?.setContentSize(t.ancho, t.alto) }, opciones.tamano)
  const cerrar = async (): Promise<void> => {
    // Leaving with a send that waits or is under way asks first, and nobody is here to answer.
    await responderDialogos(app, { mensaje: SALIR_IGUAL }).catch(() => undefined)
    await app.close()
  }
  return { app, page, datos, errores, cerrar }
}

/** Stands in for the system's dialogs, which no test can click. Only the named ones are replaced. */
export async function responderDialogos(app: ElectronApplication, dialogos: Dialogos): Promise<void> {
  await app.evaluate(({ dialog }, d) => {
    if (d.abrir !== undefined) {
      const filePaths = d.abrir === null ? [] : [d.abrir]
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths })
    }
    if (d.guardar !== undefined) {
      const filePath = d.guardar ?? ''
      dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === '', filePath })
    }
    if (d.mensaje !== undefined) {
      const response = d.mensaje
      dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false })
    }
  }, dialogos)
}

/** Ends the program as a power cut would: nothing gets the chance to save. */
export async function matar(ventana: Ventana): Promise<void> {
  const proceso = ventana.app.process()
  const fin = new Promise<void>((resolve) => { proceso.once('exit', () => { resolve() }) })
  proceso.kill('SIGKILL')
  await fin
}
