/** Workbooks that are not recognised: kept aside, answered, imported, and recognised the next time by what was answered. */
import { readFile } from 'node:fs/promises'
import { describe, expect, test, vi } from 'vitest'
import * as XLSX from 'xlsx'
import { fallaDe, archivoCon, banco, csvDe, escribir, hojaDe, libroDe, opciones, valor, type Banco } from './soporte.ts'
import type { Correspondencia, Preparacion } from '../../../shared/ipc/modelos-asistente.ts'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'

vi.setConfig({ testTimeout: 60_000 })

const TITULOS = ['Nombre del usuario', 'Número de ID', 'Unidad', 'Progreso', 'Tiempo', 'Situación módulo', 'Fecha de matrícula', 'Vencimiento', 'Tareas', 'Correo']
const RUTS = ['11.111.111-1', '12.345.678-5', '9.876.543-3']
const fila = (i: number): string[] => [`Ana ${i}`, RUTS[i % 3] ?? '', `MA0${Math.floor(i / 3) + 1}`, `${45 + (i % 3)} %`, '1:30:00', 'Cursando', '02-11-2026', '27-11-2026', 'ACT01', `a${i}@example.org`]
const tabla = (n: number): string[][] => [TITULOS, ...Array.from({ length: n }, (_, i) => fila(i))]
const FIJOS = [{ key: 'curso.codigoOferta', valor: 'RLAB-01' }, { key: 'curso.codigoGrupo', valor: 'RLAB-01-1' }]
/** Columns of theirs for what the alumno and the módulo share. */
const AMBOS = [['alumno.tiempoConectividad', 'modulo.tiempoConectividad'], ['alumno.porcentajeAvance', 'modulo.porcentajeAvance'], ['alumno.fechaInicio', 'modulo.fechaInicio'], ['alumno.fechaFin', 'modulo.fechaFin']] as const

async function prepararCsv(b: Banco, filas: string[][] = tabla(4), nombre = 'reporte.csv'): Promise<Preparacion> {
  const f = fallaDe(await b.planillas.importar(await archivoCon(nombre, csvDe(filas)), opciones()))
  return valor(await b.planillas.preparacion(f.preparacion ?? ''))
}

