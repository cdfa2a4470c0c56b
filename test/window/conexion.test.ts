/** "Probar conexión" against every way in which a service answers or does not: each outcome in words of its own. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createServerTls } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Gestor } from '../../electron/gestor/servidor.ts'
import { PALABRAS_ILEGIBLE, PALABRAS_RED, palabrasHttp, palabrasRed, type Palabras } from '../../electron/services/textos-red.ts'
import { AJUSTES } from '../../renderer/textos/ajustes.ts'
import { CREDENCIALES } from '../../renderer/textos/inicio.ts'
import { CATALOGO_CODIGOS } from '../../shared/domain/codigos-sence.ts'
import { CERTIFICADO } from '../adapter/cliente/certificado.ts'
import { boton, conectarOtec, escribirCredenciales, gestorDePrueba, irA, OTEC, ponerDireccion } from './pasos.ts'
import { abrirVentana, borrarCarpeta, carpetaTemporal, type Ventana } from './soporte.ts'

const RUTA = '/gestor/API/avance-sic'
const { conexion } = AJUSTES
let datos = ''
let v: Ventana
let gestor: Gestor
const servidores: Server[] = []

beforeAll(async () => {
  datos = await carpetaTemporal()
  gestor = await gestorDePrueba()
  v = await abrirVentana({ datos, args: ['--password-store=basic'] })
  await conectarOtec(v, OTEC)
  await irA(v.page, 'ajustes')
})
afterAll(async () => { await v.cerrar(); await gestor.cerrar(); await borrarCarpeta(datos) })
afterEach(async () => {
  for (const s of servidores.splice(0)) await new Promise((resolve) => { s.close(resolve); s.closeAllConnections() })
})

async function escuchar(servidor: Server): Promise<number> {
  servidores.push(servidor)
  await new Promise<void>((resolve) => { servidor.listen(0, '127.0.0.1', resolve) })
  return (servidor.address() as AddressInfo).port
}
const enHttp = async (atender: RequestListener): Promise<string> => `http://127.0.0.1:${String(await escuchar(createServer(atender)))}${RUTA}`

/** The words of the outcome are on the screen, whole. */
async function seDice({ titulo, explicacion, queHacer }: Palabras): Promise<void> {
  const aviso = v.page.getByRole('alert').filter({ hasText: titulo })
  await aviso.waitFor()
  const dicho = await aviso.innerText()
  for (const parte of [titulo, explicacion, queHacer]) expect(dicho).toContain(parte)
  expect(v.errores).toEqual([])
}

async function probarCon(url: string): Promise<void> {
  await ponerDireccion(v.page, url)
  await boton(v.page, conexion.probar).click()
}

/** Address that gives each outcome, and its words. */
const CASOS: readonly (readonly [string, () => Promise<string> | string, Palabras])[] = [
  ['an error of the server', () => enHttp((_, res) => { res.writeHead(500).end('<h1>Internal Server Error</h1>') }), palabrasHttp(500)],
  ['a page instead of data', () => enHttp((_, res) => { res.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Sitio en mantenimiento</body></html>') }), PALABRAS_ILEGIBLE],
  ['an office proxy', () => enHttp((_, res) => { res.writeHead(407).end() }), PALABRAS_RED.proxy],
  ['nobody listening', async () => {
    const url = await enHttp(() => undefined)
    await new Promise((resolve) => { servidores.pop()?.close(resolve) })
    return url
  }, PALABRAS_RED.rechazada],
  ['a certificate that nobody trusts', async () => `https://127.0.0.1:${String(await escuchar(createServerTls(CERTIFICADO, (_, res) => { res.end('{}') })))}${RUTA}`, palabrasRed('tls-emisor', 'localhost')],
  ['a name that does not exist', () => `https://gestor.invalid${RUTA}`, PALABRAS_RED.dns],
]

describe('the connection test', () => {
  it('says that all is well', async () => {
    await probarCon(gestor.urlBase)
    const aviso = v.page.getByRole('status').filter({ has: v.page.locator('.mensaje-titulo') })
    await aviso.waitFor()
    expect(await aviso.getAttribute('data-tono')).toBe('exito')
  })

  it.each(CASOS)('tells %s', async (_que, direccion, palabras) => {
    await probarCon(await direccion())
    await seDice(palabras)
  })

  it('tells a service that does not answer in the minutes of Ajustes', async () => {
    let llegada = (): void => undefined
    const llego = new Promise<void>((resolve) => { llegada = resolve })
    await ponerDireccion(v.page, await enHttp(() => { llegada() }))
    await v.page.getByRole('textbox', { name: conexion.espera, exact: true }).fill('1')
    await v.page.keyboard.press('Tab')
    await boton(v.page, conexion.guardar).click()
    await boton(v.page, conexion.guardar).and(v.page.locator(':disabled')).waitFor()
    // Main's clock is in our hands: the minute passes when we say, so nobody waits for it.
    await v.app.evaluate(() => {
      const g = globalThis as unknown as { setTimeout: (f: () => void, ms?: number, ...r: unknown[]) => unknown; minuto?: () => void }
      const real = g.setTimeout
      g.setTimeout = (f, ms, ...r) => {
        if (ms === 60_000) g.minuto = f
        return real(f, ms, ...r)
      }
    })
    await boton(v.page, conexion.probar).click()
    await llego
    await boton(v.page, conexion.probando).waitFor()
    await v.app.evaluate(() => { (globalThis as unknown as { minuto?: () => void }).minuto?.() })
    await seDice(PALABRAS_RED.tiempo)
  })

  it('refuses an address that would let the token travel in clear', async () => {
    await v.page.getByLabel(conexion.url, { exact: true }).fill('http://auladigital.sence.cl/gestor')
    await v.page.getByText(conexion.urlMala, { exact: true }).waitFor()
    expect(await boton(v.page, conexion.guardar).isDisabled()).toBe(true)
  })

  it('tells wrong credentials, also while they are being typed', async () => {
    await ponerDireccion(v.page, gestor.urlBase)
    await boton(v.page, AJUSTES.otec.reemplazar).click()
    const dialogo = v.page.getByRole('dialog', { name: AJUSTES.otec.reemplazarTitulo, exact: true })
    await escribirCredenciales(v.page, { ...OTEC, token: OTEC.token.replace('A', 'B') })
    await boton(dialogo, CREDENCIALES.probar).click()
    const aviso = dialogo.getByRole('alert').filter({ hasText: CATALOGO_CODIGOS['001'].titulo })
    await aviso.waitFor()
    expect(await aviso.innerText()).toContain(CATALOGO_CODIGOS['001'].queHacer)
  })
})
