/** Workbooks written by SheetJS: the formats that Excel no longer offers first, and what its cells can hold. */
import * as XLSX from 'xlsx'
import { type Caso, lee, rechaza } from './caso.ts'
import { ENCABEZADOS, DIAS, con, filaTexto, tablaTexto, type Titulo } from './datos.ts'
import { ole } from './ole.ts'

export type CeldaJs = XLSX.CellObject | string | number | boolean | null
const FECHA = 'dd/mm/yyyy'

export function libroDe(hojas: Record<string, readonly (readonly CeldaJs[])[]>, tipo: XLSX.BookType, retocar?: (libro: XLSX.WorkBook) => void): Buffer {
  const libro = XLSX.utils.book_new()
  for (const [nombre, filas] of Object.entries(hojas)) XLSX.utils.book_append_sheet(libro, XLSX.utils.aoa_to_sheet(filas as unknown[][]), nombre)
  retocar?.(libro)
  return Buffer.from(XLSX.write(libro, { type: 'buffer', bookType: tipo, compression: true }) as Uint8Array)
}
export const sheetjs = (filas: readonly (readonly CeldaJs[])[], tipo: XLSX.BookType): Buffer => libroDe({ Avance: filas }, tipo)

/** The row as Excel keeps it: dates, durations and percents as numbers with a format. */
export function filaNumeros(i: number, corrimiento = 0): CeldaJs[] {
  const dia = (v: number): XLSX.CellObject => ({ t: 'n', v: v - corrimiento, z: FECHA })
  return con<CeldaJs>(filaTexto(i), {
    'Tiempo de conectividad del alumno': { t: 'n', v: 0.0625, z: '[h]:mm:ss' }, 'Avance del alumno (%)': { t: 'n', v: 0.45, z: '0%' },
    'Fecha de inicio del alumno': dia(DIAS.inicio), 'Fecha de término del alumno': dia(DIAS.fin), 'Tiempo de conectividad del módulo': 3600, 'Estado del módulo': 1,
    'Avance del módulo (%)': 60, 'Fecha de inicio del módulo': dia(DIAS.inicio), 'Fecha de término del módulo': dia(DIAS.finModulo),
  })
}
const conNumeros = (cuantas: number, corrimiento = 0): CeldaJs[][] => [[...ENCABEZADOS], ...Array.from({ length: cuantas }, (_, i) => filaNumeros(i, corrimiento))]
const unaFila = (cambios: Partial<Record<Titulo, CeldaJs>>): CeldaJs[][] => [[...ENCABEZADOS], con<CeldaJs>(filaTexto(0), cambios)]
const FECHAS = [[2, 'Fecha de inicio del alumno', '02-11-2026'], [2, 'Fecha de término del módulo', '27-11-2026'], [2, 'Tiempo de conectividad del alumno', '1:30:00'], [2, 'Avance del alumno (%)', '45 %']] as const
const en1904 = (libro: XLSX.WorkBook): void => { libro.Workbook = { ...libro.Workbook, WBProps: { date1904: true } } }
const ocultar = (libro: XLSX.WorkBook): void => { libro.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] } }

/** BIFF5 with the accents that this library writes as `_`; one byte each in Windows-1252. */
function biff5(): Buffer {
  let texto = sheetjs(conNumeros(4), 'biff5').toString('latin1')
  for (const t of ENCABEZADOS) texto = texto.replace(t.replaceAll(/[^ -~]/g, '_'), t)
  return Buffer.from(texto, 'latin1')
}

/** BIFF8 whose globals carry FilePass: what Excel 97-2003 writes with a password. */
function biffCifrado(): Buffer {
  const contenedor = XLSX.CFB.read(sheetjs(tablaTexto(3), 'biff8'), { type: 'buffer' }) as { FullPaths: string[]; FileIndex: { content: Uint8Array }[] }
  const libro = Buffer.from(contenedor.FileIndex[contenedor.FullPaths.findIndex(n => n.endsWith('/Workbook'))]?.content ?? [])
  const bof = 4 + libro.readUInt16LE(2)
  return ole({ Workbook: Buffer.concat([libro.subarray(0, bof), Buffer.from([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4]), libro.subarray(bof)]) })
}

const FORMATOS = ([['xlsx', 'xlsx'], ['xlsm', 'xlsm'], ['xlsb', 'xlsb'], ['biff8', 'xls'], ['ods', 'ods']] as const).flatMap(([tipo, extension]): Caso[] => [
  { nombre: `${tipo}: fechas, duraciones y porcentajes con formato`, archivo: `avance.${extension}`, historia: 'Lo exportó un sistema con esa biblioteca', hacer: () => sheetjs(conNumeros(8), tipo), esperado: lee(8, 0, { celdas: FECHAS, cursos: ['RLAB-01/RLAB-01-1'] }) },
])

