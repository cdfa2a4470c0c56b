/** Texts out of the bytes of a part. */
import type { Cinta } from './cinta.ts'
import { aparte } from './interrupcion.ts'
import { APOSTROFO, BARRA, COMILLAS, ESPACIO, MAYOR, MENOR, cierraNombre, esBlanco, MIN_T } from './letras.ts'
import { textoXml } from './texto.ts'

/** What a byte asks of the text that it is in: 1 = UTF-8 to decode, 2 = escapes to resolve. */
const PEDIDO = new Uint8Array(256).fill(1, 128)
for (const c of '&_\r') PEDIDO[c.charCodeAt(0)] = 2
/** V8 copies a substring shorter than this and makes of a longer one a view that would keep the whole text alive. */
const COPIADA = 13
const RANURAS = 4096
/** Texts longer than this seldom repeat. */
const REPETIBLE = 40
const TROZO = 16 * 1024

export class LectorTexto {
  /** The text that was last read. */
  valor = ''
  /** Whether the tag that was last passed ended in `/>`. */
  sola = false
  prefijo: Buffer = Buffer.alloc(0)
  readonly #cinta: Cinta
  /** Texts seen of late by their hash, so that a value that repeats down a column is one string in memory; null: they do not repeat. */
  readonly #vistos: string[] | null
  #bloque = ''
  #bloqueDesde = 0
  #bloqueHasta = 0

  constructor(cinta: Cinta, repiten: boolean) {
    this.#cinta = cinta
    this.#vistos = repiten ? Array.from({ length: RANURAS }, () => '') : null
  }

  /** To be told when the tape moved: positions mean other bytes now. */
  olvidar(): void {
    this.#bloqueHasta = 0
  }

  /** Text from `desde` to the next tag, into `valor`. Answers where that tag starts. */
  hastaEtiqueta(desde: number): number {
    const b = this.#cinta.b
    // Beyond the end there is no tag to stop at.
    if (desde > this.#cinta.n) aparte('XML cortado')
    let p = desde, pedido = 0, hash = 0
    for (let c = b[p] as number; c !== MENOR; c = b[++p] as number) {
      pedido |= PEDIDO[c] as number
      hash = (Math.imul(hash, 31) + c) | 0
    }
    this.valor = pedido === 0 ? this.#ascii(desde, p, hash) : this.#otro(desde, p, pedido)
    return p
  }

  #otro(desde: number, hasta: number, pedido: number): string {
    const crudo = this.#cinta.b.toString((pedido & 1) === 0 ? 'latin1' : 'utf8', desde, hasta)
    return (pedido & 2) === 0 ? crudo : textoXml(crudo)
  }

  #ascii(desde: number, hasta: number, hash: number): string {
    const largo = hasta - desde
    if (this.#vistos === null || largo > REPETIBLE) return this.#copiar(desde, hasta)
    const ranura = (hash ^ (hash >>> 12)) & (RANURAS - 1)
    const visto = this.#vistos[ranura] as string
    if (visto.length === largo && this.#iguales(visto, desde)) return visto
    return (this.#vistos[ranura] = this.#copiar(desde, hasta))
  }

  #iguales(visto: string, desde: number): boolean {
    const b = this.#cinta.b
    for (let i = 0; i < visto.length; i++) if (visto.charCodeAt(i) !== b[desde + i]) return false
    return true
  }

  /** A short text is cut from a bigger one, which is six times faster than asking the buffer for it. */
  #copiar(desde: number, hasta: number): string {
    if (hasta - desde >= COPIADA) return this.#cinta.b.toString('latin1', desde, hasta)
    if (desde < this.#bloqueDesde || hasta > this.#bloqueHasta) {
      this.#bloqueDesde = desde
      this.#bloqueHasta = Math.min(desde + TROZO, this.#cinta.n)
      this.#bloque = this.#cinta.b.toString('latin1', desde, this.#bloqueHasta)
    }
    return this.#bloque.substring(desde - this.#bloqueDesde, hasta - this.#bloqueDesde)
  }

