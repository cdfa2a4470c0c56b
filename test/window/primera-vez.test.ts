/** The main job, the first time, as a person without an OTEC would do it: all in practice, and found again tomorrow. */
import { createHash } from 'node:crypto'
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { corregirErrores } from '../../build/demostracion-arreglos.ts'
import { ALUMNOS, ESTADOS, RESPUESTA } from '../../renderer/textos/envio.ts'
import { DETALLE, ENVIOS, HISTORIAL } from '../../renderer/textos/envios.ts'
import { INICIO } from '../../renderer/textos/inicio.ts'
import { TEXTOS_REVISION } from '../../renderer/textos/revision.ts'
import { CATALOGO_CODIGOS } from '../../shared/domain/codigos-sence.ts'
import { MARCA_TOKEN } from '../../shared/domain/envio.ts'
import { hoyEnSantiago } from '../../shared/domain/fecha.ts'
import { formatRut } from '../../shared/domain/rut.ts'
import { HOJAS } from '../../shared/planilla/columnas.ts'
import { filasConProblemas } from '../../shared/practica/muestras.ts'
import { OTEC_PRACTICA, PERSONAS, PERSONA_NO_REGISTRADA } from '../../shared/practica/personas.ts'
import { abrirMuestra, boton, continuar, conVentana, cuantos, entrarEnPractica, enRevision, enviar, esperarCuantos, irA, marcaDePractica, titulo } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal } from './soporte.ts'

let datos = ''
beforeEach(async () => { datos = await carpetaTemporal() })
afterEach(() => borrarCarpeta(datos))

const sembrados = filasConProblemas(hoyEnSantiago(new Date())).sembrados
const porArreglar = sembrados.filter((s) => s.arreglo !== null).length
const filaDe = (page: Page, rut: typeof PERSONA_NO_REGISTRADA.rut) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: formatRut(rut) }) })

