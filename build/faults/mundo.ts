/**
 * A small world for one fault: a simulated SENCE that remembers, a journal on disk, a workbook to send, and a clock that
 * only moves when told. Whoever sends is the product itself: its client, its journal, its services.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crearClienteGestor } from '../../electron/adapters/cliente-gestor.ts'
import { abrirDiario } from '../../electron/adapters/diario.ts'
import { claveDeCurso, type Padron } from '../../electron/gestor/padron.ts'
import { iniciarGestor, type Gestor } from '../../electron/gestor/servidor.ts'
import { leerSinGuardar } from './leer-de-fondo.ts'
import { leerConsulta } from '../../electron/services/conexion.ts'
import { crearServicioEnvios, type PuertosEnvios } from '../../electron/services/envios.ts'
import type { ServicioEnvios } from '../../electron/services/servicios.ts'
import type { Curso } from '../../shared/domain/curso.ts'
import { calcularDv } from '../../shared/domain/rut.ts'
import type { ProgresoEnvio } from '../../shared/ipc/modelos.ts'
import { CredencialesEnMemoria, CursosFalsos } from '../../test/adapter/servicios/soporte.ts'
import { cursoDePrueba } from '../../test/unit/envio/curso-de-prueba.ts'

export const TOKEN = '5EEBF607-25A9-4DB2-A4DD-5D31BDAE3220'
export const OTEC = `76123456-${calcularDv(76123456)}`
const INICIO = Date.parse('2026-11-24T18:30:12Z')
const OFERTAS = ['OF-1', 'OF-2'] as const
/** Alumnos of each course, and how many go in one call: two calls a course. */
export const POR_CURSO = 6
export const POR_PARTE = 3
const RUTS = Array.from({ length: POR_CURSO }, (_, i) => 12_000_001 + i * 7)

const PADRON: Padron = {
  otec: { rut: OTEC, token: TOKEN },
  personas: new Map(RUTS.map((r) => [r, calcularDv(r)])),
  cursos: new Map(OFERTAS.map((o) => [claveDeCurso(o, 'GR-1'), new Map(RUTS.map((r) => [r, new Set(['M1', 'M2'])]))])),
}
export const cursosDelMundo = (): Curso[] => OFERTAS.map((oferta) => cursoDePrueba(RUTS.map((rut) => ({ rut, modulos: { M1: 30, M2: 10 } })), { oferta }))

export interface OpcionesPrograma {
  /** Where it believes SENCE to be: a proxy that breaks things. Absent: straight there. */
  urlBase?: string
  esperaMs?: number
  cambiar?(p: Omit<PuertosEnvios, 'leerDeFondo'>): Partial<PuertosEnvios>
}
export interface Programa {
  /** The journal could not be read whole, and the person is told so. */
  readonly avisado: boolean
  readonly envios: ServicioEnvios
  readonly puertos: PuertosEnvios
  /** What the person does: sends what the draft holds, and waits for the end. @returns the words of the refusal, or null */
  enviar(cursos: readonly Curso[]): Promise<string | null>
  /** What a start does by itself. */
  despertar(): Promise<void>
  cerrar(): Promise<void>
}
export interface Mundo {
  readonly gestor: Gestor
  readonly archivo: string
  /** Key of the journal; null: in clear. */
  clave: string | null
  /** Hours that have passed. */
  horas: number
  /** Until that hour SENCE's history shows nothing, though it may have it. */
  historialDesde: number
  /** SENCE's clock, which is right. */
  ahora(): Date
  /** This computer's, which may not be. */
  relojLocal(): Date
  abrir(o?: OpcionesPrograma): Programa
  /** alumno × course × módulo × progress → how many times SENCE processed it. */
  enSence(): Promise<ReadonlyMap<string, number>>
  cerrar(): Promise<void>
}
export const clave = (oferta: string, rut: number | string, modulo: string, avance: number | string): string => `${oferta} ${rut} ${modulo} ${Number(avance)}`
const REGISTRO = { info: () => undefined, aviso: () => undefined, error: () => 'incidente' }

