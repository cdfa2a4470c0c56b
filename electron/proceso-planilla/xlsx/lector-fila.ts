/** A row and its cells (ECMA-376 part 1, 18.3.1.73 row and 18.3.1.4 c). This is where the time goes: bytes in, values out, nothing in between. */
import type { Celda } from '../../../shared/domain/celda.ts'
import { celdaDeTexto } from '../celda-leida.ts'
import type { ClaseNumero } from '../formato-celda.ts'
import type { Cinta } from './cinta.ts'
import { bitDe } from './combinadas.ts'
import { aparte } from './interrupcion.ts'
import { A, APOSTROFO, BARRA, CERO, COMILLAS, DOS_PUNTOS, ESPACIO, IGUAL, MAYOR, MENOR, MENOS, NUEVE, PUNTO, Z, cierraNombre, esBlanco, b_, c_, d_, e_, f_, i_, n_, r_, s_, t_, v_ } from './letras.ts'
import type { LectorTexto } from './lector-texto.ts'
import { POTENCIAS, aSistema1900, numeroDe, serialDeIso } from './numero.ts'

/** What the cells of a sheet refer to. */
export interface Contexto {
  /** Shared strings, as cells. */
  cadenas: readonly Celda[]
  /** Class of the numbers by style. */
  clases: readonly ClaseNumero[]
  es1904: boolean
  /** Called with each cell that has a value; throws when there are too many. */
  contar(celdas: number): void
}

/** 18.18.11 ST_CellType */
type Tipo = 'n' | 's' | 'str' | 'b' | 'e' | 'd' | 'inlineStr'

const MAXIMO_COLUMNAS = 16_384
const MAXIMO_FILAS = 1_048_576
/** Errors that both readers tell by name; newer ones are an error without one. */
const ERRORES = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA'])

export class LectorFila {
  /** 1-based number of the row; -1: rows were passed over uncounted. */
  numero = 0
  abierta = false
  hayCeldas = false
  /** Columns with a value; see Ocupacion. */
  bits = 0
  readonly #contexto: Contexto
  readonly #cinta: Cinta
  readonly #texto: LectorTexto
  readonly #celdas: Celda[] = []
  #largo = 0
  #columna = -1
  // What the attribute that was last read says; the text of a rare one.
  #tipo: Tipo = 'n'
  #tieneTipo = false
  #estilo = -1
  #nombreDesde = 0
  #nombreHasta = 0
  #valor: Celda = null
  #hayValor = false

  constructor(contexto: Contexto, cinta: Cinta, texto: LectorTexto) {
    this.#contexto = contexto
    this.#cinta = cinta
    this.#texto = texto
  }

  /** Rows without a number of their own are counted from the one before, which from here on is not known. */
  perderCuenta(): void {
    this.numero = -1
  }

