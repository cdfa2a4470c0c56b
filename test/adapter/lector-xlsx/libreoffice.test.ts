/** See test/archivos/libreoffice.md. */
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { rapido, sheetjs } from './soporte.ts'

it.each(['libreoffice-1900', 'libreoffice-1904'])('reads %s as it was typed, and as SheetJS does', async (nombre) => {
  const bytes = await readFile(new URL(`../../archivos/${nombre}.xlsx`, import.meta.url))
  const r = await rapido(bytes)
  expect(r).toEqual(await sheetjs(bytes))
  if (r.tipo !== 'libro') throw new Error(JSON.stringify(r))
  expect(r.dicho.ocultas).toEqual(['Oculta'])
  expect(r.dicho.hojas.map(h => h.nombre)).toEqual(['Avance & notas', 'Segunda'])
  expect(r.dicho.hojas[0]?.filas.slice(1)).toEqual([
    { fila: 2, celdas: ['12.345.678-5', 'José Muñoz', { tipo: 'fecha', valor: 46_082.5 }, { tipo: 'duracion', valor: 0.0625 }, { tipo: 'porcentaje', valor: 0.45 }, 5.5, true, 'Cursando & más', { tipo: 'error', valor: '#DIV/0!' }, 'rico texto'] },
    { fila: 3, celdas: ['9.876.543-3', '  Ana  Pérez ', { tipo: 'fecha', valor: 46_387 }, { tipo: 'duracion', valor: 1.5 }, { tipo: 'porcentaje', valor: 1 }, 7, false, '12.345.678-5-9.876.543-3', { tipo: 'error', valor: '#N/A' }, 'línea\nnueva'] },
    { fila: 6, celdas: ['combinada'] },
    { fila: 9, celdas: [...Array.from({ length: 11 }, () => null), 3] },
    { fila: 10, celdas: [...Array.from({ length: 11 }, () => null), 12.5, { tipo: 'porcentaje', valor: 0.9 }] },
  ])
  expect(r.dicho.hojas[1]?.filas).toEqual([{ fila: 3, celdas: [null, 'x'] }, { fila: 4, celdas: [null, 1e-7] }, { fila: 5, celdas: [null, 123_456_789_012_345] }])
})
