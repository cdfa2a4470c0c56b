/** Out of an office's network: its proxies, their script, their identification, and the certificates that it shows. */
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTls } from 'node:https'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import tls from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { crearClienteGestor, type RedDelCliente } from '../../../electron/adapters/cliente-gestor.ts'
import { leerListaProxy } from '../../../electron/adapters/red/lista-proxy.ts'
import { crearAutoridades } from '../../../electron/adapters/red/autoridades.ts'
import { crearResolverProxy } from '../../../electron/adapters/red/resolver-proxy.ts'
import { leerConsulta } from '../../../electron/services/conexion.ts'
import { PALABRAS_RED } from '../../../electron/services/textos-red.ts'
import type { ClaveProxy } from '../../../electron/services/puertos-red.ts'
import type { RespuestaGestor } from '../../../electron/services/puertos.ts'
import { AUTORIDAD, BUENO, FUTURO, OTRO_NOMBRE, SIN_INTERMEDIA, VENCIDO, type ParDePrueba } from './certificados.ts'
import { proxyDePrueba, type OpcionesProxy, type ProxyDePrueba } from './proxy.ts'

const TOKEN = '5EEBF607-25A9-4DB2-A4DD-5D31BDAE3220'
const OTEC = { rutOtec: '76123456-0', token: TOKEN }
/** A container may come without the new addresses. */
const HAY_IPV6 = Object.values(networkInterfaces()).some((i) => i?.some((a) => a.address === '::1'))
const cierres: (() => Promise<void>)[] = []
afterEach(async () => { for (const c of cierres.splice(0)) await c() })

interface Sence { url: string; puerto: number; pedidos: string[] }
const HISTORIAL: RequestListener = (_req, res) => { res.end('[]') }

async function sence(o: { par?: ParDePrueba | null; atender?: RequestListener; host?: string } = {}): Promise<Sence> {
  const pedidos: string[] = []
  const par = o.par === undefined ? BUENO : o.par
  const atender: RequestListener = (req, res) => { pedidos.push(`${req.method ?? ''} ${req.url ?? ''}`); (o.atender ?? HISTORIAL)(req, res) }
  const s = par === null ? createServer(atender) : createTls(par, atender)
  s.on('tlsClientError', () => undefined)
  await new Promise<void>((listo) => { s.listen(0, o.host ?? '127.0.0.1', listo) })
  cierres.push(() => new Promise((listo) => { s.close(() => { listo() }); s.closeAllConnections() }))
  const { port } = s.address() as AddressInfo
  return { url: `${par === null ? 'http' : 'https'}://localhost:${port}/api`, puerto: port, pedidos }
}
async function proxy(o: OpcionesProxy = {}): Promise<ProxyDePrueba> {
  const p = await proxyDePrueba(o)
  cierres.push(() => p.cerrar())
  return p
}

interface Puesta { lista?: string; claves?: Record<string, ClaveProxy>; ca?: string; soloLocal?: boolean; lookup?: RedDelCliente['lookup'] }
interface Prueba { r: RespuestaGestor; preguntas: string[]; pedidas: string[] }
/** Asks the history through what the system says, as a PAC script would have answered. */
async function preguntar(url: string, { lista = 'DIRECT', claves = {}, ca = AUTORIDAD, soloLocal = false, lookup }: Puesta = {}): Promise<Prueba> {
  const preguntas: string[] = []
  const pedidas: string[] = []
  const resolver = crearResolverProxy((u) => { preguntas.push(u); return Promise.resolve(lista) }, () => 'sistema')
  const cliente = crearClienteGestor({
    urlBase: () => url, esperaMs: () => 20_000, soloLocal,
    red: {
      rutas: resolver.rutas, clave: (servidor) => claves[servidor] ?? null, alPedirClave: (servidor) => { pedidas.push(servidor) },
      contexto: () => Promise.resolve(tls.createSecureContext({ ca })), ...(lookup === undefined ? {} : { lookup }),
    },
  })
  return { r: await cliente.historialEnvios(OTEC, {}), preguntas, pedidas }
}
const falla = (causa: string) => ({ tipo: 'falla', causa, pudoLeerse: false })

