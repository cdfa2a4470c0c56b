/** The review under the hand: an edit, F8, the undo of thousands of cells, and scrolling, in the real window. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type Page } from 'playwright'
import { INICIO } from '../../renderer/textos/inicio.ts'
import { PLANILLA } from '../../renderer/textos/planilla.ts'
import { palabrasDeRaiz, type Electron } from '../electron-runtime.ts'
import { RAIZ } from '../rutas.ts'

/** Milliseconds, all of them. `cuadro`: from one frame to the next of the same window at rest, what the others are counted in. */
export interface Edicion { cuadro: number; edicion: number; problema: number; deshacer: number; desliza: number; deslizaVacia: number }

/*
 * These run in the page as text: the compiler would mark their functions with a helper that the page does not have. A
 * key is answered once what it changed has been through the painter, so each waits for the frame after.
 */
const AYUDAS = `
  const cuadro = () => new Promise(r => requestAnimationFrame(r))
  const hasta = async (listo) => { const t = performance.now(); while (!listo()) { await cuadro(); if (performance.now() - t > 120000) throw new Error('it never came: ' + listo) } await cuadro() }
  const activa = () => document.querySelector('.grilla [role=row] > [tabindex="0"]')
  const tecla = (key, o = {}) => (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...o }))
  const p95 = (v) => v.sort((a, b) => a - b)[Math.floor(v.length * 0.95)]
  const deslizar = async (e) => { const v = []; let antes = await cuadro(); for (let i = 0; i < 150; i++) { e.scrollTop += 340; const t = await cuadro(); v.push(t - antes); antes = t } return p95(v) }
`
const enPagina = (page: Page, cuerpo: string): Promise<number> => page.evaluate(`(async () => { ${AYUDAS} ${cuerpo} })()`)

const REPOSO = 'const v = []; let antes = await cuadro(); for (let i = 0; i < 60; i++) { const t = await cuadro(); v.push(t - antes); antes = t } return v.sort((a, b) => a - b)[30]'
const CORREGIR = 'const celda = activa(); const t = performance.now(); tecla("Enter"); await hasta(() => activa()?.ariaInvalid === "true" || document.querySelector(".grilla [aria-invalid=true]")); return performance.now() - t'
const SIGUIENTE = 'const antes = activa(); const t = performance.now(); tecla("F8"); await hasta(() => activa() !== antes && activa()?.dataset.nivel !== undefined); return performance.now() - t'
const DESHACER = 'const t = performance.now(); tecla("z", { ctrlKey: true }); await hasta(() => activa()?.textContent.trim() !== ""); return performance.now() - t'
const DESLIZAR = 'const g = document.querySelector(".grilla"); g.scrollTop = 0; await cuadro(); return deslizar(g)'
/** The same rows and columns on view, drawn by hand from memory and nothing else. */
const DESLIZAR_VACIA = `
  const g = document.querySelector('.grilla'); const filas = Number(g.getAttribute('aria-rowcount')); const columnas = g.querySelectorAll('[role=columnheader]').length
  const caja = document.createElement('div'); Object.assign(caja.style, { position: 'fixed', inset: '150px 0 100px 200px', overflow: 'auto', background: 'Canvas', zIndex: 999 })
  const lienzo = document.createElement('div'); lienzo.style.height = filas * 34 + 'px'; lienzo.style.position = 'relative'; caja.append(lienzo); document.body.append(caja)
  const pintar = () => { const f0 = Math.floor(caja.scrollTop / 34); const n = Math.ceil(caja.clientHeight / 34) + 8; const trozo = document.createDocumentFragment()
    for (let i = f0; i < f0 + n; i++) { const fila = document.createElement('div'); Object.assign(fila.style, { position: 'absolute', top: i * 34 + 'px', display: 'flex' })
      for (let c = 0; c < columnas; c++) { const celda = document.createElement('div'); Object.assign(celda.style, { width: '160px', height: '34px', overflow: 'hidden' }); celda.textContent = 'fila ' + i + ' · ' + c; fila.append(celda) }
      trozo.append(fila) }
    lienzo.replaceChildren(trozo) }
  caja.addEventListener('scroll', pintar); pintar(); await cuadro(); const v = await deslizar(caja); caja.remove(); return v`

/** One fresh program with fresh data. `archivo` without problems, of 10,000 rows or more. */
export async function editar(electron: Electron, archivo: string, env: NodeJS.ProcessEnv): Promise<Edicion> {
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
    await page.getByRole('button', { name: PLANILLA.elegir, exact: true }).click()
    await page.locator('[role=gridcell] .grilla-texto').first().waitFor()
    const cuadro = await enPagina(page, REPOSO)
    // An RUT that is none, in the first row: the alumno's módulos below are judged with it.
    await page.locator('[role=gridcell][aria-colindex="5"]').first().click()
    await page.keyboard.type('x')
    const edicion = await enPagina(page, CORREGIR)
    await page.keyboard.press('Control+Home')
    const problema = await enPagina(page, SIGUIENTE)
    // Ten thousand cells at once, and back: Shift and the page keys would take longer to press than to answer.
    await page.locator('[role=gridcell][aria-colindex="6"]').first().click()
    for (let i = 0; i < 10_000;) i += await elegirMas(page)
    await page.keyboard.press('Delete')
    await enPagina(page, 'await hasta(() => activa()?.textContent.trim() === ""); return 0')
    const deshacer = await enPagina(page, DESHACER)
    return { cuadro, edicion, problema, deshacer, desliza: await enPagina(page, DESLIZAR), deslizaVacia: await enPagina(page, DESLIZAR_VACIA) }
  } finally {
    await app.close()
    rmSync(datos, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Shift and Page Down, many at once. Answers at least how many rows more are chosen. */
const elegirMas = (page: Page): Promise<number> => enPagina(page, 'for (let i = 0; i < 100; i++) tecla("PageDown", { shiftKey: true }); await cuadro(); return 100 * Math.max(1, Math.floor((document.querySelector(".grilla").clientHeight - 52) / 34) - 1)')
