/** Notes on cells (ECMA-376 part 1, 18.7 comments) and the drawing that Excel needs to show them (part 4, 19 VML). The ones that the file has stay. */
import { aparte } from '../xlsx/interrupcion.ts'
import { relacionesDe } from './relaciones.ts'
import { antesDe, prefijoDe, type PaqueteEditable } from './paquete-editable.ts'
import { AUTOR } from './textos.ts'
import { apertura, escaparAtributo, escaparTexto, valorDe } from './texto-xml.ts'
import { letraDe } from '../lectura.ts'

/** Row from 1, column from 0. `titulo` stands in bold above `texto`. */
export interface Nota { fila: number; columna: number; titulo: string; texto: string }

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PLANILLA = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const CABEZA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const TIPO_NOTAS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const TIPO_VML = 'application/vnd.openxmlformats-officedocument.vmlDrawing'
const VML = { v: 'urn:schemas-microsoft-com:vml', o: 'urn:schemas-microsoft-com:office:office', x: 'urn:schemas-microsoft-com:office:excel' }
/** What of a sheet follows `legacyDrawing` (18.3.1.99, in that order): it has to stand before the first of these. */
const TRAS_DIBUJO = ['legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst']

/**
 * Adds the notes to the sheet in that part and answers its XML with the drawing named in it, and the cells that already
 * had a note of somebody's, which is left as it was.
 */
export function ponerNotas(paquete: PaqueteEditable, rutaHoja: string, xml: string, notas: readonly Nota[]): { xml: string; ajenas: number } {
  const relaciones = relacionesDe(paquete, rutaHoja)
  const suyas = [...relaciones.values()].filter(r => r.clase === 'comments')
  if (suyas.length > 1) aparte('hoja con dos partes de notas')
  const ruta = suyas[0]?.destino ?? paquete.rutaLibre('xl/comments%.xml')
  const comentarios = suyas.length === 1 ? paquete.texto(ruta) : `${CABEZA}<comments xmlns="${PLANILLA}"><authors></authors><commentList></commentList></comments>`
  const p = prefijoDe(comentarios, 'comments')
  const ocupadas = new Set([...comentarios.matchAll(apertura(`${p}comment`))].map(m => valorDe(m[1] ?? '', 'ref')))
  const nuevas = notas.filter(n => !ocupadas.has(refDe(n)))
  if (nuevas.length === 0) return { xml, ajenas: notas.length }
  const autor = [...comentarios.matchAll(new RegExp(`<${p}author(?:\\s[^>]*)?(?:/>|>[^<]*</${p}author>)`, 'g'))].length
  const conAutor = antesDe(abrir(abrir(comentarios, `${p}authors`), `${p}commentList`), `</${p}authors>`, `<${p}author>${AUTOR}</${p}author>`)
  paquete.poner(ruta, antesDe(conAutor, `</${p}commentList>`, nuevas.map(n => comentario(n, autor, p)).join('')))
  if (suyas.length === 0) {
    paquete.declararTipo(ruta, TIPO_NOTAS)
    paquete.relacionar(rutaHoja, `${REL}/comments`, ruta)
  }
  return { xml: dibujar(paquete, rutaHoja, xml, relaciones, nuevas), ajenas: notas.length - nuevas.length }
}

const refDe = (n: { fila: number; columna: number }): string => `${letraDe(n.columna)}${n.fila}`
const abrir = (xml: string, nombre: string): string => xml.replace(new RegExp(`<${nombre}\\s*/>`), `<${nombre}></${nombre}>`)

function comentario(n: Nota, autor: number, p: string): string {
  const letra = (negrita: boolean): string => `<${p}rPr>${negrita ? `<${p}b/>` : ''}<${p}sz val="9"/><${p}color indexed="81"/><${p}rFont val="Tahoma"/><${p}family val="2"/></${p}rPr>`
  const tramo = (texto: string, negrita: boolean): string => `<${p}r>${letra(negrita)}<${p}t xml:space="preserve">${escaparTexto(texto)}</${p}t></${p}r>`
  return `<${p}comment ref="${refDe(n)}" authorId="${autor}"><${p}text>${tramo(`${n.titulo}\n`, true)}${tramo(n.texto, false)}</${p}text></${p}comment>`
}

