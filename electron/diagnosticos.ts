/** The exported diagnosis, put together: what the system says, what is set, what is kept, what was logged. */
import os from 'node:os'
import type { App, Screen } from 'electron'
import type { Ajustes, AppEstado } from '../shared/ipc/modelos.ts'
import type { Result } from '../shared/ipc/result.ts'
import { leerCarpeta } from './adapters/diagnostico.ts'
import type { EspacioAbierto } from './espacio.ts'
import { escribirArchivo } from './proceso-planilla/escritura.ts'
import { crearServicioDiagnostico, type ServicioDiagnostico } from './services/diagnostico.ts'
import type { Registro } from './services/puertos.ts'
import type { DatoEquipo, DatoUso } from './services/puertos-diagnostico.ts'
import { TEXTOS_DIAGNOSTICO } from './services/textos-diagnostico.ts'

export interface Diagnosticos extends ServicioDiagnostico {
  escribir(ruta: string, texto: string): Promise<Result<unknown>>
  /** Logs a defect of the page; answers its incident. */
  anotar(texto: string): string
  /** Where the last one was saved. */
  ultimo(): string | null
}

interface Partes {
  app: Pick<App, 'getVersion' | 'isPackaged' | 'getLocale'>
  pantallas: Pick<Screen, 'getAllDisplays'>
  carpeta: string
  carpetaRegistro: string
  registro: Registro
  ajustes: { leer(): Ajustes }
  estado(): Promise<AppEstado>
  espacio(): EspacioAbierto | null
}

const { si, no, ninguno } = TEXTOS_DIAGNOSTICO.valores
const siNo = (valor: boolean): string => (valor ? si : no)
const GIB = 1024 ** 3

export function crearDiagnosticos(p: Partes): Diagnosticos {
  let ultimo: string | null = null
  const servicio = crearServicioDiagnostico({
    reloj: { ahora: () => new Date() },
    fuentes: { ...leerCarpeta(p.carpeta, p.carpetaRegistro), equipo: () => equipo(p), uso: () => uso(p) },
  })
  return {
    ...servicio,
    async escribir(ruta, texto) {
      const escrito = await escribirArchivo(ruta, new TextEncoder().encode(texto))
      if (escrito.ok) ultimo = ruta
      return escrito
    },
    anotar: (texto) => p.registro.error('window', new Error(texto)),
    ultimo: () => ultimo,
  }
}

function equipo({ app, pantallas }: Partes): Record<DatoEquipo, string> {
  const { electron, chrome, node } = process.versions
  return {
    version: app.getVersion(), empaquetado: siNo(app.isPackaged), electron, chromium: chrome, node,
    sistema: `${os.type()} ${os.release()} (${process.platform} ${process.arch})`,
    procesador: `${String(os.cpus().length)} × ${os.cpus()[0]?.model.trim() ?? '?'}`,
    memoria: `${(os.totalmem() / GIB).toFixed(1)} GB, ${(os.freemem() / GIB).toFixed(1)} GB libres`,
    pantallas: pantallas.getAllDisplays().map((d) => `${String(d.size.width)}×${String(d.size.height)} al ${String(Math.round(d.scaleFactor * 100))} %`).join(', '),
    idioma: app.getLocale(), zona: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
}

async function uso(p: Partes): Promise<Record<DatoUso, string>> {
  const estado = await p.estado()
  const envios = p.espacio()?.envios.lista()
  const ajustes = p.ajustes.leer()
  const cuentas = new Map<string, number>()
  for (const e of envios?.ok === true ? envios.valor : []) cuentas.set(e.estado, (cuentas.get(e.estado) ?? 0) + 1)
  return {
    modo: estado.espacio ?? ninguno,
    otec: siNo(estado.perfil !== null),
    cifrado: siNo(estado.cifradoDisponible),
    diario: siNo(estado.diarioCifrado),
    servicio: URL.canParse(ajustes.urlBase) ? new URL(ajustes.urlBase).origin : '?',
    espera: String(ajustes.tiempoEsperaSegundos),
    partes: String(ajustes.alumnosPorParte),
    tema: ajustes.tema,
    noticias: estado.noticias.map((n) => n.id).join(', ') || ninguno,
    envios: [...cuentas].map(([nombre, n]) => `${nombre} ${String(n)}`).join(', ') || ninguno,
  }
}
