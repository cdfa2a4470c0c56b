/** What comes from others: exact, whole, without code of its own at install time, and under terms that go together with a closed program. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sirveLicencia } from '../../../build/licencias.ts'
import { RAIZ } from '../../../build/rutas.ts'

interface Paquete { version: string; resolved?: string; integrity?: string; license?: string; dev?: boolean; hasInstallScript?: boolean }
const leer = (nombre: string): unknown => JSON.parse(readFileSync(path.join(RAIZ, nombre), 'utf8'))
const raiz = leer('package.json') as { dependencies: Record<string, string>; devDependencies: Record<string, string> }
const cerrojo = Object.entries((leer('package-lock.json') as { packages: Record<string, Paquete> }).packages).filter(([ruta]) => ruta !== '')

/** Installed with exceljs, and left out of the program (build/sin-unzipper.ts; building refuses a licence that is not known). */
const NO_VIAJAN = new Set(['buffers', 'chainsaw'])

describe('the packages', () => {
  it('are named by exact versions', () => {
    const vagas = Object.entries({ ...raiz.dependencies, ...raiz.devDependencies }).filter(([, v]) => !/^(?:npm:(?:@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(v))
    expect(vagas).toEqual([])
    expect(readFileSync(path.join(RAIZ, '.npmrc'), 'utf8')).toContain('save-exact=true')
  })

  it('each carry the fingerprint of what was reviewed', () => {
    expect(cerrojo.filter(([, p]) => p.integrity?.startsWith('sha512-') !== true).map(([ruta]) => ruta)).toEqual([])
  })

  it('run no code of theirs when they are installed', () => {
    expect(readFileSync(path.join(RAIZ, 'build', 'bootstrap.mjs'), 'utf8')).toContain("'ci', '--ignore-scripts'")
    expect(cerrojo.filter(([, p]) => p.dev !== true && p.hasInstallScript === true).map(([ruta]) => ruta)).toEqual([])
  })

  it('that are shipped have licences compatible with the program', () => {
    const ajenas = cerrojo.filter(([ruta, p]) => p.dev !== true && !NO_VIAJAN.has(ruta.replace(/^.*node_modules\//, '')) && !sirveLicencia(p.license ?? '')).map(([ruta, p]) => `${ruta}: ${p.license ?? 'none'}`)
    expect(ajenas).toEqual([])
  })

  it('a licence that does not go together would be found', () => {
    expect(['GPL-3.0', 'UNLICENSED', '', 'MIT AND GPL-2.0'].filter(sirveLicencia)).toEqual([])
    expect(['MIT', '(MIT OR GPL-3.0-or-later)', 'BSD-3-Clause AND MIT'].every(sirveLicencia)).toBe(true)
  })
})