  /**
   * The text of a string item (ECMA-376 part 1, 18.4.8 si and 18.3.1.53 is) into `valor`: one text, or the texts of its runs one after
   * the other. How it is to be pronounced (18.4.6 rPh) is not part of it. `xml:space` is not looked at: blanks stay, and
   * the conversion of each column trims them. `desde`: after the element's name. Answers the place after its end tag.
   */
  item(desde: number, nombre: 'si' | 'is'): number {
    const b = this.#cinta.b
    let p = this.finDeEtiqueta(desde)
    this.valor = ''
    if (this.sola) return p
    let texto = ''
    let primero = true
    // Nearly all of them, at full speed.
    if (this.prefijo.length === 0 && b[p] === MENOR && b[p + 1] === MIN_T && cierraNombre(b[p + 2] as number)) {
      p = b[p + 2] === MAYOR ? p + 3 : this.finDeEtiqueta(p + 2)
      if (!this.sola) {
        p = this.hastaEtiqueta(p)
        if (b[p + 1] !== BARRA || b[p + 2] !== MIN_T || b[p + 3] !== MAYOR) aparte('un elemento dentro de un texto')
        p += 4
        texto = this.valor
      }
      primero = false
    }
    for (let plano = true; ; primero = false) {
      p = this.saltarBlancos(p)
      if (b[p + 1] === BARRA) break
      const hijo = this.#nombre(p + 1)
      const fin = p + 1 + this.prefijo.length + hijo.length
      if (hijo === 't' && primero) {
        p = this.#contenido(fin, 't')
        texto = this.valor
      } else if (hijo === 'r' && (primero || !plano)) {
        p = this.#tramo(fin)
        texto += this.valor
        plano = false
      } else if (hijo === 'rPh' || hijo === 'phoneticPr') p = this.saltar(fin, hijo)
      else aparte(`elemento ${hijo} inesperado en un texto`)
    }
    this.valor = texto
    return this.cierre(p, nombre)
  }

  /** 18.4.4 r: a run, which is a text with its own font. */
  #tramo(desde: number): number {
    let p = this.finDeEtiqueta(desde)
    let texto = ''
    if (!this.sola) {
      for (p = this.saltarBlancos(p); this.#cinta.b[p + 1] !== BARRA; p = this.saltarBlancos(p)) {
        const hijo = this.#nombre(p + 1)
        const fin = p + 1 + this.prefijo.length + hijo.length
        if (hijo === 'rPr') p = this.saltar(fin, hijo)
        else if (hijo === 't') {
          p = this.#contenido(fin, 't')
          texto += this.valor
        } else aparte(`elemento ${hijo} inesperado en un tramo de texto`)
      }
      p = this.cierre(p, 'r')
    }
    this.valor = texto
    return p
  }

  /** Text of an element that holds nothing else. */
  #contenido(desde: number, nombre: string): number {
    const p = this.finDeEtiqueta(desde)
    this.valor = ''
    return this.sola ? p : this.cierre(this.hastaEtiqueta(p), nombre)
  }

  /** Passes over an element and what is in it. */
  saltar(desde: number, nombre: string): number {
    const p = this.finDeEtiqueta(desde)
    if (this.sola) return p
    const cierre = Buffer.concat([Buffer.from('</'), this.prefijo, Buffer.from(`${nombre}>`)])
    const fin = this.#cinta.buscar(cierre, p)
    return fin === -1 ? aparte(`elemento ${nombre} sin cierre`) : fin + cierre.length
  }

  saltarBlancos(desde: number): number {
    const b = this.#cinta.b
    let p = desde
    while (esBlanco(b[p] as number)) p++
    return b[p] === MENOR ? p : aparte('texto suelto entre elementos')
  }

  /** The place after the `>` of a tag; quotes may hold one too. */
  finDeEtiqueta(desde: number): number {
    const { b, n } = this.#cinta
    for (let p = desde, comilla = 0; p < n; p++) {
      const c = b[p] as number
      if (comilla !== 0) {
        if (c === comilla) comilla = 0
      } else if (c === MAYOR) {
        this.sola = b[p - 1] === BARRA
        return p + 1
      } else if (c === COMILLAS || c === APOSTROFO) comilla = c
      else if (c === MENOR) break
    }
    return aparte('etiqueta sin cierre')
  }

  /** Passes over the end tag of `nombre`, which must stand at `desde`. */
  cierre(desde: number, nombre: string): number {
    const b = this.#cinta.b
    if (b[desde] !== MENOR || b[desde + 1] !== BARRA) aparte(`se esperaba el cierre de ${nombre}`)
    let p = this.tras(desde + 2)
    for (let i = 0; i < nombre.length; i++) if (b[p++] !== nombre.charCodeAt(i)) aparte(`se esperaba el cierre de ${nombre}`)
    while ((b[p] as number) <= ESPACIO) p++
    return b[p] === MAYOR ? p + 1 : aparte(`se esperaba el cierre de ${nombre}`)
  }

  /** The place after the prefix, which must stand at `desde`. */
  tras(desde: number): number {
    const { prefijo } = this
    const b = this.#cinta.b
    for (let i = 0; i < prefijo.length; i++) if (b[desde + i] !== prefijo[i]) aparte('elemento de otro espacio de nombres')
    return desde + prefijo.length
  }

  #nombre(desde: number): string {
    const b = this.#cinta.b
    const inicio = this.tras(desde)
    let p = inicio
    while (p < inicio + 20 && !cierraNombre(b[p] as number)) p++
    return b.toString('latin1', inicio, p)
  }
}
