import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MalasManeras } from '../../../electron/gestor/malas-maneras.ts'
import { iniciarGestor, type Gestor, type OpcionesGestor } from '../../../electron/gestor/servidor.ts'
import { AHORA, PADRON, alumno, cuerpo, modulo } from '../../unit/gestor/cuerpos.ts'

let carpeta = ''
const abiertos: Gestor[] = []
beforeEach(async () => { carpeta = await mkdtemp(path.join(tmpdir(), 'gestor-')) })
afterEach(async () => {
  await Promise.all(abiertos.splice(0).map(g => g.cerrar()))
  await rm(carpeta, { recursive: true, force: true })
})

async function abrir(o: OpcionesGestor = {}): Promise<Gestor> {
  const gestor = await iniciarGestor({ padron: PADRON, ahora: () => AHORA, ...o })
  abiertos.push(gestor)
  return gestor
}

const POST = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
const enviar = (g: Gestor, c: unknown): Promise<Response> => fetch(`${g.urlBase}/enviarAvance`, { ...POST, body: JSON.stringify(c) })
const consulta = (g: Gestor, filtro: Record<string, string> = {}): Promise<Response> =>
  fetch(`${g.urlBase}/historialEnvios?${new URLSearchParams({ ...g.credenciales, idSistema: '1350', ...filtro }).toString()}`)
/** Codes of the sends that the history has. */
const recibidos = async (g: Gestor): Promise<(string | null)[]> =>
  ((await (await consulta(g)).json()) as { codigo_externo: string | null }[]).map(p => p.codigo_externo)

describe('the two calls', () => {
  it('takes a send and finds it again by its code and its process', async () => {
    const g = await abrir()
    expect(g.urlBase).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/gestor\/API\/avance-sic$/)
    const res = await enviar(g, cuerpo({ codigoEnvio: 'UNO' }))
    expect([res.status, res.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    const respuesta = (await res.json()) as { id_proceso: number; errores: unknown[] }
    expect(respuesta.errores).toEqual([])
    for (const filtro of [{ codigo_externo: 'UNO' }, { id_proceso: String(respuesta.id_proceso) }]) {
      expect(await (await consulta(g, filtro)).json()).toMatchObject([{ codigo_externo: 'UNO', id_proceso_externo: String(respuesta.id_proceso) }])
    }
  })

  it('answers bad credentials with 200 and an error body in both', async () => {
    const g = await abrir()
    const historial = await consulta(g, { token: 'X' })
    expect([historial.status, await historial.json()]).toEqual([200, { codigo: '001', mensaje: 'Token invalido' }])
    const envio = await enviar(g, cuerpo({ token: 'X' }))
    expect([envio.status, await envio.json()]).toMatchObject([200, { datosError: [{ codigo: '001' }] }])
    expect(await recibidos(g)).toEqual([])
  })

  it('by default knows the OTEC of practice and its last days', async () => {
    const g = await iniciarGestor()
    abiertos.push(g)
    expect(((await (await consulta(g)).json()) as unknown[]).length).toBe(3)
  })
})

describe('what is not a proper call', () => {
  it.each([['GET', '/enviarAvance', 405], ['POST', '/historialEnvios', 405], ['GET', '/otra', 404], ['GET', '/../../', 404]])('%s %s is answered with %i and a page', async (method, ruta, estado) => {
    const g = await abrir()
    const res = await fetch(g.urlBase + ruta, { method })
    expect(res.status).toBe(estado)
    expect(res.headers.get('content-type')).toContain('text/html')
  })

  it.each([
    ['broken JSON', 'application/json', '{"rutOtec": '], ['an empty body', 'application/json', ''],
    ['JSON not declared as such', 'text/plain', JSON.stringify(cuerpo())],
    ['a form', 'application/x-www-form-urlencoded', 'rutOtec=76123456-0'],
  ])('%s: a warning in HTML, then 001', async (_, tipo, body) => {
    const g = await abrir()
    const res = await fetch(`${g.urlBase}/enviarAvance`, { method: 'POST', headers: { 'Content-Type': tipo }, body })
    const texto = await res.text()
    expect([res.status, res.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(texto.startsWith('<br />\n<b>Warning</b>')).toBe(true)
    expect(JSON.parse(texto.slice(texto.indexOf('{')))).toMatchObject({ datosError: [{ codigo: '001' }] })
    expect(await recibidos(g)).toEqual([])
  })

  it('refuses a body above the limit with 413, declared or not', async () => {
    const g = await abrir({ limiteCuerpo: 1000 })
    const declarado = await fetch(`${g.urlBase}/enviarAvance`, { ...POST, body: 'x'.repeat(1001) })
    expect(declarado.status).toBe(413)
    expect(await porTrozos(g, 1001)).toContain('HTTP/1.1 413')
    expect((await enviar(g, {})).status).toBe(200)
  })
})

/** A body without Content-Length; answers what the server wrote. */
function porTrozos(g: Gestor, largo: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(g.urlBase).port), '127.0.0.1')
    let leido = ''
    socket.on('data', d => { leido += d.toString() })
    socket.on('close', () => { resolve(leido) })
    socket.on('error', reject)
    socket.write(`POST ${new URL(g.urlBase).pathname}/enviarAvance HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${largo.toString(16)}\r\n${'x'.repeat(largo)}\r\n`)
  })
}