/** The proposal as it comes, with the course and what both levels share. */
async function responder(b: Banco, p: Preparacion, nombreHoja?: string): Promise<Correspondencia> {
  const h = p.hojas.find(x => x.nombre === nombreHoja) ?? p.hojas[p.hoja]
  const hoja = h?.nombre ?? ''
  const desde = h?.encabezado?.fila ?? 1
  const { propuesta } = valor(await b.planillas.columnas({ id: p.id, hoja, fila: desde }))
  const columnas = propuesta.map(({ key, indice }) => ({ key, indice }))
  for (const [alumno, modulo] of AMBOS) {
    const uno = columnas.find(c => c.key === alumno || c.key === modulo)
    for (const key of [alumno, modulo]) if (uno && !columnas.some(c => c.key === key)) columnas.push({ key, indice: uno.indice })
  }
  return { hoja, fila: desde, columnas, fijos: FIJOS.filter(f => !columnas.some(c => c.key === f.key)) }
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

describe('a workbook of several sheets', () => {
  const grupos = (): Buffer => escribir(libroDe({
    'Grupo A': hojaDe(tabla(2)), 'Grupo B': hojaDe([['Informe del grupo B'], [], ...tabla(4).map(f => f.toReversed())]), 'Resumen': hojaDe([['Total', 'Promedio'], ['5', '50']]),
  }), 'xlsx')
  const otra = (filas: string[][], rut: string): string[][] => filas.map((f, i) => (i === 0 ? f : f.map(c => (RUTS.includes(c) ? rut : c))))

  test('its sheets with the same headings are told, read as one when they say so, and each row keeps its place through an export and back', async () => {
    const b = await banco()
    const libro = escribir(libroDe({ 'Grupo A': hojaDe(tabla(2)), 'Grupo B': hojaDe([['Grupo B'], [], ...otra(tabla(1), '7.654.321-6').map(f => f.toReversed())]) }), 'xlsx')
    const f = fallaDe(await b.planillas.importar(await archivoCon('grupos.xlsx', libro), opciones()))
    const p = valor(await b.planillas.preparacion(f.preparacion ?? ''))
    const c = await responder(b, p, 'Grupo A')
    expect(valor(await b.planillas.columnas({ id: p.id, hoja: 'Grupo A', fila: 1 }))).toMatchObject({ gemelas: ['Grupo B'], juntas: false })
    const r = valor(await b.planillas.importarPreparada({ id: p.id, correspondencia: c, juntas: ['Grupo B'], recordar: 'Por grupo' }, opciones()))
    expect(r.tablas.map(t => [t.id, t.hoja, t.filas])).toEqual([['unica', 'Grupo A', 2], ['unica-2', 'Grupo B', 1]])
    expect([r.errores, r.cursos.map(x => [x.alumnos, x.modulos])]).toEqual([0, [[3, 3]]])
    expect(r.notas[1]).toBe('Se leyeron juntas, como si fueran una, las hojas «Grupo A», «Grupo B». Cada fila conserva su hoja y su número.')

    valor(await b.planillas.editar(r.id, 'unica-2', [{ filaId: 4, columna: 'modulo.porcentajeAvance', texto: '50' }]))
    valor(await b.planillas.editar(r.id, 'unica', [{ filaId: 2, columna: 'modulo.porcentajeAvance', texto: '120' }]))
    const ruta = await archivoCon('vuelta.xlsx', '')
    expect(valor(await b.planillas.exportarObservaciones(r.id, ruta))).toMatchObject({ clase: 'mismo', escritas: 2, sinEscribir: [] })
    const w = XLSX.read(await readFile(ruta))
    expect([(w.Sheets['Grupo A']?.['D2'] as { v: unknown } | undefined)?.v, (w.Sheets['Grupo B']?.['G4'] as { v: unknown } | undefined)?.v]).toEqual([120, 50])
    const lista = XLSX.utils.sheet_to_json<string[]>(w.Sheets['Observaciones'] ?? {}, { header: 1 }).filter(x => x[0] === 'Error').map(x => [x[1], x[2]])
    expect([...new Set(lista.map(x => x.join(' ')))]).toEqual(['Grupo A D2'])
    // Nothing of it was remembered for once: it comes back by how its draft had been read.
    for (const { id } of valor(await b.planillas.correspondencias())) valor(await b.planillas.olvidarCorrespondencia(id))
    // Their one column of progress is ours of the alumno and of the módulo: both change, and neither does where the program itself wrote it.
    ;(w.Sheets['Grupo B'] as XLSX.WorkSheet)['G4'] = { t: 's', v: '77 %' }
    const vuelta = valor(await b.planillas.importar(await archivoCon('vuelta.xlsx', escribir(w, 'xlsx')), opciones()))
    const vista = valor(await b.planillas.mirarCorreccion(vuelta.id))
    expect([vista?.celdas, vista?.nuevas, vista?.quitadas, vista?.sinHoja, vista?.cambios.map(x => [x.hoja, x.fila, x.despues])]).toEqual([2, 0, 0, [], [['Grupo B', 4, '77 %'], ['Grupo B', 4, '77 %']]])
    await b.planillas.cerrar()
  })
  test('the same alumno twice says in which sheet, and what is remembered reads all of them the next time', async () => {
    const b = await banco()
    const p = valor(await b.planillas.preparar(await archivoCon('grupos.xlsx', grupos()), opciones()))
    const r = valor(await b.planillas.importarPreparada({ id: p.id, correspondencia: await responder(b, p, 'Grupo A'), juntas: ['Grupo B'], recordar: 'Por grupo' }, opciones()))
    const { problemas } = valor(await b.planillas.problemas(r.id, 'error', 0, 50))
    expect(problemas.map(x => [x.tabla, x.fila, x.mensaje]).filter(x => String(x[2]).includes('repetido'))[0]).toEqual(['unica-2', 4, expect.stringContaining('en la fila 2 de la hoja «Grupo A»')])
    const otraVez = valor(await b.planillas.importar(await archivoCon('diciembre.xlsx', grupos()), opciones()))
    expect([otraVez.correspondencia?.nombre, otraVez.tablas.map(t => t.hoja), otraVez.errores]).toEqual(['Por grupo', ['Grupo A', 'Grupo B'], r.errores])
    expect(valor(await b.planillas.columnas({ id: valor(await b.planillas.preparar(await archivoCon('x.xlsx', grupos()), opciones())).id, hoja: 'Grupo B', fila: 3 }))).toMatchObject({ gemelas: ['Grupo A'], juntas: true })
    // One that is not a twin, or that is of another kind of answer, is refused.
    const q = valor(await b.planillas.preparar(await archivoCon('grupos.xlsx', grupos()), opciones()))
    const c = await responder(b, q, 'Grupo A')
    for (const mala of [{ juntas: ['Resumen'] }, { juntas: ['Nadie'] }, { mas: [{ ...c, hoja: 'Grupo B' }], juntas: ['Grupo B'] }]) {
      expect(fallaDe(await b.planillas.importarPreparada({ id: q.id, correspondencia: c, recordar: null, ...mala }, opciones())).codigo).toBe('correspondencia-mala')
    }
    await b.planillas.cerrar()
  })
  test('alumnos and módulos apart under headings of its own: each part is proposed, read together, and known the next time', async () => {
    const b = await banco()
    const repartida = (): Buffer => escribir(libroDe({
      Portada: hojaDe([['Plataforma', 'Informe'], ['Noviembre', '2026']]),
      Inscritos: hojaDe([['Número de ID', 'Nombre del usuario', 'Tiempo en plataforma', 'Finalización del curso', 'Fecha de matrícula', 'Fecha de cierre'], ...RUTS.map((r, i) => [r, `Ana ${i}`, '5:30:00', '45', '02-11-2026', '18-12-2026'])]),
      Detalle: hojaDe([['Listado'], ['Usuario', 'Unidad', 'Duración', 'Situación módulo', 'Progreso módulo', 'Inicio módulo', 'Término módulo', 'Tareas'], ...RUTS.map(r => [r, 'MA01', '1:30:00', 'Cursando', '45', '02-11-2026', '27-11-2026', 'ACT01'])]),
    }), 'xlsx')
    const f = fallaDe(await b.planillas.importar(await archivoCon('plataforma.xlsx', repartida()), opciones()))
    const p = valor(await b.planillas.preparacion(f.preparacion ?? ''))
    expect(p.reparto).toEqual([{ clase: 'alumnos', hoja: 1 }, { clase: 'modulos', hoja: 2 }])
    const parte = async (clase: 'alumnos' | 'modulos', hoja: string, desde: number): Promise<Correspondencia> => {
      const { propuesta } = valor(await b.planillas.columnas({ id: p.id, hoja, fila: desde, clase }))
      return { hoja, fila: desde, clase, columnas: propuesta.map(({ key, indice }) => ({ key, indice })), fijos: clase === 'alumnos' ? FIJOS : [] }
    }
    const alumnos = await parte('alumnos', 'Inscritos', 1)
    const modulos = await parte('modulos', 'Detalle', 2)
    expect(valor(await b.planillas.vistaPreparada({ id: p.id, correspondencia: modulos }))).toMatchObject({ faltan: [], vacias: [], filas: [{ fila: 3, nivel: 'informacion' }, {}, {}] })
    const sinCurso = await b.planillas.importarPreparada({ id: p.id, correspondencia: { ...alumnos, fijos: [] }, mas: [modulos], recordar: null }, opciones())
    expect(fallaDe(sinCurso).codigo).toBe('faltan-columnas')
    expect(fallaDe(await b.planillas.importarPreparada({ id: p.id, correspondencia: alumnos, recordar: null }, opciones())).codigo).toBe('correspondencia-mala')
    const r = valor(await b.planillas.importarPreparada({ id: p.id, correspondencia: alumnos, mas: [modulos], recordar: 'Plataforma' }, opciones()))
    expect([r.disposicion, r.errores, r.tablas.map(t => [t.id, t.hoja, t.filas]), r.cursos.map(c => [c.codigoOferta, c.alumnos, c.modulos, c.enviables])]).toEqual(['por-hojas', 0, [['alumnos', 'Inscritos', 3], ['modulos', 'Detalle', 3]], [['RLAB-01', 3, 3, 3]]])
    expect(valor(await b.planillas.correspondencias()).map(c => c.nombre).sort()).toEqual(['Plataforma · Alumnos', 'Plataforma · Modulos'])
    const otraVez = valor(await b.planillas.importar(await archivoCon('diciembre.xlsx', repartida()), opciones()))
    expect([otraVez.errores, otraVez.disposicion, otraVez.correspondencia?.nombre]).toEqual([0, 'por-hojas', 'Plataforma · Alumnos'])
    await b.planillas.cerrar()
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
