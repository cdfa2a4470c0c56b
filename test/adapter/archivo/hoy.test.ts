import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { crearLectorCursos } from '../../../electron/adapters/archivo/lector-cursos.ts'
import { crearServicioHoy, type ServicioHoy } from '../../../electron/services/hoy.ts'
import { requests } from '../../../shared/ipc/contract.ts'
import { A, B, abrirBanco, borrarCarpetas, enviar, nuevaCarpeta, type Banco } from './soporte.ts'

let b: Banco
let ahora = new Date()
let servicio: ServicioHoy
beforeEach(async () => {
  b = await abrirBanco(nuevaCarpeta())
  ahora = new Date('2026-11-26T15:00:00.000Z')
  servicio = crearServicioHoy({
    lector: crearLectorCursos(b.base), archivo: b.archivo, indexador: b.indexador, reloj: { ahora: () => ahora },
    registro: { info: () => undefined, aviso: () => undefined, error: () => 'ABC-123' },
  })
})
afterEach(async () => { await b.cerrar(); borrarCarpetas() })

/** The call of two alumnos ended and nobody knows how. */
function perder(llamadaId: string): void {
  const veredictos = [A, B].map((rutAlumno) => ({ rutAlumno, dvAlumno: '5', resultado: 'desconocido' as const, codigo: null, mensaje: null }))
  b.diario.cerrarLlamada(llamadaId, { estado: 'desconocido', causa: 'respuesta-ilegible', respondidoEn: '2026-11-24T18:10:00.000Z', httpEstado: null, respuesta: null, parcial: null, idProceso: null, respuestaSic: null, avances: [], veredictos })
}

const CURSO = { codigoOferta: 'OF-1', codigoGrupo: 'GR-1' }
async function resumen() {
  await b.indexador.alDia()
  const r = await servicio.resumen()
  if (!r.ok) throw new Error(r.falla.titulo)
  return requests['hoy:resumen'].output.parse(r).ok ? r.valor : null
}
// cursoDePrueba: 1 November to 15 December, each alumno at 50.
describe('what there is to do today', () => {
  it('nothing, when nothing was sent', async () => {
    expect(await resumen()).toEqual({ envios: [], terminan: [], enMarcha: [] })
  })
  it('a send refused in part until another that is accepted, and the course that runs', async () => {
    enviar(b.diario, 'e1', { veredictos: { [B]: { resultado: 'rechazado', codigo: '012', mensaje: 'no' } } })
    expect(await resumen()).toEqual({
      envios: [{ clase: 'rechazado', envioId: 'e1', nombreArchivo: 'avance.xlsx', en: '2026-11-24T18:00:01.000Z', alumnos: 1 }], terminan: [],
      enMarcha: [{ ...CURSO, alumnos: 2, fin: '2026-12-15', reporte: '2026-11-24T18:00:01.000Z', diasSinReporte: 2 }],
    })
    enviar(b.diario, 'e2', { creadoEn: '2026-11-25T18:00:00.000Z', alumnos: [{ rut: B, modulos: { M1: 60 } }] })
    expect((await resumen())?.envios).toEqual([])
  })
  it('a send whose answer never came', async () => {
    enviar(b.diario, 'e1', { hasta: 'enviando' })
    expect((await resumen())?.envios).toEqual([])
    perder('l-e1')
    expect(await resumen()).toMatchObject({ envios: [{ clase: 'desconocido', envioId: 'e1', alumnos: 2 }], enMarcha: [{ reporte: null, diasSinReporte: null }] })
  })
  it('alumnos whose last day is near, and a course that is over no more', async () => {
    enviar(b.diario, 'e1')
    ahora = new Date('2026-12-08T15:00:00.000Z')
    expect(await resumen()).toMatchObject({ terminan: [{ ...CURSO, alumnos: 2, fin: '2026-12-15' }], enMarcha: [{ diasSinReporte: 14 }] })
    // Still the 15th in Santiago.
    ahora = new Date('2026-12-16T02:30:00.000Z')
    expect(await resumen()).toMatchObject({ terminan: [{ alumnos: 2 }], enMarcha: [{}] })
    ahora = new Date('2026-12-16T03:30:00.000Z')
    expect(await resumen()).toEqual({ envios: [], terminan: [], enMarcha: [] })
  })
  it('what was only sealed, or a course of another year, is not looked at', async () => {
    enviar(b.diario, 'e1', { hasta: 'sellado' })
    expect(await resumen()).toEqual({ envios: [], terminan: [], enMarcha: [] })
    enviar(b.diario, 'e2', { grupo: 'GR-2', veredictos: { [B]: { resultado: 'rechazado', codigo: null, mensaje: null } } })
    ahora = new Date('2027-12-15T15:00:00.000Z')
    expect(await resumen()).toEqual({ envios: [], terminan: [], enMarcha: [] })
  })
  it('a call of more rows than are read at once, each alumno once', async () => {
    enviar(b.diario, 'e1', { alumnos: Array.from({ length: 700 }, (_v, i) => ({ rut: A + i, modulos: { M1: 1, M2: 2, M3: 3 } })) })
    expect(await resumen()).toMatchObject({ enMarcha: [{ alumnos: 700 }] })
  })
  it('is read again when a verdict changes, and after the file is made anew', async () => {
    enviar(b.diario, 'e1', { hasta: 'enviando' })
    perder('l-e1')
    expect(await resumen()).toMatchObject({ envios: [{ clase: 'desconocido' }], enMarcha: [{ reporte: null }] })
    const veredictos = [A, B].map((rutAlumno) => ({ rutAlumno, dvAlumno: '5', resultado: rutAlumno === A ? 'aceptado' as const : 'rechazado' as const, codigo: null, mensaje: null }))
    b.diario.marcarConciliando('l-e1')
    b.diario.conciliarLlamada('l-e1', { consultadaEn: '2026-11-25T18:00:00.000Z', ausenteDesde: null, constancia: null, hallado: { estado: 'aceptado-con-rechazos', causa: 'por-historial', idProceso: '9', veredictos } })
    const despues = { envios: [{ clase: 'rechazado', alumnos: 1 }], enMarcha: [{ diasSinReporte: 2, alumnos: 2 }] }
    expect(await resumen()).toMatchObject(despues)
    b.base.rehacer('test')
    b.indexador.despertar()
    expect(await resumen()).toMatchObject(despues)
  })
  it('a damaged file is told in words, and answers when asked again', async () => {
    enviar(b.diario, 'e1')
    await b.indexador.alDia()
    const roto = crearServicioHoy({
      lector: { sinResolver: () => { throw Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT' }) }, cursos: () => [], estado: () => Promise.reject(new Error('x')) },
      archivo: b.archivo, indexador: b.indexador, reloj: { ahora: () => ahora }, registro: { info: () => undefined, aviso: () => undefined, error: () => 'ABC-123' },
    })
    expect(await roto.resumen()).toMatchObject({ ok: false, falla: { codigo: 'archivo-no-lee', incidente: 'ABC-123' } })
    await b.indexador.alDia()
    expect((await resumen())?.enMarcha).toHaveLength(1)
  })
})
