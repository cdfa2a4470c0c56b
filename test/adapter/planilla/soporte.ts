/** What the tests of this folder share: a workbook in each layout, and the process in its three guises. */
import { fork } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import * as XLSX from 'xlsx'
import { build } from 'esbuild'
import { afterAll } from 'vitest'
import { crearPlanillas } from '../../../electron/adapters/planillas.ts'
import { esFinPorMemoria, type IniciarProceso, type ProcesoHijo } from '../../../electron/adapters/proceso-hijo.ts'
import { atender } from '../../../electron/proceso-planilla/servidor.ts'
import type { OpcionesImportar, Planillas } from '../../../electron/services/puertos-planillas.ts'
import type { ProgresoImportacion } from '../../../shared/ipc/modelos.ts'
import type { Falla, Result } from '../../../shared/ipc/result.ts'

export const HOY = '2026-11-24'
const carpetas: string[] = []
afterAll(async () => { for (const c of carpetas) await rm(c, { recursive: true, force: true }) })

export async function carpetaTemporal(): Promise<string> {
  const carpeta = await mkdtemp(path.join(tmpdir(), 'puente-planilla-'))
  carpetas.push(carpeta)
  return carpeta
}

export async function archivoCon(nombre: string, bytes: Uint8Array | string): Promise<string> {
  const ruta = path.join(await carpetaTemporal(), nombre)
  await writeFile(ruta, bytes)
  return ruta
}

// ---------- processes ----------
/** The server in this same process, at the other end of a channel. */
export function enEsteProceso(): IniciarProceso {
  return () => {
    const { port1, port2 } = new MessageChannel()
    let alTerminar = (): void => undefined
    atender({ enviar: (m) => { port2.postMessage(m) }, alMensaje: (oyente) => { port2.on('message', oyente) } })
    return {
      enviar: (m) => { port1.postMessage(m) },
      alMensaje: (oyente) => { port1.on('message', oyente) },
      alTerminar: (oyente) => { alTerminar = () => { oyente({ memoria: false }) } },
      matar: () => { port1.close(); port2.close(); alTerminar() },
    }
  }
}

