/** From launching the program to its first usable screen painted, with data that it has never seen. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { abrirPorCdp } from '../cdp.ts'
import { palabrasDeRaiz, type Electron } from '../electron-runtime.ts'

/**
 * @param carpeta folder of the application to start
 * @param listo CSS of something that only the usable screen has
 * @returns milliseconds until the largest piece of the first screen was painted
 */
export async function arrancar(electron: Electron, carpeta: string, listo: string, env: NodeJS.ProcessEnv): Promise<number> {
  const datos = mkdtempSync(path.join(tmpdir(), 'puente-bench-datos-'))
  const abierta = await abrirPorCdp(electron.ruta, [...palabrasDeRaiz(), '--disable-gpu', `--user-data-dir=${datos}`, carpeta], env)
  try {
    await abierta.page.locator(listo).first().waitFor()
    // Asked of the page's own record, so that it does not matter when we arrived.
    const pintado = await abierta.page.evaluate(() => new Promise<number>((resolve) => {
      new PerformanceObserver((lista) => {
        const ultima = lista.getEntries().at(-1)
        if (ultima !== undefined) resolve(performance.timeOrigin + ultima.startTime)
      }).observe({ type: 'largest-contentful-paint', buffered: true })
    }))
    return pintado - abierta.lanzadoEn
  } finally {
    await abierta.cerrar(3000)
    rmSync(datos, { recursive: true, force: true, maxRetries: 5 })
  }
}
