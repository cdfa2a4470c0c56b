/** Which Electron runs here: the official one where its download is reachable, else the fallback. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hayRespaldo, prepararRespaldo, respaldoListo, VERSION_RESPALDO } from './electron-respaldo.ts'
import { correrNode, FallaBuild } from './procesos.ts'
import { carpetaCache, RAIZ } from './rutas.ts'
import { TEXTOS } from './textos.ts'

export interface Electron {
  /** Full path of the program. */
  ruta: string
  version: string
  origen: 'oficial' | 'respaldo'
}

const PAQUETE = path.join(RAIZ, 'node_modules', 'electron')
const UN_DIA_MS = 86_400_000
/** A refused download fails at once; these bound one that hangs. Shorter where there is something to fall back on. */
const PLAZO_MS = hayRespaldo ? 180_000 : 1_200_000

function oficialListo(): Electron | null {
  try {
    const { version } = JSON.parse(readFileSync(path.join(PAQUETE, 'package.json'), 'utf8')) as { version: string }
    const ruta = path.join(PAQUETE, 'dist', readFileSync(path.join(PAQUETE, 'path.txt'), 'utf8'))
    const instalada = readFileSync(path.join(PAQUETE, 'dist', 'version'), 'utf8').trim().replace(/^v/, '')
    return instalada === version && existsSync(ruta) ? { ruta, version, origen: 'oficial' } : null
  } catch { return null } // not downloaded yet
}

const comoRespaldo = (ruta: string): Electron => ({ ruta, version: VERSION_RESPALDO, origen: 'respaldo' })

/** With a fallback at hand, a refused download is asked for again after a day, not at every start. */
const rechazo = (): string => path.join(carpetaCache(), 'electron-oficial-rechazado')
function rechazadoHacePoco(): boolean {
  try { return Date.now() - statSync(rechazo()).mtimeMs < UN_DIA_MS } catch { return false }
}

async function averiguar(): Promise<Electron> {
  const oficial = oficialListo()
  if (oficial !== null) return oficial
  const listo = respaldoListo()
  if (listo !== null && rechazadoHacePoco()) return comoRespaldo(listo)

  console.error(TEXTOS.electronBajando)
  const { codigo, salida } = await correrNode([path.join(PAQUETE, 'install.js')], { modo: 'callar', plazoMs: PLAZO_MS })
  const bajado = oficialListo()
  if (codigo === 0 && bajado !== null) return bajado
  if (!hayRespaldo) throw new FallaBuild(TEXTOS.electronNoBajo(salida.trim()))
  console.error(TEXTOS.electronRespaldo)
  const ruta = await prepararRespaldo()
  mkdirSync(carpetaCache(), { recursive: true })
  writeFileSync(rechazo(), '')
  return comoRespaldo(ruta)
}

let encontrado: Promise<Electron> | undefined
/**
 * The Electron to run, downloaded or prepared when it is missing. Asked once per process.
 * @throws FallaBuild in words when this platform has neither.
 */
export function asegurarElectron(): Promise<Electron> {
  encontrado ??= averiguar()
  return encontrado
}

/** Chromium refuses to run its sandbox as root; only there, and before the application's folder, the switch is needed. */
export const palabrasDeRaiz = (): string[] => process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
