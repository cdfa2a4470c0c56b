/** A course that goes in parts, cancelled between two calls; what did not go goes later, and nobody goes twice. */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import { CLAVES, filas, tituloDe } from '../../build/bench/planillas.ts'
import { claveDeCurso } from '../../electron/gestor/padron.ts'
import { iniciarGestor, type Gestor } from '../../electron/gestor/servidor.ts'
import { AJUSTES } from '../../renderer/textos/ajustes.ts'
import { ENVIANDO, ESTADOS, PREVIO, RESPUESTA } from '../../renderer/textos/envio.ts'
import { DETALLE } from '../../renderer/textos/envios.ts'
import { GUARDAR } from '../../renderer/textos/salida.ts'
import { calcularDv } from '../../shared/domain/rut.ts'
import { boton, conectarOtec, continuar, conVentana, elegirArchivo, enRevision, enviar, irA, OTEC, ponerDireccion, titulo } from './pasos.ts'
import { leerZip } from '../adapter/servicios/leer-zip.ts'
import { borrarCarpeta, carpetaTemporal, responderDialogos, type Ventana } from './soporte.ts'

/** 150 alumnos: a course of 100 and one of 50. */
const FILAS = filas(750)
const de = (fila: (typeof FILAS)[number], clave: (typeof CLAVES)[number]): string => { const v = fila[CLAVES.indexOf(clave)]; return typeof v === 'string' ? v : '' }
const numeroDe = (rut: string): number => Number(rut.split('-')[0]?.replaceAll('.', ''))

let datos: string, gestor: Gestor
beforeAll(async () => {
  datos = await carpetaTemporal()
  const cursos = new Map<string, Map<number, Set<string>>>()
  for (const f of FILAS) {
    const clave = claveDeCurso(de(f, 'curso.codigoOferta'), de(f, 'curso.codigoGrupo'))
    const alumnos = cursos.get(clave) ?? new Map<number, Set<string>>()
    const rut = numeroDe(de(f, 'alumno.rut'))
    cursos.set(clave, alumnos.set(rut, (alumnos.get(rut) ?? new Set()).add(de(f, 'modulo.codigoModulo'))))
  }
  const personas = new Map([...cursos.values()].flatMap((c) => [...c.keys()]).map((rut) => [rut, calcularDv(rut)]))
  gestor = await iniciarGestor({ padron: { otec: { rut: OTEC.rutOtec, token: OTEC.token }, personas, cursos } })
})
afterAll(async () => { await gestor.cerrar(); await borrarCarpeta(datos) })

