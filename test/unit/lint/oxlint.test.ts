import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { binDe, correrNode } from '../../../build/procesos.ts'
import { RAIZ } from '../../../build/rutas.ts'

/** A bad file for each convention that oxlint keeps; all are checked in one run. */
const MALOS: readonly [regla: string, archivo: string, texto: string][] = [
  ['no-explicit-any', 'shared/any.ts', 'export const f = (x: any): unknown => x'],
  ['ban-ts-comment', 'shared/ignorado.ts', '// @ts-ignore\nexport const a: number = "x"'],
  ['no-non-null-assertion', 'shared/afirmado.ts', 'export const f = (x: string | null): string => x!'],
  ['no-console', 'electron/consola.ts', 'console.log("x")\nexport {}'],
  ['no-floating-promises', 'electron/promesa.ts', 'const f = (): Promise<number> => Promise.resolve(1)\nf()\nexport {}'],
  ['switch-exhaustiveness-check', 'shared/casos.ts', 'export function f(x: "a" | "b"): number { switch (x) { case "a": return 1 }\n return 0 }'],
  ['no-disabled-tests', 'test/saltada.test.ts', 'import { expect, it } from "vitest"\nit.skip("x", () => { expect(1).toBe(1) })'],
  ['no-focused-tests', 'test/sola.test.ts', 'import { expect, it } from "vitest"\nit.only("x", () => { expect(1).toBe(1) })'],
  ['no-eval', 'renderer/evaluado.ts', 'export const f = (): unknown => eval("1")'],
  ['eqeqeq', 'shared/igual.ts', 'export const f = (a: number, b: number): boolean => a == b'],
  ['max-lines', 'shared/largo.ts', Array.from({ length: 300 }, (_, i) => `export const a${String(i)} = ${String(i)}`).join('\n')],
]

interface Informe { diagnostics: { code: string; filename: string }[] }
let carpeta = ''
let informe: Informe = { diagnostics: [] }

beforeAll(async () => {
  carpeta = await mkdtemp(path.join(tmpdir(), 'lint-'))
  await writeFile(path.join(carpeta, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, module: 'ESNext', moduleResolution: 'bundler', target: 'ES2023', types: [], noEmit: true }, include: ['**/*.ts'] }))
  for (const [, archivo, texto] of MALOS) {
    await mkdir(path.dirname(path.join(carpeta, archivo)), { recursive: true })
    await writeFile(path.join(carpeta, archivo), texto)
  }
  const { salida } = await correrNode([binDe('oxlint'), '-c', path.join(RAIZ, 'build/oxlintrc.json'), '--type-aware', '-f', 'json', '.'], { cwd: carpeta, modo: 'callar' })
  informe = JSON.parse(salida.slice(salida.indexOf('{'))) as Informe
})
afterAll(() => rm(carpeta, { recursive: true, force: true }))

describe('conventions kept by oxlint', () => {
  it.each(MALOS)('%s refuses %s', (regla, archivo) => {
    const de = informe.diagnostics.filter((d) => d.filename.replaceAll('\\', '/').endsWith(archivo)).map((d) => d.code)
    expect(de.some((codigo) => codigo.includes(`(${regla})`)), JSON.stringify(de)).toBe(true)
  })
})
