/** Composition root: adapters → services → IPC → window. What happens, the parts say; here is only who knows whom. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { app, ipcMain, nativeTheme, screen, shell, type BrowserWindow } from 'electron'
import type { Noticia } from '../shared/ipc/modelos.ts'
import { fallar } from '../shared/ipc/result.ts'
import { marcarBuena } from './adapters/actualizaciones/arranques.ts'
import { crearActualizacion } from './actualizacion.ts'
import { crearDialogos } from './adapters/dialogos.ts'
import { OCULTO } from './adapters/noche/inicio-sesion.ts'
import { cerrarAlSalir } from './al-salir.ts'
import { archivosDe } from './argumentos.ts'
import { decirQueNoAbrio, preguntarSiInsistir, preguntarSiRecargar } from './avisos-nativos.ts'
import { escribirArchivo } from './proceso-planilla/escritura.ts'
import { mostrarAvance, quitarAvance } from './barra-de-tareas.ts'
import { cadaDia } from './cada-dia.ts'
import { crearDiagnosticos } from './diagnosticos.ts'
import type { Emisor } from './espacio.ts'
import { crearImprenta } from './imprenta/imprenta.ts'
import type { Contexto } from './ipc/contexto.ts'
import { falla } from './ipc/fallas.ts'
import { crearManejadores } from './ipc/manejadores.ts'
import { avisar, registrar } from './ipc/registrar.ts'
import { ponerMenu } from './menu.ts'
import { SALIDA, crearNucleo } from './nucleo.ts'
import { leerOrden } from './orden/argumentos.ts'
import { correrOrden } from './orden/linea.ts'
import { atenderRemota } from './orden/remota.ts'
import { asegurarAntes, asegurarSesion } from './security/index.ts'
import { URL_VENTANA, origenDeDesarrollo } from './security/origen.ts'
import { crearNoche } from './noche.ts'
import { esDeConfianza } from './security/remitente.ts'
import { NOTICIAS } from './textos.ts'
import { abrirVentana, traerAlFrente } from './ventana.ts'
import { atenderImprevistos, vigilarVentana } from './vigilante.ts'

const desarrollo = origenDeDesarrollo(process.env['PUENTE_DESARROLLO'], app.isPackaged)
let ventana: BrowserWindow | null = null

const leida = leerOrden(process.argv, app.isPackaged, process.cwd())

asegurarAntes(desarrollo)
if (leida !== null) void correrOrden(leida)
else if (app.requestSingleInstanceLock()) void app.whenReady().then(iniciar)
else app.quit() // the instance that is already open receives our command line

async function iniciar(): Promise<void> {
  const emitir: Emisor = (nombre, dato) => { avisar(ventana?.webContents ?? null, nombre, dato); mostrarAvance(ventana, nombre, dato); noche.alEmitir(nombre, dato) }
  /** A send to show as soon as the window listens. */
  let porMostrar: string | null = null
  const noche = crearNoche({
    icono: path.join(SALIDA, 'renderer/icono.png'), ventana: () => ventana, espacio: () => espacios.actual(),
    abrir: (envioId) => {
      if (ventana === null) { porMostrar = envioId; abrir(); return }
      traerAlFrente(ventana)
      if (envioId !== null) emitir('noche:abrirEnvio', { envioId })
    },
  })
  const nucleo = await crearNucleo({ emitir, despertador: noche.despertador, linea: noche.linea }, (anotador) => {
    anotador.info(`start ${app.getVersion()}, Electron ${process.versions.electron}, ${process.platform} ${process.arch}`)
    atenderImprevistos(process, { anotar: (e) => anotador.error('unforeseen', e), hayVentana: () => ventana !== null, despedirse: (incidente) => { decirQueNoAbrio(incidente); app.exit(1) } })
  })
  const { carpeta, carpetaRegistro, registro, estado, ajustes, red, espacios } = nucleo

  const actualizaciones = crearActualizacion({ carpeta, salida: SALIDA, registro, ajustes, estado, despertador: noche.despertador, espacio: espacios.actual, emitir })
  let plantilla: string | null = null
  /** What happened to the window is told once, by the page that takes its place. */
  const porContar: Noticia[] = []
  const contexto: Contexto = {
    espacio: () => espacios.actual(),
    entrar: espacios.entrar,
    entrarEn: espacios.entrarEn,
    perfiles: nucleo.perfiles,
    respaldos: nucleo.respaldos,
    vigia: nucleo.vigia,
    estado: async () => { const suyo = await espacios.estado(); return { ...suyo, noticias: [...suyo.noticias, ...nucleo.respaldos.noticias(), ...porContar.splice(0)] } },
    diagnosticos: crearDiagnosticos({ app, pantallas: screen, carpeta, carpetaRegistro, registro, ajustes, estado: espacios.estado, espacio: espacios.actual }),
    licencias: async () => JSON.parse(await readFile(path.join(SALIDA, 'main/licencias.json'), 'utf8')) as unknown,
    actualizaciones,
    escuchando: () => {
      marcarBuena(carpeta, app.getVersion())
      espacios.escuchando()
      if (porMostrar !== null) emitir('noche:abrirEnvio', { envioId: porMostrar })
      porMostrar = null
    },
    ajustes,
    aplicarTema: (tema) => { nativeTheme.themeSource = tema === 'sistema' ? 'system' : tema === 'claro' ? 'light' : 'dark' },
    dialogos: crearDialogos(() => ventana, app.getPath('documents')),
    imprenta: crearImprenta(),
    version: app.getVersion(),
    anotar: registro.error,
    carpetaDatos: carpeta,
    red: red.servicio,
    inicioSesion: noche.inicioSesion,
    escribirTexto: (ruta, texto) => escribirArchivo(ruta, Buffer.from(texto)),
    ultimaPlantilla: () => plantilla,
    recordarPlantilla: (ruta) => { plantilla = ruta },
    abrirEnlace: (url) => shell.openExternal(url),
    mostrarEnCarpeta: (ruta) => { shell.showItemInFolder(ruta) },
    conAvance: async (hacer) => { try { return await hacer() } finally { quitarAvance(ventana) } },
    importar: async (ruta, nombre) => {
      try { return await espacios.actual()?.importar(ruta, nombre) ?? fallar(falla('sin-espacio')) } finally { quitarAvance(ventana) }
    },
  }
  contexto.aplicarTema(ajustes.leer().tema)
  asegurarSesion(path.join(SALIDA, 'renderer'), desarrollo)
  registrar(ipcMain, { manejadores: crearManejadores(contexto), anotarError: registro.error, esDeConfianza: (e) => esDeConfianza(e, ventana, desarrollo) })
  ponerMenu({ mac: process.platform === 'darwin', desarrollo: desarrollo !== null, accion: (accion) => { emitir('menu:accion', { accion }) } })

  const abrir = (): void => {
    ventana = abrirVentana({
      preload: path.join(SALIDA, 'preload/preload.cjs'), url: desarrollo ?? URL_VENTANA,
      icono: process.platform === 'linux' ? path.join(SALIDA, 'renderer/icono.png') : null,
      recordada: estado.leer().ventana, alRecordar: (v) => { estado.guardar({ ventana: v }) },
    })
    const esta = ventana
    vigilarVentana(esta, {
      url: desarrollo ?? URL_VENTANA, ahora: Date.now, anotar: (motivo) => registro.error(motivo), alVolver: (incidente) => { porContar.push(NOTICIAS.ventanaCaida(incidente)) },
      insistir: (incidente) => preguntarSiInsistir(esta, incidente), recargar: (senal) => preguntarSiRecargar(esta, senal), salir: () => { app.quit() },
    })
    noche.vigilia.ventanaAbierta()
    ventana.on('closed', () => { ventana = null })
  }
  const abrirArchivos = (rutas: string[]): void => { for (const ruta of rutas.slice(0, 1)) void espacios.abrirPorSistema(ruta) }
  app.on('second-instance', (_evento, argumentos, desde, datos) => {
    if (atenderRemota(datos, nucleo)) return
    if (argumentos.includes(OCULTO)) return
    if (ventana === null) abrir()
    else traerAlFrente(ventana)
    abrirArchivos(archivosDe(argumentos, desde))
  })
  app.on('open-file', (evento, ruta) => { evento.preventDefault(); abrirArchivos([ruta]) })
  app.on('activate', () => { if (ventana === null) abrir() })
  app.on('window-all-closed', () => { if (!noche.vigilia.ventanaCerrada() && process.platform !== 'darwin') app.quit() })
  cerrarAlSalir(app, { cerrar: espacios.cerrar, anotar: (error) => { registro.error('quit', error) }, alFin: () => { registro.info('quit') } })

  // Started with the session: only for what waits for its hour.
  const oculto = process.argv.includes(OCULTO)
  if (!oculto) abrir()
  try { await espacios.reanudar() } catch (error) { registro.error('resume', error) } // the first screen lets the person try again
  cadaDia(nucleo.respaldos.delDia, (error) => { registro.error('backup', error) })
  abrirArchivos(archivosDe(process.argv, process.cwd()))
  if (oculto && ventana === null && !noche.vigilia.haceFalta()) app.quit()
}
