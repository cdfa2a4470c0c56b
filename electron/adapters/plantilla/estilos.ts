/** The template's look, in one place. Colours are ARGB, as exceljs wants them. */
import type { Alignment, Border, Fill, Font, Style } from 'exceljs'
import type { TipoColumna } from '../../../shared/planilla/columnas.ts'

const AZUL = 'FF1F3864'
const CELESTE = 'FFD9E2F3'
const GRIS = 'FF595959'
const BLANCO = 'FFFFFFFF'
const LINEA: Partial<Border> = { style: 'thin', color: { argb: 'FF8EA9DB' } }

export const FORMATO_FECHA = 'dd-mm-yyyy'
export const FORMATO_DURACION = '[h]:mm:ss'
export const FORMATO_PORCENTAJE = '0%'

/** A font without a name is a serif one in LibreOffice. */
const letra = (f: Partial<Font>): Partial<Font> => ({ name: 'Calibri', family: 2, size: 11, ...f })
const relleno = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })
const centrado: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true }
const bordes = { top: LINEA, bottom: LINEA, left: LINEA, right: LINEA }

/** Heading of a column: dark when it must be filled, light when it may stay blank. */
export function estiloEncabezado(requerida: boolean): Partial<Style> {
  const font = letra(requerida ? { bold: true, color: { argb: BLANCO } } : { color: { argb: AZUL } })
  return { font, fill: relleno(requerida ? AZUL : CELESTE), alignment: centrado, border: bordes, numFmt: '@' }
}

/**
 * Format of a whole column. Codes and RUT are text, so that Excel neither drops zeros nor makes dates of them. Times and
 * percents stay General: only then does Excel keep "1:30:00" as a duration and "45%" as a percent.
 */
export function formatoDeColumna(tipo: TipoColumna): string {
  switch (tipo) {
    case 'texto': case 'rut': case 'dv': case 'lista': return '@'
    case 'fecha': return FORMATO_FECHA
    case 'porcentaje': case 'segundos': case 'estado': case 'entero': return 'General'
  }
}

/** States and dates are short and of mixed kinds (1, Cursando): centred, they read as one column. */
export function alineacionDeColumna(tipo: TipoColumna): Partial<Alignment> {
  return tipo === 'estado' || tipo === 'fecha' ? { horizontal: 'center' } : {}
}

/** What is there to be read and not written: grey, heading and all. */
export const ESTILO_ENCABEZADO_LECTURA: Partial<Style> = { font: letra({ italic: true, color: { argb: GRIS } }), fill: relleno('FFE7E6E6'), alignment: centrado, border: bordes, numFmt: '@' }
export const ESTILO_LECTURA: Partial<Style> = { font: letra({ italic: true, color: { argb: GRIS } }), fill: relleno('FFF2F2F2'), alignment: { horizontal: 'center' } }

export const ESTILO_TITULO: Partial<Style> = { font: letra({ bold: true, size: 18, color: { argb: AZUL } }), alignment: { vertical: 'middle' } }
export const ESTILO_SUBTITULO: Partial<Style> = { font: letra({ bold: true, size: 13, color: { argb: AZUL } }), alignment: { vertical: 'middle' } }
export const ESTILO_PARRAFO: Partial<Style> = { font: letra({}), alignment: { wrapText: true, vertical: 'top' } }
export const ESTILO_NOTA: Partial<Style> = { font: letra({ italic: true, color: { argb: GRIS } }), alignment: { wrapText: true, vertical: 'top' } }
export const ESTILO_DATO: Partial<Style> = { font: letra({}), alignment: { wrapText: true, vertical: 'top' }, border: bordes, numFmt: '@' }