describe('memory', () => {
  it('keeps what it took in the folder, and starts from there', async () => {
    const uno = await abrir({ carpeta })
    const primera = (await (await enviar(uno, cuerpo({ codigoEnvio: 'UNO' }))).json()) as { id_proceso: number }
    await uno.cerrar()
    const dos = await abrir({ carpeta })
    expect(await recibidos(dos)).toEqual(['UNO'])
    const menos = await enviar(dos, cuerpo({ listaAlumnos: [alumno({ listaModulos: [modulo({ porcentajeAvance: 1 })] })] }))
    expect(await menos.json()).toMatchObject({ id_proceso: primera.id_proceso + 1, datosError: [{ codigo: '025' }] })
    expect(await readdir(carpeta)).toEqual(['gestor.json'])
  })

  it('has written before it answers', async () => {
    const g = await abrir({ carpeta })
    await enviar(g, cuerpo({ codigoEnvio: 'ESCRITO' }))
    expect(await readFile(path.join(carpeta, 'gestor.json'), 'utf8')).toContain('"ESCRITO"')
  })

  it.each(['{"version":1', '{"version":2}', '[]'])('sets aside a state that it cannot read (%s) and begins again', async malo => {
    await writeFile(path.join(carpeta, 'gestor.json'), malo)
    expect(await recibidos(await abrir({ carpeta }))).toEqual([])
    expect((await readdir(carpeta)).toSorted()).toEqual(['gestor.json', 'gestor.json.ilegible'])
  })

  it('without a folder forgets, and two do not know of each other', async () => {
    const [a, b] = [await abrir(), await abrir()]
    await enviar(a, cuerpo())
    expect([await recibidos(a), await recibidos(b)]).toEqual([['ENVIO-1'], []])
  })

  it('takes many at once in turn: every process has its own number', async () => {
    const g = await abrir({ carpeta })
    const ids = await Promise.all(Array.from({ length: 20 }, async () => ((await (await enviar(g, cuerpo())).json()) as { id_proceso: number }).id_proceso))
    expect(new Set(ids).size).toBe(20)
    expect(await recibidos(g)).toHaveLength(20)
  })

  it('tells when the port is taken', async () => {
    const g = await abrir()
    await expect(iniciarGestor({ puerto: Number(new URL(g.urlBase).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

describe('bad manners', () => {
  it('can be switched on and off while it runs', async () => {
    const g = await abrir()
    g.malasManeras.http500 = { proximas: 1 }
    expect([(await enviar(g, cuerpo())).status, (await enviar(g, cuerpo())).status]).toEqual([500, 200])
    expect(await recibidos(g)).toEqual(['ENVIO-1'])
  })

  it('cuts before processing: nothing is there', async () => {
    const g = await abrir({ malasManeras: { cortarAntesDeProcesar: { proximas: 1 } } })
    await expect(enviar(g, cuerpo())).rejects.toThrow(TypeError)
    expect(await recibidos(g)).toEqual([])
  })

  it('cuts after processing: only the history can tell', async () => {
    const g = await abrir({ carpeta, malasManeras: { cortarDespuesDeProcesar: { solo: 'enviarAvance' } } })
    await expect(enviar(g, cuerpo())).rejects.toThrow(TypeError)
    expect(await recibidos(g)).toEqual(['ENVIO-1'])
  })

  it('002 in both calls, with nothing stored', async () => {
    const g = await abrir({ malasManeras: { codigo002: { proximas: 2 } } })
    expect(await (await enviar(g, cuerpo())).json()).toMatchObject({ id_proceso: 0, datosError: [{ codigo: '002' }] })
    expect(await (await consulta(g)).json()).toMatchObject({ codigo: '002' })
    expect(await recibidos(g)).toEqual([])
  })

  it('HTML before the JSON, which is whole', async () => {
    const g = await abrir({ malasManeras: { htmlAntesDelJson: true } })
    const texto = await (await enviar(g, cuerpo())).text()
    expect(texto.startsWith('<br />')).toBe(true)
    expect(JSON.parse(texto.slice(texto.indexOf('{"id_proceso"')))).toMatchObject({ errores: [] })
  })

  it('only HTML, or half the JSON, though it was processed', async () => {
    const g = await abrir({ malasManeras: { soloHtml: { proximas: 1 } } })
    const pagina = await enviar(g, cuerpo({ codigoEnvio: 'PAGINA' }))
    expect([pagina.status, (await pagina.text()).startsWith('<!DOCTYPE')]).toEqual([200, true])
    g.malasManeras.jsonTruncado = { proximas: 1 }
    const mitad = await (await enviar(g, cuerpo({ codigoEnvio: 'MITAD' }))).text()
    expect(mitad.startsWith('{"id_proceso"')).toBe(true)
    expect(() => { JSON.parse(mitad) }).toThrow(SyntaxError)
    expect(await recibidos(g)).toEqual(['PAGINA', 'MITAD'])
  })

  it('numbers as text', async () => {
    const g = await abrir({ malasManeras: { numerosComoTexto: true } })
    expect(await (await enviar(g, cuerpo())).json()).toMatchObject({ id_proceso: expect.stringMatching(/^\d+$/), envio: [{ rutAlumno: '11111111', porcentajeAvance: '20.00000' }] })
  })

  it('answers late, in its own time, without holding others', async () => {
    const g = await abrir({ malasManeras: { demoraMs: { ms: 600_000, proximas: 1, solo: 'enviarAvance' } } })
    const lento = enviar(g, cuerpo({ codigoEnvio: 'LENTO' })).catch(() => 'sin respuesta')
    await maneraUsada(g, 'demoraMs')
    expect(await recibidos(g)).toEqual([])
    await enviar(g, cuerpo({ codigoEnvio: 'DESPUES' }))
    expect(await recibidos(g)).toEqual(['DESPUES'])
    await g.cerrar()
    expect(await lento).toBe('sin respuesta')
    g.malasManeras.demoraMs = 1
    const otro = await abrir({ malasManeras: g.malasManeras })
    expect((await enviar(otro, cuerpo())).status).toBe(200)
  })

  it('refuses the same progress when told to', async () => {
    const g = await abrir({ malasManeras: { rechazarIguales: true } })
    await enviar(g, cuerpo())
    expect(await (await enviar(g, cuerpo())).json()).toMatchObject({ datosError: [{ codigo: '025' }] })
  })
})

describe('cerrar', () => {
  it('lets go of those who wait, who are not processed, and of the port', async () => {
    const g = await abrir({ carpeta, malasManeras: { demoraMs: { ms: 600_000, proximas: 1 } } })
    const espera = enviar(g, cuerpo()).catch((e: unknown) => e)
    await maneraUsada(g, 'demoraMs')
    await g.cerrar()
    expect(await espera).toBeInstanceOf(TypeError)
    const otro = await abrir({ carpeta, puerto: Number(new URL(g.urlBase).port) })
    expect(otro.urlBase).toBe(g.urlBase)
    expect(await recibidos(otro)).toEqual([])
  })
})

/** The call before has been taken once its manner is used up; asking again and again gives it the time. */
async function maneraUsada(g: Gestor, nombre: keyof MalasManeras): Promise<void> {
  while (g.malasManeras[nombre] !== undefined) await (await fetch(`${g.urlBase}/otra`)).text()
}
