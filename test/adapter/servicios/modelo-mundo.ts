/**
 * The sends of a space against a model of them: whatever the person does, SENCE answers and the computer suffers, in any
 * order. The journal is the real one and is opened again at each end of the program; SENCE is a list of who was processed.
 */
import { leerSinGuardar } from '../../../build/faults/leer-de-fondo.ts'
import type { ClienteGestor } from '../../../electron/services/puertos.ts'
import path from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { abrirDiario, type DiarioAbierto } from '../../../electron/adapters/diario.ts'
import { crearServicioEnvios } from '../../../electron/services/envios.ts'
import type { RespuestaGestor } from '../../../electron/services/puertos.ts'
import type { ServicioEnvios } from '../../../electron/services/servicios.ts'
import { HORAS_DE_PACIENCIA } from '../../../shared/domain/conciliacion.ts'
import { esFinal, type EstadoLlamada } from '../../../shared/domain/llamada.ts'
import type { Curso } from '../../../shared/domain/curso.ts'
import { cursoDePrueba } from '../../unit/envio/curso-de-prueba.ts'
import { carpetaTemporal } from '../diario/soporte.ts'
import { A, AHORA, B, C, CredencialesEnMemoria, CursosFalsos, OTEC, TOKEN } from './soporte.ts'

/** What must hold, said from a method or a command of the model. */
const exigir: typeof expect = expect

const RUTS = [A, B, C]
const ESCRITURAS = ['crearEnvio', 'agregarLlamada', 'sellarEnvio', 'marcarEnviando', 'aplazarLlamada', 'cerrarLlamada', 'cancelarPendientes', 'aprenderAvances', 'marcarConciliando', 'soltarConciliacion', 'conciliarLlamada'] as const
type Manera = 'acepta' | 'rechaza' | 'mitad' | 'procesa-y-corta' | 'corta' | 'no-conecta' | '002' | '001' | 'html'
const MANERAS: readonly Manera[] = ['acepta', 'acepta', 'rechaza', 'mitad', 'procesa-y-corta', 'corta', 'no-conecta', '002', '001', 'html']
type Muerte = 'nunca' | 'antes' | 'en-camino' | 'despues'

interface Llamada { codigo: string; ruts: number[]; procesados: number[] }
/** What must be true whatever happens, and what SENCE saw. */
export class Mundo {
  readonly carpeta = carpetaTemporal()
  readonly vistos = new Set<EstadoLlamada>()
  horas = 0
  recibidas: Llamada[] = []
  maneras: Manera[] = []
  muerte: Muerte = 'nunca'
  /** Writes that are still done before the end; null: it does not come so. */
  escritura: number | null = null
  actos = 0
  /** How often the person asked for each alumno to be sent. */
  readonly pedidos = new Map<number, number>()
  planillas = new CursosFalsos([])
  diario!: DiarioAbierto
  envios!: ServicioEnvios
  private acabar = (): void => undefined
  private congelado = false

  constructor() { this.abrir() }
  ahora = (): Date => new Date(AHORA.getTime() + this.horas * 3_600_000)

  abrir(): void {
    this.diario = abrirDiario({ archivo: path.join(this.carpeta.ruta, 'diario.db'), clave: null })
    this.congelado = false
    this.planillas = new CursosFalsos([])
    const credenciales = new CredencialesEnMemoria({ rutOtec: OTEC, token: TOKEN, nombre: 'x' })
    const cliente: ClienteGestor = { enviarAvance: (cuerpo) => this.recibir(cuerpo), historialEnvios: () => Promise.resolve(this.historial()) }
    this.envios = crearServicioEnvios({
      cliente, credenciales, leerDeFondo: leerSinGuardar({ cliente, credenciales }), planillas: this.planillas, diario: this.mortal(this.diario), reloj: { ahora: this.ahora },
      registro: { info: () => undefined, aviso: () => undefined, error: () => 'i' }, esperar: () => { this.mirar(); return Promise.resolve() }, alumnosPorParte: () => 2, pausaMs: () => 0, linea: { enLinea: () => true, esperar: () => Promise.resolve(), alVolver: () => () => undefined },
      emitir: (p) => { this.mirar(); if (p.terminado) this.acabar() }, alCambiarBorrador: () => undefined, alConciliar: () => undefined,
    })
  }

