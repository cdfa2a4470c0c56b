/** Past sends without a mouse: found as one types, opened, and the search still there on coming back. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PERSONAS } from '../../shared/practica/personas.ts'
import { formatRut } from '../../shared/domain/rut.ts'
import { ARCHIVO } from '../../renderer/textos/archivo.ts'
import { ESTADOS, RESPUESTA } from '../../renderer/textos/envio.ts'
import { DETALLE, ENVIOS } from '../../renderer/textos/envios.ts'
import { abrirMuestra, boton, continuar, conVentana, entrarEnPractica, enviar, irA, llegar, pulsar, titulo } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal } from './soporte.ts'

let datos = ''
beforeAll(async () => { datos = await carpetaTemporal() })
afterAll(() => borrarCarpeta(datos))

it('finds an alumno in what was sent, opens the send, and comes back to the same search', async () => {
  await conVentana({ datos, corte: true }, async (v) => {
    await entrarEnPractica(v)
    await abrirMuestra(v.page, 'sinProblemas')
    await continuar(v.page)
    await enviar(v.page, 'practica')
    await titulo(v.page, RESPUESTA.titulo)
  })
  // The program was killed: what was sent is still found.
  await conVentana({ datos }, async ({ page }) => {
    const rut = formatRut(PERSONAS.ximena.rut)
    await irA(page, 'envios')
    const filas = page.getByRole('table', { name: ENVIOS.tabla, exact: true }).locator('tbody tr')
    const registros = page.getByRole('table', { name: ARCHIVO.registros.tabla, exact: true }).locator('tbody tr')
    await filas.first().waitFor()
    const buscador = page.getByRole('searchbox', { name: ENVIOS.buscar, exact: true })
    await llegar(page, buscador)
    await page.keyboard.type(rut.slice(0, -1))
    await registros.first().waitFor()
    expect(await registros.allInnerTexts()).toEqual((await registros.allInnerTexts()).filter((t) => t.includes(rut)))
    await page.keyboard.press('Control+a')
    await page.keyboard.type(`${rut} ${ESTADOS.rechazado} zzz`)
    await page.getByText(ENVIOS.sinResultados.titulo, { exact: true }).waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(rut.replaceAll('.', ''))
    await registros.first().waitFor()

    await pulsar(page, registros.first().getByRole('button', { name: /^Ver el envío del / }))
    await titulo(page, /^Envío del /)
    await pulsar(page, boton(page, DETALLE.volver))
    await registros.first().waitFor()
    expect(await buscador.inputValue()).toBe(rut.replaceAll('.', ''))
    // The focus is where one left: on the send that was opened.
    await page.waitForFunction(() => document.activeElement?.closest('tbody') !== null && document.activeElement?.closest('tbody') !== undefined)

    await pulsar(page, boton(page, ARCHIVO.limpiar))
    await registros.first().waitFor({ state: 'detached' })
    expect(await buscador.inputValue()).toBe('')
    await filas.first().waitFor()
  })
})
