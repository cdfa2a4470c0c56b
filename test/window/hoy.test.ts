/** What there is to do today, a course and an alumno of it, after a send in practice and without a mouse. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PREVIO, RESPUESTA } from '../../renderer/textos/envio.ts'
import { DETALLE } from '../../renderer/textos/envios.ts'
import { HOY } from '../../renderer/textos/hoy.ts'
import { ALUMNO, CURSO } from '../../renderer/textos/personas.ts'
import { PLANILLA } from '../../renderer/textos/planilla.ts'
import { faltasDeAccesibilidad } from './accesibilidad.ts'
import { abrirMuestra, boton, continuar, conVentana, entrarEnPractica, enviar, irA, pulsar, titulo } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal } from './soporte.ts'

let datos = ''
beforeAll(async () => { datos = await carpetaTemporal() })
afterAll(() => borrarCarpeta(datos))

async function faltas(page: Page): Promise<string[]> {
  const todas: string[] = []
  for (const [colorScheme, que] of [['dark', 'colores'], ['light', 'todo']] as const) {
    await page.emulateMedia({ colorScheme })
    todas.push(...await faltasDeAccesibilidad(page, que))
  }
  return todas
}

it('nothing before the first send; after it, what was refused, the courses that run, and each of them as it stands', () => conVentana({ datos }, async (v) => {
  const { page } = v
  const hoy = page.getByRole('region', { name: HOY.titulo, exact: true })
  await entrarEnPractica(v)
  await boton(page, PLANILLA.elegir).waitFor()
  expect(await hoy.count()).toBe(0)

  await abrirMuestra(page, 'conProblemas')
  await continuar(page)
  await page.getByRole('button', { name: PREVIO.verAlumnos }).first().waitFor()
  await enviar(page, 'practica')
  await titulo(page, RESPUESTA.titulo)
  await boton(page, RESPUESTA.otra).click()
  await titulo(page, PLANILLA.titulo)

  await hoy.getByText(HOY.clases.rechazado, { exact: true }).waitFor()
  const cursos = hoy.getByRole('list', { name: HOY.cursos, exact: true })
  expect(await cursos.getByRole('listitem').count()).toBeGreaterThan(0)
  // The way in is still the first thing of the screen.
  expect(await page.getByRole('button', { name: PLANILLA.elegir }).or(cursos.getByRole('button')).first().innerText()).toBe(PLANILLA.elegir)
  expect(await faltas(page)).toEqual([])

  const grupo = await cursos.getByRole('listitem').first().locator('.fuerte').innerText()
  await pulsar(page, cursos.getByRole('button').first())
  await titulo(page, CURSO.titulo(grupo))
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await page.getByRole('table', { name: CURSO.distribucion, exact: true }).waitFor()
  expect(await faltas(page)).toEqual([])

  // From the course to an alumno, and the plot of what was sent.
  await pulsar(page, page.getByRole('table', { name: CURSO.listas.todos, exact: true }).locator('tbody').getByRole('button').first())
  await page.getByRole('link').first().waitFor()
  expect(await faltas(page)).toEqual([])
  await pulsar(page, boton(page, ALUMNO.verTabla))
  await page.getByRole('table', { name: ALUMNO.tabla, exact: true }).waitFor()
  expect(await faltas(page)).toEqual([])

  await irA(page, 'planilla')
  await pulsar(page, hoy.getByRole('button').first())
  await boton(page, DETALLE.volver).waitFor()
}))
