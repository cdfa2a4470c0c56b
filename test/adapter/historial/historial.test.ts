import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { abrirArchivo } from '../../../electron/adapters/archivo/abrir.ts'
import { crearHistorial } from '../../../electron/adapters/archivo/historial.ts'
import { crearClienteGestor } from '../../../electron/adapters/cliente-gestor.ts'
import { crearServicioHistorial } from '../../../electron/services/historial.ts'
import type { AvanceFechado } from '../../../shared/domain/avances-aprendidos.ts'
import type { AvanceConsulta } from '../../../shared/ipc/modelos-historial.ts'
import { carpetaTemporal } from '../diario/soporte.ts'

const TOKEN = '5EEBF607-25A9-4DB2-A4DD-5D31BDAE3220'
const OTEC = '76123456-0'
const cierres: (() => unknown)[] = []
afterEach(async () => { for (const c of cierres.splice(0).reverse()) await c() })

const registro = (rut: number | string | null, cambios: Record<string, unknown> = {}): Record<string, unknown> => ({
  rut_otec: '76123456', oferta_cod: 'OF-1', seccion_cod: 'GR-1', rut_alumno: rut, dv_alumno: '5', porcentaje_avance: '10.00000', mod_cod: 'M1', mod_porcentaje_avance: '10.00000', estado_registro: '1', obs_registro: '', ...cambios,
})
const proceso = (id: string | null, registros: unknown, cambios: Record<string, unknown> = {}): Record<string, unknown> => ({ id_proceso_externo: id, codigo_externo: `c-${String(id)}`, fecha: '2026-11-24 22:30:00', rut_otec: '76123456', estado: '2', listaregistros: registros, ...cambios })

/** The service, its file and its client against a server that answers as each test says. */
async function montar(responder: (res: ServerResponse, url: string) => void) {
  const carpeta = carpetaTemporal()
  const pedidas: string[] = []
  const estado = { responder }
  const servidor = createServer((req, res) => { pedidas.push(req.url ?? ''); estado.responder(res, req.url ?? '') })
  await new Promise<void>((listo) => { servidor.listen(0, '127.0.0.1', listo) })
  const base = abrirArchivo({ archivo: path.join(carpeta.ruta, 'archivo.db'), clave: null, avisar: () => undefined })
  const archivo = crearHistorial(base)
  const avances: AvanceConsulta[] = []
  const aprendido: AvanceFechado[] = []
  const lineas: string[] = []
  const anotar = (linea: string, error?: unknown): string => { lineas.push(`${linea} ${error instanceof Error ? error.stack ?? error.message : JSON.stringify(error ?? '')}`); return 'X-1' }
  const servicio = crearServicioHistorial({
    cliente: crearClienteGestor({ urlBase: () => `http://127.0.0.1:${(servidor.address() as AddressInfo).port}/api`, esperaMs: () => 10_000, soloLocal: true }),
    archivo, rutOtec: OTEC, diario: {} as never, reloj: { ahora: () => new Date('2026-11-25T01:10:00Z') }, registro: { info: anotar, aviso: anotar, error: anotar },
    credenciales: { leer: () => ({ rutOtec: OTEC, token: TOKEN, nombre: '', tokenGuardado: true }), guardar: () => Promise.reject(new Error()), olvidar: () => Promise.resolve() },
    emitir: (a) => { avances.push(a) }, alEscribir: () => undefined, aprender: (_r, a) => { aprendido.push(...a); return Promise.resolve() },
  })
  cierres.push(() => { carpeta.borrar() }, () => { base.cerrar() }, () => new Promise<void>((listo) => { servidor.closeAllConnections(); servidor.close(() => { listo() }) }), () => servicio.detener())
  const dar = (cuerpo: string | Buffer, cabeceras: Record<string, string> = {}): void => { estado.responder = (res) => { res.writeHead(200, cabeceras).end(cuerpo) } }
  const lista = () => { const r = servicio.procesos({ filtro: {}, desde: 0, cuantos: 200 }); if (!r.ok) throw new Error(r.falla.codigo); return r.valor.procesos }
  const registros = (pk: number) => { const r = servicio.registros({ pk, filtro: 'todos', desde: 0, cuantos: 500 }); if (!r.ok) throw new Error(r.falla.codigo); return r.valor }
  return { servicio, base, archivo, avances, aprendido, lineas, pedidas, estado, dar, lista, registros }
}
const conJson = (valor: unknown): string => JSON.stringify(valor)
/** Records that no process shows. */
const sueltos = (db: { prepare(sql: string): { get(): unknown } }): number => (db.prepare('SELECT count(*) AS n FROM registro r WHERE NOT EXISTS (SELECT 1 FROM proceso p WHERE p.pk = r.proceso_pk)').get() as { n: number }).n

