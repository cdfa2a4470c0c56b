/** Runs as a process of its own: opens the profiles and dies, with no warning, after so many renames. */
import '../credenciales/sin-electron.ts'
import { renameSync } from 'node:fs'
import { abrirPerfiles } from '../../../electron/adapters/perfiles.ts'

let quedan = Number(process.argv[3])
abrirPerfiles(process.argv[2] ?? '', (de, a) => {
  if (quedan-- === 0) process.kill(process.pid, 'SIGKILL')
  renameSync(de, a)
})
process.stdout.write('entero')
