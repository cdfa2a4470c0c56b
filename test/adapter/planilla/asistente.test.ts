/** Workbooks that are not recognised: kept aside, answered, imported, and recognised the next time by what was answered. */
import { describe, expect, test, vi } from 'vitest'
import { fallaDe, archivoCon, banco, csvDe, escribir, hojaDe, libroDe, opciones, valor, type Banco } from './soporte.ts'
import { FIJOS, RUTS, responder, tabla } from './soporte-asistente.ts'
import type { Correspondencia, Preparacion } from '../../../shared/ipc/modelos-asistente.ts'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'

vi.setConfig({ testTimeout: 60_000 })

async function prepararCsv(b: Banco, filas: string[][] = tabla(4), nombre = 'reporte.csv'): Promise<Preparacion> {
  const f = fallaDe(await b.planillas.importar(await archivoCon(nombre, csvDe(filas)), opciones()))
  return valor(await b.planillas.preparacion(f.preparacion ?? ''))
}

const importarPreparada = async (b: Banco, p: Preparacion, c: Correspondencia, recordar: string | null): Promise<BorradorResumen> =>
  valor(await b.planillas.importarPreparada({ id: p.id, correspondencia: c, recordar }, opciones()))

test('an export with headings of its own is refused in words, kept aside, and proposed column by column', async () => {
  const b = await banco()
  const p = await prepararCsv(b)
  expect(p).toMatchObject({ nombreArchivo: 'reporte.csv', hoja: 0, hojas: [{ nombre: 'Datos', oculta: false, columnas: 10, encabezado: { fila: 1, seguro: true } }] })
  const { columnas, propuesta, recordada } = valor(await b.planillas.columnas({ id: p.id, hoja: 'Datos', fila: 1 }))
  expect(columnas[1]).toEqual({ indice: 1, letra: 'B', titulo: 'Número de ID', ejemplos: RUTS })
  expect(Object.fromEntries(propuesta.map(x => [columnas[x.indice]?.titulo, x.key]))).toMatchObject({
    'Nombre del usuario': 'alumno.nombre', 'Número de ID': 'alumno.rut', 'Unidad': 'modulo.codigoModulo', 'Progreso': 'modulo.porcentajeAvance',
    'Situación módulo': 'modulo.estado', 'Fecha de matrícula': 'alumno.fechaInicio', 'Vencimiento': 'alumno.fechaFin', 'Tareas': 'modulo.actividades',
  })
  expect(recordada).toBeNull()
  await b.planillas.cerrar()
})

test('the answer is shown as it would be read, says what is missing, and becomes a draft with its fixed values', async () => {
  const b = await banco()
  const p = await prepararCsv(b)
  const c = await responder(b, p)
  const sinCurso = valor(await b.planillas.vistaPreparada({ id: p.id, correspondencia: { ...c, fijos: [] } }))
  expect(sinCurso).toMatchObject({ faltan: ['Código de oferta', 'Código de grupo'], vacias: [], sinUso: ['Correo'] })
  expect(fallaDe(await b.planillas.importarPreparada({ id: p.id, correspondencia: { ...c, fijos: [] }, recordar: 'x' }, opciones()))).toMatchObject({ codigo: 'faltan-columnas' })
  const vista = valor(await b.planillas.vistaPreparada({ id: p.id, correspondencia: c }))
  expect([vista.faltan, vista.filas.length, vista.filas[0]?.celdas.some(x => x.texto === '45 %' && x.convertido === '45')]).toEqual([[], 4, true])
  const r = await importarPreparada(b, p, c, null)
  expect(r).toMatchObject({ nombreArchivo: 'reporte.csv', errores: 0, cursos: [{ codigoOferta: 'RLAB-01', codigoGrupo: 'RLAB-01-1', alumnos: 3, modulos: 4, enviables: 3 }] })
  expect(r.notas).toEqual(['Se escribió lo mismo en todas las filas: Código de oferta: RLAB-01, Código de grupo: RLAB-01-1.', 'En la hoja «Datos», la columna «Correo» no se usa.'])
  expect(r.correspondencia).toBeUndefined()
  // The workbook was let go, and nothing was remembered.
  expect(fallaDe(await b.planillas.preparacion(p.id)).codigo).toBe('preparacion-no-existe')
  expect(valor(await b.planillas.correspondencias())).toEqual([])
  await b.planillas.cerrar()
})

