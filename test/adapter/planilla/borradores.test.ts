import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { describe, expect, test, vi } from 'vitest'
import type { UltimoAvance } from '../../../shared/domain/avance.ts'
import { ENCABEZADOS, archivoCon, banco, carpetaTemporal, csvDe, escribir, fallaDe, filaTexto, hojaUnica, libroDe, opciones, valor, type Banco } from './soporte.ts'

vi.setConfig({ testTimeout: 60_000 })
const texto = (filas: string[][]): string => csvDe([[...ENCABEZADOS], ...filas.map(f => f.map(c => (c.includes(';') ? `"${c}"` : c)))])
async function conBorrador(o: Parameters<typeof banco>[0] = {}, filas = [filaTexto(0), filaTexto(1), filaTexto(2)]): Promise<Banco & { id: string }> {
  const b = await banco(o)
  return { ...b, id: valor(await b.planillas.importar(await archivoCon('mayo.csv', texto(filas)), opciones())).id }
}
/** Another start of the program on the same drafts. */
const deNuevo = (b: Banco, o: Parameters<typeof banco>[0] = {}): Promise<Banco> => banco({ archivo: b.archivo, ...o })
async function celda(b: Banco, id: string, fila: number, columna: string): Promise<string | undefined> {
  const tabla = valor(await b.planillas.resumen(id)).tablas[0]
  const filas = valor(await b.planillas.filas(id, 'unica', [fila])).filas
  return filas[0]?.celdas[tabla?.columnas.findIndex(c => c.key === columna) ?? -1]?.texto
}
const editar = (b: Banco, id: string, filaId: number, columna: string, t: string): ReturnType<Banco['planillas']['editar']> => b.planillas.editar(id, 'unica', [{ filaId, columna, texto: t }])

describe('a draft comes back from the disk', () => {
  test('with its rows, edits, excluded rows, undo and redo', async () => {
    const b = await conBorrador()
    valor(await editar(b, b.id, 2, 'modulo.porcentajeAvance', '70'))
    valor(await b.planillas.excluir(b.id, 'unica', [3], true))
    valor(await editar(b, b.id, 4, 'modulo.porcentajeAvance', '80'))
    const antes = valor(await b.planillas.deshacer(b.id))
    await b.planillas.cerrar()

    const c = await deNuevo(b)
    expect(await c.planillas.ultimoAbierto()).toBe(b.id)
    const despues = valor(await c.planillas.resumen(b.id))
    expect({ ...despues, version: 0 }).toEqual({ ...antes, version: 0 })
    expect(await celda(c, b.id, 2, 'modulo.porcentajeAvance')).toBe('70')
    expect(await celda(c, b.id, 4, 'modulo.porcentajeAvance')).toBe('60')
    expect(valor(await c.planillas.rehacer(b.id)).puedeRehacer).toBe(false)
    expect(await celda(c, b.id, 4, 'modulo.porcentajeAvance')).toBe('80')
    for (let i = 0; i < 3; i++) valor(await c.planillas.deshacer(b.id))
    expect(await celda(c, b.id, 2, 'modulo.porcentajeAvance')).toBe('60')
    expect(valor(await c.planillas.resumen(b.id)).tablas[0]?.excluidas).toBe(0)
  })

  test('with a version that the window takes for newer', async () => {
    const b = await conBorrador()
    const antes = valor(await editar(b, b.id, 2, 'modulo.porcentajeAvance', '70')).version
    await b.planillas.cerrar()
    const c = await deNuevo(b)
    const alAbrir = valor(await c.planillas.indice(b.id, 'unica', 'todas', '')).version
    expect(alAbrir).toBeGreaterThan(antes)
    expect(valor(await editar(c, b.id, 2, 'modulo.porcentajeAvance', '71')).version).toBeGreaterThan(alAbrir)
  })

  test('a change after an undo forgets what could be redone', async () => {
    const b = await conBorrador()
    for (const t of ['70', '71', '72']) valor(await editar(b, b.id, 2, 'modulo.porcentajeAvance', t))
    valor(await b.planillas.deshacer(b.id))
    valor(await b.planillas.deshacer(b.id))
    valor(await editar(b, b.id, 2, 'modulo.porcentajeAvance', '90'))
    await b.planillas.cerrar()
    const c = await deNuevo(b)
    expect(valor(await c.planillas.resumen(b.id)).puedeRehacer).toBe(false)
    valor(await c.planillas.deshacer(b.id))
    expect(await celda(c, b.id, 2, 'modulo.porcentajeAvance')).toBe('70')
  })

  test('with the last accepted progress, and today as it is now', async () => {
    let hoy = '2026-11-24'
    const b = await conBorrador({ hoy: () => hoy })
    const igual: UltimoAvance = { rutAlumno: 11111111, codigoModulo: 'MA01', codigoOferta: 'RLAB-01', codigoGrupo: 'RLAB-01-1', porcentaje: 60 }
    expect(valor(await b.planillas.ponerPrevios(b.id, [igual])).avisos).toBeGreaterThan(0)
    await b.planillas.cerrar()
    const c = await deNuevo(b, { hoy: () => hoy })
    expect(valor(await c.planillas.previo(b.id))).toMatchObject([{ iguales: 1, nuevos: 2 }])
    expect(valor(await c.planillas.excluirSinCambios(b.id)).tablas[0]?.excluidas).toBe(1)
    const ejecucion = async (): Promise<unknown> => valor(await c.planillas.curso(b.id, 'RLAB-01', 'RLAB-01-1', 0, 500)).curso.listaAlumnos[0]?.fechaEjecucion
    expect(await ejecucion()).toBe('2026-11-24')
    hoy = '2026-11-25'
    expect(await ejecucion()).toBe('2026-11-25')
  })

  test('also when more drafts are open than memory keeps', async () => {
    const b = await conBorrador()
    valor(await editar(b, b.id, 2, 'modulo.porcentajeAvance', '70'))
    for (let i = 0; i < 3; i++) valor(await b.planillas.importar(await archivoCon(`otro${i}.csv`, texto([filaTexto(0)])), opciones()))
    expect(await celda(b, b.id, 2, 'modulo.porcentajeAvance')).toBe('70')
    expect(valor(await b.planillas.lista()).map(x => x.nombreArchivo)).toEqual(['otro2.csv', 'otro1.csv', 'otro0.csv', 'mayo.csv'])
  })
})

