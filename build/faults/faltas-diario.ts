/** The journal's file comes back damaged: cut short, or with bytes changed. */
import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readdirSync, readSync, statSync, truncateSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as dormir } from 'node:timers/promises'
import type { Azar } from '../../test/fuzz/azar.ts'
import { lanzarHijo } from './con-hijo.ts'
import { enUnMundo, type Falta } from './faltas-red.ts'
import { despues, sumar, type Cuenta } from './juicio.ts'
import { cursosDelMundo, type Mundo } from './mundo.ts'

type Danio = (fd: number, azar: Azar) => string
const truncar: Danio = (fd, azar) => {
  const largo = azar.entero(fstatSync(fd).size)
  ftruncateSync(fd, largo)
  return `truncado en ${largo}`
}
const alterar: Danio = (fd, azar) => {
  const cuantos = azar.elegir([1, 16, 600, 9000])
  const desde = azar.entero(fstatSync(fd).size)
  const trozo = Buffer.alloc(cuantos)
  const leidos = readSync(fd, trozo, 0, cuantos, desde)
  for (let i = 0; i < leidos; i++) trozo[i] = (trozo[i] ?? 0) ^ (1 + azar.entero(255))
  writeSync(fd, trozo, 0, leidos, desde)
  return `${leidos} bytes alterados desde ${desde}`
}

function conDanio(danio: Danio, azar: Azar): Promise<Cuenta> {
  return enUnMundo(async (m) => {
    m.clave = azar.elegir([null, 'ab'.repeat(32)])
    // One call in doubt and the rest answered: what is kept matters for both.
    m.gestor.malasManeras.cortarDespuesDeProcesar = { proximas: 1 }
    const programa = m.abrir()
    await programa.enviar(cursosDelMundo())
    await programa.cerrar()
    const nota = danar(m, danio, azar)
    const c = await despues(m, null)
    const copia = readdirSync(path.dirname(m.archivo)).some((n) => n.includes('.ilegible-'))
    return { ...c, detalle: c.detalle.map((d) => `${nota}${m.clave === null ? '' : ', cifrado'}${copia ? ', apartado' : ''}: ${d}`) }
  })
}

function danar(m: Mundo, danio: Danio, azar: Azar): string {
  if (!existsSync(m.archivo)) throw new Error('no journal to damage')
  const fd = openSync(m.archivo, 'r+')
  try { return danio(fd, azar) } finally { closeSync(fd) }
}

/** SENCE takes this long for each call, so that every moment of a send has its chance. */
const DEMORA_MS = 25
/** About what the four calls take, from when the first leaves. */
const DURACION_MS = 400

/** Killed in the middle of a send, and its log comes back shorter, or not at all: SQLite takes what is left for all there was. */
function sinCola(azar: Azar): Promise<Cuenta> {
  return enUnMundo(async (m) => {
    m.gestor.malasManeras.demoraMs = DEMORA_MS
    const hijo = await lanzarHijo(m)
    await hijo.hasta('sale')
    const cuando = azar.entero(DURACION_MS)
    await dormir(cuando)
    hijo.proceso.kill('SIGKILL')
    await hijo.fin
    m.gestor.malasManeras.demoraMs = 0
    const cola = `${m.archivo}-wal`
    const largo = existsSync(cola) ? azar.elegir([0, azar.entero(statSync(cola).size + 1)]) : 0
    if (existsSync(cola)) truncateSync(cola, largo)
    // Not held against what it had said: an answer that was lost is asked for again.
    const c = await despues(m, null)
    return { ...c, detalle: c.detalle.map((d) => `a los ${cuando} ms, ${largo} bytes de cola: ${d}`) }
  })
}

/** @param cuantos of each kind */
export const diarios = (azar: Azar, cuantos: number): Falta[] => [...danios(azar, cuantos), {
  nombre: `la cola del registro cortada tras ${cuantos} muertes`,
  correr: async () => { const cuentas = []; for (let i = 0; i < cuantos; i++) cuentas.push(await sinCola(azar)); return sumar(cuentas) },
}]
const danios = (azar: Azar, cuantos: number): Falta[] => ([['truncado', truncar], ['alterado', alterar]] as const).map(([nombre, danio]) => ({
  nombre: `registro ${nombre} en ${cuantos} puntos al azar`,
  correr: async () => { const cuentas = []; for (let i = 0; i < cuantos; i++) cuentas.push(await conDanio(danio, azar)); return sumar(cuentas) },
}))
