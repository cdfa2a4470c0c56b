/** Lists out of the read model: the same rows as their screens, page by page. */
import { describe, expect, it } from 'vitest'
import type { ServicioArchivo } from '../../../electron/services/archivo.ts'
import type { ServicioHistorial } from '../../../electron/services/historial.ts'
import { listaDelArchivo } from '../../../electron/services/listas/del-archivo.ts'
import { ListaCortada, type CeldaLista, type Lista } from '../../../electron/services/listas/lista.ts'
import { TEXTOS_LISTAS as T } from '../../../electron/services/listas/textos.ts'
import type { Ficha, RegistroArchivo } from '../../../shared/ipc/modelos-archivo.ts'
import type { ListaExportable } from '../../../shared/ipc/modelos-salida.ts'
import { fallar, ok, type Result } from '../../../shared/ipc/result.ts'

const HOY = { ahora: new Date('2026-11-25T02:00:00Z'), practica: false }
const FALLA = { codigo: 'archivo-no-lee', titulo: 't', explicacion: 'e', queHacer: 'q' }
const ficha = (i: number): Ficha => ({
  pk: i, envioId: `e${i}`, procesoPk: null, fecha: '2026-11-24T18:30:00Z', origen: 'ambos', estado: 'aceptado', programadoPara: null, nombreArchivo: `=planilla ${i}.xlsx`, rutOtec: '76123456-0', cursos: [{ codigoOferta: 'OF', codigoGrupo: 'GR' }],
  alumnos: 3, aceptados: 3, rechazados: 0, desconocidos: 0, esperadas: 1, conocidas: 1, procesos: [{ pk: 1, idProceso: '48', codigoExterno: 'PSIC-1', fecha: null, estado: 'OK' }], marcas: i === 0 ? ['sin-fecha'] : [],
})
const deSence: Ficha = { ...ficha(9), envioId: null, procesoPk: 4, fecha: null, origen: 'sence', estado: null, nombreArchivo: null, procesos: [{ pk: 4, idProceso: '77', codigoExterno: null, fecha: '2021-04-0', estado: 'ERROR' }] }
const registro: RegistroArchivo = { rut: '12.345.678-5', rutNumero: 12345678, envioId: null, procesoPk: 4, fecha: null, codigoOferta: 'OF', codigoGrupo: 'GR', codigoModulo: 'M1', avance: '45.00000', avanceAlumno: 'mucho', resultado: 'rechazado', codigo: '025', mensaje: 'no creció' }

const archivo = (o: Partial<ServicioArchivo>): ServicioArchivo => o as ServicioArchivo
const pedir = (a: Partial<ServicioArchivo>, cual: Exclude<ListaExportable, { lista: 'alumnos' }>, practica = false, historial: Partial<ServicioHistorial> = {}): Promise<Result<Lista>> =>
  listaDelArchivo({ archivo: archivo(a), historial: historial as ServicioHistorial, nombres: () => Promise.resolve(ok([{ rut: '12.345.678-5', nombre: 'Ana Soto' }])) }, cual, { ...HOY, practica })
async function filasDe(l: Result<Lista>): Promise<Record<string, CeldaLista>[]> {
  if (!l.ok) throw new Error(l.falla.codigo)
  const filas: Record<string, CeldaLista>[] = []
  for await (const tanda of l.valor.tandas) for (const fila of tanda) filas.push(Object.fromEntries(l.valor.columnas.map((c, i) => [c.titulo, fila[i] ?? null])))
  return filas
}