describe('the list of ways out', () => {
  it.each([
    ['PROXY 10.0.0.1:8080; DIRECT', [{ tipo: 'proxy', url: 'http://10.0.0.1:8080' }, { tipo: 'directa' }]],
    ['HTTPS p.ejemplo:443;PROXY [::1]:3128', [{ tipo: 'proxy', url: 'https://p.ejemplo' }, { tipo: 'proxy', url: 'http://[::1]:3128' }]],
    ['SOCKS5 10.0.0.1:1080', [{ tipo: 'otra' }]], ['', [{ tipo: 'directa' }]], ['CUALQUIERA x', [{ tipo: 'directa' }]],
    ['PROXY usuario:clave@ladron:80; PROXY ; PROXY a/b; DIRECT', [{ tipo: 'directa' }]],
  ])('%j', (texto, rutas) => { expect(leerListaProxy(texto)).toEqual(rutas) })
})

describe('through a proxy', () => {
  it.each(['http', 'https'] as const)('%s service: a tunnel, whose proxy sees no word of what goes through', async (esquema) => {
    const s = await sence(esquema === 'http' ? { par: null } : {})
    const p = await proxy()
    const { r, preguntas } = await preguntar(s.url, { lista: `PROXY ${p.servidor}` })
    expect(r).toMatchObject({ tipo: 'respuesta', httpEstado: 200, texto: '[]' })
    expect(p.pedidos).toEqual([{ destino: `localhost:${s.puerto}`, identificacion: undefined }])
    expect(s.pedidos).toHaveLength(1)
    // The system is asked about the place, never with the query that carries the token.
    expect(preguntas).toEqual([`${esquema}://localhost:${s.puerto}/`])
  })
  it('a name that only the proxy knows', async () => {
    const s = await sence({ par: null })
    const p = await proxy({ lleva: `127.0.0.1:${s.puerto}` })
    const { r } = await preguntar('https://sence.ejemplo.invalid/api', { lista: `PROXY ${p.servidor}` })
    // It got there: what failed is that the server of this test speaks no TLS.
    expect(r).toMatchObject(falla('tls'))
    expect(p.pedidos[0]?.destino).toBe('sence.ejemplo.invalid:443')
  })
  it('a proxy that is itself reached by TLS', async () => {
    const s = await sence()
    const p = await proxy({ tls: BUENO })
    expect((await preguntar(s.url, { lista: `HTTPS ${p.servidor}` })).r).toMatchObject({ tipo: 'respuesta' })
  })
  it('the next of the list when one is not there, and the direct way last', async () => {
    const s = await sence()
    const muerto = await proxy()
    await muerto.cerrar()
    const p = await proxy()
    expect((await preguntar(s.url, { lista: `PROXY ${muerto.servidor}; PROXY ${p.servidor}; DIRECT` })).r).toMatchObject({ tipo: 'respuesta' })
    expect(p.pedidos).toHaveLength(1)
    expect((await preguntar(s.url, { lista: `PROXY ${muerto.servidor}; DIRECT` })).r).toMatchObject({ tipo: 'respuesta' })
    expect((await preguntar(s.url, { lista: `PROXY ${muerto.servidor}` })).r).toMatchObject(falla('proxy-caido'))
  })
  it.each([[403, 'proxy-rechaza'], [404, 'proxy-rechaza'], [502, 'proxy-caido'], [503, 'proxy-caido']] as const)('%i is %s, and the direct way is not tried behind its back', async (responde, causa) => {
    const s = await sence()
    const p = await proxy({ responde })
    expect((await preguntar(s.url, { lista: `PROXY ${p.servidor}; DIRECT` })).r).toMatchObject(falla(causa))
    expect(s.pedidos).toEqual([])
  })
  it('only a kind that the program does not speak', async () => {
    const s = await sence()
    expect((await preguntar(s.url, { lista: 'SOCKS5 127.0.0.1:1080' })).r).toMatchObject(falla('proxy-esquema'))
    expect((await preguntar(s.url, { lista: 'SOCKS5 127.0.0.1:1080; DIRECT' })).r).toMatchObject({ tipo: 'respuesta' })
  })
  it('a script that fails leaves the direct way', async () => {
    expect(await crearResolverProxy(() => Promise.reject(new Error('pac')), () => 'sistema').rutas('https://x')).toEqual([{ tipo: 'directa' }])
    expect(await crearResolverProxy(() => Promise.resolve('PROXY a:1'), () => 'directa').rutas('https://x')).toEqual([{ tipo: 'directa' }])
  })
})

