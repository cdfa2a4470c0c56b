/** The workbook part: which sheets there are, which are hidden, where their parts stand, which date system they use. */
import type { ParteZip } from '../zip.ts'
import { PLANILLA, TIPOS_DE_LIBRO, TIPO_CADENAS, TIPO_ESTILOS } from './espacios.ts'
import { atributo, atributoConPrefijo, esCierto, etiquetas, textoDeParte } from './etiquetas.ts'
import { aparte } from './interrupcion.ts'
import type { Paquete } from './paquete.ts'
import { relacionesDe, tiposDeContenido, type Relacion } from './relaciones.ts'

/** Sheets without a grid of cells: charts, dialogs, Excel 4 macros. */
const SIN_CELDAS = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet', 'xlIntlMacrosheet'])
/** A workbook of a few kilobytes may claim thousands of sheets; each costs an opening. */
const MAXIMO_HOJAS = 1000

export interface Libro {
  /** Days of this workbook count from 1904 (ECMA-376 part 1, 18.2.28 workbookPr, date1904). */
  es1904: boolean
  /** Those to be read: the visible ones, and the hidden ones when asked for. */
  abiertas: { nombre: string; parte: ParteZip; oculta: boolean }[]
  ocultas: string[]
  cadenas: ParteZip | undefined
  estilos: ParteZip | undefined
}

export function leerLibro(paquete: Paquete, conOcultas: boolean): Libro {
  // A package that is also an OpenDocument or a Numbers file is read as such by the other reader.
  if (['META-INF/manifest.xml', 'objectdata.xml', 'Index/Document.iwa'].some(r => paquete.parte(r))) aparte('no es solo un libro de Excel')
  const tipos = tiposDeContenido(paquete)
  const ruta = [...relacionesDe(paquete, '').values()].find(r => r.clase === 'officeDocument')?.destino ?? aparte('sin relación con el libro')
  const declarados = [...tipos].filter(([, tipo]) => TIPOS_DE_LIBRO.has(tipo))
  // Two ways to find the same part; when they do not agree, each reader could take another one.
  if (declarados.length !== 1 || declarados[0]?.[0] !== ruta.toLowerCase()) aparte('el libro no está donde dicen los tipos de contenido')
  const parte = paquete.parte(ruta) ?? aparte('falta la parte del libro')
  const relaciones = relacionesDe(paquete, ruta)
  const libro: Libro = {
    es1904: false, abiertas: [], ocultas: [],
    cadenas: unica(paquete, tipos, relaciones, 'sharedStrings', TIPO_CADENAS),
    estilos: unica(paquete, tipos, relaciones, 'styles', TIPO_ESTILOS),
  }
  const nombres = new Set<string>()
  for (const e of etiquetas(textoDeParte(paquete.leer(parte)), PLANILLA)) {
    if (e.cierra) continue
    if (e.nombre === 'workbookPr') libro.es1904 = esCierto(atributo(e, 'date1904'))
    // 18.2.19 sheet
    if (e.nombre !== 'sheet') continue
    const nombre = atributo(e, 'name') ?? aparte('hoja sin nombre')
    if (nombres.has(nombre)) aparte('hojas con el mismo nombre')
    if (nombres.add(nombre).size > MAXIMO_HOJAS) aparte('demasiadas hojas')
    const estado = atributo(e, 'state')
    const oculta = estado === 'hidden' || estado === 'veryHidden'
    if (oculta) libro.ocultas.push(nombre)
    if (!oculta || conOcultas) agregarHoja(paquete, libro, { nombre, oculta }, relaciones.get(atributoConPrefijo(e, 'id') ?? ''))
  }
  if (nombres.size === 0) aparte('libro sin hojas')
  return libro
}

function agregarHoja(paquete: Paquete, libro: Libro, hoja: { nombre: string; oculta: boolean }, relacion: Relacion | undefined): void {
  if (relacion === undefined) aparte('hoja sin relación')
  if (SIN_CELDAS.has(relacion.clase)) return
  if (relacion.clase !== 'worksheet') aparte('hoja de una clase desconocida')
  const parte = paquete.parte(relacion.destino) ?? aparte('falta la parte de una hoja')
  libro.abiertas.push({ ...hoja, parte })
}

/** The shared strings or the styles: at most one part, named by the relationships and by the content types alike. */
function unica(paquete: Paquete, tipos: Map<string, string>, relaciones: Map<string, Relacion>, clase: string, tipo: string): ParteZip | undefined {
  const destinos = [...relaciones.values()].filter(r => r.clase === clase).map(r => r.destino.toLowerCase())
  const declaradas = [...tipos].filter(([, t]) => t === tipo).map(([ruta]) => ruta)
  if (destinos.length === 0 && declaradas.length === 0) return undefined
  const [destino] = destinos
  if (destinos.length !== 1 || declaradas.length !== 1 || destino === undefined || destino !== declaradas[0]) aparte(`más de una parte, o ninguna, para ${clase}`)
  return paquete.parte(destino) ?? aparte(`falta la parte de ${clase}`)
}