export const SHEETJS: readonly Caso[] = [
  ...FORMATOS,
  ...(['xlsx', 'biff8', 'ods'] as const).map((tipo): Caso => (
    { nombre: `${tipo}: fechas del sistema 1904`, archivo: `mac.${tipo === 'biff8' ? 'xls' : tipo}`, historia: 'La hizo un Excel para Mac antiguo', hacer: () => libroDe({ Avance: conNumeros(2, DIAS.entre1904) }, tipo, en1904), esperado: lee(2, 0, { celdas: FECHAS }) })),
  { nombre: 'Excel 95', archivo: 'avance.xls', historia: 'Excel → «Libro de Microsoft Excel 5.0/95»', hacer: biff5, esperado: lee(4, 0, { celdas: FECHAS }) },
  { nombre: 'xls con contraseña', archivo: 'avance.xls', historia: 'Excel 97-2003 con contraseña para abrir', hacer: biffCifrado, esperado: rechaza('cifrada') },
  { nombre: 'xls cortado', archivo: 'avance.xls', historia: 'El correo cortó el adjunto', hacer: () => sheetjs(tablaTexto(200), 'biff8').subarray(0, 3000), esperado: rechaza('danada') },
  { nombre: 'xls cortado por la mitad', archivo: 'avance.xls', historia: 'El pendrive se sacó antes de tiempo', hacer: () => { const b = sheetjs(tablaTexto(200), 'biff8'); return b.subarray(0, b.length / 2) }, esperado: rechaza('danada') },
  { nombre: 'xls con una hoja muy oculta', archivo: 'avance.xls', historia: 'El sistema guarda sus listas en una hoja que Excel no deja mostrar', hacer: () => libroDe({ Avance: tablaTexto(2), Secreta: tablaTexto(4) }, 'biff8', ocultar), esperado: lee(2, 0, { notas: ['«Secreta»'] }) },
  { nombre: 'celdas con error', archivo: 'avance.xlsx', historia: 'Un BUSCARV que no encontró', hacer: () => sheetjs(unaFila({ 'Avance del módulo (%)': { t: 'e', v: 0x2a }, 'Estado del alumno': { t: 'e', v: 0x17 } }), 'xlsx'), esperado: lee(1, 2, { celdas: [[2, 'Avance del módulo (%)', '#N/A'], [2, 'Estado del alumno', '#REF!']] }) },
  { nombre: 'valores lógicos', archivo: 'avance.xlsx', historia: 'La plataforma escribe VERDADERO cuando el módulo está aprobado', hacer: () => sheetjs(unaFila({ 'Estado del módulo': true }), 'xlsx'), esperado: lee(1, 1, { celdas: [[2, 'Estado del módulo', 'VERDADERO']] }) },
  { nombre: 'números como texto', archivo: 'avance.xlsx', historia: 'Toda la hoja tiene formato de texto', hacer: () => sheetjs(tablaTexto(4), 'xlsx'), esperado: lee(4) },
  { nombre: 'RUT sin dígito como número', archivo: 'avance.xlsx', historia: 'Excel borró el guion al convertir la columna en número', hacer: () => sheetjs(unaFila({ 'RUT del alumno': 11_111_111 }), 'xlsx'), esperado: lee(1, 1) },
  { nombre: 'RUT con todos sus dígitos como número', archivo: 'avance.xlsx', historia: 'La columna estaba con formato de miles', hacer: () => sheetjs(unaFila({ 'RUT del alumno': { t: 'n', v: 111_111_111, z: '#,##0' } }), 'xlsx'), esperado: lee(1) },
  { nombre: 'código que Excel volvió fecha', archivo: 'avance.xlsx', historia: 'Escribió 1-2 y Excel lo entendió como 1 de febrero', hacer: () => sheetjs(unaFila({ 'Código del módulo': { t: 'n', v: DIAS.inicio, z: 'd-mmm' } }), 'xlsx'), esperado: lee(1, 1) },
  { nombre: 'código como número', archivo: 'avance.xlsx', historia: 'Excel borró los ceros a la izquierda', hacer: () => sheetjs(unaFila({ 'Código del módulo': 12 }), 'xlsx'), esperado: lee(1, 0, { celdas: [[2, 'Código del módulo', '12']] }) },
  { nombre: 'fecha como número sin formato', archivo: 'avance.xlsx', historia: 'Pegó solo los valores', hacer: () => sheetjs(unaFila({ 'Fecha de inicio del módulo': DIAS.inicio }), 'xlsx'), esperado: lee(1, 1) },
  { nombre: 'fecha con hora', archivo: 'avance.xlsx', historia: 'La plataforma guarda el instante', hacer: () => sheetjs(unaFila({ 'Fecha de inicio del módulo': { t: 'n', v: DIAS.inicio + 0.75, z: 'dd-mm-yyyy hh:mm' } }), 'xlsx'), esperado: lee(1, 0, { celdas: [[2, 'Fecha de inicio del módulo', '02-11-2026 18:00:00']] }) },
  { nombre: 'porcentaje con decimales', archivo: 'avance.xlsx', historia: 'Una división con formato de porcentaje', hacer: () => sheetjs(unaFila({ 'Avance del módulo (%)': { t: 'n', v: 0.299, z: '0%' } }), 'xlsx'), esperado: lee(1, 0, { celdas: [[2, 'Avance del módulo (%)', '29,9 %']] }) },
  { nombre: 'hoja llamada __proto__', archivo: 'avance.xlsx', historia: 'Prueba de un curioso', hacer: () => sheetjsProto(), esperado: lee(2) },
  { nombre: 'columnas __proto__ y constructor', archivo: 'avance.xlsx', historia: 'Exportó las propiedades de un objeto', hacer: () => sheetjs(tablaTexto(2).map((f, i) => [...f, ...(i === 0 ? ['__proto__', 'constructor', 'toString'] : ['a', 'b', 'c'])]), 'xlsx'), esperado: lee(2, 0, { notas: ['«__proto__», «constructor», «toString»'] }) },
  { nombre: 'códigos __proto__ y constructor', archivo: 'avance.xlsx', historia: 'Los códigos también son texto ajeno', hacer: () => sheetjs([[...ENCABEZADOS], con(filaTexto(0), { 'Código de oferta': '__proto__', 'Código de grupo': 'constructor', 'Código del módulo': 'hasOwnProperty' })], 'xlsx'), esperado: lee(1, 0, { cursos: ['__proto__/constructor'] }) },
]

function sheetjsProto(): Buffer {
  const libro = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(libro, XLSX.utils.aoa_to_sheet(tablaTexto(2)), '__proto__')
  return Buffer.from(XLSX.write(libro, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array)
}