describe('the list of drafts', () => {
  test('a sent one stays in the list but is not resumed; a discarded one is gone', async () => {
    const b = await conBorrador()
    valor(await b.planillas.marcarEnviado(b.id))
    expect(valor(await b.planillas.lista())).toMatchObject([{ id: b.id, enviado: true, nombreArchivo: 'mayo.csv' }])
    expect(await b.planillas.ultimoAbierto()).toBeNull()
    valor(await b.planillas.descartar(b.id))
    expect(valor(await b.planillas.lista())).toEqual([])
    expect(fallaDe(await b.planillas.resumen(b.id)).codigo).toBe('borrador-no-existe')
    expect(fallaDe(await b.planillas.marcarEnviado(b.id)).codigo).toBe('borrador-no-existe')
  })

  test('unknown tables and courses are said', async () => {
    const b = await conBorrador()
    expect(fallaDe(await b.planillas.indice(b.id, 'alumnos', 'todas', '')).codigo).toBe('tabla-no-existe')
    expect(fallaDe(await b.planillas.editar(b.id, 'alumnos', [{ filaId: 2, columna: 'alumno.rut', texto: '1' }])).codigo).toBe('tabla-no-existe')
    expect(fallaDe(await b.planillas.curso(b.id, 'RLAB-01', 'otro', 0, 500)).codigo).toBe('curso-no-existe')
    expect(valor(await b.planillas.cursos(b.id))).toMatchObject([{ codigoOferta: 'RLAB-01', alumnos: 3, enviables: 3 }])
    expect(valor(await b.planillas.problemas(b.id, 'error', 0, 10))).toMatchObject({ total: 0, problemas: [] })
  })
})

