/**
 * Unpacks a .zip and a .tgz with nothing but Node: a bare machine has no `unzip`, and the extractor that `electron`
 * brings is a package for newer Nodes. Meant for archives whose hash is pinned, not for a stranger's.
 */
import { closeSync, createReadStream, createWriteStream, mkdirSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createInflateRaw } from 'node:zlib'
import { FallaBuild } from './procesos.ts'
import { TEXTOS } from './textos.ts'

interface EntradaZip { nombre: string; metodo: number; comprimido: number; posicion: number; modo: number }

function leer(fd: number, posicion: number, largo: number): Buffer {
  const trozo = Buffer.alloc(largo)
  readSync(fd, trozo, 0, largo, posicion)
  return trozo
}

/** The central directory; no zip64 (what we unpack is far below 4 GB and 65,535 entries). */
function entradasDe(fd: number, tamano: number): EntradaZip[] {
  const cola = leer(fd, Math.max(0, tamano - 65_557), Math.min(tamano, 65_557))
  const fin = cola.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (fin < 0) throw new FallaBuild(TEXTOS.archivoDanado)
  const directorio = leer(fd, cola.readUInt32LE(fin + 16), cola.readUInt32LE(fin + 12))
  const entradas: EntradaZip[] = []
  for (let i = 0; i < directorio.length;) {
    const nombre = directorio.readUInt16LE(i + 28)
    entradas.push({
      nombre: directorio.toString('utf8', i + 46, i + 46 + nombre),
      metodo: directorio.readUInt16LE(i + 10),
      comprimido: directorio.readUInt32LE(i + 20),
      modo: directorio.readUInt16LE(i + 40) & 0o7777,
      posicion: directorio.readUInt32LE(i + 42),
    })
    i += 46 + nombre + directorio.readUInt16LE(i + 30) + directorio.readUInt16LE(i + 32)
  }
  return entradas
}

/** Unpacks the entries for which `destino` answers a path (null: leave out), keeping their permission bits. */
export async function desempacarZip(archivo: string, destino: (nombre: string) => string | null): Promise<void> {
  const fd = openSync(archivo, 'r')
  try {
    for (const e of entradasDe(fd, statSync(archivo).size)) {
      const ruta = e.nombre.endsWith('/') ? null : destino(e.nombre)
      if (ruta === null) continue
      const cabecera = leer(fd, e.posicion, 30)
      const inicio = e.posicion + 30 + cabecera.readUInt16LE(26) + cabecera.readUInt16LE(28)
      mkdirSync(path.dirname(ruta), { recursive: true })
      const entrada = createReadStream(archivo, { start: inicio, end: inicio + e.comprimido - 1, highWaterMark: 1 << 20 })
      const salida = createWriteStream(ruta, { mode: e.modo === 0 ? 0o644 : e.modo })
      await (e.metodo === 0 ? pipeline(entrada, salida) : pipeline(entrada, createInflateRaw(), salida))
    }
  } finally { closeSync(fd) }
}

/** Writes the one file `nombre` (as it is called inside) of a .tgz to `ruta`. */
export async function extraerDeTgz(tgz: string, nombre: string, ruta: string): Promise<void> {
  const fd = openSync(ruta, 'w')
  let pendiente: Buffer = Buffer.alloc(0)
  let resto = 0 // bytes of the current entry still to come
  let relleno = 0
  let escribiendo = false
  let hallado = false
  const consumir = (trozo: Buffer): void => {
    pendiente = pendiente.length === 0 ? trozo : Buffer.concat([pendiente, trozo])
    for (;;) {
      if (resto > 0) {
        const parte = pendiente.subarray(0, resto)
        if (escribiendo) writeSync(fd, parte)
        resto -= parte.length
        pendiente = pendiente.subarray(parte.length)
        if (resto > 0) return
      }
      if (pendiente.length < relleno + 512) return
      pendiente = pendiente.subarray(relleno)
      const actual = pendiente.toString('utf8', 0, 100).replace(/\0.*$/s, '')
      resto = Number.parseInt(pendiente.toString('latin1', 124, 136), 8) || 0
      relleno = (512 - (resto % 512)) % 512
      escribiendo = actual === nombre
      hallado ||= escribiendo
      pendiente = pendiente.subarray(512)
    }
  }
  try {
    await pipeline(createReadStream(tgz), createGunzip(), async (flujo) => { for await (const trozo of flujo) consumir(trozo as Buffer) })
  } finally { closeSync(fd) }
  if (!hallado) throw new FallaBuild(TEXTOS.archivoDanado)
}
