/** The night's keeper over the real journal and the simulated Gestor; the clock, the alarm and the network are the test's. */
import { afterEach, describe, expect, it } from 'vitest'
import { crearServicioEnvios } from '../../../electron/services/envios.ts'
import { crearServicioNocturno, type PuertosNocturno, type ServicioNocturno } from '../../../electron/services/nocturno.ts'
import type { NocheEstado, NocheTermino } from '../../../shared/ipc/modelos-noche.ts'
import { dentroDeVentana } from '../../../shared/domain/ventana-envio.ts'
import { A, B, montar, type Escena } from './soporte.ts'
import { cursoDePrueba } from '../../unit/envio/curso-de-prueba.ts'

const LA_TARDE = '2026-11-24T18:30:00Z' // 15:30 in Santiago
const LA_NOCHE = '2026-11-25T02:00:00.000Z' // 23:00

class Noche {
  ahora = new Date(LA_TARDE)
  conRed = true
  readonly estados: NocheEstado[] = []
  readonly fines: NocheTermino[] = []
  #lanzados = 0
  alLanzar = (): void => undefined
  readonly #oyentes = new Set<() => void>()
  readonly #alVolver = new Set<() => void>()
  /** At which instants SENCE got something. */
  readonly salidas: Date[] = []
  e!: Escena
  servicio!: ServicioNocturno
  consultas = 0