describe('the first time', () => {
  it('goes from the sample workbook to the answer, and the send is there after a restart', async () => {
    const proceso = await conVentana({ datos }, async (v) => {
      const { page } = v
      await titulo(page, INICIO.titulo)
      await entrarEnPractica(v)
      await marcaDePractica(page).waitFor()

      await abrirMuestra(page, 'conProblemas')
      await marcaDePractica(page).waitFor()
      expect(await cuantos(page, 'error')).toBeGreaterThanOrEqual(porArreglar)
      const arreglados: string[] = []
      expect(await corregirErrores(page, (lugar) => { arreglados.push(lugar) })).toBe(porArreglar)
      expect(new Set(arreglados).size).toBe(porArreglar)
      // What may be left is Paola, who goes backwards, once SENCE's history is known: she is not sent then.
      const quedan = await cuantos(page, 'error')
      expect(quedan).toBeLessThanOrEqual(1)
      // What needs no fixing is still told.
      expect(await cuantos(page, 'aviso')).toBeGreaterThan(0)
      expect(await cuantos(page, 'informacion')).toBeGreaterThanOrEqual(sembrados.filter((s) => s.nivel === 'informacion').length)

      await continuar(page)
      await marcaDePractica(page).waitFor()
      await enviar(page, 'practica')

      await titulo(page, RESPUESTA.titulo)
      await marcaDePractica(page).waitFor()
      await page.getByText(RESPUESTA.resumen['aceptado-con-rechazos'].titulo, { exact: true }).waitFor()
      const rechazados = ([[PERSONA_NO_REGISTRADA.rut, '012'], [PERSONAS.paola.rut, '025']] as const).slice(0, 2 - quedan)
      for (const [rut, codigo] of rechazados) {
        const dicho = await filaDe(page, rut).innerText()
        const { titulo: queEs, queHacer } = CATALOGO_CODIGOS[codigo]
        for (const parte of [ALUMNOS.codigo(codigo), queEs, queHacer]) expect(dicho).toContain(parte)
      }
      expect(await page.locator('.llamada tbody .insignia[data-tono=error]').count()).toBe(rechazados.length)
      return /Proceso (\d+)/.exec(await page.locator('.llamada').filter({ hasText: formatRut(PERSONA_NO_REGISTRADA.rut) }).innerText())?.[1] ?? 'none'
    })

    await conVentana({ datos }, async ({ page }) => {
      await irA(page, 'envios')
      await marcaDePractica(page).waitFor()
      const filas = page.getByRole('table', { name: ENVIOS.tabla, exact: true }).locator('tbody tr')
      // The others are what the simulated SENCE had before.
      const propia = filas.filter({ hasText: ESTADOS['aceptado-con-rechazos'] })
      await propia.waitFor()
      await propia.getByRole('button').click()
      await titulo(page, /^Envío del /)
      await marcaDePractica(page).waitFor()
      await revisarRespaldo(page)

      await boton(page, DETALLE.volver).click()
      await page.getByRole('tab', { name: ENVIOS.pestanas.sence, exact: true }).click()
      await page.getByLabel(HISTORIAL.proceso, { exact: true }).fill(proceso)
      await boton(page, HISTORIAL.consultar).click()
      await page.getByRole('button', { name: HISTORIAL.procesoTitulo(proceso) }).click()
      const registros = page.getByRole('table', { name: HISTORIAL.tabla(proceso), exact: true }).locator('tbody tr')
      await registros.first().waitFor()
      expect(await registros.filter({ hasText: HISTORIAL.resultados.rechazado }).count()).toBeGreaterThan(0)
      // SENCE's process leads back to the send of this computer.
      await boton(page, HISTORIAL.verLocal).click()
      await titulo(page, /^Envío del /)

      for (const seccion of ['ayuda', 'ajustes'] as const) {
        await irA(page, seccion)
        await marcaDePractica(page).waitFor()
      }
    })
  })

  it('keeps each edit although the power goes, and can still undo it', async () => {
    const rut = formatRut(PERSONAS.ximena.rut)
    const malo = rut.replace(/.$/, (dv) => (dv === '1' ? '2' : '1'))
    await conVentana({ datos, corte: true }, async (v) => {
      const { page } = v
      await entrarEnPractica(v)
      await abrirMuestra(page, 'sinProblemas')
      await esperarCuantos(page, 'error', 0)
      await page.getByRole('tab', { name: HOJAS.alumnos }).click()
      await page.getByRole('gridcell', { name: rut, exact: true }).click()
      await page.keyboard.press('F2')
      await page.locator('.grilla-editor').fill(malo)
      await page.keyboard.press('Enter')
      await page.locator('[data-editada][data-nivel=error]').getByText(malo, { exact: true }).waitFor()
    })
    await conVentana({ datos }, async ({ page }) => {
      await enRevision(page)
      await page.getByRole('tab', { name: HOJAS.alumnos }).click()
      const celda = page.locator('[role=gridcell][data-nivel=error]')
      await celda.and(page.locator('[data-editada]')).getByText(malo, { exact: true }).waitFor()
      await page.getByRole('button', { name: TEXTOS_REVISION.deshacer }).click()
      await esperarCuantos(page, 'error', 0)
      await page.getByRole('gridcell', { name: rut, exact: true }).waitFor()
      await page.getByRole('button', { name: TEXTOS_REVISION.rehacer }).click()
      await celda.getByText(malo, { exact: true }).waitFor()
    })
  })
})

/** What is kept of each call: the request letter by letter with its token hidden, its fingerprint, and the answer. */
async function revisarRespaldo(page: Page): Promise<void> {
  const plegados = page.getByRole('button', { name: DETALLE.respaldo, exact: true })
  expect(await plegados.count()).toBe(2)
  for (const plegado of await plegados.all()) await plegado.click()
  const llamadas = page.locator('.llamada')
  for (const llamada of await llamadas.all()) {
    const grupo = await llamada.getByRole('heading', { level: 2 }).innerText()
    const solicitud = await page.getByLabel(`${DETALLE.solicitud}, ${grupo}`, { exact: true }).textContent() ?? ''
    const huella = await llamada.locator('dt', { hasText: DETALLE.datos.sha }).locator('xpath=following-sibling::dd').innerText()
    expect(huella).toBe(createHash('sha256').update(solicitud).digest('hex'))
    expect(JSON.parse(solicitud)).toMatchObject({ codigoGrupo: grupo, token: MARCA_TOKEN })
    expect(await page.getByLabel(`${DETALLE.respuesta}, ${grupo}`, { exact: true }).textContent()).toMatch(/^\{/)
  }
  expect((await page.content()).toUpperCase()).not.toContain(OTEC_PRACTICA.token)
}
