/** A real secret store (GNOME's, over a session bus of its own) for the tests of credentials. Linux only. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { correr } from '../../build/procesos.ts'

export interface Llavero {
  /** Environment for the program; it also needs the switch in `args`. */
  env: Record<string, string>
  args: string[]
  cerrar(): Promise<void>
}

/** First line that the process writes, when it does; an error when it ends before. */
function primeraLinea(hijo: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let texto = ''
    hijo.stdout?.setEncoding('utf8').on('data', (t: string) => { texto += t; if (texto.includes('\n')) resolve(texto.split('\n')[0] ?? '') })
    hijo.once('error', reject)
    hijo.once('exit', (codigo) => { reject(new Error(`ended with code ${String(codigo)} before saying anything`)) })
  })
}

async function terminar(hijo: ChildProcess): Promise<void> {
  if (hijo.exitCode !== null || hijo.signalCode !== null) return
  const fin = new Promise((resolve) => { hijo.once('exit', resolve) })
  hijo.kill()
  await fin
}

/**
 * Starts a keyring whose secrets live in `carpeta`: the same folder again is the same keyring, another folder another.
 */
export async function abrirLlavero(carpeta: string): Promise<Llavero> {
  // Sockets have a short limit on their path, so the run-time folder is not inside `carpeta`.
  const tiempoDeEjecucion = await mkdtemp(path.join(tmpdir(), 'llavero-'))
  await chmod(tiempoDeEjecucion, 0o700)
  mkdirSync(carpeta, { recursive: true })
  const base = { ...(process.env as Record<string, string>), XDG_DATA_HOME: carpeta, XDG_RUNTIME_DIR: tiempoDeEjecucion }

  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], { env: base, stdio: ['ignore', 'pipe', 'ignore'] })
  const env = { XDG_DATA_HOME: carpeta, XDG_RUNTIME_DIR: tiempoDeEjecucion, DBUS_SESSION_BUS_ADDRESS: await primeraLinea(bus) }
  const llavero = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], { env: { ...base, ...env }, stdio: ['pipe', 'ignore', 'ignore'] })
  llavero.stdin.end('clave del llavero\n')
  // In the foreground it says nothing when it is ready; the bus knows.
  for (;;) {
    const { salida } = await correr('dbus-send', ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'], { modo: 'callar', env: { ...base, ...env } })
    if (salida.includes('boolean true')) break
    if (llavero.exitCode !== null) throw new Error('the keyring ended before it was ready')
  }
  return {
    env,
    args: ['--password-store=gnome-libsecret'],
    async cerrar() {
      await terminar(llavero)
      await terminar(bus)
      await rm(tiempoDeEjecucion, { recursive: true, force: true })
    },
  }
}
