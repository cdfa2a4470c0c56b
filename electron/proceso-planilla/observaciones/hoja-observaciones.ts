/** The sheet "Observaciones": the list of what was found, each with a link to its cell. */
import type { NivelObservado } from '../../../shared/planilla/observaciones.ts'
import type { EstiloPropio } from './parche-estilos.ts'
import { TEXTOS_OBSERVACIONES as T } from './textos.ts'
import { escaparAtributo, escaparTexto } from './texto-xml.ts'

export interface Renglon { nivel: NivelObservado; hoja: string; /** `H12`; null: the sheet has no such cell. */ ref: string | null; titulo: string; valor: string; mensaje: string; queHacer: string }
export interface ContenidoHoja { errores: number; avisos: number; avisosAlPie: readonly string[]; marca: string; renglones: readonly Renglon[] }

const PLANILLA = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const ANCHOS = [9, 16, 10, 24, 26, 52, 52]
/** Excel shows no more links than this in one sheet; more than a person corrects in one go. */
export const MAXIMO_RENGLONES = 20_000
const ultima = String.fromCharCode(64 + ANCHOS.length)

/** What starts with one of these may be taken for a formula when the sheet is saved as text and opened again. */
export const sinFormula = (texto: string): string => (/^[=+\-@\t\r]/.test(texto) ? `«${texto}»` : texto)

/** Rows of text above the list: the title, what to do, what there is, and the mark by which the file is known again. */
export const lineasDe = (c: ContenidoHoja): { texto: string; estilo: EstiloPropio; alto: number }[] => [
  { texto: T.titulo, estilo: 'titulo', alto: 26 },
  { texto: T.instruccion, estilo: 'parrafo', alto: 32 },
  { texto: T.cuenta(c.errores, c.avisos), estilo: 'parrafo', alto: 17 },
  ...c.avisosAlPie.map(texto => ({ texto, estilo: 'parrafo' as const, alto: texto.length > 170 ? 32 : 17 })),
  { texto: T.marca(c.marca), estilo: 'marca', alto: 15 },
]
export const celdasDe = (r: Renglon): string[] => [T.nivel[r.nivel], sinFormula(r.hoja), r.ref ?? T.filaNueva, sinFormula(r.titulo), T.valor(r.valor), r.mensaje, r.queHacer]
export const destinoDe = (r: Renglon): string | null => (r.ref === null ? null : `'${r.hoja.replaceAll("'", "''")}'!${r.ref}`)

export function hojaObservaciones(c: ContenidoHoja, estilo: (nombre: EstiloPropio) => number): string {
  const lineas = lineasDe(c)
  const encabezado = lineas.length + 2
  const celda = (columna: number, fila: number, texto: string, s: number): string =>
    `<c r="${String.fromCharCode(65 + columna)}${fila}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${escaparTexto(texto)}</t></is></c>`
  const filas = [
    ...lineas.map((l, i) => `<row r="${i + 1}" ht="${l.alto}" customHeight="1">${celda(0, i + 1, l.texto, estilo(l.estilo))}</row>`),
    `<row r="${encabezado}" ht="22" customHeight="1">${T.columnas.map((t, i) => celda(i, encabezado, t, estilo('encabezado'))).join('')}</row>`,
    ...c.renglones.map((r, i) => {
      const n = encabezado + 1 + i
      return `<row r="${n}">${celdasDe(r).map((t, k) => celda(k, n, t, estilo(k === 0 ? r.nivel : k === 2 && r.ref !== null ? 'enlace' : 'dato'))).join('')}</row>`
    }),
  ]
  const enlaces = c.renglones.map((r, i) => {
    const destino = destinoDe(r)
    return destino === null ? '' : `<hyperlink ref="C${encabezado + 1 + i}" location="${escaparAtributo(destino)}" display="${r.ref}"/>`
  }).join('')
  const fin = encabezado + c.renglones.length
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + `<worksheet xmlns="${PLANILLA}"><sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${ultima}${fin}"/>`
    + `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="${encabezado}" topLeftCell="A${encabezado + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${encabezado + 1}" sqref="A${encabezado + 1}"/></sheetView></sheetViews>`
    + `<sheetFormatPr defaultRowHeight="15"/><cols>${ANCHOS.map((a, i) => `<col min="${i + 1}" max="${i + 1}" width="${a}" customWidth="1"/>`).join('')}</cols>`
    + `<sheetData>${filas.join('')}</sheetData>`
    + (c.renglones.length > 0 ? `<autoFilter ref="A${encabezado}:${ultima}${fin}"/>` : '')
    + `<mergeCells count="${lineas.length}">${lineas.map((_, i) => `<mergeCell ref="A${i + 1}:${ultima}${i + 1}"/>`).join('')}</mergeCells>`
    + (enlaces === '' ? '' : `<hyperlinks>${enlaces}</hyperlinks>`)
    + '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
}
export const ANCHOS_OBSERVACIONES = ANCHOS
