import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConsultaArchivo } from '../../../shared/ipc/modelos-archivo.ts'
import { FichaSchema, RegistroArchivoSchema } from '../../../shared/ipc/modelos-archivo.ts'
import { ESTADOS } from '../../../renderer/textos/envio.ts'
import { PALABRAS_DE_ESTADO } from '../../../electron/services/textos-archivo.ts'
import { A, B, C, OTEC, abrirBanco, borrarCarpetas, enviar, nuevaCarpeta, ponerProceso, type Banco } from './soporte.ts'

let b: Banco
beforeEach(async () => { b = await abrirBanco(nuevaCarpeta()) })
afterEach(async () => { await b.cerrar(); borrarCarpetas() })

const fichas = (c: Partial<ConsultaArchivo> = {}) => b.archivo.fichas({ texto: '', ...c }, 0, 100)
/** Sends and processes found, by id, newest first. */
const halla = (c: Partial<ConsultaArchivo> | string): (string | number | null)[] => fichas(typeof c === 'string' ? { texto: c } : c).filas.map((f) => f.envioId ?? f.procesoPk)
const registros = (c: Partial<ConsultaArchivo> | string) => b.archivo.registros({ texto: '', ...(typeof c === 'string' ? { texto: c } : c) }, 0, 100)

describe('search over the sends of this computer', () => {
  beforeEach(async () => {
    enviar(b.diario, 'e1', { creadoEn: '2026-01-10T12:00:00.000Z', oferta: 'CURSO-ÑUÑOA-1', grupo: 'GR-77', archivo: 'Avance Módulo Uno.xlsx', alumnos: [{ rut: A, modulos: { 'MOD-A': 30, 'MOD-B': 10 } }], veredictos: { [A]: { resultado: 'rechazado', codigo: '025', mensaje: 'El avance debe ser MAYOR al anterior (20.00000)' } } })
    enviar(b.diario, 'e2', { creadoEn: '2026-02-10T12:00:00.000Z', alumnos: [{ rut: A, modulos: { 'MOD-A': 40 } }, { rut: B, modulos: { 'MOD-C': 1 } }], idProceso: '555777' })
    enviar(b.diario, 'e3', { creadoEn: '2026-03-10T02:30:00.000Z', alumnos: [{ rut: C, modulos: { 'MOD-Z': 1 } }], hasta: 'sellado' })
    await b.indexador.alDia()
  })

  it.each<[string, string[]]>([
    ['12.345.678-5', ['e2', 'e1']], ['12345678-5', ['e2', 'e1']], ['123456785', ['e2', 'e1']], ['12345678', ['e2', 'e1']], ['12.345.6', ['e2', 'e1']], ['9.562.011-6', ['e2']], ['95620116', ['e2']],
    ['ñuñoa', ['e1']], ['NUNOA', ['e1']], ['curso-nunoa', ['e1']], ['gr-77', ['e1']], ['mod-a', ['e2', 'e1']], ['od-C', ['e2']],
    ['PSIC-l-e2', ['e2']], ['555777', ['e2']], ['5577', ['e2']], ['025', ['e1']], ['mayor al anterior', ['e1']], ['"anterior (20.0"', ['e1']], ['modulo uno.XLSX', ['e1']], ['Módulo uno', ['e1']],
    ['rechaz', ['e1']], ['en espera', ['e3']], ['10-02-2026', ['e2']], ['avance', ['e3', 'e2', 'e1']], ['', ['e3', 'e2', 'e1']], ['xyzzy', []],
    ['av', ['e3', 'e2', 'e1']], ['7', []], ['gr', ['e3', 'e2', 'e1']], ['"', ['e3', 'e2', 'e1']], ['%', []], ['_', []], ["' OR 1=1 --", []], ['AND', []], ['NEAR(mod', []], ['*', []], ['mod*', []],
  ])('%s', (texto, esperados) => { expect(halla(texto)).toEqual(esperados) })

  it.each<[Partial<ConsultaArchivo>, string[]]>([
    [{ estado: 'aceptado' }, ['e2']], [{ estado: 'aceptado', texto: '12.345.678-5' }, ['e2']], [{ texto: '12345678 mod-b' }, ['e1']], [{ texto: '12345678-5 mod-c' }, ['e2']], [{ texto: '12345678-5 9562011-6' }, ['e2']],
    [{ desde: '2026-02-10', hasta: '2026-02-10' }, ['e2']], [{ desde: '2026-02-11' }, ['e3']], [{ hasta: '2026-01-10' }, ['e1']],
    // 02:30 UTC is still the day before in Santiago.
    [{ desde: '2026-03-09', hasta: '2026-03-09' }, ['e3']], [{ desde: '2026-03-10' }, []],
    [{ origen: 'aqui' }, ['e3', 'e2', 'e1']], [{ origen: 'sence' }, []], [{ texto: 'mod-a', estado: 'aceptado', hasta: '2026-02-28', origen: 'aqui' }, ['e2']], [{ desde: '2026-02-31' }, ['e3', 'e2', 'e1']],
  ])('%o', (consulta, esperados) => { expect(halla(consulta)).toEqual(esperados) })

  it('shows the records of the alumno, not only the sends', () => {
    expect(registros('12.345.678-5')).toMatchObject({ total: 3, alumnos: 1, registros: [
      { envioId: 'e2', rut: '12.345.678-5', rutNumero: A, codigoModulo: 'MOD-A', avance: '40', avanceAlumno: '50', resultado: 'aceptado' },
      { envioId: 'e1', codigoOferta: 'CURSO-ÑUÑOA-1', codigoModulo: 'MOD-A', avance: '30', resultado: 'rechazado', codigo: '025' }, { envioId: 'e1', codigoModulo: 'MOD-B' }] })
    expect(registros('12345678 mod-b').registros.map((r) => r.codigoModulo)).toEqual(['MOD-B'])
    expect(registros('12345678 nunoa').total).toBe(2)
    expect(registros('12345678 MÁYOR').total).toBe(2)
    expect(registros({ texto: '12345678', desde: '2026-02-01' }).total).toBe(1)
    expect(registros('12345678-5 9562011-6')).toMatchObject({ total: 4, alumnos: 2 })
    expect(registros('12345678 9562011')).toMatchObject({ total: 4, alumnos: 2 })
    expect(registros('12345678 555777').registros.map((r) => r.envioId)).toEqual(['e2'])
    expect(registros('mod-a')).toEqual({ total: 0, alumnos: 0, registros: [] })
    // The number of a process is no RUT of anybody here.
    expect(registros('555777').total).toBe(0)
  })
  it('pages in the order of the list, and past the end says how many there are', () => {
    expect(b.archivo.fichas({ texto: '' }, 1, 1)).toMatchObject({ total: 3, filas: [{ envioId: 'e2' }] })
    expect(b.archivo.fichas({ texto: '' }, 30, 10)).toEqual({ total: 3, filas: [] })
    expect(b.archivo.registros({ texto: '12345678' }, 1, 1)).toMatchObject({ total: 3, registros: [{ envioId: 'e1' }] })
  })
})