describe('a proxy that asks who one is', () => {
  const pide = { usuario: 'maría', clave: 'c:lave ñ' }
  it('is said, with its name, before anything went out; then identified, it lets through', async () => {
    const s = await sence()
    const p = await proxy({ pide })
    const sin = await preguntar(s.url, { lista: `PROXY ${p.servidor}; DIRECT` })
    expect(sin).toMatchObject({ r: { ...falla('proxy'), dato: p.servidor }, pedidas: [p.servidor] })
    expect(s.pedidos).toEqual([])
    const con = await preguntar(s.url, { lista: `PROXY ${p.servidor}`, claves: { [p.servidor]: pide } })
    expect(con.r).toMatchObject({ tipo: 'respuesta' })
    expect(con.pedidas).toEqual([])
  })
  it('a wrong password is asked for again, and told nowhere', async () => {
    const s = await sence()
    const p = await proxy({ pide })
    const mala = await preguntar(s.url, { lista: `PROXY ${p.servidor}`, claves: { [p.servidor]: { usuario: 'maría', clave: 'secreta' } } })
    expect(mala.pedidas).toEqual([p.servidor])
    expect(JSON.stringify(mala.r)).not.toMatch(/secreta|mar/u)
  })
  it('another proxy does not get what was typed for the first', async () => {
    const s = await sence()
    const p = await proxy()
    await preguntar(s.url, { lista: `PROXY ${p.servidor}`, claves: { 'otro.ejemplo:8080': pide } })
    expect(p.pedidos[0]?.identificacion).toBeUndefined()
  })
  it('in a way that is not spoken here', async () => {
    const s = await sence()
    const p = await proxy({ pide: { ...pide, esquema: 'NTLM' } })
    expect(await preguntar(s.url, { lista: `PROXY ${p.servidor}` })).toMatchObject({ r: falla('proxy-esquema'), pedidas: [] })
  })
})

describe('the practice', () => {
  it('asks nobody for a way out and uses no proxy', async () => {
    const s = await sence({ par: null })
    const p = await proxy()
    const { r, preguntas } = await preguntar(s.url, { lista: `PROXY ${p.servidor}`, soloLocal: true })
    expect(r).toMatchObject({ tipo: 'respuesta' })
    expect([preguntas, p.pedidos]).toEqual([[], []])
  })
})

