/** Workbooks as people lay them out in Excel: titles, merged and hidden things, formulas, colours. */
import type ExcelJS from 'exceljs'
import { construirMuestra } from '../../electron/adapters/plantilla/muestra.ts'
import { construirPlantilla } from '../../electron/adapters/plantilla/plantilla.ts'
import { type Caso, type Esperado, lee, pregunta, rechaza } from './caso.ts'
import { ENCABEZADOS, columna, con, filaTexto, tablaTexto, type Titulo } from './datos.ts'

const HOY = '2026-11-24'
/** A constant instant: the file says when it was made. */
const HECHO = new Date(Date.UTC(2026, 10, 24))

/** `escribir` fills the first sheet, «Avance». */
async function libro(escribir: (hoja: ExcelJS.Worksheet, libro: ExcelJS.Workbook) => void | Promise<void>): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs')
  const nuevo = new Excel.Workbook()
  nuevo.created = HECHO
  nuevo.modified = HECHO
  const hoja = nuevo.addWorksheet('Avance')
  await escribir(hoja, nuevo)
  return new Uint8Array(await nuevo.xlsx.writeBuffer())
}
const caso = (nombre: string, historia: string, escribir: Parameters<typeof libro>[0], esperado: Esperado): Caso => ({ nombre, archivo: 'avance.xlsx', historia, hacer: () => libro(escribir), esperado })
const enCelda = (hoja: ExcelJS.Worksheet, fila: number, titulo: Titulo): ExcelJS.Cell => hoja.getRow(fila).getCell(columna(titulo) + 1)
const poner = (hoja: ExcelJS.Worksheet, cuantas: number): void => { hoja.addRows(tablaTexto(cuantas)) }
const AMARILLO: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFF00' } }
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

