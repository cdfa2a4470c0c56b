import { afterEach, describe, expect, it } from 'vitest'
import { crearClienteGestor } from '../../../electron/adapters/cliente-gestor.ts'
import { leerConsulta } from '../../../electron/services/conexion.ts'
import { crearServicioCredenciales } from '../../../electron/services/credenciales.ts'
import type { ClienteGestor, RespuestaGestor } from '../../../electron/services/puertos.ts'
import type { CausaRed } from '../../../shared/domain/causas-red.ts'
import type { ServicioCredenciales } from '../../../electron/services/servicios.ts'
import { requests } from '../../../shared/ipc/contract.ts'
import { PruebaConexionSchema } from '../../../shared/ipc/modelos.ts'
import { AHORA, CredencialesEnMemoria, OTEC, TOKEN, montar, type Escena } from './soporte.ts'

const abiertas: Escena[] = []
afterEach(async () => { for (const e of abiertas.splice(0)) await e.cerrar() })
const escena = async (): Promise<Escena> => { const e = await montar(); abiertas.push(e); return e }
const registro = { info: () => undefined, aviso: () => undefined, error: () => 'inc' }
const servicio = (cliente: ClienteGestor, almacen = new CredencialesEnMemoria(null)): ServicioCredenciales => crearServicioCredenciales({ almacen, cliente, reloj: { ahora: () => AHORA }, registro })

describe('keeping', () => {
  it.each([
    ['76.123.456-0', TOKEN], ['76123456-0', TOKEN.toLowerCase()], [' 761234560 ', ` {${TOKEN}}\n`],
  ])('%s with %s become what the service wants', async (rut, token) => {
    const e = await escena()
    const s = servicio(e.cliente, e.credenciales)
    const r = await s.guardar({ rutOtec: rut, token, nombre: ' Mi OTEC ' })
    expect(requests['credenciales:guardar'].output.parse(r)).toEqual({ ok: true, valor: { rutOtec: OTEC, nombre: 'Mi OTEC', tokenFinal: '3220', tokenGuardado: true } })
    expect(e.credenciales.leer()).toMatchObject({ rutOtec: OTEC, token: TOKEN })
    expect(JSON.stringify([r, s.perfil()])).not.toContain('5EEBF607')
    expect(await s.olvidar()).toEqual({ ok: true, valor: {} })
    expect(s.perfil()).toBeNull()
  })

  it.each([
    ['76.123.456-1', TOKEN, 'rut-otec-invalido'], ['', TOKEN, 'rut-otec-invalido'], ['76.123.456-0', 'abc', 'token-invalido'], ['76.123.456-0', `${TOKEN}0`, 'token-invalido'],
    ['76.123.456-0', TOKEN.replace('5', 'G'), 'token-invalido'],
  ])('refuses %s with %s: %s', async (rutOtec, token, codigo) => {
    const e = await escena()
    const s = servicio(e.cliente)
    expect(await s.guardar({ rutOtec, token, nombre: '' })).toMatchObject({ ok: false, falla: { codigo } })
    expect(await s.probar({ rutOtec, token })).toMatchObject({ ok: false, falla: { codigo } })
    expect(s.perfil()).toBeNull()
  })

  it('says when the disk refuses', async () => {
    const almacen = new CredencialesEnMemoria(null)
    almacen.guardar = () => Promise.reject(new Error('disk'))
    const e = await escena()
    expect(await servicio(e.cliente, almacen).guardar({ rutOtec: OTEC, token: TOKEN, nombre: '' })).toMatchObject({ ok: false, falla: { codigo: 'credenciales-no-guardadas', incidente: 'inc' } })
  })
})

describe('connection test', () => {
  const resultado = async (s: ServicioCredenciales, entrada: Parameters<ServicioCredenciales['probar']>[0]) => {
    const r = requests['credenciales:probar'].output.parse(await s.probar(entrada))
    return r.ok ? r.valor.resultado : r.falla.codigo
  }

  it('with what is typed and with what is kept', async () => {
    const e = await escena()
    const s = servicio(e.cliente, e.credenciales)
    expect(await resultado(s, { rutOtec: OTEC, token: TOKEN })).toBe('ok')
    expect(await resultado(s, null)).toBe('ok')
    expect(await resultado(s, { rutOtec: OTEC, token: '00000000-0000-0000-0000-000000000000' })).toBe('credenciales')
    expect(await resultado(servicio(e.cliente), null)).toBe('sin-credenciales')
  })

  it('with a service in trouble', async () => {
    const e = await escena()
    const s = servicio(e.cliente, e.credenciales)
    const con = async (maneras: typeof e.gestor.malasManeras): Promise<string> => { Object.assign(e.gestor.malasManeras, maneras); return resultado(s, null) }
    expect(await con({ http500: { proximas: 1 } })).toBe('http')
    expect(await con({ soloHtml: { proximas: 1 } })).toBe('respuesta-ilegible')
    expect(await con({ jsonTruncado: { proximas: 1 } })).toBe('respuesta-ilegible')
    expect(await con({ codigo002: { proximas: 1 } })).toBe('respuesta-ilegible')
    expect(await con({ cortarAntesDeProcesar: { proximas: 1 } })).toBe('sin-red')
    expect(await con({ htmlAntesDelJson: { proximas: 1 } })).toBe('ok')
    const apurado = crearClienteGestor({ urlBase: () => e.gestor.urlBase, esperaMs: () => 200, soloLocal: true })
    e.gestor.malasManeras.demoraMs = 60_000
    expect(await resultado(servicio(apurado, e.credenciales), null)).toBe('tiempo')
    await e.gestor.cerrar()
    expect(await resultado(s, null)).toBe('rechazada')
  })

  const fallaDe = (causa: CausaRed): RespuestaGestor => ({ tipo: 'falla', causa, pudoLeerse: false, httpEstado: null, cuerpo: null, detalle: '' })
  const respuesta = (texto: string, httpEstado = 200): RespuestaGestor => ({ tipo: 'respuesta', httpEstado, texto, cuerpo: { octetos: Buffer.from(texto), tipoContenido: '' }, fecha: null })
  it('every outcome of the contract can happen, and each has words of its own', () => {
    const casos: RespuestaGestor[] = [
      ...(['dns', 'rechazada', 'tls', 'proxy', 'tiempo', 'sin-red'] as const).map(fallaDe),
      respuesta('[]'), respuesta('[]', 503), respuesta('<html>'), respuesta('{"codigo":"001","mensaje":"Token invalido"}'),
    ]
    const pruebas = casos.map((c) => leerConsulta(c).prueba)
    expect(new Set(pruebas.map((p) => p.resultado))).toEqual(new Set(PruebaConexionSchema.shape.resultado.options))
    expect(new Set(pruebas.map((p) => p.titulo)).size).toBe(casos.length)
    for (const p of pruebas) for (const texto of [p.titulo, p.explicacion, p.queHacer]) expect(texto.length).toBeGreaterThan(10)
  })

  it('quotes what SENCE said', () => {
    expect(leerConsulta(respuesta('{"codigo":"001","mensaje":"OTEC no vigente"}')).prueba.explicacion).toContain('«OTEC no vigente»')
  })
})