  /** The journal, at one of whose writes the program may end: before it is done or after, and none is done from there on. */
  private mortal(d: DiarioAbierto): DiarioAbierto {
    const vigilado = { ...d }
    for (const que of ESCRITURAS) {
      Object.assign(vigilado, { [que]: (...a: unknown[]) => {
        if (this.congelado) throw new Error('the program has ended')
        const toca = this.escritura !== null && this.escritura-- === 0
        if (toca && this.horas % 2 === 0) { this.congelado = true; throw new Error('the program ends before a write') }
        const hecho = (d[que] as (...x: unknown[]) => unknown)(...a)
        this.mirar()
        if (toca) { this.congelado = true; throw new Error('the program ends after a write') }
        return hecho
      } })
    }
    return vigilado
  }

  /** Ends the program here: nothing that it still wanted to do happens. */
  private morir(): Promise<never> {
    this.congelado = true
    this.acabar()
    return new Promise(() => undefined)
  }

  private async recibir(cuerpo: string): Promise<RespuestaGestor> {
    if (this.congelado) return this.morir()
    this.mirar()
    const { codigoEnvio: codigo, listaAlumnos } = JSON.parse(cuerpo) as { codigoEnvio: string; listaAlumnos: { rutAlumno: number }[] }
    const ruts = listaAlumnos.map((a) => a.rutAlumno)
    const manera = this.maneras.shift() ?? 'acepta'
    const muerte = this.muerte
    this.muerte = 'nunca'
    if (muerte === 'antes') return this.morir()
    if (manera === 'no-conecta') return { tipo: 'falla', causa: 'rechazada', pudoLeerse: false, httpEstado: null, detalle: '', cuerpo: null }
    const procesados = ['corta', 'rechaza', '001', '002'].includes(manera) ? [] : manera === 'mitad' ? ruts.slice(1) : ruts
    // The invariant of all: what SENCE may have is not posted to it again. Its code is the call's own.
    if (this.recibidas.some((r) => r.codigo === codigo && r.procesados.length > 0)) throw new Error('the same call twice')
    if (manera !== '001' && manera !== '002' && manera !== 'corta') this.recibidas.push({ codigo, ruts, procesados })
    if (muerte !== 'nunca') return this.morir()
    const respuesta = (v: unknown): RespuestaGestor => { const texto = typeof v === 'string' ? v : JSON.stringify(v); return { tipo: 'respuesta', httpEstado: 200, texto, cuerpo: { octetos: Buffer.from(texto), tipoContenido: '' }, fecha: null } }
    switch (manera) {
      case 'acepta': return respuesta({ id_proceso: 1, envio: ruts.map((rutAlumno) => ({ rutAlumno })), errores: [] })
      case 'rechaza': case 'mitad': return respuesta({ id_proceso: 1, datosEnviados: [], datosError: ruts.filter((r) => !procesados.includes(r)).map((rutAlumno) => ({ alumno: { rutAlumno }, codigo: '012', mensaje: 'x' })) })
      case '001': case '002': return respuesta({ id_proceso: 0, datosEnviados: [], datosError: [{ codigo: manera, mensaje: 'x' }] })
      case 'html': return respuesta('<html></html>')
      case 'corta': case 'procesa-y-corta': return { tipo: 'falla', causa: 'cortada', pudoLeerse: true, httpEstado: null, detalle: '', cuerpo: null }
    }
  }

  private historial(): RespuestaGestor {
    this.mirar()
    const texto = JSON.stringify(this.recibidas.map((r, i) => ({ id_proceso_externo: String(i + 1), codigo_externo: r.codigo, listaregistros: r.ruts.map((rut) => ({ rut_alumno: String(rut), estado_registro: r.procesados.includes(rut) ? '1' : '3', obs_registro: '' })) })))
    return { tipo: 'respuesta', httpEstado: 200, texto, cuerpo: { octetos: Buffer.from(texto), tipoContenido: '' }, fecha: null }
  }

