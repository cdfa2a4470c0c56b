/** Workbooks that this program did not write, by each way in: the open dialog, a drop on the window, and "Abrir con". */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import { construirMuestra } from '../../electron/adapters/plantilla/muestra.ts'
import { asegurarElectron, palabrasDeRaiz } from '../../build/electron-runtime.ts'
import { correr } from '../../build/procesos.ts'
import { RAIZ } from '../../build/rutas.ts'
import { ARMAZON } from '../../renderer/textos/armazon.ts'
import { INICIO } from '../../renderer/textos/inicio.ts'
import { TEXTOS_REVISION } from '../../renderer/textos/revision.ts'
import { hoyEnSantiago } from '../../shared/domain/fecha.ts'
import { PERSONAS } from '../../shared/practica/personas.ts'
import { convertirConLibreOffice, csvDeWindows, filasBuenas, filasUnicas, libroDeSheetJs } from './libros.ts'
import { boton, conVentana, cuantos, elegirArchivo, entrarEnPractica, enRevision, problemas } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal, type Ventana } from './soporte.ts'

const filas = filasUnicas().length
const alumnos = filasBuenas().alumnos.length
let carpeta = ''
let datos = ''
const archivos = { csv: '', sheetjs: '', libreoffice: '', ods: '' }

beforeAll(async () => {
  carpeta = await carpetaTemporal()
  archivos.csv = await csvDeWindows(path.join(carpeta, 'exportación de agosto.csv'))
  archivos.sheetjs = await libroDeSheetJs(path.join(carpeta, 'exportación.xlsx'))
  // A csv opened in LibreOffice and saved as a workbook, and our own template saved by it as its own format.
  const enUtf8 = path.join(carpeta, 'libreoffice.csv')
  await writeFile(enUtf8, (await readFile(archivos.csv)).toString('latin1'))
  archivos.libreoffice = await convertirConLibreOffice(enUtf8, 'xlsx', carpeta)
  const muestra = path.join(carpeta, 'plantilla.xlsx')
  await writeFile(muestra, await construirMuestra('sin-problemas', hoyEnSantiago(new Date())))
  archivos.ods = await convertirConLibreOffice(muestra, 'ods', carpeta)
})
afterAll(() => borrarCarpeta(carpeta))
beforeEach(async () => { datos = await carpetaTemporal() })
afterEach(() => borrarCarpeta(datos))

/** All rows are there, none with an error, all alumnos can be sent, and the names kept their letters. */
async function todoEnPantalla(page: Page, cuantasFilas: number): Promise<void> {
  await enRevision(page)
  await page.getByText(TEXTOS_REVISION.filasMostradas(cuantasFilas, cuantasFilas), { exact: true }).waitFor()
  expect(await cuantos(page, 'error')).toBe(0)
  await page.getByText(TEXTOS_REVISION.enviables(alumnos, alumnos), { exact: true }).waitFor()
  // "Peñailillo": the letter that a wrong encoding breaks first.
  await page.getByRole('searchbox', { name: TEXTOS_REVISION.buscar, exact: true }).fill(PERSONAS.ximena.nombre)
  await page.getByRole('gridcell', { name: PERSONAS.ximena.nombre, exact: true }).first().waitFor()
}

/** Drops a file that lies on the disk, as the system's file manager does. */
async function soltar({ page }: Ventana, ruta: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const evento = { x: 640, y: 400, data: { items: [], files: [ruta], dragOperationsMask: 1 } }
  await cdp.send('Input.dispatchDragEvent', { type: 'dragEnter', ...evento })
  await cdp.send('Input.dispatchDragEvent', { type: 'dragOver', ...evento })
  await page.getByText(ARMAZON.soltar.listo, { exact: true }).waitFor()
  await cdp.send('Input.dispatchDragEvent', { type: 'drop', ...evento })
}

/** The program started again on the same data with a file: the one that is open takes it, and this one ends. */
async function abrirCon(palabra: string, cwd = RAIZ): Promise<void> {
  const { ruta } = await asegurarElectron()
  const { codigo, salida } = await correr(ruta, [...palabrasDeRaiz(), '--disable-gpu', `--user-data-dir=${datos}`, RAIZ, palabra], { modo: 'callar', cwd })
  if (codigo !== 0) throw new Error(`the second start ended with code ${String(codigo)}: ${salida}`)
}

describe('a workbook that LibreOffice saved', () => {
  it('from a csv, opens through the dialog', () => conVentana({ datos }, async (v) => {
    await entrarEnPractica(v)
    await elegirArchivo(v, archivos.libreoffice)
    await todoEnPantalla(v.page, filas)
  }))

  it('from our template, as .ods, opens dropped on the window', () => conVentana({ datos }, async (v) => {
    await entrarEnPractica(v)
    await soltar(v, archivos.ods)
    await enRevision(v.page)
    await v.page.getByRole('tab', { name: 'Alumnos' }).click()
    await todoEnPantalla(v.page, alumnos)
    expect(await cuantos(v.page, 'aviso')).toBe(0)
  }))
})

describe('a "hoja única" by SheetJS', () => {
  it('opens dropped on the window, its words for the states told as conversions', () => conVentana({ datos }, async (v) => {
    await entrarEnPractica(v)
    await soltar(v, archivos.sheetjs)
    await todoEnPantalla(v.page, filas)
    const dichos = await problemas(v.page, 'informacion')
    expect(dichos.some((d) => d.includes('Cursando → 1'))).toBe(true)
  }))
})

describe('a csv with `;` in Windows-1252', () => {
  it('opens with the program ("Abrir con"), its dates told as conversions', async () => {
    await conVentana({ datos, args: [archivos.csv] }, async (v) => {
      // It waits until a way of working is chosen, and then there is nothing more to ask.
      await boton(v.page, INICIO.practicar.boton).click()
      await todoEnPantalla(v.page, filas)
      const dichos = await problemas(v.page, 'informacion')
      expect(dichos.filter((d) => /(\d\d)\/(\d\d)\/(\d{4}) → \3-\2-\1/.test(d)).length).toBeGreaterThan(0)
    })
    // The second time a way of working is chosen already, so nobody has to do anything.
    await conVentana({ datos, args: [archivos.sheetjs] }, async (v) => {
      await v.page.getByTitle(path.basename(archivos.sheetjs), { exact: true }).waitFor()
      await todoEnPantalla(v.page, filas)
    })
  })

  it('opens in the window that is open already, named by path, by URI or from the folder where it lies', () => conVentana({ datos }, async (v) => {
    await entrarEnPractica(v)
    const nombre = path.basename(archivos.csv)
    for (const [palabra, desde] of [[archivos.csv, RAIZ], [pathToFileURL(archivos.sheetjs).href, RAIZ], [nombre, carpeta]] as const) {
      await abrirCon(palabra, desde)
      await v.page.locator('.pasos-archivo').and(v.page.getByTitle(path.basename(palabra.startsWith('file:') ? archivos.sheetjs : palabra), { exact: true })).waitFor()
      await todoEnPantalla(v.page, filas)
    }
  }))
})