describe('what is remembered', () => {
  test('is used by itself for the same headings in any order, says so, and survives a restart', async () => {
    const b = await banco()
    const p = await prepararCsv(b)
    const primera = await importarPreparada(b, p, await responder(b, p), 'Exportación Moodle')
    expect(primera.correspondencia).toBeUndefined()
    await b.planillas.cerrar()

    const c = await banco({ archivo: b.archivo })
    const alReves = tabla(4).map(f => f.toReversed())
    const r = valor(await c.planillas.importar(await archivoCon('diciembre.csv', csvDe(alReves)), opciones()))
    expect([r.errores, r.cursos, r.correspondencia?.nombre]).toEqual([0, primera.cursos, 'Exportación Moodle'])
    expect(r.notas).toContain('Se usó la correspondencia «Exportación Moodle», que usted guardó para estos títulos.')
    expect(valor(await c.planillas.resumen(r.id)).correspondencia).toEqual(r.correspondencia)
    expect(valor(await c.planillas.correspondencias())).toMatchObject([{ nombre: 'Exportación Moodle', fijos: 2 }])
    await c.planillas.cerrar()
  })
  test('can be renamed and forgotten; one heading more is another set', async () => {
    const b = await banco()
    const p = await prepararCsv(b)
    await importarPreparada(b, p, await responder(b, p), 'Moodle')
    const [{ id } = { id: '' }] = valor(await b.planillas.correspondencias())
    valor(await b.planillas.renombrarCorrespondencia(id, 'Plataforma nueva'))
    expect(valor(await b.planillas.importar(await archivoCon('a.csv', csvDe(tabla(4))), opciones())).correspondencia).toEqual({ id, nombre: 'Plataforma nueva' })
    const otra = fallaDe(await b.planillas.importar(await archivoCon('b.csv', csvDe(tabla(4).map((f, i) => [...f, i === 0 ? 'Sede' : 'Lima']))), opciones()))
    expect(otra.preparacion).toBeDefined()
    valor(await b.planillas.olvidarCorrespondencia(id))
    expect(fallaDe(await b.planillas.renombrarCorrespondencia(id, 'x')).codigo).toBe('correspondencia-no-existe')
    expect(fallaDe(await b.planillas.importar(await archivoCon('c.csv', csvDe(tabla(4))), opciones())).preparacion).toBeDefined()
    await b.planillas.cerrar()
  })
  test('is proposed when the person wants to change it, and what they say replaces it', async () => {
    const b = await banco()
    const p = await prepararCsv(b)
    await importarPreparada(b, p, await responder(b, p), 'Moodle')
    const ruta = await archivoCon('a.csv', csvDe(tabla(4)))
    const borrador = valor(await b.planillas.importar(ruta, opciones()))
    expect(b.planillas.rutaDe(borrador.id)).toBe(ruta)
    const otra = valor(await b.planillas.preparar(ruta, opciones()))
    const { propuesta, fijos, recordada } = valor(await b.planillas.columnas({ id: otra.id, hoja: 'Datos', fila: 1 }))
    expect([recordada, fijos, propuesta.every(x => x.seguridad === 'recordada')]).toEqual(['Moodle', FIJOS, true])
    const c = await responder(b, otra)
    await importarPreparada(b, otra, { ...c, fijos: [{ key: 'curso.codigoOferta', valor: 'OTRA' }, { key: 'curso.codigoGrupo', valor: 'OTRA-1' }] }, 'Moodle')
    expect(valor(await b.planillas.importar(ruta, opciones())).cursos).toMatchObject([{ codigoOferta: 'OTRA' }])
    expect(valor(await b.planillas.correspondencias())).toHaveLength(1)
    await b.planillas.cerrar()
  })
  test('how a column is read, also for headings that are known by themselves', async () => {
    const b = await banco()
    const conocidos = [['Oferta', 'Grupo', 'RUT', 'Módulo', 'Fecha inicio'], ['O', 'G', RUTS[0] ?? '', 'M1', '03/04/26'], ['O', 'G', RUTS[1] ?? '', 'M1', '12/31/2026']]
    const r = valor(await b.planillas.importar(await archivoCon('a.csv', csvDe(conocidos)), opciones()))
    const { preguntas } = valor(await b.planillas.preguntas(r.id))
    expect(preguntas.map(q => [q.columna, q.titulo, q.cuantas])).toEqual([['modulo.fechaInicio', 'Fecha inicio', 2]])
    const respuesta = { causa: 'fecha-ambigua', tabla: 'unica', columna: 'modulo.fechaInicio', opcion: 'mes-dia' }
    const despues = valor(await b.planillas.responder({ id: r.id, respuestas: [respuesta], recordar: true }))
    expect([r.errores - despues.errores, despues.puedeDeshacer, valor(await b.planillas.preguntas(r.id)).preguntas]).toEqual([2, true, []])
    const otra = valor(await b.planillas.importar(await archivoCon('b.csv', csvDe(conocidos)), opciones()))
    expect([otra.errores, valor(await b.planillas.preguntas(otra.id)).preguntas]).toEqual([despues.errores, []])
    expect(otra.notas.join()).toContain('Se leyó como usted respondió la vez anterior: «Fecha inicio»')
    expect(valor(await b.planillas.correspondencias())).toMatchObject([{ nombre: 'a.csv', columnas: 0, lecturas: 1 }])
    await b.planillas.cerrar()
    // It is part of the draft, and comes back with it.
    const c = await banco({ archivo: b.archivo })
    expect(valor(await c.planillas.preguntas(otra.id)).preguntas).toEqual([])
    expect(valor(await c.planillas.deshacer(r.id)).errores).toBe(r.errores)
    await c.planillas.cerrar()
  })
})

