/** From TypeScript to out/: main and workbook process (ESM, shared lazy chunks), preload (CJS, sandboxed), window (Vite). */
import react from '@vitejs/plugin-react'
import { context, type BuildContext, type BuildOptions, type Plugin } from 'esbuild'
import { copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build as construirVite, type InlineConfig } from 'vite'
import { cjsPerezoso } from './cjs-perezoso.ts'
import { escribirLicencias } from './licencias.ts'
import { escribirNovedades } from './novedades.ts'
import { RAIZ, SALIDA } from './rutas.ts'
import { sinUnzipper } from './sin-unzipper.ts'

export type Modo = 'produccion' | 'desarrollo'

/** Electron itself, and the one native package: its binary is chosen at run time by platform. */
const EXTERNOS = ['electron', 'libsql']

const comunes = (modo: Modo): BuildOptions => ({
  absWorkingDir: RAIZ,
  bundle: true,
  platform: 'node',
  target: 'node20', // Electron 33 carries Node 20; newer ones run it as well
  external: EXTERNOS,
  // Identifiers stay: incident logs name what failed, and `keepNames` would instead cost a call per closure.
  minifySyntax: modo === 'produccion',
  minifyWhitespace: modo === 'produccion',
  sourcemap: modo === 'desarrollo',
  legalComments: 'none', // the licences travel whole, in their own list
  metafile: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': JSON.stringify(modo === 'produccion' ? 'production' : 'development') },
})

/** exceljs, xlsx, undici and others are imported with `import()`: splitting keeps them out of what start-up reads. */
export const opcionesNode = (modo: Modo): BuildOptions => ({
  ...comunes(modo),
  entryPoints: [{ in: 'electron/arranque.ts', out: 'main' }, { in: 'electron/proceso-planilla/entrada.ts', out: 'proceso-planilla' }, { in: 'electron/proceso-datos/entrada.ts', out: 'proceso-datos' }],
  outdir: 'out/main',
  plugins: [cjsPerezoso, sinUnzipper],
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  splitting: true,
  chunkNames: 'partes/[name]-[hash]',
  // CommonJS packages inside an ES module still ask for Node's own modules by `require`.
  banner: { js: "import { createRequire as crearRequire } from 'node:module'; const require = crearRequire(import.meta.url);" },
})

const preload = (modo: Modo): BuildOptions => ({
  ...comunes(modo),
  entryPoints: ['electron/preload.ts'],
  outfile: 'out/preload/preload.cjs',
  format: 'cjs',
})

/** Vite's settings of the window, for the build and for the development server. */
export const configVentana = (modo: Modo): InlineConfig => ({
  configFile: false,
  root: path.join(RAIZ, 'renderer'),
  base: './',
  plugins: [react()],
  logLevel: 'warn',
  clearScreen: false,
  build: {
    outDir: path.join(SALIDA, 'renderer'),
    emptyOutDir: true,
    target: 'chrome130', // Electron 33's; newer ones run it as well
    minify: modo === 'produccion',
    sourcemap: modo === 'desarrollo',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // the CSP allows `data:` only for images
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
})

/** @returns the sources that the window was built from */
export async function construirVentana(modo: Modo): Promise<string[]> {
  // Vite and React's plugin decide by NODE_ENV; a development React in the product would be slow and chatty.
  const antes = process.env['NODE_ENV']
  process.env['NODE_ENV'] = modo === 'produccion' ? 'production' : 'development'
  try {
    const hecho = await construirVite({ ...configVentana(modo), mode: modo === 'produccion' ? 'production' : 'development' })
    return [hecho].flat().flatMap((r) => ('output' in r ? r.output : [])).flatMap((s) => (s.type === 'chunk' ? s.moduleIds : []))
  } finally {
    if (antes === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = antes
  }
}

/** esbuild contexts of main and preload; `plugins` lets the development script hear of each rebuild. */
export async function contextosNode(modo: Modo, plugins: (parte: 'main' | 'preload') => Plugin[] = () => []): Promise<BuildContext[]> {
  const partes = { main: opcionesNode(modo), preload: preload(modo) }
  return await Promise.all((['main', 'preload'] as const).map((parte) => context({ ...partes[parte], plugins: [...(partes[parte].plugins ?? []), ...plugins(parte)] })))
}

/** Builds everything into out/. */
export async function construir(modo: Modo): Promise<void> {
  for (const parte of ['main', 'preload']) rmSync(path.join(SALIDA, parte), { recursive: true, force: true })
  const contextos = await contextosNode(modo)
  try {
    const [ventana, ...partes] = await Promise.all([construirVentana(modo), ...contextos.map((c) => c.rebuild())])
    escribirLicencias(path.join(SALIDA, 'main'), [...ventana, ...partes.flatMap((r) => Object.keys(r.metafile?.inputs ?? {}))])
    escribirNovedades(path.join(SALIDA, 'main'))
    copyFileSync(path.join(import.meta.dirname, 'icon.png'), path.join(SALIDA, 'renderer', 'icono.png')) // Linux takes a window's icon from a file
  } finally { await Promise.all(contextos.map((c) => c.dispose())) }
}
