/**
 * `npm run package`: the program as a folder for this system, hardened, ready to run: out/paquete/<system>-unpacked.
 * `-- --instaladores`: this system's installers in out/instaladores, signed when the environment brings a certificate
 * (firma.ts), looking for updates when PUENTE_ACTUALIZACIONES names a feed.
 */
import { build, Platform } from 'electron-builder'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { construir } from './bundle.ts'
import { configuracion } from './electron-builder.ts'
import { asegurarElectron, type Electron } from './electron-runtime.ts'
import { canalDe, firmarCanal } from './canal-actualizaciones.ts'
import { firmaDe } from './firma.ts'
import { FallaBuild, principal } from './procesos.ts'
import { RAIZ, SALIDA } from './rutas.ts'
import { tamanosDe } from './tamanos.ts'
import { TEXTOS } from './textos.ts'

const PROGRAMA: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux-unpacked/puente-sic',
  win32: 'win-unpacked/Puente SIC.exe',
  darwin: 'mac/Puente SIC.app/Contents/MacOS/Puente SIC',
}

/**
 * Packs what out/ holds.
 * @returns path of the packed program
 */
export async function empaquetar(electron: Electron): Promise<string> {
  const salida = path.join(SALIDA, 'paquete')
  rmSync(salida, { recursive: true, force: true })
  const antes = process.env['CSC_IDENTITY_AUTO_DISCOVERY']
  process.env['CSC_IDENTITY_AUTO_DISCOVERY'] = 'false' // a folder build is not signed
  try {
    await build({ projectDir: RAIZ, targets: Platform.current().createTarget('dir'), config: configuracion(electron, salida, { actualizaciones: null, env: {} }), publish: 'never' })
  } finally {
    if (antes === undefined) delete process.env['CSC_IDENTITY_AUTO_DISCOVERY']
    else process.env['CSC_IDENTITY_AUTO_DISCOVERY'] = antes
  }
  return programaEmpaquetado()
}

/**
 * The program that was packed last.
 * @throws FallaBuild when there is none
 */
export function programaEmpaquetado(): string {
  const salida = path.join(SALIDA, 'paquete')
  const relativo = PROGRAMA[process.platform]
  // electron-builder adds the processor to the folder's name on some: mac-arm64, linux-arm64-unpacked.
  const candidatos = relativo === undefined ? [] : [relativo, relativo.replace(/^mac\//, `mac-${process.arch}/`), relativo.replace('-unpacked', `-${process.arch}-unpacked`)]
  const programa = candidatos.map((c) => path.join(salida, c)).find((ruta) => existsSync(ruta))
  if (programa === undefined) throw new FallaBuild(TEXTOS.paqueteNoEsta(salida))
  return programa
}

/**
 * Makes the installers of this system.
 * @returns their file names, in out/instaladores
 * @throws FallaBuild without the official Electron: the fallback is for trying things here, not for handing out
 */
async function hacerInstaladores(electron: Electron): Promise<string[]> {
  if (electron.origen !== 'oficial') throw new FallaBuild(TEXTOS.instaladorSinOficial)
  const salida = path.join(SALIDA, 'instaladores')
  rmSync(salida, { recursive: true, force: true })
  const actualizaciones = canalDe(process.env)
  const config = configuracion(electron, salida, { actualizaciones, env: process.env })
  await build({ projectDir: RAIZ, targets: Platform.current().createTarget(), config, publish: 'never' })
  const firma = firmaDe(process.env)
  if (process.platform === 'win32' && !firma.windows || process.platform === 'darwin' && !firma.mac) console.log(TEXTOS.sinFirma)
  if (actualizaciones === null) console.log(TEXTOS.sinActualizaciones)
  else firmarCanal(salida, actualizaciones.privada)
  return readdirSync(salida, { withFileTypes: true }).filter((e) => e.isFile() && !e.name.startsWith('builder-')).map((e) => e.name)
}

if (process.argv[1] === import.meta.filename) principal(async () => {
  const electron = await asegurarElectron()
  console.log(TEXTOS.construyendo)
  await construir('produccion')
  console.log(TEXTOS.empaquetando)
  if (process.argv.includes('--instaladores')) {
    console.log(TEXTOS.instaladores(await hacerInstaladores(electron)))
    return 0
  }
  const programa = await empaquetar(electron)
  console.log(TEXTOS.paquete(path.relative(RAIZ, programa), electron.version))
  console.log(`${TEXTOS.tamanos}\n${tamanosDe(programa)}`)
  if (electron.origen === 'respaldo') console.log(TEXTOS.paqueteDeRespaldo)
  return 0
})
