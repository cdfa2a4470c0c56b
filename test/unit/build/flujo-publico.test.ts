/** The public CI cannot run here. What it says is at least read, and held against what goes wrong in such files. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { RAIZ } from '../../../build/rutas.ts'

interface Paso { uses?: string; run?: string; name?: string; if?: string; with?: Record<string, unknown>; env?: Record<string, string> }
interface Trabajo { 'runs-on': string; 'timeout-minutes'?: number; needs?: string | string[]; steps: Paso[]; permissions?: Record<string, string>; strategy?: { matrix: { sistema: string[] } } }
interface Flujo { name: string; on: Record<string, unknown>; permissions: Record<string, string>; jobs: Record<string, Trabajo> }

// electron-builder brings a YAML reader along.
const { load } = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'))('js-yaml') as { load(texto: string): unknown }
const CARPETA = path.join(RAIZ, '.github', 'workflows')
const texto = readFileSync(path.join(CARPETA, 'verificar.yml'), 'utf8')
const flujo = load(texto) as Flujo
const trabajos = Object.entries(flujo.jobs)
const pasos = trabajos.flatMap(([trabajo, { steps }]) => steps.map((paso) => ({ trabajo, ...paso })))
const guiones = (JSON.parse(readFileSync(path.join(RAIZ, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts

describe('the public workflow', () => {
  it('is the only one, and runs on changes, proposals and every week', () => {
    expect(readdirSync(CARPETA)).toEqual(['verificar.yml'])
    expect(Object.keys(flujo.on).toSorted()).toEqual(['pull_request', 'push', 'schedule'])
  })

  it('tests and packs on the three systems', () => {
    for (const nombre of ['probar', 'empaquetar']) expect(flujo.jobs[nombre]?.strategy?.matrix.sistema.map((s) => s.split('-')[0])).toEqual(['ubuntu', 'windows', 'macos'])
    expect(flujo.jobs['probar']?.steps.some((p) => p.run === 'npm test')).toBe(true)
  })

  it('uses the actions of others by commit, with the version in words', () => {
    const usos = [...texto.matchAll(/uses: (.*)$/gm)].map((m) => m[1] ?? '')
    expect(usos.length).toBeGreaterThan(5)
    for (const uso of usos) expect(uso).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    // One commit an action: two would mean that one of them was forgotten.
    const deCada = new Map(usos.map((u) => [u.split('@')[0], u]))
    expect(usos.filter((u) => deCada.get(u.split('@')[0]) !== u)).toEqual([])
  })

  it('may write nothing, but for the job that publishes a tag', () => {
    expect(flujo.permissions).toEqual({ contents: 'read' })
    expect(trabajos.filter(([, t]) => t.permissions !== undefined).map(([n]) => n)).toEqual(['publicar'])
    expect((flujo.jobs['publicar'] as unknown as { if: string }).if).toBe("startsWith(github.ref, 'refs/tags/v')")
    for (const { uses = '', with: con } of pasos) if (uses.startsWith('actions/checkout@')) expect(con).toEqual({ 'persist-credentials': false })
  })

  it('writes nothing that a stranger can choose into a command', () => {
    expect(pasos.filter((p) => p.run?.includes('${{')).map((p) => p.run)).toEqual([])
  })

  it('shows secrets to the step that signs, and to no other', () => {
    expect(pasos.filter((p) => JSON.stringify(p).includes('secrets.')).map((p) => [p.trabajo, p.run])).toEqual([['empaquetar', 'npm run package -- --instaladores']])
  })

  it('names jobs and scripts that exist, and none runs for ever', () => {
    for (const [nombre, t] of trabajos) {
      expect(t['timeout-minutes'], nombre).toBeGreaterThan(0)
      for (const antes of [t.needs ?? []].flat()) expect(Object.keys(flujo.jobs)).toContain(antes)
      expect(t['runs-on']).not.toContain('latest')
    }
    for (const { run = '' } of pasos) for (const [, guion = ''] of run.matchAll(/npm run (\w+)/g)) expect(Object.keys(guiones)).toContain(guion)
  })

  it('installs without running anybody’s scripts', () => {
    for (const { run = '' } of pasos) for (const linea of run.split('\n')) if (/npm (ci|install)\b/.test(linea)) expect(linea).toContain('--ignore-scripts')
  })

  it('publishes checksums, the bill of materials and the proof of origin', () => {
    const publicar = flujo.jobs['publicar']?.steps ?? []
    expect(publicar.map((p) => p.run ?? '').join('\n')).toMatch(/npm sbom .*cyclonedx[\s\S]*sha256sum/)
    expect(publicar.some((p) => p.uses?.startsWith('actions/attest-build-provenance@') === true)).toBe(true)
  })

  it('carries the versions that the lock file has', () => {
    const cerrojo = (JSON.parse(readFileSync(path.join(RAIZ, 'package-lock.json'), 'utf8')) as { packages: Record<string, { version: string }> }).packages
    const nombrados = [...texto.matchAll(/(@libsql\/[\w-]+)@([\d.]+)/g)]
    expect(nombrados).toHaveLength(2)
    for (const [, paquete = '', version] of nombrados) expect(cerrojo[`node_modules/${paquete}`]?.version).toBe(version)
  })
})

describe('the weekly proposals of new versions', () => {
  it('look after packages and actions, and let a version age before taking it', () => {
    const { updates } = load(readFileSync(path.join(RAIZ, '.github', 'dependabot.yml'), 'utf8')) as { updates: { 'package-ecosystem': string; schedule: { interval: string }; cooldown: { 'default-days': number } }[] }
    expect(updates.map((u) => u['package-ecosystem'])).toEqual(['npm', 'github-actions'])
    for (const u of updates) expect([u.schedule.interval, u.cooldown['default-days']]).toEqual(['weekly', 7])
  })
})
