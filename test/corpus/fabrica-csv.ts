/** Text tables in the ways that programs and people write them. */
import { type Caso, lee, pregunta, rechaza } from './caso.ts'
import { ENCABEZADOS, con, filaTexto, tablaTexto, type Titulo } from './datos.ts'

/** RFC 4180: quoted only where it must be. */
const citar = (t: string, separador: string): string => (t.includes('"') || t.includes(separador) || /[\r\n]/.test(t) ? `"${t.replaceAll('"', '""')}"` : t)
export const textoCsv = (filas: readonly (readonly string[])[], separador = ';', fin = '\r\n'): string => filas.map(f => f.map(t => citar(t, separador)).join(separador)).join(fin)
export const csv = (filas: readonly (readonly string[])[], separador?: string): Buffer => Buffer.from(textoCsv(filas, separador))
const tabla = tablaTexto(3)
const unaFila = (cambios: Partial<Record<Titulo, string>>): string[][] => [[...ENCABEZADOS], con(filaTexto(0), cambios)]
const CELDAS = [[2, 'Actividades del módulo', 'ACT01; ACT02'], [2, 'Fecha de inicio del alumno', '02-11-2026']] as const
const bien = lee(3, 0, { celdas: CELDAS })
const deUtf16 = (t: string, mayor: boolean): Buffer => { const b = Buffer.from(t, 'utf16le'); return mayor ? b.swap16() : b }

