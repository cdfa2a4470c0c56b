import { app } from 'electron'
import type { AppUpdater, BaseUpdater, UpdateInfo } from 'electron-updater'
import { novedadesDe } from '../../../shared/domain/novedades.ts'
import { fallar, ok, type Result } from '../../../shared/ipc/result.ts'
import { falla, type FallaServicio } from '../../services/fallas.ts'
import type { Actualizador } from '../../services/puertos-actualizacion.ts'
import type { Registro } from '../../services/puertos.ts'
import { firmaValida } from './firma.ts'
import { guardarAnterior, type Lugar } from './vuelta-atras.ts'

export interface OpcionesActualizador {
  /** Public key of whoever makes the releases: SPKI DER, base64. */
  clave: string
  lugar: Lugar
  registro: Registro
  /** Only of a program that is not packed: where its feed is described. */
  config: string | null
}

/** electron-updater, loaded when it is first needed; nothing is brought whose signature is not the releaser's. */
export function crearActualizador(o: OpcionesActualizador): Actualizador {
  let cargado: AppUpdater | null = null
  async function cargar(): Promise<AppUpdater> {
    if (cargado !== null) return cargado
    const { autoUpdater } = await import('electron-updater')
    autoUpdater.autoDownload = false
    autoUpdater.allowDowngrade = false
    // macOS' own installer works when the program ends; elsewhere `instalar` does, once everything is closed.
    autoUpdater.autoInstallOnAppQuit = o.lugar.plataforma === 'darwin'
    autoUpdater.logger = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined } // it names folders of the person
    if (o.config !== null && !app.isPackaged) {
      autoUpdater.forceDevUpdateConfig = true
      autoUpdater.updateConfigPath = o.config
    }
    autoUpdater.on('error', () => undefined) // each is also the rejection of what was asked
    return cargado = autoUpdater
  }
  const caida = (error: unknown): Result<never> => {
    o.registro.aviso(`update: ${codigoDe(error)}`)
    return fallar(falla(causaDe(error)))
  }
  return {
    buscar: async () => {
      try {
        const hallado = await (await cargar()).checkForUpdates()
        if (hallado === null || !hallado.isUpdateAvailable) return ok(null)
        const info = hallado.updateInfo
        if (!firmada(o.clave, info)) return fallar(falla('actualizacion-firma'))
        const bytes = info.files.reduce((mayor, f) => Math.max(mayor, f.size ?? 0), 0)
        return ok({ version: info.version, novedades: novedadesDe(info.releaseNotes), bytes: bytes > 0 ? bytes : null })
      } catch (error) { return caida(error) }
    },
    descargar: async (alAvanzar) => {
      try {
        const updater = await cargar()
        const alProgreso = ({ percent }: { percent: number }): void => { alAvanzar(Math.floor(percent)) }
        updater.on('download-progress', alProgreso)
        try { await updater.downloadUpdate() } finally { updater.removeListener('download-progress', alProgreso) }
        return ok({})
      } catch (error) { return caida(error) }
    },
    instalar: (reabrir) => {
      if (cargado === null) return
      if (!guardarAnterior(o.lugar)) o.registro.aviso('update: nothing was kept to come back with')
      if (o.lugar.plataforma === 'darwin') { if (reabrir) cargado.quitAndInstall(); return }
      app.releaseSingleInstanceLock() // the new one asks for it at once
      ;(cargado as BaseUpdater).install(true, reabrir)
    },
  }
}

/** Every file that the release names, with its version: any of them may be the one that is brought. */
function firmada(clave: string, info: UpdateInfo): boolean {
  const firmas = (info as { firmas?: unknown }).firmas
  if (typeof firmas !== 'object' || firmas === null || info.files.length === 0) return false
  return info.files.every((f) => firmaValida(clave, (firmas as Record<string, unknown>)[f.url], { version: info.version, archivo: f.url, sha512: f.sha512 }))
}

const codigoDe = (error: unknown): string => {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return typeof code === 'string' ? code : /net::(ERR_\w+)/u.exec(String(message))?.[1] ?? 'unknown'
}
function causaDe(error: unknown): FallaServicio {
  const codigo = codigoDe(error)
  if (codigo === 'ENOSPC') return 'actualizacion-sin-lugar'
  if (codigo === 'ERR_CHECKSUM_MISMATCH') return 'actualizacion-firma'
  return /^(?:EACCES|EPERM|EROFS)$/u.test(codigo) ? 'actualizacion-sin-permiso' : 'actualizacion-sin-red'
}
