import { afterEach, describe, expect, it } from 'vitest'
import { crearServicioEnvios } from '../../../electron/services/envios.ts'
import type { ClienteGestor } from '../../../electron/services/puertos.ts'
import { cursoDePrueba } from '../../unit/envio/curso-de-prueba.ts'
import { A, AHORA, B, OTEC, TOKEN, montar, type Escena, type OpcionesEscena } from './soporte.ts'

const abiertas: Escena[] = []
afterEach(async () => { for (const e of abiertas.splice(0)) await e.cerrar() })
const escena = async (o: OpcionesEscena = {}): Promise<Escena> => { const e = await montar({ cursos: dos(), ...o }); abiertas.push(e); return e }
const dos = () => ['OF-1', 'OF-2'].map((oferta) => cursoDePrueba([{ rut: A, modulos: { M1: 30 } }, { rut: B, modulos: { M1: 10 } }], { oferta }))
const ESTA_NOCHE = new Date(AHORA.getTime() + 8 * 3_600_000).toISOString()

const detalle = (e: Escena, envioId: string) => { const d = e.envios.detalle({ envioId }); if (!d.ok) throw new Error(d.falla.codigo); return d.valor }
const estados = (e: Escena, id: string): string[] => detalle(e, id).llamadas.map((l) => l.estado)
async function programar(e: Escena, para = ESTA_NOCHE, borradorId = 'b1'): Promise<string> {
  const r = await e.envios.programar({ borradorId, para })
  if (!r.ok) throw new Error(r.falla.codigo)
  return r.valor.envioId
}
async function lanzar(e: Escena, id: string): Promise<void> {
  const fin = e.fin()
  const r = await e.envios.lanzarProgramado(id)
  if (!r.ok) throw new Error(r.falla.codigo)
  await fin
}
const enSence = async (e: Escena): Promise<(string | null)[]> => (await e.enSence()).map((p) => p.codigoExterno)

