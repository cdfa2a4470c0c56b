/** Out with observations, corrected in another program, back with only what changed, looked at alumno by alumno, its JSON kept. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import exceljs from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CORREGIDA, EXPORTAR } from '../../renderer/textos/correccion.ts'
import { ARBOL, PREVIO } from '../../renderer/textos/envio.ts'
import { PLANILLA } from '../../renderer/textos/planilla.ts'
import { TEXTOS_REVISION } from '../../renderer/textos/revision.ts'
import { faltasDeAccesibilidad } from './accesibilidad.ts'
import { abrirMuestra, boton, continuar, conVentana, cuantos, elegirArchivo, entrarEnPractica, esperarCuantos, titulo } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal, responderDialogos } from './soporte.ts'

let datos: string
beforeAll(async () => { datos = await carpetaTemporal() })
afterAll(() => borrarCarpeta(datos))

it('the sample goes out, comes back corrected, and is sent as what changed', () => conVentana({ datos, tamano: { ancho: 1440, alto: 900 } }, async (v) => {
  const { app, page } = v
  const archivo = path.join(datos, 'muestra con observaciones.xlsx')
  await entrarEnPractica(v)
  await abrirMuestra(page, 'conProblemas')
  const errores = await cuantos(page, 'error')

  await responderDialogos(app, { guardar: archivo })
  await boton(page, EXPORTAR.boton).click()
  await page.getByText(EXPORTAR.titulo.mismo).waitFor()

  // In Excel: the two cells that the notes speak of are corrected, and the file saved.
  const libro = new exceljs.Workbook()
  await libro.xlsx.readFile(archivo)
  const lista = libro.getWorksheet('Observaciones')?.getSheetValues().filter(Array.isArray) ?? []
  const de = (texto: string): string => String((lista.find(f => String(f[6]).includes(texto)) ?? [])[3])
  const alumnos = libro.getWorksheet('Alumnos')
  const modulos = libro.getWorksheet('Modulos')
  if (!alumnos || !modulos) throw new Error('the sheets are gone')
  alumnos.getCell(de('error de Excel')).value = 60
  modulos.getCell(de('no es un estado')).value = 1
  await libro.xlsx.writeFile(archivo)

  await boton(page, PLANILLA.otra).click()
  await titulo(page, PLANILLA.titulo)
  await elegirArchivo(v, archivo)
  const dialogo = page.getByRole('dialog')
  await dialogo.getByText(CORREGIDA.cambiaron(2)).waitFor()
  expect(await dialogo.getByRole('row').count()).toBe(3)
  expect(await faltasDeAccesibilidad(page)).toEqual([])
  // The dialog's first choice, by keyboard.
  await page.keyboard.press('Enter')
  await esperarCuantos(page, 'error', errores - 2)
  await boton(page, TEXTOS_REVISION.conQue(TEXTOS_REVISION.deshacer, 'Traer de «muestra con observaciones.xlsx»: 2 celdas corregidas')).waitFor()

  await continuar(page)
  await page.getByRole('button', { name: PREVIO.verAlumnos, exact: false }).first().click()
  const arbol = page.getByRole('region', { name: /Alumnos por enviar del grupo/ })
  await arbol.getByRole('radio', { name: ARBOL.filtros.mas }).click()
  await arbol.getByText(ARBOL.cambios.mas, { exact: true }).first().waitFor()
  expect(await arbol.getByText(ARBOL.cambios.igual, { exact: true }).count()).toBe(0)
  expect(await faltasDeAccesibilidad(page)).toEqual([])

  const json = path.join(datos, 'envio.json')
  await page.getByRole('button', { name: PREVIO.verJson, exact: false }).first().click()
  await responderDialogos(app, { guardar: json })
  await boton(page, PREVIO.jsonGuardar).click()
  await page.getByText(PREVIO.jsonGuardado).waitFor()
  const escrito = readFileSync(json, 'utf8')
  expect(escrito).toBe(await page.getByRole('region', { name: PREVIO.jsonEtiqueta }).innerText())
  expect(JSON.parse(escrito)).toMatchObject({ idSistema: 1350, token: '[token]' })
}), 120_000)