  static async abrir(azar = 0.5): Promise<Noche> {
    const n = new Noche()
    n.e = await montar({
      ahora: () => n.ahora, cursos: [cursoDePrueba([{ rut: A, modulos: { M1: 30 } }]), cursoDePrueba([{ rut: B, modulos: { M1: 30 } }], { oferta: 'OF-2' })],
      cambiar: (p) => ({
        cliente: { ...p.cliente, enviarAvance: (...args) => { n.salidas.push(n.ahora); return p.cliente.enviarAvance(...args) } },
        emitir: (d) => { p.emitir(d); n.servicio.oir(d) },
      }),
    })
    n.servicio = crearServicioNocturno(n.puertos(azar))
    n.servicio.empezar()
    return n
  }
  puertos(azar = 0.5): PuertosNocturno {
    return {
      envios: { ...this.e.envios, lanzarProgramado: async (id, todavia) => { this.alLanzar(); const r = await this.e.envios.lanzarProgramado(id, todavia); if (r.ok) this.#lanzados++; return r }, empezarDeFondo: () => { this.consultas++; return Promise.resolve() } }, planillas: this.e.planillas, diario: this.e.diario, reloj: { ahora: () => this.ahora }, registro: this.e.puertos.registro,
      despertador: { escuchar: (f) => { this.#oyentes.add(f); return () => this.#oyentes.delete(f) } },
      linea: { enLinea: () => this.conRed, esperar: () => Promise.resolve(), alVolver: (f) => { this.#alVolver.add(f); return () => this.#alVolver.delete(f) } },
      azar: () => azar, alumnosPorParte: () => 500, pausaMs: () => 0, emitir: (x) => { this.estados.push(x) }, alTerminar: (x) => { this.fines.push(x) },
    }
  }
  /** The clock says something else, and the alarm goes off. */
  async pasar(a: string): Promise<void> {
    this.ahora = new Date(a)
    for (const f of this.#oyentes) f()
    await this.quieto()
  }
  async vuelveLaRed(): Promise<void> {
    this.conRed = true
    for (const f of this.#alVolver) f()
    await this.quieto()
  }
  /** Until what the alarm set going has come to rest: the night's turn is over and no send is under way. */
  async quieto(): Promise<void> {
    await this.servicio.revisar()
    while (this.#lanzados > this.e.eventos.filter((e) => e.terminado).length) {
      await this.e.fin()
      await this.servicio.revisar()
    }
  }
  async programar(): Promise<{ envioId: string; para: string }> {
    const r = await this.servicio.programar({ borradorId: 'b1' })
    if (!r.ok) throw new Error(r.falla.codigo)
    return r.valor
  }
  estadoDe(envioId: string): string { const d = this.e.envios.detalle({ envioId }); return d.ok ? d.valor.estado : d.falla.codigo }
  /** Another run of the program on the same journal. */
  async reiniciar(): Promise<void> {
    this.servicio.detener()
    this.e.puertos.diario.recuperar()
    const envios = crearServicioEnvios({ ...this.e.puertos })
    this.e.envios = { ...envios, detener: this.e.envios.detener }
    this.servicio = crearServicioNocturno(this.puertos())
    this.servicio.empezar()
    await this.quieto()
  }
}
const abiertas: Noche[] = []
afterEach(async () => { for (const n of abiertas.splice(0)) { n.servicio.detener(); await n.e.cerrar() } })
const noche = async (azar?: number): Promise<Noche> => { const n = await Noche.abrir(azar); abiertas.push(n); return n }

describe('a send of the night', () => {
  it('is kept for an instant of the window, says so, goes out once when it comes, and its end is told', async () => {
    const n = await noche()
    const { envioId, para } = await n.programar()
    expect(dentroDeVentana(new Date(para))).toBe(true)
    expect(n.estados.at(-1)?.programados).toEqual([{ envioId, nombreArchivo: 'avance.xlsx', alumnos: 2, cursos: 2, para, espera: 'hora', falla: null }])
    await n.pasar(new Date(Date.parse(para) - 1000).toISOString())
    expect(n.salidas).toEqual([])
    await n.pasar(para)
    expect(n.estadoDe(envioId)).toBe('aceptado')
    expect(n.salidas).toHaveLength(2)
    expect(n.fines).toEqual([{ envioId, nombreArchivo: 'avance.xlsx', estado: 'aceptado', alumnos: 2, aceptados: 2, rechazados: 0, desconocidos: 0 }])
    expect(n.estados.at(-1)).toEqual({ programados: [], vencidos: [] })
    await n.pasar(LA_NOCHE)
    expect(n.salidas).toHaveLength(2)
  })

  it('two alarms at the same instant let it go once', async () => {
    const n = await noche()
    const { envioId, para } = await n.programar()
    n.ahora = new Date(para)
    await Promise.all([n.pasar(para), n.pasar(para)])
    expect(n.salidas).toHaveLength(2)
    expect(n.estadoDe(envioId)).toBe('aceptado')
  })

  it('goes out late, inside its window, when the computer slept through its instant', async () => {
    const n = await noche(0)
    const { envioId } = await n.programar()
    await n.pasar('2026-11-25T02:58:00Z')
    expect(n.estadoDe(envioId)).toBe('aceptado')
    expect(n.salidas.every(dentroDeVentana)).toBe(true)
  })

  it('never goes out by itself once its window is over: it is told, and offered again', async () => {
    const n = await noche()
    const { envioId } = await n.programar()
    await n.pasar('2026-11-25T03:00:00Z')
    expect(n.salidas).toEqual([])
    expect(n.estados.at(-1)).toMatchObject({ programados: [], vencidos: [{ envioId, alumnos: 2 }] })
    // Nor the night after, though that is a window too.
    await n.pasar('2026-11-26T02:00:00Z')
    expect(n.salidas).toEqual([])
    const otra = n.servicio.reprogramar({ envioId })
    if (!otra.ok) throw new Error(otra.falla.codigo)
    expect(n.estados.at(-1)).toMatchObject({ programados: [{ envioId }], vencidos: [] })
    await n.pasar(otra.valor.para)
    expect(n.estadoDe(envioId)).toBe('aceptado')
  })

  it('nor when what had to be asked of SENCE first took until after midnight', async () => {
    const n = await noche()
    const { envioId, para } = await n.programar()
    n.alLanzar = () => { n.ahora = new Date('2026-11-25T03:10:00Z') }
    await n.pasar(para)
    expect(n.salidas).toEqual([])
    await n.pasar('2026-11-25T03:10:20Z')
    expect(n.estados.at(-1)?.vencidos).toMatchObject([{ envioId }])
  })

  it('missed while the program was closed is told at the next start; one still ahead goes on waiting', async () => {
    const n = await noche()
    const { envioId } = await n.programar()
    await n.reiniciar()
    expect(n.servicio.estado().programados).toHaveLength(1)
    n.ahora = new Date('2026-11-25T11:00:00Z')
    await n.reiniciar()
    expect(n.salidas).toEqual([])
    expect(n.estados.at(-1)?.vencidos).toMatchObject([{ envioId }])
    // The person wants it at once, in the morning.
    expect(await n.servicio.enviarAhora({ envioId })).toMatchObject({ ok: true })
    await n.quieto()
    expect(n.estadoDe(envioId)).toBe('aceptado')
  })

  it('a clock set back makes it wait again', async () => {
    const n = await noche()
    const { para } = await n.programar()
    await n.pasar(new Date(Date.parse(para) - 5000).toISOString())
    await n.pasar(LA_TARDE)
    expect(n.servicio.estado().programados).toMatchObject([{ espera: 'hora' }])
    expect(n.salidas).toEqual([])
  })

  it('waits for the network, and goes when it is back; what was in doubt is asked for then too', async () => {
    const n = await noche(0)
    const { envioId, para } = await n.programar()
    n.conRed = false
    await n.pasar(para)
    expect([n.salidas.length, n.servicio.estado().programados[0]?.espera]).toEqual([0, 'red'])
    const antes = n.consultas
    await n.vuelveLaRed()
    expect(n.estadoDe(envioId)).toBe('aceptado')
    expect(n.consultas).toBe(antes + 1)
  })

  it('says why it cannot go out, and goes once that is mended', async () => {
    const n = await noche(0)
    const { envioId, para } = await n.programar()
    const credenciales = n.e.credenciales.guardadas
    n.e.credenciales.guardadas = null
    await n.pasar(para)
    expect(n.estados.at(-1)?.programados).toMatchObject([{ espera: 'problema', falla: { codigo: 'sin-credenciales' } }])
    n.e.credenciales.guardadas = credenciales
    await n.pasar(LA_NOCHE)
    expect(n.estadoDe(envioId)).toBe('aceptado')
  })

  it('that cannot go out at once either stays for the night, and not for this hour of the day', async () => {
    const n = await noche()
    const { envioId } = await n.programar()
    const credenciales = n.e.credenciales.guardadas
    n.e.credenciales.guardadas = null
    expect(await n.servicio.enviarAhora({ envioId })).toMatchObject({ ok: false, falla: { codigo: 'sin-credenciales' } })
    n.e.credenciales.guardadas = credenciales
    await n.pasar('2026-11-24T19:00:00Z')
    expect(n.salidas).toEqual([])
    const [programado] = n.servicio.estado().programados
    expect(dentroDeVentana(new Date(programado?.para ?? ''))).toBe(true)
    await n.pasar(programado?.para ?? '')
    expect(n.estadoDe(envioId)).toBe('aceptado')
  })

  it('is taken back, and then nothing goes out', async () => {
    const n = await noche()
    const { envioId, para } = await n.programar()
    expect(n.servicio.desprogramar({ envioId })).toEqual({ ok: true, valor: { programados: [], vencidos: [] } })
    await n.pasar(para)
    expect(n.salidas).toEqual([])
    expect(n.servicio.desprogramar({ envioId })).toMatchObject({ ok: false, falla: { codigo: 'no-programado' } })
  })
})
