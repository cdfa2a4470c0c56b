/** What is kept of the credentials under a real keyring, and what is not without one. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NOTICIAS } from '../../electron/textos.ts'
import { AJUSTES } from '../../renderer/textos/ajustes.ts'
import { ARMAZON } from '../../renderer/textos/armazon.ts'
import { ENVIOS } from '../../renderer/textos/envios.ts'
import { CREDENCIALES } from '../../renderer/textos/inicio.ts'
import { formatRut, parseRut } from '../../shared/domain/rut.ts'
import { abrirLlavero, type Llavero } from './llavero.ts'
import { boton, conectarOtec, conVentana, irA, OTEC } from './pasos.ts'
import { agujasDe, archivosCon } from './rastros.ts'
import { borrarCarpeta, carpetaTemporal } from './soporte.ts'

const leido = parseRut(OTEC.rutOtec)
const RUT = leido.ok ? formatRut(leido.rut) : ''
const FINAL = OTEC.token.slice(-4)
const { otec, datos: dondeQuedan, conexion } = AJUSTES

let datos = ''
let carpeta = ''
let abierto: Llavero | undefined
beforeEach(async () => { datos = await carpetaTemporal(); carpeta = await carpetaTemporal() })
afterEach(async () => { await abierto?.cerrar(); abierto = undefined; await borrarCarpeta(datos); await borrarCarpeta(carpeta) })

/** The keyring of that name, and no other at the same time. */
async function llavero(nombre: string): Promise<Pick<Llavero, 'env' | 'args'>> {
  await abierto?.cerrar()
  abierto = await abrirLlavero(path.join(carpeta, nombre))
  return { env: abierto.env, args: abierto.args }
}

/** The page holds the last four characters at most: not in its text, its attributes, its fields nor what main answers it. */
async function sinTokenEnLaPagina(page: Page): Promise<void> {
  const todo = await page.evaluate(async () => {
    const { puente } = globalThis as unknown as { puente: { pedir(n: string, e: object): Promise<unknown> } }
    const campos = [...document.querySelectorAll('input, textarea')].map((c) => (c as HTMLInputElement).value)
    return [document.documentElement.outerHTML, ...campos, JSON.stringify(await puente.pedir('app:estado', {})), JSON.stringify({ ...localStorage, ...sessionStorage })].join('\n').toUpperCase()
  })
  for (const parte of [OTEC.token, OTEC.token.replaceAll('-', ''), ...OTEC.token.split('-').filter((g) => g.length >= 8)]) expect(todo).not.toContain(parte)
}

describe('with a keyring', () => {
  it('the token is kept sealed, shown by its end only, and unreadable with another keyring', async () => {
    const propio = await llavero('propio')
    await conVentana({ datos, ...propio }, async (v) => {
      await conectarOtec(v, OTEC)
      await v.page.getByText(CREDENCIALES.guardadoDetalle, { exact: true }).waitFor()
      await sinTokenEnLaPagina(v.page)
    })
    expect(await archivosCon(datos, agujasDe(OTEC.token))).toEqual([])

    await conVentana({ datos, ...propio }, async ({ page }) => {
      await irA(page, 'ajustes')
      await page.getByText(RUT, { exact: true }).first().waitFor()
      await page.getByText(otec.tokenFinal(FINAL), { exact: true }).waitFor()
      await page.getByText(otec.guardadoCifrado, { exact: true }).waitFor()
      await page.getByText(dondeQuedan.cifrado, { exact: true }).waitFor()
      await sinTokenEnLaPagina(page)
    })
    expect(await archivosCon(datos, agujasDe(OTEC.token))).toEqual([])

    await conVentana({ datos, ...await llavero('ajeno') }, async ({ page }) => {
      await irA(page, 'ajustes')
      await page.getByText(RUT, { exact: true }).first().waitFor()
      await page.getByText(otec.sinToken, { exact: true }).waitFor()
      await page.getByText(NOTICIAS.claveIlegible.titulo, { exact: true }).first().waitFor()
      expect(await boton(page, conexion.probar).isDisabled()).toBe(true)
      // What was kept with the other key is not shown as if it were nothing, and work can go on.
      await page.getByText(NOTICIAS.diarioApartado('', 0).titulo, { exact: true }).first().waitFor()
      await irA(page, 'envios')
      await page.getByText(ENVIOS.vacio.titulo, { exact: true }).waitFor()
    })

    // Nothing was thrown away: with its own keyring back, the token is there again.
    await conVentana({ datos, ...await llavero('propio') }, async ({ page }) => {
      await irA(page, 'ajustes')
      await page.getByText(otec.tokenFinal(FINAL), { exact: true }).waitFor()
    })
  })

  it('forgets it when asked to', async () => {
    const propio = await llavero('propio')
    await conVentana({ datos, ...propio }, async (v) => {
      await conectarOtec(v, OTEC)
      await irA(v.page, 'ajustes')
      await boton(v.page, otec.olvidar).click()
      await boton(v.page.getByRole('dialog'), otec.olvidarBoton).click()
      await v.page.getByText(otec.sinToken, { exact: true }).waitFor()
    })
    await conVentana({ datos, ...propio }, ({ page }) => page.getByText(ARMAZON.sinCredenciales.titulo).waitFor())
  })
})

describe('without a keyring', () => {
  it('the token is not kept: it works until the program closes, and that is said before and after', async () => {
    const basico = { args: ['--password-store=basic'] }
    await conVentana({ datos, ...basico }, async (v) => {
      await conectarOtec(v, OTEC, () => v.page.getByText(CREDENCIALES.sinCifrado.titulo, { exact: true }).waitFor())
      await v.page.getByText(CREDENCIALES.soloSesionDetalle, { exact: true }).waitFor()
      await irA(v.page, 'ajustes')
      await v.page.getByText(otec.tokenFinal(FINAL), { exact: true }).waitFor()
      await v.page.getByText(otec.soloSesion, { exact: true }).waitFor()
      await v.page.getByText(dondeQuedan.sinCifrado, { exact: true }).waitFor()
      await sinTokenEnLaPagina(v.page)
    })
    expect(await archivosCon(datos, agujasDe(OTEC.token))).toEqual([])
    await conVentana({ datos, ...basico }, async ({ page }) => {
      await irA(page, 'ajustes')
      await page.getByText(otec.sinToken, { exact: true }).waitFor()
    })
  })
})

describe('the search for traces', () => {
  it.each(['hex', 'upper', 'utf16', 'base64'] as const)('finds a token written as %s', async (forma) => {
    const bytes = { hex: OTEC.token.replaceAll('-', '').toLowerCase(), upper: `x${OTEC.token}x`, utf16: Buffer.from(OTEC.token, 'utf16le'), base64: Buffer.from(`{"rut":"1-9","token":"${OTEC.token}"}`).toString('base64') }[forma]
    await writeFile(path.join(carpeta, 'rastro'), bytes)
    expect(await archivosCon(carpeta, agujasDe(OTEC.token))).toEqual(['rastro'])
  })
})
