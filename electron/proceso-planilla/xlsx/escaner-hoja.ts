/** One pass over the bytes of a sheet (ECMA-376 part 1, 18.3.1.99 worksheet): up to its rows, the rows, and the merged areas after them. */
import { FILAS_POR_TROZO, type FilaLeida } from '../lector.ts'
import { type Area, Ocupacion, areaDe } from './combinadas.ts'
import { Cinta } from './cinta.ts'
import { LectorFila } from './lector-fila.ts'
import { LectorTexto } from './lector-texto.ts'
import type { Contexto } from './lector-valor.ts'
import { aparte } from './interrupcion.ts'
import { BARRA, MAYOR, MENOR, cierraNombre, esBlanco, MIN_C, MIN_O, MIN_R, MIN_W } from './letras.ts'
import { prefijoDeRaiz } from './prologo.ts'

/** Columns, views and the like; a hundred kilobytes already are a lot. */
const MAXIMO_PROLOGO = 4 * 1024 * 1024
/** Cells, blank ones included, that a chunk may hold: a cell in the last column makes a row of 16,384. */
const MAXIMO_TROZO = 1_000_000
const DATOS = Buffer.from('sheetData')
/** Bytes that are kept of what follows the rows, while more arrives. */
const COLA = 256

export class EscanerHoja {
  /** Rows finished and not yet taken. */
  filas: FilaLeida[] = []
  areas: Area[] = []
  /** From and to, counted from 0 (18.3.1.13 col). */
  columnasOcultas: [number, number][] = []
  /** Some row came after one with a greater number. Only where `estricto` is false. */
  desordenada = false
  readonly ocupacion = new Ocupacion()
  readonly #cinta = new Cinta()
  readonly #texto = new LectorTexto(this.#cinta, true)
  readonly #fila: LectorFila
  /** Rows cannot be given back once they were handed on: there, disorder ends the reading. */
  readonly #estricto: boolean
  #fase: 'prologo' | 'filas' | 'cola' = 'prologo'
  #filaAbierta: Buffer = DATOS
  #valor: Buffer = DATOS
  #textoEnLinea: Buffer = DATOS
  #area: Buffer = DATOS
  #cierre: Buffer = DATOS
  #celdasDelTrozo = 0
  /** Number of the last row with a value. */
  #ultima = 0
  /** The row before had no value: the next ones may be ghosts too. */
  #trasVacia = false
  /** Where the next value stands, looked for once; -1: not looked for yet. */
  #proximoValor = -1
  #proximoTexto = -1

  constructor(contexto: Contexto, estricto: boolean) {
    this.#fila = new LectorFila(contexto, this.#cinta, this.#texto)
    this.#estricto = estricto
  }

