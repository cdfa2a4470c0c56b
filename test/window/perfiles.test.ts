import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright'
import type { Puente } from '../../shared/ipc/contract.ts'
import type { Gestor } from '../../electron/gestor/servidor.ts'
import { ENVIOS } from '../../renderer/textos/envios.ts'
import { ARMAZON } from '../../renderer/textos/armazon.ts'
import { RESPUESTA } from '../../renderer/textos/envio.ts'
import { CREDENCIALES } from '../../renderer/textos/inicio.ts'
import { NOCHE } from '../../renderer/textos/noche.ts'
import { PERFILES } from '../../renderer/textos/perfiles.ts'
import { PLANILLA } from '../../renderer/textos/planilla.ts'
import { VIGIA } from '../../renderer/textos/vigia.ts'
import { faltasDeAccesibilidad } from './accesibilidad.ts'
import { libroDeSheetJs } from './libros.ts'
import { boton, conectarOtec, continuar, conVentana, elegirArchivo, enRevision, enviar, escribirCredenciales, gestorDePrueba, irA, OTEC, ponerDireccion, titulo } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal, responderDialogos } from './soporte.ts'

const OTRA = { rutOtec: '77654308-K', token: 'B1D2E3F4-0A1B-4C2D-8E3F-9A8B7C6D5E4F' }
const NOMBRE = 'Organismo Técnico de Capacitación Laboral de Magallanes y la Antártica Chilena'
let datos: string
let gestor: Gestor
beforeAll(async () => { datos = await carpetaTemporal(); gestor = await gestorDePrueba() })
afterAll(async () => { await gestor.cerrar(); await borrarCarpeta(datos) })

const cuenta = (page: Page) => page.getByRole('navigation', { name: ARMAZON.navegacion }).getByRole('button', { name: /^OTEC: / })

it('two OTECs: each with her drafts and sends; what is of one cannot be asked for, nor sent, as the other', async () => {
  await conVentana({ datos, tamano: { ancho: 1024, alto: 700 } }, async (v) => {
    const { page } = v
    await conectarOtec(v, OTEC)
    await irA(page, 'ajustes')
    await ponerDireccion(page, gestor.urlBase)
    await irA(page, 'planilla')
    await elegirArchivo(v, await libroDeSheetJs(path.join(datos, 'de-la-primera.xlsx')))
    await enRevision(page)
    await continuar(page)
    await enviar(page, 'real')
    await titulo(page, RESPUESTA.titulo)
    const ids = await page.evaluate(async () => {
      const { puente } = window as unknown as { puente: Puente }
      const [b, e] = await Promise.all([puente.pedir('borrador:lista', {}), puente.pedir('envios:lista', {})])
      return { borrador: b.ok ? b.valor[0]?.id ?? '' : '', envio: e.ok ? e.valor[0]?.id ?? '' : '' }
    })
    expect(ids.borrador).not.toBe('')
    expect(ids.envio).not.toBe('')

    await cuenta(page).click()
    expect(await faltasDeAccesibilidad(page)).toEqual([])
    await page.getByRole('menuitem', { name: PERFILES.agregar, exact: true }).click()
    const dialogo = page.getByRole('dialog', { name: PERFILES.agregarTitulo, exact: true })
    await escribirCredenciales(page, OTRA)
    await dialogo.getByLabel('Nombre de la OTEC', { exact: true }).fill(NOMBRE)
    await boton(dialogo, PERFILES.agregarBoton).click()
    await cuenta(page).and(page.getByRole('button', { name: PERFILES.cambiar(`${NOMBRE}, 77.654.308-K`), exact: true })).waitFor()
    await titulo(page, PLANILLA.titulo)
    expect(await page.getByText('de-la-primera.xlsx').count()).toBe(0)
    await irA(page, 'envios')
    await page.getByText(ENVIOS.vacio.titulo, { exact: true }).waitFor()

    // What a hostile page would try: the ids of the other OTEC's draft and send.
    const codigos = await page.evaluate(async ({ borrador, envio }) => {
      const { puente } = window as unknown as { puente: Puente }
      const respuestas = [
        await puente.pedir('borrador:resumen', { id: borrador }), await puente.pedir('envio:previo', { borradorId: borrador }),
        await puente.pedir('envio:enviar', { borradorId: borrador }), await puente.pedir('envios:detalle', { envioId: envio }), await puente.pedir('borrador:corregir', { envioId: envio }),
      ]
      return respuestas.map(r => (r.ok ? 'ok' : r.falla.codigo))
    }, ids)
    expect(codigos).toEqual(['borrador-no-existe', 'borrador-no-existe', 'borrador-no-existe', 'envio-no-existe', 'envio-no-existe'])

    await cuenta(page).click()
    await page.getByRole('menuitemradio', { name: /76\.123\.456-0/ }).click()
    await titulo(page, PLANILLA.titulo)
    await page.getByText('de-la-primera.xlsx').first().waitFor()
    await irA(page, 'envios')
    await page.getByText('de-la-primera.xlsx').first().waitFor()
  })
  // The one used last is the one that is there at the next start.
  await conVentana({ datos }, ({ page }) => cuenta(page).and(page.getByRole('button', { name: /76\.123\.456-0/ })).waitFor())
})

it('a watched folder: what appears in it is opened and left for the night, where the person sees its hour', async () => {
  const entrada = path.join(datos, 'entrada')
  mkdirSync(entrada)
  await conVentana({ datos, tamano: { ancho: 1024, alto: 700 } }, async (v) => {
    const { page } = v
    // Without a keyring the token lasts as long as the program.
    await boton(page, ARMAZON.sinCredenciales.conectar).click()
    await escribirCredenciales(page, OTEC)
    await boton(page, CREDENCIALES.guardarCambios).click()
    await boton(page, ARMAZON.sinCredenciales.conectar).waitFor({ state: 'hidden' })
    await responderDialogos(v.app, { abrir: entrada })
    const seccion = page.getByRole('region', { name: VIGIA.titulo, exact: true })
    await boton(seccion, VIGIA.elegir).click()
    await seccion.getByText(entrada, { exact: true }).waitFor()
    await seccion.getByText(VIGIA.opciones.enviar.titulo, { exact: true }).click()
    await irA(page, 'planilla')
    await libroDeSheetJs(path.join(entrada, 'de-la-plataforma.xlsx'))
    const novedades = page.getByRole('region', { name: VIGIA.novedades, exact: true })
    await novedades.getByText(VIGIA.resultados.programada, { exact: true }).waitFor()
    await novedades.getByText(/Se enviará (hoy|mañana) a las (22|23):\d\d/u).waitFor()
    expect(await faltasDeAccesibilidad(page)).toEqual([])
    await boton(novedades, VIGIA.verEnvio).click()
    await page.getByText('de-la-plataforma.xlsx').first().waitFor()
    await irA(page, 'envios')
    await page.getByRole('region', { name: NOCHE.lista, exact: true }).getByText('de-la-plataforma.xlsx').waitFor()
  })
})