function dibujar(paquete: PaqueteEditable, rutaHoja: string, xml: string, relaciones: ReturnType<typeof relacionesDe>, notas: readonly Nota[]): string {
  const p = prefijoDe(xml, 'worksheet')
  const dibujo = apertura(`${p}legacyDrawing`).exec(xml)
  if (dibujo === null) {
    const ruta = paquete.rutaLibre('xl/drawings/vmlDrawing%.vml')
    paquete.poner(ruta, vmlNuevo(notas))
    paquete.declararExtension('vml', TIPO_VML)
    const id = paquete.relacionar(rutaHoja, `${REL}/vmlDrawing`, ruta)
    const nombrado = `<${p}legacyDrawing xmlns:r="${REL}" r:id="${id}"/>`
    const cola = xml.lastIndexOf(`</${p}sheetData>`)
    const siguiente = Math.min(...TRAS_DIBUJO.map(n => posicionDe(xml, `${p}${n}`, cola)), xml.lastIndexOf(`</${p}worksheet>`))
    return xml.slice(0, siguiente) + nombrado + xml.slice(siguiente)
  }
  const id = /:id\s*=\s*["']([^"']*)/.exec(dibujo[1] ?? '')?.[1] ?? ''
  const ruta = relaciones.get(id)?.destino ?? aparte('dibujo de notas sin relación')
  const vml = paquete.texto(ruta, true)
  const formas = vml.includes('id="_x0000_t202"') || vml.includes("id='_x0000_t202'") ? '' : TIPO_DE_FORMA(espacios(vml))
  const desde = Math.max(1024, ...[...vml.matchAll(/_x0000_s(\d{1,9})/g)].map(m => Number(m[1])))
  paquete.poner(ruta, antesDe(vml, '</xml>', formas + notas.map((n, i) => forma(n, desde + 1 + i, espacios(vml))).join('')))
  return xml
}

/** Where the element first stands from `desde` on; infinity when it does not. */
function posicionDe(xml: string, nombre: string, desde: number): number {
  const buscada = apertura(nombre)
  buscada.lastIndex = desde
  return buscada.exec(xml)?.index ?? Infinity
}

/** The declarations that the drawing's root lacks. */
const espacios = (vml: string): string => Object.entries(VML).filter(([p]) => !new RegExp(`xmlns:${p}\\s*=`).test(vml.slice(0, 2000))).map(([p, uri]) => ` xmlns:${p}="${uri}"`).join('')

const TIPO_DE_FORMA = (declara: string): string =>
  `<v:shapetype${declara} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

function vmlNuevo(notas: readonly Nota[]): string {
  const raiz = Object.entries(VML).map(([p, uri]) => ` xmlns:${p}="${uri}"`).join('')
  return `<xml${raiz}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${TIPO_DE_FORMA('')}${notas.map((n, i) => forma(n, 1025 + i, '')).join('')}</xml>`
}

/** A yellow box beside the cell, as high as its text needs; hidden until the cell is pointed at. */
function forma(n: Nota, id: number, declara: string): string {
  const alto = Math.min(20, 3 + Math.ceil((n.titulo.length + n.texto.length) / 38))
  const arriba = Math.max(0, n.fila - 2)
  const ancla = [n.columna + 1, 12, arriba, 6, n.columna + 4, 20, arriba + alto, 6].join(', ')
  return `<v:shape${declara} id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:220pt;height:${alto * 15}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`
    + '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    + `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${escaparAtributo(ancla)}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${n.fila - 1}</x:Row><x:Column>${n.columna}</x:Column></x:ClientData></v:shape>`
}
