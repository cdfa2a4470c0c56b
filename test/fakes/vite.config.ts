/** The window in a plain browser over the fake bridge: `npx vite --config test/fakes/vite.config.ts`. Never part of the product. */
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const raiz = fileURLToPath(new URL('../..', import.meta.url))

export default defineConfig({
  root: fileURLToPath(new URL('../../renderer', import.meta.url)),
  base: './',
  cacheDir: fileURLToPath(new URL('../../.cache/vite-fakes', import.meta.url)),
  plugins: [
    react(),
    {
      name: 'puente-falso',
      resolveId: id => id === '/puente-falso.ts' ? fileURLToPath(new URL('instalar.ts', import.meta.url)) : null,
      // Module scripts run in document order, so the fake is on window before main.tsx is evaluated.
      transformIndexHtml: { order: 'pre', handler: html => html.replace('<script type="module" src="./main.tsx">', '<script type="module" src="/puente-falso.ts"></script>\n    <script type="module" src="./main.tsx">') },
    },
  ],
  server: { port: 5210, fs: { allow: [raiz] } },
  build: { outDir: fileURLToPath(new URL('../../.cache/fakes', import.meta.url)), emptyOutDir: true, target: 'chrome130' },
})
