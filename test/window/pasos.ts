/** Steps that several window tests share: what a person does, found by the names that the catalogues give. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Locator, Page } from 'playwright'
import { expect } from 'vitest'
import { SALIDA } from '../../build/rutas.ts'
import { padronDePractica } from '../../electron/gestor/padron.ts'
import { iniciarGestor, type Gestor } from '../../electron/gestor/servidor.ts'
import { AJUSTES } from '../../renderer/textos/ajustes.ts'
import { ARMAZON } from '../../renderer/textos/armazon.ts'
import { ASISTENTE, PREGUNTAS } from '../../renderer/textos/asistente.ts'
import { PREVIO } from '../../renderer/textos/envio.ts'
import { CREDENCIALES, INICIO } from '../../renderer/textos/inicio.ts'
import { PLANILLA } from '../../renderer/textos/planilla.ts'
import { NIVELES, TEXTOS_REVISION } from '../../renderer/textos/revision.ts'
import type { Nivel } from '../../shared/domain/problema.ts'
import type { EventName, Payload } from '../../shared/ipc/contract.ts'
import { abrirVentana, matar, responderDialogos, type Opciones, type Ventana } from './soporte.ts'

export const boton = (en: Page | Locator, name: string): Locator => en.getByRole('button', { name, exact: true })
export const titulo = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { name, level: 1, exact: true }).waitFor()

/**
 * Opens the program, does something in it and closes it. Nothing may have been written as an error in its console; when
 * it fails, a picture of the window stays in out/pruebas.
 * @param opciones.corte end it as a power cut would, instead
 */
export async function conVentana<T>({ corte = false, ...opciones }: Opciones & { datos: string; corte?: boolean }, hacer: (v: Ventana) => Promise<T>): Promise<T> {
  const ventana = await abrirVentana(opciones)
  try {
    const valor = await hacer(ventana)
    expect(ventana.errores).toEqual([])
    return valor
  } catch (e) {
    const carpeta = path.join(SALIDA, 'pruebas')
    mkdirSync(carpeta, { recursive: true })
    const nombre = (expect.getState().currentTestName ?? 'ventana').replace(/[^\p{L}\d]+/gu, '-').slice(0, 100)
    await ventana.page.screenshot({ path: path.join(carpeta, `${nombre}.png`) }).catch(() => undefined)
    throw e
  } finally { await (corte ? matar(ventana) : ventana.cerrar()) }
}

export async function entrarEnPractica({ page }: Ventana): Promise<void> {
  await boton(page, INICIO.practicar.boton).click()
  await titulo(page, PLANILLA.titulo)
}

export const marcaDePractica = (page: Page): Locator => page.getByRole('banner').getByText(ARMAZON.practica.titulo)

export async function irA(page: Page, seccion: keyof typeof ARMAZON.secciones): Promise<void> {
  const enlace = boton(page.getByRole('navigation', { name: ARMAZON.navegacion }), ARMAZON.secciones[seccion])
  await enlace.click()
  await enlace.and(page.locator('[aria-current=page]')).waitFor()
}

export async function abrirMuestra(page: Page, cual: 'conProblemas' | 'sinProblemas'): Promise<void> {
  await boton(page, PLANILLA.muestra[cual]).click()
  await enRevision(page)
}

/** The review screen with its rows on view. */
export async function enRevision(page: Page): Promise<void> {
  await titulo(page, TEXTOS_REVISION.titulo)
  await page.getByRole('gridcell').first().waitFor()
}

/** "Elegir archivo…", with the system's dialog answered. */
export async function elegirArchivo({ app, page }: Ventana, ruta: string): Promise<void> {
  await responderDialogos(app, { abrir: ruta })
  await boton(page, PLANILLA.elegir).click()
}

/** The columns that are read in more than one way, left as they are until Revisar. */
export async function decidirDespues(page: Page): Promise<void> {
  const listo = boton(page, PREGUNTAS.listo)
  const siguiente = boton(page, ASISTENTE.siguiente)
  for (;;) {
    await page.getByText(PREGUNTAS.despues, { exact: true }).click()
    await listo.or(siguiente).waitFor()
    if (await listo.count() > 0) break
    await siguiente.click()
  }
  await listo.click()
  await enRevision(page)
}

