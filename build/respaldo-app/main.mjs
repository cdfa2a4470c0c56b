/**
 * The part of Electron's own default_app that the fallback runtime lacks: `electron [switches] [-r module] <folder> [words]`
 * starts the application in that folder. The import of its entry is awaited, because Electron holds back `ready` until
 * this module has been evaluated and an application may only register schemes before `ready`.
 */
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const palabras = process.argv.slice(1)
const modulos = []
let carpeta
for (let i = 0; i < palabras.length && carpeta === undefined; i++) {
  const palabra = palabras[i]
  if (palabra === '-r' || palabra === '--require') modulos.push(palabras[++i])
  else if (!palabra.startsWith('-')) carpeta = path.resolve(palabra)
}
if (carpeta === undefined) {
  console.error('Uso: electron <carpeta de la aplicación>')
  process.exit(2)
}

// A window made while Playwright is still connecting now and then hangs both for good. Playwright says when it is
// connected, by calling this name; the application learns only then that it is ready.
if (palabras.includes('--tras-playwright')) {
  const lista = app.whenReady()
  const conectado = new Promise((resolve) => { Object.assign(globalThis, { __playwright_run: resolve }) })
  app.whenReady = async () => { await conectado; await lista }
}

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
const paquete = JSON.parse(readFileSync(path.join(carpeta, 'package.json'), 'utf8'))
if (paquete.version) app.setVersion(paquete.version)
app.setName(paquete.productName ?? paquete.name)
app.setAppPath(carpeta)

const require = createRequire(path.join(carpeta, 'package.json'))
for (const modulo of modulos) require(modulo)
await import(pathToFileURL(path.resolve(carpeta, paquete.main ?? 'index.js')).href)