export const CSV: readonly Caso[] = [
  { nombre: 'csv UTF-8 con marca', archivo: 'avance.csv', historia: 'Excel → «CSV UTF-8»', hacer: () => Buffer.from(`\ufeff${textoCsv(tabla)}`), esperado: bien },
  { nombre: 'csv UTF-8 sin marca', archivo: 'avance.csv', historia: 'Lo escribió un programa', hacer: () => csv(tabla), esperado: bien },
  { nombre: 'csv Windows-1252', archivo: 'avance.csv', historia: 'Excel en Chile → «CSV (delimitado por comas)»', hacer: () => Buffer.from(textoCsv(tabla), 'latin1'), esperado: bien },
  { nombre: 'csv con comas', archivo: 'avance.csv', historia: 'Google Sheets', hacer: () => csv(tabla, ','), esperado: bien },
  { nombre: 'texto con tabulaciones', archivo: 'avance.txt', historia: 'Excel → «Texto (delimitado por tabulaciones)»', hacer: () => csv(tabla, '\t'), esperado: bien },
  { nombre: 'csv con barras', archivo: 'avance.csv', historia: 'Un sistema que separa con |', hacer: () => csv(tabla, '|'), esperado: bien },
  { nombre: 'texto Unicode (UTF-16)', archivo: 'avance.txt', historia: 'Excel → «Texto Unicode»', hacer: () => deUtf16(`\ufeff${textoCsv(tabla, '\t')}`, false), esperado: bien },
  { nombre: 'UTF-16 al revés', archivo: 'avance.csv', historia: 'Un servidor Java antiguo', hacer: () => deUtf16(`\ufeff${textoCsv(tabla)}`, true), esperado: bien },
  { nombre: 'UTF-16 cortado en medio de una letra', archivo: 'avance.csv', historia: 'Una descarga incompleta', hacer: () => deUtf16(`\ufeff${textoCsv(tabla)}`, true).subarray(0, -1), esperado: rechaza('comillas-abiertas', 'fila 4') },
  { nombre: 'UTF-16 sin marca', archivo: 'avance.csv', historia: 'Un programa olvidó la marca', hacer: () => deUtf16(textoCsv(tabla), false), esperado: bien },
  { nombre: 'UTF-16 al revés sin marca', archivo: 'avance.csv', historia: 'Un programa de servidor olvidó la marca', hacer: () => deUtf16(textoCsv(tabla), true), esperado: bien },
  { nombre: 'csv con acentos de Mac antiguo', archivo: 'avance.csv', historia: 'Excel para Mac → «CSV (Macintosh)»', hacer: () => Buffer.from(textoCsv(tabla).replaceAll('ó', '\u0097').replaceAll('é', '\u008e'), 'latin1'), esperado: pregunta('faltan-columnas') },
  { nombre: 'csv con acentos rotos', archivo: 'avance.csv', historia: 'Abrió un UTF-8 como Windows-1252 y lo guardó otra vez', hacer: () => Buffer.from(Buffer.from(textoCsv(tabla)).toString('latin1')), esperado: pregunta('faltan-columnas') },
  { nombre: 'csv con fin de línea de Mac antiguo', archivo: 'avance.csv', historia: 'Solo retornos de carro', hacer: () => Buffer.from(textoCsv(tabla, ';', '\r')), esperado: bien },
  { nombre: 'csv con fin de línea de Unix', archivo: 'avance.csv', historia: 'Lo escribió un programa', hacer: () => Buffer.from(textoCsv(tabla, ';', '\n')), esperado: bien },
  { nombre: 'sep=; en la primera línea', archivo: 'avance.csv', historia: 'Un programa que le dice a Excel cómo separar', hacer: () => Buffer.from(`sep=;\r\n${textoCsv(tabla)}`), esperado: lee(3, 0) },
  { nombre: 'comillas en todas las celdas', archivo: 'avance.csv', historia: 'phpMyAdmin', hacer: () => Buffer.from(tabla.map(f => f.map(t => `"${t}"`).join(',')).join('\n')), esperado: bien },
  { nombre: 'saltos de línea entre comillas', archivo: 'avance.csv', historia: 'Escribió Alt+Enter dentro de la celda', hacer: () => csv([['Código\r\nde oferta', ...ENCABEZADOS.slice(1)], con(filaTexto(0), { 'Actividades del módulo': 'ACT01;\nACT02' }), filaTexto(1)]), esperado: lee(2, 0) },
  { nombre: 'comillas sin cerrar', archivo: 'avance.csv', historia: 'Un nombre con una comilla suelta al principio', hacer: () => Buffer.from(`${textoCsv(tabla)}\r\n"RLAB-01;RLAB-01-1`), esperado: rechaza('comillas-abiertas', 'fila 5') },
  { nombre: 'comilla en medio de una celda', archivo: 'avance.csv', historia: 'Un código con pulgadas', hacer: () => Buffer.from(textoCsv(unaFila({ 'Actividades del módulo': 'X' })).replace(/X$/, 'TV 32"')), esperado: lee(1, 0, { celdas: [[2, 'Actividades del módulo', 'TV 32"']] }) },
  { nombre: 'bytes NUL entre las letras', archivo: 'avance.csv', historia: 'El sistema rellena los campos con ceros', hacer: () => Buffer.from(textoCsv(tabla).replaceAll('Cursando', 'Cursando\0\0')), esperado: rechaza('no-es-planilla') },
  { nombre: 'bytes NUL al final', archivo: 'avance.csv', historia: 'El disco se llenó y quedó relleno con ceros', hacer: () => Buffer.concat([csv(tablaTexto(120)), Buffer.alloc(4096)]), esperado: lee(120, 0) },
  { nombre: 'filas de distinto largo', archivo: 'avance.csv', historia: 'Borró a mano los separadores del final', hacer: () => Buffer.from(textoCsv([...tabla, ['', ''], filaTexto(3).slice(0, 12)])), esperado: lee(4, 3) },
  { nombre: 'separadores de sobra', archivo: 'avance.csv', historia: 'Excel guardó columnas y filas que parecían vacías', hacer: () => Buffer.from([...tabla.map(f => `${textoCsv([f])};;;;;`), ...Array.from({ length: 50 }, () => ';'.repeat(20))].join('\r\n')), esperado: bien },
  { nombre: 'título sobre los encabezados', archivo: 'avance.csv', historia: 'El sistema escribe su nombre y la fecha antes de la tabla', hacer: () => Buffer.from(`Reporte de avance\r\nGenerado el 24-11-2026, 10:00\r\n\r\n${textoCsv(tabla)}`), esperado: lee(3, 0) },
  { nombre: 'sin encabezados', archivo: 'avance.csv', historia: 'Borró la primera fila', hacer: () => csv(tabla.slice(1)), esperado: pregunta('sin-encabezados') },
  { nombre: 'csv con solo encabezados', archivo: 'avance.csv', historia: 'El curso aún no tiene alumnos', hacer: () => csv(tabla.slice(0, 1)), esperado: lee(0, 0, { notas: ['ninguna fila'] }) },
  { nombre: 'solo saltos de línea', archivo: 'avance.csv', historia: 'Exportó una hoja vacía', hacer: () => Buffer.from('\r\n\r\n ; ;\r\n\ufeff'), esperado: rechaza('sin-encabezados') },
  { nombre: 'solo la marca', archivo: 'avance.csv', historia: 'Exportó una hoja vacía', hacer: () => Buffer.from('\ufeff'), esperado: rechaza('sin-datos') },
  { nombre: 'faltan columnas', archivo: 'avance.csv', historia: 'La exportación no trae el curso ni el módulo', hacer: () => csv(tabla.map(f => [f[2] ?? '', f[11] ?? '', f[12] ?? ''])), esperado: pregunta('faltan-columnas', 'Código de oferta') },
  { nombre: 'RUT en notación científica', archivo: 'avance.csv', historia: 'Excel mostró 1,11E+08 y así lo guardó', hacer: () => csv(unaFila({ 'RUT del alumno': '1,11E+08' })), esperado: lee(1, 1, { celdas: [[2, 'RUT del alumno', '1,11E+08']] }) },
  { nombre: 'decimales con coma', archivo: 'avance.csv', historia: 'Excel en Chile', hacer: () => csv(unaFila({ 'Avance del módulo (%)': '60,9' })), esperado: lee(1, 0) },
  { nombre: 'decimales con punto', archivo: 'avance.csv', historia: 'La plataforma escribe 60.9', hacer: () => csv(unaFila({ 'Avance del módulo (%)': '60.9' })), esperado: lee(1, 1) },
  { nombre: 'fechas en varias formas', archivo: 'avance.csv', historia: 'La escribieron entre varios', hacer: () => csv([[...ENCABEZADOS], ...['02-11-2026', '2/11/2026', '2026-11-02', '02.11.2026'].map((f, i) => con(filaTexto(i), { 'Fecha de inicio del módulo': f, 'Fecha de inicio del alumno': f })), con(filaTexto(4), { 'Fecha de inicio del módulo': '2 de noviembre de 2026' }), con(filaTexto(5), { 'Fecha de inicio del módulo': '2026-11-02T09:00:00Z' }), con(filaTexto(6), { 'Fecha de inicio del módulo': '2-nov-2026' })]), esperado: lee(7, 0) },
  { nombre: 'fecha con año de dos cifras', archivo: 'avance.csv', historia: 'Excel guardó 2/11/26', hacer: () => csv(unaFila({ 'Fecha de inicio del módulo': '2/11/26' })), esperado: lee(1, 1) },
  { nombre: 'fecha que no existe', archivo: 'avance.csv', historia: 'Escribió 31 de noviembre', hacer: () => csv(unaFila({ 'Fecha de término del módulo': '31-11-2026' })), esperado: lee(1, 1) },
  { nombre: 'ceros forzados con ="0012"', archivo: 'avance.csv', historia: 'El sistema protege los ceros de Excel', hacer: () => csv(unaFila({ 'Código del módulo': '="0012"' })), esperado: lee(1, 0, { celdas: [[2, 'Código del módulo', '0012']] }) },
  { nombre: 'fórmulas que se ejecutarían al exportar', archivo: 'avance.csv', historia: 'Alguien se inscribió con ese código', hacer: () => csv([[...ENCABEZADOS], ...['=cmd|\' /C calc\'!A0', '+1+1', '@SUM(1)', '-2+3', '\t=1+1'].map((f, i) => con(filaTexto(i), { 'Actividades del módulo': f }))]), esperado: lee(5, 0, { celdas: [[2, 'Actividades del módulo', '=cmd|\' /C calc\'!A0'], [4, 'Actividades del módulo', '@SUM(1)']] }) },
  { nombre: 'una línea de dos megas', archivo: 'avance.csv', historia: 'Pegó un archivo entero en una celda', hacer: () => csv(unaFila({ 'Código del módulo': 'x'.repeat(2_000_000) })), esperado: lee(1), pesado: true },
  { nombre: 'más filas que el máximo', archivo: 'avance.csv', historia: 'Exportó todos los años de la institución', hacer: () => Buffer.from(`${ENCABEZADOS.join('\t')}\n${`${filaTexto(0).join('\t')}\n`.repeat(200_001)}`), esperado: rechaza('demasiadas-filas', '200.000'), pesado: true },
]
