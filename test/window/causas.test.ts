import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEXTOS_CAUSAS as T } from '../../renderer/textos/causas.ts'
import { tituloDeCausa } from '../../shared/domain/causas-titulos.ts'
import { faltasDeAccesibilidad } from './accesibilidad.ts'
import { abrirMuestra, boton, conVentana, cuantos, enRevision, entrarEnPractica, esperarCuantos } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal } from './soporte.ts'

const CAUSA = tituloDeCausa('porcentaje-ambiguo')

describe('problems by cause', () => {
  let datos = ''
  let antes = 0
  beforeAll(async () => { datos = await carpetaTemporal() })
  afterAll(async () => { await borrarCarpeta(datos) })

  it('are walked with F8 and fixed together after seeing before and after, by keyboard', async () => {
    await conVentana({ datos, corte: true, tamano: { ancho: 1440, alto: 900 } }, async (v) => {
      const { page } = v
      await entrarEnPractica(v)
      await abrirMuestra(page, 'conProblemas')
      antes = await cuantos(page, 'error')
      await page.getByRole('radio', { name: T.porCausa, exact: true }).click()
      const causas = page.getByRole('listbox', { name: T.causas, exact: true })
      await causas.getByRole('option').first().waitFor()
      expect(await faltasDeAccesibilidad(page)).toEqual([])

      // By keyboard alone from here: open the cause, walk it with F8, and put it right.
      const opcion = causas.getByRole('option', { name: CAUSA })
      await opcion.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: CAUSA, level: 3 }).waitFor()
      await page.keyboard.press('F8')
      const celda = page.getByRole('gridcell', { selected: true }).and(page.locator('[data-nivel=error]'))
      await celda.waitFor()
      const texto = await celda.innerText()
      await page.keyboard.press('F8')
      expect(await celda.innerText()).toBe(texto)

      await page.getByText(T.soloEstasFilas, { exact: true }).click()
      await page.getByText(/^1 de \d+ filas$/).waitFor()
      await page.getByRole('button', { name: T.corregirEn('', 1) }).focus()
      await page.keyboard.press('Enter')
      const dialogo = page.getByRole('dialog', { name: T.dialogo(CAUSA) })
      await dialogo.getByRole('radio').first().focus()
      await page.keyboard.press('Space')
      const tabla = dialogo.getByRole('table', { name: T.antesYDespues })
      await tabla.getByText('70 %', { exact: true }).waitFor()
      expect(await faltasDeAccesibilidad(page)).toEqual([])
      await boton(dialogo, T.corregir(1)).focus()
      await page.keyboard.press('Enter')
      await esperarCuantos(page, 'error', antes - 1)
      await page.getByText(T.ninguna, { exact: true }).waitFor()
    })
  })

  it('stay fixed although the power goes, and the list of changes leads back in one step', async () => {
    await conVentana({ datos, tamano: { ancho: 1440, alto: 900 } }, async ({ page }) => {
      await enRevision(page)
      await esperarCuantos(page, 'error', antes - 1)
      await boton(page, T.cambios).click()
      const lista = page.getByRole('listbox', { name: T.cambiosTitulo })
      await lista.getByRole('option', { name: CAUSA }).waitFor()
      expect(await faltasDeAccesibilidad(page)).toEqual([])
      await lista.getByRole('option', { name: T.comoSeImporto }).click()
      await lista.locator('[data-actual]').getByText(T.comoSeImporto).waitFor()
      await page.keyboard.press('Escape')
      await esperarCuantos(page, 'error', antes)
    })
  })
})
