/**
 * An answer of the history read as it comes, in pieces of any size: memory does not grow with it. Says the same as a
 * reading of the whole (json-tolerante.ts): which JSON of all that was printed is the answer is known only at the end, so
 * each record tells its document, and who keeps them drops those of the others.
 */
import { Documento, type Exceso, type LimitesHistorial, type Suceso } from './historial-documento.ts'
import { esComienzo, estaSuelto } from './json-tolerante.ts'

export const SIN_LIMITES: LimitesHistorial = { texto: Infinity, registros: Infinity }
/** Far above any OTEC's: an answer beyond is not a history. */
export const LIMITES_HISTORIAL: LimitesHistorial = { texto: 4 * 1024 * 1024, registros: 5_000_000 }

export type FinHistorial =
  | { readonly tipo: 'procesos'; readonly documento: number }
  | { readonly tipo: 'error'; readonly codigo: string | null; readonly mensaje: string | null }
  /** The document that began and did not end; what of it was given is sound as far as it goes. */
  | { readonly tipo: 'cortada'; readonly documento: number; readonly exceso: Exceso | null }
  | { readonly tipo: 'ilegible' }

/** Characters that are looked at before and after a bracket to tell whether a document begins there. */
const MIRA = 200
const LLAVE = /[{[]/gu
const NADA_DETRAS = /^[\s\u0000]*$/u

export class LectorHistorial {
  private texto = ''
  /** Where `texto` begins in the answer. */
  private base = 0
  private lugar = 0
  private empezado = false
  private documentos = 0
  private abierto: { doc: Documento; numero: number; suelto: boolean } | null = null
  /** The last one that ended, while nothing has come after it. */
  private ultimo: { doc: Documento; numero: number; suelto: boolean } | null = null
  private nulos = false
  /** One with a page footer after it. */
  private conHtml: { doc: Documento; numero: number } | null = null
  /** The answer as a whole, where it begins as no document of a longer text would (`[1, {…}]`). */
  private entero: { doc: Documento; numero: number; resto: boolean } | null = null
  private sucesos: Suceso[] = []
  private final: FinHistorial | null = null
  private exceso = false

  constructor(private readonly limites: LimitesHistorial = LIMITES_HISTORIAL) {}

  /** Whether more text would change nothing. */
  get lleno(): boolean { return this.exceso }

  leer(trozo: string): Suceso[] {
    if (this.exceso) return []
    const t = this.empezado ? trozo : trozo.replace(/^[\uFEFF\s]+/u, '')
    if (t === '') return []
    this.empezado = true
    if (this.entero !== null) this.seguirEntero(t, 0)
    this.texto += t
    this.recorrer(false)
    return this.dados()
  }

  /** The answer ended. What it was is in `fin`. */
  terminar(): Suceso[] {
    if (!this.exceso) this.recorrer(true)
    this.final = this.decidir()
    if (this.final.tipo === 'cortada') (this.abierto ?? this.entero)?.doc.darCortado()
    return this.dados()
  }

  get fin(): FinHistorial { return this.final ?? { tipo: 'ilegible' } }

  private dados(): Suceso[] {
    const dados = this.sucesos
    this.sucesos = []
    return dados
  }

  private nuevo(): { doc: Documento; numero: number } {
    const numero = ++this.documentos
    return { numero, doc: new Documento(numero, this.limites, (s) => { this.sucesos.push(s) }) }
  }

  private recorrer(ultima: boolean): void {
    while (this.lugar < this.texto.length && !this.exceso) {
      if (this.abierto !== null) {
        this.lugar = this.abierto.doc.leer(this.texto, this.lugar)
        if (this.abierto.doc.exceso !== null) this.exceso = true
        if (this.abierto.doc.cerrado) {
          this.ultimo = this.abierto.doc.roto ? null : this.abierto
          this.nulos = false
          this.abierto = null
        }
        continue
      }
      LLAVE.lastIndex = this.lugar
      const llave = LLAVE.exec(this.texto)?.index ?? this.texto.length
      this.mirarResto(this.texto.slice(this.lugar, llave))
      this.lugar = llave
      if (llave === this.texto.length || (!ultima && this.texto.length - llave < MIRA)) break
      this.ultimo = null
      if (!esComienzo(this.texto, llave)) {
        if (this.base + llave === 0) {
          this.entero = { ...this.nuevo(), resto: false }
          this.seguirEntero(this.texto, 0)
        }
        this.lugar = llave + 1
      } else this.abierto = { ...this.nuevo(), suelto: estaSuelto(this.texto, llave) }
    }
    // One more than is looked at: the beginning of the answer must stay told from that of what is kept of it.
    const quitar = Math.max(0, this.lugar - MIRA - 1)
    this.texto = this.texto.slice(quitar)
    this.base += quitar
    this.lugar -= quitar
  }

  /** What comes after a document that ended decides whether it is the answer. */
  private mirarResto(resto: string): void {
    if (this.ultimo === null) return
    const lleno = /[^\s\uFEFF]/u.exec(resto)
    if (lleno === null) return
    if (this.nulos || lleno[0] === '\u0000') {
      this.nulos = true
      if (!NADA_DETRAS.test(resto)) this.ultimo = null
    } else {
      if (lleno[0] === '<' && this.ultimo.suelto) this.conHtml = this.ultimo
      this.ultimo = null
    }
  }

  private seguirEntero(texto: string, desde: number): void {
    const e = this.entero
    if (e === null || e.doc.roto) return
    const fin = e.doc.cerrado ? desde : e.doc.leer(texto, desde)
    if (e.doc.exceso !== null) e.doc.roto = true
    if (e.doc.cerrado && !NADA_DETRAS.test(texto.slice(fin))) e.resto = true
  }

  private decidir(): FinHistorial {
    const e = this.entero
    if (e !== null && e.doc.cerrado && !e.doc.roto && !e.resto) return this.decir(e)
    if (this.abierto !== null) return this.abierto.doc.roto ? { tipo: 'ilegible' } : { tipo: 'cortada', documento: this.abierto.numero, exceso: this.abierto.doc.exceso }
    const hallado = this.ultimo ?? this.conHtml
    if (hallado !== null) return this.decir(hallado)
    return e !== null && !e.doc.cerrado && !e.doc.roto ? { tipo: 'cortada', documento: e.numero, exceso: null } : { tipo: 'ilegible' }
  }

  private decir({ doc, numero }: { doc: Documento; numero: number }): FinHistorial {
    const r = doc.resultado()
    return r.tipo === 'procesos' ? { tipo: 'procesos', documento: numero } : r
  }
}
