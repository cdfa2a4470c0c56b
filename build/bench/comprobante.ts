/** The receipt of a send of many alumnos as a PDF, against Chromium's own print of a bare table of the same rows. */
import { build } from 'esbuild'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { palabrasDeRaiz, type Electron } from '../electron-runtime.ts'
import { correr, FallaBuild } from '../procesos.ts'
import { RAIZ } from '../rutas.ts'
import { mediana, type Medida } from './medida.ts'
import { TEXTOS_COMPROBANTE_BENCH as T } from './textos-comprobante.ts'

interface Corrida { electron: Electron; env: NodeJS.ProcessEnv; rondas: number; avisar(que: string): void }
/** Milliseconds, and MiB of the file. */
interface Vuelta { nuestra: number; referencia: number; htmlMs: number; detencionHtmlMs: number; mib: number; mibReferencia: number }
const ALUMNOS = 2000
const MODULOS = 8
/** Longest that main may be held by the making of the document. */
const DETENCION_MAXIMA_MS = 100

export async function medirComprobante({ electron, env, rondas, avisar }: Corrida): Promise<Medida[]> {
  avisar(T.midiendo(ALUMNOS, MODULOS))
  const carpeta = mkdtempSync(path.join(tmpdir(), 'puente-bench-comprobante-'))
  try {
    writeFileSync(path.join(carpeta, 'package.json'), JSON.stringify({ name: 'comprobante', version: '0.0.0', type: 'module', main: 'main.mjs' }))
    await build({ absWorkingDir: RAIZ, entryPoints: ['build/bench/comprobante-electron.ts'], outfile: path.join(carpeta, 'main.mjs'), bundle: true, platform: 'node', format: 'esm', target: 'node20', external: ['electron'], logLevel: 'warning' })
    const vueltas: Vuelta[] = []
    for (let i = 0; i < rondas; i++) {
      const { codigo, salida } = await correr(electron.ruta, [...palabrasDeRaiz(), '--disable-gpu', `--user-data-dir=${path.join(carpeta, 'datos')}`, carpeta, String(ALUMNOS), String(MODULOS)], { cwd: carpeta, env, modo: 'callar' })
      const linea = salida.split('\n').findLast((l) => l.startsWith('{"nuestra"'))
      if (codigo !== 0 || linea === undefined) throw new FallaBuild(T.noSalio(salida.trim()))
      vueltas.push(JSON.parse(linea) as Vuelta)
    }
    const de = (que: keyof Vuelta): number => mediana(vueltas.map((v) => v[que]))
    return [
      { id: 'comprobante', titulo: T.medidas.pdf(ALUMNOS), unidad: 'ms', nuestra: de('nuestra'), referencia: { nombre: T.referencia, valor: de('referencia') }, rondas },
      { id: 'comprobante-armado', titulo: T.medidas.armado, unidad: 'ms', nuestra: de('htmlMs'), referencia: null, rondas },
      { id: 'comprobante-detencion', titulo: T.medidas.detencion, unidad: 'ms', nuestra: de('detencionHtmlMs'), referencia: { nombre: T.limite, valor: DETENCION_MAXIMA_MS }, rondas },
      { id: 'comprobante-peso', titulo: T.medidas.peso, unidad: 'MiB', nuestra: de('mib'), referencia: { nombre: T.referencia, valor: de('mibReferencia') }, rondas },
    ]
  } finally { rmSync(carpeta, { recursive: true, force: true, maxRetries: 5 }) }
}
