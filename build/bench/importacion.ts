/** From choosing the file to validated rows on the screen, in the real window; and what it took of memory. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { INICIO } from '../../renderer/textos/inicio.ts'
import { PLANILLA } from '../../renderer/textos/planilla.ts'
import { palabrasDeRaiz, type Electron } from '../electron-runtime.ts'
import { RAIZ } from '../rutas.ts'

export interface Importacion {
  /** Until the first rows of the file are on view, as it says them. */
  primerasMs: number
  /** Until all of them are, validated and ready to be worked on. */
  ms: number
  /** Longest task of the window's main thread, ms; below 50 the browser does not tell it and it counts as 0. */
  detencionMs: number
  picoImportadorMiB: number
  /** Main, window and GPU processes together. */
  picoAppMiB: number
}

/** Presses the button and waits for the first cell with data; meanwhile the browser tells of each long task. */
function medirEnVentana(page: Page): Promise<Pick<Importacion, 'primerasMs' | 'ms' | 'detencionMs'>> {
  return page.evaluate((texto) => new Promise<{ primerasMs: number; ms: number; detencionMs: number }>((resolve, reject) => {
    const boton = [...document.querySelectorAll('button')].find((b) => b.textContent.includes(texto))
    if (boton === undefined) { reject(new Error(`no button "${texto}"`)); return }
    const inicio = performance.now()
    let detencionMs = 0
    let primerasMs = 0
    const observador = new PerformanceObserver((lista) => {
      for (const tarea of lista.getEntries()) if (tarea.startTime + tarea.duration > inicio) detencionMs = Math.max(detencionMs, tarea.duration)
    })
    observador.observe({ type: 'longtask' })
    // A method, because the compiler marks a function kept in a variable with a helper that the page does not have.
    const cuadro = {
      mirar() {
        // The frame after the one that put them there.
        if (primerasMs < 0) primerasMs = performance.now() - inicio
        if (primerasMs === 0 && document.querySelector('.importando-primeras td') !== null) primerasMs = -1
        if (document.querySelector('[role=gridcell] .grilla-texto') === null) { requestAnimationFrame(() => { cuadro.mirar() }); return }
        // Drawn, not only put into the page: the next frame has been through the painter.
        requestAnimationFrame(() => {
          const ms = performance.now() - inicio
          // Entries are handed over in a task of their own, after this one.
          setTimeout(() => { observador.disconnect(); resolve({ primerasMs: primerasMs > 0 ? primerasMs : ms, ms, detencionMs }) }, 200)
        })
      },
    }
    requestAnimationFrame(() => { cuadro.mirar() })
    boton.click()
  }), PLANILLA.elegir)
}

/** Highest resident memory that the process ever had; Linux keeps it, elsewhere Electron's own figure stands in. */
function picoMiB(pid: number, segunElectronKiB: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? segunElectronKiB) / 1024
  } catch { return segunElectronKiB / 1024 }
}

async function memoria(app: ElectronApplication): Promise<Pick<Importacion, 'picoImportadorMiB' | 'picoAppMiB'>> {
  const procesos = await app.evaluate(({ app: a }) => a.getAppMetrics().map((m) => ({ pid: m.pid, importador: m.serviceName === 'node.mojom.NodeService', kib: m.memory.peakWorkingSetSize })))
  const suma = (importador: boolean): number => procesos.filter((p) => p.importador === importador).reduce((n, p) => n + picoMiB(p.pid, p.kib), 0)
  return { picoImportadorMiB: suma(true), picoAppMiB: suma(false) }
}

/** One fresh program with fresh data, one import. */
export async function importar(electron: Electron, archivo: string, env: NodeJS.ProcessEnv): Promise<Importacion> {
  const datos = mkdtempSync(path.join(tmpdir(), 'puente-bench-datos-'))
  const app = await _electron.launch({
    executablePath: electron.ruta, cwd: RAIZ, env: env as Record<string, string>,
    args: [...palabrasDeRaiz(), '--disable-gpu', '--tras-playwright', `--user-data-dir=${datos}`, RAIZ],
  })
  try {
    await app.evaluate(({ dialog }, ruta) => { dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [ruta] }) }, archivo)
    const page = await app.firstWindow()
    page.setDefaultTimeout(300_000)
    await page.getByRole('button', { name: INICIO.practicar.boton, exact: true }).click()
    await page.getByRole('button', { name: PLANILLA.elegir, exact: true }).waitFor()
    const tiempos = await medirEnVentana(page)
    return { ...tiempos, ...await memoria(app) }
  } finally {
    await app.close()
    rmSync(datos, { recursive: true, force: true, maxRetries: 5 })
  }
}