  /** Whether some cell has something, were it an empty text. */
  get hayCeldas(): boolean { return this.#fila.hayCeldas }

  agregar(pieza: Buffer): void {
    this.#cinta.agregar(pieza)
    this.#texto.olvidar()
    this.#proximoValor = -1
    this.#proximoTexto = -1
  }

  /** Reads on through what has arrived; `fin`: nothing more will. True: a chunk is ready in `filas`, and there may be more. */
  avanzar(fin: boolean): boolean {
    if (this.#fase === 'prologo' && !this.#abrir(fin)) return false
    if (this.#fase === 'filas') {
      const limite = this.#limite(fin)
      if (limite !== -1 && this.#leerFilas(limite)) return true
      if (fin && this.#fase === 'filas') aparte('hoja sin cierre')
    }
    if (this.#fase === 'cola') this.#leerCola(fin)
    return false
  }

  tomar(): FilaLeida[] {
    const { filas } = this
    this.filas = []
    this.#celdasDelTrozo = 0
    return filas
  }

  /** Up to where what has arrived is whole. */
  #limite(fin: boolean): number {
    const cinta = this.#cinta
    if (fin) return cinta.n
    const corte = cinta.corte(this.#filaAbierta)
    if (corte !== -1) return corte
    // After the last row there may be megabytes of something else; they must not pile up behind it.
    const cierre = cinta.n - cinta.p < 4 * DATOS.length ? -1 : cinta.buscar(DATOS, cinta.p)
    return cierre === -1 || cinta.buscar(Buffer.from('>'), cierre) === -1 ? -1 : cinta.n
  }

  #abrir(fin: boolean): boolean {
    const cinta = this.#cinta
    const en = cinta.buscar(DATOS, 0)
    if (en === -1 || cinta.buscar(Buffer.from('>'), en) === -1) {
      if (fin || cinta.n > MAXIMO_PROLOGO) aparte('hoja sin sheetData')
      return false
    }
    let inicio = en
    while (inicio > 0 && cinta.b[inicio] !== MENOR) inicio--
    const prefijo = prefijoDeRaiz(cinta.b.subarray(0, inicio), 'worksheet')
    this.#texto.prefijo = Buffer.from(prefijo)
    this.columnasOcultas = ocultasDe(cinta.b.toString('latin1', 0, inicio))
    const despues = en + DATOS.length
    if (this.#texto.tras(inicio + 1) !== en || !cierraNombre(cinta.b[despues] as number)) aparte('sheetData donde no se esperaba')
    this.#filaAbierta = Buffer.from(`<${prefijo}row`)
    this.#valor = Buffer.from(`<${prefijo}v`)
    this.#textoEnLinea = Buffer.from(`<${prefijo}is`)
    this.#area = Buffer.from(`<${prefijo}mergeCell `)
    this.#cierre = Buffer.from(`</${prefijo}worksheet`)
    cinta.p = this.#texto.finDeEtiqueta(despues)
    this.#fase = this.#texto.sola ? 'cola' : 'filas'
    return true
  }

  /** 18.3.1.80 sheetData. True: enough rows for a chunk. */
  #leerFilas(limite: number): boolean {
    const cinta = this.#cinta
    const { b } = cinta
    const fila = this.#fila
    let p = cinta.p
    while (p < limite) {
      if (esBlanco(b[p] as number)) { p++; continue }
      if (b[p] !== MENOR) aparte('texto suelto entre elementos')
      if (b[p + 1] === BARRA) {
        const q = this.#texto.tras(p + 2)
        if (b[q] !== MIN_R) {
          p = this.#texto.cierre(p, 'sheetData')
          if (fila.abierta) aparte('fila sin cierre')
          this.#fase = 'cola'
          break
        }
        p = b[q + 1] === MIN_O && b[q + 2] === MIN_W && b[q + 3] === MAYOR ? q + 4 : this.#texto.cierre(p, 'row')
        if (p > limite) aparte('XML cortado')
        if (this.#terminarFila()) {
          cinta.p = p
          return true
        }
        continue
      }
      const q = this.#texto.tras(p + 1)
      if (b[q] === MIN_C) p = fila.celda(q + 1)
      else if (b[q] === MIN_R && b[q + 1] === MIN_O && b[q + 2] === MIN_W) p = this.#empezarFila(p, q + 3, limite)
      else aparte('elemento inesperado entre las filas')
    }
    if (p > limite) aparte('XML cortado')
    cinta.p = p
    return false
  }

  #empezarFila(p: number, trasNombre: number, limite: number): number {
    if (this.#trasVacia && this.#sinValores(p, limite)) {
      this.#fila.perderCuenta()
      return limite
    }
    const q = this.#fila.empezar(trasNombre)
    // A row that is closed where it opens has no cells.
    if (this.#texto.sola) this.#terminarFila()
    return q
  }

  /** Ghost rows, styled and empty, come by the hundred thousand: all those that have arrived are passed over at once when no value is among them. */
  #sinValores(p: number, limite: number): boolean {
    const cinta = this.#cinta
    if (limite === cinta.n) return false
    if (this.#proximoValor < p) this.#proximoValor = siguiente(cinta, this.#valor, p)
    if (this.#proximoValor < limite) return false
    if (this.#proximoTexto < p) this.#proximoTexto = siguiente(cinta, this.#textoEnLinea, p)
    return this.#proximoTexto >= limite
  }

  #terminarFila(): boolean {
    const fila = this.#fila
    const celdas = fila.terminar()
    this.#trasVacia = celdas === null
    if (celdas === null) return false
    if (fila.numero <= this.#ultima) {
      if (this.#estricto) aparte('filas en desorden')
      this.desordenada = true
    }
    this.#ultima = fila.numero
    this.ocupacion.anotar(fila.numero - 1, fila.bits)
    this.#celdasDelTrozo += celdas.length
    return this.filas.push(fila.oculta ? { fila: fila.numero, celdas, oculta: true } : { fila: fila.numero, celdas }) >= FILAS_POR_TROZO || this.#celdasDelTrozo >= MAXIMO_TROZO
  }

  #leerCola(fin: boolean): void {
    const cinta = this.#cinta
    for (let p = cinta.buscar(this.#area, cinta.p); p !== -1; p = cinta.buscar(this.#area, cinta.p)) {
      const mayor = cinta.buscar(Buffer.from('>'), p)
      if (mayor === -1) {
        if (fin) aparte('hoja sin cierre')
        cinta.p = p
        return
      }
      // Exactly as every writer puts it; another way could be read in another way.
      const ref = /^ref=["']([^"']*)["']\s*\/?$/.exec(cinta.b.toString('latin1', p + this.#area.length, mayor))?.[1]
      this.areas.push(areaDe(ref ?? aparte('área combinada escrita de otra manera')))
      cinta.p = mayor + 1
    }
    // Half a sheet must not pass for the whole: the areas stand in the half that would be missing.
    if (fin && cinta.buscar(this.#cierre, cinta.p) === -1) aparte('hoja sin cierre')
    // The start of an area, or of the end, may be waiting for the next piece.
    cinta.p = Math.max(cinta.p, cinta.n - COLA)
  }
}

function siguiente(cinta: Cinta, aguja: Buffer, desde: number): number {
  const i = cinta.buscar(aguja, desde)
  return i === -1 ? Number.MAX_SAFE_INTEGER : i
}

/** `prologo`: what comes before the rows. */
function ocultasDe(prologo: string): [number, number][] {
  const ocultas: [number, number][] = []
  for (const [etiqueta] of prologo.matchAll(/<(?:[\w.-]+:)?col\s[^<>]*>/g)) {
    if (!/\shidden\s*=\s*["'](?:1|true)/.test(etiqueta)) continue
    const numero = (nombre: string): number => Number(new RegExp(`\\s${nombre}\\s*=\\s*["'](\\d{1,5})["']`).exec(etiqueta)?.[1] ?? 0)
    if (numero('min') >= 1 && numero('max') >= numero('min')) ocultas.push([numero('min') - 1, numero('max') - 1])
  }
  return ocultas
}
