/** What SENCE's history settles: an answer that never came, what it already has, and a refusal that becomes work. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { construirMuestra } from '../../electron/adapters/plantilla/muestra.ts'
import type { Gestor } from '../../electron/gestor/servidor.ts'
import { ESTADOS, PREVIO, RESPUESTA } from '../../renderer/textos/envio.ts'
import { TEXTOS_REVISION } from '../../renderer/textos/revision.ts'
import { hoyEnSantiago } from '../../shared/domain/fecha.ts'
import { abrirMuestra, boton, conectarOtec, continuar, conVentana, decidirDespues, elegirArchivo, enRevision, entrarEnPractica, enviar, esperarCuantos, gestorDePrueba, irA, OTEC, ponerDireccion, titulo } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal, type Ventana } from './soporte.ts'

let datos = ''
let gestor: Gestor
beforeEach(async () => { datos = await carpetaTemporal(); gestor = await gestorDePrueba() })
afterEach(async () => { await gestor.cerrar(); await borrarCarpeta(datos) })

async function conectada(v: Ventana): Promise<void> {
  await conectarOtec(v, OTEC)
  await irA(v.page, 'ajustes')
  await ponerDireccion(v.page, gestor.urlBase)
  await irA(v.page, 'planilla')
}
async function abrirLibro(v: Ventana, muestra: 'sin-problemas' | 'con-problemas'): Promise<void> {
  const ruta = path.join(datos, 'planilla.xlsx')
  await writeFile(ruta, await construirMuestra(muestra, hoyEnSantiago(new Date())))
  await elegirArchivo(v, ruta)
  if (muestra === 'con-problemas') await decidirDespues(v.page)
  else await enRevision(v.page)
}
const sinLlavero = { args: ['--password-store=basic'] }
const estadoDe = (page: Page, texto: string) => page.locator('.llamada-cabeza').getByText(texto, { exact: true })

describe('SENCE is asked', () => {
  it('and what it already has is shown before the first send of this computer', async () => {
    await conVentana({ datos }, async (v) => {
      const { page } = v
      await entrarEnPractica(v)
      await abrirMuestra(page, 'conProblemas')
      await continuar(page)
      // The practice's SENCE has last week's sends: módulos go up, and not all of them are new.
      const suben = page.getByRole('table', { name: PREVIO.tabla, exact: true }).locator('tbody tr').first().locator('td').nth(3)
      await expect.poll(async () => Number(await suben.innerText())).toBeGreaterThan(0)
    })
  })

  it('for an answer that never came: it has it, and nothing is sent twice', async () => {
    gestor.malasManeras.cortarDespuesDeProcesar = { proximas: 10, solo: 'enviarAvance' }
    await conVentana({ datos, ...sinLlavero }, async (v) => {
      const { page } = v
      await conectada(v)
      await abrirLibro(v, 'sin-problemas')
      await continuar(page)
      await enviar(page, 'real')
      await titulo(page, RESPUESTA.titulo)
      await page.getByText(RESPUESTA.resumen.desconocido.titulo, { exact: true }).waitFor()
      await boton(page, RESPUESTA.preguntar).click()
      await page.getByText(RESPUESTA.dicho.sabido.titulo, { exact: true }).waitFor()
      await page.getByText(RESPUESTA.resumen.aceptado.titulo, { exact: true }).waitFor()
      await estadoDe(page, ESTADOS.aceptado).first().waitFor()
      await expect.poll(() => boton(page, RESPUESTA.preguntar).count()).toBe(0)
    })
  })

  it('for one that it does not have: still unknown, in words', async () => {
    gestor.malasManeras.cortarAntesDeProcesar = { proximas: 10, solo: 'enviarAvance' }
    await conVentana({ datos, ...sinLlavero }, async (v) => {
      const { page } = v
      await conectada(v)
      await abrirLibro(v, 'sin-problemas')
      await continuar(page)
      await enviar(page, 'real')
      await titulo(page, RESPUESTA.titulo)
      await boton(page, RESPUESTA.preguntar).click()
      await page.locator('.llamada').getByText(RESPUESTA.dicho.todavia.titulo, { exact: true }).first().waitFor()
      await estadoDe(page, ESTADOS.desconocido).first().waitFor()
      await boton(page, RESPUESTA.preguntar).waitFor()
    })
  })
})

describe('a refusal', () => {
  it('becomes work: only the refused, SENCE\'s words on the cell, as it was after a restart, and undone in one step', async () => {
    const conRechazo = async (page: Page): Promise<void> => {
      await enRevision(page)
      await page.getByRole('listbox', { name: TEXTOS_REVISION.problemas, exact: true }).getByText(/SENCE rechazó a este alumno/u).first().waitFor()
    }
    await conVentana({ datos, ...sinLlavero }, async (v) => {
      const { page } = v
      await conectada(v)
      await abrirLibro(v, 'con-problemas')
      await continuar(page)
      await enviar(page, 'real')
      await titulo(page, RESPUESTA.titulo)
      await boton(page, RESPUESTA.corregir).click()
      await conRechazo(page)
      await esperarCuantos(page, 'error', 0)
    })
    await conVentana({ datos, ...sinLlavero }, async ({ page }) => {
      await conRechazo(page)
      await page.getByRole('button', { name: /^Deshacer: Dejar solo 1 alumno rechazado/u }).click()
      await expect.poll(() => page.getByText(/SENCE rechazó a este alumno/u).count()).toBe(0)
    })
  })
})
