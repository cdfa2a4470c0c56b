/** The review as a spreadsheet, by keyboard alone. */
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEXTOS_EDICION as T } from '../../renderer/textos/edicion.ts'
import { TEXTOS_REVISION } from '../../renderer/textos/revision.ts'
import { faltasDeAccesibilidad } from './accesibilidad.ts'
import { abrirMuestra, boton, conVentana, entrarEnPractica } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal } from './soporte.ts'

const AVANCE = 'Avance del alumno (%)'
const OFERTA = 'Código de oferta'

/** Texts of a column in the rows on view, which all fit. */
async function columna(page: Page, titulo: string): Promise<string[]> {
  const encabezado = page.getByRole('columnheader', { name: titulo })
  const indice = await encabezado.getAttribute('aria-colindex')
  return page.locator(`[role=gridcell][aria-colindex="${indice}"] .grilla-texto`).allInnerTexts()
}
const esperarColumna = async (page: Page, titulo: string, textos: readonly string[]): Promise<void> => { await expect.poll(() => columna(page, titulo)).toEqual(textos) }
const pulsar = async (page: Page, ...teclas: string[]): Promise<void> => { for (const t of teclas) await page.keyboard.press(t) }
/** The active cell, at the start of that column: from wherever the keyboard is in the grid. */
async function irAlComienzo(page: Page, titulo: string): Promise<void> {
  await pulsar(page, 'Control+Home')
  const lugar = Number(await page.getByRole('columnheader', { name: titulo }).getAttribute('aria-colindex'))
  for (let i = 1; i < lugar; i++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
}

async function arrastrar(page: Page, desde: Locator, hasta: Locator): Promise<void> {
  const centro = async (celda: Locator): Promise<[number, number]> => { const c = await celda.boundingBox(); return c ? [c.x + c.width / 2, c.y + c.height / 2] : [0, 0] }
  await page.mouse.move(...await centro(desde))
  await page.mouse.down()
  await page.mouse.move(...await centro(hasta), { steps: 8 })
  await page.mouse.up()
}

describe('the review as a spreadsheet', () => {
  let datos = ''
  beforeAll(async () => { datos = await carpetaTemporal() })
  afterAll(async () => { await borrarCarpeta(datos) })

  it('takes ranges, copy and paste, fill, find and replace, order, filters and new rows by keyboard alone, and undo of all', async () => {
    await conVentana({ datos, tamano: { ancho: 1900, alto: 1000 } }, async (v) => {
      const { page } = v
      await entrarEnPractica(v)
      await abrirMuestra(page, 'sinProblemas')
      await page.getByRole('tab', { name: /^Alumnos/ }).click()
      await page.getByRole('gridcell').first().click()
      const original = await columna(page, AVANCE)
      const oferta = await columna(page, OFERTA)
      expect(original.length).toBeGreaterThan(3)
      const [primero = ''] = original
      const seguido = original.map((x, i) => (i < 3 ? primero : x))
      const estado = page.locator('.revision-estado')

      // A range with Shift, said in words, filled down.
      await irAlComienzo(page, AVANCE)
      await pulsar(page, 'Shift+ArrowDown', 'Shift+ArrowDown')
      await page.getByText(T.rango(3, 1), { exact: true }).waitFor()
      expect(await page.getByRole('gridcell', { selected: true }).count()).toBe(3)
      await pulsar(page, 'Control+d')
      await esperarColumna(page, AVANCE, seguido)

      // The same with the mouse: pressed in one cell, taken to another, let go. To the left, where nothing has to come into view.
      const indice = await page.getByRole('columnheader', { name: AVANCE }).getAttribute('aria-colindex') ?? ''
      await arrastrar(page, page.locator(`[role=gridcell][aria-colindex="${indice}"]`).nth(1), page.locator(`[role=gridcell][aria-colindex="${Number(indice) - 1}"]`).nth(4))
      await page.getByText(T.rango(4, 2), { exact: true }).waitFor()
      expect(await page.getByRole('gridcell', { selected: true }).count()).toBe(8)
      await irAlComienzo(page, AVANCE)
      await pulsar(page, 'Shift+ArrowDown', 'Shift+ArrowDown')

      // Copied, and pasted from the last row on: with two rows of its own.
      await pulsar(page, 'Control+c')
      await expect.poll(() => estado.innerText()).toBe(T.hecho.copiadas(3))
      await pulsar(page, 'Control+ArrowDown')
      for (let i = 0; i < original.length; i++) await page.keyboard.press('ArrowDown')
      await pulsar(page, 'Control+v')
      await boton(page, T.pegarConFilas.agregar(2)).waitFor()
      expect(await faltasDeAccesibilidad(page)).toEqual([])
      await pulsar(page, 'Enter')
      const pegado = [...seguido.slice(0, -1), primero, primero, primero]
      await esperarColumna(page, AVANCE, pegado)

      // One value typed into all of them, then emptied.
      await pulsar(page, 'Shift+ArrowUp')
      await page.keyboard.type('33')
      await pulsar(page, 'Control+Enter')
      await expect.poll(async () => (await columna(page, AVANCE)).filter(x => x === '33').length).toBe(2)
      await pulsar(page, 'Delete')
      await expect.poll(async () => (await columna(page, AVANCE)).filter(x => x === '').length).toBe(2)

      // In order of the column from its heading, which keeps the keyboard; the count stays on view.
      await pulsar(page, 'Control+Home')
      await irAlComienzo(page, AVANCE)
      await pulsar(page, 'ArrowUp', 'Enter')
      const encabezado = page.getByRole('columnheader', { name: AVANCE })
      await encabezado.and(page.locator('[aria-sort=ascending]')).waitFor()
      expect(await encabezado.evaluate(e => e === document.activeElement)).toBe(true)
      await pulsar(page, 'Enter', 'Enter')
      await page.locator('[aria-sort]').waitFor({ state: 'detached' })

      // Found and replaced everywhere, after seeing how.
      await pulsar(page, 'Control+h')
      await page.keyboard.type(oferta[0]?.slice(0, 4) ?? '')
      await page.getByRole('search').getByRole('status').getByText(/celdas/).waitFor()
      await pulsar(page, 'Enter')
      await page.getByText(/^1 de /).waitFor()
      expect(await faltasDeAccesibilidad(page)).toEqual([])
      await page.getByRole('textbox', { name: T.buscar.por }).focus()
      await page.keyboard.type('NUEVO')
      await boton(page, T.buscar.reemplazarTodas).focus()
      await pulsar(page, 'Enter')
      await page.getByRole('dialog', { name: T.reemplazo.titulo }).getByRole('table').waitFor()
      await page.getByRole('button', { name: /^Reemplazar en / }).focus()
      await pulsar(page, 'Enter')
      await expect.poll(async () => (await columna(page, OFERTA))[0]?.startsWith('NUEVO')).toBe(true)
      await boton(page, T.buscar.cerrar).focus()
      await pulsar(page, 'Enter')

      // Only one alumno, from the menu of its cell; and all of them again.
      await irAlComienzo(page, 'RUT del alumno')
      await pulsar(page, 'Shift+F10')
      await page.getByRole('menu', { name: T.menu.titulo }).waitFor()
      expect(await faltasDeAccesibilidad(page)).toEqual([])
      await page.getByRole('menuitem', { name: T.menu.soloAlumno }).focus()
      await pulsar(page, 'Enter')
      await page.getByText(TEXTOS_REVISION.filasMostradas(1, pegado.length), { exact: true }).waitFor()
      await boton(page, T.filtros.quitar).focus()
      await pulsar(page, 'Enter')
      await page.getByText(TEXTOS_REVISION.filasMostradas(pegado.length, pegado.length), { exact: true }).waitFor()

      // Everything undone, and done again.
      await page.getByRole('gridcell').first().focus()
      for (let i = 0; i < 5; i++) await page.keyboard.press('Control+z')
      await esperarColumna(page, AVANCE, original)
      await esperarColumna(page, OFERTA, oferta)
      for (let i = 0; i < 5; i++) await page.keyboard.press('Control+y')
      await expect.poll(async () => (await columna(page, AVANCE)).length).toBe(pegado.length)
      await expect.poll(async () => (await columna(page, OFERTA))[0]?.startsWith('NUEVO')).toBe(true)
    })
  })
})
