/** The styles of the file, plus those that its own cells need to be coloured: each keeps all of its look but the fill. */
import { claseDeFormato, type ClaseNumero } from '../formato-celda.ts'
import { FORMATOS_INTEGRADOS } from '../xlsx/estilos.ts'
import { aparte } from '../xlsx/interrupcion.ts'
import type { NivelObservado } from '../../../shared/planilla/observaciones.ts'
import { prefijoDe } from './paquete-editable.ts'
import { apertura, conAtributo, valorDe } from './texto-xml.ts'

/** Excel's own "incorrecto" and "neutral": known to everybody, and told apart without red and green. */
const RELLENO: Readonly<Record<NivelObservado, string>> = { error: 'FFFFC7CE', aviso: 'FFFFEB9C' }
/** Names of the styles of our own sheet. */
export type EstiloPropio = 'titulo' | 'parrafo' | 'encabezado' | 'dato' | 'enlace' | 'error' | 'aviso' | 'marca'

interface Lista { abre: string; atributos: string; cierra: string; elementos: string[] }

export class ParcheEstilos {
  #xml: string
  readonly #p: string
  readonly #xfs: Lista
  readonly #fuentes: Lista
  readonly #rellenos: Lista
  readonly #formatos: ReadonlyMap<number, string>
  readonly #derivados = new Map<string, number>()
  readonly #propios = new Map<EstiloPropio, number>()

  constructor(xml: string) {
    this.#xml = xml
    this.#p = prefijoDe(xml, 'styleSheet')
    this.#xfs = this.#lista('cellXfs', 'xf')
    this.#fuentes = this.#lista('fonts', 'font')
    this.#rellenos = this.#lista('fills', 'fill')
    const numFmts = new RegExp(`<${this.#p}numFmts[\\s>][\\s\\S]*?</${this.#p}numFmts>`).exec(xml)?.[0] ?? ''
    this.#formatos = new Map([...numFmts.matchAll(apertura(`${this.#p}numFmt`))].map(m => [Number(valorDe(m[1] ?? '', 'numFmtId')), desescapar(valorDe(m[1] ?? '', 'formatCode') ?? '')]))
  }

