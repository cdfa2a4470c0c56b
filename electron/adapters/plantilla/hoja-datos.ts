/** One data sheet of the template, from the definition of the columns. */
import type { Cell, DataValidation, Workbook, Worksheet } from 'exceljs'
import type { Celda } from '../../../shared/domain/celda.ts'
import { HOJAS, TITULO_ULTIMO_AVANCE, columnasDeHoja, type ClaseTabla, type ColumnaDef } from '../../../shared/planilla/columnas.ts'
import type { FilaPractica } from '../../../shared/practica/planilla.ts'
import { ESTILO_ENCABEZADO_LECTURA, ESTILO_LECTURA, FORMATO_DURACION, FORMATO_PORCENTAJE, alineacionDeColumna, estiloEncabezado, formatoDeColumna } from './estilos.ts'
import { TEXTOS_PLANTILLA } from './textos.ts'
import { validacionDe } from './validaciones.ts'

/** Rows that Excel checks while typing. The ranges cost nothing: no row exists until somebody writes in it. */
const ULTIMA_FILA = 20_000
const ALTO_ENCABEZADO = 48

/** Columns of the class that the template offers, in order. */
export const columnasDePlantilla = (clase: ClaseTabla): ColumnaDef[] => columnasDeHoja(clase).filter(c => c.enPlantilla)

/** A column of the sheet: one of ours, or the last accepted progress beside it. */
type Columna = ColumnaDef | 'ultimo'
const AVANCES: readonly string[] = ['alumno.porcentajeAvance', 'modulo.porcentajeAvance']
const ANCHO_ULTIMO = 16

/**
 * Adds the sheet. Formats hang from the columns and checks from ranges, so that an empty sheet has one row: its headings.
 * `ultimos`: the last accepted progress of each row, shown to the right of the one to fill.
 */
export function agregarHojaDatos(libro: Workbook, clase: Exclude<ClaseTabla, 'unica'>, filas: readonly FilaPractica[], ultimos?: readonly (number | null)[]): void {
  const columnas = columnasDePlantilla(clase).flatMap((def): Columna[] => (ultimos !== undefined && AVANCES.includes(def.key) ? [def, 'ultimo'] : [def]))
  const hoja = libro.addWorksheet(HOJAS[clase], {
    properties: { tabColor: { argb: clase === 'actividades' ? 'FF8EA9DB' : 'FF1F3864' } },
    views: [{ state: 'frozen', ySplit: 1, activeCell: 'A2' }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1', margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } },
    headerFooter: { oddFooter: TEXTOS_PLANTILLA.pie },
  })
  const encabezado = hoja.getRow(1)
  encabezado.height = ALTO_ENCABEZADO
  columnas.forEach((def, i) => {
    const columna = hoja.getColumn(i + 1)
    const celda = encabezado.getCell(i + 1)
    if (def === 'ultimo') {
      columna.width = ANCHO_ULTIMO
      celda.value = TITULO_ULTIMO_AVANCE
      celda.style = ESTILO_ENCABEZADO_LECTURA
      celda.note = { texts: [{ text: TEXTOS_PLANTILLA.ultimoNota }] }
      return
    }
    columna.width = def.ancho
    columna.numFmt = formatoDeColumna(def.tipo)
    columna.alignment = alineacionDeColumna(def.tipo)
    celda.value = def.titulo
    celda.style = estiloEncabezado(def.requerida)
    celda.note = { texts: [{ text: notaDe(def) }] }
  })
  agregarValidaciones(hoja, columnas)
  filas.forEach((fila, i) => {
    columnas.forEach((def, j) => {
      if (def !== 'ultimo') { escribirCelda(hoja.getRow(i + 2), j + 1, fila[def.key] ?? null); return }
      const celda = hoja.getRow(i + 2).getCell(j + 1)
      celda.value = ultimos?.[i] ?? null
      celda.style = ESTILO_LECTURA
    })
  })
}

/** What stands in the note of a heading: whether it must be filled, and what to write. */
function notaDe(def: ColumnaDef): string {
  const nota = def.nota.replace(/^Opcional\. /, '')
  return `${def.requerida ? TEXTOS_PLANTILLA.obligatoria : TEXTOS_PLANTILLA.opcional}. ${nota}`
}

function agregarValidaciones(hoja: Worksheet, columnas: readonly Columna[]): void {
  const letras = new Map(columnas.flatMap((def, i) => (def === 'ultimo' ? [] : [[def.key, hoja.getColumn(i + 1).letter] as const])))
  for (const [i, def] of columnas.entries()) {
    if (def === 'ultimo') continue
    const letra = hoja.getColumn(i + 1).letter
    const validacion = validacionDe(def, `${letra}2`, key => { const otra = letras.get(key); return otra && `${otra}2` })
    if (validacion) conRangos(hoja).dataValidations.add(`${letra}2:${letra}${ULTIMA_FILA}`, validacion)
  }
}

/** exceljs takes a range here, and its types forgot to say so; cell by cell would create 20,000 rows. */
function conRangos(hoja: Worksheet): Worksheet & { dataValidations: { add(rango: string, v: DataValidation): void } } {
  return hoja as Worksheet & { dataValidations: { add(rango: string, v: DataValidation): void } }
}

/** The rest of the style (a date column's format) comes from the column. */
function escribirCelda(fila: { getCell(n: number): Cell }, columna: number, valor: Celda): void {
  if (valor === null) return
  const celda = fila.getCell(columna)
  if (typeof valor !== 'object') { celda.value = valor; return }
  switch (valor.tipo) {
    case 'fecha': celda.value = valor.valor; return
    case 'duracion': celda.value = valor.valor; celda.numFmt = FORMATO_DURACION; return
    case 'porcentaje': celda.value = valor.valor; celda.numFmt = FORMATO_PORCENTAJE; return
    case 'error': celda.value = { error: esErrorDeExcel(valor.valor) ? valor.valor : '#N/A' }
  }
}

type ErrorDeExcel = '#N/A' | '#REF!' | '#NAME?' | '#DIV/0!' | '#NULL!' | '#VALUE!' | '#NUM!'
const ERRORES: readonly string[] = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'] satisfies ErrorDeExcel[]
const esErrorDeExcel = (texto: string): texto is ErrorDeExcel => ERRORES.includes(texto)
