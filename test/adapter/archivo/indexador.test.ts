import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { A, B, C, abrirBanco, borrarCarpetas, contenido, enviar, nuevaCarpeta, ponerProceso } from './soporte.ts'

afterEach(borrarCarpetas)

const enDisco = (carpeta: string): string => path.join(carpeta, 'archivo.db')
const muchos = (n: number): { rut: number; modulos: Record<string, number> }[] => Array.from({ length: n }, (_v, i) => ({ rut: 5_000_000 + i, modulos: { M1: i % 100, M2: 1, M3: 2 } }))

it('a send is in the list as soon as it is in the journal, and follows it to its end', async () => {
  const b = await abrirBanco(nuevaCarpeta())
  const primera = (): unknown => { b.indexador.apurar(); return b.archivo.fichas({ texto: '' }, 0, 10).filas[0] }
  enviar(b.diario, 'e1', { hasta: 'sellado' })
  expect(primera()).toMatchObject({ envioId: 'e1', estado: 'listo', origen: 'aqui', esperadas: 0, alumnos: 2, cursos: [{ codigoOferta: 'OF-1', codigoGrupo: 'GR-1' }] })
  enviar(b.diario, 'e2', { creadoEn: '2026-11-24T18:30:00.000Z', veredictos: { [B]: { resultado: 'rechazado', codigo: '012', mensaje: 'Alumno no registrado' } } })
  expect(primera()).toMatchObject({ envioId: 'e2', estado: 'aceptado-con-rechazos', aceptados: 1, rechazados: 1, esperadas: 1, conocidas: 0 })
  b.diario.cancelarPendientes('e1', 'cancelada-por-persona')
  await b.indexador.alDia()
  expect(b.archivo.fichas({ texto: '' }, 0, 10).filas.map((f) => f.estado)).toEqual(['aceptado-con-rechazos', 'cancelado'])
  expect(b.archivo.registros({ texto: String(A) }, 0, 10)).toMatchObject({ total: 4, alumnos: 1 })
  expect(b.archivo.registros({ texto: `${B}` }, 0, 10).registros.map((r) => [r.envioId, r.codigoModulo, r.avance, r.resultado, r.codigo])).toEqual([['e2', 'M1', '40', 'rechazado', '012'], ['e1', 'M1', '40', 'no-enviado', null]])
  await b.cerrar()
})

it('what happened while nobody looked is found at the next start, and what has gone from the journal goes', async () => {
  const carpeta = nuevaCarpeta()
  const antes = await abrirBanco(carpeta, { despierto: false })
  for (let i = 0; i < 250; i++) enviar(antes.diario, `e${i}`)
  await antes.cerrar()
  const b = await abrirBanco(carpeta)
  expect(b.archivo.fichas({ texto: '' }, 0, 1).total).toBe(250)
  await b.cerrar()
  for (const cola of ['', '-wal', '-shm']) rmSync(path.join(carpeta, `diario.db${cola}`), { force: true })
  const otro = await abrirBanco(carpeta, { despierto: false })
  enviar(otro.diario, 'e300')
  await otro.cerrar()
  const c = await abrirBanco(carpeta)
  expect(c.archivo.fichas({ texto: '' }, 0, 10).filas.map((f) => f.envioId)).toEqual(['e300'])
  expect(c.archivo.registros({ texto: String(A) }, 0, 10).total).toBe(2)
  await c.cerrar()
})

it.each([1, 2, 5, 9])('stopped in the middle and opened again %i times, it holds what a single making does', async (veces) => {
  const carpeta = nuevaCarpeta()
  const escritor = await abrirBanco(carpeta, { despierto: false })
  for (let i = 0; i < 6; i++) enviar(escritor.diario, `e${i}`, { alumnos: muchos(700), veredictos: { [5_000_001]: { resultado: 'rechazado', codigo: '010', mensaje: `No está en el módulo ${i}` } } })
  ponerProceso(escritor, { codigo: 'PSIC-l-e2', idProceso: '90e2', registros: [{ rut: 5_000_000, modulo: 'M1', observacion: 'Cargado' }] })
  ponerProceso(escritor, { idProceso: '777', registros: [{ rut: C, modulo: 'MX', oferta: 'OF-9', grupo: 'GR-9' }] })
  await escritor.cerrar()
  let cortes = 0
  for (let i = 0; i < veces; i++) {
    const b = await abrirBanco(carpeta, { despierto: false })
    b.indexador.empezar()
    for (let vuelta = 0; vuelta < 3 && b.indexador.pendiente() === null; vuelta++) await new Promise((listo) => { setTimeout(listo, 5) })
    if (b.indexador.pendiente() !== null) cortes++
    await b.cerrar()
  }
  expect(cortes).toBeGreaterThan(0)
  const b = await abrirBanco(carpeta)
  const reanudado = contenido(b.base)
  b.base.rehacer('compare')
  ponerProceso(b, { codigo: 'PSIC-l-e2', idProceso: '90e2', registros: [{ rut: 5_000_000, modulo: 'M1', observacion: 'Cargado' }] })
  ponerProceso(b, { idProceso: '777', registros: [{ rut: C, modulo: 'MX', oferta: 'OF-9', grupo: 'GR-9' }] })
  await b.indexador.alDia()
  expect(reanudado).toEqual(contenido(b.base))
  expect(reanudado).toMatchObject({ sueltos: [], pendientes: [], llamadas: { length: 6 }, enviados: { length: 6 * 700 * 3 } })
  await b.cerrar()
})

