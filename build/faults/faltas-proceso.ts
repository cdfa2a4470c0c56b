/** The process and the computer: killed, put to sleep, opened twice, with a disk that is really full or read-only. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as dormir } from 'node:timers/promises'
import type { Azar } from '../../test/fuzz/azar.ts'
import { comandoEnPath } from '../rutas.ts'
import { lanzarHijo } from './con-hijo.ts'
import { enUnMundo, type Falta } from './faltas-red.ts'
import { despues, sumar, type Cuenta } from './juicio.ts'
import { crearMundo, type Mundo } from './mundo.ts'

/** SENCE takes this long for each call, so that every moment of a send has its chance. */
const DEMORA_MS = 25

const conNota = (c: Cuenta, nota: string): Cuenta => ({ ...c, detalle: c.detalle.map((d) => `${nota}: ${d}`) })

function matar(cuando: number): Promise<Cuenta> {
  return enUnMundo(async (m) => {
    m.gestor.malasManeras.demoraMs = DEMORA_MS
    const hijo = await lanzarHijo(m)
    await hijo.hasta('listo')
    await dormir(cuando)
    hijo.proceso.kill('SIGKILL')
    await hijo.fin
    m.gestor.malasManeras.demoraMs = 0
    return conNota(await despues(m, null, hijo.aceptados()), `a los ${cuando} ms`)
  })
}

/** How long a send takes in the child, from when it is ready. */
const duracion = (): Promise<number> => enUnMundo(async (m) => {
  m.gestor.malasManeras.demoraMs = DEMORA_MS
  const hijo = await lanzarHijo(m)
  await hijo.hasta('listo')
  const desde = performance.now()
  await hijo.hasta('fin')
  await hijo.fin
  return performance.now() - desde
})

/** @param cuantos kills */
export async function procesos(azar: Azar, cuantos: number): Promise<Falta[]> {
  const total = Math.ceil(await duracion())
  const momentos = Array.from({ length: cuantos }, () => azar.entero(total))
  return [
    { nombre: `kill -9 en ${cuantos} momentos al azar de un envío`, correr: async () => { const cuentas = []; for (const t of momentos) cuentas.push(await matar(t)); return sumar(cuentas) } },
    { nombre: 'el computador duerme en medio de una llamada', correr: () => dormirEnMedio(20_000) },
    { nombre: 'duerme más que el plazo de la llamada', correr: () => dormirEnMedio(400) },
    { nombre: 'dos instancias del programa', correr: dosInstancias },
    ...discosDeVerdad(),
    ...(comandoEnPath('prlimit') === null ? [] : [{ nombre: `el disco deja de recibir en ${cuantos} momentos al azar`, correr: async () => { const cuentas = []; for (const t of momentos) cuentas.push(await dejarDeRecibir(t)); return sumar(cuentas) } }]),
  ]
}

/** Stopped with a call out, while SENCE answers; then it goes on. */
function dormirEnMedio(esperaMs: number): Promise<Cuenta> {
  return enUnMundo(async (m) => {
    m.gestor.malasManeras.demoraMs = 200
    const hijo = await lanzarHijo(m, { esperaMs })
    await hijo.hasta('sale')
    await dormir(60)
    hijo.proceso.kill('SIGSTOP')
    await dormir(700)
    hijo.proceso.kill('SIGCONT')
    await hijo.fin
    m.gestor.malasManeras.demoraMs = 0
    return despues(m, null)
  })
}

/** The second finds the first in the middle of a send, and must not touch what it has. */
function dosInstancias(): Promise<Cuenta> {
  return enUnMundo(async (m) => {
    m.gestor.malasManeras.demoraMs = 150
    const primera = await lanzarHijo(m)
    await primera.hasta('sale')
    const segunda = await lanzarHijo(m)
    const codigo = await segunda.fin
    await primera.fin
    m.gestor.malasManeras.demoraMs = 0
    const c = await despues(m, null, primera.aceptados())
    return codigo === 3 ? c : { ...c, perdidos: c.perdidos + 1, detalle: [...c.detalle, `la segunda salió con ${String(codigo)}`] }
  })
}

/** A file that may not grow past so many blocks of 512 bytes: the write that would is refused by the system itself. */
function conTope(bloques: number): Promise<Cuenta> {
  return enUnMundo(async (m) => {
    const hijo = await lanzarHijo(m, { envoltura: `ulimit -f ${bloques}; exec "$@"` })
    const abrio = await hijo.hasta('listo')
    await hijo.fin
    const dicho = hijo.dicho.find((l) => l.startsWith('fin '))?.slice(4) ?? ''
    return conNota(await despues(m, !abrio || dicho !== '' ? 'dicho' : null, hijo.aceptados()), `${bloques} bloques`)
  })
}

/**
 * From that moment on the system refuses every byte more, in the middle of whatever is being written. A file system cannot
 * be made read-only under a file that is open; for the program it is the same.
 */
function dejarDeRecibir(cuando: number): Promise<Cuenta> {
  return enUnMundo(async (m) => {
    m.gestor.malasManeras.demoraMs = DEMORA_MS
    const hijo = await lanzarHijo(m)
    await hijo.hasta('listo')
    await dormir(cuando)
    // It may have ended already, and then there is nobody to limit.
    try { execFileSync('prlimit', ['--pid', String(hijo.proceso.pid), '--fsize=0'], { stdio: 'ignore' }) } catch { /* ended */ }
    await hijo.fin
    m.gestor.malasManeras.demoraMs = 0
    const fin = hijo.dicho.find((l) => l.startsWith('fin '))?.slice(4)
    return conNota(await despues(m, fin === undefined || fin === '' ? null : fin, hijo.aceptados()), `a los ${cuando} ms`)
  })
}

function discosDeVerdad(): Falta[] {
  if (process.platform !== 'linux') return []
  const faltas: Falta[] = [{
    nombre: 'disco lleno de verdad, en 12 tamaños', correr: async () => { const cuentas = []; for (let bloques = 250; bloques <= 700; bloques += 40) cuentas.push(await conTope(bloques)); return sumar(cuentas) },
  }]
  return montable() ? [...faltas, { nombre: 'disco de solo lectura', correr: soloLectura }] : faltas
}

const montable = (): boolean => {
  const punto = mkdtempSync(path.join(tmpdir(), 'puente-montaje-'))
  try { execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', punto], { stdio: 'ignore' }); execFileSync('umount', [punto]); return true } catch { return false } finally { rmSync(punto, { recursive: true, force: true }) }
}

/** Only root may mount, and root may write in a folder that says no: a whole file system that says no is what stops it. */
async function soloLectura(): Promise<Cuenta> {
  const punto = mkdtempSync(path.join(tmpdir(), 'puente-montaje-'))
  const montar = (opciones: string): void => { execFileSync('mount', ['-t', 'tmpfs', '-o', opciones, 'tmpfs', punto]) }
  montar('size=16m')
  let m: Mundo | null = null
  try {
    m = await crearMundo(punto)
    await (await lanzarHijo(m, { soloAbrir: true })).fin
    montar('remount,ro')
    const hijo = await lanzarHijo(m)
    const abrio = await hijo.hasta('listo')
    await hijo.fin
    montar('remount,rw')
    const dicho = hijo.dicho.find((l) => l.startsWith('fin '))?.slice(4) ?? ''
    return await despues(m, !abrio || dicho !== '' ? 'dicho' : null, hijo.aceptados())
  } finally {
    await m?.cerrar()
    execFileSync('umount', ['-l', punto], { stdio: 'ignore' })
    rmSync(punto, { recursive: true, force: true })
  }
}
