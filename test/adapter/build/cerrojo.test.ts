import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate as ceder } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conCerrojo } from '../../../build/cerrojo.ts'

let carpeta = ''
beforeAll(async () => { carpeta = await mkdtemp(path.join(tmpdir(), 'cerrojo-')) })
afterAll(() => rm(carpeta, { recursive: true, force: true }))

describe('lock between processes', () => {
  it('lets one in at a time and leaves nothing behind', async () => {
    const archivo = path.join(carpeta, 'uno')
    let dentro = 0
    let maximo = 0
    const entrar = (): Promise<void> => conCerrojo(archivo, async () => {
      maximo = Math.max(maximo, ++dentro)
      for (let i = 0; i < 20; i++) await ceder()
      dentro--
    }, 1)
    await Promise.all([entrar(), entrar(), entrar()])
    expect(maximo).toBe(1)
    expect(existsSync(archivo)).toBe(false)
  })

  it('takes over from a process that died holding it', async () => {
    const archivo = path.join(carpeta, 'dos')
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    await writeFile(archivo, String(pid))
    expect(await conCerrojo(archivo, () => Promise.resolve('hecho'), 1)).toBe('hecho')
  })

  it('is free again after an error', async () => {
    const archivo = path.join(carpeta, 'tres')
    await expect(conCerrojo(archivo, () => Promise.reject(new Error('no')), 1)).rejects.toThrow('no')
    expect(await conCerrojo(archivo, () => Promise.resolve(1), 1)).toBe(1)
  })
})
