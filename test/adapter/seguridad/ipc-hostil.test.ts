/** A hostile page at the bridge: every request of the contract, over the real handlers and a real space, with what it should not get away with. */
import '../credenciales/sin-electron.ts'
import fc from 'fast-check'
import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { abrirAjustes } from '../../../electron/adapters/ajustes.ts'
import { abrirPerfiles } from '../../../electron/adapters/perfiles.ts'
import { crearEspacios, type Espacios, type PartesEspacios } from '../../../electron/espacios.ts'
import type { Contexto } from '../../../electron/ipc/contexto.ts'
import { crearManejadores } from '../../../electron/ipc/manejadores.ts'
import { atender, type Manejadores } from '../../../electron/ipc/registrar.ts'
import { crearPerfiles } from '../../../electron/perfiles.ts'
import { hacerTarea, type Tarea } from '../../../electron/proceso-datos/tareas.ts'
import { abrirRedDeOficina } from '../../../electron/red-oficina.ts'
import { crearRespaldos } from '../../../electron/respaldos.ts'
import { requests, type RequestName } from '../../../shared/ipc/contract.ts'
import { ok } from '../../../shared/ipc/result.ts'
import { SelladorFalso } from '../credenciales/sellador-falso.ts'
import { carpetaTemporal } from '../diario/soporte.ts'
import { enEsteProceso } from '../planilla/soporte.ts'
import { crearActualizaciones } from '../../../electron/services/actualizaciones.ts'
import { casiBien } from './entradas-hostiles.ts'

const carpeta = carpetaTemporal()
const salida = carpetaTemporal()
const temporal = carpetaTemporal()
// What passes through the system's folder of temporary files is seen here, and nobody else's is.
for (const nombre of ['TMPDIR', 'TEMP', 'TMP']) process.env[nombre] = temporal.ruta
const abiertos: string[] = []
const errores: string[] = []
let espacios: Espacios
let manejadores: Manejadores
let conocidos: string[] = []
const anotarError = (donde: string, e: unknown): string => { errores.push(`${donde}: ${e instanceof Error ? (e.stack ?? '') : String(e)}`); return 'K7M-4PF' }
const pedir = (nombre: string, entrada: unknown): Promise<{ ok: boolean; valor?: unknown; falla?: { codigo: string } }> => atender({ manejadores, anotarError }, nombre, entrada)