describe('on disk', () => {
  test('with a key nothing can be read without it; without one it is a plain database', async () => {
    const b = await conBorrador({ clave: 'una-llave' })
    await b.planillas.cerrar()
    const todo = readdirSync(path.dirname(b.archivo)).map(f => readFileSync(path.join(path.dirname(b.archivo), f)).toString('latin1')).join('')
    expect(todo).not.toContain('mayo.csv')
    expect(todo).not.toContain('SQLite format')
    const claro = await conBorrador()
    await claro.planillas.cerrar()
    expect(readFileSync(claro.archivo).toString('latin1')).toContain('SQLite format')
  })

  test.each([
    ['another key', async (): Promise<Banco> => { const b = await conBorrador({ clave: 'una' }); await b.planillas.cerrar(); return deNuevo(b, { clave: 'otra' }) }],
    ['a damaged file', async (): Promise<Banco> => { const archivo = path.join(await carpetaTemporal(), 'borradores.db'); writeFileSync(archivo, 'no es una base de datos '.repeat(500)); return banco({ archivo }) }],
  ])('%s: the file is put aside, said, and the program goes on', async (_, abrir) => {
    const b = await abrir()
    const f = fallaDe(await b.planillas.lista())
    expect(f.codigo).toBe('borradores-ilegibles')
    const aparte = readdirSync(path.dirname(b.archivo)).find(n => f.explicacion.includes(`«${n}»`))
    expect(statSync(path.join(path.dirname(b.archivo), aparte ?? '')).size).toBeGreaterThan(1000)
    expect(valor(await b.planillas.lista())).toEqual([])
  })

  test('a folder that is not there is not taken for an unreadable file', async () => {
    const b = await banco({ archivo: path.join(await carpetaTemporal(), 'no', 'hay', 'borradores.db') })
    expect(fallaDe(await b.planillas.lista()).codigo).toBe('borradores-inaccesibles')
    expect(fallaDe(await b.planillas.importar(await archivoCon('a.csv', texto([filaTexto(0)])), opciones())).codigo).toBe('borradores-inaccesibles')
  })

  test.each([
    ['rows that are no rows', `UPDATE trozos SET datos = x'00' WHERE borrador = ?`],
    ['a chunk that is missing', 'DELETE FROM trozos WHERE borrador = ?'],
    ['a command that is no command', `UPDATE comandos SET datos = '{"tipo":"borrarTodo"}' WHERE borrador = ?`],
    ['a cursor beyond its commands', 'UPDATE borradores SET aplicados = 9 WHERE id = ?'],
  ])('%s: that draft is reported and hides no other', async (_, sql) => {
    const b = await conBorrador()
    valor(await editar(b, b.id, 2, 'modulo.porcentajeAvance', '70'))
    const sano = valor(await b.planillas.importar(await archivoCon('sano.csv', texto([filaTexto(0)])), opciones())).id
    await b.planillas.cerrar()
    const db = new Database(b.archivo)
    // The chunk before the last is what a hole looks like; a draft of one chunk gets a second one to lose.
    if (sql.startsWith('DELETE')) db.prepare('INSERT INTO trozos SELECT borrador, 2, tabla, datos FROM trozos WHERE borrador = ?').run(b.id)
    db.prepare(sql.startsWith('DELETE') ? `${sql} AND n = 0` : sql).run(b.id)
    db.close()
    const c = await deNuevo(b)
    expect(fallaDe(await c.planillas.resumen(b.id)).codigo).toBe('borrador-danado')
    expect(valor(await c.planillas.resumen(sano)).tablas[0]?.filas).toBe(1)
    expect(valor(await c.planillas.lista())).toHaveLength(2)
  })

  test('an edit that the disk refuses is not acknowledged and not kept', async () => {
    const b = await conBorrador()
    const db = new Database(b.archivo)
    db.exec(`CREATE TRIGGER lleno BEFORE INSERT ON comandos BEGIN SELECT RAISE(ABORT, 'no'); END`)
    db.close()
    expect(fallaDe(await editar(b, b.id, 2, 'modulo.porcentajeAvance', '70')).codigo).toBe('no-guardado')
    expect(await celda(b, b.id, 2, 'modulo.porcentajeAvance')).toBe('60')
    expect(valor(await b.planillas.resumen(b.id)).puedeDeshacer).toBe(false)
  })
})

test('the stages of an import are told in order, and a long one in parts', async () => {
  const b = await banco()
  const o = opciones()
  const r = valor(await b.planillas.importar(await archivoCon('a.xlsx', escribir(libroDe({ Avance: hojaUnica(5000) }), 'xlsx')), o))
  expect(r.tablas[0]?.filas).toBe(5000)
  const etapas = o.progreso.map(p => p.etapa)
  expect(etapas.filter((e, i) => e !== etapas[i - 1])).toEqual(['leyendo', 'interpretando', 'validando', 'listo'])
  expect(o.progreso.filter(p => p.etapa === 'interpretando').map(p => p.filas)).toEqual([0, 1999, 3999, 5000])
  // The first rows are told once, with the first that are read.
  const primeras = o.progreso.flatMap(p => (p.primeras ? [[p.filas, p.primeras] as const] : []))
  expect(primeras).toEqual([[1999, { hoja: expect.any(String) as string, titulos: expect.arrayContaining(['RUT del alumno']) as string[], filas: expect.any(Array) as unknown[] }]])
  expect(primeras[0]?.[1].filas.map(f => [f.fila, f.textos[2]])).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map(n => [n, expect.stringMatching(/^[\d.]+-[\dK]$/)]))
  expect(o.progreso.at(-1)).toEqual({ etapa: 'listo', porcentaje: 100, filas: 5000, nombreArchivo: 'a.xlsx' })
})
