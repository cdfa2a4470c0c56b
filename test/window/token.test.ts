/**
 * A full day with a real keyring, misfortunes included, and then the hunt: the token stands in no file that the program
 * wrote anywhere, not in the page's memory or its DOM, and in no command line. Only sealed.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { abrirPorCdp } from '../../build/cdp.ts'
import { asegurarElectron, palabrasDeRaiz } from '../../build/electron-runtime.ts'
import { RAIZ } from '../../build/rutas.ts'
import { construirMuestra } from '../../electron/adapters/plantilla/muestra.ts'
import type { Gestor } from '../../electron/gestor/servidor.ts'
import { NOTICIAS } from '../../electron/textos.ts'
import { AJUSTES } from '../../renderer/textos/ajustes.ts'
import { DIAGNOSTICO } from '../../renderer/textos/diagnostico.ts'
import { PREVIO, RESPUESTA } from '../../renderer/textos/envio.ts'
import { DETALLE, ENVIOS, HISTORIAL } from '../../renderer/textos/envios.ts'
import { PLANILLA } from '../../renderer/textos/planilla.ts'
import { NIVELES, TEXTOS_REVISION } from '../../renderer/textos/revision.ts'
import { hoyEnSantiago } from '../../shared/domain/fecha.ts'
import { abrirLlavero, type Llavero } from './llavero.ts'
import { boton, conectarOtec, continuar, conVentana, cuantos, elegirArchivo, decidirDespues, enviar, gestorDePrueba, irA, OTEC, ponerDireccion, titulo } from './pasos.ts'
import { agujasDe, archivosCon, estaEn, lineasDe, memoriaDe, ventanasDe } from './rastros.ts'
import { borrarCarpeta, carpetaTemporal, responderDialogos, type Ventana } from './soporte.ts'

const AGUJAS = agujasDe(OTEC.token)
/** Everything that the program can write lies under this folder: its data, the home and the temporary files. */
let raiz = ''
let llavero: Llavero
let gestor: Gestor
/** Errors of the draft that stays open. */
let problemas = 0
const en = (...partes: string[]): string => path.join(raiz, ...partes)

beforeAll(async () => {
  raiz = await carpetaTemporal()
  for (const c of ['datos', 'casa', 'tmp', 'salida']) await mkdir(en(c))
  llavero = await abrirLlavero(en('llavero'))
  gestor = await gestorDePrueba()
})
afterAll(async () => {
  await gestor.cerrar()
  await llavero.cerrar()
  await borrarCarpeta(raiz)
})

const opciones = () => ({
  datos: en('datos'), args: [...llavero.args],
  env: { ...llavero.env, HOME: en('casa'), TMPDIR: en('tmp'), XDG_CONFIG_HOME: en('casa', '.config'), XDG_CACHE_HOME: en('casa', '.cache') },
})
/** The page's memory and text, and the command lines of all the processes. */
async function sinRastro({ app, page }: Ventana): Promise<void> {
  expect(estaEn(await memoriaDe(page), AGUJAS), 'memory of the page').toBe(false)
  expect(estaEn(await page.content(), AGUJAS), 'DOM').toBe(false)
  expect(estaEn(await lineasDe(app.process().pid ?? 0), AGUJAS), 'command lines').toBe(false)
  expect(await archivosCon(raiz, AGUJAS)).toEqual([])
}
/** The process that reads workbooks, ended from outside. */
const matarImportador = ({ app }: Ventana): Promise<void> => app.evaluate(({ app: a }) => {
  const suyo = a.getAppMetrics().find((m) => m.name === 'Puente SIC: planillas' || m.serviceName === 'Puente SIC: planillas')
  if (suyo === undefined) throw new Error('no process reads workbooks')
  process.kill(suyo.pid, 'SIGKILL')
})

