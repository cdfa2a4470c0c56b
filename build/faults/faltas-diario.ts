/** The journal's file comes back damaged: cut short, or with bytes changed. */
import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readdirSync, readSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { Azar } from '../../test/fuzz/azar.ts'
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

/** @param cuantos of each kind */
export const diarios = (azar: Azar, cuantos: number): Falta[] => ([['truncado', truncar], ['alterado', alterar]] as const).map(([nombre, danio]) => ({
  nombre: `registro ${nombre} en ${cuantos} puntos al azar`,
  correr: async () => { const cuentas = []; for (let i = 0; i < cuantos; i++) cuentas.push(await conDanio(danio, azar)); return sumar(cuentas) },
}))
