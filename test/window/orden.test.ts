import { spawn } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asegurarElectron, palabrasDeRaiz } from '../../build/electron-runtime.ts'
import { RAIZ } from '../../build/rutas.ts'
import type { Gestor } from '../../electron/gestor/servidor.ts'
import { AYUDA_ORDEN, SALIDAS } from '../../electron/orden/textos.ts'
import { rastros } from './rastros-orden.ts'
import { libroDeSheetJs } from './libros.ts'
import { abrirLlavero, type Llavero } from './llavero.ts'
import { conectarOtec, conVentana, gestorDePrueba, irA, OTEC, ponerDireccion } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal } from './soporte.ts'

let datos: string, planilla: string
let gestor: Gestor
let llavero: Llavero
beforeAll(async () => {
  datos = await carpetaTemporal()
  gestor = await gestorDePrueba()
  llavero = await abrirLlavero(path.join(datos, 'llavero'))
  planilla = await libroDeSheetJs(path.join(datos, 'avance.xlsx'))
})
afterAll(async () => { await llavero.cerrar(); await gestor.cerrar(); await borrarCarpeta(datos) })

interface Fin { salida: number | null; texto: string }
/** The same program as the task scheduler starts it: no display, no window. */
async function orden(...palabras: string[]): Promise<Fin> {
  const { ruta } = await asegurarElectron()
  const env = { ...(process.env as Record<string, string>), ...llavero.env, DISPLAY: '', WAYLAND_DISPLAY: '' }
  const hijo = spawn(ruta, [...palabrasDeRaiz(), ...llavero.args, `--user-data-dir=${datos}`, RAIZ, ...palabras], { cwd: datos, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let texto = '', quejas = ''
  hijo.stdout.setEncoding('utf8').on('data', (t: string) => { texto += t })
  hijo.stderr.setEncoding('utf8').on('data', (t: string) => { quejas += t })
  const salida = await new Promise<number | null>((resolve, reject) => { hijo.on('error', reject); hijo.on('close', (codigo) => { resolve(codigo) }) })
  expect(rastros(texto + quejas, OTEC.token)).toEqual([])
  return { salida, texto: texto === '' ? quejas : texto }
}
const objeto = (f: Fin): Record<string, unknown> => JSON.parse(f.texto) as Record<string, unknown>

it('orders from a terminal: help, usage, sending beside the open window and without it, an answer that never came', async () => {
  expect(await orden('--ayuda')).toEqual({ salida: SALIDAS.bien, texto: AYUDA_ORDEN })
  expect((await orden('enviar', planilla, `--token=${OTEC.token}`)).salida).toBe(SALIDAS.uso)

  await conVentana({ datos, env: llavero.env, args: llavero.args }, async (v) => {
    await conectarOtec(v, OTEC)
    await irA(v.page, 'ajustes')
    await ponerDireccion(v.page, gestor.urlBase)
    // The program that is open does it, on its own journal, and the terminal hears of it.
    const aqui = await orden('enviar', 'avance.xlsx')
    expect(aqui.texto).toContain('SENCE aceptó a todos.')
    expect(aqui.salida).toBe(SALIDAS.bien)
    await irA(v.page, 'envios')
    await v.page.getByText('avance.xlsx').first().waitFor()
  })

  const validada = objeto(await orden('enviar', 'avance.xlsx', '--solo-validar', '--json'))
  expect(validada).toMatchObject({ salida: 0, perfil: { rutOtec: OTEC.rutOtec }, planilla: { alumnosConError: expect.any(Number) as unknown } })
  gestor.malasManeras.cortarDespuesDeProcesar = true
  const cortada = await orden('enviar', 'avance.xlsx', '--enviar-lo-correcto', '--perfil', OTEC.rutOtec, '--json')
  expect(objeto(cortada)).toMatchObject({ salida: SALIDAS['sin-confirmar'], envio: { estado: 'desconocido' } })
  expect(cortada.salida).toBe(SALIDAS['sin-confirmar'])
  expect(await orden('estado', '--json')).toMatchObject({ salida: SALIDAS['sin-confirmar'] })
})
