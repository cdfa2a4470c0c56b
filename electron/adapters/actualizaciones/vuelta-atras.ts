import { spawn } from 'node:child_process'
import { chmodSync, constants, copyFileSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { recordarAnterior } from './arranques.ts'

export interface Lugar {
  plataforma: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  /** Folder of the program's data. */
  carpeta: string
  version: string
}

/** The file that put the version that runs where it is: the AppImage itself, or the installer that NSIS leaves for its differential updates. */
function instaladorPropio({ plataforma, env }: Lugar): string | null {
  if (plataforma === 'linux') return env['APPIMAGE'] ?? null
  if (plataforma === 'win32' && env['LOCALAPPDATA'] !== undefined) return path.join(env['LOCALAPPDATA'], 'puente-sic-updater', 'installer.exe')
  return null // macOS keeps none
}

/** Keeps what is needed to come back to the version that runs. Without it the update goes on: it only could not be undone. */
export function guardarAnterior(l: Lugar): boolean {
  const propio = instaladorPropio(l)
  if (propio === null) return false
  const carpeta = path.join(l.carpeta, 'version-anterior')
  const archivo = path.join(carpeta, `puente-sic-${l.version}${path.extname(propio)}`)
  try {
    mkdirSync(carpeta, { recursive: true, mode: 0o700 })
    copyFileSync(propio, archivo, constants.COPYFILE_FICLONE)
    recordarAnterior(l.carpeta, { version: l.version, archivo })
    return true
  } catch { return false }
}

/** Puts the kept version in the place of this one and starts it; the caller ends. @throws when the disk refuses */
export function volverA(archivo: string, l: Pick<Lugar, 'plataforma' | 'env'>): void {
  const propio = l.env['APPIMAGE']
  if (l.plataforma === 'linux' && propio !== undefined) {
    // Beside it and then in its place at once: what runs keeps the file that it opened.
    copyFileSync(archivo, `${propio}.anterior`)
    chmodSync(`${propio}.anterior`, 0o755)
    renameSync(`${propio}.anterior`, propio)
    spawn(propio, [], { detached: true, stdio: 'ignore' }).unref()
    return
  }
  spawn(archivo, ['/S', '--force-run'], { detached: true, stdio: 'ignore' }).unref()
}
