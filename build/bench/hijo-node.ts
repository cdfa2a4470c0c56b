/** A process of Node by itself for what is measured: what another measure left in memory must not count. */
import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { RAIZ, SALIDA } from '../rutas.ts'

const construidos = new Map<string, Promise<string>>()
/** As one file: the TypeScript loader would stand in the figures. */
function empaquetar(nombre: string): Promise<string> {
  const hecho = construidos.get(nombre) ?? (async () => {
    const outfile = path.join(SALIDA, 'bench', `${nombre}.mjs`)
    await build({ absWorkingDir: RAIZ, entryPoints: [`build/bench/${nombre}.ts`], outfile, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external', logLevel: 'warning' })
    return outfile
  })()
  construidos.set(nombre, hecho)
  return hecho
}

export interface HijoNode { primera: Promise<string>; parar(): Promise<void> }
/** @param pedido what it reads as JSON from its first word @returns its first line, and how to end it */
export async function abrirHijo(nombre: string, pedido: unknown): Promise<HijoNode> {
  const proceso = spawn(process.execPath, [await empaquetar(nombre), JSON.stringify(pedido)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const fin = new Promise<void>((listo) => { proceso.on('close', () => { listo() }) })
  let dicho = ''
  const primera = new Promise<string>((listo, fallar) => {
    proceso.stdout.setEncoding('utf8').on('data', (t: string) => { dicho += t; if (dicho.includes('\n')) listo(dicho.slice(0, dicho.indexOf('\n'))) })
    void fin.then(() => { fallar(new Error(`${nombre} ended without a word`)) })
  })
  return { primera, parar: () => { proceso.kill(); return fin } }
}

/** Runs it to its end. */
export async function correrHijo<T>(nombre: string, pedido: unknown): Promise<T> {
  const hijo = await abrirHijo(nombre, pedido)
  try { return JSON.parse(await hijo.primera) as T } finally { await hijo.parar() }
}