  /** What its number format makes of a number. */
  clase(s: number): ClaseNumero {
    const id = Number(this.#atributosDe(s, 'numFmtId') ?? 0)
    return claseDeFormato(id === 0 ? undefined : (this.#formatos.get(id) ?? FORMATOS_INTEGRADOS[id]))
  }

  /** The style of a cell of style `s` once it is coloured. */
  coloreado(s: number, nivel: NivelObservado): number {
    const clave = `${s} ${nivel}`
    let nuevo = this.#derivados.get(clave)
    if (nuevo === undefined) {
      const xf = this.#xfs.elementos[s] ?? aparte('celda con un estilo que no existe')
      const relleno = this.#agregar(this.#rellenos, this.#solido(RELLENO[nivel]))
      nuevo = this.#agregar(this.#xfs, this.#conFuenteLegible(conEnRaiz(conEnRaiz(xf, 'fillId', relleno), 'applyFill', 1)))
      this.#derivados.set(clave, nuevo)
    }
    return nuevo
  }

  propio(nombre: EstiloPropio): number {
    let n = this.#propios.get(nombre)
    if (n === undefined) {
      n = this.#agregar(this.#xfs, this.#xfPropio(nombre))
      this.#propios.set(nombre, n)
    }
    return n
  }

  texto(): string {
    let xml = this.#xml
    for (const l of [this.#fuentes, this.#rellenos, this.#xfs]) {
      const { abre, cierra } = l
      const i = xml.indexOf(abre)
      const f = xml.indexOf(cierra, i)
      xml = `${xml.slice(0, i)}<${cierra.slice(2, -1)}${conAtributo(l.atributos, 'count', l.elementos.length)}>${l.elementos.join('')}${xml.slice(f)}`
    }
    return xml
  }

  #xfPropio(nombre: EstiloPropio): string {
    const p = this.#p
    const fuente = (adentro: string): number => this.#agregar(this.#fuentes, `<${p}font>${adentro.replaceAll('<', `<${p}`)}<${p}name val="Calibri"/><${p}family val="2"/></${p}font>`)
    const negra = '<sz val="11"/><color rgb="FF000000"/>'
    const xf = (f: number, relleno: number, centrada: boolean): string =>
      `<${p}xf numFmtId="0" fontId="${f}" fillId="${relleno}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><${p}alignment vertical="${centrada ? 'center' : 'top'}" wrapText="1"/></${p}xf>`
    switch (nombre) {
      case 'titulo': return xf(fuente('<b/><sz val="16"/><color rgb="FF1F3864"/>'), 0, true).replace('wrapText="1"', 'wrapText="0"')
      case 'parrafo': return xf(fuente(negra), 0, false)
      case 'marca': return xf(fuente('<sz val="9"/><color rgb="FF595959"/>'), 0, false).replace('wrapText="1"', 'wrapText="0"')
      case 'encabezado': return xf(fuente('<b/><sz val="11"/><color rgb="FFFFFFFF"/>'), this.#agregar(this.#rellenos, this.#solido('FF1F3864')), true)
      case 'dato': return xf(fuente(negra), 0, false)
      case 'enlace': return xf(fuente('<u/><sz val="11"/><color rgb="FF0563C1"/>'), 0, false)
      case 'error': case 'aviso': return xf(fuente('<b/><sz val="11"/><color rgb="FF000000"/>'), this.#agregar(this.#rellenos, this.#solido(RELLENO[nombre])), false)
    }
  }

  #solido(argb: string): string {
    const p = this.#p
    return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${argb}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
  }

  /** White letters on a dark cell would vanish on our light fill: they turn black, and nothing else of them changes. */
  #conFuenteLegible(xf: string): string {
    const fuente = this.#fuentes.elementos[Number(valorDe(raizDe(xf), 'fontId') ?? 0)] ?? ''
    const color = apertura(`${this.#p}color`).exec(fuente)?.[1]
    if (color === undefined || !esClaro(color)) return xf
    const negra = fuente.replace(apertura(`${this.#p}color`), `<${this.#p}color rgb="FF000000"/>`)
    return conEnRaiz(conEnRaiz(xf, 'fontId', this.#agregar(this.#fuentes, negra)), 'applyFont', 1)
  }

  #atributosDe(s: number, nombre: string): string | undefined {
    const xf = this.#xfs.elementos[s]
    return xf === undefined ? undefined : valorDe(raizDe(xf), nombre)
  }

  /** Position of the element, which is added when it is not there. */
  #agregar(lista: Lista, elemento: string): number {
    const i = lista.elementos.lastIndexOf(elemento)
    return i === -1 ? lista.elementos.push(elemento) - 1 : i
  }

  #lista(nombre: string, elemento: string): Lista {
    const n = this.#p + nombre
    const m = new RegExp(`<${n}(?=[\\s>])((?:[^<>"']|"[^"]*"|'[^']*')*?)>`).exec(this.#xml) ?? aparte(`estilos sin ${nombre}`)
    const cierra = `</${n}>`
    const fin = this.#xml.indexOf(cierra, m.index)
    if (fin === -1) aparte(`estilos sin ${cierra}`)
    const dentro = this.#xml.slice(m.index + m[0].length, fin)
    const e = this.#p + elemento
    const elementos = [...dentro.matchAll(new RegExp(`<${e}(?=[\\s/>])(?:(?:[^<>"']|"[^"]*"|'[^']*')*?/>|[\\s\\S]*?</${e}>)`, 'g'))].map(x => x[0])
    if (elementos.join('') !== dentro.replace(/>\s+</g, '><').trim() && elementos.length === 0) aparte(`${nombre} vacío`)
    return { abre: m[0], atributos: m[1] ?? '', cierra, elementos }
  }
}

const raizDe = (xml: string): string => /^<[^\s/>]+((?:[^<>"']|"[^"]*"|'[^']*')*?)\/?>/.exec(xml)?.[1] ?? ''
function conEnRaiz(xml: string, atributo: string, valor: number): string {
  return xml.replace(/^(<[^\s/>]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\s*\/?>)/, (_, abre: string, atributos: string, cierra: string) => `${abre}${conAtributo(atributos, atributo, valor)}${cierra}`)
}

function esClaro(color: string): boolean {
  // Theme colour 0 is the background's: white in every theme that a workbook of ours is likely to have.
  if (valorDe(color, 'theme') === '0' || valorDe(color, 'indexed') === '9' || valorDe(color, 'indexed') === '1') return true
  const rgb = /^(?:[\da-f]{2})?([\da-f]{6})$/i.exec(valorDe(color, 'rgb') ?? '')?.[1]
  if (rgb === undefined) return false
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map(i => Number.parseInt(rgb.slice(i, i + 2), 16))
  return 0.299 * r + 0.587 * g + 0.114 * b > 150
}

const desescapar = (t: string): string => t.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
