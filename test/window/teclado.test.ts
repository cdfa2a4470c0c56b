/** The whole job without a mouse: every control is reached with Tab and pressed from the keyboard. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { irAlSiguiente } from '../../build/demostracion-arreglos.ts'
import { PREVIO, RESPUESTA } from '../../renderer/textos/envio.ts'
import { ENVIOS } from '../../renderer/textos/envios.ts'
import { INICIO } from '../../renderer/textos/inicio.ts'
import { PLANILLA } from '../../renderer/textos/planilla.ts'
import { TEXTOS_REVISION } from '../../renderer/textos/revision.ts'
import { boton, conVentana, cuantos, enRevision, esperarCuantos, pulsar, titulo } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal } from './soporte.ts'

let datos = ''
beforeAll(async () => { datos = await carpetaTemporal() })
afterAll(() => borrarCarpeta(datos))

it('from the first screen to the answer and the work that it leaves', () => conVentana({ datos }, async ({ page }) => {
  await pulsar(page, boton(page, INICIO.practicar.boton))
  await titulo(page, PLANILLA.titulo)
  await pulsar(page, boton(page, PLANILLA.muestra.conProblemas))
  await enRevision(page)

  // Typed over the cell that F8 leads to, and taken back.
  const errores = await cuantos(page, 'error')
  await irAlSiguiente(page)
  await page.keyboard.press('F2')
  await page.locator('.grilla-editor').waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('58')
  await page.keyboard.press('Enter')
  await esperarCuantos(page, 'error', errores - 1)
  await page.keyboard.press('Control+z')
  await esperarCuantos(page, 'error', errores)
  await page.keyboard.press('Control+y')
  await esperarCuantos(page, 'error', errores - 1)

  await pulsar(page, boton(page, TEXTOS_REVISION.continuar))
  await titulo(page, PREVIO.titulo)
  await pulsar(page, page.getByRole('button', { name: PREVIO.verAlumnos }).first())
  await page.getByRole('region', { name: /Alumnos por enviar del grupo/ }).waitFor()
  await pulsar(page, boton(page, PREVIO.enviarPractica))
  await pulsar(page, boton(page, PREVIO.confirmar.boton))
  await titulo(page, RESPUESTA.titulo)

  await pulsar(page, boton(page, RESPUESTA.corregir))
  await enRevision(page)
  // The keyboard is at what SENCE refused: nothing has to be looked for.
  expect(await page.evaluate(() => document.activeElement?.closest('[role=grid], h1') !== null)).toBe(true)
  await pulsar(page, page.getByRole('navigation').getByRole('button', { name: 'Envíos', exact: true }))
  await titulo(page, ENVIOS.titulo)
}))
