/** A lock between processes for work that must not be done twice at once (fetching and unpacking a runtime). */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as esperar } from 'node:timers/promises'

const vive = (pid: number): boolean => {
  try { process.kill(pid, 0); return true } catch (e) { return (e as NodeJS.ErrnoException).code === 'EPERM' }
}

/** Whoever held the lock and died (power cut, Ctrl+C) does not block the next one. */
function abandonado(archivo: string): boolean {
  try {
    const pid = Number(readFileSync(archivo, 'utf8'))
    return Number.isInteger(pid) && pid > 0 && !vive(pid)
  } catch { return false } // gone meanwhile, or not yet written: ask again
}

/** Runs `cuerpo` while holding the lock `archivo`, waiting for as long as a living process holds it. */
export async function conCerrojo<T>(archivo: string, cuerpo: () => Promise<T>, cadaMs = 200): Promise<T> {
  mkdirSync(path.dirname(archivo), { recursive: true })
  for (;;) {
    try {
      writeFileSync(archivo, String(process.pid), { flag: 'wx' })
      break
    } catch (e) {
      if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw e
      if (abandonado(archivo)) rmSync(archivo, { force: true })
      else await esperar(cadaMs)
    }
  }
  try { return await cuerpo() } finally { rmSync(archivo, { force: true }) }
}
