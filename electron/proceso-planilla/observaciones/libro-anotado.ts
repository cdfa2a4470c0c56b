/** The person's own .xlsx with values, colours, notes and the list put in: whatever else it holds stays as it was. */
import { letraDe } from '../lectura.ts'
import type { Limites } from '../limites.ts'
import { LIMITES } from '../limites.ts'
import { leerCadenas } from '../xlsx/cadenas.ts'
import { aparte } from '../xlsx/interrupcion.ts'
import { leerLibro } from '../xlsx/libro.ts'
import { Paquete } from '../xlsx/paquete.ts'
import type { Celda } from '../../../shared/domain/celda.ts'
import { normalizarEncabezado } from '../../../shared/planilla/encabezado.ts'
import { MAXIMO_RENGLONES, hojaObservaciones, type Renglon } from './hoja-observaciones.ts'
import { marcaDe } from './marca.ts'
import { ponerNotas, type Nota } from './notas.ts'
import { PaqueteEditable, antesDe, prefijoDe } from './paquete-editable.ts'
import { ParcheEstilos } from './parche-estilos.ts'
import type { TablaObservada } from '../../../shared/planilla/observaciones.ts'
import { areaQueContiene, areasDe, parcharHoja, primeraLibre, textosDeFila, type CambioCelda } from './parche-hoja.ts'
import { pedidoDe, type FilaEscrita, type Lugar, type PedidoHoja } from './pedido.ts'
import { ponerMarca } from './propiedades.ts'
import { relacionesDe } from './relaciones.ts'
import { TEXTOS_OBSERVACIONES as T } from './textos.ts'
import { apertura, columnaDe, conAtributo, escaparAtributo, valorDe } from './texto-xml.ts'
import { escribible } from './valor-celda.ts'

/** Excel slows down with more notes in a sheet. */
const MAXIMO_NOTAS = 5000
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TRANSICIONAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TIPO_HOJA = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'

export interface LibroAnotado { bytes: Buffer; escritas: number; sinEscribir: string[]; agregadas: FilaEscrita[] }

