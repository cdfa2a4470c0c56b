import { gzipSync } from 'node:zlib'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { utils, write } from 'xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desempacarZip, extraerDeTgz } from '../../../build/zip.ts'

let carpeta = ''
beforeAll(async () => { carpeta = await mkdtemp(path.join(tmpdir(), 'archivos-')) })
afterAll(() => rm(carpeta, { recursive: true, force: true }))

/** One entry of a tar, as its format asks: a header of 512 bytes and the body filled up to the same. */
function entradaTar(nombre: string, cuerpo: Buffer): Buffer {
  const cabecera = Buffer.alloc(512)
  cabecera.write(nombre, 0)
  cabecera.write(cuerpo.length.toString(8).padStart(11, '0'), 124)
  return Buffer.concat([cabecera, cuerpo, Buffer.alloc((512 - (cuerpo.length % 512)) % 512)])
}

describe('unpacking without system tools', () => {
  it('takes from a zip only what is asked for, under the given name', async () => {
    const libro = utils.book_new()
    utils.book_append_sheet(libro, utils.aoa_to_sheet([['hola']]), 'Hoja')
    const zip = path.join(carpeta, 'libro.xlsx')
    await writeFile(zip, write(libro, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
    await desempacarZip(zip, (n) => n === 'xl/workbook.xml' ? path.join(carpeta, 'sub', 'libro.xml') : null)
    expect(await readFile(path.join(carpeta, 'sub', 'libro.xml'), 'utf8')).toContain('Hoja')
  })

  it('refuses what is not a zip', async () => {
    const malo = path.join(carpeta, 'malo.zip')
    await writeFile(malo, 'no soy un zip')
    await expect(desempacarZip(malo, () => null)).rejects.toThrow('dañado')
  })

  it.each([0, 1, 511, 512, 513, 3_000_000])('takes a file of %i bytes out of a tgz, between others', async (largo) => {
    const cuerpo = Buffer.alloc(largo, 'abcdefg')
    const tgz = path.join(carpeta, 'p.tgz')
    await writeFile(tgz, gzipSync(Buffer.concat([entradaTar('package/a', Buffer.from('otro')), entradaTar('package/b', cuerpo), entradaTar('package/c', Buffer.from('último')), Buffer.alloc(1024)])))
    const destino = path.join(carpeta, 'b')
    await extraerDeTgz(tgz, 'package/b', destino)
    expect((await readFile(destino)).equals(cuerpo)).toBe(true)
    expect((await stat(destino)).size).toBe(largo)
  })

  it('says so when the file is not inside', async () => {
    const tgz = path.join(carpeta, 'vacio.tgz')
    await writeFile(tgz, gzipSync(Buffer.alloc(1024)))
    await expect(extraerDeTgz(tgz, 'package/b', path.join(carpeta, 'nada'))).rejects.toThrow('dañado')
  })
})
