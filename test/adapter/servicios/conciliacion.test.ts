import { afterEach, describe, expect, it } from 'vitest'
import { crearServicioEnvios } from '../../../electron/services/envios.ts'
import { HORAS_DE_PACIENCIA } from '../../../shared/domain/conciliacion.ts'
import { requests, type Valor } from '../../../shared/ipc/contract.ts'
import { cursoDePrueba } from '../../unit/envio/curso-de-prueba.ts'
import { A, AHORA, B, C, D, OTEC, montar, type Escena, type OpcionesEscena } from './soporte.ts'

const abiertas: Escena[] = []
afterEach(async () => { for (const e of abiertas.splice(0)) await e.cerrar() })
/** Counts what is posted, at the door of the client: none may go twice. */
async function escena(o: OpcionesEscena = {}): Promise<Escena & { puestos: string[]; reloj: { horas: number } }> {
  const puestos: string[] = []
  const reloj = { horas: 0 }
  const e = await montar({
    ...o, ahora: () => new Date(AHORA.getTime() + reloj.horas * 3_600_000),
    cambiar: (p) => ({ ...o.cambiar?.(p), cliente: { ...p.cliente, enviarAvance: (cuerpo, token, senal) => {
      puestos.push(String((JSON.parse(cuerpo) as { codigoEnvio: unknown }).codigoEnvio))
      return p.cliente.enviarAvance(cuerpo, token, senal)
    } } }),
  })
  abiertas.push(e)
  return Object.assign(e, { puestos, reloj })
}
async function conciliar(e: Escena, envioId: string): Promise<Valor<'envio:conciliar'>> {
  const r = requests['envio:conciliar'].output.parse(await e.envios.conciliar({ envioId }))
  if (!r.ok) throw new Error(r.falla.codigo)
  return r.valor
}
/** What the background does at the next start, to its end. */
const deFondo = (e: Escena): Promise<void> => crearServicioEnvios(e.puertos).empezarDeFondo()
const dos = [cursoDePrueba([{ rut: A, modulos: { M1: 30 } }, { rut: D, modulos: { M1: 30 } }])]

