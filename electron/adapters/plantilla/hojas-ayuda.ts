/** The sheets that explain: what to write in each column, and an example. The import passes them over by their names. */
import type { Style, Workbook, Worksheet } from 'exceljs'
import { HOJAS, type ClaseTabla } from '../../../shared/planilla/columnas.ts'
import { ESTILO_DATO, ESTILO_NOTA, ESTILO_PARRAFO, ESTILO_SUBTITULO, ESTILO_TITULO, estiloEncabezado } from './estilos.ts'
import { columnasDePlantilla } from './hoja-datos.ts'
import { TEXTOS_PLANTILLA as T } from './textos.ts'

const CLASES = ['cursos', 'alumnos', 'modulos', 'actividades'] as const satisfies readonly ClaseTabla[]
const ANCHOS = [14, 36, 15, 74, 24] as const
const ANCHO_TOTAL = ANCHOS.reduce((a, b) => a + b, 0)
const ALTO_LINEA = 15.5
/** A unit of width is a digit of Calibri 11; running text is narrower. */
const LETRAS_POR_UNIDAD = 1.08
const PESTANA_AYUDA = { tabColor: { argb: 'FFA6A6A6' } }
const PAGINA = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const

export function agregarInstrucciones(libro: Workbook): void {
  const hoja = libro.addWorksheet(T.hojas.instrucciones, { properties: PESTANA_AYUDA, views: [{ showGridLines: false }], pageSetup: PAGINA, headerFooter: { oddFooter: T.pie } })
  ANCHOS.forEach((ancho, i) => { hoja.getColumn(i + 1).width = ancho })
  const texto = escritor(hoja)
  texto(T.titulo, ESTILO_TITULO, 30)
  texto(T.introduccion, ESTILO_PARRAFO)
  texto('', ESTILO_PARRAFO)
  texto(T.comoUsarla, ESTILO_SUBTITULO, 22)
  T.pasos.forEach((paso, i) => { texto(`${i + 1}. ${paso}`, ESTILO_PARRAFO) })
  texto('', ESTILO_PARRAFO)
  texto(T.colores, ESTILO_SUBTITULO, 22)
  texto(T.colorObligatoria, { ...estiloEncabezado(true), alignment: { vertical: 'middle' } })
  texto(T.colorOpcional, { ...estiloEncabezado(false), alignment: { vertical: 'middle' } })
  texto('', ESTILO_PARRAFO)
  texto(T.columnas, ESTILO_SUBTITULO, 22)
  agregarTablaDeColumnas(hoja)
  texto('', ESTILO_PARRAFO)
  texto(T.noEsDeSence, ESTILO_NOTA)
}

/** Merged cells do not grow with their text in Excel: their height is set from its length. */
function escritor(hoja: Worksheet): (texto: string, estilo: Partial<Style>, alto?: number) => void {
  return (texto, estilo, alto) => {
    const n = hoja.rowCount + 1
    const fila = hoja.getRow(n)
    fila.getCell(1).value = texto
    hoja.mergeCells(n, 1, n, ANCHOS.length)
    fila.getCell(1).style = estilo
    fila.height = alto ?? ALTO_LINEA * lineas(texto, ANCHO_TOTAL)
  }
}

const lineas = (texto: string, ancho: number): number => Math.max(1, Math.ceil(texto.length / (ancho * LETRAS_POR_UNIDAD)))

function agregarTablaDeColumnas(hoja: Worksheet): void {
  const cabecera = hoja.addRow([...T.cabecera])
  cabecera.height = 22
  cabecera.eachCell(celda => { celda.style = estiloEncabezado(true) })
  for (const clase of CLASES) {
    for (const def of columnasDePlantilla(clase)) {
      const fila = hoja.addRow([HOJAS[clase], def.titulo, def.requerida ? T.obligatoria : T.opcional, def.nota, def.ejemplo])
      fila.eachCell(celda => { celda.style = ESTILO_DATO })
      fila.height = ALTO_LINEA * lineas(def.nota, ANCHOS[3])
    }
  }
}

/** The four sheets one below the other, each with its headings and a row of examples. */
export function agregarEjemplo(libro: Workbook): void {
  const hoja = libro.addWorksheet(T.hojas.ejemplo, { properties: PESTANA_AYUDA, views: [{ showGridLines: false }], pageSetup: PAGINA, headerFooter: { oddFooter: T.pie } })
  hoja.getCell('A1').value = T.ejemploTitulo
  hoja.getCell('A1').style = ESTILO_TITULO
  hoja.getRow(1).height = 30
  hoja.getCell('A2').value = T.ejemploAyuda
  hoja.getCell('A2').style = { ...ESTILO_NOTA, alignment: { vertical: 'top' } }
  let n = 4
  for (const clase of CLASES) {
    const defs = columnasDePlantilla(clase)
    hoja.getCell(n, 1).value = T.ejemploHoja(HOJAS[clase])
    hoja.getCell(n, 1).style = ESTILO_SUBTITULO
    hoja.getRow(n + 1).height = 48
    defs.forEach((def, i) => {
      hoja.getCell(n + 1, i + 1).value = def.titulo
      hoja.getCell(n + 1, i + 1).style = estiloEncabezado(def.requerida)
      hoja.getCell(n + 2, i + 1).value = def.ejemplo
      hoja.getCell(n + 2, i + 1).style = ESTILO_DATO
      const columna = hoja.getColumn(i + 1)
      columna.width = Math.max(columna.width ?? 0, def.ancho)
    })
    n += 4
  }
}
