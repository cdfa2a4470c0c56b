/** A walk through every screen of the program, for what has to hold on all of them. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator } from 'playwright'
import { construirMuestra } from '../../electron/adapters/plantilla/muestra.ts'
import type { Gestor } from '../../electron/gestor/servidor.ts'
import { AJUSTES } from '../../renderer/textos/ajustes.ts'
import { ARMAZON } from '../../renderer/textos/armazon.ts'
import { ASISTENTE, PREGUNTAS } from '../../renderer/textos/asistente.ts'
import { AYUDA } from '../../renderer/textos/ayuda.ts'
import { ENVIANDO, PREVIO, RESPUESTA } from '../../renderer/textos/envio.ts'
import { DETALLE, ENVIOS, HISTORIAL } from '../../renderer/textos/envios.ts'
import { CREDENCIALES, INICIO } from '../../renderer/textos/inicio.ts'
import { IMPORTACION, PLANILLA } from '../../renderer/textos/planilla.ts'
import { GUARDAR } from '../../renderer/textos/salida.ts'
import { TEXTOS_REVISION } from '../../renderer/textos/revision.ts'
import type { ProgresoImportacion } from '../../shared/ipc/modelos.ts'
import { hoyEnSantiago } from '../../shared/domain/fecha.ts'
import { HOJAS_AJENAS, libroAjeno } from './libros.ts'
import { abrirMuestra, boton, continuar, decidirDespues, decir, elegirArchivo, enRevision, enviar, escribirCredenciales, irA, OTEC, ponerDireccion, titulo } from './pasos.ts'
import type { Ventana } from './soporte.ts'

/** Told each screen by its name, with the controls without which a person could not go on. */
export type Visita = (pantalla: string, principales: Locator[]) => Promise<void>

export async function recorrer(v: Ventana, gestor: Gestor, visitar: Visita): Promise<void> {
  await primeraVez(v, visitar)
  await enReal(v, gestor, visitar)
  await boton(v.page, AJUSTES.espacio.irPractica).click()
  await boton(v.page, ARMAZON.practica.salir).waitFor()
  await enPractica(v, visitar)
}

async function primeraVez({ page }: Ventana, visitar: Visita): Promise<void> {
  await boton(page, INICIO.practicar.boton).waitFor()
  await visitar('first run', [boton(page, INICIO.conectar.boton), boton(page, INICIO.practicar.boton)])
  await boton(page, INICIO.conectar.boton).click()
  // With what is wrong in the fields told, which is when most can be amiss.
  await escribirCredenciales(page, { rutOtec: '76123456-1', token: 'A7C3' })
  await boton(page, CREDENCIALES.comoObtener).click()
  await boton(page, CREDENCIALES.guardar).click()
  await page.getByText(CREDENCIALES.rutErrores['rut-dv'], { exact: true }).waitFor()
  await visitar('credentials', [boton(page, CREDENCIALES.guardar), boton(page, CREDENCIALES.probar), boton(page, INICIO.masTarde)])
  await boton(page, INICIO.masTarde).click()
  await titulo(page, PLANILLA.titulo)
  await visitar('planilla without credentials', [boton(page, PLANILLA.elegir), boton(page, PLANILLA.plantilla.boton), boton(page, ARMAZON.sinCredenciales.conectar)])
}

/** Importing and sending last as long as the test wants; they end in Ajustes. */
async function enReal(v: Ventana, gestor: Gestor, visitar: Visita): Promise<void> {
  const { page } = v
  await boton(page, ARMAZON.sinCredenciales.conectar).click()
  await escribirCredenciales(page, OTEC)
  await visitar('credentials in Ajustes', [boton(page, CREDENCIALES.guardarCambios)])
  await boton(page, CREDENCIALES.guardarCambios).click()
  await page.getByText(AJUSTES.otec.soloSesion, { exact: true }).waitFor()
  await ponerDireccion(page, gestor.urlBase)
  await visitar('ajustes', [boton(page, AJUSTES.otec.reemplazar), boton(page, AJUSTES.conexion.probar), boton(page, AJUSTES.espacio.irPractica), boton(page, AJUSTES.datos.mostrar)])

  await irA(page, 'planilla')
  await importando(v, { etapa: 'interpretando', porcentaje: 40, filas: 1200, nombreArchivo: 'agosto.xlsx', primeras: { hoja: 'Avance', titulos: ['RUT del alumno', 'Nombre'], filas: [{ fila: 2, textos: ['11.111.111-1', 'María José Soto'] }] } })
  await boton(page, IMPORTACION.cancelar).waitFor()
  await visitar('importing', [boton(page, IMPORTACION.cancelar)])
  await page.reload()
  await titulo(page, PLANILLA.titulo)

  const ruta = path.join(v.datos, 'planilla.xlsx')
  await writeFile(ruta, await construirMuestra('sin-problemas', hoyEnSantiago(new Date())))
  await elegirArchivo(v, ruta)
  await enRevision(page)
  await continuar(page)
  gestor.malasManeras.demoraMs = { ms: 3_600_000, solo: 'enviarAvance' }
  await enviar(page, 'real')
  await titulo(page, ENVIANDO.titulo)
  await visitar('sending', [boton(page, ENVIANDO.cancelar)])
  await gestor.cerrar()
  await titulo(page, RESPUESTA.titulo)
  await visitar('answer that never came', [boton(page, RESPUESTA.verHistorial)])
  await irA(page, 'ajustes')
}

/** What main tells the window while it reads a workbook; a real one of this size is gone before anybody could look. */
async function importando({ app }: Ventana, progreso: ProgresoImportacion): Promise<void> {
  await decir(app, 'planilla:abriendo', {})
  await decir(app, 'planilla:progreso', progreso)
}

