/** An office whose network lets nothing out but by its proxy, which asks who one is. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Gestor } from '../../electron/gestor/servidor.ts'
import { palabrasRed } from '../../electron/services/textos-red.ts'
import { AJUSTES } from '../../renderer/textos/ajustes.ts'
import { RED } from '../../renderer/textos/red.ts'
import { proxyDePrueba, type ProxyDePrueba } from '../adapter/red/proxy.ts'
import { boton, conectarOtec, conVentana, gestorDePrueba, irA, OTEC, ponerDireccion } from './pasos.ts'
import { agujasDe, archivosCon } from './rastros.ts'
import { borrarCarpeta, carpetaTemporal } from './soporte.ts'

const CLAVE = { usuario: 'maria', clave: 'Zanahoria-Violeta-77' }
let datos = ''
let gestor: Gestor
let proxy: ProxyDePrueba
beforeEach(async () => { datos = await carpetaTemporal(); gestor = await gestorDePrueba(); proxy = await proxyDePrueba({ pide: CLAVE }) })
afterEach(async () => { await proxy.cerrar(); await gestor.cerrar(); await borrarCarpeta(datos) })

it('the system\'s proxy is used, its identification is asked for in words, and then SENCE is reached through it', async () => {
  await conVentana({ datos, args: ['--password-store=basic', `--proxy-server=http://${proxy.servidor}`, '--proxy-bypass-list=<-loopback>'] }, async (v) => {
    const { page } = v
    await conectarOtec(v, OTEC)
    await irA(page, 'ajustes')
    await ponerDireccion(page, gestor.urlBase)
    await boton(page, AJUSTES.conexion.probar).click()
    const palabras = palabrasRed('proxy', proxy.servidor)
    await page.getByText(palabras.explicacion, { exact: true }).waitFor()

    await boton(page, RED.pide.boton).click()
    const dialogo = page.getByRole('dialog')
    await dialogo.getByLabel(RED.dialogo.usuario, { exact: true }).fill(CLAVE.usuario)
    await dialogo.getByLabel(RED.dialogo.clave, { exact: true }).fill(CLAVE.clave)
    await boton(dialogo, RED.dialogo.guardar).click()
    await page.getByText(RED.seccion.identificado(CLAVE.usuario, proxy.servidor), { exact: true }).waitFor()
    expect(await boton(page, RED.pide.boton).count()).toBe(0)

    await boton(page, AJUSTES.conexion.probar).click()
    const bien = page.locator('.mensaje[data-tono=exito][role=status]')
    await bien.waitFor()
    expect(proxy.pedidos.at(-1)?.destino).toBe(new URL(gestor.urlBase).host)
    expect(await page.content()).not.toContain(CLAVE.clave)
    // Nothing can be sealed here, so it is on no disk at all.
    expect(await archivosCon(datos, agujasDe(CLAVE.clave))).toEqual([])
  })
})