describe('the token', () => {
  it('leaves no trace of a day: connection, sends, history, failures, crashes and a diagnosis', async () => {
    await conVentana(opciones(), async (v) => {
      const { app, page } = v
      await conectarOtec(v, OTEC, async () => {
        // While it is typed it is there: the hunt can find.
        expect(estaEn(await memoriaDe(page), AGUJAS)).toBe(true)
        expect(estaEn(await lineasDe(app.process().pid ?? 0), [Buffer.from(en('datos'))])).toBe(true)
      })
      await irA(page, 'ajustes')
      // Nobody answers there, and the address of the history carries the token.
      await ponerDireccion(page, 'http://127.0.0.1:9')
      await boton(page, AJUSTES.conexion.probar).click()
      await boton(page, AJUSTES.conexion.probar).waitFor()
      await ponerDireccion(page, gestor.urlBase)
      await boton(page, AJUSTES.conexion.probar).click()
      await irA(page, 'planilla')
      await responderDialogos(app, { guardar: en('salida', 'plantilla.xlsx') })
      await boton(page, PLANILLA.plantilla.boton).first().click()
      await page.getByText(PLANILLA.plantilla.guardada, { exact: true }).waitFor()
      await writeFile(en('salida', 'avance.xlsx'), await construirMuestra('con-problemas', hoyEnSantiago(new Date())))
      await elegirArchivo(v, en('salida', 'avance.xlsx'))
      await decidirDespues(page)

      // The importer dies: the draft is on disk, and the next thing asked brings it back.
      await matarImportador(v)
      await expect.poll(() => readFile(en('datos', 'registro', 'puente-sic.log'), 'utf8'), { timeout: 20_000 }).toContain('ended by itself')
      await page.keyboard.press('F8')
      await continuar(page)
      await page.getByRole('button', { name: PREVIO.verJson }).first().click()
      await page.getByRole('dialog').getByRole('region').waitFor()
      await page.keyboard.press('Escape')
      await enviar(page, 'real')
      await titulo(page, RESPUESTA.titulo)
      await irA(page, 'envios')
      await page.getByRole('table', { name: ENVIOS.tabla, exact: true }).locator('tbody tr').getByRole('button').first().click()
      await boton(page, DETALLE.respaldo).first().click()
      await irA(page, 'envios')
      await page.getByRole('tab', { name: ENVIOS.pestanas.sence, exact: true }).click()
      await boton(page, HISTORIAL.consultar).click()
      await page.getByRole('heading', { name: /^Proceso \d+/ }).first().waitFor()
      // The form in which it was typed is long gone, and with it the text.
      await sinRastro(v)
    })

    await conVentana(opciones(), async (v) => {
      const { app, page } = v
      await elegirArchivo(v, en('salida', 'avance.xlsx'))
      await decidirDespues(page)
      problemas = await cuantos(page, 'error')
      await irA(page, 'ajustes')
      await responderDialogos(app, { guardar: en('salida', 'diagnostico') })
      await boton(page, DIAGNOSTICO.exportar).click()
      const dialogo = page.getByRole('dialog')
      await dialogo.getByRole('button', { name: /puente-sic\.log/ }).click()
      const visto = await dialogo.getByRole('region').textContent() ?? ''
      expect(visto).toMatch(/error .{7} the process that reads workbooks ended by itself/)
      await boton(dialogo, DIAGNOSTICO.guardar).click()
      await page.getByText(DIAGNOSTICO.guardado, { exact: true }).waitFor()
      expect(await readFile(en('salida', 'diagnostico.txt'), 'utf8')).toContain(visto.trim())
      await sinRastro(v)
    })
  }, 300_000)

  it('is not in what a crash leaves; the window comes back by itself, says so, and the draft is as it was', async () => {
    const { env, args, datos } = opciones()
    const electron = await asegurarElectron()
    const abierta = await abrirPorCdp(electron.ruta, [...palabrasDeRaiz(), '--disable-gpu', ...args, `--user-data-dir=${datos}`, RAIZ], { ...process.env, ...env })
    const pid = abierta.proceso.pid ?? 0
    const errores = (page: Page): Locator => page.getByRole('radio', { name: TEXTOS_REVISION.filtroDeNivel(NIVELES.error.titulo, problemas), exact: true })
    try {
      await errores(abierta.page).waitFor()
      const page = await abierta.sinNadieMirando(async () => {
        const [suya] = await ventanasDe(pid)
        process.kill(suya ?? 0, 'SIGSEGV')
        await expect.poll(() => ventanasDe(pid).then((vivas) => vivas.length === 1 && vivas[0] !== suya), { timeout: 30_000 }).toBe(true)
      })
      await page.getByText(NOTICIAS.ventanaCaida('').titulo, { exact: true }).waitFor()
      await errores(page).waitFor()
      // And the program itself, with the token in its memory: no picture of that is kept.
      process.kill(pid, 'SIGSEGV')
      await new Promise((resolve) => { abierta.proceso.once('exit', resolve) })
    } finally { abierta.proceso.kill('SIGKILL') }
    expect(await archivosCon(raiz, AGUJAS)).toEqual([])
    expect((await readdir(raiz, { recursive: true })).filter((n) => /\.(dmp|core)$/.test(n))).toEqual([])
  }, 300_000)
})
