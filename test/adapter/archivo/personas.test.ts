import { afterEach, expect, it } from 'vitest'
import { crearLectorCursos } from '../../../electron/adapters/archivo/lector-cursos.ts'
import { crearServicioArchivo } from '../../../electron/services/archivo.ts'
import { A, B, C, abrirBanco, borrarCarpetas, enviar, nuevaCarpeta, ponerProceso } from './soporte.ts'

afterEach(borrarCarpetas)

it('an alumno has each módulo of each send, of several courses and of SENCE, oldest first', async () => {
  const b = await abrirBanco(nuevaCarpeta())
  enviar(b.diario, 'e1')
  enviar(b.diario, 'e2', { oferta: 'OF-2', grupo: 'GR-2', alumnos: [{ rut: A, modulos: { M9: 5 } }], veredictos: { [A]: { resultado: 'rechazado', codigo: '012', mensaje: 'No registrado' } } })
  ponerProceso(b, { codigo: 'PSIC-l-e1', registros: [{ rut: A, modulo: 'M1', avance: '30.00000' }] })
  ponerProceso(b, { idProceso: '777', fecha: '2021-04-0', fechaUtc: null, registros: [{ rut: A, modulo: 'MX', avance: 'n/a' }] })
  await b.indexador.alDia()
  const { rut, total, puntos } = b.archivo.alumno(A)
  expect([rut, total]).toEqual(['12.345.678-5', 5])
  expect(puntos.map((p) => [p.origen, p.codigoModulo, p.avance, p.resultado, p.envioId, p.repetido])).toEqual([
    ['sence', 'MX', null, 'aceptado', null, false],
    ['aqui', 'M1', 30, 'aceptado', 'e1', false], ['aqui', 'M2', 10, 'aceptado', 'e1', false], ['aqui', 'M9', 5, 'rechazado', 'e2', false],
    ['sence', 'M1', 30, 'aceptado', 'e1', true],
  ])
  expect(puntos[1]).toMatchObject({ avanceAlumno: 50, segundosAlumno: 3600, estadoAlumno: 1, inicio: '2026-11-01', fin: '2026-12-15', codigoOferta: 'OF-1' })
  expect(puntos[3]).toMatchObject({ codigo: '012', mensaje: 'No registrado', codigoOferta: 'OF-2' })
  expect(b.archivo.alumno(C)).toEqual({ rut: '15.943.354-4', total: 0, puntos: [] })
  await b.cerrar()
})

it('a course has each alumno once, with what SENCE last accepted and how the last attempt ended; what waits to go is no attempt', async () => {
  const b = await abrirBanco(nuevaCarpeta())
  const servicio = crearServicioArchivo({ archivo: b.archivo, cursos: crearLectorCursos(b.base), indexador: b.indexador, registro: { info: () => undefined, aviso: () => undefined, error: () => 'i' } })
  enviar(b.diario, 'e1', { veredictos: { [B]: { resultado: 'rechazado', codigo: '012', mensaje: 'No registrado' } } })
  enviar(b.diario, 'e2', { alumnos: [{ rut: A, modulos: { M1: 60 } }], creadoEn: '2026-11-25T18:00:00.000Z', hasta: 'sellado' })
  enviar(b.diario, 'e3', { oferta: 'OF-2', grupo: 'GR-2', alumnos: [{ rut: C, modulos: { M1: 60 } }] })
  await b.indexador.alDia()
  expect(await servicio.curso({ oferta: 'OF-1', grupo: 'GR-1' })).toEqual({ ok: true, valor: { envioId: 'e1', alumnos: [
    { rut: '9.562.011-6', rutNumero: B, avance: null, segundos: null, estado: null, inicio: '2026-11-01', fin: '2026-12-15', informadoEn: null, ultimo: 'rechazado' },
    { rut: '12.345.678-5', rutNumero: A, avance: 50, segundos: 3600, estado: 1, inicio: '2026-11-01', fin: '2026-12-15', informadoEn: '2026-11-24T18:00:01.000Z', ultimo: 'aceptado' },
  ] } })
  expect(await servicio.curso({ oferta: 'OF-9', grupo: '' })).toEqual({ ok: true, valor: { envioId: null, alumnos: [] } })
  await b.cerrar()
})