/** Throws LecturaInterrumpida for a file with something that this does not know how to leave untouched. */
export async function anotarLibro(bytes: Buffer, nombre: string, tablas: readonly TablaObservada[], exportacion: string, limites: Limites = LIMITES): Promise<LibroAnotado> {
  const lectura = new Paquete(bytes, nombre, limites)
  const libro = leerLibro(lectura, true)
  const paquete = new PaqueteEditable(bytes, limites)
  const rutaLibro = [...relacionesDe(paquete, '').values()].find(r => r.clase === 'officeDocument')?.destino ?? aparte('sin relación con el libro')
  if (!paquete.texto(rutaLibro).includes(`"${TRANSICIONAL}"`)) aparte('libro de la edición estricta')
  const rutaEstilos = libro.estilos?.nombre ?? aparte('libro sin estilos')
  const estilos = new ParcheEstilos(paquete.texto(rutaEstilos))
  const resultado: LibroAnotado & { avisosAlPie: string[] } = { bytes, escritas: 0, sinEscribir: [], agregadas: [], avisosAlPie: [] }
  let notasAjenas = 0, sinNota = 0, quitoFormulas = false
  const renglones: Renglon[] = []
  for (const tabla of tablas) {
    const parte = libro.abiertas.find(v => v.nombre === tabla.hoja)?.parte ?? aparte('falta una hoja que el borrador tiene')
    let xml = paquete.texto(parte.nombre)
    const pedido = pedidoDe(tabla, tabla.agregadas.length > 0 ? primeraLibre(xml) : 0)
    resultado.agregadas.push(...pedido.agregadas)
    const columnas = await columnasNuevas(pedido, xml, () => leerCadenas(lectura, libro.cadenas))
    const cambios = new Map<number, Map<number, CambioCelda>>()
    const cambio = (fila: number, columna: number): CambioCelda => {
      const suyas = cambios.get(fila) ?? new Map<number, CambioCelda>()
      const c = suyas.get(columna) ?? {}
      cambios.set(fila, suyas.set(columna, c))
      return c
    }
    const { combinadas } = areasDe(xml)
    /** A note under a merged area would hang from a cell that nobody sees. */
    const visible = (fila: number, lugar: Lugar): { fila: number; columna: number } => {
      const columna = columnas.de(lugar)
      const area = areaQueContiene(combinadas, fila, columna)
      return area ? { fila: area.fila + 1, columna: area.columna } : { fila, columna }
    }
    for (const t of columnas.titulos) {
      const c = cambio(t.fila, t.columna)
      c.comoColumna = t.como
      c.valor = () => ({ t: 'inlineStr', v: t.titulo })
    }
    for (const v of pedido.valores) cambio(v.fila, columnas.de(v.lugar)).valor = clase => escribible(v.celda, v.key, clase, libro.es1904)
    const notas: Nota[] = []
    const anotadas = new Set<string>()
    for (const m of pedido.marcas) {
      const { fila, columna } = visible(m.fila, m.lugar)
      const c = cambio(fila, columna)
      if (c.nivel !== 'error' && m.nivel !== null) c.nivel = m.nivel
      if (notas.length >= MAXIMO_NOTAS) sinNota++
      else if (!anotadas.has(`${fila} ${columna}`)) notas.push({ fila, columna, titulo: m.titulo, texto: m.texto })
      anotadas.add(`${fila} ${columna}`)
    }
    if (cambios.size > 0) {
      const hecha = parcharHoja(xml, cambios, estilos, { filas: new Set(pedido.agregadas.map(a => a.fila)), como: pedido.comoFila })
      xml = columnas.titulos.length + pedido.agregadas.length > 0 ? conDimension(hecha.xml, columnas.ultima, pedido.agregadas.at(-1)?.fila ?? 0) : hecha.xml
      quitoFormulas ||= hecha.quitoFormulas
      resultado.escritas += pedido.valores.length - pedido.valores.filter(v => hecha.sinEscribir.has(refDe(v.fila, columnas.de(v.lugar)))).length
      resultado.sinEscribir.push(...[...hecha.sinEscribir].map(ref => T.celdaDe(pedido.hoja, ref)))
    }
    if (pedido.sinLugar > 0) resultado.sinEscribir.push(T.celdaDe(pedido.hoja, T.filaNueva))
    if (notas.length > 0) {
      const puestas = ponerNotas(paquete, parte.nombre, xml, notas)
      xml = puestas.xml
      notasAjenas += puestas.ajenas
    }
    if (xml !== paquete.texto(parte.nombre)) paquete.poner(parte.nombre, xml)
    for (const o of pedido.observaciones) {
      const donde = o.fila === null || o.lugar === null ? null : visible(o.fila, o.lugar)
      renglones.push({ nivel: o.nivel, hoja: pedido.hoja, ref: donde && refDe(donde.fila, donde.columna), titulo: o.titulo, valor: o.valor, mensaje: o.mensaje, queHacer: o.queHacer })
    }
  }
  renglones.sort((a, b) => (a.nivel === b.nivel ? 0 : a.nivel === 'error' ? -1 : 1))
  const cuantos = (nivel: Renglon['nivel']): number => renglones.filter(r => r.nivel === nivel).length
  const pie = [
    ...(resultado.escritas > 0 ? [T.escritas(resultado.escritas)] : []),
    ...(resultado.sinEscribir.length > 0 ? [T.sinEscribir(resultado.sinEscribir)] : []),
    ...(notasAjenas > 0 ? [T.notasAjenas(notasAjenas)] : []),
    ...(sinNota > 0 ? [T.notasDeMas(sinNota)] : []),
    ...(renglones.length > MAXIMO_RENGLONES ? [T.listaDeMas(MAXIMO_RENGLONES)] : []),
  ]
  const lista = hojaObservaciones({ errores: cuantos('error'), avisos: cuantos('aviso'), avisosAlPie: pie, marca: marcaDe(exportacion), renglones: renglones.slice(0, MAXIMO_RENGLONES) }, n => estilos.propio(n))
  agregarHoja(paquete, rutaLibro, lista, [...libro.abiertas.map(v => v.nombre), ...libro.ocultas])
  paquete.poner(rutaEstilos, estilos.texto())
  if (resultado.escritas > 0) recalcular(paquete, rutaLibro, quitoFormulas)
  ponerMarca(paquete, marcaDe(exportacion))
  return { bytes: paquete.escribir(), escritas: resultado.escritas, sinEscribir: resultado.sinEscribir, agregadas: resultado.agregadas }
}

const refDe = (fila: number, columna: number): string => `${letraDe(columna)}${fila}`

interface Columnas { de(lugar: Lugar): number; titulos: { fila: number; columna: number; como: number; titulo: string }[]; ultima: number }

/** Columns that the file lacks and the draft has something to say of: they come after its last one, under a heading of their own. */
async function columnasNuevas(pedido: PedidoHoja, xml: string, cadenas: () => Promise<Celda[]>): Promise<Columnas> {
  if (pedido.nuevas.length === 0) return { de: lugar => ('columna' in lugar ? lugar.columna : aparte('columna sin lugar')), titulos: [], ultima: 0 }
  const { fila, ultima: como } = encabezadoDe(pedido, xml, await cadenas())
  const desde = ultimaColumna(xml, pedido, como) + 1
  return {
    de: lugar => ('columna' in lugar ? lugar.columna : desde + lugar.nueva),
    titulos: pedido.nuevas.map((n, i) => ({ fila, columna: desde + i, como, titulo: n.titulo })),
    ultima: desde + pedido.nuevas.length - 1,
  }
}