describe('an answer that never came', () => {
  it('cut after processing: SENCE has it, and its records are the answer', async () => {
    const e = await escena({ cursos: dos })
    e.gestor.malasManeras.cortarDespuesDeProcesar = { proximas: 1 }
    const id = await e.enviarTodo()
    const antes = e.envios.detalle({ envioId: id })
    expect(antes).toMatchObject({ ok: true, valor: { estado: 'desconocido' } })
    const d = await conciliar(e, id)
    expect(d).toMatchObject({ estado: 'aceptado-con-rechazos', aceptados: 1, rechazados: 1, desconocidos: 0, llamadas: [{
      titulo: 'El resultado se supo por el historial de SENCE', queHacer: null, consultadaEn: AHORA.toISOString(),
      alumnos: [{ resultado: 'aceptado' }, { resultado: 'rechazado', codigo: '011', quien: 'OTEC o SENCE: matrícula' }],
    }] })
    expect(d.llamadas[0]?.idProceso).toMatch(/^\d+$/u)
    expect(e.diario.cuerpo(d.llamadas[0]?.id ?? '')?.constancia).toContain('"estado_registro":"3"')
    // The accepted is learnt, the draft has it, and counts as sent.
    expect(e.diario.ultimosAvances(OTEC)).toMatchObject([{ rutAlumno: A, porcentaje: 30 }])
    expect(e.planillas.previos).toMatchObject([{ rutAlumno: A, porcentaje: 30 }])
    expect(e.planillas.enviados).toEqual(['b1'])
    expect(e.puestos).toHaveLength(1)
  })

  it('cut before processing: it waits for all of patience, and only then may be sent again, once', async () => {
    const e = await escena({ cursos: dos })
    e.gestor.malasManeras.cortarAntesDeProcesar = { proximas: 1 }
    const id = await e.enviarTodo()
    for (const horas of [0, 5, HORAS_DE_PACIENCIA - 1]) {
      e.reloj.horas = horas
      const d = await conciliar(e, id)
      expect(d).toMatchObject({ estado: 'desconocido', llamadas: [{ titulo: 'SENCE todavía no lo muestra' }] })
      expect(d.llamadas[0]?.queHacer).toContain('No lo reenvíe todavía')
    }
    e.reloj.horas = HORAS_DE_PACIENCIA
    const d = await conciliar(e, id)
    expect(d).toMatchObject({ estado: 'fallido', desconocidos: 0, llamadas: [{ titulo: 'SENCE no lo recibió', alumnos: [{ resultado: 'no-enviado', titulo: 'SENCE no recibió a este alumno' }, {}] }] })
    expect(e.puestos).toHaveLength(1)
    e.reloj.horas++
    const otra = await e.enviarTodo()
    expect(e.envios.detalle({ envioId: otra })).toMatchObject({ valor: { estado: 'aceptado-con-rechazos' } })
    expect(new Set(e.puestos).size).toBe(2)
    // SENCE has each of them once: the history says so.
    expect((await e.enSence()).map((p) => p.codigoExterno)).toEqual([e.puestos[1]])
  })

  it('asked again after it was answered, nothing changes; a consult that fails is told and changes nothing', async () => {
    const e = await escena({ cursos: dos })
    e.gestor.malasManeras.soloHtml = { proximas: 1 }
    const id = await e.enviarTodo()
    e.gestor.malasManeras.http500 = { proximas: 1 }
    expect(await e.envios.conciliar({ envioId: id })).toMatchObject({ ok: false, falla: { codigo: 'historial-http' } })
    expect(e.envios.detalle({ envioId: id })).toMatchObject({ valor: { estado: 'desconocido', llamadas: [{ consultadaEn: null }] } })
    const primera = await conciliar(e, id)
    expect(await conciliar(e, id)).toEqual(primera)
    // The answer that did come stays as it came, beside what the history said.
    expect(e.diario.cuerpo(primera.llamadas[0]?.id ?? '')?.respuesta).toContain('<')
    expect(await e.envios.conciliar({ envioId: 'otro' })).toMatchObject({ ok: false, falla: { codigo: 'envio-no-existe' } })
  })

  it('is found out by itself at the next start, one call at a time, and told to the window', async () => {
    const e = await escena({ cursos: ['OF-1', 'OF-2'].map((oferta) => cursoDePrueba([{ rut: A, modulos: { M1: 30 } }], { oferta })) })
    e.gestor.malasManeras.cortarDespuesDeProcesar = { proximas: 2 }
    const id = await e.enviarTodo()
    await deFondo(e)
    expect(e.envios.detalle({ envioId: id })).toMatchObject({ valor: { estado: 'aceptado', desconocidos: 0 } })
    expect(e.conciliados).toEqual([{ envioId: id, nombreArchivo: 'avance.xlsx', estado: 'aceptado' }])
    expect(e.puestos).toHaveLength(2)
  })
})

describe('what SENCE accepted from elsewhere', () => {
  it('is learnt from its history, and a later local one is not lowered by it', async () => {
    const e = await escena({ cursos: [cursoDePrueba([{ rut: A, modulos: { M1: 30, M2: 10 } }])] })
    await e.enviarTodo()
    // Another computer of the OTEC: the same SENCE, an empty journal.
    const clave = { codigoOferta: 'OF-1', codigoGrupo: 'GR-1', rutAlumno: A }
    e.diario.aprenderAvances(OTEC, [{ ...clave, codigoModulo: 'M1', porcentaje: 5, aceptadoEn: '2026-01-01T00:00:00.000Z' }])
    expect(e.diario.ultimosAvances(OTEC)).toMatchObject([{ codigoModulo: 'M1', porcentaje: 30 }, { codigoModulo: 'M2', porcentaje: 10 }])
    e.diario.aprenderAvances(OTEC, [{ ...clave, codigoModulo: 'M1', porcentaje: 45, aceptadoEn: '2027-01-01T00:00:00.000Z' }, { ...clave, codigoModulo: 'M3', porcentaje: 1, aceptadoEn: '' }])
    expect(e.diario.ultimosAvances(OTEC).map((a) => a.porcentaje)).toEqual([45, 10, 1])
  })

  it('reaches the open draft by itself; a failure of the background consult is silent, and the next one reads it', async () => {
    const e = await escena({ cursos: dos })
    await e.enviarTodo()
    const nuevo = await montar({ cursos: dos })
    abiertas.push(nuevo)
    const puertos = { ...nuevo.puertos, cliente: e.puertos.cliente, leerDeFondo: e.puertos.leerDeFondo }
    e.gestor.malasManeras.http500 = { proximas: 1 }
    await crearServicioEnvios(puertos).empezarDeFondo()
    expect(nuevo.planillas.previos).toEqual([])
    await crearServicioEnvios(puertos).empezarDeFondo()
    expect(nuevo.planillas.previos).toMatchObject([{ rutAlumno: A, codigoModulo: 'M1', porcentaje: 30 }])
  })
})

