import type { Sellador } from '../../../electron/services/puertos.ts'

/** A secret store in memory: what it gives is a ticket, and only the same store redeems it. `abierto` false: the keyring is locked. */
export class SelladorFalso implements Sellador {
  abierto = true
  readonly #guardados = new Map<string, string>()
  readonly #marca: string
  constructor(marca = 'llavero') { this.#marca = marca }
  disponible = (): Promise<boolean> => Promise.resolve(this.abierto)
  sellar = (texto: string): Promise<string | null> => {
    if (!this.abierto) return Promise.resolve(null)
    const ficha = `${this.#marca}-${this.#guardados.size}`
    this.#guardados.set(ficha, texto)
    return Promise.resolve(ficha)
  }
  abrir = (ficha: string): Promise<string | null> => Promise.resolve(this.abierto ? this.#guardados.get(ficha) ?? null : null)
}
