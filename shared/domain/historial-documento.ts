/** One JSON document of an answer of the history, read as its text comes; its records are given one at a time. */
import type { CabeceraLeida, RegistroLeido } from './historial.ts'
import { ESCAPE_SIN_SENTIDO } from './json-tolerante.ts'
import { errorDeLista, errorSuelto, esError, esObjeto, esProceso, leerCabecera, leerRegistro, type Objeto } from './historial-lectura.ts'

/**
 * What was read. `documento`: which of the answer's, told at the end which one counts; `proceso`: which of the document.
 * The records of a process come before it: it ends where its object does.
 */
export type Suceso =
  | { readonly tipo: 'registro'; readonly documento: number; readonly proceso: number; readonly registro: RegistroLeido }
  /** Its list came again, or was none: the records given so far are not its own. */
  | { readonly tipo: 'olvidar'; readonly documento: number; readonly proceso: number }
  | { readonly tipo: 'proceso'; readonly documento: number; readonly proceso: number; readonly cabecera: CabeceraLeida; readonly registros: number
    /** The answer ended before it did: it may hold more. */
    readonly cortado: boolean }

/** Whose records are read into memory at most one by one; what goes beyond ends the reading, in words. */
export interface LimitesHistorial {
  /** Characters of one record, or of a process without its records. */
  readonly texto: number
  /** Of the whole answer. */
  readonly registros: number
}
export type Exceso = 'registro-largo' | 'demasiados-registros'

/** A key and its colon at the end of the text, as long as `listaregistros` may be written. What precedes the quote makes sure that it opens the key. */
const CLAVE = /[{,]\s*"((?:[^"\\]|\\.){1,90})"\s*:\s*$/u
const BLANCO = /^[ \t\r\n]*$/u

export class Documento {
  /** Not JSON: only its end is looked for. */
  roto = false
  cerrado = false
  exceso: Exceso | null = null
  private hondura = 0
  private enTexto = false
  private escapado = false
  private lista = false
  /** Text of the element, object or record under way. */
  private pieza = ''
  /** Depth within the object under way; 0: none. */
  private enObjeto = 0
  /** Depth within its list of records; 0: elsewhere. */
  private enRegistros = 0
  private comas = 0
  private hayObjeto = false
  private elementos = 0
  private objetos = 0
  private errores = 0
  private primerError: Objeto | null = null
  private unico: Objeto | null = null
  private proceso = 0
  private registros = 0
  private total = 0
  /** The object so far, while its records are read apart. */
  private cabeza = ''
  /** Lists of records that it brought. */
  private veces = 0

  constructor(private readonly numero: number, private readonly limites: LimitesHistorial, private readonly dar: (s: Suceso) => void) {}

  /** Reads from `desde`, its opening bracket the first time. @returns where it stopped: past its end, or at that of the text */
  leer(texto: string, desde: number): number {
    const n = texto.length
    let i = desde
    let inicio = desde
    /** Depth at which a comma parts two elements. */
    let nivel = this.nivelDeComa()
    /** The next backslash. */
    let barra = -1
    while (i < n) {
      const c = texto.charCodeAt(i)
      if (this.enTexto) {
        if (this.escapado) this.escapado = false
        else if (c === 0x5c) this.escapado = true
        else if (c === 0x22) this.enTexto = false
        i++
        continue
      }
      if (c === 0x22) {
        // Most text holds no escape: straight to its end.
        const fin = texto.indexOf('"', i + 1)
        if (barra <= i) { barra = texto.indexOf('\\', i + 1); if (barra === -1) barra = n }
        if (fin !== -1 && fin < barra) { i = fin + 1; continue }
        this.enTexto = true
      } else if (c === 0x7b || c === 0x5b) {
        this.hondura++
        if (this.hondura === 1 ? this.abrirRaiz(c) : this.abrir(c, texto, inicio, i)) { inicio = c === 0x7b ? i : i + 1; nivel = this.nivelDeComa() }
      } else if (c === 0x7d || c === 0x5d) {
        this.hondura--
        if (this.hondura === 0 || this.hondura === this.enObjeto - 1 || this.hondura === this.enRegistros - 1) {
          this.cerrar(c, texto.slice(inicio, i))
          inicio = this.enObjeto > 0 ? i : i + 1
          nivel = this.nivelDeComa()
          if (this.hondura === 0) { this.cerrado = true; return i + 1 }
        }
      } else if (c === 0x2c && this.hondura === nivel) {
        this.coma(texto.slice(inicio, i))
        inicio = i + 1
      }
      i++
      if (this.exceso !== null) return n
    }
    if (!this.roto) {
      this.pieza += texto.slice(inicio)
      if (this.pieza.length > this.limites.texto) this.exceso = 'registro-largo'
    }
    return n
  }

  /** Whole and sound: what it says. */
  resultado(): { tipo: 'procesos' } | { tipo: 'error'; codigo: string | null; mensaje: string | null } | { tipo: 'ilegible' } {
    if (!this.lista) {
      if (this.unico === null || esProceso(this.unico)) return { tipo: 'procesos' }
      const error = errorSuelto(this.unico)
      return error.tipo === 'procesos' ? { tipo: 'ilegible' } : error
    }
    if (this.objetos === 0 && this.elementos > 0) return { tipo: 'ilegible' }
    if (this.primerError === null || this.errores < this.objetos) return { tipo: 'procesos' }
    const error = errorDeLista(this.primerError)
    return error.tipo === 'procesos' ? { tipo: 'ilegible' } : error
  }

