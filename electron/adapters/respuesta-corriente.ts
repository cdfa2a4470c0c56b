/** An answer read as it comes: bytes → uncompressed → text → without the token, a piece at a time. */
import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { MARCA_TOKEN } from '../../shared/domain/envio.ts'
import type { OyenteDeHistorial } from '../services/puertos-historial.ts'
import { decodificador } from './cuerpo-respuesta.ts'

/** A million records take some 700 MB: more than this is not the history of an OTEC. */
export const LIMITE_HISTORIAL = 2 * 1024 * 1024 * 1024
/** Bytes handed over at once: what follows from them holds the thread some milliseconds. */
const TROZO = 64 * 1024

interface Opciones { codificacion: string; tipoContenido: string; token: string; limite: number }

/**
 * @returns `cortada`: the compressed bytes end before what they hold; `demasiado-grande`: also when the listener has had
 * enough. Throws what the connection throws.
 */
export async function leerPorTrozos(cuerpo: Readable, o: Opciones, oyente: OyenteDeHistorial): Promise<'entera' | 'cortada' | 'demasiado-grande'> {
  const decodificar = decodificador(o.tipoContenido)
  const tapar = sinToken(o.token)
  let octetos = 0
  try {
    for await (const parte of await inflado(cuerpo, o.codificacion)) {
      for (let i = 0; i < parte.byteLength; i += TROZO) {
        const trozo = parte.subarray(i, i + TROZO)
        octetos += trozo.byteLength
        if (octetos > o.limite) return 'demasiado-grande'
        if (!await oyente.trozo(tapar(decodificar.decode(trozo, { stream: true })), octetos)) return 'demasiado-grande'
      }
    }
  } catch (error) {
    if (!esDeZlib(error)) throw error
    return 'cortada'
  }
  await oyente.trozo(tapar(decodificar.decode(), true), octetos)
  return 'entera'
}

const esDeZlib = (error: unknown): boolean => String((error as { code?: unknown } | null)?.code).startsWith('Z_')

/** A server that names a compression that it did not use: its bytes as they are may still hold the answer. */
async function inflado(cuerpo: Readable, codificacion: string): Promise<AsyncIterable<Uint8Array>> {
  const nombre = codificacion.trim().toLowerCase()
  if (nombre === '' || nombre === 'identity') return cuerpo
  const partes = cuerpo[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  let inicio = Buffer.alloc(0)
  let fin = false
  while (inicio.length < 2 && !fin) {
    const parte = await partes.next()
    if (parte.done === true) fin = true
    else inicio = Buffer.concat([inicio, parte.value])
  }
  async function* entero(): AsyncGenerator<Uint8Array> {
    if (inicio.length > 0) yield inicio
    for (let p = await partes.next(); p.done !== true; p = await partes.next()) yield p.value
  }
  const esGzip = inicio[0] === 0x1f && inicio[1] === 0x8b
  const esZlib = ((inicio[0] ?? 0) & 0x0f) === 8 && (((inicio[0] ?? 0) << 8) + (inicio[1] ?? 0)) % 31 === 0
  const inflar = /^(?:x-)?gzip$/u.test(nombre) && esGzip ? createGunzip() : nombre === 'deflate' && esZlib ? createInflate() : nombre === 'br' ? createBrotliDecompress() : null
  if (inflar === null) return entero()
  const fuente = Readable.from(entero())
  // A connection that breaks must break the reading, and with its own error.
  fuente.on('error', (error) => { inflar.destroy(error) })
  return fuente.pipe(inflar)
}

/** A service in trouble prints what it received, token included, and a piece may end in the middle of it: that end waits for the next. */
function sinToken(token: string): (texto: string, ultimo?: boolean) => string {
  if (token === '') return (texto) => texto
  const patron = new RegExp(token.replace(/[^0-9a-z-]/giu, '\\$&'), 'gi')
  let cola = ''
  return (texto, ultimo = false) => {
    const todo = (cola + texto).replace(patron, () => MARCA_TOKEN)
    const retener = ultimo ? 0 : Math.min(todo.length, token.length - 1)
    cola = todo.slice(todo.length - retener)
    return todo.slice(0, todo.length - retener)
  }
}
