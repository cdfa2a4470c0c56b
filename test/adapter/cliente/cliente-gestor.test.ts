import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { crearClienteGestor, type OpcionesCliente } from '../../../electron/adapters/cliente-gestor.ts'
import type { ClienteGestor } from '../../../electron/services/puertos.ts'
import { MARCA_TOKEN, armarCuerpo } from '../../../shared/domain/envio.ts'
import { cursoDePrueba } from '../../unit/envio/curso-de-prueba.ts'
import { CERTIFICADO } from './certificado.ts'
import { puertoLibre, servidorHttp, servidorTcp, type ServidorDePrueba } from './servidor.ts'

const TOKEN = '5EEBF607-25A9-4DB2-A4DD-5D31BDAE3220'
const OTEC = { rutOtec: '76123456-0', token: TOKEN }
const CUERPO = armarCuerpo(OTEC.rutOtec, cursoDePrueba([{ rut: 12345678, modulos: { M1: 10 } }], { oferta: MARCA_TOKEN }), 'PSIC-1')
const RESPUESTA = '{"id_proceso":25,"envio":[],"errores":[]}'

const abiertos: ServidorDePrueba[] = []
afterEach(async () => { for (const s of abiertos.splice(0)) await s.cerrar() })
const con = async <S extends ServidorDePrueba>(servidor: Promise<S>): Promise<S> => { const s = await servidor; abiertos.push(s); return s }
const clienteDe = (url: string, o: Partial<OpcionesCliente> = {}): ClienteGestor => crearClienteGestor({ urlBase: () => url, esperaMs: () => 20_000, soloLocal: false, ...o })
const enviar = (url: string, o: Partial<OpcionesCliente> = {}) => clienteDe(url, o).enviarAvance(CUERPO, TOKEN)

describe('what goes out', () => {
  it('POST: the exact bytes, the token in its place only', async () => {
    const s = await con(servidorHttp((res) => res.end(RESPUESTA)))
    expect(await enviar(s.url)).toEqual({ tipo: 'respuesta', httpEstado: 200, texto: RESPUESTA, cuerpo: { octetos: Buffer.from(RESPUESTA), tipoContenido: '' }, fecha: expect.any(String) as unknown })
    expect(s.recibidos).toHaveLength(1)
    expect(s.recibidos[0]).toMatchObject({ metodo: 'POST', url: '/api/enviarAvance', cabeceras: { 'content-type': 'application/json' } })
    expect(JSON.parse(s.recibidos[0]?.cuerpo ?? '')).toEqual({ ...JSON.parse(CUERPO) as object, token: TOKEN })
    expect(JSON.parse(s.recibidos[0]?.cuerpo ?? '')).toMatchObject({ codigoOferta: MARCA_TOKEN })
  })

  it('GET: the query of the contract, filters only when given', async () => {
    const s = await con(servidorHttp((res) => res.end('[]')))
    await clienteDe(`${s.url}/`).historialEnvios(OTEC, {})
    await clienteDe(s.url).historialEnvios(OTEC, { fechaDesde: '2026-11-01', codigoExterno: 'A & B', idProceso: '' })
    const consulta = s.recibidos.map((r) => Object.fromEntries(new URL(r.url, 'http://x').searchParams))
    expect(s.recibidos.map((r) => `${r.metodo} ${r.url.split('?')[0] ?? ''}`)).toEqual(['GET /api/historialEnvios', 'GET /api/historialEnvios'])
    expect(consulta).toEqual([{ rutOtec: '76123456-0', idSistema: '1350', token: TOKEN }, { rutOtec: '76123456-0', idSistema: '1350', token: TOKEN, fechaDesde: '2026-11-01', codigo_externo: 'A & B' }])
  })

  it.each([
    ['http elsewhere', 'http://auladigital.sence.cl/x', false], ['a name that only begins like this computer', 'http://127.0.0.1.example.org/', false],
    ['another scheme', 'ftp://127.0.0.1/', false], ['user and password', 'https://a:b@127.0.0.1/', false], ['a query', 'https://127.0.0.1/?x=1', false],
    ['not an address', 'sence', false], ['the real service, in practice', 'https://auladigital.sence.cl/gestor/API/avance-sic', true],
  ])('refuses %s without a connection', async (_nombre, url, soloLocal) => {
    expect(await enviar(url, { soloLocal })).toMatchObject({ tipo: 'falla', causa: 'direccion', pudoLeerse: false })
  })

  it('follows no redirect: neither body nor token goes elsewhere', async () => {
    const otro = await con(servidorHttp((res) => res.end(RESPUESTA)))
    const s = await con(servidorHttp((res) => { res.writeHead(307, { location: `${otro.url}/robo` }).end() }))
    expect(await enviar(s.url)).toMatchObject({ tipo: 'respuesta', httpEstado: 307 })
    expect(otro.recibidos).toEqual([])
  })
})

