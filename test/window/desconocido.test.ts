/** The answer that never came: said as such, kept as such, and settled by SENCE's history. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as dormir } from 'node:timers/promises'
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { crearClienteGestor } from '../../electron/adapters/cliente-gestor.ts'
import { construirMuestra } from '../../electron/adapters/plantilla/muestra.ts'
import type { Gestor } from '../../electron/gestor/servidor.ts'
import { leerConsulta } from '../../electron/services/conexion.ts'
import { AJUSTES } from '../../renderer/textos/ajustes.ts'
import { ALUMNOS, ENVIANDO, ESTADOS, RESPUESTA, RESULTADOS } from '../../renderer/textos/envio.ts'
import { ENVIOS, HISTORIAL } from '../../renderer/textos/envios.ts'
import { CREDENCIALES } from '../../renderer/textos/inicio.ts'
import { hoyEnSantiago } from '../../shared/domain/fecha.ts'
import type { Puente } from '../../shared/ipc/contract.ts'
import { filasBuenas } from './libros.ts'
import { boton, conectarOtec, continuar, conVentana, elegirArchivo, enRevision, enviar, escribirCredenciales, gestorDePrueba, irA, OTEC, ponerDireccion, titulo } from './pasos.ts'
import { agujasDe, archivosCon } from './rastros.ts'
import { borrarCarpeta, carpetaTemporal, type Ventana } from './soporte.ts'

let datos = ''
let gestor: Gestor
beforeEach(async () => { datos = await carpetaTemporal(); gestor = await gestorDePrueba() })
afterEach(async () => { await gestor.cerrar(); await borrarCarpeta(datos) })

/** A real OTEC whose SENCE is the simulated one of this test; no keyring, so its token lasts for this session only. */
async function hastaElPrevio(v: Ventana): Promise<void> {
  await conectarOtec(v, OTEC)
  await irA(v.page, 'ajustes')
  await ponerDireccion(v.page, gestor.urlBase)
  await irA(v.page, 'planilla')
  const ruta = path.join(datos, 'planilla.xlsx')
  await writeFile(ruta, await construirMuestra('sin-problemas', hoyEnSantiago(new Date())))
  await elegirArchivo(v, ruta)
  await enRevision(v.page)
  await continuar(v.page)
}
const sinLlavero = { args: ['--password-store=basic'] }

async function sigueSinConfirmar(page: Page): Promise<void> {
  await irA(page, 'envios')
  const fila = page.getByRole('table', { name: ENVIOS.tabla, exact: true }).locator('tbody tr')
  await fila.getByText(ESTADOS.desconocido, { exact: true }).waitFor()
  await fila.getByText(ALUMNOS.totales(0, 0, filasBuenas().alumnos.length), { exact: true }).waitFor()
}