describe('joined with what SENCE shows', () => {
  const ficha = async (id: string) => { await b.indexador.alDia(); return fichas().filas.find((f) => f.envioId === id) }

  it('by the code of the send: known here and there; without it, not yet', async () => {
    enviar(b.diario, 'e1')
    expect(await ficha('e1')).toMatchObject({ origen: 'aqui', esperadas: 1, conocidas: 0, procesos: [], marcas: [] })
    const pk = ponerProceso(b, { idProceso: '90e1', codigo: 'PSIC-l-e1', registros: [{ rut: A, modulo: 'M1', observacion: 'Cargado con éxito' }] })
    expect(await ficha('e1')).toMatchObject({ origen: 'ambos', conocidas: 1, procesos: [{ pk, idProceso: '90e1' }], marcas: [] })
    expect(fichas().total).toBe(1)
    expect(halla('cargado con exito')).toEqual(['e1'])
    expect(b.base.db().prepare('SELECT por FROM enlace').all()).toMatchObject([{ por: 'ambos' }])
  })
  it("by SENCE's number where there is no code, and where the code is another it says so", async () => {
    enviar(b.diario, 'e1')
    enviar(b.diario, 'e2')
    ponerProceso(b, { idProceso: '90e1' })
    ponerProceso(b, { idProceso: '90e2', codigo: 'DE-OTRO' })
    expect(await ficha('e1')).toMatchObject({ origen: 'ambos', marcas: ['sin-codigo'] })
    expect(await ficha('e2')).toMatchObject({ origen: 'ambos', marcas: ['codigo-distinto'] })
  })
  it('the code decides when the number is that of another send', async () => {
    enviar(b.diario, 'e1')
    enviar(b.diario, 'e2')
    ponerProceso(b, { idProceso: '90e2', codigo: 'PSIC-l-e1' })
    expect(await ficha('e1')).toMatchObject({ origen: 'ambos' })
    expect(await ficha('e2')).toMatchObject({ origen: 'aqui' })
  })
  it('several for one send are all shown, and marked', async () => {
    enviar(b.diario, 'e1')
    for (const idProceso of ['90e1', '90e1', null]) ponerProceso(b, { idProceso, codigo: 'PSIC-l-e1' })
    const f = await ficha('e1')
    expect(f).toMatchObject({ procesos: { length: 3 }, marcas: ['repetido', 'sin-numero'], esperadas: 1, conocidas: 1 })
    expect(fichas().total).toBe(1)
  })
  it('what is not from here is in the list by itself, whatever it lacks', async () => {
    const uno = ponerProceso(b, { idProceso: '1', registros: [{ rut: A, modulo: 'M1', avance: '10.5', oferta: 'OF', grupo: null }, { rut: A, modulo: 'M2', resultado: 'rechazado', observacion: '[010] mayor' }, { rut: null, rutTexto: 'sin rut', resultado: 'otro' }] })
    const nada = ponerProceso(b, { fecha: '2021-04-0', fechaUtc: null, marcas: 'no es json', registros: [{}] })
    const igual = ponerProceso(b, { idProceso: '1', marcas: '["otra-otec","nueva"]', fechaUtc: '2026-11-24T06:00:00.000Z' })
    await b.indexador.alDia()
    expect(halla('')).toEqual([uno, igual, nada])
    const [primera, segunda, tercera] = fichas().filas
    expect(primera).toMatchObject({ origen: 'sence', estado: null, envioId: null, alumnos: 2, aceptados: 0, rechazados: 1, desconocidos: 1, marcas: ['repetido'], cursos: [{ codigoOferta: 'OF', codigoGrupo: '' }, { codigoOferta: '', codigoGrupo: '' }], rutOtec: OTEC })
    expect(segunda?.marcas).toEqual(['repetido', 'otra-otec'])
    expect(tercera).toMatchObject({ fecha: null, marcas: ['sin-numero', 'sin-fecha'] })
    expect(halla('sin rut')).toEqual([uno])
    expect(halla('12.345.678-5')).toEqual([uno])
    expect(halla({ origen: 'sence' })).toEqual([uno, igual, nada])
    expect(halla({ hasta: '2030-01-01' })).toEqual([uno, igual])
    expect(registros('12.345.678-5').registros.map((r) => [r.procesoPk, r.envioId, r.rut, r.codigoModulo, r.avance, r.resultado])).toEqual([[uno, null, '12345678-5', 'M1', '10.5', 'aceptado'], [uno, null, '12345678-5', 'M2', null, 'rechazado']])
    for (const f of fichas().filas) expect(FichaSchema.safeParse(f).error).toBeUndefined()
    for (const r of registros('12.345.678-5').registros) expect(RegistroArchivoSchema.safeParse(r).error).toBeUndefined()
  })
  it('a process read before its send, changed, or deleted, ends as if it had been so from the start', async () => {
    const pk = ponerProceso(b, { idProceso: '7', codigo: 'PSIC-l-e1', registros: [{ rut: C, modulo: 'MX' }] })
    await b.indexador.alDia()
    expect(halla('')).toEqual([pk])
    enviar(b.diario, 'e1')
    await b.indexador.alDia()
    expect(halla('')).toEqual(['e1'])
    expect(halla('15.943.354')).toEqual(['e1'])
    expect(registros('15943354').total).toBe(0)
    b.base.db().prepare("UPDATE proceso SET codigo_externo = 'OTRO', leido_en = 'x' WHERE pk = ?").run(pk)
    b.indexador.despertar()
    await b.indexador.alDia()
    expect(halla('')).toEqual([pk, 'e1'])
    expect(halla('15.943.354')).toEqual([pk])
    b.base.db().prepare('DELETE FROM proceso WHERE pk = ?').run(pk)
    b.indexador.despertar()
    await b.indexador.alDia()
    expect(halla('')).toEqual(['e1'])
    expect(b.base.db().prepare('SELECT (SELECT count(*) FROM registro) + (SELECT count(*) FROM trozo WHERE proceso_pk IS NOT NULL) AS n').get()).toMatchObject({ n: 0 })
  })
  it('what SENCE never kept is not missed', async () => {
    enviar(b.diario, 'e1', { hasta: 'sellado' })
    b.diario.marcarEnviando('l-e1', '2026-11-24T18:00:01.000Z')
    b.diario.cerrarLlamada('l-e1', { estado: 'rechazado', causa: 'codigo-001', respondidoEn: '2026-11-24T18:00:09.000Z', httpEstado: 200, respuesta: null, parcial: null, idProceso: null, respuestaSic: null, veredictos: [], avances: [] })
    expect(await ficha('e1')).toMatchObject({ origen: 'aqui', esperadas: 0 })
  })
})

it('a send is found by the very words that the window shows of its state', () => { expect(PALABRAS_DE_ESTADO).toEqual(ESTADOS) })
