/**
 * System pieces that npm cannot bring. On Debian and its kin as root they are installed; anywhere else the exact
 * command is named. Found by asking the system itself (the linker, PATH), not the package manager, so that another
 * distribution with everything in place is never bothered.
 */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { correr, FallaBuild } from './procesos.ts'
import { comandoEnPath } from './rutas.ts'
import { TEXTOS } from './textos.ts'

/** ventana: what Electron links. pantalla: a display where there is none. llavero: a real secret store. oficina: LibreOffice. instalador: NSIS's compiler. */
export type Grupo = 'ventana' | 'pantalla' | 'llavero' | 'oficina' | 'instalador'

const PAQUETES: Record<Grupo, readonly string[]> = {
  ventana: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libatk-bridge2.0-0', 'libdrm2', 'libxss1', 'libxtst6', 'fonts-dejavu-core'],
  pantalla: ['xvfb'],
  llavero: ['gnome-keyring', 'dbus', 'dbus-x11', 'libsecret-1-0'],
  oficina: ['libreoffice-calc'],
  instalador: ['nsis'],
}
/** Since Debian 13 and Ubuntu 24.04 these carry the 64-bit time suffix. */
const CON_T64 = new Set(['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0'])

async function faltanBibliotecas(electron: string): Promise<boolean> {
  const carpeta = path.dirname(electron)
  const objetos = readdirSync(carpeta).filter((n) => n.endsWith('.so')).map((n) => path.join(carpeta, n))
  const { codigo, salida } = await correr('ldd', [electron, ...objetos], { modo: 'callar', env: { ...process.env, LD_LIBRARY_PATH: carpeta } })
  return codigo === 0 && salida.includes('not found')
}

async function faltaBiblioteca(nombre: string): Promise<boolean> {
  const ldconfig = comandoEnPath('ldconfig') ?? '/sbin/ldconfig'
  const { codigo, salida } = await correr(ldconfig, ['-p'], { modo: 'callar' })
  return codigo === 0 && !salida.includes(nombre)
}

const FALTA: Record<Grupo, (electron: string) => Promise<boolean>> = {
  ventana: faltanBibliotecas,
  pantalla: async () => comandoEnPath('Xvfb') === null,
  llavero: async () => comandoEnPath('gnome-keyring-daemon') === null || comandoEnPath('dbus-run-session') === null || await faltaBiblioteca('libsecret-1.so.0'),
  oficina: async () => comandoEnPath('soffice', 'libreoffice') === null,
  instalador: async () => comandoEnPath('makensis') === null,
}

async function nombresAqui(paquetes: readonly string[]): Promise<string[]> {
  const nombres: string[] = []
  for (const paquete of paquetes) {
    const nuevo = CON_T64.has(paquete) && (await correr('apt-cache', ['show', `${paquete}t64`], { modo: 'callar' })).codigo === 0
    nombres.push(nuevo ? `${paquete}t64` : paquete)
  }
  return nombres
}

/**
 * Makes sure that what the groups need is there. Linux only; elsewhere there is nothing to do.
 * @throws FallaBuild naming the command when it cannot install by itself.
 */
export async function asegurarSistema(electron: string, grupos: readonly Grupo[]): Promise<void> {
  if (process.platform !== 'linux') return
  const faltan: string[] = []
  for (const grupo of grupos) if (await FALTA[grupo](electron)) faltan.push(...PAQUETES[grupo])
  if (faltan.length === 0) return

  const conApt = comandoEnPath('apt-get') !== null && existsSync('/etc/debian_version')
  if (!conApt) throw new FallaBuild(TEXTOS.sistemaOtro(faltan))
  if (process.getuid?.() !== 0) throw new FallaBuild(TEXTOS.sistemaSinPermiso(await nombresAqui(faltan)))
  console.error(TEXTOS.sistemaInstalando(faltan))
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // A bare image has no package lists at all, and then apt knows no name.
  const actualizado = await correr('apt-get', ['update', '-qq'], { modo: 'callar', env })
  const nombres = await nombresAqui(faltan)
  const { codigo, salida } = await correr('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...nombres], { modo: 'callar', env })
  if (codigo !== 0) throw new FallaBuild(TEXTOS.sistemaFallo(nombres, `${actualizado.codigo === 0 ? '' : actualizado.salida}\n${salida}`.trim().slice(-2000)))
}
