/** The reference of the cold start: an empty window with every hardening of ours, and nothing else. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const MAIN = `
import { app, BrowserWindow, protocol, session } from 'electron'
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } }])
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.whenReady().then(() => {
  session.defaultSession.setPermissionRequestHandler((_c, _p, responder) => { responder(false) })
  protocol.handle('app', () => new Response('<!doctype html><html lang="es"><title>Vacía</title><main><h1>Vacía</h1></main>', { headers: {
    'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; img-src 'self' data:" } }))
  const ventana = new BrowserWindow({ width: 1280, height: 820, show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false } })
  ventana.once('ready-to-show', () => { ventana.show() })
  ventana.loadURL('app://puente/index.html')
})
app.on('window-all-closed', () => { app.quit() })
`

/** Writes the empty application to a temporary folder and answers it. */
export function prepararVacia(): string {
  const carpeta = mkdtempSync(path.join(tmpdir(), 'puente-vacia-'))
  writeFileSync(path.join(carpeta, 'package.json'), JSON.stringify({ name: 'vacia', productName: 'Vacia', version: '0.0.0', type: 'module', main: 'main.mjs' }))
  writeFileSync(path.join(carpeta, 'main.mjs'), MAIN)
  return carpeta
}
