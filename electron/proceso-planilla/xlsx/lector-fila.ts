/** A row and where its cells stand (ECMA-376 part 1, 18.3.1.73 row and 18.3.1.4 c, their attributes). With lector-valor.ts, this is where the time goes: no object is made but the value. */
import type { Celda } from '../../../shared/domain/celda.ts'
import type { Cinta } from './cinta.ts'
import { bitDe } from './combinadas.ts'
import { aparte } from './interrupcion.ts'
import { A, APOSTROFO, BARRA, CERO, COMILLAS, DOS_PUNTOS, ESPACIO, IGUAL, MAYOR, MENOR, NUEVE, Z, cierraNombre, esBlanco, MIN_B, MIN_D, MIN_E, MIN_H, MIN_N, MIN_R, MIN_S, MIN_T } from './letras.ts'
import type { LectorTexto } from './lector-texto.ts'
import { type Contexto, LectorValor } from './lector-valor.ts'

const MAXIMO_COLUMNAS = 16_384
const MAXIMO_FILAS = 1_048_576

export class LectorFila {
  /** 1-based number of the row; -1: rows were passed over uncounted. */
  numero = 0
  abierta = false
  hayCeldas = false
  /** The row that is open is hidden in the workbook. */
  oculta = false
  /** Columns with a value; see Ocupacion. */
  bits = 0
  readonly #contexto: Contexto
  readonly #cinta: Cinta
  readonly #texto: LectorTexto
  readonly #celdas: Celda[] = []
  #largo = 0
  #columna = -1
  /** The cell says its type. */
  #tieneTipo = false
  /** Where the name of the last unusual attribute stands. */
  #nombreDesde = 0
  #nombreHasta = 0
  readonly #valor: LectorValor

  constructor(contexto: Contexto, cinta: Cinta, texto: LectorTexto) {
    this.#contexto = contexto
    this.#cinta = cinta
    this.#texto = texto
    this.#valor = new LectorValor(contexto, cinta, texto)
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
    this.oculta = false
    for (;;) {
      const c = b[p] as number
      if (c === ESPACIO) p++
      else if (c === MAYOR || c === BARRA) break
      else if (c === MIN_R && b[p + 1] === IGUAL && b[p + 2] === COMILLAS) {
        for (p += 3; (b[p] as number) >= CERO && (b[p] as number) <= NUEVE; p++) numero = numero * 10 + (b[p] as number) - CERO
        if (b[p] !== COMILLAS || numero < 1 || numero > MAXIMO_FILAS) aparte('número de fila imposible')
        p++
      } else if (esBlanco(c)) p++
      else {
        const antes = p
        p = this.#atributo(p)
        if (this.#esNombre(MIN_R)) aparte('número de fila escrito de otra manera')
        if (b[antes] === MIN_H && /^hidden\s*=\s*["'](?:1|true)/.test(b.toString('latin1', antes, antes + 24))) this.oculta = true
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
    this.#valor.olvidar()
    this.#tieneTipo = false
    const columnaAnterior = this.#columna
    this.#columna = -1
    let p = desde
    for (;;) {
      const c = b[p] as number
      if (c === ESPACIO) p++
      else if (c === MAYOR || c === BARRA) break
      else if (b[p + 1] === IGUAL && b[p + 2] === COMILLAS && (c === MIN_R || c === MIN_S || c === MIN_T)) p = c === MIN_R ? this.#referencia(p + 3) : c === MIN_S ? this.#numeroDeEstilo(p + 3) : this.#clase(p + 3)
      else if (esBlanco(c)) p++
      else {
        p = this.#atributo(p)
        if (this.#esNombre(MIN_R) || this.#esNombre(MIN_S) || this.#esNombre(MIN_T)) aparte('atributo de celda escrito de otra manera')
      }
    }
    if (this.#columna === -1) this.#columna = columnaAnterior + 1
    if (this.#columna >= MAXIMO_COLUMNAS) aparte('columna imposible')
    if (b[p] === MAYOR) p = this.#valor.contenido(p + 1)
    else if (b[p + 1] === MAYOR) p += 2
    else aparte('etiqueta sin cierre')
    if (this.#valor.hayValor || this.#tieneTipo) this.#poner()
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
    this.#valor.estilo = n
    return p + 1
  }

  #clase(desde: number): number {
    const { b } = this.#cinta
    const c = b[desde]
    this.#tieneTipo = true
    if (b[desde + 1] === COMILLAS) {
      this.#valor.tipo = c === MIN_S ? 's' : c === MIN_N ? 'n' : c === MIN_B ? 'b' : c === MIN_E ? 'e' : c === MIN_D ? 'd' : aparte('clase de celda desconocida')
      return desde + 2
    }
    const largo = c === MIN_S ? 3 : 9
    const nombre = b.toString('latin1', desde, desde + largo)
    if ((nombre !== 'str' && nombre !== 'inlineStr') || b[desde + largo] !== COMILLAS) aparte('clase de celda desconocida')
    this.#valor.tipo = nombre
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

  #poner(): void {
    const { tipo, valor } = this.#valor
    if (!this.#valor.hayValor) {
      if (tipo === 'b' || tipo === 'e' || tipo === 'd') aparte('celda con clase y sin valor')
      if (tipo === 'n' || tipo === 's') return
    }
    this.hayCeldas = true
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
