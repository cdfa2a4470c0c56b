/** What electron-builder is told: the same for the folder build here and for the installers of each system. */
import type { AfterPackContext, Configuration } from 'electron-builder'
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Electron } from './electron-runtime.ts'
import { firmaDe } from './firma.ts'
import { novedadesDeEsta } from './novedades.ts'
import { FallaBuild } from './procesos.ts'
import { TEXTOS } from './textos.ts'

export const APP_ID = 'cl.puentesic.app'

/** "Abrir con" for workbooks; `Alternate` and the Windows script leave the person's own spreadsheet as the default. */
const ASOCIACIONES = [
  { ext: 'xlsx', name: 'Libro de Excel', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  { ext: 'xls', name: 'Libro de Excel 97-2003', mimeType: 'application/vnd.ms-excel' },
  { ext: 'ods', name: 'Hoja de cálculo OpenDocument', mimeType: 'application/vnd.oasis.opendocument.spreadsheet' },
  { ext: 'csv', name: 'Valores separados por coma', mimeType: 'text/csv' },
].map((a) => ({ ...a, role: 'Viewer' as const, rank: 'Alternate' as const }))

function carpetaRecursos(c: AfterPackContext): string {
  return c.electronPlatformName === 'darwin'
    ? path.join(c.appOutDir, `${c.packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
    : path.join(c.appOutDir, 'resources')
}

/** Native databases that each system has to carry, and no other: electron-builder's names of platforms. macOS carries both, being universal. */
export const NATIVOS: Readonly<Record<string, readonly string[]>> = { linux: ['linux-x64-gnu'], win32: ['win32-x64-msvc'], darwin: ['darwin-arm64', 'darwin-x64'] }

/**
 * @param recursos the packed program's folder of resources
 * @throws FallaBuild when a native database is missing or too many: npm installs only the builder's own
 */
export function comprobarNativos(recursos: string, plataforma: string): void {
  const carpeta = path.join(recursos, 'app.asar.unpacked', 'node_modules', '@libsql')
  let hay: string[] = []
  try { hay = readdirSync(carpeta).toSorted() } catch { /* none at all */ }
  const esperados = NATIVOS[plataforma] ?? []
  if (hay.join() !== esperados.join()) throw new FallaBuild(TEXTOS.nativosMal(esperados, hay))
}

/** Runs on each packed folder, before fuses and signature. */
function alEmpacar(c: AfterPackContext): Promise<void> {
  const recursos = carpetaRecursos(c)
  // Left in place it would be a second application that `onlyLoadAppFromAsar` does not guard.
  rmSync(path.join(recursos, 'default_app.asar'), { force: true })
  comprobarNativos(recursos, c.electronPlatformName)
  return Promise.resolve()
}

export interface Opciones {
  /** Address of the update feed, and the public key (SPKI DER, base64) of who signs its releases; null: the program never looks for updates. */
  actualizaciones: { url: string; clave: string } | null
  env: Readonly<Record<string, string | undefined>>
}

/**
 * @param electron the runtime to pack; only the official one of this version when installers are made
 * @param salida folder for the result
 */
export function configuracion(electron: Electron, salida: string, { actualizaciones, env }: Opciones): Configuration {
  const firma = firmaDe(env)
  const nombre = (firmado: boolean): string => `puente-sic-\${version}-\${os}-\${arch}${firmado ? '' : '-sin-firma'}.\${ext}`
  return {
    appId: APP_ID,
    productName: 'Puente SIC',
    copyright: 'Puente SIC. No es un producto de SENCE.',
    directories: { output: salida, buildResources: 'build' },
    asar: true,
    // Everything is bundled in out/; of the packages only the native database travels, and of it only what this system loads.
    files: [
      'package.json', 'out/main/**', 'out/preload/**', 'out/renderer/**', '!**/*.map',
      '!node_modules/**', 'node_modules/libsql/**/*.js', 'node_modules/libsql/package.json',
      ...(NATIVOS[process.platform] ?? []).map((n) => `node_modules/@libsql/${n}/**`), 'node_modules/@neon-rs/load/**', 'node_modules/detect-libc/**', '!node_modules/**/*.{md,d.ts,ts}',
    ],
    asarUnpack: ['**/*.node'],
    npmRebuild: false, // libsql is N-API and comes built
    nodeGypRebuild: false,
    electronVersion: electron.version,
    electronDist: path.dirname(electron.ruta),
    electronLanguages: ['es', 'es-419', 'en-US'],
    electronFuses: {
      runAsNode: false, // the signed program must not serve as a Node for anyone
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true, // Windows and macOS; Linux has no such check
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false, // the window is served by app://
      resetAdHocDarwinSignature: true, // a changed binary with its old signature does not start on Apple's processors
    },
    afterPack: alEmpacar,
    publish: actualizaciones === null ? null : { provider: 'generic', url: actualizaciones.url },
    ...(actualizaciones === null ? {} : { extraMetadata: { puenteActualizaciones: { clave: actualizaciones.clave } }, releaseInfo: { releaseNotes: novedadesDeEsta().join('\n') } }),
    linux: {
      target: ['AppImage', 'deb'], category: 'Office', icon: 'build/icon.png', executableName: 'puente-sic', artifactName: nombre(true), // Linux packages are not signed: their checksums are published
      synopsis: 'Informe de avance al Gestor Intermedio', maintainer: 'Puente SIC <soporte@puentesic.invalid>', fileAssociations: ASOCIACIONES,
    },
    deb: { packageCategory: 'misc', priority: 'optional' },
    // x64 alone: Windows on ARM runs it, and libsql has no build for it.
    win: { target: [{ target: 'nsis', arch: ['x64'] }], icon: 'build/icon.ico', artifactName: nombre(firma.windows), forceCodeSigning: firma.windows },
    // One click and for one person: no administrator, no questions. The uninstaller asks about the data (instalador.nsh).
    nsis: { oneClick: true, perMachine: false, include: 'build/instalador.nsh', language: '13322', deleteAppDataOnUninstall: false, createDesktopShortcut: true, differentialPackage: true },
    mac: {
      target: [{ target: 'dmg', arch: ['universal'] }, { target: 'zip', arch: ['universal'] }], // the zip is what updates are taken from
      icon: 'build/icon.icns', category: 'public.app-category.business', fileAssociations: ASOCIACIONES, artifactName: nombre(firma.mac), forceCodeSigning: firma.mac,
      ...(firma.mac ? {} : { identity: '-' }), // unsigned is signed by nobody in particular, without which Apple's processors run nothing
      hardenedRuntime: firma.mac, gatekeeperAssess: false, notarize: firma.notarizar,
      x64ArchFiles: '**/@libsql/darwin-*/**', // both halves carry both
    },
  }
}