describe('correct and send again', () => {
  it('hands the draft only the refused, with what SENCE said', async () => {
    const e = await escena({ cursos: [cursoDePrueba([{ rut: A, modulos: { M1: 30 } }, { rut: D, modulos: { M1: 30 } }])] })
    const id = await e.enviarTodo()
    expect((await e.envios.corregir({ envioId: id })).ok).toBe(true)
    expect(e.planillas.corregidos).toMatchObject([[{ rutAlumno: D, codigoOferta: 'OF-1', codigoGrupo: 'GR-1', codigo: '011' }]])
  })
  it('says why not: nothing refused, draft discarded, no such send', async () => {
    const e = await escena({ cursos: [cursoDePrueba([{ rut: A, modulos: { M1: 30 } }])] })
    expect(await e.envios.corregir({ envioId: await e.enviarTodo() })).toMatchObject({ falla: { codigo: 'nada-que-corregir' } })
    e.planillas.cursos[0] = cursoDePrueba([{ rut: D, modulos: { M1: 30 } }])
    const id = await e.enviarTodo()
    e.planillas.corregir = () => Promise.resolve({ ok: false, falla: { codigo: 'borrador-no-existe', titulo: '', explicacion: '', queHacer: '' } })
    expect(await e.envios.corregir({ envioId: id })).toMatchObject({ falla: { codigo: 'planilla-descartada' } })
    expect(await e.envios.corregir({ envioId: 'x' })).toMatchObject({ falla: { codigo: 'envio-no-existe' } })
  })
})

describe('large courses in parts', () => {
  const grande = () => [cursoDePrueba([A, B, C].map((rut) => ({ rut, modulos: { M1: 30 } }))), cursoDePrueba([{ rut: A, modulos: { M1: 30 } }], { oferta: 'OF-2' })]
  it('each alumno goes once, and what went is clear at each step', async () => {
    const e = await escena({ cursos: grande(), alumnosPorParte: 2 })
    const r = await e.envios.previo({ borradorId: 'b1' })
    expect(r.ok && r.valor.cursos.map((c) => c.partes)).toEqual([2, 1])
    const id = await e.enviarTodo()
    const d = e.envios.detalle({ envioId: id })
    expect(d.ok && d.valor.llamadas.map((l) => [l.parte, l.partes, l.alumnos.map((a) => a.rut), l.estado])).toEqual([
      [1, 2, ['12.345.678-5', '9.562.011-2'].map((x, i) => (i === 0 ? x : expect.any(String) as unknown)), 'aceptado'], [2, 2, [expect.any(String)], 'aceptado'], [1, 1, ['12.345.678-5'], 'aceptado'],
    ])
    expect(d.ok && d.valor).toMatchObject({ alumnos: 4, aceptados: 4, cursos: [{ codigoOferta: 'OF-1' }, { codigoOferta: 'OF-2' }] })
    expect(e.eventos.filter((x) => x.pausaHasta === undefined).map((x) => [x.curso, x.cursos, x.parte, x.partes, x.alumnosListos, x.alumnos])).toEqual([
      [1, 2, 1, 2, 0, 4], [1, 2, 2, 2, 2, 4], [2, 2, 1, 1, 3, 4], [2, 2, 1, 1, 4, 4],
    ])
    expect(new Set(e.puestos).size).toBe(3)
    expect(requests['envios:estado'].output.parse(e.envios.estado({ envioId: id }))).toMatchObject({ ok: true, valor: { llamadas: [{ alumnos: 2, aceptados: 2, parte: 1 }, { parte: 2 }, { partes: 1 }] } })
  })

  it('cancelling in the pause between two parts stops there', async () => {
    let alPausar = (): void => undefined
    const e = await escena({ cursos: grande(), alumnosPorParte: 2, cambiar: () => ({ esperar: (_ms, senal) => { alPausar(); return senal.aborted ? Promise.resolve() : new Promise((listo) => { senal.addEventListener('abort', () => { listo() }) }) } }) })
    const enPausa = new Promise<void>((listo) => { alPausar = listo })
    const fin = e.fin()
    const r = await e.envios.enviar({ borradorId: 'b1' })
    const id = r.ok ? r.valor.envioId : ''
    await enPausa
    e.envios.cancelar({ envioId: id })
    await fin
    const d = e.envios.detalle({ envioId: id })
    expect(d.ok && d.valor.llamadas.map((l) => l.estado)).toEqual(['aceptado', 'cancelado', 'cancelado'])
    expect(e.puestos).toHaveLength(1)
  })

  it('a draft that changes between two parts is not sent', async () => {
    const e = await escena({ cursos: grande(), alumnosPorParte: 2 })
    const curso = e.planillas.curso
    e.planillas.curso = (...args) => { const r = curso(...args); e.planillas.version++; return r }
    expect(await e.envios.enviar({ borradorId: 'b1' })).toMatchObject({ ok: false, falla: { codigo: 'planilla-cambio' } })
    expect([e.puestos, e.envios.lista()]).toEqual([[], { ok: true, valor: [] }])
  })
})

