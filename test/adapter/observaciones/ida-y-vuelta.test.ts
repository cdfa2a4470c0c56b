/** Out with observations and back corrected, over the drafts on disk. */
import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import Database from 'libsql'
import { expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { ENCABEZADOS, archivoCon, banco, carpetaTemporal, csvDe, escribir, fallaDe, filaTexto, hojaUnica, libroDe, opciones, valor } from '../planilla/soporte.ts'

const CLAVE = 'a'.repeat(64)
const libro = (): Buffer => escribir(libroDe({ Avance: hojaUnica(12) }), 'xlsx')
const AVANCE = 'modulo.porcentajeAvance'

async function exportado(b: Awaited<ReturnType<typeof banco>>, id: string): Promise<string> {
  const ruta = path.join(await carpetaTemporal(), 'avance con observaciones.xlsx')
  valor(await b.planillas.exportarObservaciones(id, ruta))
  return ruta
}
/** As a person would in another program, which writes the whole file in its own way. */
async function corregir(ruta: string, cambios: Record<string, number | string>, tipo: XLSX.BookType = 'xlsx'): Promise<string> {
  const w = XLSX.read(await readFile(ruta), { cellNF: true })
  const hoja = w.Sheets['Avance'] as XLSX.WorkSheet
  for (const [ref, v] of Object.entries(cambios)) hoja[ref] = typeof v === 'number' ? { t: 'n', v } : { t: 's', v }
  return archivoCon(`avance con observaciones.${tipo === 'biff8' ? 'xls' : tipo}`, escribir(w, tipo))
}

test.each(['xlsx', 'ods', 'biff8'] as const)('corrected and saved as %s, it brings only what changed, as one change of the draft that it came from', async (tipo) => {
  const b = await banco({ clave: CLAVE })
  const { id } = valor(await b.planillas.importar(await archivoCon('avance.xlsx', libro()), opciones()))
  valor(await b.planillas.editar(id, 'unica', [{ filaId: 2, columna: AVANCE, texto: '70' }]))
  const ruta = await exportado(b, id)
  valor(await b.planillas.editar(id, 'unica', [{ filaId: 3, columna: AVANCE, texto: '71' }]))
  const { id: otro } = valor(await b.planillas.importar(await corregir(ruta, { L5: 80, L6: '81 %' }, tipo), opciones()))
  expect(valor(await b.planillas.mirarCorreccion(id))).toBeNull()
  const vista = valor(await b.planillas.mirarCorreccion(otro))
  expect([vista?.nombreArchivo, vista?.celdas, vista?.quitadas, vista?.nuevas]).toEqual(['avance.xlsx', 2, 0, 0])
  expect(vista?.cambios.map(c => [c.hoja, c.fila, c.letra, c.antes, c.despues])).toEqual([['Avance', 5, 'L', '60', '80'], ['Avance', 6, 'L', '60', '81 %']])
  const r = valor(await b.planillas.traerCorreccion(otro, true))
  expect([r.id, r.textoDeshacer]).toEqual([id, expect.stringContaining('2 celdas corregidas')])
  const textos = async (): Promise<(string | undefined)[]> => valor(await b.planillas.filas(id, 'unica', [2, 3, 5, 6])).filas.map(f => f.celdas[11]?.texto)
  expect(await textos()).toEqual(['70', '71', '80', '81 %'])
  expect(valor(await b.planillas.lista()).map(x => x.id)).toEqual([id])
  valor(await b.planillas.deshacer(id))
  expect(await textos()).toEqual(['70', '71', '60', '60'])
  await b.planillas.cerrar()
})

test.each(['xlsx', 'csv'] as const)('rows that were added in the program go out with a .%s and are known when they come back, whatever happened to them since', async (tipo) => {
  const b = await banco()
  const archivo = tipo === 'csv' ? csvDe([[...ENCABEZADOS], ...Array.from({ length: 12 }, (_, i) => filaTexto(i))]) : libro()
  const { id } = valor(await b.planillas.importar(await archivoCon(`avance.${tipo}`, archivo), opciones()))
  valor(await b.planillas.agregarFilas({ id, tabla: 'unica', cuantas: 3 }))
  const todas = async (): Promise<number[]> => [...valor(await b.planillas.indice(id, 'unica', 'todas', '')).ids]
  const [una = 0, dos = 0, tres = 0] = (await todas()).slice(-3)
  const datos = (filaId: number, rut: string): { filaId: number; columna: string; texto: string }[] => [['alumno.rut', rut], ['modulo.codigoModulo', 'MA09'], [AVANCE, '33']].map(([columna = '', texto = '']) => ({ filaId, columna, texto }))
  valor(await b.planillas.editar(id, 'unica', [...datos(una, '22.222.222-2'), ...datos(dos, '20.347.878-8'), ...datos(tres, '11.111.111-1')]))
  const ruta = await exportado(b, id)
  const w = XLSX.read(await readFile(ruta), { cellNF: true })
  const hoja = w.Sheets[w.SheetNames[0] ?? ''] as XLSX.WorkSheet
  expect(['C14', 'C15', 'C16'].map(r => (hoja[r] as { v: unknown }).v)).toEqual(['22.222.222-2', '20.347.878-8', '11.111.111-1'])

  // Untouched, it brings nothing; corrected in Excel, that; and the one that the draft let go of is not brought again.
  const igual = valor(await b.planillas.importar(await archivoCon('igual.xlsx', await readFile(ruta)), opciones()))
  expect(valor(await b.planillas.mirarCorreccion(igual.id))).toMatchObject({ celdas: 0, nuevas: 0, quitadas: 0 })
  valor(await b.planillas.quitarFilas({ id, tabla: 'unica', filas: Int32Array.of(tres) }))
  hoja['L14'] = { t: 'n', v: 44 }
  XLSX.utils.sheet_add_aoa(hoja, [filaTexto(30)], { origin: 'A17' })
  const corregida = valor(await b.planillas.importar(await archivoCon('corregida.xlsx', escribir(w, 'xlsx')), opciones()))
  const vista = valor(await b.planillas.mirarCorreccion(corregida.id))
  expect([vista?.celdas, vista?.nuevas, vista?.quitadas, vista?.cambios.map(c => [c.despues])]).toEqual([1, 1, 0, [['44']]])
  valor(await b.planillas.traerCorreccion(corregida.id, true))
  expect((await todas()).length).toBe(15)
  // The same file again: what it brought before is known by what it says.
  const otraVez = valor(await b.planillas.importar(await archivoCon('corregida.xlsx', escribir(w, 'xlsx')), opciones()))
  expect(valor(await b.planillas.mirarCorreccion(otraVez.id))).toMatchObject({ celdas: 0, nuevas: 0, quitadas: 0 })
  await b.planillas.cerrar()
})

test('kept apart, it is asked about no more; when its draft is gone, it is a workbook like any other', async () => {
  const b = await banco()
  const { id } = valor(await b.planillas.importar(await archivoCon('avance.xlsx', libro()), opciones()))
  const corregida = await corregir(await exportado(b, id), { L5: 80 })
  const { id: otro } = valor(await b.planillas.importar(corregida, opciones()))
  valor(await b.planillas.ignorarCorreccion(otro))
  expect(valor(await b.planillas.mirarCorreccion(otro))).toBeNull()
  valor(await b.planillas.descartar(id))
  const { id: tercero } = valor(await b.planillas.importar(corregida, opciones()))
  expect(valor(await b.planillas.mirarCorreccion(tercero))).toBeNull()
  await b.planillas.cerrar()
})

test('the file is kept under the key, survives the process, and goes with its draft', async () => {
  const b = await banco({ clave: CLAVE })
  const { id } = valor(await b.planillas.importar(await archivoCon('avance.csv', csvDe([[...ENCABEZADOS], ...[0, 1, 2].map(filaTexto)], '\t')), opciones()))
  await b.planillas.cerrar()
  const otra = await banco({ archivo: b.archivo, clave: CLAVE })
  const ruta = path.join(await carpetaTemporal(), 'x.xlsx')
  const e = valor(await otra.planillas.exportarObservaciones(id, ruta))
  expect([e.clase, existsSync(ruta) && statSync(ruta).size > 5000]).toEqual(['nuevo', true])
  valor(await otra.planillas.descartar(id))
  await otra.planillas.cerrar()
  const db = new Database(b.archivo, { encryptionCipher: 'aes256cbc', encryptionKey: CLAVE } as Database.Options)
  const quedan = ['originales', 'exportaciones', 'correcciones'].map(t => (db.prepare(`SELECT count(*) AS n FROM ${t}`).get() as { n: number }).n)
  db.close()
  expect(quedan).toEqual([0, 0, 0])
  expect((await readFile(b.archivo)).includes('RLAB-01')).toBe(false)
})

test('a draft of a program that did not keep the file says so, and what to do', async () => {
  const b = await banco()
  const { id } = valor(await b.planillas.importar(await archivoCon('avance.xlsx', libro()), opciones()))
  await b.planillas.cerrar()
  const db = new Database(b.archivo)
  db.exec('DROP TABLE originales; DROP TABLE exportaciones; DROP TABLE correcciones')
  db.close()
  const otra = await banco({ archivo: b.archivo })
  const f = fallaDe(await otra.planillas.exportarObservaciones(id, path.join(await carpetaTemporal(), 'x.xlsx')))
  expect([f.codigo, f.queHacer]).toEqual(['sin-original', 'Abra otra vez el archivo en Puente SIC y exporte desde ahí.'])
  await otra.planillas.cerrar()
})
