/** Workbooks whose rows are in several sheets: those with the same headings read as one, and alumnos and módulos apart. */
import { readFile } from 'node:fs/promises'
import { describe, expect, test, vi } from 'vitest'
import * as XLSX from 'xlsx'
import type { Correspondencia } from '../../../shared/ipc/modelos-asistente.ts'
import { archivoCon, banco, escribir, fallaDe, hojaDe, libroDe, opciones, valor } from './soporte.ts'
import { FIJOS, RUTS, responder, tabla } from './soporte-asistente.ts'

vi.setConfig({ testTimeout: 60_000 })

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
