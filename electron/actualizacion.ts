/** The program's own updates: where they come from, and what of the program must not be interrupted by them. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { app, powerMonitor } from 'electron'
import { z } from 'zod'
import { crearActualizador } from './adapters/actualizaciones/actualizador.ts'
import { leerArranques } from './adapters/actualizaciones/arranques.ts'
import type { Emisor, EspacioAbierto } from './espacio.ts'
import { crearActualizaciones, type PuertosActualizaciones, type ServicioActualizaciones } from './services/actualizaciones.ts'
import type { Despertador } from './services/puertos-noche.ts'
import type { AlmacenAjustes, Registro } from './services/puertos.ts'

/** A send that is about to go out must find the program there. */
const CERCA_MS = 15 * 60_000

export interface OpcionesActualizacion {
  carpeta: string
  /** Folder of main's built files. */
  salida: string
  registro: Registro
  ajustes: AlmacenAjustes
  estado: { leer(): { versionVista: string | null }; guardar(cambio: { versionVista: string }): void }
  despertador: Despertador
  espacio(): EspacioAbierto | null
  emitir: Emisor
}

export function crearActualizacion(o: OpcionesActualizacion): ServicioActualizaciones {
  const version = app.getVersion()
  const { versionVista } = o.estado.leer()
  if (versionVista === null) o.estado.guardar({ versionVista: version })
  const servicio = crearActualizaciones({
    version, actualizador: conQue(o, version), despertador: o.despertador, registro: o.registro, reloj: { ahora: () => new Date() },
    automaticas: () => o.ajustes.leer().actualizarSolo,
    evitar: () => leerArranques(o.carpeta).evitar,
    ocupado: () => {
      const e = o.espacio()
      return e !== null && (e.envios.enviando() || e.nocturno.estado().programados.some((p) => Date.parse(p.para) - Date.now() < CERCA_MS))
    },
    estrenada: versionVista === null || versionVista === version ? null : novedades(o.salida),
    alVerEstrenada: () => { o.estado.guardar({ versionVista: version }) },
    emitir: (a) => { o.emitir('actualizacion:estado', a) },
    cerrar: () => { app.quit() },
  })
  powerMonitor.on('shutdown', servicio.alApagar)
  app.on('quit', () => { servicio.alCerrar() })
  return servicio
}

const PruebaSchema = z.object({ config: z.string(), clave: z.string() })
const PropioSchema = z.object({ puenteActualizaciones: z.object({ clave: z.string() }).optional() })

function conQue(o: OpcionesActualizacion, version: string): PuertosActualizaciones['actualizador'] {
  const lugar = { plataforma: process.platform, env: process.env, carpeta: o.carpeta, version }
  if (!app.isPackaged) {
    const prueba = process.env['PUENTE_ACTUALIZACIONES_PRUEBA']
    return prueba === undefined ? 'desarrollo' : crearActualizador({ ...PruebaSchema.parse(JSON.parse(prueba)), lugar, registro: o.registro })
  }
  // Inside the sealed archive, unlike the address: who changes the address cannot sign.
  const propio = PropioSchema.safeParse(JSON.parse(readFileSync(path.join(app.getAppPath(), 'package.json'), 'utf8')))
  const clave = propio.data?.puenteActualizaciones?.clave
  if (clave === undefined) return 'sin-canal'
  if (process.platform === 'linux' && process.env['APPIMAGE'] === undefined) return 'paquete-del-sistema'
  return crearActualizador({ clave, lugar, registro: o.registro, config: null })
}

/** What the build left of this version. */
function novedades(salida: string): string[] | null {
  try {
    const lineas = z.array(z.string()).parse(JSON.parse(readFileSync(path.join(salida, 'main/novedades.json'), 'utf8')))
    return lineas.length === 0 ? null : lineas
  } catch { return null }
}
