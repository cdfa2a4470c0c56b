/** Looks for a secret in everything that the program has written. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'

/** Ways in which a text could have been written: as it is, without its hyphens, for JavaScript's strings, in base64 and in hexadecimal. */
function formas(texto: string): Buffer[] {
  const variantes = [texto, texto.replaceAll('-', '')].flatMap((t) => [t.toUpperCase(), t.toLowerCase()])
  return variantes.flatMap((t) => [Buffer.from(t, 'latin1'), Buffer.from(t, 'utf16le'), Buffer.from(encodeURIComponent(t)), Buffer.from(Buffer.from(t, 'latin1').toString('hex')), ...enBase64(t)])
}

/** Base64 of a text within a longer one depends on where it begins: all three ways, without the ends that its neighbours change. */
function enBase64(texto: string): Buffer[] {
  return [0, 1, 2].map((corrimiento) => {
    const completo = Buffer.concat([Buffer.alloc(corrimiento), Buffer.from(texto, 'latin1')]).toString('base64').replace(/=+$/, '')
    return Buffer.from(completo.slice(corrimiento === 0 ? 0 : corrimiento + 1, -2))
  })
}

/** The token, and those of its groups that are long enough not to be found by chance. */
export function agujasDe(token: string): Buffer[] {
  const todas = [token, ...token.split('-').filter((g) => g.length >= 8)].flatMap(formas).toSorted((a, b) => a.length - b.length)
  // What holds a shorter needle is found by it.
  return todas.filter((larga, i) => !todas.slice(0, i).some((corta) => larga.includes(corta)))
}

/** Files of the folder (and of those inside it) in which one of the needles stands. Empty when there is no trace. */
export async function archivosCon(carpeta: string, agujas: readonly Buffer[]): Promise<string[]> {
  const entradas = await readdir(carpeta, { recursive: true, withFileTypes: true })
  const archivos = entradas.filter((e) => e.isFile()).map((e) => path.join(e.parentPath, e.name))
  const con: string[] = []
  for (const archivo of archivos) {
    const bytes = await readFile(archivo)
    if (agujas.some((a) => bytes.includes(a))) con.push(path.relative(carpeta, archivo))
  }
  return con
}

/** What of the needles stands in the text. */
export const estaEn = (texto: string, agujas: readonly Buffer[]): boolean => {
  const bytes = Buffer.from(texto)
  return agujas.some((a) => bytes.includes(a))
}

/**
 * Every string that the page's process holds, after its rubbish was thrown away.
 * @returns the heap snapshot as Chromium gives it, JSON
 */
export async function memoriaDe(page: Page): Promise<string> {
  const sesion = await page.context().newCDPSession(page)
  const trozos: string[] = []
  sesion.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => { trozos.push(chunk) })
  await sesion.send('HeapProfiler.enable')
  await sesion.send('HeapProfiler.collectGarbage')
  await sesion.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await sesion.detach()
  return trozos.join('')
}

/** A process and all that it started. Linux. */
export async function familiaDe(pid: number): Promise<number[]> {
  const tareas = await readdir(`/proc/${String(pid)}/task`).catch(() => [])
  const hijos = await Promise.all(tareas.map((t) => readFile(`/proc/${String(pid)}/task/${t}/children`, 'utf8').catch(() => '')))
  const suyos = hijos.join(' ').split(' ').filter((h) => h !== '').map(Number)
  return [pid, ...(await Promise.all(suyos.map(familiaDe))).flat()]
}

const leer = (pid: number, que: string): Promise<string> => readFile(`/proc/${String(pid)}/${que}`, 'utf8').catch(() => '')

/** Command line and environment of a process and of all that it started. */
export async function lineasDe(pid: number): Promise<string> {
  const familia = await familiaDe(pid)
  return (await Promise.all(familia.flatMap((p) => ['cmdline', 'environ'].map((n) => leer(p, n))))).join('\n')
}

/** Those that show pages. */
export async function ventanasDe(pid: number): Promise<number[]> {
  const familia = await familiaDe(pid)
  const lineas = await Promise.all(familia.map((p) => leer(p, 'cmdline')))
  return familia.filter((_, i) => lineas[i]?.includes('--type=renderer'))
}
