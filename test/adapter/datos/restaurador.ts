/** Runs as a process of its own: restores, says every change that it makes on the disk, and waits to be killed. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const decir = (que: string): void => { fs.writeSync(1, `${que}\n`) }
const { mkdirSync, renameSync, rmSync } = fs
fs.mkdirSync = (...a: Parameters<typeof mkdirSync>) => { decir('mkdir'); return mkdirSync(...a) }
fs.rmSync = (...a: Parameters<typeof rmSync>) => { decir('rm'); rmSync(...a) }
syncBuiltinESMExports()

const { restaurar } = await import('../../../electron/proceso-datos/restauracion.ts')
const pedido = JSON.parse(process.argv[2] ?? '') as Parameters<typeof restaurar>[0]
decir('empieza')
restaurar(pedido, ((de: string, a: string) => { decir('rename'); renameSync(de, a); decir('renamed') }) as typeof renameSync)
decir('lista')