/** @param carpeta where the journal lives; absent: a temporary one that goes away with the world */
export async function crearMundo(carpeta?: string): Promise<Mundo> {
  const propia = carpeta ?? mkdtempSync(path.join(tmpdir(), 'puente-fallas-'))
  const mundo = { clave: null as string | null, horas: 0, historialDesde: 0, ahora: (): Date => new Date(INICIO + mundo.horas * 3_600_000), relojLocal: (): Date => mundo.ahora() }
  const gestor = await iniciarGestor({ padron: PADRON, ahora: mundo.ahora })
  const archivo = path.join(propia, 'diario.db')
  return Object.assign(mundo, {
    gestor, archivo,
    abrir: (o: OpcionesPrograma = {}) => abrirPrograma(archivo, o.urlBase ?? gestor.urlBase, () => mundo.relojLocal(), { ...o, clave: mundo.clave, cambiar: (p) => {
      const suyo = { ...p, ...o.cambiar?.(p) }
      return { ...suyo, cliente: { ...suyo.cliente, historialEnvios: async (...a) => {
        const r = await suyo.cliente.historialEnvios(...a)
        return r.tipo === 'respuesta' && mundo.horas < mundo.historialDesde ? { ...r, texto: '[]' } : r
      } } }
    } }),
    enSence: async () => {
      const { procesos } = leerConsulta(await crearClienteGestor({ urlBase: () => gestor.urlBase, esperaMs: () => 20_000, soloLocal: true }).historialEnvios({ rutOtec: OTEC, token: TOKEN }, {}))
      const cuentas = new Map<string, number>()
      for (const r of (procesos ?? []).flatMap((p) => p.registros)) {
        if (r.resultado !== 'aceptado') continue
        const k = clave(r.oferta ?? '', (r.rut ?? '').replace(/\.|-.*$/gu, ''), r.modulo ?? '', r.moduloAvance ?? '')
        cuentas.set(k, (cuentas.get(k) ?? 0) + 1)
      }
      return cuentas
    },
    cerrar: async () => { await gestor.cerrar(); if (carpeta === undefined) rmSync(propia, { recursive: true, force: true }) },
  })
}

/** The program on that journal; also what the child process runs. @throws when the journal cannot be opened */
export function abrirPrograma(archivo: string, urlBase: string, ahora: () => Date, o: OpcionesPrograma & { clave?: string | null; alAvanzar?(p: ProgresoEnvio): void }): Programa {
  const diario = abrirDiario({ archivo, clave: o.clave ?? null })
  const planillas = new CursosFalsos([])
  let alTerminar = (): void => undefined
  const base: Omit<PuertosEnvios, 'leerDeFondo'> = {
    planillas, diario, registro: REGISTRO, reloj: { ahora }, esperar: () => Promise.resolve(), alumnosPorParte: () => POR_PARTE,
    credenciales: new CredencialesEnMemoria({ rutOtec: OTEC, token: TOKEN, nombre: 'OTEC' }),
    cliente: crearClienteGestor({ urlBase: () => urlBase, esperaMs: () => o.esperaMs ?? 20_000, soloLocal: false }),
    linea: { enLinea: () => true, esperar: () => Promise.resolve(), alVolver: () => () => undefined }, pausaMs: () => 0,
    alCambiarBorrador: () => undefined, alConciliar: () => undefined,
    emitir: (p) => { o.alAvanzar?.(p); if (p.terminado) alTerminar() },
  }
  const cambiados = { ...base, ...o.cambiar?.(base) }
  const puertos: PuertosEnvios = { ...cambiados, leerDeFondo: leerSinGuardar(cambiados) }
  const envios = crearServicioEnvios(puertos)
  return {
    envios, puertos, avisado: diario.apartado !== null,
    enviar: async (cursos) => {
      planillas.cursos.splice(0, planillas.cursos.length, ...cursos)
      const fin = new Promise<void>((listo) => { alTerminar = listo })
      const r = await envios.enviar({ borradorId: 'b1' })
      if (!r.ok) return r.falla.titulo
      await fin
      await new Promise<void>((listo) => { setImmediate(listo) })
      return null
    },
    despertar: async () => { await envios.recuperar(); await envios.empezarDeFondo() },
    cerrar: async () => { await envios.detener(); diario.cerrar() },
  }
}