describe('a send for tonight', () => {
  it('is written whole, goes out with the bytes of when it was scheduled, and counts as any other', async () => {
    const e = await escena()
    const id = await programar(e)
    expect(detalle(e, id)).toMatchObject({ estado: 'programado', programadoPara: ESTA_NOCHE, llamadas: [{ estado: 'programado', enviadoEn: null, alumnos: [{ resultado: 'no-enviado' }, {}] }, {}] })
    expect(e.envios.programados()).toMatchObject({ ok: true, valor: [{ id, programadoPara: ESTA_NOCHE, alumnos: 4 }] })
    const escritas = detalle(e, id).llamadas.map((l) => e.diario.cuerpo(l.id)?.solicitud)
    // The draft goes on being edited meanwhile.
    e.planillas.cursos[0] = cursoDePrueba([{ rut: A, modulos: { M1: 99 } }])
    expect(await enSence(e)).toEqual([])
    await lanzar(e, id)
    expect(detalle(e, id)).toMatchObject({ estado: 'aceptado', aceptados: 4 })
    expect(detalle(e, id).llamadas.map((l) => e.diario.cuerpo(l.id)?.solicitud)).toEqual(escritas)
    expect(e.envios.ultimosAvances().map((a) => a.porcentaje)).toEqual([10, 10, 30, 30])
    expect(e.planillas.enviados).toEqual(['b1'])
    expect(e.envios.programados()).toEqual({ ok: true, valor: [] })
    expect(await e.envios.lanzarProgramado(id)).toMatchObject({ falla: { codigo: 'no-programado' } })
    expect(await enSence(e)).toHaveLength(2)
  })

  it('survives the end of the program, and so does what had not started of one that was going out', async () => {
    // It answers nothing until the program is closed.
    const callada: ClienteGestor['enviarAvance'] = (_cuerpo, _token, senal) => new Promise((listo) => {
      senal?.addEventListener('abort', () => { listo({ tipo: 'falla', causa: 'detenido', pudoLeerse: true, httpEstado: null, detalle: '', cuerpo: null }) })
    })
    const e = await escena({ cambiar: (p) => ({ cliente: { ...p.cliente, enviarAvance: callada } }) })
    const id = await programar(e)
    await crearServicioEnvios(e.puertos).recuperar()
    expect(estados(e, id)).toEqual(['programado', 'programado'])
    await e.envios.lanzarProgramado(id)
    await new Promise((listo) => setImmediate(listo))
    expect(estados(e, id)).toEqual(['enviando', 'programado'])
    // Another run of the program on the same journal, whose client does answer.
    const nueva = crearServicioEnvios({ ...e.puertos, cliente: e.cliente, emitir: (x) => { if (x.terminado) terminado() } })
    let terminado = (): void => undefined
    const fin = new Promise<void>((listo) => { terminado = listo })
    await nueva.recuperar()
    expect(estados(e, id)).toEqual(['desconocido', 'programado'])
    expect((await nueva.lanzarProgramado(id)).ok).toBe(true)
    await fin
    expect(estados(e, id)).toEqual(['desconocido', 'aceptado'])
    expect(await enSence(e)).toHaveLength(1)
  })

  it('before it goes, what the last run left in doubt is asked for', async () => {
    const e = await escena()
    e.planillas.cursos.splice(0, 2, cursoDePrueba([{ rut: A, modulos: { M2: 5 } }]))
    const id = await programar(e, ESTA_NOCHE, 'b2')
    // Another workbook with the same alumno, sent by day, whose answer does not come.
    e.planillas.cursos.splice(0, 1, ...dos())
    e.gestor.malasManeras.cortarDespuesDeProcesar = { proximas: 2 }
    const dudoso = await e.enviarTodo()
    expect(await e.envios.lanzarProgramado(id)).toMatchObject({ falla: { codigo: 'programado-en-duda' } })
    expect(estados(e, id)).toEqual(['programado'])
    void e.envios.empezarDeFondo()
    await lanzar(e, id)
    expect([estados(e, dudoso), estados(e, id)]).toEqual([['aceptado', 'aceptado'], ['aceptado']])
  })

  it('taken back in time it does not go; once it started it is not taken back', async () => {
    const e = await escena()
    const primero = await programar(e)
    expect(e.envios.desprogramar({ envioId: primero })).toEqual({ ok: true, valor: {} })
    expect(detalle(e, primero).llamadas[0]).toMatchObject({ estado: 'cancelado', titulo: 'No se envió: usted quitó la programación' })
    expect(await e.envios.lanzarProgramado(primero)).toMatchObject({ falla: { codigo: 'no-programado' } })
    expect(e.envios.desprogramar({ envioId: primero })).toMatchObject({ falla: { codigo: 'no-programado' } })

    const segundo = await programar(e)
    const fin = e.fin()
    // In the same turn: one of the two comes first, and the other is told.
    const lanzado = e.envios.lanzarProgramado(segundo)
    await Promise.resolve()
    expect(e.envios.desprogramar({ envioId: segundo })).toMatchObject({ falla: { codigo: 'ya-comenzo' } })
    expect(e.envios.marcarVencido(segundo)).toMatchObject({ falla: { codigo: 'ya-comenzo' } })
    expect(e.envios.reprogramar({ envioId: segundo, para: ESTA_NOCHE })).toMatchObject({ falla: { codigo: 'ya-comenzo' } })
    expect((await lanzado).ok).toBe(true)
    await fin
    expect(estados(e, segundo)).toEqual(['aceptado', 'aceptado'])
    expect(await enSence(e)).toHaveLength(2)
  })

  it('taken back while the start waits for what is in doubt: it does not go', async () => {
    let seguir = (): void => undefined
    const espera = new Promise<void>((listo) => { seguir = listo })
    const e = await escena({ cambiar: (p) => ({ cliente: { ...p.cliente, historialEnvios: async (...a) => { await espera; return p.cliente.historialEnvios(...a) } } }) })
    e.gestor.malasManeras.cortarDespuesDeProcesar = { proximas: 1 }
    await e.enviarTodo()
    e.planillas.cursos.splice(0, 2, cursoDePrueba([{ rut: A, modulos: { M1: 40 } }], { oferta: 'OF-3' }))
    const id = await programar(e)
    void e.envios.empezarDeFondo()
    const lanzado = e.envios.lanzarProgramado(id)
    expect(e.envios.desprogramar({ envioId: id })).toEqual({ ok: true, valor: {} })
    seguir()
    expect(await lanzado).toMatchObject({ falla: { codigo: 'no-programado' } })
    expect(estados(e, id)).toEqual(['cancelado'])
  })

  it('that lost its hour says so, and takes another', async () => {
    const e = await escena()
    const id = await programar(e)
    expect(e.envios.marcarVencido(id)).toEqual({ ok: true, valor: {} })
    expect(detalle(e, id)).toMatchObject({ estado: 'vencido', llamadas: [{ titulo: 'No salió a su hora' }, {}] })
    expect(await e.envios.lanzarProgramado(id)).toMatchObject({ falla: { codigo: 'no-programado' } })
    const manana = new Date(AHORA.getTime() + 32 * 3_600_000).toISOString()
    expect(e.envios.reprogramar({ envioId: id, para: manana })).toEqual({ ok: true, valor: {} })
    expect(detalle(e, id)).toMatchObject({ estado: 'programado', programadoPara: manana, llamadas: [{ titulo: null }, {}] })
    await lanzar(e, id)
    expect(estados(e, id)).toEqual(['aceptado', 'aceptado'])
  })

  it('is not made twice of a draft, nor beside a send of it now, nor for an hour that passed', async () => {
    const e = await escena()
    expect(await e.envios.programar({ borradorId: 'b1', para: AHORA.toISOString() })).toMatchObject({ falla: { codigo: 'hora-invalida' } })
    expect(await e.envios.programar({ borradorId: 'b1', para: 'mañana' })).toMatchObject({ falla: { codigo: 'hora-invalida' } })
    const [uno, otro] = await Promise.all([e.envios.programar({ borradorId: 'b1', para: ESTA_NOCHE }), e.envios.programar({ borradorId: 'b1', para: ESTA_NOCHE })])
    expect([uno.ok, otro.ok]).toEqual([true, false])
    expect(await e.envios.programar({ borradorId: 'b1', para: ESTA_NOCHE })).toMatchObject({ falla: { codigo: 'ya-programado' } })
    expect(await e.envios.enviar({ borradorId: 'b1' })).toMatchObject({ falla: { codigo: 'ya-programado' } })
    expect(e.envios.lista()).toMatchObject({ ok: true, valor: [{ estado: 'programado' }] })
  })

  it('goes out under its own OTEC only, and only as it was written', async () => {
    const e = await escena()
    const id = await programar(e)
    await e.credenciales.guardar({ rutOtec: '77777777-7', token: TOKEN, nombre: 'Otra' })
    expect(await e.envios.lanzarProgramado(id)).toMatchObject({ falla: { codigo: 'otra-otec' } })
    await e.credenciales.guardar({ rutOtec: OTEC, token: TOKEN, nombre: 'Mía' })
    const intacto = e.diario.envio.bind(e.diario)
    const tocado = crearServicioEnvios({ ...e.puertos, diario: { ...e.diario, envio: (x) => { const r = intacto(x); return r === null ? null : { ...r, llamadas: r.llamadas.map((l) => ({ ...l, cuerpo: l.cuerpo.replace('30', '31') })) } } } })
    expect(await tocado.lanzarProgramado(id)).toMatchObject({ falla: { codigo: 'diario-alterado' } })
    expect(await enSence(e)).toEqual([])
    expect(estados(e, id)).toEqual(['programado', 'programado'])
  })
})
