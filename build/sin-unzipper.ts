/**
 * esbuild plugin: leaves `unzipper` out. exceljs loads it for a reader that this program does not use (it only writes
 * with exceljs), and it brings a second way into zip files, and a package without any licence.
 */
import type { Plugin } from 'esbuild'

export const sinUnzipper: Plugin = {
  name: 'sin-unzipper',
  setup(construccion) {
    construccion.onResolve({ filter: /^unzipper$/ }, (args) => ({ path: args.path, namespace: 'sin-unzipper' }))
    construccion.onLoad({ filter: /.*/, namespace: 'sin-unzipper' }, () => ({ contents: 'module.exports = {}', loader: 'js' }))
  },
}
