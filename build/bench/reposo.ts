/** The program with its first screen open and nobody there: memory, processor and how often it is woken. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as dejarPasar } from 'node:timers/promises'
import { abrirPorCdp } from '../cdp.ts'
import { palabrasDeRaiz, type Electron } from '../electron-runtime.ts'
import { gastoDe, type Gasto } from './procesos-linux.ts'

/** What start-up leaves for later (caches, the spare renderer) is over by then. */
const ASENTARSE_MS = 10_000

export interface Reposo { pssMiB: number; cpuMsPorMinuto: number; despertaresPorSegundo: number }

/** @param carpeta of the application @param listo CSS of its first screen @param ms how long it is watched */
export async function reposar(electron: Electron, carpeta: string, listo: string, ms: number, env: NodeJS.ProcessEnv): Promise<Reposo> {
  const datos = mkdtempSync(path.join(tmpdir(), 'puente-bench-datos-'))
  const abierta = await abrirPorCdp(electron.ruta, [...palabrasDeRaiz(), '--disable-gpu', `--user-data-dir=${datos}`, carpeta], env)
  try {
    await abierta.page.locator(listo).first().waitFor()
    const pid = abierta.proceso.pid ?? 0
    let antes: Gasto | undefined
    let despues: Gasto | undefined
    // Whoever is attached keeps both sides busy.
    await abierta.sinNadieMirando(async () => {
      await dejarPasar(ASENTARSE_MS)
      antes = gastoDe(pid)
      await dejarPasar(ms)
      despues = gastoDe(pid)
    })
    if (antes === undefined || despues === undefined) throw new Error('nothing was measured')
    return { pssMiB: despues.pssMiB, cpuMsPorMinuto: (despues.cpuMs - antes.cpuMs) * 60_000 / ms, despertaresPorSegundo: (despues.despertares - antes.despertares) * 1000 / ms }
  } finally {
    await abierta.cerrar(3000)
    rmSync(datos, { recursive: true, force: true, maxRetries: 5 })
  }
}
