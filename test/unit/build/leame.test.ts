import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { RAIZ } from '../../../build/rutas.ts'

const texto = readFileSync(path.join(RAIZ, 'README.md'), 'utf8')
const seguridad = texto.slice(texto.indexOf('\n## Security\n'), texto.indexOf('\n## Releases\n'))

describe('the security part of the README', () => {
  it('names only code and tests that exist', () => {
    const nombrados = [...seguridad.matchAll(/`((?:test|electron|build|\.github)\/[\w./-]+)`/g)].map((m) => m[1] ?? '')
    expect(nombrados.length).toBeGreaterThan(40)
    expect(nombrados.filter((n) => !existsSync(path.join(RAIZ, n)))).toEqual([])
  })
  it('has each point of the checklist once, with a test', () => {
    const filas = [...seguridad.matchAll(/^\| (\d+) \|.*$/gm)]
    expect(filas.map((f) => Number(f[1]))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    for (const [fila] of filas) expect(fila.split('|').at(-2)).toMatch(/`test\//)
  })
})
