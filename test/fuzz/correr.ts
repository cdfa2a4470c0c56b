/** Tries mutants one after another, each in a child process with a memory limit, and keeps those that are findings. */
import { fork, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { LIMITES } from '../../electron/proceso-planilla/limites.ts'
import { CORPUS } from '../corpus/corpus.ts'
import { azar, semillaDe } from './azar.ts'
import type { Orden, Respuesta } from './mensajes.ts'
import { mutar } from './mutar.ts'

export interface Hallazgo { tipo: 'excepcion' | 'muerte' | 'cuelgue'; caso: string; semilla: number; detalle: string; /** Where the mutant was kept. */ archivo: string }
export interface Corrida { mutantes: number; /** How many ended in each way: 'borrador' or the code of a refusal. */ salidas: Record<string, number>; hallazgos: Hallazgo[] }
export interface PedidoFuzz {
  semilla: number
  /** Whether to try one more, after so many. */
  sigue(hechos: number): boolean
  /** Longest that one mutant may take; beyond it is a hang. */
  plazoMs: number
  /** Where findings are kept. */
  destino: string
  alHallar?(h: Hallazgo): void
}

const RAIZ = path.resolve(import.meta.dirname, '../..')
const SEMILLAS = CORPUS.filter(c => c.pesado !== true && !('falla' in c.esperado && ['archivo-vacio', 'archivo-no-existe', 'archivo-ocupado'].includes(c.esperado.falla)) && c.nombre !== 'una carpeta')

export async function correrFuzz(p: PedidoFuzz): Promise<Corrida> {
  const corrida: Corrida = { mutantes: 0, salidas: {}, hallazgos: [] }
  const carpeta = await mkdtemp(path.join(tmpdir(), 'puente-fuzz-'))
  let hijo: Hijo | null = null
  try {
    while (p.sigue(corrida.mutantes)) {
      const semilla = semillaDe(p.semilla, corrida.mutantes++)
      const caso = azar(semilla).elegir(SEMILLAS)
      hijo ??= await iniciarHijo()
      const r = await hijo.pedir({ caso: caso.nombre, archivo: caso.archivo, semilla, carpeta }, p.plazoMs)
      if (r.tipo === 'bien') {
        corrida.salidas[r.salida] = (corrida.salidas[r.salida] ?? 0) + 1
        continue
      }
      if (r.tipo !== 'excepcion') hijo = null
      const contenido = await caso.hacer()
      const hallazgo: Hallazgo = { ...r, caso: caso.nombre, semilla, archivo: await guardar(p.destino, `${r.tipo}-${semilla}${path.extname(caso.archivo)}`, mutar(Buffer.from(contenido as Uint8Array), semilla)) }
      await writeFile(`${hallazgo.archivo}.json`, JSON.stringify(hallazgo, null, 2))
      corrida.hallazgos.push(hallazgo)
      p.alHallar?.(hallazgo)
    }
  } finally {
    hijo?.terminar()
    await rm(carpeta, { recursive: true, force: true })
  }
  return corrida
}

async function guardar(destino: string, nombre: string, bytes: Buffer): Promise<string> {
  await mkdir(destino, { recursive: true })
  const archivo = path.join(destino, nombre)
  await writeFile(archivo, bytes)
  return archivo
}

type Fin = Extract<Respuesta, { tipo: 'bien' | 'excepcion' }> | { tipo: 'muerte' | 'cuelgue'; detalle: string }
interface Hijo { pedir(orden: Orden, plazoMs: number): Promise<Fin>; terminar(): void }

async function iniciarHijo(): Promise<Hijo> {
  const proceso = fork(path.join(import.meta.dirname, 'hijo.ts'), {
    cwd: RAIZ, execArgv: ['--import', 'tsx', `--max-old-space-size=${LIMITES.memoriaMB}`], stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: { ...process.env, TZ: 'America/Santiago' },
  })
  const listo = await esperar(proceso, null)
  if (listo.tipo !== 'listo') throw new Error(`the process that tries mutants did not start: ${JSON.stringify(listo)}`)
  return {
    pedir: async (orden, plazoMs) => {
      const respuesta = esperar(proceso, plazoMs)
      proceso.send(orden)
      const r = await respuesta
      return r.tipo === 'listo' ? { tipo: 'muerte', detalle: 'it started twice' } : r
    },
    terminar: () => { proceso.kill('SIGKILL') },
  }
}

/** The next message, or how the process ended without one. */
function esperar(proceso: ChildProcess, plazoMs: number | null): Promise<Fin | { tipo: 'listo' }> {
  return new Promise((resolve) => {
    const reloj = plazoMs === null ? undefined : setTimeout(() => { fin({ tipo: 'cuelgue', detalle: `no answer in ${plazoMs} ms` }); proceso.kill('SIGKILL') }, plazoMs)
    const alMensaje = (m: unknown): void => { fin(m as Respuesta) }
    const alSalir = (codigo: number | null, senal: string | null): void => { fin({ tipo: 'muerte', detalle: `code ${codigo ?? '-'}, signal ${senal ?? '-'}` }) }
    function fin(r: Fin | { tipo: 'listo' }): void {
      clearTimeout(reloj)
      proceso.off('message', alMensaje)
      proceso.off('exit', alSalir)
      resolve(r)
    }
    proceso.on('message', alMensaje)
    proceso.on('exit', alSalir)
  })
}