async function enPractica(v: Ventana, visitar: Visita): Promise<void> {
  const { page } = v
  await irA(page, 'ajustes')
  await visitar('ajustes in practice', [boton(page, AJUSTES.espacio.irReal)])
  for (const [clave, nombre] of Object.entries(AYUDA.pestanas)) {
    await irA(page, 'ayuda')
    await page.getByRole('tab', { name: nombre, exact: true }).click()
    await visitar(`ayuda: ${clave}`, [page.getByRole('tab', { name: nombre, exact: true })])
  }
  await irA(page, 'envios')
  // Nothing was sent yet, but the simulated SENCE has what others did.
  await page.getByRole('table', { name: ENVIOS.tabla, exact: true }).locator('tbody tr').first().waitFor()
  await visitar('envíos, only what SENCE shows', [page.getByRole('searchbox', { name: ENVIOS.buscar, exact: true })])
  await irA(page, 'planilla')
  await visitar('planilla in practice', [boton(page, PLANILLA.elegir), boton(page, PLANILLA.muestra.conProblemas)])

  const ajena = path.join(v.datos, 'ajena.xlsx')
  await libroAjeno(ajena)
  await elegirArchivo(v, ajena)
  await titulo(page, ASISTENTE.hoja.titulo)
  await visitar('which sheet', [boton(page, ASISTENTE.siguiente), boton(page, ASISTENTE.cancelar)])
  await page.getByText(ASISTENTE.hoja.varias, { exact: true }).click()
  await visitar('which sheet has each part', [boton(page, ASISTENTE.cancelar)])
  await page.getByText(HOJAS_AJENAS[0], { exact: true }).first().click()
  await boton(page, ASISTENTE.siguiente).click()
  await titulo(page, ASISTENTE.titulos.titulo)
  await visitar('which row', [boton(page, ASISTENTE.siguiente)])
  await boton(page, ASISTENTE.siguiente).click()
  await page.getByText(ASISTENTE.columnas.completo, { exact: true }).waitFor()
  await visitar('which columns', [boton(page, ASISTENTE.siguiente), page.getByText(HOJAS_AJENAS[1], { exact: true })])
  await boton(page, ASISTENTE.siguiente).click()
  await page.getByRole('table', { name: ASISTENTE.resultado.tabla }).waitFor()
  await visitar('what will be read', [boton(page, ASISTENTE.resultado.abrir)])
  await boton(page, ASISTENTE.cancelar).click()
  await titulo(page, PLANILLA.titulo)

  const dudosa = path.join(v.datos, 'dudosa.xlsx')
  await writeFile(dudosa, await construirMuestra('con-problemas', hoyEnSantiago(new Date())))
  await elegirArchivo(v, dudosa)
  await page.getByText(PREGUNTAS.despues, { exact: true }).waitFor()
  await visitar('how a column is read', [page.getByText(PREGUNTAS.despues, { exact: true })])
  await decidirDespues(page)
  await boton(page, PLANILLA.otra).click()
  await titulo(page, PLANILLA.titulo)

  await abrirMuestra(page, 'conProblemas')
  await page.keyboard.press('F8')
  await visitar('review', [boton(page, TEXTOS_REVISION.continuar), boton(page, TEXTOS_REVISION.siguiente), page.getByRole('tab', { name: 'Modulos' })])
  await continuar(page)
  await boton(page, PREVIO.enviarPractica).waitFor()
  await visitar('preview', [boton(page, PREVIO.enviarPractica), boton(page, PREVIO.volver)])
  await page.getByRole('button', { name: PREVIO.verAlumnos }).first().click()
  await page.getByRole('region', { name: /Alumnos por enviar del grupo/ }).getByRole('radio').first().waitFor()
  await visitar('preview, alumno by alumno', [boton(page, PREVIO.enviarPractica)])
  await boton(page, PREVIO.enviarPractica).click()
  await visitar('confirmation', [boton(page, PREVIO.confirmar.boton)])
  await boton(page, PREVIO.confirmar.boton).click()
  await titulo(page, RESPUESTA.titulo)
  await page.locator('.llamada tbody tr').first().waitFor()
  await visitar('answer', [boton(page, RESPUESTA.corregir), boton(page, RESPUESTA.verEnvio)])

  await boton(page, RESPUESTA.verEnvio).click()
  await page.getByRole('button', { name: DETALLE.respaldo, exact: true }).first().click()
  await visitar('detail of a send', [boton(page, DETALLE.volver), boton(page, GUARDAR.boton)])
  await boton(page, GUARDAR.boton).click()
  const comprobante = page.getByRole('menuitem', { name: GUARDAR.comprobante.nombre })
  await comprobante.waitFor()
  await visitar('what leaves a send', [comprobante])
  await page.keyboard.press('Escape')
  await comprobante.waitFor({ state: 'detached' })
  await boton(page, DETALLE.volver).click()
  await page.getByRole('table', { name: ENVIOS.tabla, exact: true }).waitFor()
  await visitar('envíos of this computer', [page.getByRole('tab', { name: ENVIOS.pestanas.sence, exact: true })])
  await page.getByRole('tab', { name: ENVIOS.pestanas.sence, exact: true }).click()
  await boton(page, HISTORIAL.consultar).click()
  await page.getByRole('heading', { name: /^Proceso / }).getByRole('button').first().click()
  await page.getByRole('table').first().waitFor()
  await visitar('history of SENCE', [boton(page, HISTORIAL.consultar)])
}