beforeAll(async () => {
  const registro = { info: () => undefined, aviso: () => undefined, error: (m: string, e?: unknown) => anotarError(m, e) }
  const ajustes = abrirAjustes(carpeta.ruta)
  const sellador = new SelladorFalso()
  const red = await abrirRedDeOficina({ carpeta: carpeta.ruta, plataforma: 'linux', sellador, ajustes, emitir: () => undefined, preguntarProxy: () => Promise.resolve('DIRECT') })
  mkdirSync(path.join(carpeta.ruta, 'real'))
  const partes: PartesEspacios = {
    carpeta: carpeta.ruta, registro, ajustes, sellador, perfiles: abrirPerfiles(path.join(carpeta.ruta, 'real')), tokens: new Map(), red: red.cliente,
    despertador: { escuchar: () => () => undefined }, linea: { enLinea: () => true, esperar: () => Promise.resolve(), alVolver: () => () => undefined },
    emitir: () => undefined, bifurcar: enEsteProceso(), recuerdo: { leer: () => ({ espacio: null }), guardar: () => undefined }, version: '0', plataforma: 'linux',
  }
  espacios = crearEspacios(partes)
  await espacios.entrar('practica')
  const parcial: Partial<Contexto> = {
    // What it has to aim at stays open all along.
    espacio: espacios.actual, entrar: () => Promise.resolve(ok({})), entrarEn: espacios.entrarEn, perfiles: crearPerfiles(partes, espacios), respaldos: crearRespaldos({ ...partes, tareas: (tarea, entrada) => Promise.resolve(hacerTarea({ tarea, entrada } as Tarea) as never) }, espacios), escuchando: () => undefined, ajustes, aplicarTema: () => undefined, carpetaDatos: carpeta.ruta,
    estado: espacios.estado,
    red: red.servicio, dialogos: { elegirPlanilla: () => Promise.resolve(null), elegirCarpeta: () => Promise.resolve(null), elegirRespaldo: () => Promise.resolve(null), elegirCertificado: () => Promise.resolve('/etc/hostname'), guardarPlanilla: () => Promise.resolve(path.join(salida.ruta, 'x.xlsx')), guardarTexto: () => Promise.resolve(path.join(salida.ruta, 'x.txt')), guardarZip: () => Promise.resolve(path.join(salida.ruta, 'x.zip')), guardarPdf: () => Promise.resolve(path.join(salida.ruta, 'x.pdf')) },
    imprenta: { pdf: () => Promise.resolve(new Uint8Array([37, 80, 68, 70])), imprimir: () => Promise.resolve('sin-impresora') }, version: '0', anotar: anotarError,
    actualizaciones: crearActualizaciones({
      version: '0', actualizador: 'desarrollo', automaticas: () => false, ocupado: () => false, evitar: () => null, estrenada: null, alVerEstrenada: () => undefined,
      despertador: partes.despertador ?? { escuchar: () => () => undefined }, reloj: { ahora: () => new Date() }, registro, emitir: () => undefined, cerrar: () => undefined,
    }),
    escribirTexto: () => Promise.resolve(ok({})), vigia: () => null,
    diagnosticos: { preparar: () => Promise.resolve({ id: 'd', partes: [], bytes: 0 }), texto: (id) => (id === 'd' ? 'texto' : null), escribir: () => Promise.resolve(ok({})), anotar: () => 'K7M-4PF', ultimo: () => null },
    licencias: () => Promise.resolve([]), ultimaPlantilla: () => null, recordarPlantilla: () => undefined, abrirEnlace: (url) => { abiertos.push(url); return Promise.resolve() }, mostrarEnCarpeta: (ruta) => { abiertos.push(ruta) },
    inicioSesion: { activo: () => false, poner: () => true }, importar: (ruta, nombre) => espacios.actual()?.importar(ruta, nombre) ?? Promise.reject(new Error('no space')),
  }
  manejadores = crearManejadores(parcial as Contexto)
  // A draft and a send to aim at: ids that exist reach further than invented ones.
  const abierta = await pedir('planilla:abrirMuestra', { muestra: 'con-problemas' })
  const borrador = abierta.valor as { id: string; tablas: { id: string; columnas: { key: string }[] }[] }
  const envio = await pedir('envio:enviar', { borradorId: borrador.id })
  conocidos = [borrador.id, (envio.valor as { envioId: string }).envioId, ...borrador.tablas.flatMap((t) => [t.id, ...t.columnas.map((c) => c.key)])]
})
afterAll(async () => {
  await espacios.cerrar()
  carpeta.borrar()
  salida.borrar()
  temporal.borrar()
})

const LENTAS: ReadonlySet<string> = new Set(['planilla:abrirMuestra', 'muestra:guardar', 'plantilla:guardar', 'envio:enviar', 'respaldo:ponerFrase', 'respaldo:restaurar'])

describe('a hostile page', () => {
  it.each(Object.keys(requests) as RequestName[])('gets words and nothing else out of %s', async (nombre) => {
    await fc.assert(fc.asyncProperty(fc.oneof({ arbitrary: casiBien(requests[nombre].input, conocidos), weight: 4 }, { arbitrary: fc.anything(), weight: 1 }), async (entrada) => {
      errores.length = 0
      const r = await pedir(nombre, entrada)
      expect(requests[nombre].output.safeParse(r).success).toBe(true)
      // `inesperado` would be an exception that nobody foresaw.
      expect(r.falla?.codigo, errores.join('\n')).not.toBe('inesperado')
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(({} as Record<string, unknown>)['contaminado']).toBeUndefined()
    }), { numRuns: LENTAS.has(nombre) ? 5 : 40, seed: 20261124 })
  }, 120_000)

  it('opened nothing but the product’s own addresses and folder', () => {
    expect([...new Set(abiertos)].filter((a) => !['https://sistemas.sence.cl/rts', 'mailto:adminelearning@sence.cl', carpeta.ruta].includes(a))).toEqual([])
  })

  it('left no file where the person did not say', () => {
    expect(readdirSync(salida.ruta).filter((n) => !['x.xlsx', 'x.txt', 'x.zip', 'x.pdf'].includes(n))).toEqual([])
    expect(readdirSync(temporal.ruta).filter((n) => n.startsWith('puente-sic-'))).toEqual([])
  })

  it('and the program goes on: a workbook is read, and its draft answers', async () => {
    expect(await pedir('borrador:resumen', { id: (await pedir('planilla:abrirMuestra', { muestra: 'sin-problemas' }) as { valor: { id: string } }).valor.id })).toMatchObject({ ok: true })
  })
})