/** The row where the headings stand, and its last column: the first row that says them all. */
function encabezadoDe(pedido: PedidoHoja, xml: string, cadenas: readonly Celda[]): { fila: number; ultima: number } {
  const p = prefijoDe(xml, 'worksheet')
  const fila = apertura(`${p}row`)
  let numero = 0
  for (let m = fila.exec(xml), vistas = 0; m !== null && vistas < 100; m = fila.exec(xml), vistas++) {
    const r = valorDe(m[1] ?? '', 'r')
    numero = r === undefined ? numero + 1 : Number(r)
    if (m[2] === '/') continue
    const desde = m.index + m[0].length
    const celdas = textosDeFila(xml.slice(desde, xml.indexOf(`</${p}row>`, desde)), p, cadenas)
    const dice = new Map(celdas.map(c => [c.columna, normalizarEncabezado(c.texto)]))
    if (pedido.titulos.length > 0 && pedido.titulos.every(t => dice.get(t.columna) === normalizarEncabezado(t.titulo))) return { fila: numero, ultima: Math.max(...celdas.map(c => c.columna)) }
  }
  return aparte('no se encuentra la fila de títulos')
}

function ultimaColumna(xml: string, pedido: PedidoHoja, deTitulos: number): number {
  const dicha = /:([A-Z]{1,3})\d+$/.exec(valorDe(apertura(`${prefijoDe(xml, 'worksheet')}dimension`).exec(xml)?.[1] ?? '', 'ref') ?? '')?.[1]
  return Math.max(deTitulos, dicha === undefined ? -1 : columnaDe(dicha), ...pedido.titulos.map(t => t.columna))
}

/** Readers that believe what a sheet says of its size would miss the new columns and rows. */
function conDimension(xml: string, ultima: number, ultimaFila: number): string {
  const p = prefijoDe(xml, 'worksheet')
  return xml.replace(apertura(`${p}dimension`), (todo, a: string) => {
    const m = /^([A-Z]{1,3}\d+)(?::([A-Z]{1,3})(\d+))?$/.exec(valorDe(a, 'ref') ?? '')
    if (m?.[1] === undefined) return todo
    const columna = Math.max(ultima, columnaDe(m[2] ?? m[1].replace(/\d+$/, '')))
    const fila = Math.max(ultimaFila, Number(m[3] ?? m[1].replace(/^[A-Z]+/, '')))
    return `<${p}dimension${conAtributo(a, 'ref', `${m[1]}:${letraDe(columna)}${fila}`)}/>`
  })
}

function agregarHoja(paquete: PaqueteEditable, rutaLibro: string, xml: string, nombres: readonly string[]): void {
  const usados = new Set(nombres.map(n => n.toLowerCase()))
  let nombre: string = T.hoja
  for (let n = 2; usados.has(nombre.toLowerCase()); n++) nombre = `${T.hoja} ${n}`
  const ruta = paquete.rutaLibre('xl/worksheets/sheet%.xml')
  paquete.poner(ruta, xml)
  paquete.declararTipo(ruta, TIPO_HOJA)
  const id = paquete.relacionar(rutaLibro, `${REL}/worksheet`, ruta)
  const libro = paquete.texto(rutaLibro)
  const p = prefijoDe(libro, 'workbook')
  const siguiente = Math.max(0, ...[...libro.matchAll(apertura(`${p}sheet`))].map(m => Number(valorDe(m[1] ?? '', 'sheetId')))) + 1
  paquete.poner(rutaLibro, antesDe(libro, `</${p}sheets>`, `<${p}sheet xmlns:r="${REL}" name="${escaparAtributo(nombre)}" sheetId="${siguiente}" r:id="${id}"/>`))
}

/** What stands after `calcPr` in a workbook (18.2.27). */
const TRAS_CALCULO = ['oleSize', 'customWorkbookViews', 'pivotCaches', 'smartTagPr', 'smartTagTypes', 'webPublishing', 'fileRecoveryPr', 'webPublishObjects', 'extLst']

/** Formulas that look at a cell that changed are worked out again when Excel opens the file. */
function recalcular(paquete: PaqueteEditable, rutaLibro: string, quitoFormulas: boolean): void {
  const xml = paquete.texto(rutaLibro)
  const p = prefijoDe(xml, 'workbook')
  const calculo = apertura(`${p}calcPr`)
  if (calculo.test(xml)) paquete.poner(rutaLibro, xml.replace(apertura(`${p}calcPr`), (_, a: string, sola: string) => `<${p}calcPr${conAtributo(a, 'fullCalcOnLoad', 1)}${sola}>`))
  else {
    const siguiente = Math.min(...TRAS_CALCULO.map(n => apertura(p + n).exec(xml)?.index ?? Infinity), xml.lastIndexOf(`</${p}workbook>`))
    paquete.poner(rutaLibro, `${xml.slice(0, siguiente)}<${p}calcPr fullCalcOnLoad="1"/>${xml.slice(siguiente)}`)
  }
  if (!quitoFormulas) return
  // The order of calculation names cells: one without a formula makes Excel "repair" the file. It makes a new one by itself.
  const cadena = [...relacionesDe(paquete, rutaLibro).values()].find(r => r.clase === 'calcChain')
  if (cadena === undefined) return
  paquete.desrelacionar(rutaLibro, 'calcChain')
  paquete.quitar(cadena.destino)
}
