/** Runs the child, and lets the parent do to it what happens to programs. */
import { build } from 'esbuild'
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { RAIZ, SALIDA } from '../rutas.ts'
import type { PedidoHijo } from './hijo.ts'
import type { Mundo } from './mundo.ts'

export interface Hijo {
  proceso: ChildProcess
  /** Lines so far. */
  dicho: string[]
  /** Resolves when a line that begins so has been said; false: it ended before. */
  hasta(inicio: string): Promise<boolean>
  /** Exit code; null: a signal ended it. */
  fin: Promise<number | null>
  /** Alumnos that its journal acknowledged as accepted. */
  aceptados(): number
}

let construido: Promise<string> | null = null
/** As one file: starting it through the TypeScript loader would take longer than what it does. */
function binario(): Promise<string> {
  construido ??= (async () => {
    const salida = path.join(SALIDA, 'faults', 'hijo.mjs')
    await build({ absWorkingDir: RAIZ, entryPoints: ['build/faults/hijo.ts'], outfile: salida, bundle: true, platform: 'node', target: 'node20', format: 'esm', packages: 'external', logLevel: 'warning' })
    return salida
  })()
  return construido
}

/** @param envoltura a shell command that ends in `exec "$@"`, to set limits before the program begins */
export async function lanzarHijo(m: Mundo, o: { urlBase?: string; esperaMs?: number; envoltura?: string; soloAbrir?: boolean } = {}): Promise<Hijo> {
  const pedido: PedidoHijo = { archivo: m.archivo, urlBase: o.urlBase ?? m.gestor.urlBase, ahora: m.ahora().toISOString(), esperaMs: o.esperaMs ?? 20_000, soloAbrir: o.soloAbrir ?? false }
  const palabras = [await binario(), JSON.stringify(pedido)]
  const proceso = o.envoltura === undefined ? spawn(process.execPath, palabras, { stdio: ['ignore', 'pipe', 'inherit'] })
    : spawn('sh', ['-c', o.envoltura, 'sh', process.execPath, ...palabras], { stdio: ['ignore', 'pipe', 'inherit'] })
  const dicho: string[] = []
  const esperas = new Set<() => void>()
  let resto = '', terminado = false
  const mirar = (): void => { for (const e of esperas) e() }
  proceso.stdout?.setEncoding('utf8').on('data', (t: string) => {
    const lineas = (resto + t).split('\n')
    resto = lineas.pop() ?? ''
    dicho.push(...lineas)
    mirar()
  })
  const fin = new Promise<number | null>((listo) => { proceso.on('close', (codigo) => { terminado = true; mirar(); listo(codigo) }) })
  return {
    proceso, dicho, fin,
    hasta: (inicio) => new Promise((listo) => {
      const ver = (): void => {
        const hallado = dicho.some((l) => l.startsWith(inicio))
        if (hallado || terminado) { esperas.delete(ver); listo(hallado) }
      }
      esperas.add(ver)
      ver()
    }),
    aceptados: () => Number(dicho.findLast((l) => l.startsWith('aceptados '))?.split(' ')[1] ?? 0),
  }
}
