/** The real program takes the place of its own AppImage with what a feed on this computer offers, signed and not. */
import { createHash, generateKeyPairSync } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { firmarFeed } from '../../build/canal-actualizaciones.ts'
import { ACTUALIZACION as T } from '../../renderer/textos/actualizacion.ts'
import { boton, conVentana, entrarEnPractica, irA } from './pasos.ts'
import { abrirVentana, borrarCarpeta, carpetaTemporal } from './soporte.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const CLAVE = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')

let datos: string, lugar: string, servidor: Server, feed: string, pedidos: string[]
/** The program that the feed offers: it leaves word of having been started. */
const nuevo = (): Buffer => Buffer.from(`#!/bin/sh\necho "$APPIMAGE_EXIT_AFTER_INSTALL" > ${path.join(lugar, 'arranco')}\n`)
const appImage = (): string => path.join(lugar, 'PuenteSIC.AppImage')

function ofrecer(firmar: (yml: string) => string): void {
  const bytes = nuevo()
  feed = firmar(`version: 9.0.0\nfiles:\n  - url: puente-sic-9.0.0.AppImage\n    sha512: ${createHash('sha512').update(bytes).digest('base64')}\n    size: ${bytes.length}\npath: puente-sic-9.0.0.AppImage\nsha512: x\nreleaseNotes: |-\n  Comprobante en PDF de cada envío\nreleaseDate: '2026-11-25T12:00:00.000Z'\n`)
}

beforeEach(async () => {
  datos = await carpetaTemporal()
  lugar = await carpetaTemporal()
  pedidos = []
  writeFileSync(appImage(), '#!/bin/sh\n')
  chmodSync(appImage(), 0o755)
  servidor = createServer((pedido, respuesta) => {
    const ruta = (pedido.url ?? '').split('?')[0] ?? ''
    pedidos.push(ruta)
    if (ruta === '/latest-linux.yml') respuesta.end(feed)
    else if (ruta === '/puente-sic-9.0.0.AppImage') respuesta.end(nuevo())
    else { respuesta.statusCode = 404; respuesta.end() }
  })
  await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo))
  mkdirSync(path.join(lugar, 'cache'))
  writeFileSync(path.join(lugar, 'app-update.yml'), `provider: generic\nurl: http://127.0.0.1:${(servidor.address() as AddressInfo).port}\nupdaterCacheDirName: puente-sic-updater\n`)
})
afterEach(async () => {
  servidor.closeAllConnections()
  servidor.close()
  await Promise.all([borrarCarpeta(datos), borrarCarpeta(lugar)])
})
const entorno = () => ({ APPIMAGE: appImage(), XDG_CACHE_HOME: path.join(lugar, 'cache'), PUENTE_ACTUALIZACIONES_PRUEBA: JSON.stringify({ config: path.join(lugar, 'app-update.yml'), clave: CLAVE }) })

describe.runIf(process.platform === 'linux')('an update', () => {
  it('signed by the releaser is brought, told, and takes its place when the program closes', async () => {
    ofrecer((yml) => firmarFeed(yml, privateKey))
    const antes = readFileSync(appImage(), 'utf8')
    const v = await abrirVentana({ datos, env: entorno() })
    await entrarEnPractica(v)
    await irA(v.page, 'ajustes')
    const seccion = v.page.getByRole('region', { name: T.titulo })
    await boton(seccion, T.buscar).click()
    await seccion.getByText(T.lista('9.0.0')).waitFor()
    expect(readFileSync(appImage(), 'utf8')).toBe(antes)
    await boton(seccion, T.queTrae).click()
    await v.page.getByRole('dialog', { name: T.novedades('9.0.0') }).getByText('Comprobante en PDF de cada envío').waitFor()
    await v.page.keyboard.press('Escape')
    await irA(v.page, 'planilla')
    await v.page.getByText(T.banda.titulo('9.0.0')).waitFor()
    expect(v.errores).toEqual([])
    await v.cerrar()
    expect(readFileSync(appImage(), 'utf8')).toBe(nuevo().toString())
    expect(readFileSync(path.join(lugar, 'arranco'), 'utf8').trim()).toBe('true')
    // What it replaced is kept until the new one shows its window.
    expect(readFileSync(path.join(datos, 'version-anterior', 'puente-sic-0.1.0.AppImage'), 'utf8')).toBe(antes)
  })

  it.each([
    ['unsigned', (yml: string) => yml],
    ['signed by another', (yml: string) => firmarFeed(yml, generateKeyPairSync('ed25519').privateKey)],
    ['signed as another version', (yml: string) => firmarFeed(yml, privateKey).replace('version: 9.0.0', 'version: 9.9.9')],
  ])('%s is refused in words before a byte of it is brought', async (_nombre, firmar) => {
    ofrecer(firmar)
    await conVentana({ datos, env: entorno() }, async (v) => {
      await entrarEnPractica(v)
      await irA(v.page, 'ajustes')
      const seccion = v.page.getByRole('region', { name: T.titulo })
      await boton(seccion, T.buscar).click()
      await seccion.getByText('La versión que se ofrece no es de confianza').waitFor()
    })
    expect(pedidos).toEqual(['/latest-linux.yml'])
    expect(existsSync(path.join(lugar, 'arranco'))).toBe(false)
  })
})
