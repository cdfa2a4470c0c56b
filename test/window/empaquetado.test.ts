import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { abrirPorCdp, type Abierta } from '../../build/cdp.ts'
import { asegurarElectron, palabrasDeRaiz } from '../../build/electron-runtime.ts'
import { empaquetar } from '../../build/package.ts'
import { borrarCarpeta, carpetaTemporal } from './soporte.ts'

/** The artefact that people get, not the folder that developers run: packed, hardened, driven from outside. */
let programa = ''
let datos = ''
let abierta: Abierta | undefined

beforeAll(async () => {
  programa = await empaquetar(await asegurarElectron())
  datos = await carpetaTemporal()
}, 300_000)
afterAll(async () => {
  await abierta?.cerrar()
  await borrarCarpeta(datos)
})

const recursos = (): string => process.platform === 'darwin' ? path.resolve(path.dirname(programa), '..', 'Resources') : path.join(path.dirname(programa), 'resources')

describe('the packed program', () => {
  it.each([
    ['RunAsNode', FuseV1Options.RunAsNode, false],
    ['EnableCookieEncryption', FuseV1Options.EnableCookieEncryption, true],
    ['EnableNodeOptionsEnvironmentVariable', FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
    ['EnableNodeCliInspectArguments', FuseV1Options.EnableNodeCliInspectArguments, false],
    ['EnableEmbeddedAsarIntegrityValidation', FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
    ['OnlyLoadAppFromAsar', FuseV1Options.OnlyLoadAppFromAsar, true],
    ['LoadBrowserProcessSpecificV8Snapshot', FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
    ['GrantFileProtocolExtraPrivileges', FuseV1Options.GrantFileProtocolExtraPrivileges, false],
  ])('has the fuse %s set', async (_nombre, fusible, encendido) => {
    const alambre = await getCurrentFuseWire(programa)
    expect(alambre[fusible]).toBe(encendido ? FuseState.ENABLE : FuseState.DISABLE)
  })

  it('carries the program and its native database, and nothing else', () => {
    const archivos = listPackage(path.join(recursos(), 'app.asar'), { isPack: false }).map((a) => a.replaceAll('\\', '/'))
    expect(archivos).toContain('/out/main/main.mjs')
    expect(archivos).toContain('/out/main/proceso-planilla.mjs')
    expect(archivos).toContain('/out/preload/preload.cjs')
    expect(archivos).toContain('/out/renderer/index.html')
    expect(archivos.filter((a) => /\.(ts|tsx|map)$/.test(a))).toEqual([])
    expect(archivos.filter((a) => /^\/(build|test|shared|electron|renderer)(\/|$)/.test(a))).toEqual([])
    const paquetes = new Set(archivos.flatMap((a) => /^\/node_modules\/(@[^/]+\/[^/]+|[^@/][^/]*)$/.exec(a)?.[1] ?? []))
    expect([...paquetes].filter((p) => !p.startsWith('@libsql/')).sort()).toEqual(['@neon-rs/load', 'detect-libc', 'libsql'])
    expect(archivos.filter((a) => a.endsWith('.node'))).toHaveLength(1)
    expect(readdirSync(recursos())).not.toContain('default_app.asar')
  })

  it('names the licence of all that it carries, and nothing that may not be carried', () => {
    const lista = JSON.parse(extractFile(path.join(recursos(), 'app.asar'), 'out/main/licencias.json').toString('utf8')) as { paquete: string; licencia: string }[]
    expect(lista.map((l) => l.paquete)).toEqual(expect.arrayContaining(['electron', 'exceljs', 'libsql', 'react', 'react-aria-components', 'undici', '@e965/xlsx', 'zod']))
    expect(lista.filter((l) => ['unzipper', 'buffers', 'chainsaw', 'vitest', 'playwright', 'typescript'].includes(l.paquete))).toEqual([])
  })

  it('opens its first window from app://, with no way to Node and no eval', async () => {
    abierta = await abrirPorCdp(programa, [...palabrasDeRaiz(), '--disable-gpu', `--user-data-dir=${datos}`])
    const { page } = abierta
    await page.waitForURL('app://puente/**')
    await page.getByRole('button', { name: /probar sin credenciales/i }).waitFor()
    const dentro = await page.evaluate(() => {
      const w = globalThis as unknown as Record<string, unknown>
      return { require: typeof w['require'], process: typeof w['process'], puente: Object.keys(w['puente'] as object).sort() }
    })
    expect(dentro).toEqual({ require: 'undefined', process: 'undefined', puente: ['abrirSoltado', 'escuchar', 'pedir'] })
    // A string for a timer is eval by another name, and unlike `eval` here it is not excused from the CSP by the debugger.
    const corrio = await page.evaluate(() => new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (e) => { resolve(e.violatedDirective) }, { once: true })
      const programar = window.setTimeout as (codigo: unknown) => number
      programar('document.title = "eval"')
      programar(() => { if (document.title === 'eval') resolve('ran') })
    }))
    expect(corrio).toBe('script-src')
  })

  it('ends when it is closed before any way of working was chosen', async () => {
    expect(await abierta?.cerrar()).toBe(0)
    abierta = undefined
  })
})
