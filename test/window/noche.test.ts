/** A send of the night, on a clock of the test's: kept, gone out with no window, seen; and one that missed its window. */
import type { ElectronApplication, Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ENVIOS } from '../../renderer/textos/envios.ts'
import { ESTADOS } from '../../renderer/textos/envio.ts'
import { NOCHE } from '../../renderer/textos/noche.ts'
import { PLANILLA } from '../../renderer/textos/planilla.ts'
import { instanteDeSantiago, hoyEnSantiago, sumarDias } from '../../shared/domain/fecha.ts'
import { abrirMuestra, boton, continuar, conVentana, entrarEnPractica, irA, titulo } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal, type Ventana } from './soporte.ts'

let datos = ''
beforeEach(async () => { datos = await carpetaTemporal() })
afterEach(() => borrarCarpeta(datos))

/** Days ago, so that when the program starts again on the real clock its window is over. */
const DIA = sumarDias(hoyEnSantiago(new Date()), -3)
const enSantiago = (hora: string, dia = DIA): number => Date.parse(instanteDeSantiago(`${dia} ${hora}`) ?? '')

/** Sets the clock of the main process, and says so as the system does when the computer wakes. */
const ponerHora = (app: ElectronApplication, ms: number): Promise<void> =>
  app.evaluate(({ powerMonitor }, hora) => {
    const g = globalThis as typeof globalThis & { relojReal?: DateConstructor }
    const Real = g.relojReal ?? Date
    g.relojReal = Real
    const adelanto = hora - Real.now()
    g.Date = class extends Real {
      constructor(...args: unknown[]) { super(...(args.length === 0 ? [Real.now() + adelanto] : args) as [number]) }
      static override now = (): number => Real.now() + adelanto
    } as DateConstructor
    powerMonitor.emit('resume')
  }, ms)

async function programar({ app, page }: Ventana): Promise<void> {
  await ponerHora(app, enSantiago('15:00:00'))
  await entrarEnPractica({ app, page } as Ventana)
  await abrirMuestra(page, 'sinProblemas')
  await continuar(page)
  await boton(page, NOCHE.boton).click()
  await boton(page, NOCHE.confirmar.boton).click()
  await titulo(page, PLANILLA.titulo)
  await tarjetas(page).getByText(NOCHE.ficha.hora, { exact: true }).waitFor()
}
const tarjetas = (page: Page) => page.getByRole('region', { name: NOCHE.lista, exact: true })

describe('a send of the night', () => {
  it('goes out at its hour with the window closed, and its answer is there when it opens', async () => {
    await conVentana({ datos }, async (v) => {
      const { app, page } = v
      await programar(v)
      await app.evaluate(({ BrowserWindow }) => { for (const w of BrowserWindow.getAllWindows()) w.close() })
      await page.waitForEvent('close')
      // The program is still there, and keeps the computer awake.
      expect(await app.evaluate(({ powerSaveBlocker }) => [0, 1, 2, 3].some((id) => powerSaveBlocker.isStarted(id)))).toBe(true)
      await ponerHora(app, enSantiago('23:58:00'))
      const otra = app.waitForEvent('window')
      await app.evaluate(({ app: programa }) => { programa.emit('activate') })
      const nueva = await otra
      nueva.setDefaultTimeout(20_000)
      await irA(nueva, 'envios')
      await nueva.getByRole('table', { name: ENVIOS.tabla, exact: true }).locator('tbody tr').getByText(ESTADOS.aceptado, { exact: true }).waitFor()
      expect(await tarjetas(nueva).count()).toBe(0)
    })
  })

  it('that missed its window because the program was not there is told at the next start, and offered again', async () => {
    await conVentana({ datos, corte: true }, programar)
    await conVentana({ datos }, async ({ page }) => {
      await tarjetas(page).getByText(NOCHE.vencido.detalle, { exact: true }).waitFor()
      await irA(page, 'envios')
      const fila = page.getByRole('table', { name: ENVIOS.tabla, exact: true }).locator('tbody tr')
      await fila.getByText(ESTADOS.vencido, { exact: true }).waitFor()
      await boton(tarjetas(page), NOCHE.vencido.otra).click()
      await tarjetas(page).getByText(NOCHE.ficha.hora, { exact: true }).waitFor()
      await boton(tarjetas(page), NOCHE.ficha.cancelar).click()
      await boton(page, NOCHE.cancelar.boton).click()
      await fila.getByText(ESTADOS.cancelado, { exact: true }).waitFor()
    })
  })
})