  /** `desde`: after the element's name. Answers the place after the tag; LectorTexto.sola says whether it has no cells. */
  empezar(desde: number): number {
    if (this.abierta) aparte('fila sin cierre')
    const { b } = this.#cinta
    if (!cierraNombre(b[desde] as number)) aparte('elemento inesperado entre las filas')
    let p = desde
    let numero = 0
    for (;;) {
      const c = b[p] as number
      if (c === ESPACIO) p++
      else if (c === MAYOR || c === BARRA) break
      else if (c === r_ && b[p + 1] === IGUAL && b[p + 2] === COMILLAS) {
        for (p += 3; (b[p] as number) >= CERO && (b[p] as number) <= NUEVE; p++) numero = numero * 10 + (b[p] as number) - CERO
        if (b[p] !== COMILLAS || numero < 1 || numero > MAXIMO_FILAS) aparte('número de fila imposible')
        p++
      } else if (esBlanco(c)) p++
      else {
        p = this.#atributo(p)
        if (this.#esNombre(r_)) aparte('número de fila escrito de otra manera')
      }
    }
    this.#texto.sola = b[p] === BARRA
    if (this.#texto.sola && b[++p] !== MAYOR) aparte('etiqueta sin cierre')
    if (numero === 0) {
      if (this.numero === -1) aparte('filas sin número después de filas vacías')
      numero = this.numero + 1
    }
    this.numero = numero
    this.abierta = true
    this.#largo = 0
    this.#columna = -1
    this.bits = 0
    return p + 1
  }

  /** The cells of the row that ends; null when none has a value. */
  terminar(): Celda[] | null {
    if (!this.abierta) aparte('cierre de fila sobrante')
    this.abierta = false
    if (this.#largo === 0) return null
    this.#contexto.contar(this.#largo)
    return this.#celdas.slice(0, this.#largo)
  }

  /** `desde`: after the `c`. Answers the place after the whole cell. */
  celda(desde: number): number {
    if (!this.abierta) aparte('celda fuera de una fila')
    const { b } = this.#cinta
    const primera = b[desde]
    if (primera !== ESPACIO && primera !== MAYOR && primera !== BARRA) aparte('elemento inesperado en una fila')
    this.#estilo = -1
    this.#tipo = 'n'
    this.#tieneTipo = false
    const columnaAnterior = this.#columna
    this.#columna = -1
    let p = desde
    for (;;) {
      const c = b[p] as number
      if (c === ESPACIO) p++
      else if (c === MAYOR || c === BARRA) break
      else if (b[p + 1] === IGUAL && b[p + 2] === COMILLAS && (c === r_ || c === s_ || c === t_)) p = c === r_ ? this.#referencia(p + 3) : c === s_ ? this.#numeroDeEstilo(p + 3) : this.#clase(p + 3)
      else if (esBlanco(c)) p++
      else {
        p = this.#atributo(p)
        if (this.#esNombre(r_) || this.#esNombre(s_) || this.#esNombre(t_)) aparte('atributo de celda escrito de otra manera')
      }
    }
    if (this.#columna === -1) this.#columna = columnaAnterior + 1
    if (this.#columna >= MAXIMO_COLUMNAS) aparte('columna imposible')
    this.#valor = null
    this.#hayValor = false
    if (b[p] === MAYOR) p = this.#contenido(p + 1)
    else if (b[p + 1] === MAYOR) p += 2
    else aparte('etiqueta sin cierre')
    if (this.#hayValor || this.#tieneTipo) this.#poner()
    return p
  }

  /** `C12"`: the column; the row must be the one that the cell is in. */
  #referencia(desde: number): number {
    const { b } = this.#cinta
    let p = desde, columna = 0, fila = 0
    let c = b[p] as number
    for (; c >= A && c <= Z; c = b[++p] as number) columna = columna * 26 + c - A + 1
    for (; c >= CERO && c <= NUEVE; c = b[++p] as number) fila = fila * 10 + c - CERO
    if (c !== COMILLAS || columna === 0 || columna > MAXIMO_COLUMNAS || fila !== this.numero) aparte('referencia de celda imposible o de otra fila')
    this.#columna = columna - 1
    return p + 1
  }

  #numeroDeEstilo(desde: number): number {
    const { b } = this.#cinta
    let p = desde, n = 0
    let c = b[p] as number
    for (; c >= CERO && c <= NUEVE; c = b[++p] as number) n = n * 10 + c - CERO
    if (c !== COMILLAS || p === desde) aparte('estilo que no es un número')
    this.#estilo = n
    return p + 1
  }

  #clase(desde: number): number {
    const { b } = this.#cinta
    const c = b[desde]
    this.#tieneTipo = true
    if (b[desde + 1] === COMILLAS) {
      this.#tipo = c === s_ ? 's' : c === n_ ? 'n' : c === b_ ? 'b' : c === e_ ? 'e' : c === d_ ? 'd' : aparte('clase de celda desconocida')
      return desde + 2
    }
    const largo = c === s_ ? 3 : 9
    const nombre = b.toString('latin1', desde, desde + largo)
    if ((nombre !== 'str' && nombre !== 'inlineStr') || b[desde + largo] !== COMILLAS) aparte('clase de celda desconocida')
    this.#tipo = nombre
    return desde + largo + 1
  }

  /** Passes over an attribute, noting where its name stands. */
  #atributo(desde: number): number {
    const { b, n } = this.#cinta
    let p = desde
    while (p < n && b[p] !== IGUAL && !cierraNombre(b[p] as number)) p++
    this.#nombreDesde = desde
    this.#nombreHasta = p
    while (esBlanco(b[p] as number)) p++
    if (b[p++] !== IGUAL) aparte('atributo sin valor')
    while (esBlanco(b[p] as number)) p++
    const comilla = b[p++]
    if (comilla !== COMILLAS && comilla !== APOSTROFO) aparte('atributo sin comillas')
    while (p < n && b[p] !== comilla && b[p] !== MENOR) p++
    return b[p] === comilla ? p + 1 : aparte('atributo sin cierre')
  }

  /** Whether the attribute is called so, with or without a prefix: with one, SheetJS takes it for the plain one. */
  #esNombre(letra: number): boolean {
    const { b } = this.#cinta
    return b[this.#nombreHasta - 1] === letra && (this.#nombreHasta - this.#nombreDesde === 1 || b[this.#nombreHasta - 2] === DOS_PUNTOS)
  }

  /** 18.3.1.40 f, 18.3.1.96 v and 18.3.1.53 is, up to the cell's end tag. */
  #contenido(desde: number): number {
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
        return b[q] === c_ && b[q + 1] === MAYOR ? q + 2 : texto.cierre(p, 'c')
      }
      const q = texto.tras(p + 1)
      const hijo = b[q]
      if (hijo === v_ && b[q + 1] === MAYOR) p = this.#leerValor(q + 2)
      else if (hijo === v_ && cierraNombre(b[q + 1] as number)) {
        p = texto.finDeEtiqueta(q + 1)
        if (!texto.sola) p = this.#leerValor(p)
      } else if (hijo === f_ && cierraNombre(b[q + 1] as number)) {
        // The formula is not asked for, its stored value is.
        p = texto.finDeEtiqueta(q + 1)
        if (!texto.sola) {
          while (b[p] !== MENOR && p < this.#cinta.n) p++
          p = texto.cierre(p, 'f')
        }
      } else if (hijo === i_ && b[q + 1] === s_ && cierraNombre(b[q + 2] as number)) {
        p = texto.item(q + 2, 'is')
        if (this.#tipo !== 'inlineStr' || this.#hayValor) aparte('texto en línea en una celda de otra clase')
        this.#valor = celdaDeTexto(texto.valor)
        this.#hayValor = true
      } else aparte('elemento inesperado en una celda')
    }
  }

  /** From the first byte of the value to after `</v>`. */
  #leerValor(desde: number): number {
    const { b } = this.#cinta
    let p = desde
    if (b[p] !== MENOR) {
      if (this.#hayValor) aparte('celda con dos valores')
      this.#hayValor = true
      switch (this.#tipo) {
        case 'n': p = this.#leerNumero(p); break
        case 's': p = this.#leerCompartida(p); break
        default: p = this.#leerOtro(p)
      }
    }
    const q = this.#texto.tras(p + 2)
    return b[p] === MENOR && b[p + 1] === BARRA && b[q] === v_ && b[q + 1] === MAYOR ? q + 2 : this.#texto.cierre(p, 'v')
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
    const clase = this.#estilo === -1 ? 'numero' : (this.#contexto.clases[this.#estilo] ?? 'numero')
    this.#valor = clase === 'numero' ? n : { tipo: clase, valor: clase === 'fecha' ? aSistema1900(n, this.#contexto.es1904) : n }
  }

  #leerCompartida(desde: number): number {
    const { b } = this.#cinta
    const { cadenas } = this.#contexto
    let p = desde, i = 0
    let c = b[p] as number
    for (; c >= CERO && c <= NUEVE; c = b[++p] as number) i = i * 10 + c - CERO
    if (c !== MENOR || i >= cadenas.length) aparte('texto compartido que no existe')
    this.#valor = cadenas[i] as Celda
    return p
  }

  #leerOtro(desde: number): number {
    const p = this.#texto.hastaEtiqueta(desde)
    const { valor } = this.#texto
    switch (this.#tipo) {
      case 'b': this.#valor = valor === '1' || valor === 'true' ? true : valor === '0' || valor === 'false' ? false : aparte('valor lógico desconocido'); break
      case 'e': this.#valor = { tipo: 'error', valor: ERRORES.has(valor) ? valor : '#ERROR!' }; break
      case 'd': this.#ponerNumero(serialDeIso(valor, this.#contexto.es1904) ?? aparte('fecha escrita de otra manera')); break
      case 'str': this.#valor = celdaDeTexto(valor); break
      // A text in line stands in its own element; one in the place of the value is not read by SheetJS either.
      default: this.#valor = null
    }
    return p
  }

  #poner(): void {
    if (!this.#hayValor) {
      if (this.#tipo === 'b' || this.#tipo === 'e' || this.#tipo === 'd') aparte('celda con clase y sin valor')
      if (this.#tipo === 'n' || this.#tipo === 's') return
    }
    this.hayCeldas = true
    const valor = this.#valor
    const columna = this.#columna
    const celdas = this.#celdas
    if (columna >= this.#largo) {
      if (valor === null) return
      while (this.#largo < columna) celdas[this.#largo++] = null
      this.#largo++
    } else if (celdas[columna] !== null) aparte('dos celdas en el mismo lugar')
    celdas[columna] = valor
    this.bits |= bitDe(columna)
  }
}
