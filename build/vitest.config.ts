import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Plain Node: domain rules, and adapters against a temporary folder and a loopback server. */
export default defineConfig({
  root,
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/adapter/**/*.test.ts'],
    // NSIS's compiler comes from Debian.
    exclude: process.platform === 'linux' ? [] : ['test/adapter/build/instalador.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