describe('what comes back', () => {
  it.each([200, 404, 500, 503])('HTTP %i with its body', async (estado) => {
    const s = await con(servidorHttp((res) => { res.writeHead(estado).end('<b>Warning</b><br />\n{"a":1}') }))
    expect(await enviar(s.url)).toMatchObject({ tipo: 'respuesta', httpEstado: estado, texto: '<b>Warning</b><br />\n{"a":1}' })
  })

  it('gzip, a compression that is not true, and the old Western set', async () => {
    const s = await con(servidorHttp((res) => { res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(RESPUESTA)) }))
    expect(await enviar(s.url)).toMatchObject({ texto: RESPUESTA })
    const mentira = await con(servidorHttp((res) => { res.writeHead(200, { 'content-encoding': 'gzip' }).end(RESPUESTA) }))
    expect(await enviar(mentira.url)).toMatchObject({ texto: RESPUESTA })
    const latina = await con(servidorHttp((res) => { res.writeHead(200, { 'content-type': 'text/html; charset=ISO-8859-1' }).end(Buffer.from('{"m":"Válido"}', 'latin1')) }))
    expect(await enviar(latina.url)).toMatchObject({ texto: '{"m":"Válido"}' })
  })

  it('takes the token out of what a service in trouble prints', async () => {
    const s = await con(servidorHttp((res, r) => res.end(`<pre>${r.cuerpo} ${r.url} ${TOKEN.toLowerCase()}</pre>`)))
    const post = await enviar(s.url)
    const get = await clienteDe(s.url).historialEnvios(OTEC, {})
    for (const r of [post, get]) {
      expect(JSON.stringify(r).toUpperCase()).not.toContain(TOKEN)
      expect(JSON.stringify(r)).toContain(MARCA_TOKEN)
    }
  })

  it('stops reading at the limit, also of what a small body inflates to', async () => {
    const grande = await con(servidorHttp((res) => res.end('x'.repeat(5000))))
    expect(await enviar(grande.url, { limiteRespuesta: 4096 })).toMatchObject({ tipo: 'falla', causa: 'demasiado-grande', pudoLeerse: true, httpEstado: 200 })
    const bomba = await con(servidorHttp((res) => { res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1_000_000))) }))
    expect(await enviar(bomba.url, { limiteRespuesta: 4096 })).toMatchObject({ tipo: 'falla', causa: 'demasiado-grande' })
  })
})

