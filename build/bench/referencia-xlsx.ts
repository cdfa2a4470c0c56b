/** The reference of the import: `XLSX.read` of the same file, alone, in an Electron utility process like ours. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { palabrasDeRaiz, type Electron } from '../electron-runtime.ts'
import { correr, FallaBuild } from '../procesos.ts'
import { RAIZ } from '../rutas.ts'
import { TEXTOS_BENCH } from './textos.ts'

export interface Lectura { ms: number; picoMiB: number }

const MAIN = `
import { app, utilityProcess } from 'electron'
import path from 'node:path'
app.whenReady().then(() => {
  const hijo = utilityProcess.fork(path.join(import.meta.dirname, 'lector.mjs'), [process.env.BENCH_ARCHIVO], { execArgv: ['--js-flags=--max-old-space-size=4096'] })
  hijo.on('message', (m) => { console.log('MEDIDA ' + JSON.stringify(m)); app.exit(0) })
  hijo.on('exit', () => { app.exit(1) })
})
`
/** The module is loaded before the clock starts, as in our warm process. */
const lector = (xlsx: string): string => `
import { readFileSync } from 'node:fs'
import { read } from ${JSON.stringify(xlsx)}
const antes = performance.now()
const libro = read(readFileSync(process.argv[2]), { type: 'buffer', dense: true })
const ms = performance.now() - antes
process.parentPort.postMessage({ ms, picoMiB: process.resourceUsage().maxRSS / 1024, hojas: libro.SheetNames.length })
`

let carpeta: string | undefined
function preparar(): string {
  if (carpeta !== undefined) return carpeta
  carpeta = mkdtempSync(path.join(tmpdir(), 'puente-bench-'))
  const xlsx = pathToFileURL(path.join(path.dirname(createRequire(path.join(RAIZ, 'package.json')).resolve('xlsx')), 'xlsx.mjs')).href
  writeFileSync(path.join(carpeta, 'package.json'), JSON.stringify({ name: 'referencia', version: '0.0.0', type: 'module', main: 'main.mjs' }))
  writeFileSync(path.join(carpeta, 'main.mjs'), MAIN)
  writeFileSync(path.join(carpeta, 'lector.mjs'), lector(xlsx))
  return carpeta
}

/** One fresh process, one reading. */
export async function leerConXlsx(electron: Electron, archivo: string, env: NodeJS.ProcessEnv): Promise<Lectura> {
  const { salida } = await correr(electron.ruta, [...palabrasDeRaiz(), '--disable-gpu', preparar()], { modo: 'callar', env: { ...env, BENCH_ARCHIVO: archivo } })
  const linea = /^MEDIDA (.*)$/m.exec(salida)?.[1]
  if (linea === undefined) throw new FallaBuild(TEXTOS_BENCH.sinMedida(archivo))
  return JSON.parse(linea) as Lectura
}
