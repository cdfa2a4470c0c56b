/** Every screen, for who does not see it as we do: axe finds nothing serious, and all of it can be used at 200 %. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Gestor } from '../../electron/gestor/servidor.ts'
import { AJUSTES } from '../../renderer/textos/ajustes.ts'
import { faltasDeAccesibilidad } from './accesibilidad.ts'
import { conVentana, entrarEnPractica, gestorDePrueba, irA } from './pasos.ts'
import { recorrer, type Visita } from './recorrido.ts'
import { borrarCarpeta, carpetaTemporal, type Ventana } from './soporte.ts'

let datos = ''
let gestor: Gestor
beforeEach(async () => { datos = await carpetaTemporal(); gestor = await gestorDePrueba() })
afterEach(() => borrarCarpeta(datos))
const sinLlavero = { args: ['--password-store=basic'] }

/** Screens of the walk; a screen that is left out of it would pass unseen. */
const PANTALLAS = 32

describe('on every screen', () => {
  it('axe finds nothing serious, in light and in dark', () => conVentana({ datos, ...sinLlavero }, async (v) => {
    const faltas: string[] = []
    let vistas = 0
    await recorrer(v, gestor, async (pantalla) => {
      vistas++
      for (const [colorScheme, que] of [['dark', 'colores'], ['light', 'todo']] as const) {
        await v.page.emulateMedia({ colorScheme })
        faltas.push(...(await faltasDeAccesibilidad(v.page, que)).map((f) => `${pantalla}, ${colorScheme}: ${f}`))
      }
    })
    expect(faltas).toEqual([])
    expect(vistas).toBe(PANTALLAS)
  }))

  it('at 200 % in a window of 1024 × 700 nothing goes off sideways and the main controls can be reached', () => conVentana({ datos, ...sinLlavero, tamano: { ancho: 1024, alto: 700 } }, async (v) => {
    const faltas: string[] = []
    let vistas = 0
    await recorrer(v, gestor, async (pantalla, principales) => {
      vistas++
      await ampliar(v, 2)
      faltas.push(...(await faltasDeAncho(v, principales)).map((f) => `${pantalla}: ${f}`))
      await ampliar(v, 1)
    })
    expect(faltas).toEqual([])
    expect(vistas).toBe(PANTALLAS)
  }))

  it('choosing the colours in a window of 1024 × 700 does not scroll the page away', () => conVentana({ datos, ...sinLlavero, tamano: { ancho: 1024, alto: 700 } }, async (v) => {
    await entrarEnPractica(v)
    await irA(v.page, 'ajustes')
    await v.page.getByText(AJUSTES.apariencia.temas.oscuro, { exact: true }).click()
    await v.page.getByRole('radio', { name: AJUSTES.apariencia.temas.oscuro, checked: true }).waitFor()
    expect(await v.page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0)
  }))
})

/** The browser's own zoom. Done when the page has been laid out by it. */
async function ampliar({ app, page }: Ventana, veces: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, n) => { BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(n) }, veces)
  await page.waitForFunction((ancho) => Math.abs(innerWidth - ancho) < 2, 1024 / veces)
}

async function faltasDeAncho({ page }: Ventana, principales: Parameters<Visita>[1]): Promise<string[]> {
  const faltas: string[] = []
  faltas.push(...await page.evaluate(() => {
    const raiz = document.documentElement
    const marcos = [raiz, ...document.querySelectorAll('.pagina-desliza, [role=dialog]')].filter((m) => m.scrollWidth > m.clientWidth)
    return marcos.map((m) => {
      const salidos = [...m.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > m.getBoundingClientRect().left + m.clientWidth + 1)
      return `${m.tagName} is ${String(m.scrollWidth - m.clientWidth)} px too wide: ${salidos.slice(0, 4).map((e) => `${e.tagName}.${e.className}`).join(' > ')}`
    })
  }))
  for (const control of principales) {
    // `trial`: scrolls it into view and makes sure that a press there would hit it, without pressing.
    await control.click({ trial: true, timeout: 3_000 }).catch((e: unknown) => { faltas.push(`cannot be pressed: ${String(e).split('\n').slice(0, 12).join(' | ')}`) })
  }
  return faltas
}