export const EXCELJS: readonly Caso[] = [
  caso('encabezados en la fila 5 bajo un logo', 'El formato de la institución lleva logo y título', (h, l) => {
    h.addImage(l.addImage({ base64: PNG, extension: 'png' }), 'A1:B2')
    h.getCell('A3').value = 'Informe de avance'
    h.mergeCells('A3:O3')
    h.getRow(5).values = [...ENCABEZADOS]
    h.addRows(tablaTexto(3).slice(1))
  }, lee(3, 0, { celdas: [[6, 'RUT del alumno', '11.111.111-1']] })),
  caso('encabezados en la fila 25', 'Puso un instructivo largo arriba', (h) => { h.getRow(25).values = [...ENCABEZADOS]; h.addRows(tablaTexto(3).slice(1)) }, lee(3, 0, { celdas: [[26, 'RUT del alumno', '11.111.111-1']] })),
  caso('encabezado en dos filas combinadas', 'Agrupó las columnas del alumno y las del módulo', (h) => {
    h.getCell('C1').value = 'Alumno'
    h.mergeCells('C1:H1')
    h.getCell('I1').value = 'Módulo'
    h.mergeCells('I1:O1')
    h.addRows(tablaTexto(3))
  }, lee(3)),
  caso('código de oferta combinado hacia abajo', 'Combinó las celdas del curso para que se vea ordenado', (h) => { poner(h, 4); h.mergeCells('A2:A5'); h.mergeCells('B2:B5') }, lee(4, 0, { cursos: ['RLAB-01/RLAB-01-1'] })),
  caso('filas ocultas', 'Filtró por su curso y guardó', (h) => { poner(h, 4); h.getRow(3).hidden = true; h.getRow(4).hidden = true; h.autoFilter = 'A1:O5' }, lee(4, 0, { notas: ['las filas 3 y 4 están ocultas y se leyeron igual'] })),
  caso('columnas ocultas', 'Ocultó lo que no usa', (h) => { poner(h, 2); h.getColumn(1).hidden = true; h.getColumn(12).hidden = true }, lee(2, 0, { notas: ['las columnas «Código de oferta», «Avance del módulo (%)» están ocultas'] })),
  caso('hoja oculta', 'Ocultó la del mes pasado', (h, l) => { poner(h, 2); const otra = l.addWorksheet('Octubre', { state: 'hidden' }); otra.addRows(tablaTexto(4)) }, lee(2, 0, { notas: ['«Octubre»'] })),
  caso('todo en una hoja oculta', 'Dejó a la vista solo la portada', (h, l) => { h.getCell('A1').value = 'Portada'; const otra = l.addWorksheet('Datos', { state: 'hidden' }); otra.addRows(tablaTexto(4)) }, pregunta('sin-encabezados')),
  caso('filas en blanco entremedio', 'Separó a los alumnos con una línea', (h) => { h.addRow([...ENCABEZADOS]); for (const i of [0, 1, 2]) { h.addRow(filaTexto(i)); h.addRow([]); h.addRow([' ', '\u00a0']) } }, lee(3, 0, { celdas: [[8, 'RUT del alumno', '9.876.543-3']] })),
  caso('fila de totales al final', 'Sumó los tiempos y promedió los avances', (h) => { poner(h, 4); h.addRow(['Total', null, null, { formula: 'SUM(D2:D5)', result: 21_600 }, null, { formula: 'AVERAGE(F2:F5)', result: 45 }]) }, lee(4, 0, { notas: ['la fila 6 parece un total y no se leyó'] })),
  caso('subtotales por alumno y promedio al final', 'Datos → Subtotal', (h) => { h.addRow([...ENCABEZADOS]); for (const i of [0, 1]) { h.addRow(filaTexto(i)); h.addRow([null, null, 'Subtotal', 5400]) } h.addRow(['PROMEDIO GENERAL', null, null, null, null, 45]) }, lee(2, 0, { notas: ['las filas 3, 5 y 6 parecen totales'] })),
  caso('dos cursos', 'Un solo archivo para toda la semana', (h) => { poner(h, 2); h.addRows([0, 1].map(i => con(filaTexto(i), { 'Código de oferta': 'RLAB-02', 'Código de grupo': 'RLAB-02-7' }))) }, lee(4, 0, { cursos: ['RLAB-01/RLAB-01-1', 'RLAB-02/RLAB-02-7'] })),
  caso('columnas al revés', 'La plataforma las entrega en su orden', (h) => { h.addRows(tablaTexto(3).map(f => f.toReversed())) }, lee(3, 0, { celdas: [[2, 'RUT del alumno', '11.111.111-1']] })),
  caso('columnas vacías entremedio', 'Insertó columnas angostas como separación', (h) => { h.addRows(tablaTexto(3).map(f => f.flatMap(t => [t, null]))) }, lee(3)),
  caso('encabezado repetido', 'Copió una columna y olvidó borrarla', (h) => { h.addRows(tablaTexto(3).map((f, i) => [...f, i === 0 ? 'Código del módulo' : 'OTRO'])) }, lee(3, 0, { notas: ['«Código del módulo»'], celdas: [[2, 'Código del módulo', 'MA01']] })),
  caso('encabezados repetidos cada página', 'Los pegó de nuevo para imprimir', (h) => { poner(h, 2); h.addRows([[...ENCABEZADOS], filaTexto(2)]) }, lee(3, 0, { notas: ['la fila 4 repite los títulos'] })),
  caso('encabezados con saltos de línea, mayúsculas y sin acentos', 'Los escribió a su manera', (h) => { h.addRows([ENCABEZADOS.map(t => t.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' DEL ', '\nDEL ')), filaTexto(0)]) }, lee(1)),
  caso('encabezado que es una fórmula', 'Arma el título con el mes', (h) => { poner(h, 2); h.getCell('I1').value = { formula: '"Código del "&"módulo"', result: 'Código del módulo' } }, lee(2)),
  caso('fórmulas con su valor', 'Calculó el avance', (h) => { poner(h, 2); enCelda(h, 2, 'Avance del módulo (%)').value = { formula: '30*2', result: 60 } }, lee(2, 0, { celdas: [[2, 'Avance del módulo (%)', '60']] })),
  caso('fórmulas compartidas', 'Arrastró la fórmula hacia abajo', (h) => {
    poner(h, 3)
    enCelda(h, 2, 'Avance del módulo (%)').value = { formula: 'F2+15', result: 60, shareType: 'shared', ref: 'L2:L4' } as ExcelJS.CellFormulaValue
    for (const f of [3, 4]) enCelda(h, f, 'Avance del módulo (%)').value = { sharedFormula: 'L2', result: 60 }
  }, lee(3, 0, { celdas: [[4, 'Avance del módulo (%)', '60']] })),
  caso('fórmula sin valor guardado', 'La escribió un programa que no calcula', (h) => { poner(h, 2); enCelda(h, 2, 'Avance del módulo (%)').value = { formula: '30*2' } }, lee(2, 1)),
  caso('texto enriquecido', 'Puso en negrita parte del código', (h) => { poner(h, 2); enCelda(h, 2, 'Código del módulo').value = { richText: [{ text: 'MA' }, { font: { bold: true }, text: '01' }] } }, lee(2, 0, { celdas: [[2, 'Código del módulo', 'MA01']] })),
  caso('vínculos', 'Excel volvió vínculo lo que parecía dirección', (h) => { poner(h, 2); enCelda(h, 2, 'Código del módulo').value = { text: 'MA01', hyperlink: 'https://example.org/' } }, lee(2, 0, { celdas: [[2, 'Código del módulo', 'MA01']] })),
  caso('comentarios, validaciones, colores y paneles fijos', 'La trabajaron entre varios', (h) => {
    poner(h, 3)
    h.views = [{ state: 'frozen', ySplit: 1 }]
    h.getCell('C2').note = 'Revisar'
    h.getCell('E2').dataValidation = { type: 'list', allowBlank: true, formulae: ['"Cursando,Aprobado"'] }
    h.addConditionalFormatting({ ref: 'F2:F4', rules: [{ type: 'cellIs', operator: 'lessThan', formulae: [50], priority: 1, style: { fill: AMARILLO } }] })
    h.getRow(2).outlineLevel = 1
  }, lee(3)),
  caso('tabla de Excel', 'Insertar → Tabla', (h) => { h.addTable({ name: 'T', ref: 'A1', headerRow: true, columns: ENCABEZADOS.map(name => ({ name })), rows: [0, 1].map(filaTexto) }) }, lee(2)),
  caso('hoja protegida', 'Revisar → Proteger hoja: no impide leer', async (h) => { poner(h, 2); await h.protect('clave', { spinCount: 1 }) }, lee(2)),
  caso('sistema 1904', 'La hizo un Excel para Mac antiguo', (h, l) => { l.properties.date1904 = true; poner(h, 2); for (const f of [2, 3]) { const c = enCelda(h, f, 'Fecha de inicio del alumno'); c.value = new Date(Date.UTC(2026, 10, 2)); c.numFmt = 'dd/mm/yyyy' } }, lee(2, 0, { celdas: [[2, 'Fecha de inicio del alumno', '02-11-2026']] })),
  caso('nombre de hoja con emoji y árabe', 'Así la nombró el teléfono', (h) => { h.name = 'Avance 😀 تقدم'; poner(h, 2) }, lee(2)),
  caso('nombres de alumnos de derecha a izquierda y con emoji', 'Se inscribieron así', (h) => { h.addRows(tablaTexto(2).map((f, i) => [...f, ['Nombre del alumno', 'محمد \u202eعلي', 'Ana 👩‍🎓'][i] ?? ''])) }, lee(2, 0)),
  caso('espacios duros y marcas invisibles', 'Copió y pegó desde una página web', (h) => { h.addRows([[...ENCABEZADOS].map(t => t.replaceAll(' ', '\u00a0')), con(filaTexto(0), { 'RUT del alumno': '\u00a0\u200b11.111.111-1\u00a0', 'Código del módulo': '\ufeffMA01\u00a0' })]) }, lee(1, 0)),
  caso('dígitos de ancho completo', 'Un teclado en japonés', (h) => { h.addRows([[...ENCABEZADOS], con(filaTexto(0), { 'Avance del módulo (%)': '６０' })]) }, lee(1, 0, { celdas: [[2, 'Avance del módulo (%)', '６０']] })),
  caso('RUT de ancho completo', 'Un teclado en japonés', (h) => { h.addRows([[...ENCABEZADOS], con(filaTexto(0), { 'RUT del alumno': '１１.１１１.１１１-１' })]) }, lee(1)),
  caso('RUT en varias formas', 'Los escribieron entre varios', (h) => { h.addRows([[...ENCABEZADOS], ...['111111111', '12345678-5', '9.876.543-3', '7654321–6'].map((r, i) => con(filaTexto(i), { 'RUT del alumno': r }))]) }, lee(4)),
  caso('celda con 32.767 letras', 'El máximo de Excel', (h) => { h.addRows([[...ENCABEZADOS], con(filaTexto(0), { 'Código del módulo': 'x'.repeat(32_767) })]) }, lee(1)),
  caso('mismo alumno y módulo dos veces', 'Pegó dos veces lo mismo', (h) => { poner(h, 2); h.addRow(filaTexto(0)) }, lee(3, 1)),
  caso('hoja vacía', 'Guardó un libro nuevo', () => undefined, rechaza('sin-datos')),
  caso('solo encabezados', 'El curso aún no tiene alumnos', (h) => { poner(h, 0) }, lee(0, 0, { notas: ['ninguna fila'] })),
  caso('dos hojas con los mismos encabezados', 'Una por mes', (h, l) => { poner(h, 2); l.addWorksheet('Diciembre').addRows(tablaTexto(4)) }, lee(2, 0, { notas: ['La hoja «Diciembre» tiene los mismos títulos'] })),
  caso('filas vacías con color', 'Pintó la columna entera', (h) => { poner(h, 2); for (let f = 4; f < 600; f++) for (let c = 1; c <= 15; c++) h.getRow(f).getCell(c).fill = AMARILLO }, lee(2)),
  { nombre: 'la plantilla sin llenar', archivo: 'plantilla.xlsx', historia: 'La descargó y la abrió tal cual', hacer: () => construirPlantilla(HOY), esperado: lee(0, 0, { notas: ['ninguna fila'] }) },
  { nombre: 'la muestra sin problemas', archivo: 'muestra.xlsx', historia: 'La que ofrece el programa', hacer: () => construirMuestra('sin-problemas', HOY), esperado: lee(19) },
]
