/** Starting with the person's session: the system's own way on Windows and macOS, a file of the desktop on Linux. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { InicioSesion } from '../../services/puertos-noche.ts'

/** Started by the session and not by the person: no window, only what waits for its hour. */
export const OCULTO = '--oculto'

interface Ajuste { openAtLogin: boolean; args?: string[]; path?: string }
/** The part of Electron's `app` that is used. */
export interface AppConInicio { getLoginItemSettings(o?: { args?: string[] }): { openAtLogin: boolean }; setLoginItemSettings(a: Ajuste): void }

/** Windows and macOS. Written from their documentation; not tried on either. */
export const inicioDelSistema = (app: AppConInicio): InicioSesion => ({
  // Windows compares the arguments too; macOS takes no notice of them.
  activo: () => { try { return app.getLoginItemSettings({ args: [OCULTO] }).openAtLogin } catch { return null } },
  poner: (activo) => {
    try {
      app.setLoginItemSettings({ openAtLogin: activo, args: [OCULTO] })
      return app.getLoginItemSettings({ args: [OCULTO] }).openAtLogin === activo
    } catch { return false }
  },
})

const ARCHIVO = 'puente-sic.desktop'

/**
 * Linux: an entry in the desktop's autostart folder (freedesktop.org's Desktop Application Autostart).
 * @param carpeta `~/.config`, or what XDG_CONFIG_HOME says
 * @param orden the program and its own arguments
 */
export function inicioDeEscritorio(carpeta: string, orden: readonly string[], nombre: string): InicioSesion {
  const archivo = path.join(carpeta, 'autostart', ARCHIVO)
  return {
    activo: () => existsSync(archivo),
    poner: (activo) => {
      try {
        if (activo) {
          mkdirSync(path.dirname(archivo), { recursive: true })
          writeFileSync(archivo, `[Desktop Entry]\nType=Application\nName=${nombre}\nExec=${[...orden, OCULTO].map(entrecomillar).join(' ')}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n`)
        } else rmSync(archivo, { force: true })
        return true
      } catch { return false }
    },
  }
}

/** As the specification of Exec asks: quoted, its four characters escaped; the backslash again, because the file's texts escape it too. */
const entrecomillar = (palabra: string): string => `"${palabra.replace(/[\\"`$]/gu, '\\$&').replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`