it('a file that is noise, of another key or of another version is made anew, and the log says so', async () => {
  const carpeta = nuevaCarpeta()
  const antes = await abrirBanco(carpeta)
  enviar(antes.diario, 'e1')
  await antes.indexador.alDia()
  antes.base.db().pragma('user_version = 999')
  await antes.cerrar()
  for (const danar of [() => undefined, () => { writeFileSync(enDisco(carpeta), Buffer.alloc(20_000, 7)) }, () => { writeFileSync(enDisco(carpeta), 'SQLite format 3\0 in clear beside a key') }]) {
    danar()
    const b = await abrirBanco(carpeta)
    expect(b.avisos.join()).toContain('made anew')
    expect(b.archivo.fichas({ texto: '' }, 0, 10).total).toBe(1)
    expect(b.archivo.registros({ texto: String(A) }, 0, 10).total).toBe(2)
    await b.cerrar()
  }
})

it('pages damaged inside are found when they are read, and it is made anew while it runs', async () => {
  const carpeta = nuevaCarpeta()
  const antes = await abrirBanco(carpeta)
  for (let i = 0; i < 4; i++) enviar(antes.diario, `e${i}`, { alumnos: muchos(400) })
  await antes.indexador.alDia()
  await antes.cerrar()
  const bytes = readFileSync(enDisco(carpeta))
  bytes.fill(0x5a, 4096 * 2)
  writeFileSync(enDisco(carpeta), bytes)
  const b = await abrirBanco(carpeta)
  expect(b.avisos.join()).toContain('made anew')
  await b.indexador.alDia()
  expect(b.archivo.fichas({ texto: '' }, 0, 10).total).toBe(4)
  expect(b.archivo.registros({ texto: '5000007' }, 0, 50).total).toBe(12)
  await b.cerrar()
})

it('a body that is not what is expected is passed over with a line in the log, and its alumnos are found all the same', async () => {
  const b = await abrirBanco(nuevaCarpeta())
  enviar(b.diario, 'roto', { cuerpo: 'no es json' })
  enviar(b.diario, 'cortado', { cuerpo: `{"listaAlumnos":[{"rutAlumno":${A},"dvAlumno":"5","listaModulos":[{"codigoModulo":"M1","porcentajeAvance":"cien"},7,null]},{"rutAlumno":9` })
  enviar(b.diario, 'raro', { cuerpo: `{"x":"\\"listaAlumnos\\":[","listaAlumnos":[{"rutAlumno":"no"},{"rutAlumno":${A},"nombre":"}{","listaModulos":"M1"}]}` })
  enviar(b.diario, 'sano')
  await b.indexador.alDia()
  expect(b.avisos.filter((l) => /cannot be read/u.test(l))).toHaveLength(3)
  expect(b.avisos.join()).not.toContain('passed over')
  expect(b.archivo.registros({ texto: String(A) }, 0, 10).registros.map((r) => [r.envioId, r.codigoModulo, r.avance]).toSorted((x, y) => String(x).localeCompare(String(y)))).toEqual([['cortado', 'M1', null], ['raro', '', null], ['roto', '', null], ['sano', 'M1', '30'], ['sano', 'M2', '10']])
  await b.cerrar()
})

it('others get their turn while it reads', async () => {
  const carpeta = nuevaCarpeta()
  const antes = await abrirBanco(carpeta, { despierto: false })
  for (let i = 0; i < 3; i++) enviar(antes.diario, `e${i}`, { alumnos: muchos(2000) })
  antes.indexador.empezar()
  let turnos = 0
  let turno = setImmediate(function contar() { turnos++; turno = setImmediate(contar) })
  await antes.indexador.alDia()
  clearImmediate(turno)
  expect(turnos).toBeGreaterThan(20)
  expect(antes.archivo.registros({ texto: '5000007' }, 0, 50).total).toBe(9)
  await antes.cerrar()
})

it('a past that was being read when the computer fell is read again whole; when only the program did, it goes on', async () => {
  const carpeta = nuevaCarpeta()
  const b = await abrirBanco(carpeta)
  b.base.aPrisa(true)
  await b.cerrar()
  const mismo = await abrirBanco(carpeta)
  expect(mismo.avisos).toEqual([])
  mismo.base.db().prepare("UPDATE meta SET valor = '1000' WHERE clave = 'a-prisa'").run()
  await mismo.cerrar()
  const otro = await abrirBanco(carpeta)
  expect(otro.avisos.join()).toContain('made anew')
  otro.base.aPrisa(true)
  otro.base.aPrisa(false)
  expect(otro.base.db().prepare('SELECT count(*) AS n FROM meta').get()).toMatchObject({ n: 0 })
  await otro.cerrar()
})
