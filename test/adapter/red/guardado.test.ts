/** What is kept for the office's network: its proxy's identification and its certificate. */
import '../credenciales/sin-electron.ts'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { autoridadesDelSistema, crearAutoridades, separar, type FuentesAutoridades } from '../../../electron/adapters/red/autoridades.ts'
import { abrirCertificadoRed } from '../../../electron/adapters/red/certificado-red.ts'
import { abrirClavesProxy } from '../../../electron/adapters/red/claves-proxy.ts'
import { SelladorFalso } from '../credenciales/sellador-falso.ts'
import { carpetaTemporal } from '../diario/soporte.ts'
import { AUTORIDAD, AUTORIDAD_DER, BUENO } from './certificados.ts'

let temporal: ReturnType<typeof carpetaTemporal>
beforeEach(() => { temporal = carpetaTemporal() })
afterEach(() => { temporal.borrar() })
const MARIA = { usuario: 'maria', clave: 'muy-secreta' }

describe('identification for the proxy', () => {
  it('is kept sealed, for its server only, and found on the next start', async () => {
    const sellador = new SelladorFalso()
    const claves = await abrirClavesProxy(temporal.ruta, sellador)
    expect(claves.resumen()).toBeNull()
    expect(await claves.guardar('10.0.0.1:8080', MARIA)).toEqual({ guardada: true })
    expect(readFileSync(path.join(temporal.ruta, 'red.json'), 'utf8')).not.toContain('muy-secreta')
    const otra = await abrirClavesProxy(temporal.ruta, sellador)
    expect(otra.para('10.0.0.1:8080')).toEqual(MARIA)
    expect(otra.para('10.0.0.2:8080')).toBeNull()
    expect(otra.resumen()).toEqual({ servidor: '10.0.0.1:8080', usuario: 'maria', guardada: true })
    otra.olvidar()
    expect(otra.para('10.0.0.1:8080')).toBeNull()
    expect((await abrirClavesProxy(temporal.ruta, sellador)).resumen()).toBeNull()
  })
  it('a file edited by hand does not give it to another server', async () => {
    const sellador = new SelladorFalso()
    await (await abrirClavesProxy(temporal.ruta, sellador)).guardar('10.0.0.1:8080', MARIA)
    const archivo = path.join(temporal.ruta, 'red.json')
    writeFileSync(archivo, readFileSync(archivo, 'utf8').replaceAll('10.0.0.1:8080', 'ladron.ejemplo:80'))
    expect((await abrirClavesProxy(temporal.ruta, sellador)).resumen()).toBeNull()
  })
  it('without a store of keys it lasts until the program closes, and is on no disk', async () => {
    const sellador = new SelladorFalso()
    sellador.abierto = false
    const claves = await abrirClavesProxy(temporal.ruta, sellador)
    expect(await claves.guardar('10.0.0.1:8080', MARIA)).toEqual({ guardada: false })
    expect(claves.para('10.0.0.1:8080')).toEqual(MARIA)
    const archivo = path.join(temporal.ruta, 'red.json')
    expect(existsSync(archivo) ? readFileSync(archivo, 'utf8') : '').not.toContain('secreta')
  })
})

describe('the certificate of the network', () => {
  const abrir = (alCambiar: () => void = () => undefined) => abrirCertificadoRed(temporal.ruta, alCambiar)
  const archivo = (nombre: string, contenido: string | Buffer): string => { const ruta = path.join(temporal.ruta, nombre); writeFileSync(ruta, contenido); return ruta }

  it.each([['text', AUTORIDAD], ['binary, as Windows exports it', AUTORIDAD_DER], ['text among other things', `Bag Attributes\n${AUTORIDAD}\n${BUENO.key}`]])('%s: copied, told by its name, and found on the next start without its file', async (_que, contenido) => {
    let cambios = 0
    const ruta = archivo('oficina.crt', contenido)
    expect(await abrir(() => { cambios++ }).elegir(ruta)).toEqual({ ok: true, valor: { nombre: 'Red de la Oficina CA', hasta: '2126-01-01' } })
    expect(cambios).toBe(1)
    rmSync(ruta)
    const despues = abrir()
    expect(despues.actual()?.nombre).toBe('Red de la Oficina CA')
    expect(separar(despues.pem() ?? '')).toHaveLength(1)
    expect(despues.pem()).not.toContain('PRIVATE KEY')
    expect(despues.quitar().ok).toBe(true)
    expect(abrir().actual()).toBeNull()
  })
  it.each([['what is no certificate', 'hola'], ['a broken one', AUTORIDAD.replace(/\n.{20}/u, '\n')], ['something huge', 'x'.repeat(300_000)]])('%s is refused in words, and nothing changes', async (_que, contenido) => {
    const certificado = abrir()
    await certificado.elegir(archivo('bueno.crt', AUTORIDAD))
    expect(await certificado.elegir(archivo('malo.crt', contenido))).toMatchObject({ ok: false, falla: { codigo: 'certificado-no-es' } })
    expect(certificado.actual()?.nombre).toBe('Red de la Oficina CA')
  })
  it('a file that is not there, and a copy that was damaged', async () => {
    expect(await abrir().elegir(path.join(temporal.ruta, 'no-esta.crt'))).toMatchObject({ ok: false, falla: { codigo: 'certificado-no-se-lee' } })
    archivo('certificado-red.pem', 'basura')
    expect(abrir().actual()).toBeNull()
  })
})

describe('whom this computer trusts', () => {
  const fuentes = (f: Partial<FuentesAutoridades>): FuentesAutoridades => ({ plataforma: 'win32', delSistema: null, leer: () => Promise.reject(new Error('ENOENT')), ...f })

  it('the system\'s store where Node can read it; on Linux else its file, wherever the distribution keeps it', async () => {
    expect(await autoridadesDelSistema(fuentes({ delSistema: () => [AUTORIDAD] }))).toEqual([AUTORIDAD])
    expect(await autoridadesDelSistema(fuentes({ plataforma: 'linux', leer: (ruta) => ruta === '/etc/pki/tls/certs/ca-bundle.crt' ? Promise.resolve(`# a\n${AUTORIDAD}`) : Promise.reject(new Error('ENOENT')) }))).toEqual([AUTORIDAD.trim()])
  })
  it('where neither can be read, nobody more', async () => {
    expect(await autoridadesDelSistema(fuentes({ delSistema: () => { throw new Error('no') } }))).toEqual([])
    expect(await autoridadesDelSistema(fuentes({}))).toEqual([])
    expect(await autoridadesDelSistema(fuentes({ plataforma: 'linux' }))).toEqual([])
  })
  it('is worked out once, and again when the person chooses a certificate; a damaged one of the system does no harm', async () => {
    let elegido: string | null = null
    let lecturas = 0
    const autoridades = crearAutoridades(fuentes({ delSistema: () => { lecturas++; return ['-----BEGIN CERTIFICATE-----\nbasura\n-----END CERTIFICATE-----'] } }), () => elegido)
    const primero = await autoridades.contexto()
    expect(await autoridades.contexto()).toBe(primero)
    expect(lecturas).toBe(1)
    elegido = AUTORIDAD
    autoridades.cambio()
    expect(await autoridades.contexto()).not.toBe(primero)
  })
})
