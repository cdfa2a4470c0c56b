/** A platform's export that the program does not know, by keyboard alone: asked once, recognised by itself the next time. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ASISTENTE, CORRESPONDENCIA, PREGUNTAS } from '../../renderer/textos/asistente.ts'
import { PLANILLA } from '../../renderer/textos/planilla.ts'
import { TEXTOS_REVISION } from '../../renderer/textos/revision.ts'
import type { ColumnaKey } from '../../shared/planilla/columnas.ts'
import { faltasDeAccesibilidad } from './accesibilidad.ts'
import { HOJAS_AJENAS, TITULOS_AJENOS, filasBuenas, filasUnicas, libroAjeno, textoDeExportacion, tituloDe } from './libros.ts'
import { boton, conVentana, cuantos, entrarEnPractica, enRevision, problemas, titulo } from './pasos.ts'
import { borrarCarpeta, carpetaTemporal, responderDialogos, type Ventana } from './soporte.ts'

const SUYOS = TITULOS_AJENOS
const KEYS = Object.keys(SUYOS) as ColumnaKey[]
const [primera] = filasUnicas()
const curso = { oferta: textoDeExportacion(primera?.['curso.codigoOferta']), grupo: textoDeExportacion(primera?.['curso.codigoGrupo']) }
const alumnos = filasBuenas().alumnos.length
let carpeta = ''
let ruta = ''

beforeAll(async () => {
  carpeta = await carpetaTemporal()
  ruta = path.join(carpeta, 'reporte.xls')
  // Dates with a year of two digits in one column: the century and the order have to be asked.
  const filas = filasUnicas().map(f => KEYS.map((k) => { const t = textoDeExportacion(f[k]); return k === 'alumno.fechaInicio' ? t.replace(/\d\d(\d\d)$/, '$1') : t }))
  await writeFile(ruta, ['Informe de avance', '', KEYS.map(k => SUYOS[k]).join('\t'), ...filas.map(f => f.join('\t'))].join('\r\n'))
})
afterAll(() => borrarCarpeta(carpeta))

async function pulsar(page: Page, donde: Locator): Promise<void> {
  await donde.focus()
  await page.keyboard.press('Enter')
}
const elegir = async ({ app, page }: Ventana): Promise<void> => {
  await responderDialogos(app, { abrir: ruta })
  await pulsar(page, boton(page, PLANILLA.elegir))
}
/** The same for all rows, instead of a column. */
async function fijar(page: Page, key: ColumnaKey, valor: string): Promise<void> {
  const T = ASISTENTE.columnas
  await pulsar(page, page.getByRole('button', { name: tituloDe(key) }))
  await page.getByRole('option', { name: T.fijo }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: T.valor(tituloDe(key)) }).focus()
  await page.keyboard.type(valor)
}
async function todoLeido(page: Page): Promise<void> {
  await enRevision(page)
  await page.getByText(TEXTOS_REVISION.enviables(alumnos, alumnos), { exact: true }).waitFor()
  expect(await cuantos(page, 'error')).toBe(0)
}

it('an export with headings of its own is read after saying what its columns are, and the next one without a question', async () => {
  const datos = path.join(carpeta, 'datos')
  await conVentana({ datos, tamano: { ancho: 1440, alto: 900 } }, async (v) => {
    const { page } = v
    await entrarEnPractica(v)
    await elegir(v)
    // Sheet and row of the headings are derived: the columns are the first question.
    await titulo(page, ASISTENTE.columnas.titulo)
    await page.getByText(ASISTENTE.columnas.faltan([tituloDe('curso.codigoOferta'), tituloDe('curso.codigoGrupo')]), { exact: true }).waitFor()
    expect(await boton(page, ASISTENTE.siguiente).isDisabled()).toBe(true)
    expect(await faltasDeAccesibilidad(page)).toEqual([])
    await fijar(page, 'curso.codigoOferta', curso.oferta)
    await fijar(page, 'curso.codigoGrupo', curso.grupo)
    await page.getByText(ASISTENTE.columnas.completo, { exact: true }).waitFor()

    await pulsar(page, boton(page, ASISTENTE.siguiente))
    await titulo(page, ASISTENTE.resultado.titulo)
    await page.getByRole('table', { name: ASISTENTE.resultado.tabla }).getByText(curso.grupo, { exact: true }).first().waitFor()
    expect(await faltasDeAccesibilidad(page)).toEqual([])
    await page.getByRole('textbox', { name: ASISTENTE.resultado.nombre }).focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Exportación Moodle')
    await page.keyboard.press('Tab')
    await pulsar(page, boton(page, ASISTENTE.resultado.abrir))

    await titulo(page, PREGUNTAS.titulo(SUYOS['alumno.fechaInicio'] ?? ''))
    expect(await faltasDeAccesibilidad(page)).toEqual([])
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('Space')
    await pulsar(page, boton(page, PREGUNTAS.listo))
    await todoLeido(page)
    expect((await problemas(page, 'informacion')).some(d => /\d\d-\d\d-\d\d → \d{4}-\d\d-\d\d/.test(d))).toBe(true)
  })
  await conVentana({ datos, tamano: { ancho: 1440, alto: 900 } }, async (v) => {
    const { page } = v
    await enRevision(page)
    await pulsar(page, boton(page, PLANILLA.otra))
    await titulo(page, PLANILLA.titulo)
    await elegir(v)
    await todoLeido(page)
    await page.getByText(CORRESPONDENCIA.usada('Exportación Moodle'), { exact: true }).waitFor()
    // The review has its own test; here only what tells of the match.
    expect((await faltasDeAccesibilidad(page)).filter(f => f.includes('asistente-aviso'))).toEqual([])
    // And the way to change it begins where it stands.
    await pulsar(page, boton(page, CORRESPONDENCIA.cambiar))
    await titulo(page, ASISTENTE.columnas.titulo)
    await page.getByText(ASISTENTE.columnas.recordada('Exportación Moodle'), { exact: true }).waitFor()
    await pulsar(page, boton(page, ASISTENTE.cancelar))
    await todoLeido(page)
  })
})

it('sheets with the same headings are read together when the person says so, each with its rows in its own tab', async () => {
  await conVentana({ datos: path.join(carpeta, 'grupos'), tamano: { ancho: 1440, alto: 900 } }, async (v) => {
    const { page } = v
    await entrarEnPractica(v)
    const grupos = path.join(carpeta, 'grupos.xlsx')
    await libroAjeno(grupos)
    await responderDialogos(v.app, { abrir: grupos })
    await pulsar(page, boton(page, PLANILLA.elegir))
    await titulo(page, ASISTENTE.hoja.titulo)
    await pulsar(page, boton(page, ASISTENTE.siguiente))
    await titulo(page, ASISTENTE.titulos.titulo)
    await pulsar(page, boton(page, ASISTENTE.siguiente))
    await titulo(page, ASISTENTE.columnas.titulo)
    await page.getByRole('checkbox', { name: HOJAS_AJENAS[1], exact: true }).focus()
    await page.keyboard.press('Space')
    await pulsar(page, boton(page, ASISTENTE.siguiente))
    await page.getByText(ASISTENTE.resultado.juntas(HOJAS_AJENAS), { exact: true }).waitFor()
    await pulsar(page, boton(page, ASISTENTE.resultado.abrir))
    await todoLeido(page)
    for (const hoja of HOJAS_AJENAS) await page.getByRole('tab', { name: hoja }).waitFor()
  })
})
