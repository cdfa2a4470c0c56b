/** The template, from the window to the disk, through another program, and back. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { PREVIO, RESPUESTA } from '../../renderer/textos/envio.ts'
import { PLANILLA } from '../../renderer/textos/planilla.ts'
import { TEXTOS_REVISION } from '../../renderer/textos/revision.ts'
import { HOJAS, TITULO_ULTIMO_AVANCE } from '../../shared/planilla/columnas.ts'
import { faltasDeAccesibilidad } from './accesibilidad.ts'
import { filasBuenas, llenarPlantilla, tituloDe } from './libros.ts'
import { boton, continuar, conVentana, cuantos, elegirArchivo, entrarEnPractica, enRevision, enviar, titulo } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal, responderDialogos, type Ventana } from './soporte.ts'

let datos = ''
let carpeta = ''
beforeEach(async () => { datos = await carpetaTemporal(); carpeta = await carpetaTemporal() })
afterEach(async () => { await borrarCarpeta(datos); await borrarCarpeta(carpeta) })

async function descargar({ app, page }: Ventana): Promise<string> {
  const ruta = path.join(carpeta, 'plantilla.xlsx')
  await responderDialogos(app, { guardar: ruta })
  await boton(page, PLANILLA.plantilla.boton).click()
  await page.getByText(PLANILLA.plantilla.guardada, { exact: true }).waitFor()
  await page.getByText(ruta, { exact: true }).waitFor()
  return ruta
}

/** The template with the alumnos of the last send, by its dialog. */
async function descargarCon({ app, page }: Ventana): Promise<string> {
  const ruta = path.join(carpeta, 'plantilla con alumnos.xlsx')
  await boton(page, RESPUESTA.otra).click()
  await titulo(page, PLANILLA.titulo)
  await responderDialogos(app, { guardar: ruta })
  await boton(page, PLANILLA.plantilla.con.boton).click()
  const dialogo = page.getByRole('dialog', { name: PLANILLA.plantilla.con.titulo })
  await dialogo.getByRole('radio').first().waitFor()
  expect(await faltasDeAccesibilidad(page)).toEqual([])
  await boton(dialogo, PLANILLA.plantilla.con.guardar).click()
  await page.getByText(ruta).waitFor()
  return ruta
}

it('is saved where the person says, filled, opened without an error, and goes on to the preview', () => conVentana({ datos }, async (v) => {
  await entrarEnPractica(v)
  const ruta = await descargar(v)
  const libro = XLSX.read(await readFile(ruta), { cellStyles: true, cellNF: true })
  expect(libro.SheetNames).toEqual(expect.arrayContaining([HOJAS.cursos, HOJAS.alumnos, HOJAS.modulos, HOJAS.actividades]))
  const filas = filasBuenas()
  llenarPlantilla(libro, filas)
  await writeFile(ruta, XLSX.write(libro, { type: 'buffer', bookType: 'xlsx', cellStyles: true }) as Buffer)

  await elegirArchivo(v, ruta)
  await enRevision(v.page)
  expect(await cuantos(v.page, 'error')).toBe(0)
  expect(await cuantos(v.page, 'aviso')).toBe(0)
  await v.page.getByText(TEXTOS_REVISION.enviables(filas.alumnos.length, filas.alumnos.length), { exact: true }).waitFor()
  await continuar(v.page)
  await v.page.getByText(PREVIO.total(filas.alumnos.length, 1), { exact: true }).waitFor()

  // Sent, its alumnos are those of the next template: with what SENCE accepted beside the cell to fill.
  await enviar(v.page, 'practica')
  await titulo(v.page, RESPUESTA.titulo)
  await v.page.getByText(RESPUESTA.resumen.aceptado.titulo, { exact: true }).waitFor()
  const llena = await descargarCon(v)
  const llenado = XLSX.read(await readFile(llena))
  const modulos = XLSX.utils.sheet_to_json<Record<string, unknown>>(llenado.Sheets[HOJAS.modulos] ?? {})
  const enOrden = (ns: readonly unknown[]): number[] => ns.map(Number).sort((a, b) => a - b)
  expect(enOrden(modulos.map((f) => f[TITULO_ULTIMO_AVANCE]))).toEqual(enOrden(filas.modulos.map((f) => f['modulo.porcentajeAvance'])))
  expect(modulos.every((f) => f[tituloDe('modulo.porcentajeAvance')] === undefined)).toBe(true)

  await elegirArchivo(v, llena)
  await enRevision(v.page)
  await v.page.getByRole('tab', { name: HOJAS.alumnos }).click()
  await v.page.getByText(TEXTOS_REVISION.filasMostradas(filas.alumnos.length, filas.alumnos.length), { exact: true }).waitFor()
  // Nobody can be sent until the progress is typed, and nothing else is missing that was there before.
  await v.page.getByText(TEXTOS_REVISION.enviables(0, filas.alumnos.length), { exact: true }).waitFor()
}))

it('blank, says in words that it has no rows and why it cannot go on', () => conVentana({ datos }, async (v) => {
  await entrarEnPractica(v)
  await elegirArchivo(v, await descargar(v))
  await titulo(v.page, TEXTOS_REVISION.titulo)
  await v.page.getByText(TEXTOS_REVISION.sinFilas.titulo, { exact: true }).waitFor()
  await v.page.getByText(TEXTOS_REVISION.razon.sinAlumnos, { exact: true }).waitFor()
  expect(await boton(v.page, TEXTOS_REVISION.continuar).isDisabled()).toBe(true)
}))

it('is not written when the person cancels the dialog', () => conVentana({ datos, dialogos: { guardar: null } }, async (v) => {
  await entrarEnPractica(v)
  await boton(v.page, PLANILLA.plantilla.boton).click()
  // The next answer proves that the first has come back.
  await descargar(v)
  expect(await v.page.getByText(PLANILLA.plantilla.guardada, { exact: true }).count()).toBe(1)
}))