describe('what the person chooses of the workbook', () => {
  test('the row of the headings, under a logo and a title, and several courses in one file', async () => {
    const b = await banco()
    const conCurso = tabla(4).map((f, i) => [...f, i === 0 ? 'Curso' : `RLAB-0${(i % 2) + 1}`, i === 0 ? 'Comisión' : `G-${(i % 2) + 1}`])
    const libro = libroDe({ Portada: hojaDe([['Informe', 'Noviembre'], ['Hecho por', 'Ana']]), Reporte: hojaDe([['Universidad'], [], ['Informe de avance'], [], ...conCurso]) })
    const f = fallaDe(await b.planillas.importar(await archivoCon('reporte.xlsx', escribir(libro, 'xlsx')), opciones()))
    const p = valor(await b.planillas.preparacion(f.preparacion ?? ''))
    expect([p.hoja, p.hojas[1]?.encabezado, p.hojas[1]?.filas.map(x => x.fila)]).toEqual([1, { fila: 5, seguro: true }, [1, 3, 5, 6, 7, 8, 9]])
    const r = await importarPreparada(b, p, await responder(b, p), null)
    expect(r.cursos.map(c => [c.codigoOferta, c.codigoGrupo, c.alumnos])).toEqual([['RLAB-01', 'G-1', 2], ['RLAB-02', 'G-2', 2]])
    await b.planillas.cerrar()
  })
  test('a hidden sheet, which the next time is found by itself', async () => {
    const b = await banco()
    const libro = libroDe({ Portada: hojaDe([['Informe']]), Datos: hojaDe(tabla(4)) })
    libro.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
    const ruta = await archivoCon('reporte.xlsx', escribir(libro, 'xlsx'))
    const f = fallaDe(await b.planillas.importar(ruta, opciones()))
    const p = valor(await b.planillas.preparacion(f.preparacion ?? ''))
    expect(p.hojas).toMatchObject([{ nombre: 'Datos', oculta: true }])
    const r = await importarPreparada(b, p, await responder(b, p), 'Con hoja oculta')
    expect([r.errores, r.notas[1]]).toEqual([0, 'La hoja «Datos» está oculta en su planilla y se leyó porque usted la eligió.'])
    expect(valor(await b.planillas.importar(ruta, opciones())).correspondencia?.nombre).toBe('Con hoja oculta')
    await b.planillas.cerrar()
  })
  test.each([[';', '\ufeff', 'utf8'], [',', '', 'utf8'], ['\t', '', 'latin1'], ['\t', '\ufeff', 'utf16le']] as const)('a text table separated by %j with the mark %j in %s', async (separador, marca, codificacion) => {
    const b = await banco()
    const f = fallaDe(await b.planillas.importar(await archivoCon('reporte.txt', Buffer.from(marca + csvDe(tabla(4), separador), codificacion)), opciones()))
    const p = valor(await b.planillas.preparacion(f.preparacion ?? ''))
    expect((await importarPreparada(b, p, await responder(b, p), null)).errores).toBe(0)
    await b.planillas.cerrar()
  })
  test('a recognised file too, when they ask', async () => {
    const b = await banco()
    const libro = libroDe({ Noviembre: hojaDe(tabla(2)), Diciembre: hojaDe(tabla(4)) })
    const p = valor(await b.planillas.preparar(await archivoCon('a.xlsx', escribir(libro, 'xlsx')), opciones()))
    expect((await importarPreparada(b, p, await responder(b, p, 'Diciembre'), null)).tablas[0]).toMatchObject({ hoja: 'Diciembre', filas: 4 })
    await b.planillas.cerrar()
  })
})

