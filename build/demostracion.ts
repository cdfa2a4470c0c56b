/**
 * The main job done by the program itself, in its real window, by the ways that a person has: practice → sample with
 * problems → fix → send → answer → past sends. Each step says in words what happened and leaves a picture.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { INICIO } from '../renderer/textos/inicio.ts'
import { PREVIO, RESPUESTA } from '../renderer/textos/envio.ts'
import { DETALLE, ENVIOS, HISTORIAL } from '../renderer/textos/envios.ts'
import { PLANILLA } from '../renderer/textos/planilla.ts'
import { TEXTOS_REVISION } from '../renderer/textos/revision.ts'
import { corregirErrores } from './demostracion-arreglos.ts'
import { palabrasDeRaiz, type Electron } from './electron-runtime.ts'
import { RAIZ, SALIDA } from './rutas.ts'
import { DEMOSTRACION as T } from './textos-demostracion.ts'

export const CARPETA_IMAGENES = path.join(SALIDA, 'demostracion')

interface Paso { decir(texto: string): void; foto(nombre: string): Promise<void>; page: Page }

const boton = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const titulo = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { name, level: 1 }).waitFor()

async function trabajar({ page, decir, foto }: Paso): Promise<void> {
  await boton(page, INICIO.practicar.boton).waitFor()
  await foto('inicio')
  decir(T.abierta)

  await boton(page, INICIO.practicar.boton).click()
  await titulo(page, PLANILLA.titulo)
  await foto('practica')
  decir(T.practica)

  await boton(page, PLANILLA.muestra.conProblemas).click()
  await titulo(page, TEXTOS_REVISION.titulo)
  await page.getByRole('gridcell').first().waitFor()
  await foto('revision')
  decir(T.muestra)

  const arreglos = await corregirErrores(page, (lugar, hecho) => { decir(`   ${lugar}: ${hecho}`) })
  await foto('corregida')
  decir(T.corregida(arreglos))

  await boton(page, TEXTOS_REVISION.continuar).click()
  await titulo(page, PREVIO.titulo)
  await boton(page, PREVIO.enviarPractica).waitFor()
  await foto('vista-previa')
  decir(T.previo(await page.locator('.previo-total strong').innerText()))

  await boton(page, PREVIO.enviarPractica).click()
  await boton(page, PREVIO.confirmar.boton).click()
  await titulo(page, RESPUESTA.titulo)
  await page.getByText(RESPUESTA.resumen['aceptado-con-rechazos'].titulo).first().waitFor()
  const rechazados = await page.locator('.llamada tbody tr').filter({ has: page.locator('.insignia[data-tono=error]') }).evaluateAll(
    (filas) => filas.map((f) => ['th .mono', '.fuerte'].map((c) => f.querySelector(c)?.textContent ?? '').join(': ')))
  await foto('respuesta')
  decir(T.respuesta(RESPUESTA.resumen['aceptado-con-rechazos'].titulo))
  for (const r of rechazados) decir(`   ${r}`)
  if (rechazados.length === 0) throw new Error('no refused alumno on the screen')

  await boton(page, RESPUESTA.verEnvio).click()
  await titulo(page, /^Envío del /)
  await page.getByText(DETALLE.respaldo).first().waitFor()
  await foto('envio-pasado')
  decir(T.pasado(await page.getByRole('heading', { level: 1 }).innerText()))

  await boton(page, DETALLE.volver).click()
  await page.getByRole('tab', { name: ENVIOS.pestanas.sence }).click()
  await boton(page, HISTORIAL.consultar).click()
  await page.getByRole('heading', { name: /^Proceso / }).first().waitFor()
  await foto('historial')
  decir(T.historial)
}

/** A person would find it again tomorrow: the program is closed and opened on the same data. */
async function reabrir({ page, decir, foto }: Paso): Promise<void> {
  await boton(page, 'Envíos').click()
  await page.getByRole('table', { name: ENVIOS.tabla }).locator('tbody tr').first().waitFor()
  await foto('envios-otro-dia')
  decir(T.reabierto)
}

/**
 * Runs the demonstration and prints each step.
 * @param env the display, when it is not the person's own
 * @returns 0 only if every step happened
 */
export async function demostrar(electron: Electron, env: Record<string, string | undefined>): Promise<number> {
  rmSync(CARPETA_IMAGENES, { recursive: true, force: true })
  mkdirSync(CARPETA_IMAGENES, { recursive: true })
  const datos = mkdtempSync(path.join(tmpdir(), 'puente-demostracion-'))
  let numero = 0
  let fotos = 0
  let page: Page | undefined
  let app: ElectronApplication | undefined
  const abrir = async (): Promise<Paso> => {
    app = await _electron.launch({
      executablePath: electron.ruta,
      args: [...palabrasDeRaiz(), '--disable-gpu', '--tras-playwright', `--user-data-dir=${datos}`, RAIZ],
      cwd: RAIZ,
      env: Object.fromEntries(Object.entries({ ...process.env, ...env }).filter((e): e is [string, string] => e[1] !== undefined)),
    })
    const p = await app.firstWindow()
    p.setDefaultTimeout(30_000)
    page = p
    return {
      page: p,
      decir: (texto) => { console.log(texto.startsWith(' ') ? texto : `${String(++numero)}. ${texto}`) },
      foto: async (nombre) => { await p.screenshot({ path: path.join(CARPETA_IMAGENES, `${String(++fotos).padStart(2, '0')}-${nombre}.png`) }) },
    }
  }
  try {
    await trabajar(await abrir())
    await app?.close()
    await reabrir(await abrir())
    await app?.close()
    console.log(T.fin(path.relative(RAIZ, CARPETA_IMAGENES)))
    return 0
  } catch (e) {
    await page?.screenshot({ path: path.join(CARPETA_IMAGENES, 'fallo.png') }).catch(() => undefined)
    console.error(T.fallo(numero + 1, path.relative(RAIZ, CARPETA_IMAGENES)))
    console.error(e)
    await app?.close().catch(() => undefined)
    // The program's own log says what the window only calls an incident.
    if (existsSync(path.join(datos, 'registro'))) cpSync(path.join(datos, 'registro'), path.join(CARPETA_IMAGENES, 'registro'), { recursive: true, force: true })
    return 1
  } finally { rmSync(datos, { recursive: true, force: true, maxRetries: 5 }) }
}
