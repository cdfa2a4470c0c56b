import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { escribirLicencias, licenciasDe, paqueteDe } from '../../../build/licencias.ts'
import { RAIZ } from '../../../build/rutas.ts'

const en = (...partes: string[]): string => path.join(RAIZ, 'node_modules', ...partes)

describe('the list of licences', () => {
  it.each([
    [en('zod', 'v4', 'index.js'), 'zod'], [en('@internationalized', 'date', 'dist', 'x.mjs'), '@internationalized/date'], [en('a', 'node_modules', 'b', 'c.js'), 'a/node_modules/b'],
    [`\0${en('react', 'index.js')}?commonjs-module`, 'react'], ['node_modules/undici/index.js', 'undici'],
  ])('knows whose the file %s is', (archivo, paquete) => {
    expect(path.relative(en(), paqueteDe(archivo) ?? '')).toBe(paquete)
  })
  it.each([path.join(RAIZ, 'renderer', 'main.tsx'), '\0vite/preload-helper.js', 'electron/main.ts'])('takes %s for ours', (archivo) => { expect(paqueteDe(archivo)).toBeNull() })

  it('names each package once, with its text, and those that are not in the bundles but in the program', () => {
    const lista = licenciasDe([en('zod', 'a.js'), en('zod', 'b.js'), en('react', 'index.js')])
    expect(lista.map((l) => l.paquete)).toEqual(['@neon-rs/load', 'detect-libc', 'electron', 'libsql', 'react', 'zod'])
    for (const l of lista) expect(l.version).toMatch(/^\d+\.\d+/)
    expect(lista.find((l) => l.paquete === 'react')).toMatchObject({ licencia: 'MIT', texto: expect.stringContaining('Permission is hereby granted') as unknown })
  })

  it('is refused when something without a known licence would be shipped', () => {
    expect(() => { escribirLicencias('/no/se/escribe', [en('buffers', 'index.js')]) }).toThrow(/buffers/)
  })
})
