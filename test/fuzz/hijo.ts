/** The process where mutants are tried: if one kills it, only it dies. Its parent sends which ones, one at a time. */
import path from 'node:path'
import { CORPUS } from '../corpus/corpus.ts'
import { mutar } from './mutar.ts'
import type { Orden, Respuesta } from './mensajes.ts'
import { probar } from './probar.ts'

const semillas = new Map<string, Promise<Buffer>>()
async function bytesDe(nombre: string): Promise<Buffer> {
  const caso = CORPUS.find(c => c.nombre === nombre)
  const contenido = await caso?.hacer()
  if (typeof contenido !== 'object') throw new TypeError(`no file is called ${nombre}`)
  return Buffer.from(contenido)
}

async function atender({ caso, archivo, semilla, carpeta }: Orden): Promise<Respuesta> {
  const base = semillas.get(caso) ?? bytesDe(caso)
  semillas.set(caso, base)
  const bytes = mutar(await base, semilla)
  try {
    return { tipo: 'bien', salida: await probar(bytes, archivo, path.join(carpeta, 'mutante')) }
  } catch (e) {
    return { tipo: 'excepcion', detalle: e instanceof Error ? (e.stack ?? e.message) : String(e) }
  }
}

// What the libraries say on the console is nobody's answer.
console.error = console.warn = console.log = () => undefined
process.on('message', (orden) => { void atender(orden as Orden).then(r => process.send?.(r)) })
process.send?.({ tipo: 'listo' } satisfies Respuesta)
