import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname
/** Plain Node: domain rules, and adapters against a temporary folder and a loopback server. */
export default defineConfig({
  root,
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/adapter/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