describe('certificates', () => {
  it('of an office that reads its traffic: refused, with the name of who signed; once its authority is chosen, accepted', async () => {
    const s = await sence()
    const { r } = await preguntar(s.url, { ca: tls.rootCertificates[0] ?? '' })
    expect(r).toMatchObject({ ...falla('tls-emisor'), dato: 'Municipalidad de Ejemplo' })
    expect(leerConsulta(r).prueba.explicacion).toContain('«Municipalidad de Ejemplo»')
    expect((await preguntar(s.url)).r).toMatchObject({ tipo: 'respuesta' })
    // The second look asked for a date and nothing else.
    expect(s.pedidos.filter((p) => p !== 'HEAD /' && !p.startsWith('GET /api/historialEnvios'))).toEqual([])
    expect(s.pedidos.filter((p) => p.startsWith('GET'))).toHaveLength(1)
  })
  it('is accepted by whom the program trusts once it was chosen in the settings, and not before', async () => {
    const s = await sence()
    const sinSistema = { plataforma: 'win32', delSistema: null, leer: () => Promise.reject(new Error('ENOENT')) }
    for (const [elegido, tipo] of [[null, 'falla'], [AUTORIDAD, 'respuesta']] as const) {
      const cliente = crearClienteGestor({ urlBase: () => s.url, esperaMs: () => 20_000, soloLocal: false, red: { rutas: crearResolverProxy(() => Promise.resolve('DIRECT'), () => 'directa').rutas, clave: () => null, alPedirClave: () => undefined, contexto: crearAutoridades(sinSistema, () => elegido).contexto } })
      expect(await cliente.historialEnvios(OTEC, {})).toMatchObject({ tipo })
    }
  })
  it('the same behind a proxy: both looks go through it', async () => {
    const s = await sence()
    const p = await proxy()
    expect((await preguntar(s.url, { lista: `PROXY ${p.servidor}`, ca: tls.rootCertificates[0] ?? '' })).r).toMatchObject({ causa: 'tls-emisor', dato: 'Municipalidad de Ejemplo' })
    expect(p.pedidos).toHaveLength(2)
  })
  it('a chain with a piece missing', async () => {
    const s = await sence({ par: SIN_INTERMEDIA })
    expect((await preguntar(s.url)).r).toMatchObject({ ...falla('tls-cadena'), dato: 'Municipalidad de Ejemplo, intermedia' })
  })
  it('of another name, as a welcome page shows', async () => {
    const s = await sence({ par: OTRO_NOMBRE })
    expect((await preguntar(s.url)).r).toMatchObject(falla('tls-nombre'))
    expect(s.pedidos).toEqual([])
  })
  it('expired, by the server\'s own clock too', async () => {
    const s = await sence({ par: VENCIDO })
    expect((await preguntar(s.url)).r).toMatchObject(falla('tls-vencido'))
  })
  it.each([['expired', VENCIDO, 'Wed, 04 Jul 2001 16:00:00 GMT', '2001-07-04T16:00:00.000Z'], ['not valid yet', FUTURO, 'Wed, 04 Jul 2115 16:00:00 GMT', '2115-07-04T16:00:00.000Z']] as const)('%s only by the clock of this computer', async (_que, par, date, dato) => {
    const s = await sence({ par, atender: (_req, res) => { res.writeHead(200, { date }).end() } })
    const { r } = await preguntar(s.url)
    expect(r).toMatchObject({ ...falla('reloj'), dato })
    expect(leerConsulta(r).prueba).toMatchObject({ titulo: PALABRAS_RED.reloj.titulo })
    expect(leerConsulta(r).prueba.explicacion).toContain(`del 04-07-${dato.slice(0, 4)}`)
  })
  it('not valid yet by both clocks', async () => {
    const s = await sence({ par: FUTURO })
    expect((await preguntar(s.url)).r).toMatchObject(falla('tls-vencido'))
  })
})

describe('addresses', () => {
  it('of the new kind only', async () => {
    if (!HAY_IPV6) {
      expect((await preguntar('http://[::1]:9/api')).r).toMatchObject(falla('sin-red'))
      return
    }
    const s = await sence({ par: null, host: '::1' })
    expect((await preguntar(s.url.replace('localhost', '[::1]'))).r).toMatchObject({ tipo: 'respuesta' })
    const alli: RedDelCliente['lookup'] = (_nombre, _o, listo) => { listo(null, [{ address: '::1', family: 6 }]) }
    expect((await preguntar(s.url, { lookup: alli })).r).toMatchObject({ tipo: 'respuesta' })
  })
  it('several, of which one is dead', async () => {
    const s = await sence({ par: null })
    const ambas: RedDelCliente['lookup'] = (_nombre, _o, listo) => { listo(null, [{ address: '::1', family: 6 }, { address: '127.0.0.1', family: 4 }]) }
    expect((await preguntar(s.url, { lookup: ambas })).r).toMatchObject({ tipo: 'respuesta' })
  })
})

describe('answers of something that is not SENCE', () => {
  it.each([302, 307])('a redirect (%i) is a welcome page, and is not followed', async (estado) => {
    const s = await sence({ atender: (_req, res) => { res.writeHead(estado, { location: 'http://bienvenida.ejemplo/' }).end() } })
    expect(leerConsulta((await preguntar(s.url)).r).prueba).toMatchObject({ resultado: 'http', titulo: PALABRAS_RED.portal.titulo })
    expect(s.pedidos).toHaveLength(1)
  })
  it('and so says the network that speaks plainly (511)', async () => {
    const s = await sence({ atender: (_req, res) => { res.writeHead(511).end() } })
    expect((await preguntar(s.url)).r).toMatchObject({ causa: 'portal', pudoLeerse: true })
  })
})