describe('faults: named, and whether the body may have been read', () => {
  it('connection refused', async () => {
    expect(await enviar(`http://127.0.0.1:${await puertoLibre()}`)).toMatchObject({ causa: 'rechazada', pudoLeerse: false })
  })
  it('no such name', async () => {
    expect(await enviar('https://no-existe.invalid/api')).toMatchObject({ causa: 'dns', pudoLeerse: false })
  })
  it('certificate that nobody trusts: nothing was sent; trusted, it works', async () => {
    const s = await con(servidorHttp((res) => res.end(RESPUESTA), true))
    expect(await enviar(s.url)).toMatchObject({ causa: 'tls-emisor', pudoLeerse: false, dato: 'localhost' })
    // A date was asked for, to tell whose clock is wrong; nothing of the call went out.
    expect(s.recibidos.map((r) => [r.metodo, r.url, r.cuerpo])).toEqual([['HEAD', '/', '']])
    expect(await enviar(s.url, { ca: CERTIFICADO.cert })).toMatchObject({ tipo: 'respuesta', httpEstado: 200 })
  })
  it('https against a server that does not speak it', async () => {
    const s = await con(servidorTcp((c) => { c.end('HTTP/1.1 400 Bad Request\r\n\r\n') }))
    expect(await enviar(s.url.replace('http:', 'https:'))).toMatchObject({ causa: 'tls', pudoLeerse: false })
  })
  it('cut after the body, before the answer: tried once and only once', async () => {
    let veces = 0
    const s = await con(servidorHttp((res) => { veces++; res.destroy() }))
    expect(await enviar(s.url)).toMatchObject({ causa: 'cortada', pudoLeerse: true })
    expect(veces).toBe(1)
  })
  it('cut as soon as the connection is made', async () => {
    let veces = 0
    const s = await con(servidorTcp((c) => { veces++; c.destroy() }))
    expect(await enviar(s.url)).toMatchObject({ causa: 'cortada', pudoLeerse: true })
    expect(veces).toBe(1)
  })
  it('reset in the middle of the request', async () => {
    const s = await con(servidorTcp((c) => { c.once('data', () => { c.resetAndDestroy() }) }))
    expect(await enviar(s.url)).toMatchObject({ causa: 'cortada', pudoLeerse: true })
  })
  it.each([
    ['in the middle of the answer', 'HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"id_proceso":25'],
    ['in a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n20\r\n{"id_pro'],
  ])('cut %s', async (_nombre, texto) => {
    const s = await con(servidorTcp((c) => { c.once('data', () => { c.end(texto) }) }))
    expect(await enviar(s.url)).toMatchObject({ causa: 'cortada', pudoLeerse: true, httpEstado: 200 })
  })
  it('gzip cut short', async () => {
    const s = await con(servidorHttp((res) => { res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(RESPUESTA).subarray(0, 30)) }))
    expect(await enviar(s.url)).toMatchObject({ causa: 'cortada', pudoLeerse: true })
  })
  it('answer that is not HTTP', async () => {
    const s = await con(servidorTcp((c) => { c.once('data', () => { c.end('SSH-2.0-OpenSSH_9.6\r\n') }) }))
    expect(await enviar(s.url)).toMatchObject({ causa: 'cortada', pudoLeerse: true })
  })
  it('no answer in time, and an answer that drips and never ends', async () => {
    const muda = await con(servidorHttp(() => undefined))
    expect(await enviar(muda.url, { esperaMs: () => 1500 })).toMatchObject({ causa: 'tiempo', pudoLeerse: true, httpEstado: null })
    const lenta = await con(servidorHttp((res) => { res.writeHead(200).write('{') }))
    expect(await enviar(lenta.url, { esperaMs: () => 1500 })).toMatchObject({ causa: 'tiempo', pudoLeerse: true, httpEstado: 200 })
  })
  it('a slow answer within the time is an answer', async () => {
    const s = await con(servidorHttp((res) => { setTimeout(() => res.end(RESPUESTA), 100) }))
    expect(await enviar(s.url)).toMatchObject({ tipo: 'respuesta', texto: RESPUESTA })
  })
  it('proxy that asks who one is', async () => {
    const s = await con(servidorHttp((res) => { res.writeHead(407, { 'proxy-authenticate': 'Basic' }).end() }))
    expect(await enviar(s.url)).toMatchObject({ causa: 'proxy', httpEstado: 407 })
  })
  it('the program closes: before the connection and with the body out', async () => {
    const s = await con(servidorHttp(() => { corte.abort() }))
    const corte = new AbortController()
    expect(await clienteDe(s.url).enviarAvance(CUERPO, TOKEN, corte.signal)).toMatchObject({ causa: 'detenido', pudoLeerse: true })
    expect(await clienteDe(s.url).enviarAvance(CUERPO, TOKEN, corte.signal)).toMatchObject({ causa: 'detenido', pudoLeerse: false })
    expect(s.recibidos).toHaveLength(1)
  })
  it('no fault tells the token or the address with it', async () => {
    const s = await con(servidorHttp((res) => { res.destroy() }))
    const r = await clienteDe(s.url).historialEnvios(OTEC, {})
    expect(r.tipo).toBe('falla')
    expect(JSON.stringify(r)).not.toMatch(/5EEBF607|token|127\.0\.0\.1/u)
  })
})
