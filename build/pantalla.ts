/** A display for Linux without one: Xvfb started by us, on a number that it chooses itself. */
import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { FallaBuild } from './procesos.ts'
import { TEXTOS } from './textos.ts'

/**
 * A virtual display comes without a session bus. Left unsaid, whoever looks for secrets starts `dbus-launch` and waits
 * for it on the main thread, now and then for ever; an address of no known kind answers at once that there is none.
 */
const SIN_BUS = 'disabled:'

export interface Pantalla {
  /** To be put in the environment of what runs on it. */
  env: { DISPLAY: string; DBUS_SESSION_BUS_ADDRESS: string }
  cerrar(): void
}

/** Whether a person could see a window here. */
export const hayPantalla = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

/** Starts a virtual display. It ends with `cerrar()`, or with this process. */
export function abrirPantallaVirtual(tamano = '1440x1000'): Promise<Pantalla> {
  return new Promise((resolve, reject) => {
    // -displayfd: Xvfb looks for a free number and tells it when it is ready; nothing to guess and nothing to wait for.
    const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${tamano}x24`, '-nolisten', 'tcp', '-noreset'], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
    const cerrar = (): void => { process.off('exit', cerrar); xvfb.kill() }
    process.on('exit', cerrar)
    let error = ''
    let numero = ''
    xvfb.stderr?.setEncoding('utf8').on('data', (t: string) => { error += t })
    ;(xvfb.stdio[3] as Readable).setEncoding('utf8').on('data', (t: string) => {
      numero += t
      if (!numero.includes('\n')) return
      xvfb.unref()
      for (const flujo of [xvfb.stderr, xvfb.stdio[3]]) (flujo as unknown as { unref?(): void } | null)?.unref?.()
      resolve({ env: { DISPLAY: `:${numero.trim()}`, DBUS_SESSION_BUS_ADDRESS: process.env['DBUS_SESSION_BUS_ADDRESS'] ?? SIN_BUS }, cerrar })
    })
    xvfb.on('error', () => { reject(new FallaBuild(TEXTOS.sinXvfb)) })
    xvfb.on('exit', () => { reject(new FallaBuild(`${TEXTOS.sinXvfb}\n${error.trim()}`)) })
  })
}

/** Runs `cuerpo` with a display: the person's own when there is one and `siempreVirtual` is false, else a virtual one. */
export async function conPantalla<T>(siempreVirtual: boolean, cuerpo: (env: Partial<Pantalla['env']>) => Promise<T>): Promise<T> {
  if (process.platform !== 'linux' || (!siempreVirtual && hayPantalla())) return await cuerpo({})
  const pantalla = await abrirPantallaVirtual()
  try { return await cuerpo(pantalla.env) } finally { pantalla.cerrar() }
}
