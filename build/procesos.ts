/** Child processes without a shell, so that a path with blanks or another system's quoting changes nothing. */
import { spawn, type SpawnOptions } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { RAIZ } from './rutas.ts'
import { TEXTOS } from './textos.ts'

/** What a build script says when it cannot go on: its message is for the person, without a stack. */
export class FallaBuild extends Error {}

export interface Corrida { codigo: number; salida: string }
export interface OpcionesCorrida extends Pick<SpawnOptions, 'cwd' | 'env'> {
  /** 'ver' shows the output as it comes; 'callar' only collects it. */
  modo?: 'ver' | 'callar'
  /** Ends the process after so many milliseconds; the code is then 124. */
  plazoMs?: number
}

/** Runs a program to its end. Never rejects: a program that could not start has code 127. */
export function correr(programa: string, palabras: readonly string[], o: OpcionesCorrida = {}): Promise<Corrida> {
  return new Promise((resolve) => {
    const callar = o.modo === 'callar'
    const hijo = spawn(programa, palabras, { cwd: o.cwd ?? RAIZ, env: o.env ?? process.env, stdio: ['ignore', callar ? 'pipe' : 'inherit', callar ? 'pipe' : 'inherit'] })
    let salida = ''
    let vencido = false
    const reloj = o.plazoMs === undefined ? undefined : setTimeout(() => { vencido = true; hijo.kill('SIGKILL') }, o.plazoMs)
    for (const flujo of [hijo.stdout, hijo.stderr]) flujo?.setEncoding('utf8').on('data', (t: string) => { salida += t })
    hijo.on('error', (e) => { clearTimeout(reloj); resolve({ codigo: 127, salida: e.message }) })
    hijo.on('close', (codigo) => { clearTimeout(reloj); resolve({ codigo: vencido ? 124 : (codigo ?? 1), salida }) })
  })
}

/** Runs a JavaScript file of a package with this very Node. */
export const correrNode = (palabras: readonly string[], o?: OpcionesCorrida): Promise<Corrida> => correr(process.execPath, palabras, o)

/** The file behind a package's `bin`, to be run by `correrNode`. */
export function binDe(paquete: string, nombre: string = paquete): string {
  const require = createRequire(path.join(RAIZ, 'package.json'))
  const archivo = path.join(RAIZ, 'node_modules', paquete, 'package.json')
  const { bin } = require(archivo) as { bin: string | Record<string, string> }
  const relativo = typeof bin === 'string' ? bin : bin[nombre]
  if (relativo === undefined) throw new FallaBuild(TEXTOS.sinBin(paquete, nombre))
  return path.join(path.dirname(archivo), relativo)
}

/** npm's own JavaScript entry (on Windows `npm.cmd` needs a shell, so it is never spawned). */
export function rutaNpm(): string {
  const junto = path.dirname(process.execPath)
  const ruta = [
    process.env['npm_execpath'],
    path.join(junto, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(junto, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(junto, '..', 'share', 'nodejs', 'npm', 'bin', 'npm-cli.js'),
  ].find((r) => r !== undefined && path.basename(r) === 'npm-cli.js' && existsSync(r))
  if (ruta === undefined) throw new FallaBuild(TEXTOS.sinNpm)
  return ruta
}

/** Main function of a script: an expected failure ends in its words and code 1, an unexpected one in its stack. */
export function principal(cuerpo: () => Promise<number | undefined>): void {
  cuerpo().then(
    (codigo) => { process.exitCode = codigo ?? 0 },
    (e: unknown) => {
      console.error(e instanceof FallaBuild ? e.message : e)
      process.exitCode = 1
    },
  )
}