const RAIZ = path.resolve(import.meta.dirname, '../../..')
let compilado: Promise<string> | undefined
/** Compiled once a file of tests, as the product is: plain Node starts it in a tenth of the time. */
const compilar = (): Promise<string> => (compilado ??= (async () => {
  await mkdir(path.join(RAIZ, 'node_modules/.cache'), { recursive: true })
  // Inside node_modules, because its packages are found from there.
  const carpeta = await mkdtemp(path.join(RAIZ, 'node_modules/.cache/proceso-planilla-'))
  carpetas.push(carpeta)
  const outfile = path.join(carpeta, 'proceso.mjs')
  await build({ entryPoints: [path.join(import.meta.dirname, 'proceso-de-prueba.ts')], outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', logLevel: 'error' })
  return outfile
})())

export interface Hijos { iniciar: IniciarProceso; pids: number[] }
/** A real process of its own, as Electron's utility process is. `memoriaMB`: its heap limit. */
export async function enProcesoAparte(memoriaMB = 512): Promise<Hijos> {
  const archivo = await compilar()
  const pids: number[] = []
  const iniciar = (): ProcesoHijo => {
    const hijo = fork(archivo, { execArgv: [`--max-old-space-size=${memoriaMB}`], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    if (hijo.pid !== undefined) pids.push(hijo.pid)
    return {
      // A process that is gone takes no messages; its end is told by `exit`.
      enviar: (m) => { hijo.send(m as object, () => undefined) },
      alMensaje: (oyente) => { hijo.on('message', oyente) },
      alTerminar: (oyente) => { hijo.on('exit', (codigo, senal) => { oyente({ memoria: senal === 'SIGABRT' || esFinPorMemoria(codigo) }) }) },
      matar: () => { hijo.kill('SIGKILL') },
    }
  }
  return { iniciar, pids }
}

export interface Banco { planillas: Planillas; archivo: string; errores: string[] }
export async function banco(o: { bifurcar?: IniciarProceso; archivo?: string; clave?: string | null; hoy?: () => string } = {}): Promise<Banco> {
  const archivo = o.archivo ?? path.join(await carpetaTemporal(), 'borradores.db')
  const errores: string[] = []
  const planillas = crearPlanillas({
    bifurcar: o.bifurcar ?? enEsteProceso(), archivo, clave: o.clave ?? null, hoy: o.hoy ?? ((): string => HOY),
    registro: { info: () => undefined, error: (mensaje, e) => { errores.push(`${mensaje}: ${String(e)}`); return `inc${errores.length}` } },
  })
  return { planillas, archivo, errores }
}

export function opciones(o: Partial<OpcionesImportar> = {}): OpcionesImportar & { progreso: ProgresoImportacion[] } {
  const progreso: ProgresoImportacion[] = []
  return { hoy: HOY, previos: [], alAvanzar: (p) => { progreso.push(p) }, ...o, progreso }
}

export function valor<T>(r: Result<T>): T {
  if (!r.ok) throw new Error(`${r.falla.codigo}: ${r.falla.explicacion}`)
  return r.valor
}
export function fallaDe(r: Result<unknown>): Falla {
  if (r.ok) throw new Error('expected a failure')
  return r.falla
}

// ---------- workbooks ----------
export const ENCABEZADOS = [
  'Código de oferta', 'Código de grupo', 'RUT del alumno', 'Tiempo de conectividad del alumno', 'Estado del alumno', 'Avance del alumno (%)', 'Fecha de inicio del alumno', 'Fecha de término del alumno',
  'Código del módulo', 'Tiempo de conectividad del módulo', 'Estado del módulo', 'Avance del módulo (%)', 'Fecha de inicio del módulo', 'Fecha de término del módulo', 'Actividades del módulo',
] as const
const RUTS = ['11.111.111-1', '12.345.678-5', '9.876.543-3', '7.654.321-6']
export const rutDe = (i: number): string => RUTS[i % RUTS.length] ?? ''

/** A row of "hoja única" as typed: nothing wrong in it. */
export const filaTexto = (i: number): string[] => [
  'RLAB-01', 'RLAB-01-1', rutDe(i), '5400', 'Cursando', '45', '02-11-2026', '18-12-2026', `MA${String(Math.floor(i / RUTS.length) + 1).padStart(2, '0')}`, '1:30:00', 'Cursando', '60', '02-11-2026', '27-11-2026', 'ACT01; ACT02',
]
export type CeldaHoja = XLSX.CellObject | string | number | boolean | null
/** The same as Excel keeps it: dates, durations and percents as numbers with a format. */
export const filaNumeros = (i: number, corrimiento = 0): CeldaHoja[] => {
  const fecha = (v: number): XLSX.CellObject => ({ t: 'n', v: v - corrimiento, z: 'dd/mm/yyyy' })
  return [
    'RLAB-01', 'RLAB-01-1', rutDe(i), { t: 'n', v: 0.0625, z: '[h]:mm:ss' }, 1, { t: 'n', v: 0.45, z: '0%' }, fecha(46328), fecha(46374),
    `MA${String(Math.floor(i / RUTS.length) + 1).padStart(2, '0')}`, { t: 'n', v: 0.0625, z: '[h]:mm:ss' }, 1, 60, fecha(46328), fecha(46353), 'ACT01; ACT02',
  ]
}
export const hojaDe = (filas: CeldaHoja[][]): XLSX.WorkSheet => XLSX.utils.aoa_to_sheet(filas as unknown[][])
export const hojaUnica = (cuantas: number): XLSX.WorkSheet => hojaDe([[...ENCABEZADOS], ...Array.from({ length: cuantas }, (_, i) => filaNumeros(i))])

export function libroDe(hojas: Record<string, XLSX.WorkSheet>): XLSX.WorkBook {
  const libro = XLSX.utils.book_new()
  for (const [nombre, hoja] of Object.entries(hojas)) XLSX.utils.book_append_sheet(libro, hoja, nombre)
  return libro
}
export const escribir = (libro: XLSX.WorkBook, tipo: XLSX.BookType): Buffer => XLSX.write(libro, { type: 'buffer', bookType: tipo, compression: true }) as Buffer
export const csvDe = (filas: readonly (readonly string[])[], separador = ';'): string => filas.map(f => f.join(separador)).join('\r\n')
