/** The bytes of a part as they arrive: a window over the XML that moves forward. What was read is let go. */
import { aparte } from './interrupcion.ts'
import { MENOR, cierraNombre } from './letras.ts'

/** A row or a text that does not fit in this is nobody's: Excel allows 32,767 characters in a cell. */
const MAXIMO_VENTANA = 48 * 1024 * 1024

export class Cinta {
  /** Read from `p` to `n`; `b[n]` is always `<`, so that a loop that looks for the next tag needs no other end. */
  b: Buffer = Buffer.alloc(640 * 1024)
  p = 0
  n = 0
  /** Up to here `corte` already looked and found nothing: an element of megabytes is not searched again with each piece. */
  #revisado = 0

  agregar(pieza: Buffer): void {
    const resto = this.n - this.p
    if (resto + pieza.length >= MAXIMO_VENTANA) aparte('un elemento del XML es demasiado largo')
    if (this.n + pieza.length >= this.b.length) {
      const destino = resto + pieza.length >= this.b.length ? Buffer.alloc(2 * (resto + pieza.length)) : this.b
      this.b.copy(destino, 0, this.p, this.n)
      this.b = destino
      this.#revisado = Math.max(0, this.#revisado - this.p)
      this.p = 0
      this.n = resto
    }
    pieza.copy(this.b, this.n)
    this.n += pieza.length
    this.b[this.n] = MENOR
  }

  /** Where `aguja` first stands from `desde` on, in what has arrived; -1 when it does not. */
  buscar(aguja: Buffer, desde: number): number {
    const i = this.b.subarray(desde, this.n).indexOf(aguja)
    return i === -1 ? -1 : i + desde
  }

  /** Where the last element starts that is called so (`<row`), after the one at `p`: what stands before it arrived whole. -1: there is none yet. */
  corte(comienzo: Buffer): number {
    const desde = Math.max(this.p + 1, this.#revisado - comienzo.length)
    let hasta = this.n
    while (hasta > desde) {
      const i = this.b.subarray(desde, hasta).lastIndexOf(comienzo)
      if (i === -1) break
      // `<rowBreaks` is another element.
      if (desde + i + comienzo.length < this.n && cierraNombre(this.b[desde + i + comienzo.length] as number)) return desde + i
      hasta = desde + i + comienzo.length - 1
    }
    this.#revisado = this.n
    return -1
  }
}
