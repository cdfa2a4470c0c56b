/** The template filled with what was sent before: opened, it asks nothing and only the progress is missing. */
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { construirLibro } from '../../../electron/adapters/plantilla/libro.ts'
import { filasParaPlantilla } from '../../../electron/services/plantilla-llena.ts'
import { cursoDePrueba } from '../../unit/envio/curso-de-prueba.ts'
import { valor } from '../planilla/soporte.ts'
import { abrir } from '../observaciones/soporte.ts'
import { A, B, D, montar } from '../servicios/soporte.ts'

const AVANCES = ['alumno.porcentajeAvance', 'modulo.porcentajeAvance']
const cursos = [cursoDePrueba([{ rut: A, modulos: { M1: 30, M2: 20 } }, { rut: B, modulos: { M1: 40 } }, { rut: D, modulos: { M1: 10 } }]), cursoDePrueba([{ rut: A, modulos: { M1: 55 } }], { oferta: 'OF-2' })]

test.each(['envio', 'historial'] as const)('from %s: curso, alumnos y módulos; the last accepted beside each blank progress', async (tipo) => {
  const e = await montar({ cursos, alumnosPorParte: 50 })
  const envioId = await e.enviarTodo()
  const llena = valor(await filasParaPlantilla({ ...e.puertos, planillas: { nombres: id => e.planillas.nombres(id) } }, tipo === 'envio' ? { tipo, envioId } : { tipo }))
  const refusada = tipo === 'envio' // of one that SENCE refused, the send knows and the history does not
  expect(llena.filas.alumnos).toHaveLength(refusada ? 4 : 3)
  expect(llena.ultimos.modulos.filter(n => n !== null)).toEqual([30, 20, 40, 55])
  expect(llena.filas.alumnos.find(a => a['alumno.rut'] === '12.345.678-5')?.['alumno.nombre']).toBe('Ana Soto')

  const bytes = await construirLibro('2026-11-24', llena.filas, llena.ultimos)
  const b = await abrir(bytes)
  const { tablas, notas } = b.mesa.resumen('b')
  expect(notas).toEqual([])
  expect(tablas.map(t => [t.id, t.filas])).toEqual([['cursos', 2], ['alumnos', llena.filas.alumnos.length], ['modulos', llena.filas.modulos.length], ['actividades', 0]])
  const { problemas } = b.mesa.problemas('error', 0, 500)
  expect(new Set(problemas.map(p => `${p.causa} ${p.columna}`))).toEqual(new Set(AVANCES.map(k => `requerido ${k}`)))
  expect(problemas).toHaveLength(llena.filas.alumnos.length + llena.filas.modulos.length)

  // With the progress written, it goes.
  for (const t of tablas) for (const key of AVANCES) b.mesa.editar(t.id, [...b.mesa.indice(t.id, 'todas', '')].map(filaId => ({ filaId, columna: key, texto: '70' })))
  expect(b.mesa.resumen('b').errores).toBe(0)
  await e.cerrar()
})

test('the column looks as one to be read: its own heading and note, no check, and the others keep theirs', async () => {
  const e = await montar({ cursos })
  const envioId = await e.enviarTodo()
  const llena = valor(await filasParaPlantilla({ ...e.puertos, planillas: { nombres: id => e.planillas.nombres(id) } }, { tipo: 'envio', envioId }))
  const libro = new exceljs.Workbook()
  await libro.xlsx.load(Buffer.from(await construirLibro('2026-11-24', llena.filas, llena.ultimos)) as unknown as exceljs.Buffer)
  const hoja = libro.getWorksheet('Modulos')
  const titulos = ((hoja?.getRow(1).values ?? []) as string[]).slice(1)
  const i = titulos.indexOf('Último avance aceptado') + 1
  expect(titulos[i - 2]).toBe('Avance del módulo (%)')
  expect([hoja?.getCell(2, i).value, hoja?.getCell(2, i - 1).value]).toEqual([30, null])
  expect(hoja?.getCell(2, i).font?.italic).toBe(true)
  expect(JSON.stringify(hoja?.getCell(1, i).note)).toContain('Solo para mirar')
  const validaciones = Object.entries((hoja as unknown as { dataValidations: { model: Record<string, { type: string }> } }).dataValidations.model)
  expect(validaciones.some(([rango]) => rango.includes(`${hoja?.getColumn(i).letter}2`))).toBe(false)
  expect(validaciones.find(([rango]) => rango.includes(`${hoja?.getColumn(i + 1).letter}2`))?.[1].type).toBe('date')
  await e.cerrar()
})
