import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { afterEach, describe, expect, it } from 'vitest'
import { escribirZip } from '../../../electron/adapters/archivo-zip.ts'
import { crearClienteGestor } from '../../../electron/adapters/cliente-gestor.ts'
import { leerZip, type Zip } from './leer-zip.ts'
import { cursoDePrueba } from '../../unit/envio/curso-de-prueba.ts'
import { servidorHttp } from '../cliente/servidor.ts'
import { A, AHORA, B, TOKEN, montar, type Escena, type OpcionesEscena } from './soporte.ts'

const abiertas: Escena[] = []
afterEach(async () => { for (const e of abiertas.splice(0)) await e.cerrar() })
const escena = async (o: OpcionesEscena = {}): Promise<Escena> => { const e = await montar({ cursos: [cursoDePrueba([{ rut: A, modulos: { M1: 30 } }, { rut: B, modulos: { M1: 10 } }])], ...o }); abiertas.push(e); return e }
const sha = (b: Uint8Array): string => createHash('sha256').update(b).digest('hex')
/** As the person gets it: written to disk and opened again. */
async function exportar(e: Escena, id: string, practica = false): Promise<Zip> {
  const r = await e.envios.evidencia(id, practica)
  if (!r.ok) throw new Error(r.falla.codigo)
  const ruta = path.join(e.carpeta, r.valor.nombre)
  await escribirZip(ruta, r.valor.archivos, AHORA)
  return leerZip(ruta)
}

describe('evidence of a send', () => {
  it('has the very bytes that went and came, and a page whose hashes are theirs', async () => {
    // Neither UTF-8 nor JSON alone: what is kept must be what came.
    const crudo = Buffer.concat([Buffer.from('\uFEFF<b>Warning</b> token '), Buffer.from([0xff, 0xfe, 0xe1]), Buffer.from(`${TOKEN}\n{"id_proceso":7,"envio":[],"errores":[]}`)])
    const recibidos: string[] = []
    const s = await servidorHttp((res, r) => { recibidos.push(r.cuerpo); res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(crudo) })
    const e = await escena({ cambiar: () => ({ cliente: crearClienteGestor({ urlBase: () => s.url, esperaMs: () => 5000, soloLocal: true }) }) })
    const id = await e.enviarTodo()
    await s.cerrar()
    const zip = await exportar(e, id)
    const [manifiesto, solicitud, respuesta] = zip.nombres
    expect(zip.nombres).toEqual(['LEAME.txt', expect.stringMatching(/^01-PSIC-.*-solicitud\.json$/u), expect.stringMatching(/^01-PSIC-.*-respuesta\.html$/u)])
    expect(zip.de(solicitud).toString('utf8')).toBe(recibidos[0]?.replace(TOKEN, '[token]'))
    expect(zip.de(respuesta)).toEqual(Buffer.from(crudo.toString('latin1').replace(TOKEN, '[token]'), 'latin1'))
    const texto = zip.de(manifiesto).toString('utf8')
    for (const nombre of zip.nombres.slice(1)) {
      expect(texto).toContain(nombre)
      expect(texto).toContain(sha(zip.de(nombre)))
    }
    expect(texto).toContain('24-11-2026 15:30')
    expect(texto).toContain('hora de Santiago')
    expect(texto).not.toContain('ATENCIÓN')
    expect(texto).not.toContain('PRÁCTICA')
    expect(JSON.stringify(zip.nombres.map((n) => zip.de(n).toString('latin1'))).toUpperCase()).not.toContain(TOKEN)
  })

  it('tells each attempt, keeps the answers that did not end it and the beginning of one that was cut', async () => {
    const e = await escena()
    e.gestor.malasManeras.codigo002 = { proximas: 1 }
    const zip = await exportar(e, await e.enviarTodo(), true)
    expect(zip.nombres.map((n) => n.replace(/^01-PSIC-\d+-\d+-\w+-/u, ''))).toEqual(['LEAME.txt', 'solicitud.json', 'intento-1.json', 'respuesta.json'])
    expect(zip.de(zip.nombres[2]).toString()).toContain('002')
    expect(zip.de('LEAME.txt').toString()).toMatch(/Intento 1:.*HTTP 200[\s\S]*Intento 2:/u)
    expect(zip.de('LEAME.txt').toString()).toContain('ENVÍO DE PRÁCTICA')

    const s = await servidorHttp((res) => { res.writeHead(200, { 'content-type': 'application/json', 'content-length': '9999' }); res.write('{"id_proc', () => { res.destroy() }) })
    const otra = await escena({ cambiar: () => ({ cliente: crearClienteGestor({ urlBase: () => s.url, esperaMs: () => 5000, soloLocal: true }) }) })
    const cortada = await exportar(otra, await otra.enviarTodo())
    await s.cerrar()
    expect(cortada.nombres.map((n) => n.replace(/^01-PSIC-\d+-\d+-\w+-/u, ''))).toEqual(['LEAME.txt', 'solicitud.json', 'intento-1.json'])
    expect(cortada.de(cortada.nombres[2]).toString()).toBe('{"id_proc')
  })

  it('says so when the bytes are no longer those that were noted', async () => {
    const e = await escena()
    const id = await e.enviarTodo()
    const db = new Database(path.join(e.carpeta, 'diario.db'))
    db.exec("UPDATE contenido SET octetos = x'7b7d' WHERE que = 'solicitud'")
    db.close()
    expect((await exportar(e, id)).de('LEAME.txt').toString()).toContain('ATENCIÓN: no calza')
    expect(await e.envios.evidencia('otro', false)).toMatchObject({ falla: { codigo: 'envio-no-existe' } })
  })

  it('a place that refuses leaves what was there', async () => {
    const e = await escena()
    const ruta = path.join(e.carpeta, 'ocupado.zip')
    writeFileSync(ruta, 'antes')
    await expect(escribirZip(path.join(ruta, 'x.zip'), [{ nombre: 'a', octetos: Buffer.from('a') }], AHORA)).rejects.toThrow('ENOTDIR')
    expect(readFileSync(ruta, 'utf8')).toBe('antes')
    expect(readdirSync(e.carpeta).filter((n) => n.includes('.tmp'))).toEqual([])
  })
})
