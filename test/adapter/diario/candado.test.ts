import { spawn } from 'node:child_process'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { tomarCandado } from '../../../electron/adapters/candado.ts'
import { carpetaTemporal } from './soporte.ts'

let carpeta: ReturnType<typeof carpetaTemporal>
beforeEach(() => { carpeta = carpetaTemporal() })
afterEach(() => { carpeta.borrar() })
const archivo = (): string => path.join(carpeta.ruta, 'diario.db')

it('one at a time, and again once it was let go', () => {
  const mio = tomarCandado(archivo())
  expect(mio).not.toBeNull()
  expect(tomarCandado(archivo())).toBeNull()
  mio?.soltar()
  mio?.soltar()
  const otro = tomarCandado(archivo())
  expect(otro).not.toBeNull()
  otro?.soltar()
})

it('another process has it until it ends, even when it is killed', async () => {
  const programa = `import { tomarCandado } from ${JSON.stringify(path.resolve(import.meta.dirname, '../../../electron/adapters/candado.ts'))}
    process.stdout.write(String(tomarCandado(process.argv[1]) !== null)); setInterval(() => undefined, 1000)`
  const hijo = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', programa, archivo()], { stdio: ['ignore', 'pipe', 'inherit'] })
  const dicho = await new Promise<string>((listo) => { hijo.stdout.on('data', (b: Buffer) => { listo(b.toString()) }); hijo.on('close', () => { listo('') }) })
  expect(dicho).toBe('true')
  expect(tomarCandado(archivo())).toBeNull()
  const fin = new Promise((listo) => { hijo.on('close', listo) })
  hijo.kill('SIGKILL')
  await fin
  const mio = tomarCandado(archivo())
  expect(mio).not.toBeNull()
  mio?.soltar()
})
