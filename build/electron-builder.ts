/** What electron-builder is told: the same for the folder build here and for the installers of each system. */
import type { AfterPackContext, Configuration } from 'electron-builder'
import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Electron } from './electron-runtime.ts'

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

/**
 * @param electron the runtime to pack; only the official one of this version when installers are made
 * @param salida folder for the result
 */
export const configuracion = (electron: Electron, salida: string): Configuration => ({
  appId: APP_ID,
  productName: 'Puente SIC',
  copyright: 'Puente SIC. No es un producto de SENCE.',
  directories: { output: salida, buildResources: 'build' },
  asar: true,
  // Everything is bundled in out/; of the packages only the native database travels, and of it only what this system loads.
  files: [
    'package.json', 'out/main/**', 'out/preload/**', 'out/renderer/**', '!**/*.map',
    '!node_modules/**', 'node_modules/libsql/**/*.js', 'node_modules/libsql/package.json', 'node_modules/@libsql/**',
    'node_modules/@neon-rs/load/**', 'node_modules/detect-libc/**', '!node_modules/**/*.{md,d.ts,ts}', '!node_modules/@libsql/*-musl/**',
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
  },
  // Left in place it would be a second application that `onlyLoadAppFromAsar` does not guard.
  afterPack: (c) => { rmSync(path.join(carpetaRecursos(c), 'default_app.asar'), { force: true }); return Promise.resolve() },
  linux: { target: ['AppImage', 'deb'], category: 'Office', icon: 'build/icon.png', executableName: 'puente-sic', synopsis: 'Informe de avance al Gestor Intermedio', fileAssociations: ASOCIACIONES },
  win: { target: ['nsis'], icon: 'build/icon.ico' },
  nsis: { oneClick: true, perMachine: false, include: 'build/instalador.nsh', language: '13322' },
  mac: { target: ['dmg'], icon: 'build/icon.icns', category: 'public.app-category.business', fileAssociations: ASOCIACIONES, hardenedRuntime: true },
})