test('a file of something else is told from one of alumnos with words of its own', async () => {
  const b = await banco()
  const parece = async (filas: string[][]): Promise<boolean> => (await prepararCsv(b, filas)).parece
  expect(await parece([['Fruta', 'Precio', 'Kilos'], ['Pera', '10', '2'], ['Uva', '20', '3']])).toBe(false)
  expect(await parece([['العربية', 'الوحدة'], [RUTS[0] ?? '', 'MA01'], [RUTS[1] ?? '', 'MA01']])).toBe(true)
  expect(await parece([['Progress', 'Module', 'X'], ['10', 'M1', ''], ['20', 'M1', '']])).toBe(true)
  await b.planillas.cerrar()
})

test('what is nonsense is refused in words: another sheet, a row or a column that is not there, a key twice, a RUT for all', async () => {
  const b = await banco()
  const p = await prepararCsv(b)
  const c = await responder(b, p)
  const codigo = async (x: Partial<Correspondencia>): Promise<string> => fallaDe(await b.planillas.importarPreparada({ id: p.id, correspondencia: { ...c, ...x }, recordar: null }, opciones())).codigo
  const malas: Partial<Correspondencia>[] = [
    { hoja: 'Otra' }, { fila: 999 }, { columnas: [...c.columnas, { key: 'alumno.dv', indice: 500 }] }, { columnas: [...c.columnas, { key: '__proto__', indice: 0 }] },
    { columnas: [...c.columnas, { key: 'alumno.rut', indice: 0 }] }, { columnas: c.columnas.filter(x => x.key !== 'alumno.rut'), fijos: [...c.fijos, { key: 'alumno.rut', valor: RUTS[0] ?? '' }] },
  ]
  for (const mala of malas) expect([mala, await codigo(mala)]).toEqual([mala, 'correspondencia-mala'])
  expect(fallaDe(await b.planillas.importarPreparada({ id: 'otro', correspondencia: c, recordar: null }, opciones())).codigo).toBe('preparacion-no-existe')
  // Reading another workbook lets go of it.
  fallaDe(await b.planillas.importar(await archivoCon('carta.txt', 'Estimada señora'), opciones()))
  expect(fallaDe(await b.planillas.columnas({ id: p.id, hoja: 'Datos', fila: 1 })).codigo).toBe('preparacion-no-existe')
  await b.planillas.cerrar()
})