describe('who may be in SENCE already', () => {
  const conOtros = [cursoDePrueba([{ rut: A, modulos: { M1: 30 } }, { rut: B, modulos: { M1: 30 } }]), cursoDePrueba([{ rut: A, modulos: { M1: 30 } }], { oferta: 'OF-2' })]
  it('does not go again, in this draft or another, until it is known; the others do', async () => {
    const e = await escena({ cursos: [cursoDePrueba([{ rut: A, modulos: { M1: 30 } }])] })
    e.gestor.malasManeras.cortarDespuesDeProcesar = { proximas: 1 }
    const dudoso = await e.enviarTodo()
    expect(await e.envios.enviar({ borradorId: 'b1' })).toMatchObject({ ok: false, falla: { codigo: 'todos-sin-confirmar' } })
    e.planillas.cursos.splice(0, 1, ...conOtros)
    const previo = requests['envio:previo'].output.parse(await e.envios.previo({ borradorId: 'b2' }))
    expect(previo).toMatchObject({ ok: true, valor: { cursos: [{ enviables: 2, sinConfirmar: 1 }, { enviables: 1, sinConfirmar: 0 }] } })
    const d = e.envios.detalle({ envioId: await e.enviarTodo() })
    expect(d.ok && d.valor.llamadas.map((l) => [l.codigoOferta, l.alumnos.map((a) => a.rut)])).toEqual([['OF-1', ['9.562.011-6']], ['OF-2', ['12.345.678-5']]])
    // Known at last, and accepted: it may go again, because the person may have more to say of it.
    await conciliar(e, dudoso)
    expect(await e.envios.previo({ borradorId: 'b1' })).toMatchObject({ valor: { cursos: [{ sinConfirmar: 0 }, {}] } })
    expect(e.puestos).toHaveLength(3)
  })

  it('does not go again either while the call is on its way, or when the program ended in the middle', async () => {
    const e = await escena({ cursos: dos })
    const id = await e.enviarTodo()
    expect(e.diario.sinConfirmar(OTEC)).toEqual([])
    // What a kill leaves on disk, before anything looks at it.
    e.diario.crearEnvio({ id: 'x', creadoEn: AHORA.toISOString(), borradorId: 'b1', nombreArchivo: 'y', rutOtec: OTEC })
    const guardada = e.diario.envio(id)?.llamadas[0]
    if (guardada === undefined) throw new Error('no call')
    e.diario.agregarLlamada('x', { ...guardada, id: 'lx', codigoEnvio: 'PSIC-x' })
    e.diario.sellarEnvio('x', null)
    e.diario.marcarEnviando('lx', AHORA.toISOString())
    expect(await e.envios.enviar({ borradorId: 'b1' })).toMatchObject({ falla: { codigo: 'todos-sin-confirmar' } })
  })

  it('nothing goes out when the journal cannot say who is in doubt', async () => {
    const e = await escena({ cursos: dos, cambiar: (p) => ({ diario: { ...p.diario, sinConfirmar: () => { throw new Error('disk') } } }) })
    expect(await e.envios.enviar({ borradorId: 'b1' })).toMatchObject({ falla: { codigo: 'diario-no-lee' } })
    expect(e.puestos).toEqual([])
  })
})
