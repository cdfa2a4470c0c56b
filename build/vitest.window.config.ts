import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))
/** The real program in the real Electron window: one at a time, no retries. `window-setup.ts` builds it and finds a display. */
export default defineConfig({
  root,
  test: {
    include: ['test/window/**/*.test.ts'],
    // A keyring of one's own, and looking into other processes, are Linux's.
    exclude: process.platform === 'linux' ? [] : ['test/window/llavero.test.ts', 'test/window/token.test.ts'],
    environment: 'node',
    globalSetup: ['build/window-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    retry: 0,
  },
})