  /** Runs what starts a send, to its end or to that of the program. */
  async hasta(empezar: () => Promise<{ ok: boolean }>): Promise<boolean> {
    const fin = new Promise<void>((listo) => { this.acabar = listo })
    const r = await empezar()
    if (r.ok && !this.congelado) { await fin; await new Promise<void>((listo) => { setImmediate(() => { setImmediate(listo) }) }) }
    const murio = this.congelado
    this.escritura = null
    if (murio) await this.reiniciar()
    return murio || r.ok
  }
  async reiniciar(): Promise<void> {
    this.congelado = true
    this.mirar()
    this.diario.cerrar()
    this.abrir()
    await this.envios.recuperar()
  }

  llamadas(): { estado: EstadoLlamada; codigo: string; alumnos: readonly { rutAlumno: number; resultado: string }[] }[] {
    return this.diario.envios().flatMap((e) => this.diario.envio(e.id)?.llamadas ?? []).map((l) => ({ estado: l.estado, codigo: l.codigoEnvio, alumnos: l.alumnos }))
  }
  mirar(): void { for (const l of this.diario.envios().flatMap((e) => e.llamadas)) this.vistos.add(l.estado) }

  comprobar(): void {
    this.mirar()
    const enSence = new Map<number, number>()
    for (const r of this.recibidas) for (const rut of r.procesados) enSence.set(rut, (enSence.get(rut) ?? 0) + 1)
    for (const [rut, veces] of enSence) exigir(veces, `${rut} processed more often than asked`).toBeLessThanOrEqual(this.pedidos.get(rut) ?? 0)
    for (const l of this.llamadas()) {
      const suya = this.recibidas.find((r) => r.codigo === l.codigo)
      for (const a of l.alumnos) {
        if (a.resultado === 'aceptado') exigir(suya?.procesados, `accepted ${l.codigo}`).toContain(a.rutAlumno)
        // SENCE has it: the journal may not say for good that it does not.
        if (suya?.procesados.includes(a.rutAlumno) === true && esFinal(l.estado)) exigir(a.resultado, `${l.codigo} in ${l.estado}`).toBe('aceptado')
      }
      exigir(['borrador', 'listo', 'enviando', 'reintentando', 'conciliando'], 'left half way').not.toContain(l.estado)
    }
  }
  async cerrar(): Promise<void> { await this.envios.detener(); this.diario.cerrar(); this.carpeta.borrar() }
}

/** The model: sends that wait for their hour. The rest of it is what Mundo counts. */
interface Modelo { programados: string[]; vencidos: string[] }
type Orden = fc.AsyncCommand<Modelo, Mundo>
const curso = (ruts: readonly number[], n: number): Curso => cursoDePrueba(ruts.map((rut) => ({ rut, modulos: { M1: n % 100 } })))
const contar = (m: Mundo, ruts: readonly number[]): void => { for (const r of ruts) m.pedidos.set(r, (m.pedidos.get(r) ?? 0) + 1) }
const orden = (nombre: string, correr: (modelo: Modelo, m: Mundo) => Promise<void>, puede: (modelo: Readonly<Modelo>) => boolean = () => true): Orden => ({
  check: puede, toString: () => nombre, run: async (modelo, m) => { await correr(modelo, m); m.comprobar() },
})
/** Whoever of `ruts` is not in doubt goes: that is what the person asked for. */
const enDuda = (m: Mundo): Set<number> => new Set(m.diario.sinConfirmar(OTEC).map((a) => a.rutAlumno))

