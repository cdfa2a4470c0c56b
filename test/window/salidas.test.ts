/** What leaves the program: the receipt as a PDF, its printing, the evidence, and lists as workbooks; each read back. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { TEXTOS_COMPROBANTE as C } from '../../electron/services/comprobante/textos.ts'
import { TEXTOS_LISTAS as L } from '../../electron/services/listas/textos.ts'
import { RESPUESTA } from '../../renderer/textos/envio.ts'
import { DETALLE } from '../../renderer/textos/envios.ts'
import { EXCEL, GUARDAR } from '../../renderer/textos/salida.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { leerZip } from '../adapter/servicios/leer-zip.ts'
import { leerPdf, sinBlancos } from '../leer-pdf.ts'
import { abrirMuestra, boton, continuar, conVentana, decir, entrarEnPractica, enviar, irA, titulo } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal, responderDialogos } from './soporte.ts'

let datos = ''
let salida = ''
beforeEach(async () => { datos = await carpetaTemporal(); salida = await carpetaTemporal() })
afterEach(async () => { await borrarCarpeta(datos); await borrarCarpeta(salida) })

const elegir = async (page: Page, opcion: 'comprobante' | 'imprimir' | 'excel' | 'evidencia'): Promise<void> => {
  await boton(page, GUARDAR.boton).click()
  await page.getByRole('menuitem', { name: GUARDAR[opcion].nombre }).click()
}
const aviso = (page: Page, texto: string): Promise<void> => page.getByText(texto, { exact: true }).last().waitFor()
const hoja = (archivo: string): XLSX.WorkSheet => {
  const libro = XLSX.read(readFileSync(archivo), { cellFormula: true, cellNF: true })
  return libro.Sheets[libro.SheetNames[0] ?? ''] ?? {}
}

describe('what leaves the program', () => {
  it('is a receipt, a print, the bytes and a workbook, each as the send was', async () => {
    const { detalle } = await conVentana({ datos }, async (v) => {
      const { app, page } = v
      await entrarEnPractica(v)
      await abrirMuestra(page, 'sinProblemas')
      await continuar(page)
      await enviar(page, 'practica')
      await titulo(page, RESPUESTA.titulo)
      await boton(page, RESPUESTA.verEnvio).click()
      await boton(page, GUARDAR.boton).waitFor()
      await vigilarVentanas(app)

      for (const [opcion, archivo, dicho] of [['comprobante', 'c.pdf', GUARDAR.guardado.titulo], ['evidencia', 'e.zip', DETALLE.exportada.titulo], ['excel', 'a.xlsx', EXCEL.guardada.titulo]] as const) {
        await responderDialogos(app, { guardar: path.join(salida, archivo) })
        await elegir(page, opcion)
        await aviso(page, dicho)
      }

      // No printer: told in words. One: the system's dialog gets the same page, by the menu's own keys too.
      await ponerImpresoras(app, 0)
      await elegir(page, 'imprimir')
      await aviso(page, 'Este computador no tiene una impresora')
      await ponerImpresoras(app, 1)
      await decir(app, 'menu:accion', { accion: 'imprimir' })
      await aviso(page, GUARDAR.impreso.titulo)
      expect(await loVisto(app)).toEqual({
        ventanas: 1, impresas: [expect.objectContaining({ silent: false, header: C.marca, footer: expect.stringContaining(C.noEsDeSence) })],
        ocultas: Array.from({ length: 3 }, () => ({ sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, preload: false, visible: false, deLaVentana: false, enDisco: false })),
      })

      await irA(page, 'envios')
      await responderDialogos(app, { guardar: path.join(salida, 'l.xlsx') })
      await boton(page, EXCEL.boton).click()
      await page.getByText('l.xlsx').last().waitFor() // the words of its kind are on view already, of the one before
      await irA(page, 'ayuda')
      await decir(app, 'menu:accion', { accion: 'imprimir' })
      await aviso(page, GUARDAR.nadaQueImprimir.titulo)
      return { detalle: await detalleDe(page) }
    })

    expect(readdirSync(salida).toSorted()).toEqual(['a.xlsx', 'c.pdf', 'e.zip', 'l.xlsx'])
    const pdf = leerPdf(path.join(salida, 'c.pdf'))
    expect(pdf).toMatchObject({ titulo: C.tituloDe(detalle.llamadas[0]?.codigoEnvio ?? ''), idioma: 'es-CL', etiquetado: true, conIndice: true, tamano: [612, 792] })
    pdf.paginas.forEach((texto, i) => {
      expect(texto).toContain(sinBlancos(`Página ${i + 1} de ${pdf.paginas.length}`))
      expect(texto).toContain(sinBlancos(C.marca))
      expect(texto).toContain(sinBlancos(C.noEsDeSence))
      if (texto.includes(sinBlancos(C.alumnos.fechas)) || i > 0) expect(texto).toContain(C.alumnos.rut)
    })
    const todo = pdf.paginas.join('')
    const zip = await leerZip(path.join(salida, 'e.zip'))
    for (const l of detalle.llamadas) {
      for (const dicho of [l.codigoEnvio, l.codigoOferta, l.codigoGrupo, l.idProceso ?? '?', l.sha256, ...l.alumnos.map((a) => a.rut)]) expect(todo).toContain(sinBlancos(dicho))
      // The hash of what SENCE answered is that of the file in the evidence.
      const respuesta = zip.nombres.find((n) => n.includes(l.codigoEnvio) && n.includes('respuesta')) ?? ''
      expect(todo).toContain(createHash('sha256').update(zip.de(respuesta)).digest('hex'))
    }
    expect(todo).not.toContain('�')

    const alumnos = hoja(path.join(salida, 'a.xlsx'))
    const filas = XLSX.utils.sheet_to_json<Record<string, unknown>>(alumnos)
    expect(filas.map((f) => f[L.alumnos.rut])).toEqual(detalle.llamadas.flatMap((l) => l.alumnos.map((a) => a.rut)))
    expect(filas.every((f) => typeof f[L.alumnos.avance] === 'number' && f[L.alumnos.enviado] instanceof Date)).toBe(true)
    // Beside what the simulated SENCE had before.
    const lista = XLSX.utils.sheet_to_json<Record<string, unknown>>(hoja(path.join(salida, 'l.xlsx')))
    expect(lista.filter((f) => f[L.envios.planilla] === detalle.nombreArchivo)).toMatchObject([{ [L.envios.alumnos]: detalle.alumnos }])
  })
})

type Detalle = Extract<Output<'envios:detalle'>, { ok: true }>['valor']
async function detalleDe(page: Page): Promise<Detalle> {
  return page.evaluate(async () => {
    const { puente } = globalThis as unknown as { puente: { pedir(n: string, e: unknown): Promise<{ valor: unknown }> } }
    const lista = await puente.pedir('envios:lista', {})
    return (await puente.pedir('envios:detalle', { envioId: (lista.valor as { id: string }[])[0]?.id ?? '' })).valor
  }) as Promise<Detalle>
}

interface Visto { impresas: unknown[]; ocultas: unknown[]; impresoras: number }
/** Writes down every window that is born from now on, as it is when it has loaded; and stands in for the printers. */
const vigilarVentanas = (app: ElectronApplication): Promise<void> => app.evaluate(({ app: a, BrowserWindow, session }) => {
  const visto: Visto = { impresas: [], ocultas: [], impresoras: 0 }
  ;(globalThis as unknown as { visto: Visto }).visto = visto
  a.on('web-contents-created', (_e, c) => {
    c.getPrintersAsync = () => Promise.resolve(Array.from({ length: visto.impresoras }, () => ({ name: 'x' })) as never)
    c.print = (opciones, alFin) => { visto.impresas.push(opciones); alFin?.(true, '') }
    c.once('did-finish-load', () => {
      const p = (c as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
      visto.ocultas.push({
        sandbox: p['sandbox'], contextIsolation: p['contextIsolation'], nodeIntegration: p['nodeIntegration'], javascript: p['javascript'], preload: Boolean(p['preload']),
        visible: BrowserWindow.fromWebContents(c)?.isVisible(), deLaVentana: c.session === session.defaultSession, enDisco: c.session.storagePath !== null,
      })
    })
  })
})
const ponerImpresoras = (app: ElectronApplication, n: number): Promise<void> => app.evaluate((_e, cuantas) => { (globalThis as unknown as { visto: Visto }).visto.impresoras = cuantas }, n)
const loVisto = (app: ElectronApplication): Promise<unknown> => app.evaluate(({ BrowserWindow }) => {
  const { impresas, ocultas } = (globalThis as unknown as { visto: Visto }).visto
  return { impresas, ocultas, ventanas: BrowserWindow.getAllWindows().length }
})