describe('a list out of past sends', () => {
  it('has every page of what is looked for, in order, with what was asked and what SENCE wrote as it came', async () => {
    const todas = [...Array.from({ length: 450 }, (_, i) => ficha(i)), deSence]
    const pedidas: [number, number][] = []
    const lista = await pedir({ fichas: ({ consulta, desde, cuantas }) => { expect(consulta.texto).toBe('grupo'); pedidas.push([desde, cuantas]); return ok({ total: todas.length, filas: todas.slice(desde, desde + cuantas), pendiente: null, consultadoEn: null }) } }, { lista: 'envios', consulta: { texto: 'grupo', origen: 'ambos' } }, true)
    const filas = await filasDe(lista)
    expect(filas).toHaveLength(451)
    expect(pedidas).toEqual([[0, 200], [200, 200], [400, 200]])
    expect(filas[0]).toMatchObject({ [T.envios.planilla]: '=planilla 0.xlsx', [T.envios.observaciones]: T.marcas['sin-fecha'], [T.envios.alumnos]: 3 })
    expect(filas[450]).toMatchObject({ [T.envios.creado]: '2021-04-0', [T.envios.planilla]: 'Proceso 77', [T.envios.resultado]: 'ERROR' })
    expect(lista).toMatchObject({ valor: { nombreArchivo: 'Envíos de práctica 2026-11-24.xlsx' } })
    expect(lista.ok && lista.valor.acerca).toContainEqual([T.acerca.aviso, T.practica])
    expect(lista.ok && lista.valor.acerca).toContainEqual([T.consulta, 'grupo; Aquí y en SENCE'])
  })

  it('that cannot be read says so before a place is chosen; half way, it is cut', async () => {
    expect(await pedir({ fichas: () => fallar(FALLA) }, { lista: 'envios', consulta: { texto: '' } })).toEqual(fallar(FALLA))
    const lista = await pedir({ fichas: ({ desde }) => (desde === 0 ? ok({ total: 400, filas: Array.from({ length: 200 }, (_, i) => ficha(i)), pendiente: null, consultadoEn: null }) : fallar(FALLA)) }, { lista: 'envios', consulta: { texto: '' } })
    await expect(filasDe(lista)).rejects.toThrow(ListaCortada)
  })

  it('of records has numbers where SENCE wrote numbers, and its text where it did not', async () => {
    const filas = await filasDe(await pedir({ registros: () => ok({ total: 1, alumnos: 1, registros: [registro] }) }, { lista: 'registros', consulta: { texto: '12345678' } }))
    expect(filas).toEqual([expect.objectContaining({ [T.registros.avance]: 45, [T.registros.avanceAlumno]: 'mucho', [T.registros.resultado]: 'Rechazado', [T.registros.origen]: T.registros.sence })])
  })

  it('of a process has each record as it came too', async () => {
    const r = { orden: 3, rut: null, oferta: null, grupo: null, modulo: null, actividad: null, avance: null, moduloAvance: '60', estadoRegistro: '9', resultado: 'otro' as const, observacion: null, fechaEjecucion: '2021-04-0', deOtraOtec: false }
    const p = { pk: 4, idProceso: '77', codigoExterno: null, fecha: null, estado: 'OK', observaciones: null, observacionesSic: null, otec: null, registros: 1, aceptados: 0, rechazados: 0, marcas: [], leidoEn: '2026-11-24T18:30:00Z', crudo: '{}', envioLocal: null }
    const lista = await pedir({}, { lista: 'proceso', pk: 4 }, false, { proceso: () => ok(p), registros: () => ok({ total: 1, registros: [r] }), crudo: ({ orden }) => ok({ crudo: orden === 3 ? '{"x":null}' : null }) })
    expect(await filasDe(lista)).toEqual([expect.objectContaining({ [T.registros.crudo]: '{"x":null}', [T.registros.ejecucion]: '2021-04-0', [T.registros.avance]: 60, [T.registros.resultado]: 'Otro estado' })])
    expect(await filasDe(await pedir({}, { lista: 'proceso', pk: 4 }, false, { proceso: () => ok(null), registros: () => ok({ total: 0, registros: [] }) }))).toEqual([])
  })

  it('of a course has those alumnos that were on view, with their names and how far behind they are', async () => {
    const uno = { rut: '12.345.678-5', rutNumero: 12345678, avance: 20, segundos: 3600, estado: 1, inicio: '2026-11-01', fin: '2026-11-30', informadoEn: '2026-11-20T12:00:00Z', ultimo: 'aceptado' as const }
    const filas = await filasDe(await pedir({ curso: () => Promise.resolve(ok({ envioId: 'e', alumnos: [{ ...uno, rut: '1-9', rutNumero: 1 }, uno] })) }, { lista: 'curso', oferta: 'OF', grupo: 'GR', ruts: [12345678, 5] }))
    expect(filas).toEqual([expect.objectContaining({ [T.curso.nombre]: 'Ana Soto', [T.curso.avance]: 20, [T.curso.dias]: 4, [T.curso.estado]: 'Cursando' })])
    expect(filas[0]?.[T.curso.atraso]).toBeGreaterThan(0)
  })

  it('of an alumno has each time that it was reported', async () => {
    const punto = { origen: 'sence' as const, repetido: false, envioId: null, procesoPk: 4, fecha: '2026-11-24T18:30:00Z', codigoOferta: 'OF', codigoGrupo: 'GR', codigoModulo: 'M1', avance: 10, avanceAlumno: null, segundos: 60, segundosAlumno: null, estadoAlumno: 2, inicio: null, fin: null, resultado: 'aceptado' as const, codigo: null, mensaje: null }
    const lista = await pedir({ alumno: () => ok({ rut: '12.345.678-5', total: 1, puntos: [punto] }) }, { lista: 'alumno', rut: 12345678 })
    expect(await filasDe(lista)).toEqual([expect.objectContaining({ [T.registros.avance]: 10, [T.registros.estadoAlumno]: 'Aprobado' })])
    expect(lista).toMatchObject({ valor: { nombreArchivo: 'Avance de 12.345.678-5 2026-11-24.xlsx' } })
  })
})