const ruts = fc.subarray(RUTS, { minLength: 1 })
const como = fc.record({ maneras: fc.array(fc.constantFrom(...MANERAS), { maxLength: 6 }), muerte: fc.constantFrom<Muerte>('nunca', 'nunca', 'nunca', 'antes', 'en-camino', 'despues'), escritura: fc.option(fc.nat(14), { freq: 2 }) })
export const ordenes = [
  fc.record({ ruts, como }).map((o) => orden(`enviar ${JSON.stringify(o)}`, async (_, m) => {
    Object.assign(m, { maneras: [...o.como.maneras], muerte: o.como.muerte, escritura: o.como.escritura })
    m.planillas.cursos.splice(0, m.planillas.cursos.length, curso(o.ruts, ++m.actos))
    const libres = o.ruts.filter((r) => !enDuda(m).has(r))
    contar(m, libres)
    const conEscritura = o.como.escritura !== null
    exigir(await m.hasta(() => m.envios.enviar({ borradorId: `b${m.actos}` })) || conEscritura).toBe(libres.length > 0 || conEscritura)
  })),
  ruts.map((r) => orden(`programar ${r.join()}`, async (modelo, m) => {
    m.planillas.cursos.splice(0, m.planillas.cursos.length, curso(r, ++m.actos))
    const libres = r.filter((x) => !enDuda(m).has(x))
    const p = await m.envios.programar({ borradorId: `b${m.actos}`, para: new Date(m.ahora().getTime() + 3_600_000).toISOString() })
    exigir(p.ok).toBe(libres.length > 0)
    if (p.ok) { modelo.programados.push(p.valor.envioId); contar(m, libres) }
  })),
  como.map((c) => orden(`lanzar ${JSON.stringify(c)}`, async (modelo, m) => {
    Object.assign(m, { maneras: [...c.maneras], muerte: c.muerte, escritura: c.escritura })
    const id = modelo.programados[0] ?? ''
    await m.hasta(() => m.envios.lanzarProgramado(id))
    if (!m.diario.programados().some((e) => e.id === id)) modelo.programados.shift()
  }, (modelo) => modelo.programados.length > 0)),
  fc.constant(orden('desprogramar', (modelo, m) => {
    exigir(m.envios.desprogramar({ envioId: modelo.programados.shift() ?? '' }).ok).toBe(true)
    return Promise.resolve()
  }, (modelo) => modelo.programados.length > 0)),
  fc.constant(orden('vencer', (modelo, m) => {
    const id = modelo.programados.shift() ?? ''
    exigir(m.envios.marcarVencido(id).ok).toBe(true)
    modelo.vencidos.push(id)
    return Promise.resolve()
  }, (modelo) => modelo.programados.length > 0)),
  fc.constant(orden('reprogramar', (modelo, m) => {
    const id = modelo.vencidos.shift() ?? ''
    exigir(m.envios.reprogramar({ envioId: id, para: new Date(m.ahora().getTime() + 7_200_000).toISOString() }).ok).toBe(true)
    modelo.programados.push(id)
    return Promise.resolve()
  }, (modelo) => modelo.vencidos.length > 0)),
  // What cannot be: each is refused, and changes nothing.
  fc.constantFrom('desprogramar', 'marcarVencido', 'reprogramar', 'lanzar').map((que) => orden(`no se puede: ${que}`, async (modelo, m) => {
    const ajeno = m.diario.envios().find((e) => !modelo.programados.includes(e.id) && !modelo.vencidos.includes(e.id))?.id ?? 'nada'
    const antes = m.llamadas()
    const para = new Date(m.ahora().getTime() + 1000).toISOString()
    const r = que === 'desprogramar' ? m.envios.desprogramar({ envioId: ajeno }) : que === 'marcarVencido' ? m.envios.marcarVencido(ajeno)
      : que === 'reprogramar' ? m.envios.reprogramar({ envioId: ajeno, para }) : await m.envios.lanzarProgramado(ajeno)
    exigir(r.ok).toBe(false)
    exigir(m.llamadas()).toEqual(antes)
  })),
  fc.constantFrom(1, HORAS_DE_PACIENCIA + 1).map((h) => orden(`pasan ${h} horas y se pregunta`, async (_, m) => { m.horas += h; await m.envios.empezarDeFondo() })),
  fc.constant(orden('el programa se cierra', (_, m) => m.reiniciar())),
]
