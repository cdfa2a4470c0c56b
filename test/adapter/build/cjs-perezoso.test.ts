import { build } from 'esbuild'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { opcionesNode } from '../../../build/bundle.ts'
import { RAIZ } from '../../../build/rutas.ts'

let carpeta = ''
beforeAll(async () => { carpeta = await mkdtemp(path.join(tmpdir(), 'perezoso-')) })
afterAll(() => rm(carpeta, { recursive: true, force: true }))

describe('bundled lazy imports', () => {
  it('have the names that they have in plain Node', async () => {
    await writeFile(path.join(carpeta, 'entrada.ts'), `
      export const undici = async () => { const { request } = await import('undici'); return typeof request }
      export const exceljs = async () => { const m = await import('exceljs'); return [typeof m.Workbook, typeof m.default.Workbook] }
      export const xlsx = async () => { const { read } = await import('xlsx'); return typeof read }`)
    await build({ ...opcionesNode('produccion'), entryPoints: [path.join(carpeta, 'entrada.ts')], outdir: path.join(carpeta, 'out'), nodePaths: [path.join(RAIZ, 'node_modules')] })
    const m = await import(pathToFileURL(path.join(carpeta, 'out', 'entrada.mjs')).href) as Record<string, () => Promise<unknown>>
    expect(await m['undici']?.()).toBe('function')
    expect(await m['exceljs']?.()).toEqual(['function', 'function'])
    expect(await m['xlsx']?.()).toBe('function')
  })
})
