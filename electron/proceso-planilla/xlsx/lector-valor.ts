/** What a cell holds (ECMA-376 part 1, 18.3.1.4 c, its children): bytes to a value, by the cell's type and style. */
import type { Celda } from '../../../shared/domain/celda.ts'
import { celdaDeTexto } from '../celda-leida.ts'
import type { ClaseNumero } from '../formato-celda.ts'
import type { Cinta } from './cinta.ts'
import { aparte } from './interrupcion.ts'
import { BARRA, CERO, MAYOR, MENOR, MENOS, NUEVE, PUNTO, cierraNombre, esBlanco, MIN_C, MIN_F, MIN_I, MIN_S, MIN_V } from './letras.ts'
import type { LectorTexto } from './lector-texto.ts'
import { POTENCIAS, aSistema1900, numeroDe, serialDeIso } from './numero.ts'

/** What the cells of a sheet refer to. */
export interface Contexto {
  /** Shared strings, as cells. */
  cadenas: readonly Celda[]
  /** Class of the numbers by style. */
  clases: readonly ClaseNumero[]
  es1904: boolean
  /** Called with how many cells each row has; throws when there are too many. */
  contar(celdas: number): void
}

/** 18.18.11 ST_CellType */
export type Tipo = 'n' | 's' | 'str' | 'b' | 'e' | 'd' | 'inlineStr'

/** Errors that both readers tell by name; newer ones are an error without one. */
const ERRORES = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA'])

export class LectorValor {
  /** From the cell's attributes, before its contents are read; style -1: none. */
  tipo: Tipo = 'n'
  estilo = -1
  /** What was read; `hayValor` tells an empty text from no value at all. */
  valor: Celda = null
  hayValor = false
  readonly #contexto: Contexto
  readonly #cinta: Cinta
  readonly #texto: LectorTexto

  constructor(contexto: Contexto, cinta: Cinta, texto: LectorTexto) {
    this.#contexto = contexto
    this.#cinta = cinta
    this.#texto = texto
  }

  olvidar(): void {
    this.tipo = 'n'
    this.estilo = -1
    this.valor = null
    this.hayValor = false
  }

  /** 18.3.1.40 f, 18.3.1.96 v and 18.3.1.53 is, up to the cell's end tag. `desde`: after its start tag; answers the place after the end one. */
  contenido(desde: number): number {
    const { b } = this.#cinta
    const texto = this.#texto
    for (let p = desde; ;) {
      const c = b[p] as number
      if (c !== MENOR) {
        if (esBlanco(c)) { p++; continue }
        aparte('texto suelto en una celda')
      }
      if (b[p + 1] === BARRA) {
        const q = texto.tras(p + 2)
        return b[q] === MIN_C && b[q + 1] === MAYOR ? q + 2 : texto.cierre(p, 'c')
      }
      const q = texto.tras(p + 1)
      const hijo = b[q]
      if (hijo === MIN_V && b[q + 1] === MAYOR) p = this.#leerValor(q + 2)
      else if (hijo === MIN_V && cierraNombre(b[q + 1] as number)) {
        p = texto.finDeEtiqueta(q + 1)
        if (!texto.sola) p = this.#leerValor(p)
      } else if (hijo === MIN_F && cierraNombre(b[q + 1] as number)) {
        // The formula is not asked for, its stored value is.
        p = texto.finDeEtiqueta(q + 1)
        if (!texto.sola) {
          while (b[p] !== MENOR && p < this.#cinta.n) p++
          p = texto.cierre(p, 'f')
        }
      } else if (hijo === MIN_I && b[q + 1] === MIN_S && cierraNombre(b[q + 2] as number)) {
        p = texto.item(q + 2, 'is')
        if (this.tipo !== 'inlineStr' || this.hayValor) aparte('texto en línea en una celda de otra clase')
        this.valor = celdaDeTexto(texto.valor)
        this.hayValor = true
      } else aparte('elemento inesperado en una celda')
    }
  }

  /** From the first byte of the value to after `</v>`. */
  #leerValor(desde: number): number {
    const { b } = this.#cinta
    let p = desde
    if (b[p] !== MENOR) {
      if (this.hayValor) aparte('celda con dos valores')
      this.hayValor = true
      switch (this.tipo) {
        case 'n': p = this.#leerNumero(p); break
        case 's': p = this.#leerCompartida(p); break
        case 'b': case 'd': case 'e': case 'str': case 'inlineStr': p = this.#leerOtro(p)
      }
    }
    const q = this.#texto.tras(p + 2)
    return b[p] === MENOR && b[p + 1] === BARRA && b[q] === MIN_V && b[q + 1] === MAYOR ? q + 2 : this.#texto.cierre(p, 'v')
  }

  #leerNumero(desde: number): number {
    const { b } = this.#cinta
    let p = desde, mantisa = 0, decimales = -1
    const negativo = b[p] === MENOS
    if (negativo) p++
    const cifras = p
    let c = b[p] as number
    for (; ; c = b[++p] as number) {
      if (c >= CERO && c <= NUEVE) {
        mantisa = mantisa * 10 + c - CERO
        if (decimales !== -1) decimales++
      } else if (c === PUNTO && decimales === -1) decimales = 0
      else break
    }
    // Up to 15 digits a double holds them all; anything longer or stranger goes the slow way.
    if (c === MENOR && p > cifras && p - cifras <= 15 && (decimales === -1 || p - cifras > decimales + 1)) {
      const n = decimales > 0 ? mantisa / (POTENCIAS[decimales] as number) : mantisa
      this.#ponerNumero(negativo ? -n : n)
      return p
    }
    p = this.#texto.hastaEtiqueta(desde)
    this.#ponerNumero(numeroDe(this.#texto.valor) ?? aparte('valor que no es un número'))
    return p
  }

  #ponerNumero(n: number): void {
    const clase = this.estilo === -1 ? 'numero' : (this.#contexto.clases[this.estilo] ?? 'numero')
    this.valor = clase === 'numero' ? n : { tipo: clase, valor: clase === 'fecha' ? aSistema1900(n, this.#contexto.es1904) : n }
  }

  #leerCompartida(desde: number): number {
    const { b } = this.#cinta
    const { cadenas } = this.#contexto
    let p = desde, i = 0
    let c = b[p] as number
    for (; c >= CERO && c <= NUEVE; c = b[++p] as number) i = i * 10 + c - CERO
    if (c !== MENOR || i >= cadenas.length) aparte('texto compartido que no existe')
    this.valor = cadenas[i] as Celda
    return p
  }

  #leerOtro(desde: number): number {
    const p = this.#texto.hastaEtiqueta(desde)
    const { valor } = this.#texto
    switch (this.tipo) {
      case 'b': this.valor = valor === '1' || valor === 'true' ? true : valor === '0' || valor === 'false' ? false : aparte('valor lógico desconocido'); break
      case 'e': this.valor = { tipo: 'error', valor: ERRORES.has(valor) ? valor : '#ERROR!' }; break
      case 'd': this.#ponerNumero(serialDeIso(valor, this.#contexto.es1904) ?? aparte('fecha escrita de otra manera')); break
      case 'str': this.valor = celdaDeTexto(valor); break
      // A text in line stands in its own element; one in the place of the value is not read by SheetJS either.
      case 'n': case 's': case 'inlineStr': this.valor = null
    }
    return p
  }
}