function libro(): string {
  const ruta = path.join(datos, 'grande.xlsx')
  const hoja = utils.aoa_to_sheet([CLAVES.map(tituloDe), ...FILAS.map((f) => f.map((c) => c !== null && typeof c === 'object' && c.tipo !== 'error' ? { t: 'n', v: c.valor, z: 'dd-mm-yyyy' } : c))])
  const nuevo = utils.book_new()
  utils.book_append_sheet(nuevo, hoja, 'Avance')
  writeFileSync(ruta, write(nuevo, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
  return ruta
}
/** Who SENCE got, each time that it got them. */
async function recibidos(): Promise<string[]> {
  const r = await fetch(`${gestor.urlBase}/historialEnvios?rutOtec=${OTEC.rutOtec}&idSistema=1350&token=${OTEC.token}`)
  const procesos = await r.json() as { listaregistros: { rut_alumno: string | number; mod_cod: string }[] }[]
  return procesos.flatMap((p) => [...new Set(p.listaregistros.map((x) => String(x.rut_alumno)))])
}

/** From the answer to its evidence on disk: what its page says of each file is so, and the token is in none. */
async function esEvidencia({ app, page }: Ventana): Promise<void> {
  const destino = path.join(datos, 'evidencia.zip')
  await responderDialogos(app, { guardar: destino })
  await boton(page, RESPUESTA.verEnvio).click()
  await boton(page, GUARDAR.boton).click()
  await page.getByRole('menuitem', { name: GUARDAR.evidencia.nombre }).click()
  await page.getByText(DETALLE.exportada.detalle(destino), { exact: true }).waitFor()
  const zip = await leerZip(destino)
  const pagina = zip.de('LEAME.txt').toString('utf8')
  const archivos = zip.nombres.filter((n) => n !== 'LEAME.txt')
  expect(archivos.filter((n) => n.endsWith('-solicitud.json')).length).toBe(archivos.filter((n) => /-respuesta\.\w+$/u.test(n)).length)
  for (const nombre of archivos) {
    const sha = createHash('sha256').update(zip.de(nombre)).digest('hex')
    expect(pagina.slice(pagina.indexOf(nombre))).toMatch(new RegExp(`^${nombre}[^\\n]*\\n(?:(?!\\d\\d-PSIC)[^])*?${sha}`, 'u'))
  }
  expect(zip.nombres.some((n) => zip.de(n).toString('latin1').toUpperCase().includes(OTEC.token))).toBe(false)
  // The same that the screen says.
  const huella = page.locator('dd.mono').filter({ hasText: /^[0-9a-f]{64}$/u })
  await page.getByText(DETALLE.respaldo).first().click()
  expect(archivos.map((n) => createHash('sha256').update(zip.de(n)).digest('hex'))).toContain(await huella.first().innerText())
}

it('says what went and what did not; the rest goes later', async () => {
  await conVentana({ datos, tamano: { ancho: 1024, alto: 700 } }, async (v) => {
    const { page } = v
    await conectarOtec(v, OTEC)
    await irA(page, 'ajustes')
    const porParte = page.getByRole('textbox', { name: AJUSTES.conexion.partes, exact: true })
    await porParte.fill('50')
    await porParte.blur()
    await ponerDireccion(page, gestor.urlBase)
    await irA(page, 'planilla')
    await elegirArchivo(v, libro())
    await enRevision(page)
    await continuar(page)
    // Each answer takes a while, so that there is a between.
    gestor.malasManeras.demoraMs = { ms: 1500, solo: 'enviarAvance' }
    await enviar(page, 'real')
    await titulo(page, ENVIANDO.titulo)
    const lista = page.getByRole('list', { name: ENVIANDO.lista, exact: true })
    expect(await lista.getByRole('listitem').count()).toBe(3)
    await lista.getByText(ENVIANDO.parte(2, 2)).waitFor()
    await page.getByText(ENVIANDO.cuentas({ aceptados: 50, rechazados: 0, desconocidos: 0, faltan: 100 }), { exact: true }).waitFor()
    await page.getByText(/según lo que SENCE ha tardado en responder/u).waitFor()
    await boton(page, ENVIANDO.cancelar).click()
    await titulo(page, RESPUESTA.titulo)
    await page.getByText(RESPUESTA.resumen.cancelado.titulo, { exact: true }).waitFor()
    const primeros = await recibidos()
    expect([50, 100]).toContain(primeros.length)
    await page.getByText(RESPUESTA.resumen.cancelado.detalle(primeros.length), { exact: true }).waitFor()
    expect(await page.getByText(ESTADOS.cancelado, { exact: true }).count()).toBeGreaterThan(0)

    await boton(page, RESPUESTA.volver).click()
    await enRevision(page)
    await continuar(page)
    await boton(page, PREVIO.iguales.boton).click()
    gestor.malasManeras = {}
    await enviar(page, 'real')
    await titulo(page, RESPUESTA.titulo)
    await page.getByText(RESPUESTA.resumen.aceptado.titulo, { exact: true }).waitFor()
    const todos = await recibidos()
    expect(todos).toHaveLength(150)
    expect(new Set(todos).size).toBe(150)
    await esEvidencia(v)
  })
})