  /** The answer ends within its records: what is known of the process that holds them. */
  darCortado(): void {
    if (this.roto || this.enRegistros === 0) return
    const leido = analizar(`${this.cabeza}]}`)
    const cabecera = leido !== null && esObjeto(leido.valor) ? leido.valor : {}
    this.dar({ tipo: 'proceso', documento: this.numero, proceso: this.proceso, cabecera: leerCabecera(cabecera, this.registros), registros: this.registros, cortado: true })
  }

  private nivelDeComa(): number {
    if (this.roto) return -1
    if (this.enRegistros > 0) return this.enRegistros
    return this.lista && this.enObjeto === 0 ? 1 : -1
  }

  private abrirRaiz(c: number): true {
    this.lista = c === 0x5b
    if (!this.lista) this.enObjeto = 1
    return true
  }

  /** @returns whether another piece begins here */
  private abrir(c: number, texto: string, inicio: number, i: number): boolean {
    if (this.roto) return false
    if (c === 0x7b && this.lista && this.hondura === 2 && this.enObjeto === 0) {
      const antes = this.tomar(texto.slice(inicio, i))
      if (!BLANCO.test(antes) || this.hayObjeto) { this.roto = true; return false }
      this.enObjeto = 2
      return true
    }
    if (c === 0x5b && this.enRegistros === 0 && this.enObjeto > 0 && this.hondura === this.enObjeto + 1) {
      const cabeza = this.pieza + texto.slice(inicio, i)
      const clave = CLAVE.exec(cabeza.slice(-400))?.[1]
      if (clave === undefined || analizar(`"${clave}"`)?.valor !== 'listaregistros') return false
      this.cabeza = `${cabeza}[`
      if (this.veces++ > 0) this.olvidar()
      this.pieza = ''
      this.comas = 0
      this.enRegistros = this.hondura
      return true
    }
    return false
  }
  private cerrar(c: number, trozo: string): void {
    if (this.roto) return
    if (this.enRegistros > 0 && this.hondura === this.enRegistros - 1) {
      if (c !== 0x5d) { this.roto = true; return }
      const pieza = this.tomar(trozo)
      if (this.comas > 0 || !BLANCO.test(pieza)) this.registro(pieza)
      this.enRegistros = 0
      this.pieza = this.cabeza
      return
    }
    if (this.enObjeto > 0 && this.hondura === this.enObjeto - 1) {
      this.objeto(`${this.tomar(trozo)}${String.fromCharCode(c)}`)
      this.enObjeto = 0
      this.hayObjeto = true
      return
    }
    // The end of the list.
    if (c !== 0x5d) { this.roto = true; return }
    const pieza = this.tomar(trozo)
    if (this.comas > 0 || this.hayObjeto || !BLANCO.test(pieza)) this.elemento(pieza)
  }

  private coma(trozo: string): void {
    if (this.roto) return
    const pieza = this.tomar(trozo)
    if (this.enRegistros > 0) this.registro(pieza)
    else this.elemento(pieza)
    this.comas++
  }

  /** What of an element of the list is not an object: all of it, or the blanks round one. */
  private elemento(pieza: string): void {
    this.elementos++
    if (this.hayObjeto ? !BLANCO.test(pieza) : analizar(pieza) === null) this.roto = true
    this.hayObjeto = false
  }

  private registro(pieza: string): void {
    const leido = analizar(pieza)
    if (leido === null) { this.roto = true; return }
    this.registros++
    if (++this.total > this.limites.registros) { this.exceso = 'demasiados-registros'; return }
    this.dar({ tipo: 'registro', documento: this.numero, proceso: this.proceso, registro: leerRegistro(leido.valor, leido.texto.trim()) })
  }

  private olvidar(): void {
    this.dar({ tipo: 'olvidar', documento: this.numero, proceso: this.proceso })
    this.total -= this.registros
    this.registros = 0
  }

  private objeto(texto: string): void {
    const leido = analizar(texto)
    if (leido === null || !esObjeto(leido.valor)) { this.roto = true; return }
    this.objetos++
    const o = leido.valor
    if (!this.lista) this.unico = o
    const esDeError = this.lista ? esError(o) : !esProceso(o)
    if (esDeError) {
      this.errores++
      this.primerError ??= o
    } else this.darProceso(o)
    this.proceso++
    this.registros = 0
    this.veces = 0
    this.comas = this.lista ? this.elementos : 0
  }

  private darProceso(o: Objeto): void {
    const lista = o['listaregistros']
    // No list in the end, or one that was not recognised as it came.
    const suya = Array.isArray(lista) ? lista as unknown[] : null
    if (this.veces > 0 && (suya === null || suya.length > 0)) this.olvidar()
    const aparte = this.veces > 0 && suya?.length === 0
    for (const r of suya ?? []) {
      this.registros++
      this.dar({ tipo: 'registro', documento: this.numero, proceso: this.proceso, registro: leerRegistro(r, JSON.stringify(r)) })
    }
    this.dar({ tipo: 'proceso', documento: this.numero, proceso: this.proceso, cabecera: leerCabecera(o, aparte ? this.registros : null), registros: this.registros, cortado: false })
  }

  private tomar(trozo: string): string {
    const pieza = this.pieza + trozo
    this.pieza = ''
    if (pieza.length > this.limites.texto) this.exceso = 'registro-largo'
    return pieza
  }
}

/** [I22] prints a backslash that escapes nothing: then it stands for itself. null: not JSON. */
function analizar(texto: string): { valor: unknown; texto: string } | null {
  try { return { valor: JSON.parse(texto) as unknown, texto } } catch { /* once more, below */ }
  const otro = texto.replace(ESCAPE_SIN_SENTIDO, '$1\\\\')
  try { return { valor: JSON.parse(otro) as unknown, texto: otro } } catch { return null }
}
