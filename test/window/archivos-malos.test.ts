/** Files that cannot be read: each says why in its own words, and the next good one opens as if nothing had happened. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { construirPlantilla } from '../../electron/adapters/plantilla/plantilla.ts'
import { falla, type CodigoFalla } from '../../electron/proceso-planilla/fallas.ts'
import { AYUDA } from '../../renderer/textos/ayuda.ts'
import { PLANILLA } from '../../renderer/textos/planilla.ts'
import type { Falla } from '../../shared/ipc/result.ts'
import { libroDeSheetJs } from './libros.ts'
import { boton, conVentana, decir, elegirArchivo, entrarEnPractica, enRevision, irA, titulo } from './pasos.ts'
import { abrirVentana, borrarCarpeta, carpetaTemporal, type Ventana } from './soporte.ts'

type ConNombre = Extract<CodigoFalla, 'archivo-vacio' | 'no-es-planilla' | 'cifrada' | 'danada' | 'sin-encabezados'>
const CASOS: readonly (readonly [ConNombre, string, () => Promise<Uint8Array> | Uint8Array])[] = [
  ['archivo-vacio', 'vacio.xlsx', () => Buffer.alloc(0)],
  ['no-es-planilla', 'foto.xlsx', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['cifrada', 'con-clave.xlsx', cifrado],
  ['danada', 'cortado.xlsx', async () => (await construirPlantilla('2026-11-24')).slice(0, 5000)],
  ['sin-encabezados', 'frutas.xlsx', () => libro([['Fruta', 'Precio'], ['Pera', 10]])],
]

function libro(filas: unknown[][]): Buffer {
  const nuevo = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(nuevo, XLSX.utils.aoa_to_sheet(filas), 'Hoja1')
  return XLSX.write(nuevo, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}
/** What Excel writes when a workbook has a password to open: another container, with the workbook encrypted inside. */
function cifrado(): Buffer {
  const contenedor: unknown = XLSX.CFB.utils.cfb_new()
  for (const [nombre, largo] of [['EncryptionInfo', 300], ['EncryptedPackage', 5000]] as const) XLSX.CFB.utils.cfb_add(contenedor, nombre, Buffer.alloc(largo))
  return Buffer.from(XLSX.CFB.write(contenedor, { type: 'buffer' }) as Uint8Array)
}

let datos = ''
let carpeta = ''
let v: Ventana
beforeAll(async () => {
  datos = await carpetaTemporal()
  carpeta = await carpetaTemporal()
  v = await abrirVentana({ datos })
  await entrarEnPractica(v)
})
afterAll(async () => { await v.cerrar(); await borrarCarpeta(datos); await borrarCarpeta(carpeta) })

async function escribir(nombre: string, hacer: () => Promise<Uint8Array> | Uint8Array): Promise<string> {
  const ruta = path.join(carpeta, nombre)
  await writeFile(ruta, await hacer())
  return ruta
}
async function seDice({ page }: Ventana, { titulo: que, explicacion, queHacer }: Falla): Promise<void> {
  const aviso = page.getByRole('alert').filter({ hasText: que })
  await aviso.waitFor()
  const dicho = await aviso.innerText()
  expect(dicho).toContain(explicacion)
  expect(dicho).toContain(queHacer)
  await titulo(page, PLANILLA.titulo)
}

describe('a file that cannot be read', () => {
  it.each(CASOS)('%s: %s is said in words', async (codigo, nombre, hacer) => {
    await elegirArchivo(v, await escribir(nombre, hacer))
    await seDice(v, falla(codigo, { nombre }))
  })

  it('that is opened well stays open, although a word of its progress comes after it', async () => {
    await elegirArchivo(v, await libroDeSheetJs(path.join(carpeta, 'buena.xlsx')))
    await enRevision(v.page)
    // Answers and events reach the window by different ways, in no promised order. The menu's word comes after this one.
    await decir(v.app, 'planilla:progreso', { etapa: 'validando', porcentaje: 90, filas: 12, nombreArchivo: 'buena.xlsx' })
    await decir(v.app, 'menu:accion', { accion: 'ayuda' })
    await titulo(v.page, AYUDA.titulo)
    await irA(v.page, 'planilla')
    await enRevision(v.page)
    await boton(v.page, PLANILLA.otra).click()
    await boton(v.page, PLANILLA.borradores.descartar('buena.xlsx')).click()
    await boton(v.page.getByRole('dialog'), PLANILLA.borradores.descartarBoton).click()
  })

  it('leaves the program as it was: a good one opens, and no draft is left of the others', async () => {
    await elegirArchivo(v, await libroDeSheetJs(path.join(carpeta, 'buena.xlsx')))
    await enRevision(v.page)
    await boton(v.page, PLANILLA.otra).click()
    await boton(v.page, PLANILLA.borradores.continuar('buena.xlsx')).waitFor()
    expect(await v.page.locator('.lista-borradores li').count()).toBe(1)
    expect(v.errores).toEqual([])
  })

  it('is said too when the program was started with it', async () => {
    const ruta = await escribir('al-abrir.xlsx', () => Buffer.alloc(0))
    const suyos = await carpetaTemporal()
    // A way of working is already chosen, so that the file is read while the window still loads.
    await conVentana({ datos: suyos }, entrarEnPractica)
    await conVentana({ datos: suyos, args: [ruta] }, (otra) => seDice(otra, falla('archivo-vacio', { nombre: 'al-abrir.xlsx' })))
    await borrarCarpeta(suyos)
  })
})
