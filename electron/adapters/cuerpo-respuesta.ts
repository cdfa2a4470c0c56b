/** Bytes of an answer → text: size limits, compression, character set. */
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from 'node:zlib'

/** A whole history of an OTEC stays far below; more than this is not an answer of the service. */
export const LIMITE_RESPUESTA = 64 * 1024 * 1024

export type CuerpoLeido = { readonly tipo: 'octetos'; readonly octetos: Uint8Array } | { readonly tipo: 'demasiado-grande' } | { readonly tipo: 'cortada' }
type Inflar = (datos: Uint8Array, opciones: ZlibOptions, listo: (error: Error | null, resultado: Uint8Array) => void) => void

/** Collects the body in `partes`, which also holds what came before a cut, and stops reading at the limit. Throws what the connection throws. */
export async function juntar(cuerpo: AsyncIterable<Uint8Array>, limite: number, partes: Uint8Array[]): Promise<Uint8Array | null> {
  let total = 0
  for await (const parte of cuerpo) {
    total += parte.byteLength
    if (total > limite) return null
    partes.push(parte)
  }
  return Buffer.concat(partes)
}

export async function leerCuerpo(bytes: Uint8Array, codificacion: string, limite: number): Promise<CuerpoLeido> {
  const formas: Readonly<Record<string, Inflar>> = { gzip: gunzip, 'x-gzip': gunzip, deflate: inflate, br: brotliDecompress }
  const inflar = formas[codificacion.trim().toLowerCase()]
  if (inflar === undefined || bytes.byteLength === 0) return { tipo: 'octetos', octetos: bytes }
  return new Promise((resolver) => {
    inflar(bytes, { maxOutputLength: limite }, (error, inflado) => {
      if (error === null) { resolver({ tipo: 'octetos', octetos: inflado }); return }
      const codigo = (error as { code?: unknown }).code
      if (codigo === 'ERR_BUFFER_TOO_LARGE') resolver({ tipo: 'demasiado-grande' })
      else if (codigo === 'Z_BUF_ERROR') resolver({ tipo: 'cortada' })
      // A server that names a compression it did not use: the bytes as they are may still hold the answer.
      else resolver({ tipo: 'octetos', octetos: bytes })
    })
  })
}

/** UTF-8 unless the header names the old Western set. A byte that fits neither becomes U+FFFD: the rest still reads. */
export const decodificar = (bytes: Uint8Array, tipoContenido: string): string => decodificador(tipoContenido).decode(bytes)

export function decodificador(tipoContenido: string): InstanceType<typeof TextDecoder> {
  const occidental = /charset\s*=\s*"?(?:iso-8859-1|iso-8859-15|windows-1252|latin1)/iu.test(tipoContenido)
  return new TextDecoder(occidental ? 'windows-1252' : 'utf-8')
}
