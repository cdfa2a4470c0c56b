/** Everything of the program that has no window: the same with it and from the command line. */
import path from 'node:path'
import { app, BrowserWindow, session } from 'electron'
import { abrirAjustes } from './adapters/ajustes.ts'
import { bifurcarProceso } from './adapters/bifurcar.ts'
import { obtenerClaveDatos } from './adapters/clave-datos.ts'
import { contarPerfil } from './adapters/contenido-perfil.ts'
import { esperar } from './adapters/esperar.ts'
import { abrirEstadoApp } from './adapters/estado-app.ts'
import { abrirPerfiles, type AlmacenPerfiles } from './adapters/perfiles.ts'
import { abrirRegistro } from './adapters/registro.ts'
import { crearSellador } from './adapters/sellador.ts'
import { crearTareas } from './adapters/tareas-datos.ts'
import { crearEspacios, type PartesEspacios } from './espacios.ts'
import type { Orden } from './orden/argumentos.ts'
import { ejecutar, type Resultado } from './orden/ejecutar.ts'
import { crearPerfiles } from './perfiles.ts'
import { abrirRedDeOficina } from './red-oficina.ts'
import { crearRespaldos } from './respaldos.ts'
import type { Registro } from './services/puertos.ts'
import { abrirVigia, type VigiaAbierta } from './vigias.ts'

/** Built files: main's own folder, the window's beside it. */
export const SALIDA = path.join(app.getAppPath(), 'out')

export type Nucleo = Awaited<ReturnType<typeof crearNucleo>>

/** What of the system the program hears, beside its own parts. */
export type Oidos = Pick<PartesEspacios, 'emitir' | 'despertador' | 'linea'>

/**
 * Works once the app is ready.
 * @param oidos where what happens is told (without a window, nowhere), and what is heard of clock and network
 * @param conRegistro called as soon as there is a log, before anything else may fail
 */
export async function crearNucleo({ emitir, despertador, linea }: Oidos, conRegistro: (registro: Registro) => void = () => undefined) {
  const carpeta = app.getPath('userData')
  const carpetaRegistro = path.join(carpeta, 'registro')
  const registro = abrirRegistro(carpetaRegistro)
  conRegistro(registro)
  const estado = abrirEstadoApp(carpeta)
  const ajustes = abrirAjustes(carpeta)
  const sellador = crearSellador()
  const red = await abrirRedDeOficina({ carpeta, plataforma: process.platform, sellador, ajustes, emitir, preguntarProxy: (url) => session.defaultSession.resolveProxy(url) })
  let vigia: VigiaAbierta | null = null
  let perfiles: AlmacenPerfiles | null = null
  const partes: PartesEspacios = {
    // At its first use, within what can fail in words: a disk that refuses today may not at the next try.
    get perfiles() { return perfiles ??= abrirPerfiles(path.join(carpeta, 'real')) },
    carpeta, tokens: new Map(), registro, ajustes, sellador, red: red.cliente, despertador, linea, recuerdo: estado, emitir, version: app.getVersion(), plataforma: process.platform,
    alAbrir: (espacio) => {
      if (espacio.lugar.nombre !== 'real' || espacio.lugar.rutOtec === null) return null
      const esta = vigia = abrirVigia(espacio, { emitir, registro, alPulsar: () => { BrowserWindow.getAllWindows()[0]?.show() } })
      return { detener: () => { esta.detener(); vigia = null } }
    },
    bifurcar: bifurcarProceso(path.join(SALIDA, 'main/proceso-planilla.mjs')),
  }
  const espacios = crearEspacios(partes)
  const respaldos = crearRespaldos(Object.assign(partes, { tareas: crearTareas(bifurcarProceso(path.join(SALIDA, 'main/proceso-datos.mjs'))) }), espacios)
  let turno: Promise<unknown> = Promise.resolve()
  return {
    carpeta, carpetaRegistro, red, registro, estado, ajustes, espacios, perfiles: crearPerfiles(partes, espacios), respaldos, vigia: () => vigia,
    /** One order after another, as they came. */
    ordenar: (orden: Orden, decir: (linea: string) => void): Promise<Resultado> => {
      const mia = turno.then(() => ejecutar(orden, {
        espacios, registro, esperar, decir, azar: Math.random, ahora: () => new Date(),
        perfiles: () => partes.perfiles.lista(),
        contar: async (rutOtec) => contarPerfil(partes.perfiles.carpetaDe(rutOtec), (await obtenerClaveDatos(carpeta, partes.sellador)).clave),
      }))
      turno = mia
      return mia
    },
  }
}