/** How many the list of problems counts of a level. */
export async function cuantos(page: Page, nivel: Nivel): Promise<number> {
  const prefijo = prefijoDe(nivel)
  const nombre = await page.locator(`[aria-label^="${prefijo}"]`).getAttribute('aria-label')
  return Number((nombre ?? '').slice(prefijo.length).replaceAll('.', ''))
}
const prefijoDe = (nivel: Nivel): string => TEXTOS_REVISION.filtroDeNivel(NIVELES[nivel].titulo, 0).slice(0, -1)

/** Waits until the list of problems counts so many of a level. */
export const esperarCuantos = (page: Page, nivel: Nivel, n: number): Promise<void> =>
  page.getByRole('radio', { name: TEXTOS_REVISION.filtroDeNivel(NIVELES[nivel].titulo, n), exact: true }).waitFor()

/** Leaves the list with one level only, and answers the text of each of its items. */
export async function problemas(page: Page, nivel: Nivel): Promise<string[]> {
  await page.locator(`[aria-label^="${prefijoDe(nivel)}"]`).click()
  const lista = page.getByRole('listbox', { name: TEXTOS_REVISION.problemas, exact: true })
  await lista.getByRole('option').first().waitFor()
  return await lista.getByRole('option').allInnerTexts()
}

/** From the review to the preview. */
export async function continuar(page: Page): Promise<void> {
  await boton(page, TEXTOS_REVISION.continuar).click()
  await titulo(page, PREVIO.titulo)
}

/** Sends what the preview shows. `espacio` decides the name of the button. */
export async function enviar(page: Page, espacio: 'practica' | 'real'): Promise<void> {
  await boton(page, espacio === 'practica' ? PREVIO.enviarPractica : PREVIO.enviar).click()
  await boton(page, PREVIO.confirmar.boton).click()
}

/** An event told to the window as main tells it. */
export const decir = <N extends EventName>(app: ElectronApplication, nombre: N, dato: Payload<N>): Promise<void> =>
  app.evaluate(({ BrowserWindow }, [n, d]) => { BrowserWindow.getAllWindows()[0]?.webContents.send('puente:evento', n, d) }, [nombre, dato] as const)

export interface Otec { rutOtec: string; token: string }
/** An OTEC of the tests. No part of its token is found by chance in other files. */
export const OTEC: Otec = { rutOtec: '76123456-0', token: 'A7C3F19E-5B2D-4E68-9F01-3C8D7E6B5A42' }

/** The simulated SENCE of a test, which knows only that OTEC and has received nothing yet. */
export const gestorDePrueba = (): Promise<Gestor> => iniciarGestor({ padron: { ...padronDePractica(), otec: { rut: OTEC.rutOtec, token: OTEC.token } } })

/** Writes RUT and token in the form that is on view. */
export async function escribirCredenciales(page: Page, { rutOtec, token }: Otec): Promise<void> {
  const rut = page.getByLabel(CREDENCIALES.rut, { exact: true })
  await rut.waitFor()
  // That of an OTEC that is kept already cannot be another.
  if (await rut.isEditable()) await rut.fill(rutOtec)
  await page.getByLabel(CREDENCIALES.token, { exact: true }).fill(token)
}

/** First run of a real OTEC: its credentials typed and kept. `antes` looks at the form before it is sent. */
export async function conectarOtec({ page }: Ventana, otec: Otec, antes: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  await boton(page, INICIO.conectar.boton).click()
  await escribirCredenciales(page, otec)
  await antes()
  await boton(page, CREDENCIALES.guardar).click()
  await titulo(page, PLANILLA.titulo)
}

/** Changes the address of the service in Ajustes, which is on view. */
export async function ponerDireccion(page: Page, url: string): Promise<void> {
  await page.getByLabel(AJUSTES.conexion.url, { exact: true }).fill(url)
  await boton(page, AJUSTES.conexion.guardar).click()
  // Nothing left to save: it has been saved.
  await boton(page, AJUSTES.conexion.guardar).and(page.locator(':disabled')).waitFor()
}

/** More stops than any screen has: past it the control is out of the keyboard's reach. */
const PARADAS = 60

/** Tab until the control has the focus, from wherever it is. */
export async function llegar(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let i = 0; i < PARADAS; i++) {
    if (await control.evaluate((e) => e === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${String(control)}`)
}
export async function pulsar(page: Page, control: Locator): Promise<void> {
  await llegar(page, control)
  await page.keyboard.press('Enter')
}