describe('what SENCE answers, kept', () => {
  it('reads, keeps and teaches; the three filters go to the service and hold in what is kept', async () => {
    const m = await montar((res) => { res.end(`\uFEFF<br /><b>Warning</b>: $x[1]<br />\n${conJson([proceso('30', [registro(12345678), registro(9562011, { estado_registro: '3', obs_registro: '[010] x' })]), proceso('31', [])])}`) })
    expect(await m.servicio.actualizar({ fechaDesde: '2026-11-01', codigoExterno: 'c', idProceso: '30' })).toMatchObject({ ok: true, valor: { procesos: 2, registros: 2, completa: true } })
    const q = new URLSearchParams(m.pedidas[0]?.split('?')[1])
    expect(Object.fromEntries(q)).toMatchObject({ rutOtec: OTEC, token: TOKEN, fechaDesde: '2026-11-01', codigo_externo: 'c', id_proceso: '30' })
    expect(m.lista().map((p) => [p.idProceso, p.registros, p.aceptados, p.rechazados, p.marcas])).toEqual([['31', 0, 0, 0, []], ['30', 2, 1, 1, []]])
    expect(m.servicio.procesos({ filtro: { idProceso: '30' }, desde: 0, cuantos: 10 })).toMatchObject({ valor: { total: 1 } })
    expect(m.servicio.procesos({ filtro: { fechaDesde: '2026-11-25' }, desde: 0, cuantos: 10 })).toMatchObject({ valor: { total: 0 } })
    expect(m.aprendido.map((a) => [a.rutAlumno, a.porcentaje])).toEqual([[12345678, 10]])
    expect(m.servicio.estado()).toMatchObject({ valor: { ultima: { consultadoEn: '2026-11-25T01:10:00.000Z', completa: true }, avance: null } })
    expect(m.avances.at(-1)).toMatchObject({ terminada: true, procesos: 2, registros: 2 })
  })

  it('shows as it came, marked and none hidden, whatever is odd in it', async () => {
    const nulos = Object.fromEntries(Object.keys(registro(1)).map((k) => [k, null]))
    const m = await montar((res) => { res.end(conJson([
      Object.fromEntries(Object.keys(proceso('1', [])).map((k) => [k, k === 'listaregistros' ? [nulos, {}, null, 7] : null])),
      proceso('40', [registro(12345678, { fecha_ejecucion: '2021-04-0', estado_registro: '9', nuevo: { a: null } })], { fecha: '2021-02-30 10:00:00' }),
      proceso('40', [registro(9562011)]), proceso('41', [registro(12345678, { rut_otec: '77124930', mod_porcentaje_avance: '99' })]), proceso('42', 'nada', { rut_otec: '77124930' }), 'x', null, { codigo: '002', mensaje: 'm' },
    ])) })
    expect(await m.servicio.actualizar({})).toMatchObject({ ok: true, valor: { procesos: 5, registros: 7 } })
    const vistos = new Map(m.lista().map((p) => [`${String(p.idProceso)} ${p.registros}`, p]))
    expect(m.lista()).toHaveLength(5)
    expect(vistos.get('null 4')?.marcas).toEqual(['sin-numero', 'sin-codigo', 'sin-fecha', 'estado-desconocido'])
    expect(m.lista().filter((p) => p.idProceso === '40').map((p) => p.marcas)).toEqual([['repetido'], ['repetido', 'sin-fecha', 'estado-desconocido']])
    expect(m.lista().filter((p) => p.marcas.includes('otra-otec')).map((p) => p.idProceso)).toEqual(['42', '41'])
    const raro = m.lista().find((p) => p.idProceso === '40' && p.marcas.includes('sin-fecha'))
    expect(raro?.fecha).toBe('2021-02-30 10:00:00')
    expect(m.registros(raro?.pk ?? 0).registros[0]).toMatchObject({ fechaEjecucion: '2021-04-0', estadoRegistro: '9', resultado: 'otro', deOtraOtec: false })
    expect(m.servicio.crudo({ pk: raro?.pk ?? 0, orden: 0 })).toMatchObject({ valor: { crudo: expect.stringContaining('"nuevo":{"a":null}') as unknown } })
    expect(m.registros(m.lista().find((p) => p.idProceso === '41')?.pk ?? 0).registros[0]?.deOtraOtec).toBe(true)
    expect(m.aprendido.map((a) => a.rutAlumno)).toEqual([9562011])
  })

  it('a process of fifty thousand records, compressed, in pages', async () => {
    const m = await montar(() => undefined)
    m.dar(gzipSync(conJson([proceso('50', Array.from({ length: 50_000 }, (_, i) => registro(10_000_000 + i)))])), { 'content-encoding': 'gzip' })
    expect(await m.servicio.actualizar({})).toMatchObject({ ok: true, valor: { procesos: 1, registros: 50_000 } })
    const [p] = m.lista()
    expect(p).toMatchObject({ registros: 50_000, aceptados: 50_000 })
    const r = m.servicio.registros({ pk: p?.pk ?? 0, filtro: 'todos', desde: 49_990, cuantos: 100 })
    expect(r).toMatchObject({ valor: { total: 50_000 } })
    expect(r.ok && r.valor.registros.at(-1)?.rut).toBe('10.049.999-5')
    expect(m.avances.length).toBeGreaterThan(2)
  })

  it('a process read again takes the place of the old one; the same again changes nothing', async () => {
    const m = await montar(() => undefined)
    m.dar(conJson([proceso('30', [registro(12345678), registro(9562011)]), proceso(null, [registro(1)])]))
    await m.servicio.actualizar({})
    const antes = m.lista()
    await m.servicio.actualizar({})
    expect(m.lista()).toEqual(antes)
    m.dar(conJson([proceso('30', [registro(12345678, { estado_registro: '3' })])]))
    await m.servicio.actualizar({})
    expect(m.lista().map((p) => [p.idProceso, p.registros, p.rechazados])).toEqual([['30', 1, 1], [null, 1, 0]])
    expect(sueltos(m.base.db())).toBe(0)
  })

  it('what is cut is told, what was whole is kept, and never less than what was known', async () => {
    const m = await montar(() => undefined)
    const todo = conJson([proceso('30', [registro(12345678)]), proceso('31', [registro(1), registro(2)]), proceso('32', [registro(3), registro(4)])])
    m.dar(conJson([proceso('31', [registro(1), registro(2)])]))
    await m.servicio.actualizar({})
    const hasta = (texto: string): string => todo.slice(0, todo.indexOf(texto) + texto.length)
    m.dar(hasta('"rut_alumno":2'))
    expect(await m.servicio.actualizar({})).toMatchObject({ ok: false, falla: { codigo: 'historial-cortado' } })
    m.dar(hasta('"rut_alumno":4'))
    await m.servicio.actualizar({})
    expect(m.lista().map((p) => [p.idProceso, p.registros, p.marcas])).toEqual([['32', 1, ['cortado']], ['31', 2, []], ['30', 1, []]])
    expect(m.servicio.estado()).toMatchObject({ valor: { ultima: { completa: false } } })
    expect(m.aprendido.map((a) => a.rutAlumno)).toEqual([1, 2])
    m.dar(todo)
    await m.servicio.actualizar({})
    expect(m.lista().map((p) => [p.idProceso, p.registros, p.marcas])).toEqual([['32', 2, []], ['31', 2, []], ['30', 1, []]])
    expect(sueltos(m.base.db())).toBe(0)
  })

  it.each([
    ['credentials refused', (r: ServerResponse) => { r.end('{"codigo":"001","mensaje":"Token invalido"}') }, 'historial-credenciales'],
    ['a page', (r: ServerResponse) => { r.end('<html>mantención</html>') }, 'historial-respuesta-ilegible'],
    ['500', (r: ServerResponse) => { r.writeHead(500).end('x') }, 'historial-http'],
    ['the connection drops half way', (r: ServerResponse) => { r.writeHead(200, { 'content-length': '5000' }); r.write(conJson([proceso('30', [registro(1)])]).slice(0, -20)); setImmediate(() => { r.destroy() }) }, 'historial-cortado'],
    ['compressed bytes cut', (r: ServerResponse) => { const z = gzipSync(conJson([proceso('30', Array.from({ length: 400 }, (_, i) => registro(i + 1, { nuevo: Math.random() })))])); r.writeHead(200, { 'content-encoding': 'gzip' }).end(z.subarray(0, z.length - 200)) }, 'historial-cortado'],
  ])('in words: %s', async (_nombre, responder, codigo) => {
    const m = await montar(responder)
    expect(await m.servicio.actualizar({})).toMatchObject({ ok: false, falla: { codigo } })
    expect(sueltos(m.base.db())).toBe(0)
    expect(m.lista().every((p) => p.marcas.includes('cortado'))).toBe(true)
  })

  it('stopped by the person, nothing changes', async () => {
    const m = await montar((res) => { res.write(conJson([proceso('30', [registro(1), registro(2)])]).slice(0, -5) + ' '.repeat(70_000)) })
    const pedido = m.servicio.actualizar({})
    while (!m.avances.some((a) => a.registros > 0)) await new Promise((listo) => { setImmediate(listo) })
    m.servicio.cancelar()
    expect(await pedido).toEqual({ ok: true, valor: null })
    expect(m.lista()).toEqual([])
    expect(sueltos(m.base.db())).toBe(0)
  })

  it('the token that the service prints is nowhere, also where the pieces cut it', async () => {
    const m = await montar((res) => {
      const texto = conJson([proceso('30', [registro(1, { obs_registro: `token ${TOKEN.toLowerCase()} x` })])])
      const corte = texto.indexOf(TOKEN.toLowerCase()) + 9
      res.write(texto.slice(0, corte))
      setImmediate(() => { res.end(texto.slice(corte)) })
    })
    await m.servicio.actualizar({})
    const crudo = m.servicio.crudo({ pk: m.lista()[0]?.pk ?? 0, orden: 0 })
    expect(JSON.stringify(crudo)).toContain('token ')
    expect(JSON.stringify([crudo, m.lista(), m.lineas]).toLowerCase()).not.toContain(TOKEN.toLowerCase().slice(0, 18))
  })
})