describe('a send whose answer never came', () => {
  it('is said, is still said after a restart, and the history shows that it was received', async () => {
    let codigoEnvio = ''
    // Received and kept, and nobody can ask about it either.
    gestor.malasManeras.cortarDespuesDeProcesar = true
    await conVentana({ datos, ...sinLlavero }, async (v) => {
      const { page } = v
      await hastaElPrevio(v)
      await enviar(page, 'real')
      await titulo(page, RESPUESTA.titulo)
      await page.getByText(RESPUESTA.resumen.desconocido.titulo, { exact: true }).waitFor()
      const alumnos = page.locator('.llamada tbody tr')
      expect(await alumnos.count()).toBe(filasBuenas().alumnos.length)
      for (const dicho of await alumnos.allInnerTexts()) expect(dicho).toContain(RESULTADOS.desconocido)
      // The way out that the screen offers: SENCE's history, already asking for this very call.
      await boton(page, RESPUESTA.verHistorial).click()
      codigoEnvio = await page.getByLabel(HISTORIAL.codigo, { exact: true }).inputValue()
      expect(codigoEnvio).not.toBe('')
    })
    // Nothing is encrypted here, so whatever was written can be read: the token was not.
    expect(await archivosCon(datos, agujasDe(OTEC.token))).toEqual([])

    await conVentana({ datos, ...sinLlavero }, async ({ page }) => {
      await sigueSinConfirmar(page)
      delete gestor.malasManeras.cortarDespuesDeProcesar
      await irA(page, 'ajustes')
      await boton(page, AJUSTES.otec.reemplazar).click()
      await escribirCredenciales(page, OTEC)
      await boton(page, CREDENCIALES.guardarCambios).click()
      await page.getByText(AJUSTES.otec.tokenFinal(OTEC.token.slice(-4)), { exact: true }).waitFor()

      await irA(page, 'envios')
      await page.getByRole('tab', { name: ENVIOS.pestanas.sence, exact: true }).click()
      await page.getByLabel(HISTORIAL.codigo, { exact: true }).fill(codigoEnvio)
      await boton(page, HISTORIAL.consultar).click()
      const proceso = page.getByRole('heading', { name: /^Proceso \d+/ })
      await proceso.waitFor()
      expect(await proceso.count()).toBe(1)
      await proceso.getByRole('button').click()
      await page.getByRole('table').locator('tbody tr').filter({ hasText: HISTORIAL.resultados.aceptado }).first().waitFor()
      await boton(page, HISTORIAL.verLocal).waitFor()
    })
  })

  it('is the outcome too when the power goes while the answer is awaited', async () => {
    gestor.malasManeras.demoraMs = { ms: 3_600_000, solo: 'enviarAvance' }
    await conVentana({ datos, ...sinLlavero, corte: true }, async (v) => {
      await hastaElPrevio(v)
      await enviar(v.page, 'real')
      await v.page.getByRole('list', { name: ENVIANDO.lista, exact: true }).getByText(ESTADOS.enviando, { exact: true }).waitFor()
    })
    await conVentana({ datos, ...sinLlavero }, ({ page }) => sigueSinConfirmar(page))
  })

  // A moment at random in each half of a send, the press of the button included.
  it.each([0, 1])('wherever the power goes (half %i): opened again nothing is posted, and what SENCE has is known by asking', async (mitad) => {
    gestor.malasManeras.demoraMs = { ms: DEMORA_MS, solo: 'enviarAvance' }
    const momento = Math.floor((mitad + Math.random()) * 1.5 * DEMORA_MS)
    await conVentana({ datos, ...sinLlavero, corte: true }, async (v) => {
      await hastaElPrevio(v)
      await enviar(v.page, 'real')
      await dormir(momento)
    })
    // What had been posted when it died is still answered, to nobody.
    await dormir(2 * DEMORA_MS)
    const enSence = await procesosEnSence()
    await conVentana({ datos, ...sinLlavero }, async ({ page }) => {
      await irA(page, 'ajustes')
      await boton(page, AJUSTES.otec.reemplazar).click()
      await escribirCredenciales(page, OTEC)
      await boton(page, CREDENCIALES.guardarCambios).click()
      await page.getByText(AJUSTES.otec.tokenFinal(OTEC.token.slice(-4)), { exact: true }).waitFor()
      const aceptados = await page.evaluate(async () => {
        const { puente } = window as unknown as { puente: Puente }
        const lista = await puente.pedir('envios:lista', {})
        let total = 0
        for (const envio of lista.ok ? lista.valor : []) {
          const r = await puente.pedir('envio:conciliar', { envioId: envio.id })
          if (r.ok) total += r.valor.aceptados
        }
        return total
      })
      expect(aceptados, `at ${momento} ms`).toBe(enSence.reduce((n, p) => n + p.alumnos, 0))
    })
    const despues = await procesosEnSence()
    expect(despues, `at ${momento} ms`).toEqual(enSence)
    expect(new Set(despues.map((p) => p.codigo)).size).toBe(despues.length)
  })
})

const DEMORA_MS = 400
/** What SENCE holds, call by call. */
async function procesosEnSence(): Promise<{ codigo: string | null; alumnos: number }[]> {
  const cliente = crearClienteGestor({ urlBase: () => gestor.urlBase, esperaMs: () => 20_000, soloLocal: true })
  const { procesos } = leerConsulta(await cliente.historialEnvios(OTEC, {}))
  return (procesos ?? []).map((p) => ({ codigo: p.codigoExterno, alumnos: new Set(p.registros.filter((r) => r.resultado === 'aceptado').map((r) => r.rut)).size }))
}
