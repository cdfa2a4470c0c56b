/**
 * esbuild plugin: `await import('undici')` of a CommonJS package gives its names, as in plain Node.
 * Left alone, esbuild's chunk exports only `default`, so code that the Node tests prove would break once bundled.
 */
import type { Plugin } from 'esbuild'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { RAIZ } from './rutas.ts'

const RESERVADAS = new Set(['default', 'class', 'function', 'delete', 'new', 'return', 'import', 'export', 'enum', 'package', 'static', 'null', 'true', 'false'])
const esNombre = (n: string): boolean => /^[A-Za-z_$][\w$]*$/.test(n) && !RESERVADAS.has(n)

function esCommonJs(archivo: string): boolean {
  if (archivo.endsWith('.cjs')) return true
  if (!archivo.endsWith('.js')) return false
  for (let carpeta = path.dirname(archivo); carpeta !== path.dirname(carpeta); carpeta = path.dirname(carpeta)) {
    const paquete = path.join(carpeta, 'package.json')
    if (existsSync(paquete)) return (JSON.parse(readFileSync(paquete, 'utf8')) as { type?: string }).type !== 'module'
  }
  return true
}

export const cjsPerezoso: Plugin = {
  name: 'cjs-perezoso',
  setup(construccion) {
    construccion.onResolve({ filter: /^[^./]/ }, async (args) => {
      if (args.kind !== 'dynamic-import' || args.pluginData === cjsPerezoso) return undefined
      const hallado = await construccion.resolve(args.path, { kind: 'import-statement', resolveDir: args.resolveDir, importer: args.importer, pluginData: cjsPerezoso })
      if (hallado.external || hallado.errors.length > 0 || !esCommonJs(hallado.path)) return hallado
      return { path: hallado.path, namespace: 'cjs-perezoso' }
    })
    construccion.onLoad({ filter: /.*/, namespace: 'cjs-perezoso' }, (args) => {
      const modulo: unknown = createRequire(path.join(RAIZ, 'package.json'))(args.path)
      const nombres = Object.keys(modulo as object).filter(esNombre)
      return {
        resolveDir: path.dirname(args.path),
        contents: `const m = require(${JSON.stringify(args.path)})\nexport default m\n${nombres.length === 0 ? '' : `export const { ${nombres.join(', ')} } = m`}`,
      }
    })
  },
}
